/** Where the values that a skeleton enters come from: columns of the input file, rules, constants, people. */
import { actionWords } from "../../segmentation/action_words.ts";
import type { DescribedTask } from "../definition/described_task.ts";
import type { Loop } from "../definition/main_way.ts";
import { plainText } from "../definition/plain_text.ts";
import type { FoundProgram } from "../programs/find_programs.ts";
import { type Masks, masksOf } from "../programs/masks.ts";
import type { ColumnPlan, RulePlan, SourcePlan, StepDraft, ValuePlan } from "./plan.ts";

/** Plans values in the order of the steps, and collects the columns and rules that they need. */
export class ValuePlanner {
  readonly columns: ColumnPlan[] = [];
  readonly rules: RulePlan[] = [];
  /** Steps in a browser whose value a later one needs, by their place. */
  readonly stepsRead = new Set<number>();
  readonly #described: DescribedTask;
  readonly #drafts: readonly StepDraft[];
  readonly #loops: readonly Loop[];
  readonly #masks: Masks;
  /** Column that holds what is seen at a step outside of the browser, by the step's place and what is seen. */
  readonly #given = new Map<string, string>();

  constructor(described: DescribedTask, drafts: readonly StepDraft[], loops: readonly Loop[]) {
    this.#described = described;
    this.#drafts = drafts;
    this.#loops = loops;
    this.#masks = masksOf(described.work.log);
  }

  columnOfRead(at: number): string | undefined {
    return this.#given.get(`${at} value`);
  }

  valueOf(at: number): ValuePlan {
    const told = this.#described.told[at], found = told?.found ?? null;
    const person = (why: string): ValuePlan => ({
      from: "person",
      column: this.#column(at, this.#nameOf(at), why),
      why,
    });
    if (!told || this.#isUncertain(at)) return person("The recording does not tell where its value comes from.");
    if (told.verdict !== "program" && told.verdict !== "constant") return person(told.why ?? "Its value is not known.");
    if (!found) return person("Its value is not known.");
    if (this.#isMasked(found)) return person("Its rule holds values that were masked on reading the recording.");
    if (found.program.op === "constant") return { from: "constant", text: found.program.text };
    const sources = found.sources.map((name) => this.#placeOf(name, at));
    if (sources.includes(undefined)) {
      return person(`Its rule needs what is not on the main way: ${plainText(found.words)}`);
    }
    const only = sources[0]!;
    if (found.program.op === "input" && only.field === "value" && this.#isOutside(only.at!)) {
      return { from: "column", column: this.#givenColumn(only.at!, "value", this.#nameOf(at)) };
    }
    const rule = this.rules.length + 1;
    this.rules.push({
      number: rule,
      name: plainText(found.target),
      words: plainText(found.words, 1000),
      program: found.program,
      heldOutRight: found.heldOutRight,
      heldOutTotal: found.heldOutTotal,
    });
    return { from: "rule", rule, sources: sources.map((source) => this.#sourceOf(source!, at)) };
  }

  #isMasked(found: FoundProgram): boolean {
    const text = JSON.stringify(found.program);
    return this.#masks.hide(text) !== text;
  }

  #isOutside(at: number): boolean {
    const { act } = this.#drafts[at]!;
    return act !== "read" && act !== "fill";
  }

  /**
   * The step that a source of a program names. Undefined where the main way has no such step before, or where it cannot be
   * told which pass of a loop is meant.
   */
  #placeOf(name: string, target: number): Place | undefined {
    const { main, told } = this.#described;
    if (name === "the same in the instance before") return { field: "before", at: target };
    if (name.startsWith("what stood in ") && name.endsWith(" before")) return { field: "field", at: target };
    if (name === "what was copied last") {
      for (let at = target - 1; at >= 0; at--) {
        if (this.#kindOf(at) === "copy") return { field: "value", at };
      }
      return undefined;
    }
    for (let at = target - 1; at >= 0; at--) {
      const own = told[at]?.target;
      if (own === undefined || this.#isUncertain(at)) continue;
      if (name === own) return { field: "value", at };
      if (name === `title at ${own}`) return { field: "title", at };
      if (name === `address at ${own}`) return { field: "address", at };
      if (name === `clipboard at ${own}` && main.steps[at]) return { field: "value", at };
    }
    return undefined;
  }

  /** Whether a loop before the step repeats its action, so that occurrences in programs and on the main way differ. */
  #isUncertain(at: number): boolean {
    const { main } = this.#described, { action } = main.steps[at]!;
    return main.loops.some(({ from, to }) =>
      to < at && main.steps.slice(from, to + 1).some((step) => step.action === action)
    );
  }

  #sourceOf({ field, at }: Place, target: number): SourcePlan {
    if (field === "before") return { from: "case before", step: target + 1 };
    if (field === "field") return { from: "field" };
    if (field !== "value") {
      if (this.#drafts[at]!.site !== null) return { from: field, step: at + 1 };
      return { from: "column", column: this.#givenColumn(at, field, `${field} at ${this.#nameOf(at)}`) };
    }
    if (this.#isOutside(at)) return { from: "column", column: this.#givenColumn(at, "value", this.#nameOf(at)) };
    this.stepsRead.add(at);
    return { from: "step", step: at + 1 };
  }

  #givenColumn(at: number, field: string, name: string): string {
    const key = `${at} ${field}`;
    let column = this.#given.get(key);
    if (column === undefined) {
      column = this.#column(at, name, null);
      this.#given.set(key, column);
    }
    return column;
  }

  #column(at: number, wanted: string, why: string | null): string {
    let name = wanted;
    for (let n = 2; this.columns.some((column) => column.name === name); n++) name = `${wanted} (${n})`;
    const loop = this.#loops.findIndex(({ from, to }) => from <= at && at <= to);
    const label = this.#drafts[at]!.label;
    const about = why === null ? `What is seen at step ${at + 1}, “${label}”.` : `Step ${at + 1}, “${label}”. ${why}`;
    this.columns.push({ name, about, asks: why !== null, loop: loop < 0 ? null : loop });
    return name;
  }

  #nameOf(at: number): string {
    const { main, work: { log } } = this.#described;
    const words = actionWords(log, main.steps[at]!.action);
    const label = this.#drafts[at]!.element?.names[0] ?? words.element ?? this.#drafts[at]!.label;
    return plainText(label, 60);
  }

  #kindOf(at: number): string {
    const { main, work: { log } } = this.#described;
    return log.actionClassAt(main.steps[at]!.events[0]!);
  }
}

interface Place {
  readonly field: "value" | "title" | "address" | "field" | "before";
  readonly at: number;
}
