/** One answer on the first page of a report. */

/** What is asked, in the order of the questions. */
export type FindingQuestion = "time" | "stuck" | "paths" | "slow" | "change";

export interface KeyFinding {
  readonly about: FindingQuestion;
  /** "Where does time go?" */
  readonly question: string;
  /** Whether anything stands out. If not, `sentence` says so. */
  readonly found: boolean;
  /** The figure, such as "29 %", and what it measures, so that both together can be read: "of all time …". */
  readonly figure: string;
  readonly measures: string;
  /** The answer with its figures and how sure they are. */
  readonly sentence: string;
  /** Figures to be compared, in bars. */
  readonly bars: readonly KeyFindingBar[];
  /** Shares stand against the whole, amounts against the largest of them. */
  readonly barsOf: "shares" | "amounts";
}

export interface KeyFindingBar {
  readonly name: string;
  readonly value: number;
  /** The value as it is written. */
  readonly words: string;
  /** What the finding is about; the others stand beside it. */
  readonly main: boolean;
}

export const QUESTIONS: Readonly<Record<FindingQuestion, string>> = {
  time: "Where does time go?",
  stuck: "What is stuck?",
  paths: "Which path do cases take?",
  slow: "What sets slow cases apart?",
  change: "Since when is it so?",
};

export function nothingFound(about: FindingQuestion, sentence: string): KeyFinding {
  return {
    about,
    question: QUESTIONS[about],
    found: false,
    figure: "–",
    measures: "nothing stands out",
    sentence,
    bars: [],
    barsOf: "shares",
  };
}
