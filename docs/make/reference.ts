/**
 * The reference: a page for each room, made from the doc comments of what its `mod.ts` exports, and an index over all.
 *
 * Sections and their order are those of the rooms' `mod.ts`; signatures are those of the source.
 */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DOOR, root } from "./house.ts";
import { deno, formatted, type Pages } from "./page.ts";

/** An exported name as `deno doc --json` describes it, as far as it is needed here. */
export interface Documented {
  readonly name: string;
  readonly kind: string;
  /** Of the file that declares it. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly doc: string;
  readonly tags: readonly Tag[];
  /** Of a class: its public members. */
  readonly members: readonly Documented[];
}

interface Tag {
  readonly kind: string;
  readonly name?: string;
  readonly doc?: string;
}

/** Everything that src/mod.ts exports, in its order. */
export async function exportedNames(): Promise<Documented[]> {
  const { nodes } = JSON.parse(await deno(["doc", "--json", "src/mod.ts"])) as { nodes: Record<string, ModuleNode> };
  return Object.values(nodes)[0]!.symbols.flatMap(({ name, declarations }) =>
    declarations.slice(0, 1).map((declaration) => documented(name, declaration))
  );
}

/** Code of the `@example`s of a name and its members. */
export function examplesOf(exported: Documented): string[] {
  const own = exported.tags.filter(({ kind }) => kind === "example").flatMap(({ doc = "" }) =>
    [...doc.matchAll(/^```ts\n([\s\S]*?)^```/gm)].map(([, code]) => code!)
  );
  return [...own, ...exported.members.flatMap(examplesOf)];
}

/** A room as its door shows it. */
export interface RoomDoor {
  readonly room: string;
  /** First sentence of the door's doc comment. */
  readonly about: string;
  /** Without those that are empty; a group above the first title has none. */
  readonly sections: readonly { readonly title: string; readonly names: readonly string[] }[];
}

/** The rooms that export names, in the order of src/mod.ts. */
export async function roomDoors(): Promise<RoomDoor[]> {
  const door = await Deno.readTextFile(join(root, DOOR));
  const rooms = [...door.matchAll(/^export \* from "\.\/(\w+)\/mod\.ts"/gm)].map(([, room]) => room!);
  return await Promise.all(rooms.map(async (room) => {
    const source = await Deno.readTextFile(join(root, "src", room, "mod.ts"));
    const about = /^\/\*\*\s*\n \* ([^]*?)\n \*\s*(?:\n|\/)/.exec(source)?.[1]?.replaceAll("\n * ", " ") ?? "";
    return { room, about, sections: sections(source) };
  }));
}

/** The index and the pages of the rooms. */
export async function referencePages(): Promise<Pages> {
  const byName = new Map((await exportedNames()).map((one) => [one.name, one]));
  const doors = await roomDoors();
  const pages = new Map<string, string>();
  for (const door of doors) pages.set(`docs/reference/${door.room}.md`, await roomPage(door, byName));
  pages.set("docs/reference.md", await formatted(index(doors, byName)));
  return pages;
}

const MADE = "Made from the doc comments by `deno task docs`.";

function index(doors: readonly RoomDoor[], byName: ReadonlyMap<string, Documented>): string {
  const parts = [
    "# Reference",
    'Everything that `import { … } from "tracebook"` can name, by the room of the house that it stands in. ' +
    `[The command line](reference/cli.md) has a page of its own. ${MADE}`,
  ];
  for (const door of doors) {
    const page = `reference/${door.room}.md`;
    const anchors = anchorsOf(door, byName);
    parts.push(`## [${door.room}](${page})`, door.about);
    for (const { title, names } of door.sections) {
      const links = names.map((name) => `[${name}](${page}#${anchors.get(name)})`).join(", ");
      parts.push(title === "" ? links : `**${title}**: ${links}`);
    }
  }
  return parts.join("\n\n") + "\n";
}

async function roomPage(door: RoomDoor, byName: ReadonlyMap<string, Documented>): Promise<string> {
  const parts = [`# Reference: ${door.room}`, `${door.about} [All rooms](../reference.md). ${MADE}`];
  for (const { title, names } of door.sections) {
    if (title !== "") parts.push(`## ${title}`);
    for (const name of names) parts.push(...await entry(byName.get(name)!, byName));
  }
  return await formatted(parts.join("\n\n") + "\n");
}

/** Where GitHub puts each name's heading on its page: names that differ in case alone are numbered. */
function anchorsOf(door: RoomDoor, byName: ReadonlyMap<string, Documented>): Map<string, string> {
  const taken = new Map<string, number>();
  const anchor = (heading: string) => {
    const slug = heading.toLowerCase().replace(/[^\p{L}\p{N}_\- ]/gu, "").replaceAll(" ", "-");
    const count = taken.get(slug) ?? 0;
    taken.set(slug, count + 1);
    return count === 0 ? slug : `${slug}-${count}`;
  };
  const anchors = new Map<string, string>();
  anchor(`Reference: ${door.room}`);
  for (const { title, names } of door.sections) {
    if (title !== "") anchor(title);
    for (const name of names) {
      anchors.set(name, anchor(name));
      for (const member of shownMembers(byName.get(name)!)) anchor(`${name}.${member.name}`);
    }
  }
  return anchors;
}

interface ModuleNode {
  readonly symbols: { name: string; declarations: Declaration[] }[];
}

interface Declaration {
  readonly location: { filename: string; line: number };
  readonly kind: string;
  readonly jsDoc?: { doc?: string; tags?: Tag[] };
  readonly def?: { properties?: Member[]; methods?: Member[] };
}

interface Member extends Omit<Declaration, "kind"> {
  readonly name: string;
  readonly accessibility?: string;
}

function documented(name: string, { location, kind, jsDoc, def }: Declaration): Documented {
  const members = kind !== "class" ? [] : [...def?.properties ?? [], ...def?.methods ?? []]
    .filter(({ accessibility, location }) => accessibility !== "private" && location.filename.startsWith("file:"))
    .map((member) => documented(member.name, { ...member, kind: "member" }));
  return {
    name,
    kind,
    file: location.filename.startsWith("file:") ? fileURLToPath(location.filename) : location.filename,
    line: location.line + 1,
    doc: jsDoc?.doc ?? "",
    tags: jsDoc?.tags ?? [],
    members,
  };
}

/** Headings are the comments of one line that stand above groups of exports. */
function sections(source: string): { title: string; names: string[] }[] {
  const found: { title: string; names: string[] }[] = [{ title: "", names: [] }];
  for (const [, title, names] of source.matchAll(/^\/\/ (.+)$|^export (?:type )?\{([^}]*)\}/gm)) {
    if (title !== undefined) found.push({ title, names: [] });
    else {
      const each = names!.split(",").map((name) => name.trim().replace(/^type /, "")).filter(Boolean);
      found.at(-1)!.names.push(...each);
    }
  }
  return found.filter(({ names }) => names.length > 0);
}

/** Members that have a doc comment of their own. */
function shownMembers({ members }: Documented): Documented[] {
  return members.filter(({ name, doc }) => doc !== "" && !name.startsWith("["));
}

async function entry(one: Documented, exported: ReadonlyMap<string, Documented>): Promise<string[]> {
  const source = await Deno.readTextFile(one.file);
  const signature = signatureAt(source, one.line, one.kind);
  const parts = [`### ${one.name}`, fenced(signature), ...described(one)];
  // Options are part of how a function is called, and most have no use on their own.
  for (const [, name] of signature.matchAll(/\b(\w+Options)\b/g)) {
    const at = new RegExp(`^export interface ${name}\\b`, "m").exec(source);
    if (one.kind !== "function" || !at || exported.has(name!)) continue;
    parts.push(fenced(signatureAt(source, source.slice(0, at.index).split("\n").length, "interface")));
  }
  for (const member of shownMembers(one)) {
    parts.push(
      `#### ${one.name}.${member.name}`,
      fenced(signatureAt(source, member.line, "member")),
      ...described(member),
    );
  }
  return parts;
}

function described({ doc, tags }: Documented): string[] {
  return [
    doc.trim(),
    ...tags.map(({ kind, name, doc = "" }) => {
      if (kind === "param") return `- \`${name}\`: ${doc}`;
      if (kind === "throws") return `Throws ${doc}`;
      if (kind === "return") return `Gives ${doc}`;
      return kind === "example" ? doc : "";
    }),
  ].map((text) => text.trim()).filter((text) => text !== "");
}

/** The declaration from its line on: interfaces and types whole, functions, classes and members up to their body. */
function signatureAt(source: string, line: number, kind: string): string {
  const text = source.split("\n").slice(line - 1).join("\n");
  const whole = kind === "interface" || kind === "typeAlias";
  let depth = 0;
  let end = text.length;
  let quote = "";
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!;
    if (quote !== "") {
      if (char === quote) quote = "";
      continue;
    }
    if (text.startsWith("/*", i)) i = text.indexOf("*/", i) + 1;
    else if (text.startsWith("//", i)) i = text.indexOf("\n", i) - 1;
    else if ("\"'`".includes(char)) quote = char;
    // A body opens at the end of a line; a brace within a type does so only inside of parentheses.
    else if (!whole && depth === 0 && /^\{(?:\n|\}|\s*$)/.test(text.slice(i))) {
      end = i;
      break;
    } else if ("([{".includes(char)) depth++;
    else if (")]}".includes(char) && --depth === 0 && kind === "interface") {
      end = i + 1;
      break;
    } else if (depth === 0 && (char === ";" || (char === "=" && kind === "member" && text[i + 1] !== ">"))) {
      end = i;
      break;
    }
  }
  const lines = text.slice(0, end).trimEnd().split("\n");
  const indent = /^ */.exec(lines[0]!)![0].length;
  return lines.map((each) => each.slice(Math.min(indent, /^ */.exec(each)![0].length))).join("\n").replace(
    /^export /,
    "",
  );
}

function fenced(code: string): string {
  return `\`\`\`ts\n${code}\n\`\`\``;
}
