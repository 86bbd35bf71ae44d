/** `tb COMMAND LOG [options]`: the registry makes the command line and its help. */
import { TracebookError } from "../base/errors.ts";
import { nearestNames } from "../base/nearest_names.ts";
import { fullDiskError } from "../io/files/write_errors.ts";
import { onWorkProgress } from "../base/progress.ts";
import { commandHelp, entryHelp, overview } from "./help.ts";
import { inWordsOf } from "./options.ts";
import { note } from "./output.ts";
import { commands } from "./registry/commands.ts";
import { type CommandEntry, entryNamed } from "./registry/entry.ts";
import { standWhereTheUserStands } from "./user_path.ts";
import { workProgress } from "./work_progress.ts";

export async function main(args: string[]): Promise<number> {
  const [name, ...rest] = args;
  const asksHelp = name === undefined || name === "help" || name === "--help" || name === "-h";
  const wanted = asksHelp ? rest[0] : name;
  if (wanted === undefined) {
    console.log(overview(commands));
    return name === undefined ? 2 : 0;
  }
  const command = commands.find((command) => command.name === wanted);
  if (!command) {
    const near = nearestNames(wanted, commands.map((command) => command.name))[0];
    note(`tb has no command "${wanted}".${near ? ` Did you mean "${near}"?` : ""}\n\n${overview(commands)}`);
    return 2;
  }
  const restore = onWorkProgress(workProgress());
  try {
    if (asksHelp) return help(command, rest[1]);
    if (rest.includes("--help") || rest.includes("-h")) return help(command, rest.find((arg) => !arg.startsWith("-")));
    return await command.main(rest);
  } catch (error) {
    const told = error instanceof TracebookError ? error : fullDiskError(error);
    if (told) {
      note(inWordsOf(command.options, told.message));
      return 2;
    }
    note(error instanceof Error ? error.stack ?? error.message : String(error));
    return 1;
  } finally {
    restore();
  }
}

/** Of the command, or of what its first argument chooses. */
function help(command: CommandEntry, chosen: string | undefined): number {
  const { choosesFrom } = command;
  console.log(
    choosesFrom && chosen !== undefined
      ? entryHelp(command, entryNamed(choosesFrom.what, chosen, choosesFrom.entries))
      : commandHelp(command),
  );
  return 0;
}

if (import.meta.main) {
  standWhereTheUserStands();
  Deno.exit(await main(Deno.args));
}
