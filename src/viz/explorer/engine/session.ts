/** An explorer's log and what is selected of it: answers questions of panels, without a page. */
import type { Table } from "../../../base/column.ts";
import type { EventLog } from "../../../log/events/event_log.ts";
import { selectCases } from "../../../log/events/select.ts";
import { directlyFollows } from "../../../mining/directly_follows.ts";
import { applyStep } from "../../../mining/explore/apply_selection.ts";
import { againstRest, comparedSides, comparisonCode } from "../../../mining/explore/compare_selections.ts";
import { codeOf, type SelectionCode, type StepCode, stepCode } from "../../../mining/explore/selection_code.ts";
import type { SelectionStep } from "../../../mining/explore/selection_step.ts";
import type { Dfg } from "../../../models/dfg.ts";
import {
  activitiesAnswer,
  eventsByBin,
  type Facts,
  factsOf,
  type NamedCount,
  resourcesAnswer,
  type SummaryAnswer,
  summaryAnswer,
  type VariantsAnswer,
  variantsAnswer,
} from "./answers.ts";
import { type AttributeAnswer, attributeAnswer } from "./attribute_answer.ts";
import {
  type CaseAnswer,
  caseAnswer,
  type CasesAnswer,
  casesAnswer,
  casesFound,
  type CasesQuestion,
} from "./case_answers.ts";
import { type ComparisonAnswer, comparisonAnswer } from "./comparison_answer.ts";
import { countInBins } from "../../kit/duration_bins.ts";
import { casesTable, eventsTable } from "./export_tables.ts";
import { type Overview, overviewOf } from "./overview.ts";

/** What a selection comes to, in the order in which the panels are told. */
export interface SelectionAnswers {
  readonly steps: StepsAnswer;
  readonly summary: SummaryAnswer;
  readonly variants: VariantsAnswer;
  readonly durations: Float64Array | null;
  readonly times: Float64Array | null;
  /** Null where no selection is pinned. */
  readonly comparison: ComparisonAnswer | null;
  /** Of the cases of both sides, where two selections are compared. */
  readonly map: Dfg;
  readonly activities: readonly NamedCount[];
  readonly resources: readonly NamedCount[];
  readonly attribute: AttributeAnswer | null;
  readonly cases: CasesAnswer;
}

export interface StepsAnswer {
  /** Cases that are left after each step; after one that is off, as many as before. */
  readonly left: readonly number[];
  readonly code: SelectionCode;
}

/** What panels ask beside the selection. */
export interface PanelQuestions {
  readonly attribute: string | null;
  readonly cases: CasesQuestion;
}

export const answerNames = [
  "steps",
  "summary",
  "variants",
  "durations",
  "times",
  "comparison",
  "map",
  "activities",
  "resources",
  "attribute",
  "cases",
] as const satisfies readonly (keyof SelectionAnswers)[];

export interface Session {
  readonly overview: Overview;
  /** The graph of the whole log. */
  readonly map: Dfg;
  /** @param pinned A selection that this one is compared with. */
  select(steps: readonly SelectionStep[], pinned?: readonly SelectionStep[] | null): void;
  answer<Name extends keyof SelectionAnswers>(name: Name, questions: PanelQuestions): SelectionAnswers[Name];
  /** One case of the whole log. */
  caseOf(id: string): CaseAnswer | undefined;
  /** What is selected, as a table for a file: the cases that are searched for, or the events of all. */
  table(of: ExportedTable, cases: CasesQuestion): Table;
}

export type ExportedTable = "cases" | "events";

interface Link {
  readonly key: string;
  readonly log: EventLog;
  readonly code: StepCode | undefined;
}

/** Steps that two selections begin with are not applied again. */
export function openSession(log: EventLog): Session {
  const overview = overviewOf(log), map = directlyFollows(log);
  let chain: Link[] = [];
  let compared: { readonly a: EventLog; readonly b: EventLog; readonly rest: boolean } | undefined;
  let comparedCode: SelectionCode | undefined;
  const selected = () => chain.at(-1)?.log ?? log;
  const known = new WeakMap<EventLog, Facts>();
  const facts = () => known.get(selected()) ?? known.set(selected(), factsOf(selected())).get(selected())!;
  const { times, durations } = overview;
  const answers: { [Name in keyof SelectionAnswers]: (questions: PanelQuestions) => SelectionAnswers[Name] } = {
    steps: () => ({
      left: chain.map(({ log }) => log.cases),
      code: comparedCode ?? codeOf(chain.flatMap(({ code }) => code ? [code] : [])),
    }),
    summary: () => summaryAnswer(selected(), facts()),
    comparison: () => compared ? comparisonAnswer(compared.a, compared.b, compared.rest) : null,
    map: () =>
      compared
        ? directlyFollows(bothOf(log, compared.a, compared.b))
        : selected() === log
        ? map
        : directlyFollows(selected()),
    variants: () => variantsAnswer(selected(), facts()),
    durations: () => durations ? countInBins(facts().seconds, durations.bins) : null,
    times: () => times ? selected() === log ? times.events : eventsByBin(selected(), times.edges) : null,
    activities: () => activitiesAnswer(selected()),
    resources: () => resourcesAnswer(selected()),
    attribute: ({ attribute }) => attribute === null ? null : attributeAnswer(selected(), attribute) ?? null,
    cases: ({ cases }) => casesAnswer(selected(), cases),
  };
  return {
    overview,
    map,
    select(steps, pinned = null) {
      const next: Link[] = [];
      for (const [i, step] of steps.entries()) {
        const key = JSON.stringify(step);
        const known = chain[i];
        if (known?.key === key && next.length === i && (i === 0 || chain[i - 1] === next[i - 1])) {
          next.push(known);
          continue;
        }
        const before = next.at(-1)?.log ?? log;
        next.push({
          key,
          log: step.off ? before : applyStep(before, step),
          code: step.off ? undefined : stepCode(before, step),
        });
      }
      chain = next;
      compared = pinned ? { ...comparedSides(log, pinned, steps), rest: againstRest(pinned, steps) } : undefined;
      comparedCode = pinned ? comparisonCode(log, pinned, steps) : undefined;
    },
    answer: (name, questions) => answers[name](questions),
    caseOf: (id) => caseAnswer(log, id),
    table: (of, cases) =>
      of === "events" ? eventsTable(selected()) : casesTable(selected(), casesFound(selected(), cases)),
  };
}

function bothOf(log: EventLog, a: EventLog, b: EventLog): EventLog {
  const ids = new Set([...a.caseIds, ...b.caseIds]);
  return selectCases(log, Uint8Array.from(log.caseIds, (id) => ids.has(id) ? 1 : 0), "in A or B");
}
