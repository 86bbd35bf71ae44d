/** What the page and its two workers say to each other. */
import type { SelectionStep } from "../../../mining/explore/selection_step.ts";
import type { Dfg } from "../../../models/dfg.ts";
import type { SteadyMap, SteadyMapSettings } from "../../map/steady_map.ts";
import type { CaseAnswer, CasesQuestion } from "./case_answers.ts";
import type { Overview } from "./overview.ts";
import type { ExportedTable, PanelQuestions, SelectionAnswers } from "./session.ts";

/** To the engine. Of selections only the newest is answered to the end. */
export type EngineRequest =
  | { readonly kind: "open"; readonly packed: Uint8Array }
  | {
    readonly kind: "select";
    readonly id: number;
    readonly steps: readonly SelectionStep[];
    readonly pinned: readonly SelectionStep[] | null;
    readonly questions: PanelQuestions;
    /** Only these; all without it. */
    readonly only?: readonly (keyof SelectionAnswers)[];
  }
  | { readonly kind: "case"; readonly id: string }
  /** Of the selection that was asked for last. */
  | { readonly kind: "file"; readonly of: ExportedTable; readonly cases: CasesQuestion };

export type EngineReply =
  | { readonly kind: "opened"; readonly overview: Overview; readonly map: Dfg }
  | {
    readonly kind: "answer";
    readonly id: number;
    readonly name: keyof SelectionAnswers;
    readonly value: SelectionAnswers[keyof SelectionAnswers];
  }
  | { readonly kind: "done"; readonly id: number }
  | { readonly kind: "case"; readonly found: CaseAnswer | undefined }
  | { readonly kind: "file"; readonly of: ExportedTable; readonly content: Blob }
  | { readonly kind: "failed"; readonly words: string };

/** To the layout. */
export type LayoutRequest =
  | { readonly kind: "open"; readonly map: Dfg }
  | { readonly kind: "draw"; readonly id: number; readonly map: Dfg; readonly settings: SteadyMapSettings };

export type LayoutReply =
  /** Graphviz has been loaded: what is said to the worker before is lost. */
  | { readonly kind: "ready" }
  | { readonly kind: "drawn"; readonly id: number; readonly map: SteadyMap }
  | { readonly kind: "failed"; readonly words: string };
