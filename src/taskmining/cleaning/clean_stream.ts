/** Interactions while they are cleaned: what each is and where, which are gone, which were merged. */
import { columnNamed, takeRows, type TextColumn } from "../../base/column.ts";
import { ACTION_CLASSES, type ActionClass } from "../../io/interactions/action_class.ts";
import { combineText, textAt } from "../../io/interactions/text_columns.ts";
import type { InteractionLog } from "../../log/interactions/interaction_log.ts";

/** A clipboard's row that becomes the copy of an element. */
export interface Merger {
  /** Interaction that tells the element. */
  readonly from: number;
  readonly eventType: string;
}

/** Marks an interaction as gone. */
export type Drop = (index: number) => void;

/** Interactions are named by their index in the log. */
export class CleaningStream {
  readonly log: InteractionLog;
  readonly mergers = new Map<number, Merger>();
  /** Code of application, window and sheet, -1 where the log knows none of them. */
  readonly place: Int32Array;
  /** Code of the element in its place, its row included; -1 where there is none. */
  readonly target: Int32Array;
  readonly #gone: Uint8Array;
  #order: Int32Array | undefined;
  readonly #type: TextColumn | undefined;
  readonly #types: readonly string[];
  readonly #columns = new Map<string, TextColumn | undefined>();

  constructor(log: InteractionLog) {
    this.log = log;
    this.#gone = new Uint8Array(log.interactions);
    this.#type = this.#column("eventType");
    this.#types = (this.#type?.dictionary ?? []).map((type) => type.toLowerCase().replace(/[\s_-]/g, ""));
    const joined = (name: string, names: readonly string[], needed: number) =>
      combineText(
        names.map((one) => this.#column(one)),
        name,
        log.interactions,
        (...values) => values.slice(-needed).some((value) => value !== undefined) ? JSON.stringify(values) : undefined,
      ).codes;
    const place = ["app", "container1", "container2"];
    this.place = joined("place", place, place.length);
    const element = ["rowKey", "elementId", "elementName", "elementLabel"];
    this.target = joined("target", [...place, ...element], element.length);
  }

  /** Interactions that are left, by user and then time. */
  order(): Int32Array {
    if (this.#order) return this.#order;
    const order = new Int32Array(this.#gone.length);
    let n = 0;
    for (let i = 0; i < order.length; i++) if (this.#gone[i] === 0) order[n++] = i;
    return this.#order = order.subarray(0, n);
  }

  /** Applies a rule; how many interactions it took out, and the first of them. */
  run(apply: (stream: CleaningStream, drop: Drop) => void): { count: number; first: number } {
    let count = 0, first = -1;
    apply(this, (i) => {
      if (this.#gone[i] === 1) return;
      this.#gone[i] = 1;
      this.#order = undefined;
      if (count++ === 0) first = i;
    });
    return { count, first };
  }

  merge(index: number, merger: Merger): void {
    this.mergers.set(index, merger);
    this.target[index] = this.target[merger.from]!;
    this.place[index] = this.place[merger.from]!;
  }

  kindOf(index: number): ActionClass {
    return ACTION_CLASSES[this.log.actionClass[index]!]!;
  }

  /** Whether the log has the canonical column, with any value. */
  has(name: string): boolean {
    return this.#column(name) !== undefined;
  }

  /** The recorder's word for what was done: small letters without spaces, `_` and `-`; empty where it has none. */
  typeOf(index: number): string {
    const code = this.#type?.codes[index] ?? -1;
    return code < 0 ? "" : this.#types[code]!;
  }

  /** Value of a canonical column as the recorder had it. */
  textOf(name: string, index: number): string | undefined {
    const column = this.#column(name);
    return column && textAt(column, index);
  }

  /** What was copied or pasted. */
  contentOf(index: number): string | undefined {
    return this.textOf("clipboard", index)?.trim();
  }

  inWords(index: number): string {
    const { log } = this;
    const time = new Date(log.time[index]!).toISOString();
    return `${log.actions[log.action[index]!]} at ${time} (row ${log.rows[index]! + 1})`;
  }

  #column(name: string): TextColumn | undefined {
    if (!this.#columns.has(name)) {
      const column = columnNamed(this.log.source.canonical, name);
      this.#columns.set(name, column?.kind === "text" ? takeRows(column, this.log.rows) as TextColumn : undefined);
    }
    return this.#columns.get(name);
  }
}
