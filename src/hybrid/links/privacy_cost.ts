/** What privacy cost: values that are masked, hashed or gone tell a case only where both logs were changed alike. */
import { asText } from "../../base/text_codes.ts";
import { countOf, formatCount } from "../../base/format.ts";
import type { TaskSegmentation } from "../../taskmining/mod.ts";
import { areNumbered, TAGGED_MARK } from "../../privacy/marks_in_text.ts";
import type { EventIdentifiers } from "./event_identifiers.ts";
import { exactForm } from "./identifier_forms.ts";
import { TEXT_COLUMNS } from "./task_identifiers.ts";

export interface PrivacyCost {
  /** Different masks and hashes in the task instances. */
  readonly changed: number;
  /** Of them, those that equal an identifier of the event log. */
  readonly comparable: number;
  /** Of them, those that can no longer be compared with anything. */
  readonly lost: number;
  /** Cells of the recording that were left out for privacy's sake while it was read. */
  readonly dropped: number;
  /** Cases of the event log whose id is a mask or a hash. */
  readonly changedIds: number;
}

/** Hexadecimal digests of MD5, SHA-1 and SHA-2. */
const HASH = /\b(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}|[0-9a-f]{96}|[0-9a-f]{128})\b/gi;

/** Undefined where neither log was changed, as far as can be seen. */
export function privacyCost(
  { log, events }: TaskSegmentation,
  identifiers: EventIdentifiers,
  caseIds: readonly string[],
): PrivacyCost | undefined {
  const changed = new Set<string>();
  for (const name of TEXT_COLUMNS) {
    const column = log.attribute(name);
    if (column?.kind !== "text") continue;
    const { codes, dictionary } = asText(column), seen = new Set<number>();
    for (const i of events) seen.add(codes[i]!);
    for (const code of seen) if (code >= 0) { for (const one of changedIn(dictionary[code]!)) changed.add(one); }
  }
  const known = (text: string) => (identifiers.exact.get(text) ?? -1) >= 0 || identifiers.attributes.has(text);
  const comparable = areNumbered(log.source.privacy) ? 0 : [...changed].filter(known).length;
  const entries = log.source.privacy?.entries ?? [];
  const cost = {
    changed: changed.size,
    comparable,
    lost: changed.size - comparable,
    dropped: entries.reduce((sum, { action, column, rows }) => sum + (action === "dropped" && column ? rows : 0), 0),
    changedIds: caseIds.filter((id) => changedIn(id).length > 0).length,
  };
  return cost.changed + cost.dropped + cost.changedIds === 0 ? undefined : cost;
}

function changedIn(text: string): string[] {
  return [...text.match(TAGGED_MARK) ?? [], ...text.match(HASH) ?? []].map(exactForm);
}

/** Sentences for the reader, with what to do. */
export function aboutPrivacy(cost: PrivacyCost | undefined, numbered: boolean): string[] {
  if (!cost) return [];
  const { changed, comparable, lost, dropped, changedIds } = cost;
  const sentences: string[] = [];
  if (changed > 0) {
    const stand = `${countOf(changed, "different masked or hashed value")} ${changed === 1 ? "stands" : "stand"}`;
    sentences.push(
      `Privacy cost: ${stand} in the tasks; ${formatCount(comparable)} of them equal an identifier of the event log, ` +
        `${formatCount(lost)} can no longer be compared.`,
    );
  }
  if (changed > 0 && numbered) {
    sentences.push(
      "Masks were numbered within the recording, because there was no secret: read both logs with one " +
        "(TRACEBOOK_SECRET), so that equal values have equal masks.",
    );
  }
  if (dropped > 0) {
    sentences.push(
      `Privacy cost: ${countOf(dropped, "cell")} of the recording ${dropped === 1 ? "was" : "were"} left out.`,
    );
  }
  if (changedIds > 0 && changed === 0) {
    sentences.push(
      `The ids of ${countOf(changedIds, "case")} are masked or hashed and no value in the tasks is: they cannot be ` +
        `compared. Change both logs alike, with one secret.`,
    );
  }
  return sentences;
}
