/** All commands, in the order of the help. */
import type { Command } from "./command.ts";
import { appsCommand } from "./commands/apps.ts";
import { dfgCommand } from "./commands/dfg.ts";
import { handleCommand } from "./commands/handle.ts";
import { infoCommand } from "./commands/info.ts";
import { mapCommand } from "./commands/map.ts";
import { runCommand } from "./commands/run.ts";
import { timesCommand } from "./commands/times.ts";
import { variantsCommand } from "./commands/variants.ts";

export const commands: readonly Command[] = [
  infoCommand,
  variantsCommand,
  dfgCommand,
  timesCommand,
  handleCommand,
  appsCommand,
  mapCommand,
  runCommand,
];
