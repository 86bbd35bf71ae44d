/** An explorer's log and what is selected of it: answers questions of panels, without a page. */
import type { Table } from "../../../base/column.ts";
import type { EventLog } from "../../../log/events/event_log.ts";
import { directlyFollows } from "../../../mining/directly_follows.ts";
import { applyStep } from "../../../mining/explore/apply_selection.ts";
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
  select(steps: readonly SelectionStep[]): void;
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
  const selected = () => chain.at(-1)?.log ?? log;
  const known = new WeakMap<EventLog, Facts>();
  const facts = () => known.get(selected()) ?? known.set(selected(), factsOf(selected())).get(selected())!;
  const { times, durations } = overview;
  const answers: { [Name in keyof SelectionAnswers]: (questions: PanelQuestions) => SelectionAnswers[Name] } = {
    steps: () => ({
      left: chain.map(({ log }) => log.cases),
      code: codeOf(chain.flatMap(({ code }) => code ? [code] : [])),
    }),
    summary: () => summaryAnswer(selected(), facts()),
    map: () => selected() === log ? map : directlyFollows(selected()),
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
    select(steps) {
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
    },
    answer: (name, questions) => answers[name](questions),
    caseOf: (id) => caseAnswer(log, id),
    table: (of, cases) =>
      of === "events" ? eventsTable(selected()) : casesTable(selected(), casesFound(selected(), cases)),
  };
}
