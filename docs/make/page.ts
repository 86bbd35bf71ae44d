/** What all generated pages need. */
import { root } from "./house.ts";

/** Text by path from the root of the repository. */
export type Pages = ReadonlyMap<string, string>;

/** Runs deno with input on stdin; gives its stdout. */
export async function deno(args: readonly string[], input = ""): Promise<string> {
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

/** Markdown as `deno fmt` writes it. */
export function formatted(markdown: string): Promise<string> {
  return deno(["fmt", "--ext", "md", "-"], markdown);
}

export function table(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(header), line(header.map(() => "---")), ...rows.map(line)].join("\n");
}

export function code(name: string): string {
  return `\`${name}\``;
}

/** The page with its block of that name replaced; blocks stand between `<!-- made: NAME -->` and `<!-- end: NAME -->`. */
export function withBlock(page: string, name: string, content: string): string {
  const block = new RegExp(`(<!-- made: ${name} -->\n)[\\s\\S]*?(<!-- end: ${name} -->)`);
  if (!block.test(page)) throw new Error(`Expected a block "<!-- made: ${name} --> … <!-- end: ${name} -->"`);
  return page.replace(block, (_, begin: string, end: string) => `${begin}\n${content}\n\n${end}`);
}
