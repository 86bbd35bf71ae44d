/** The command line as another program sees it. */
const root = new URL("../../", import.meta.url).pathname;

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  json(): unknown;
}

export async function tb(...args: string[]): Promise<Ran> {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-prompt", "src/cli/main.ts", ...args],
    cwd: root,
    env: { NO_COLOR: "1" },
  }).output();
  const text = new TextDecoder();
  const out = text.decode(stdout);
  return { code, out, err: text.decode(stderr), json: () => JSON.parse(out) };
}
