/** Why each instance is taken to begin where it begins, in words. */
import { formatRoughDuration } from "../../base/format.ts";
import type { InteractionLog } from "../../log/interactions/interaction_log.ts";
import type { CutReason } from "./segmentation.ts";
import { isCompletion } from "./completion_words.ts";

export interface Owned {
  readonly owner: Int32Array;
  readonly offsets: Int32Array;
  readonly events: Int32Array;
}

export function cutReasons(
  log: InteractionLog,
  { owner, offsets, events }: Owned,
  toldBy: "behaviour" | "column",
): CutReason[][] {
  const count = offsets.length - 1;
  const starts = new Float64Array(log.actions.length), ends = new Float64Array(log.actions.length);
  const seen = new Float64Array(log.actions.length);
  for (const a of log.action) seen[a]!++;
  for (let k = 0; k < count; k++) {
    if (offsets[k + 1]! === offsets[k]!) continue;
    starts[log.action[events[offsets[k]!]!]!]!++;
    ends[log.action[events[offsets[k + 1]! - 1]!]!]!++;
  }
  const usual = medianGap(log);
  return Array.from({ length: count }, (_, k) => {
    const reasons: CutReason[] = [];
    const i = events[offsets[k]!];
    if (i === undefined) return reasons;
    if (toldBy === "column") return [{ signal: "column", words: "a new value of the column that was asked for" }];
    if (i === 0 || log.user[i] !== log.user[i - 1]) {
      return [{ signal: "session", words: "the first interaction of this person" }];
    }
    const gap = (log.time[i]! - log.time[i - 1]!) / 1000;
    if (gap > log.sessionGapSeconds) {
      reasons.push({ signal: "session", words: `after a pause of ${formatRoughDuration(gap)}` });
    }
    const action = log.action[i]!, before = log.action[i - 1]!;
    const interrupted = owner[i - 1]! >= 0 && offsets[owner[i - 1]! + 1]! > 0 &&
      events[offsets[owner[i - 1]! + 1]! - 1]! > i;
    if (interrupted) {
      reasons.push({ signal: "interruption", words: "the task before was put aside and is taken up later" });
    }
    if (starts[action]! * 2 > seen[action]!) {
      reasons.push({
        signal: "start",
        words: `"${log.actionLabels[action]}" begins an instance ${share(starts[action]!, seen[action]!)}`,
      });
    }
    if (!interrupted && ends[before]! * 2 > seen[before]!) {
      const done = isCompletion(log.actions[before]!);
      reasons.push({
        signal: done ? "completion" : "end",
        words: `after "${log.actionLabels[before]}", which ends one ${share(ends[before]!, seen[before]!)}`,
      });
    }
    if (gap <= log.sessionGapSeconds && gap > 3 * usual && gap > 1) {
      reasons.push({ signal: "gap", words: `after a pause of ${formatRoughDuration(gap)}` });
    }
    if (reasons.length === 0) {
      reasons.push({
        signal: "start",
        words: "what comes before and after is more probable as two instances than as one",
      });
    }
    return reasons;
  });
}

function share(part: number, whole: number): string {
  return part === whole ? "each time" : `${part} of ${whole} times`;
}

function medianGap({ time, user }: InteractionLog): number {
  const gaps: number[] = [];
  const stride = Math.max(1, Math.floor(time.length / 20_000));
  for (let i = 1; i < time.length; i += stride) {
    if (user[i] === user[i - 1]) gaps.push((time[i]! - time[i - 1]!) / 1000);
  }
  gaps.sort((a, b) => a - b);
  return gaps[gaps.length >> 1] ?? 0;
}
