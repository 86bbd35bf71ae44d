/** What commands about both kinds of log read: the event log, the recording, and the links between them. */
import { InputError } from "../base/errors.ts";
import { linkTasks } from "../hybrid/links/link_tasks.ts";
import type { TaskLinks } from "../hybrid/links/task_links.ts";
import { readLog } from "../log/events/read_log.ts";
import { segmentTasks } from "../taskmining/segmentation/segment_tasks.ts";
import { instanceOption, interactionOptions, readInteractionOptions, readNoting } from "./interaction_options.ts";
import { logOptions, readLogOptions } from "./log_options.ts";
import { type Arguments, fieldsOf, type Options, share } from "./options.ts";
import { note, noteFindings } from "./output.ts";

const linkOptions = {
  "at-least": share({ help: "probability from which on a link is kept (default 0.5)", field: "atLeast" }),
} as const satisfies Options;

/** Roles of the recording are named by --map, those of the event log by options of their own. */
export const linkedLogOptions = { ...logOptions, ...interactionOptions, ...instanceOption, ...linkOptions } as const;

/** @throws InputError unless two files are given, an event log and a recording. */
export async function linksOf(command: { name: string; usage: string }, given: Arguments): Promise<TaskLinks> {
  const { positionals } = given;
  if (positionals.length !== 2) {
    throw new InputError(
      `tb ${command.name}: expected an event log and an interaction log but found ` +
        `${positionals.length === 0 ? "none" : positionals.join(", ")}.\nUsage: tb ${command.name} ${command.usage}`,
    );
  }
  const instance = given.text("instance");
  const log = await readLog(positionals[0]!, readLogOptions(given));
  noteFindings(log.source.findings);
  const recording = await readNoting(positionals[1]!, readInteractionOptions(given));
  const segmentation = segmentTasks(recording, instance === undefined ? {} : { instance });
  for (const text of segmentation.notes) note(text);
  return linkTasks(segmentation, log, fieldsOf(linkOptions, given));
}
