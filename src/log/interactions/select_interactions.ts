/** Parts of an interaction log: what every filter of interactions ends with. */
import { sessionOffsets } from "./build_interaction_log.ts";
import { compacted } from "../events/select.ts";
import { InteractionLog } from "./interaction_log.ts";

/**
 * The interactions for which `keep` is 1, in their order, with the actions and labels that they had in the whole log.
 * Sessions are divided anew: one of which much was left out may become several.
 *
 * @param description What the log is filtered by, in words; appended to `filters`.
 */
export function selectInteractions(log: InteractionLog, keep: Uint8Array, description: string): InteractionLog {
  const kept = indicesKept(keep);
  const floats = (values: Float64Array) => Float64Array.from(kept, (i) => values[i]!);
  const codes = (values: Int32Array) => Int32Array.from(kept, (i) => values[i]!);
  const time = floats(log.time), end = log.end && floats(log.end);
  const user = compacted(codes(log.user), log.users);
  const app = compacted(codes(log.app), log.apps);
  const before = codes(log.action);
  const action = compacted(before.slice(), log.actions);
  const labels: string[] = [];
  before.forEach((code, i) => labels[action.codes[i]!] = log.actionLabels[code]!);
  const columns = {
    time,
    ...(end && { end }),
    user: user.codes,
    users: user.names,
    app: app.codes,
    apps: app.names,
    action: action.codes,
    actions: action.names,
    actionLabels: labels,
    actionClass: Uint8Array.from(kept, (i) => log.actionClass[i]!),
    sessions: sessionOffsets(time, end, user.codes, log.sessionGapSeconds * 1000),
    sessionGapSeconds: log.sessionGapSeconds,
    rows: codes(log.rows),
  };
  return new InteractionLog(columns, log.source, [...log.filters, description]);
}

export function indicesKept(keep: Uint8Array): number[] {
  const kept: number[] = [];
  for (let i = 0; i < keep.length; i++) if (keep[i] === 1) kept.push(i);
  return kept;
}
