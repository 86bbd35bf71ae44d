/** Runs this Deno with plain output; it ends with this process. */
import { guardProcess } from "./guard.ts";

export async function runDeno(
  args: readonly string[],
  cwd?: string,
): Promise<{ success: boolean; stdout: string; stderr: string }> {
  const child = new Deno.Command(Deno.execPath(), {
    args: [...args],
    env: { NO_COLOR: "1" },
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
    ...(cwd === undefined ? {} : { cwd }),
  }).spawn();
  const release = guardProcess(child);
  try {
    const { success, stdout, stderr } = await child.output();
    return { success, stdout: new TextDecoder().decode(stdout), stderr: new TextDecoder().decode(stderr) };
  } finally {
    release();
  }
}
