/** The recording that a cleaned log was made of: what was left out is evidence of tasks all the same. */
import type { InteractionLog } from "../../log/interactions/interaction_log.ts";

const RECORDINGS = new WeakMap<InteractionLog, InteractionLog>();

export function keepRecording(cleaned: InteractionLog, recording: InteractionLog): void {
  RECORDINGS.set(cleaned, RECORDINGS.get(recording) ?? recording);
}

/** Undefined for a log that is not what `cleanInteractions` returned, such as a part of one. */
export function recordingOf(log: InteractionLog): InteractionLog | undefined {
  return RECORDINGS.get(log);
}
