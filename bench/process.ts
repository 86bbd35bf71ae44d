/**
 * Runs a program, pinned to a processor where asked (`taskset`, Linux), and gives the lines it printed; those until then
 * where it is ended because it took too many seconds.
 */
export async function run(
  program: string,
  args: string[],
  pin?: string,
  env: Record<string, string> = {},
  seconds?: number,
): Promise<string[]> {
  const command = pin === undefined ? [program, ...args] : ["taskset", "-c", pin, program, ...args];
  const child = new Deno.Command(command[0]!, { args: command.slice(1), env, stdout: "piped", stderr: "piped" })
    .spawn();
  let late = false;
  const timer = seconds === undefined ? undefined : setTimeout(() => {
    late = true;
    child.kill("SIGKILL");
  }, seconds * 1000);
  const { code, stdout, stderr } = await child.output();
  clearTimeout(timer);
  const text = new TextDecoder();
  if (code !== 0 && !late) {
    throw new Error(`${command.join(" ")} ended with ${code}:\n${text.decode(stderr).slice(-2000)}`);
  }
  return text.decode(stdout).split("\n").filter((line) => line.startsWith("{"));
}
