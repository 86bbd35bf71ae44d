/** Work done again within a task instance: fields edited again, things undone or deleted, forms sent again. */
import { asText } from "../../base/text_codes.ts";
import { tableOfRows, type TypedTable } from "../../base/typed_table.ts";
import { ACTION_CLASSES } from "../../io/interactions/action_class.ts";
import { combineText } from "../../io/interactions/text_columns.ts";
import type { InteractionLog } from "../../log/interactions/interaction_log.ts";
import { type InstanceSteps, stepsOf, type TaskWork } from "../instances/steps.ts";
import type { Hidden, ShownPeople } from "../people.ts";
import { groupSteps, suppressedSteps } from "../measures/sequence_variability.ts";

export interface ReworkOptions extends ShownPeople {
  /** What makes the groups within a kind of task: `team`, any column, or several. @default none: a row each kind */
  readonly by?: string | readonly string[];
}

export interface ReworkFigures {
  readonly people: number;
  readonly instances: number;
  /** Instances with any rework, and their share. */
  readonly reworked: number;
  readonly reworkShare: number;
  readonly reEdits: number;
  readonly undos: number;
  readonly reSubmits: number;
  readonly iterations: number;
}

/** A row of `rework`: a kind of task or a group within it. Figures are null where `suppressed`. */
export type ReworkRow =
  & { readonly task: string | null }
  & (ReworkFigures & { readonly suppressed: false } | Hidden<ReworkFigures> & { readonly suppressed: true });

/**
 * Rework of each kind of task, and of groups within it; a row each, as `sequenceVariability` orders them.
 *
 * - `reEdits`: an element edited (or pasted into) again after another was edited. A row of a table is its own element
 *   where the log tells rows. Where it does not, filling in the next row is no rework: an edit is an `iteration` where
 *   the element edited before it, or the one edited after it, is the same as the time before.
 * - `undos`: undo and delete keys and commands.
 * - `reSubmits`: the same submit action, or a click on a button that submits, saves, sends or confirms, done again.
 *
 * Columns: `task`; each column of `by`; `people`; `instances`; `reworked` (instances with any of the three);
 * `reworkShare`; `reEdits`; `undos`; `reSubmits`; `iterations`; `suppressed`. Figures of groups of fewer than `k` people
 * are null, as in `handleTimes`.
 *
 * @example
 * ```ts
 * import { readInteractions, rework, segmentTasks } from "tracebook";
 * rework(segmentTasks(await readInteractions("data/order-desk.csv")), { by: "team" });
 * ```
 * @throws InputError if the log has no such column.
 */
export function rework(
  work: TaskWork,
  options: ReworkOptions = {},
): TypedTable<ReworkRow> & { readonly about: { readonly notes: readonly string[] } } {
  const by = (options.by === undefined ? [] : typeof options.by === "string" ? [options.by] : [...options.by])
    .filter((name) => name !== "task");
  const steps = stepsOf(work);
  const counts = reworkOfInstances(steps);
  const groups = groupSteps(steps, by);
  const { hidden, note } = suppressedSteps(steps, groups, options);
  const rows = groups.map(({ task, values, members }, i): ReworkRow => {
    const group = { task, ...Object.fromEntries(by.map((name, c) => [name, values[c]])) };
    if (hidden[i] === 1) return { ...group, ...NOTHING, suppressed: true };
    const sum = (of: Int32Array) => members.reduce((total, k) => total + of[k]!, 0);
    const reworked = members.filter((k) => counts.reEdits[k]! + counts.undos[k]! + counts.reSubmits[k]! > 0).length;
    return {
      ...group,
      suppressed: false,
      people: new Set(members.map((k) => steps.log.user[steps.events[steps.offsets[k]!]!] ?? -1)).size,
      instances: members.length,
      reworked,
      reworkShare: reworked / members.length,
      reEdits: sum(counts.reEdits),
      undos: sum(counts.undos),
      reSubmits: sum(counts.reSubmits),
      iterations: sum(counts.iterations),
    };
  });
  const result = tableOfRows<ReworkRow>(rows, ["task", ...by, ...FIGURES, "suppressed"]);
  return Object.assign(result, { about: { notes: note ? [...steps.notes, note] : steps.notes } });
}

const FIGURES: readonly (keyof ReworkFigures)[] = [
  "people",
  "instances",
  "reworked",
  "reworkShare",
  "reEdits",
  "undos",
  "reSubmits",
  "iterations",
];

const NOTHING = Object.fromEntries(FIGURES.map((name) => [name, null])) as Hidden<ReworkFigures>;

export interface ReworkCounts {
  /** Of each instance. */
  readonly reEdits: Int32Array;
  readonly iterations: Int32Array;
  readonly undos: Int32Array;
  readonly reSubmits: Int32Array;
}

const EDIT = ACTION_CLASSES.indexOf("edit"), PASTE = ACTION_CLASSES.indexOf("paste");
const SUBMIT = ACTION_CLASSES.indexOf("submit"), CLICK = ACTION_CLASSES.indexOf("click");

export function reworkOfInstances(steps: InstanceSteps): ReworkCounts {
  const { log, count, offsets, events } = steps;
  const nature = naturesOf(log);
  const reEdits = new Int32Array(count), iterations = new Int32Array(count);
  const undos = new Int32Array(count), reSubmits = new Int32Array(count);
  for (let k = 0; k < count; k++) {
    const edited: number[] = [];
    const submitted = new Set<number>();
    for (let e = offsets[k]!; e < offsets[k + 1]!; e++) {
      const i = events[e]!;
      if (nature.undo[i]) {
        undos[k]!++;
        continue;
      }
      if (nature.submit[i]) {
        if (submitted.has(log.action[i]!)) reSubmits[k]!++;
        submitted.add(log.action[i]!);
      }
      const place = nature.edited[i]!;
      if (place >= 0 && edited.at(-1) !== place) edited.push(place);
    }
    countEdits(edited, k, reEdits, iterations);
  }
  return { reEdits, iterations, undos, reSubmits };
}

/** `edited`: elements in the order of their editing, the same one not twice in a row. */
function countEdits(edited: readonly number[], k: number, reEdits: Int32Array, iterations: Int32Array): void {
  const last = new Map<number, number>();
  edited.forEach((place, at) => {
    const before = last.get(place);
    if (before !== undefined) {
      const sameBefore = before > 0 && edited[before - 1] === edited[at - 1];
      const sameAfter = at + 1 < edited.length && edited[before + 1] === edited[at + 1];
      (sameBefore || sameAfter ? iterations : reEdits)[k]!++;
    }
    last.set(place, at);
  });
}

const UNDO_TYPE =
  /^(undo|delete|del|backspace|clear|ruckgangig|loschen|entfernen|annuler|supprimer|deshacer|borrar|eliminar|ongedaanmaken|wissen|verwijderen)$/;
const UNDO_KEY =
  /^((ctrl|control|cmd|command|strg|⌘)[\s+-]*z|undo|backspace|back space|delete|del|entf|suppr|supr|ruckgangig|annuler|deshacer)$/i;
const COMPLETES =
  /\b(submit|save|send|confirm|book|post|absenden|speichern|senden|bestatigen|buchen|envoyer|enregistrer|valider|confirmer|enviar|guardar|confirmar|verzenden|opslaan|bevestigen)\b/i;

function naturesOf(log: InteractionLog) {
  const text = (name: string) => {
    const column = log.attribute(name);
    return column && asText(column);
  };
  const per = (dictionary: readonly string[] | undefined, test: (value: string) => boolean) => dictionary?.map(test);
  const { eventType, element } = log;
  const value = log.value;
  const types = per(eventType.dictionary, (type) => UNDO_TYPE.test(plain(type).replace(/[\s_-]/g, "")))!;
  const keys = per(value.dictionary, (key) => UNDO_KEY.test(plain(key).trim()))!;
  const names = per(element.dictionary, (name) => UNDO_KEY.test(plain(name).trim()))!;
  const label = text("elementLabel"), elementName = text("elementName");
  const completing = combineText(
    [label, elementName, element],
    "completes",
    log.interactions,
    (...words) => words.some((word) => word !== undefined && COMPLETES.test(plain(word))) ? "yes" : undefined,
  );
  const hotkey = ACTION_CLASSES.indexOf("hotkey");
  const at = (codes: Int32Array, flags: readonly boolean[], i: number) => codes[i]! >= 0 && flags[codes[i]!]!;
  const undo = new Uint8Array(log.interactions), submit = new Uint8Array(log.interactions);
  const edited = combineText(
    [text("app"), text("container1"), text("container2"), element, text("rowKey")],
    "place",
    log.interactions,
    (...parts) => parts[3] === undefined ? undefined : JSON.stringify(parts),
  ).codes;
  for (let i = 0; i < log.interactions; i++) {
    const kind = log.actionClass[i]!;
    const isKey = kind === hotkey && (at(value.codes, keys, i) || at(element.codes, names, i));
    undo[i] = at(eventType.codes, types, i) || isKey ? 1 : 0;
    submit[i] = kind === SUBMIT || (kind === CLICK && completing.codes[i]! >= 0) ? 1 : 0;
    if (kind !== EDIT && kind !== PASTE) edited[i] = -1;
  }
  return { undo, submit, edited };
}

/** Lower case, without accents. */
function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
