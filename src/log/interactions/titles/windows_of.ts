/** Windows as actions name them: by what they show, not by which record, in which browser or for whom. */
import type { TextColumn } from "../../../base/column.ts";
import { combineText, mapText } from "../../../io/interactions/text_columns.ts";
import type { ClassOfApplication } from "../application_classes.ts";
import { withoutIds } from "../without_ids.ts";
import { plainMarks } from "./marks.ts";
import { maskRecords } from "./mask_records.ts";
import { fileInTitle, withoutBrowser } from "./own_names.ts";
import { partsOf } from "./title_parts.ts";
import { titleTemplates } from "./title_templates.ts";
import { visitsOf } from "./visits.ts";

export interface Windows {
  /** The template of each row's window. */
  readonly window: TextColumn;
  /** The application, or its class where a page or a file tells more than the program that shows it. */
  readonly place: TextColumn | undefined;
}

/** Classes of programs in which a file is the same file. */
const OF_FILES = new Set(["spreadsheet", "document", "presentation", "PDF reader"]);

/** Whether an action is named for that class of applications, instead of the application. */
export function isPlaceClass(name: string): boolean {
  return name === "browser" || OF_FILES.has(name);
}

/**
 * The windows of a log.
 *
 * @param titles titles, names of files or addresses.
 * @param user of each row; rows are by user and time.
 */
export function windowsOf(
  titles: TextColumn,
  app: TextColumn | undefined,
  user: TextColumn | undefined,
  classOf: ClassOfApplication,
): Windows {
  const rows = titles.codes.length;
  const plain = combineText([app, titles], "plain", rows, (program, title) => {
    if (title === undefined) return undefined;
    return JSON.stringify(plainWindow(title, program, classOf));
  });
  const parsed = plain.dictionary.map((key) => JSON.parse(key) as [place: string | null, window: string]);
  const groups = new Map<string, number>();
  const groupOf = parsed.map(([place]) => {
    const key = (place ?? "").toLowerCase();
    if (!groups.has(key)) groups.set(key, groups.size);
    return groups.get(key)!;
  });
  const masked = parsed.map(([place, window]) => {
    if (isAddress(window)) return withoutIds(window);
    const title = maskRecords(plainMarks(window));
    return place !== null && classOf(place) === "mail" ? withoutSubject(title) : title;
  });
  const templates = titleTemplates(masked, groupOf, visitsOf(plain, user?.codes));
  const windowOf = new Map(plain.dictionary.map((key, code) => [key, templates[code]!]));
  const placeOf = new Map(plain.dictionary.map((key, code) => [key, parsed[code]![0]]));
  return {
    window: mapText(plain, titles.name, (key) => windowOf.get(key) || undefined),
    place: app && combineText([app, plain], "app", rows, (program, key) => {
      return key === undefined ? program : placeOf.get(key) ?? undefined;
    }),
  };
}

/** The place and the window's title, without what the program says about itself. */
function plainWindow(title: string, app: string | undefined, classOf: ClassOfApplication): [string | null, string] {
  const kind = app === undefined ? undefined : classOf(app);
  if (kind === "browser") return ["browser", isAddress(title) ? title : withoutCount(withoutBrowser(title))];
  const file = kind !== undefined && OF_FILES.has(kind) ? fileInTitle(title) : undefined;
  if (file !== undefined) return [kind!, file];
  return [app ?? null, kind === "chat" ? withoutPartner(withoutCount(title)) : withoutCount(title)];
}

/** "(3) Inbox": how much is unread. */
function withoutCount(title: string): string {
  return title.replace(/^\s*[([]\d{1,4}\+?[)\]]\s+(?=\S)/, "").replace(/^\s*[*●•]\s*/u, "");
}

/** A chat is with somebody, and a meeting with somebody or about something: both are data. */
function withoutPartner(title: string): string {
  const { slots, separators } = partsOf(title);
  const kind =
    /^(chat|chatten|unterhaltung|conversation|conversación|discussion|gesprek|meeting|besprechung|réunion|reunión|vergadering|call|anruf|appel|llamada|oproep)$/iu;
  if (slots.length < 3 || !kind.test(slots[0]!.trim())) return title;
  return [slots[0], "#", slots.at(-1)].join(separators[0]);
}

/** The subject that a mail has beside the number of its case: "RE: [#] app crashes - Message (HTML)". */
function withoutSubject(title: string): string {
  return title.replace(/((?:^|:\s)(?:[[(]#[\])]|#))\s+[^\s|–—-](?:(?!\s[-–—|]\s).)*/u, "$1");
}

/** An address of a page, which has no spaces. */
function isAddress(window: string): boolean {
  return !/\s/.test(window) && /^[a-z][a-z0-9+.-]*:\/\/|^(?:localhost|[\w-]+(?:\.[\w-]+)+)(?::\d+)?\//i.test(window);
}
