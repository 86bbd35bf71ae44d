/** Actions in words for a person: "Copy cell A in StudentRecords.xlsx / Sheet1", "Click Submit in Chrome". */

/** The normalised parts of an action; undefined is what the log does not tell. */
export interface ActionParts {
  readonly type: string | undefined;
  readonly kind: string | undefined;
  readonly id: string | undefined;
  readonly name: string | undefined;
  readonly label: string | undefined;
  readonly elementType: string | undefined;
  /** As recorded; its class where several applications of that class did the same. */
  readonly app: string | undefined;
  /** What the title of the window says last where that is the site or the application: "CRM" of "Search - CRM". */
  readonly site?: string | undefined;
  /** The window, without its site. */
  readonly container1: string | undefined;
  readonly container2: string | undefined;
}

/**
 * A label for each action: what was done, to what, in which sheet or application. Where two would be equal, as little
 * as needed is added: the window, the element's own name, the recorder's word, at last the action itself.
 */
export function labelActions(actions: readonly (readonly [key: string, parts: ActionParts])[]): string[] {
  const labels = actions.map(([, parts]) => labelOf(parts));
  for (const more of ADDITIONS) {
    const times = Map.groupBy(labels.keys(), (i) => labels[i]!);
    for (const [label, same] of times) {
      if (new Set(same.map((i) => more(...actions[i]!))).size === 1) continue;
      for (const i of same) {
        const added = more(...actions[i]!);
        if (added !== undefined && !label.includes(added)) labels[i] = `${label} (${added})`;
      }
    }
  }
  return labels;
}

const ADDITIONS: readonly ((key: string, parts: ActionParts) => string | undefined)[] = [
  (_, { container1, container2 }) => [container1, container2].filter(Boolean).join(" / ") || undefined,
  (_, { id, name }) => id ?? name,
  (_, { name, label }) => name ?? label,
  (_, { type }) => type,
  (key) => key,
];

function labelOf(parts: ActionParts): string {
  const { container1, container2, id } = parts, app = parts.site ?? parts.app;
  const inSheet = id !== undefined && /^[A-Z]{1,3}(:[A-Z]{1,3})?$/.test(id) && container1 !== undefined &&
    !/^(www\.|[^/]+\.[a-z]+\/)/i.test(container1);
  const place = inSheet ? [container1, container2].filter(Boolean).join(" / ") : app ?? container1;
  const what = whatOf({ ...parts, app }, inSheet);
  return place === undefined || what.endsWith(place) ? what : `${what} in ${place}`;
}

function whatOf(
  { type, kind = "other", id, name, label, elementType, app, container1 }: ActionParts,
  inSheet: boolean,
) {
  const element = inSheet ? `${id!.includes(":") ? "columns" : "cell"} ${id}` : readable(label, name, id);
  const thing = element ?? nameless(elementType ?? (kind === "submit" ? undefined : type));
  const window = container1 !== undefined && container1 !== app ? container1 : undefined;
  const verb = (words: string, object = thing) => object === undefined ? words : `${words} ${object}`;
  switch (kind) {
    case "click":
      return verb(
        /select|getcell|getrange/i.test(type ?? "") ? "Select" : /double/i.test(type ?? "") ? "Double-click" : "Click",
      );
    case "submit":
      return verb(/click|press/i.test(type ?? "") ? "Click" : "Submit");
    case "edit":
      if (/delet|remov|clear|undo|l[oö]sch|supprim|borra|verwijder/i.test(type ?? "")) {
        return verb(sentence(type!), element);
      }
      return element === undefined && type !== undefined && !/^edit/i.test(type) ? sentence(type) : verb("Edit");
    case "copy":
      return verb(/^cut/i.test(type ?? "") ? "Cut" : "Copy");
    case "paste":
      return thing === undefined ? "Paste" : `Paste into ${thing}`;
    case "hotkey":
      return verb("Press", element);
    case "scroll":
      return verb("Scroll", element);
    case "idle":
      return "Be away";
    case "navigate":
      return element === undefined && window !== undefined
        ? `Go to ${window}`
        : verb(sentence(type ?? "navigate"), element);
    case "window":
      if (type !== undefined && /open|clos|new|minimi|maximi|resize|move/i.test(type)) {
        return verb(sentence(type), element ?? window);
      }
      return verb(/focus|fokus|activ|aktiv|switch|select/i.test(type ?? "") ? "Switch to" : "View", element ?? window);
    case "file":
      return verb(sentence(type ?? "file"), element ?? window);
    default:
      return verb(sentence(type ?? "act"), element ?? window);
  }
}

/** The first that a person would call it by: not an address within a page, nor a mere `#`. */
function readable(...names: (string | undefined)[]): string | undefined {
  const found = names.find((name) => name !== undefined && !/^[/\\]/.test(name) && /[\p{L}\p{N}]/u.test(name));
  if (found === undefined) {
    return names.some((name) => name !== undefined && /^#+$/.test(name)) ? "one of many" : undefined;
  }
  return found.length > 60 ? `${found.slice(0, 59)}…` : found;
}

/** What to call an element without any name. */
function nameless(type: string | undefined): string | undefined {
  const kinds = [["checkbox", "a checkbox"], ["radio", "a choice"], ["submit|button", "a button"], [
    "select|option",
    "a list",
  ]];
  const more = [["link|^a$", "a link"], ["field|input|text", "a field"], ["image|img", "a picture"], [
    "range",
    "a range",
  ]];
  const found = [...kinds, ...more, ["cell", "a cell"]].find(([words]) => new RegExp(words!, "i").test(type ?? ""));
  return found?.[1];
}

/** "Open workbook" of `openWorkbook`, `open_workbook` and `OpenWorkbook`. */
function sentence(type: string): string {
  const words = type.replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, "$1 $2").replace(/[\s_.-]+/g, " ").trim().toLowerCase();
  return words === "" ? "Act" : words[0]!.toUpperCase() + words.slice(1);
}
