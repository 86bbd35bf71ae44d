/** All commands, in the order of the help. */
import type { Command } from "./command.ts";
import { appsCommand } from "./commands/apps.ts";
import { conformCommand } from "./commands/conform.ts";
import { convertCommand } from "./commands/convert.ts";
import { dfgCommand } from "./commands/dfg.ts";
import { discoverCommand } from "./commands/discover.ts";
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
  discoverCommand,
  conformCommand,
  convertCommand,
  handleCommand,
  appsCommand,
  mapCommand,
  runCommand,
];
