/** Runs a program, pinned to a processor where asked (`taskset`, Linux), and gives the lines it printed. */
export async function run(
  program: string,
  args: string[],
  pin?: string,
  env: Record<string, string> = {},
): Promise<string[]> {
  const command = pin === undefined ? [program, ...args] : ["taskset", "-c", pin, program, ...args];
  const { code, stdout, stderr } = await new Deno.Command(command[0]!, {
    args: command.slice(1),
    env,
    stdout: "piped",
    stderr: "piped",
  }).output();
  const text = new TextDecoder();
  if (code !== 0) throw new Error(`${command.join(" ")} ended with ${code}:\n${text.decode(stderr).slice(-2000)}`);
  return text.decode(stdout).split("\n").filter((line) => line.startsWith("{"));
}
