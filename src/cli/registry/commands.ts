/** All commands, in the order of the help. */
import { appsCommand } from "../commands/recordings/apps.ts";
import { automateCommand } from "../commands/recordings/automate.ts";
import { bottlenecksCommand } from "../commands/bottlenecks.ts";
import { calendarsCommand } from "../commands/calendars.ts";
import { causesCommand } from "../commands/causes.ts";
import { compareCommand } from "../commands/compare.ts";
import { conformCommand } from "../commands/conform.ts";
import { convertCommand } from "../commands/convert.ts";
import { defineCommand } from "../commands/recordings/define.ts";
import { dfgCommand } from "../commands/dfg.ts";
import { discoverCommand } from "../commands/discover.ts";
import { driftCommand } from "../commands/drift.ts";
import { exploreCommand } from "../commands/explore.ts";
import { handleCommand } from "../commands/recordings/handle.ts";
import { infoCommand } from "../commands/info.ts";
import { linkCommand } from "../commands/recordings/link.ts";
import { mapCommand } from "../commands/map.ts";
import { pathsCommand } from "../commands/paths.ts";
import { programsCommand } from "../commands/recordings/programs.ts";
import { reworkCommand } from "../commands/rework.ts";
import { routinesCommand } from "../commands/recordings/routines.ts";
import { runCommand } from "../commands/run.ts";
import { segmentCommand } from "../commands/recordings/segment.ts";
import { skeletonCommand } from "../commands/recordings/skeleton.ts";
import { slaCommand } from "../commands/sla.ts";
import { stuckCommand } from "../commands/stuck.ts";
import { timesCommand } from "../commands/times.ts";
import { transfersCommand } from "../commands/recordings/transfers.ts";
import { unseenCommand } from "../commands/recordings/unseen.ts";
import { variantsCommand } from "../commands/variants.ts";
import type { CommandEntry } from "./entry.ts";

export const commands: readonly CommandEntry[] = [
  infoCommand,
  exploreCommand,
  variantsCommand,
  dfgCommand,
  timesCommand,
  bottlenecksCommand,
  calendarsCommand,
  stuckCommand,
  pathsCommand,
  reworkCommand,
  slaCommand,
  driftCommand,
  compareCommand,
  causesCommand,
  discoverCommand,
  conformCommand,
  convertCommand,
  segmentCommand,
  routinesCommand,
  handleCommand,
  appsCommand,
  transfersCommand,
  programsCommand,
  automateCommand,
  defineCommand,
  skeletonCommand,
  linkCommand,
  unseenCommand,
  mapCommand,
  runCommand,
];
