/** What a skeleton does at each step of the main way, before it is written for a tool. */
import type { Program } from "../programs/program.ts";

/** How an element of a page is found: by role and name, then by label, then, where the log has no label, by id. */
export interface ElementPlan {
  readonly roles: readonly string[];
  /** Names as they were recorded, the most human first. */
  readonly names: readonly string[];
  readonly ids: readonly string[];
  /** Whether a name is what stood on the screen. Else ids are tried, too. */
  readonly labelled: boolean;
}

/** What tells a screen: the constant ends of its title and of its address, and its name among the headings. */
export interface ScreenPlan {
  readonly name: string;
  readonly title: Ends | null;
  readonly address: Ends | null;
}

/** Text that is always the same, before and after what varies. `whole` where nothing varies. */
export interface Ends {
  readonly start: string;
  readonly end: string;
  readonly whole: boolean;
}

/** Where the value of a step comes from. */
export type ValuePlan =
  | { readonly from: "column"; readonly column: string }
  | { readonly from: "constant"; readonly text: string }
  | { readonly from: "rule"; readonly rule: number; readonly sources: readonly SourcePlan[] }
  /** The column's cell if it is filled, else a person is asked. */
  | { readonly from: "person"; readonly column: string; readonly why: string };

/** An input of a rule. */
export type SourcePlan =
  | { readonly from: "column"; readonly column: string }
  /** What was read, entered or clicked at an earlier step. */
  | { readonly from: "step"; readonly step: number }
  /** Title or address of the page at an earlier step. */
  | { readonly from: "title" | "address"; readonly step: number }
  /** What stands in the field before it is filled. */
  | { readonly from: "field" }
  /** What the step entered in the case before. */
  | { readonly from: "case before"; readonly step: number };

export type ActPlan = "fill" | "click" | "press" | "open" | "read" | "nothing" | "desktop";

export interface StepPlan {
  readonly number: number;
  readonly label: string;
  readonly act: ActPlan;
  /** Name of the application, or origin of the site; null where the step is none of a browser. */
  readonly site: string | null;
  readonly element: ElementPlan | null;
  readonly value: ValuePlan | null;
  /** Keys that are pressed, as Playwright names them. */
  readonly keys: string | null;
  /** Screen that has to be there before the step, and after it. */
  readonly before: ScreenPlan | null;
  readonly after: ScreenPlan | null;
  /** Column that holds what a desktop step reads: then nothing is left to do for it. */
  readonly given: string | null;
  /** Why it is no step of a browser, for the stub. */
  readonly why: string | null;
}

/** A step that is still being planned. */
export type StepDraft = { -readonly [K in keyof StepPlan]: StepPlan[K] };

/** Steps that are done once for each pass whose columns are filled. */
export interface LoopPlan {
  readonly from: number;
  readonly to: number;
  readonly columns: readonly string[];
  readonly mostPasses: number;
}

export interface ColumnPlan {
  readonly name: string;
  /** For the README. */
  readonly about: string;
  /** May be empty: then a person is asked. */
  readonly asks: boolean;
  /** Number of the loop in `loops`, from 0: the column then stands once for each pass, as `Article 1`, `Article 2`. */
  readonly loop: number | null;
}

export interface SkeletonPlan {
  readonly task: string;
  readonly log: string;
  readonly steps: readonly StepPlan[];
  readonly loops: readonly LoopPlan[];
  readonly columns: readonly ColumnPlan[];
  /** Sites with the address where each case begins; empty where the log does not tell it. */
  readonly sites: readonly { readonly name: string; readonly address: string }[];
  readonly rules: readonly RulePlan[];
  /** What the skeleton leaves to people, in sentences. */
  readonly left: readonly string[];
}

export interface RulePlan {
  readonly number: number;
  readonly name: string;
  readonly words: string;
  readonly program: Program;
  readonly heldOutRight: number;
  readonly heldOutTotal: number;
}
