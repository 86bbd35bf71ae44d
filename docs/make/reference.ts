/**
 * Writes docs/reference.md from the doc comments of everything that "tracebook" exports:
 * `deno run -A docs/make_reference.ts`.
 *
 * Sections and their order are those of src/mod.ts; signatures are those of the source.
 */
import { fileURLToPath } from "node:url";

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

const root = fileURLToPath(new URL("..", import.meta.url));

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

/** The whole page. */
export async function referencePage(): Promise<string> {
  const exported = await exportedNames();
  const byName = new Map(exported.map((one) => [one.name, one]));
  const parts = [
    "# Reference",
    'Everything that `import { … } from "tracebook"` can name. Made from the doc comments by ' +
    "`deno run -A docs/make_reference.ts`.",
  ];
  for (const { title, names } of sections(await Deno.readTextFile(`${root}src/mod.ts`))) {
    parts.push(`## ${title}`);
    for (const name of names) parts.push(...await entry(byName.get(name)!, byName));
  }
  return await deno(["fmt", "--ext", "md", "-"], parts.join("\n\n") + "\n");
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
  const found: { title: string; names: string[] }[] = [];
  for (const [, title, names] of source.matchAll(/^\/\/ (.+)$|^export (?:type )?\{([^}]*)\}/gm)) {
    if (title !== undefined) found.push({ title, names: [] });
    else {found.at(-1)!.names.push(
        ...names!.split(",").map((name) => name.trim().replace(/^type /, "")).filter(Boolean),
      );}
  }
  return found;
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
  for (const member of one.members.filter(({ name, doc }) => doc !== "" && !name.startsWith("["))) {
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

async function deno(args: readonly string[], input = ""): Promise<string> {
  const child = new Deno.Command(Deno.execPath(), {
    args: [...args],
    cwd: root,
    env: { NO_COLOR: "1" },
    stdin: "piped",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const writer = child.stdin.getWriter();
  await writer.write(new TextEncoder().encode(input));
  await writer.close();
  const { success, stdout, stderr } = await child.output();
  if (!success) throw new Error(`deno ${args.join(" ")} failed\n${new TextDecoder().decode(stderr)}`);
  return new TextDecoder().decode(stdout);
}

if (import.meta.main) {
  await Deno.writeTextFile(`${root}docs/reference.md`, await referencePage());
  console.log("Wrote docs/reference.md");
}
