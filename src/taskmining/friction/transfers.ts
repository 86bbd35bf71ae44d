/** Values that people carry between applications and fields: by the clipboard, or by typing them again. */
import { formatCount } from "../../base/format.ts";
import { OptionError } from "../../base/errors.ts";
import { orNull, type ShownPeople, timesOfEnough } from "../people.ts";
import { byCodeUnit } from "../../base/text_codes.ts";
import { unmaskedNote } from "../../log/interactions/unmasked.ts";
import type { InteractionLog } from "../../log/interactions/interaction_log.ts";
import { median } from "../../base/statistics/summary.ts";
import { type TypedTable, typedTable } from "../../base/typed_table.ts";
import { secondsAbove0 } from "../options.ts";
import { type Carried, findTransfers, textOfPlace, type TransferRules } from "./transfers_find.ts";
import { requireInteractionLog } from "../../log/require_log.ts";

export interface TransferOptions extends ShownPeople {
  /** How long before a value must have been copied or seen. @default 1800 */
  readonly withinSeconds?: number;
  /** Shorter values are no sign of re-typing. @default 4 */
  readonly minLength?: number;
  /**
   * A value that stands in a greater share of the interactions (and in more than 20) is no sign of re-typing.
   * @default 0.01
   */
  readonly maxFrequency?: number;
}

export interface TransfersAbout {
  readonly copyPastes: number;
  readonly reTypings: number;
  /** Pastes matched with the last copy because the log does not tell what was copied or pasted. */
  readonly guessed: number;
  readonly notes: readonly string[];
}

/** A row of `transfers`: values taken from one element and put into another. */
export interface TransferRow {
  readonly fromApp: string | null;
  readonly fromElement: string | null;
  readonly toApp: string | null;
  readonly toElement: string | null;
  readonly count: number;
  readonly people: number;
  /** How they were carried. */
  readonly kind: "copy-paste" | "re-typing";
  /** From copying or last seeing the value to entering it; null in rows of too few people. */
  readonly medianSeconds: number | null;
}

/**
 * Transfers of values from element to element: a row for each pair and kind, most frequent first, then by names.
 *
 * - `copy-paste`: a paste, and the last copy of the same user that has an equal value, or whose text holds the pasted
 *   one between spaces, line breaks, commas, semicolons or bars: one copied range feeds several pastes. Where the log
 *   does not tell the value, the last copy; `about.guessed` counts these.
 * - `re-typing`: an edit of a value that the same user saw in another element before, with no paste of it into this
 *   one. Values under `minLength` characters, words of choice ("yes", "ok", "true") and very frequent values
 *   (`maxFrequency`) do not count.
 *
 * Values are compared for equality only, so hashed ones serve as well, but for parts of a copied text. No value is in
 * the result.
 *
 * Columns: `fromApp`, `fromElement`, `toApp`, `toElement` (null where unknown), `count`, `people`, `kind`,
 * `medianSeconds` (from copying or last seeing the value to entering it; null in rows of fewer than `k` people).
 *
 * @example
 * ```ts
 * import { readInteractions, transfers } from "tracebook";
 * transfers(await readInteractions("data/order-desk.csv"));
 * ```
 * @throws OptionError if an option is out of range.
 */
export function transfers(
  log: InteractionLog,
  options: TransferOptions = {},
): TypedTable<TransferRow> & { readonly about: TransfersAbout } {
  requireInteractionLog(log);
  const carried = findTransfers(log, transferRules(options));
  const rows = edgesOf(log, carried), timeOf = timesOfEnough(log, options);
  const of = <K extends keyof TransferEdge>(name: K) => rows.map((row) => row[name]);
  const count = (kind: Carried["kind"]) => carried.filter((one) => one.kind === kind).length;
  const guessed = carried.filter((one) => one.guessed).length;
  const notes: string[] = [];
  if (!log.attribute("valueNew") && !log.attribute("clipboard") && !log.attribute("valueOld")) {
    notes.push("The log tells no values: pastes are matched with the last copy, and re-typing cannot be seen.");
  } else if (guessed > 0) {
    notes.push(
      `${formatCount(guessed)} of ${
        formatCount(count("copy-paste"))
      } pastes are matched with the last copy: their values are unknown.`,
    );
  }
  const unmasked = unmaskedNote(log);
  if (unmasked !== undefined) notes.push(unmasked);
  return Object.assign(
    typedTable<TransferRow>({
      fromApp: of("fromApp"),
      fromElement: of("fromElement"),
      toApp: of("toApp"),
      toElement: of("toElement"),
      count: of("count"),
      people: of("people"),
      kind: of("kind"),
      medianSeconds: rows.map(({ people, medianSeconds }) => orNull(timeOf(people, medianSeconds))),
    }),
    { about: { copyPastes: count("copy-paste"), reTypings: count("re-typing"), guessed, notes } },
  );
}

/** @throws OptionError if an option is out of range. */
export function transferRules(options: TransferOptions): TransferRules {
  const { minLength = 4, maxFrequency = 0.01 } = options;
  if (!(minLength >= 1)) throw new OptionError(`Expected minLength to be a number from 1 but found ${minLength}`);
  if (!(maxFrequency >= 0 && maxFrequency <= 1)) {
    throw new OptionError(`Expected maxFrequency to be a share from 0 to 1 but found ${maxFrequency}`);
  }
  return { within: secondsAbove0("withinSeconds", options.withinSeconds ?? 1800) * 1000, minLength, maxFrequency };
}

export interface TransferEdge {
  readonly fromApp: string | null;
  readonly fromElement: string | null;
  readonly toApp: string | null;
  readonly toElement: string | null;
  readonly kind: Carried["kind"];
  readonly count: number;
  readonly people: number;
  readonly medianSeconds: number;
  readonly members: readonly Carried[];
}

export function edgesOf(log: InteractionLog, carried: readonly Carried[]): TransferEdge[] {
  const element = log.element;
  const groups = new Map<string, Carried[]>();
  for (const one of carried) {
    const key = [log.app[one.from], element.codes[one.from], log.app[one.to], element.codes[one.to], one.kind].join();
    const known = groups.get(key);
    if (known) known.push(one);
    else groups.set(key, [one]);
  }
  const edges = [...groups.values()].map((members) => {
    const { from, to, kind } = members[0]!;
    const source = textOfPlace(log, element, from), target = textOfPlace(log, element, to);
    return {
      fromApp: source.app,
      fromElement: source.element,
      toApp: target.app,
      toElement: target.element,
      kind,
      count: members.length,
      people: new Set(members.map((one) => log.user[one.to]!)).size,
      medianSeconds: !log.hasTimes
        ? NaN
        : median(Float64Array.from(members, (one) => (log.time[one.to]! - log.time[one.from]!) / 1000)),
      members,
    };
  });
  const name = ({ fromApp, fromElement, toApp, toElement, kind }: TransferEdge) =>
    [fromApp ?? "", fromElement ?? "", toApp ?? "", toElement ?? "", kind].join("\u0001");
  return edges.sort((a, b) => b.count - a.count || byCodeUnit(name(a), name(b)));
}
