/** What makes it hard to tell which order a piece of desk work belongs to: dials on the order desks' recording. */
import { OptionError } from "../../base/errors.ts";
import { chance, pick, type Random, randomStream, uniformInteger } from "../../base/random.ts";
import { byCodeUnit } from "../../base/text_codes.ts";
import { reportScript } from "./order_desk_routines.ts";
import type { Interaction, OrderDesk, TaskInstance } from "./desk_recording.ts";

/** Shares of the task instances, 0 to 1. All are 0 unless given. */
export interface DeskDials {
  /** The order's number appears nowhere. */
  readonly identifierMissing?: number;
  /** The number is written wrong throughout: a digit is dropped, doubled or changed, or two are swapped. */
  readonly misspelt?: number;
  /** The number is written in another way: `SO-0010234`, `0000010234`, `10-234`, `10 234`. */
  readonly reformatted?: number;
  /** One mail is about three orders: the work on them is one instance. */
  readonly threeOrders?: number;
  /** One person reads and collects, a colleague of the team does the rest: two instances of one event. */
  readonly colleagueFinishes?: number;
  /** Pieces of work that belong to no order, added in free time, as a share of the instances there are. */
  readonly withoutCase?: number;
}

const DIALS = [
  "identifierMissing",
  "misspelt",
  "reformatted",
  "threeOrders",
  "colleagueFinishes",
  "withoutCase",
] as const satisfies readonly (keyof DeskDials)[];

/**
 * The desk with its dials turned. Without dials it is the same object.
 *
 * @throws OptionError if a dial is no share, or not one of them.
 */
export function turnDials(desk: OrderDesk, seed: number, dials: DeskDials): OrderDesk {
  for (const [name, value] of Object.entries(dials)) {
    if (!(DIALS as readonly string[]).includes(name)) {
      throw new OptionError(`Expected dials to be among ${DIALS.join(", ")} but found "${name}".`);
    }
    if (!(value >= 0 && value <= 1)) throw new OptionError(`Expected ${name} to be from 0 to 1 but found ${value}.`);
  }
  if (DIALS.every((name) => !dials[name])) return desk;
  const rowsOf = Map.groupBy(desk.interactions, ({ segment }) => segment);
  const work = desk.instances.map((instance): Piece => ({ instance, rows: rowsOf.get(instance.segment) ?? [] }));
  const joined = joinOrders(work, dials.threeOrders ?? 0, seed);
  const shared = shareWithColleagues(joined, dials.colleagueFinishes ?? 0, seed);
  const written = shared.map((piece) => writeNumbers(piece, dials, seed));
  const all = [...written, ...workWithoutOrder(written, dials.withoutCase ?? 0, seed)];
  const rows = [...rowsOf.get(undefined) ?? [], ...all.flatMap((piece) => piece.rows)];
  return {
    interactions: rows.sort((a, b) => a.time - b.time || byCodeUnit(a.user, b.user)),
    instances: all.map(({ instance, rows }) => ({ ...instance, ...spanOf(rows), interactions: rows.length })),
  };
}

interface Piece {
  readonly instance: TaskInstance;
  readonly rows: readonly Interaction[];
}

function spanOf(rows: readonly Interaction[]) {
  return { begin: rows[0]!.time, end: rows.at(-1)!.time };
}

/** The next two pieces of work of the same kind and person on the same day are joined to the first. */
function joinOrders(work: readonly Piece[], share: number, seed: number): Piece[] {
  if (share === 0) return [...work];
  const taken = new Set<number>();
  const joined: Piece[] = [];
  for (const [i, piece] of work.entries()) {
    const { segment, task, user, begin } = piece.instance;
    if (taken.has(segment)) continue;
    const random = randomStream(seed, "three orders", segment);
    const next = chance(random, share) && piece.instance.putAside === 0
      ? work.slice(i + 1).filter(({ instance }) =>
        instance.task === task && instance.user === user && instance.putAside === 0 && !taken.has(instance.segment) &&
        instance.begin < begin + 7200 && instance.case !== piece.instance.case
      ).slice(0, 2)
      : [];
    if (next.length < 2) {
      joined.push(piece);
      continue;
    }
    for (const { instance } of next) taken.add(instance.segment);
    const rows = next.flatMap((one) => one.rows.filter((row) => row.time >= one.instance.erpStart));
    joined.push({
      instance: {
        ...piece.instance,
        alsoCases: next.map(({ instance }) => instance.case!),
        pauses: next.reduce((sum, { instance }) => sum + instance.pauses, piece.instance.pauses),
      },
      rows: [...piece.rows, ...rows.map((row) => ({ ...row, segment }))].sort((a, b) => a.time - b.time),
    });
  }
  return joined;
}

/** What comes before the ERP screen is done by another member of the team, as an instance of its own. */
function shareWithColleagues(work: readonly Piece[], share: number, seed: number): Piece[] {
  if (share === 0) return [...work];
  let last = work.reduce((most, { instance }) => Math.max(most, instance.segment), 0);
  return work.flatMap((piece): Piece[] => {
    const { instance, rows } = piece;
    const random = randomStream(seed, "colleague", instance.segment);
    const lead = rows.filter((row) => row.time < instance.erpStart);
    if (!chance(random, share) || lead.length === 0 || lead.length === rows.length) return [piece];
    const team = [
      ...new Set(work.filter((one) => one.instance.team === instance.team).map((one) => one.instance.user)),
    ];
    const others = team.filter((name) => name !== instance.user).sort();
    if (others.length === 0) return [piece];
    const user = pick(random, others), segment = ++last;
    return [
      { instance: { ...instance, segment, user }, rows: lead.map((row) => ({ ...row, user, segment })) },
      { instance, rows: rows.slice(lead.length) },
    ];
  });
}

function writeNumbers(piece: Piece, dials: DeskDials, seed: number): Piece {
  const { instance, rows } = piece;
  const random = randomStream(seed, "numbers", instance.segment);
  const write = new Map<string, string>();
  const draw = random();
  const { identifierMissing: missing = 0, misspelt = 0, reformatted = 0 } = dials;
  for (const order of [instance.case!, ...(instance.alsoCases ?? [])].map(String)) {
    if (draw < missing) write.set(order, "");
    else if (draw < missing + misspelt) write.set(order, misspell(order, random));
    else if (draw < missing + misspelt + reformatted) write.set(order, anotherWay(order, random));
  }
  if (write.size === 0) return piece;
  const change = (text: string) => {
    let changed = text;
    for (const [order, other] of write) {
      changed = changed.replace(new RegExp(`(?<!\\d)${order}(?!\\d)`, "g"), other).trim();
    }
    return changed;
  };
  return {
    instance,
    rows: rows.map((row) => ({ ...row, window: change(row.window), url: change(row.url), value: change(row.value) })),
  };
}

function misspell(number: string, random: Random): string {
  const at = uniformInteger(random, 1, number.length - 2);
  const [a, b] = [number[at]!, number[at + 1]!];
  const [before, after] = [number.slice(0, at), number.slice(at + 1)];
  switch (uniformInteger(random, 0, 3)) {
    case 0:
      return before + after;
    case 1:
      return before + a + a + after;
    case 2:
      return before + `${(Number(a) + uniformInteger(random, 1, 9)) % 10}` + after;
    default:
      return a === b ? before + after : before + b + a + number.slice(at + 2);
  }
}

function anotherWay(number: string, random: Random): string {
  const half = number.length - 3;
  return pick(random, [
    `SO-00${number}`,
    number.padStart(10, "0"),
    `${number.slice(0, half)}-${number.slice(half)}`,
    `${number.slice(0, half)} ${number.slice(half)}`,
  ]);
}

/** Reports are compiled where a person has time between two pieces of work. */
function workWithoutOrder(work: readonly Piece[], share: number, seed: number): Piece[] {
  if (share === 0) return [];
  let last = work.reduce((most, { instance }) => Math.max(most, instance.segment), 0);
  const byUser = Map.groupBy(work, ({ instance }) => instance.user);
  return [...byUser].flatMap(([user, own]) => {
    const spans = own.map((piece) => ({ ...spanOf(piece.rows), piece })).sort((a, b) => a.begin - b.begin);
    let busyUntil = -Infinity;
    return spans.flatMap(({ end, piece }, i): Piece[] => {
      busyUntil = Math.max(busyUntil, end);
      const random = randomStream(seed, "report", user, piece.instance.segment);
      const free = (spans[i + 1]?.begin ?? 0) - busyUntil;
      if (!chance(random, share) || free < 240 || free > 3 * 3600) return [];
      const segment = ++last, task = "Compile report";
      const { team } = piece.instance;
      let time = busyUntil + 20;
      const rows = reportScript(random).map((action): Interaction => {
        time += uniformInteger(random, 4, 20);
        return { ...action, time, user, team, segment, task };
      });
      const instance: TaskInstance = {
        ...{ segment, task, user, team, way: "direct", ...spanOf(rows), erpStart: NaN, erpTime: NaN },
        ...{ pauses: 0, putAside: 0, interactions: rows.length },
      };
      return [{ instance, rows }];
    });
  });
}
