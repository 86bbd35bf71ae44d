/**
 * What the type checker says about a cell that ran.
 *
 * A run by `tb run` is checked before it begins. In a front end, cells run at once: the checker reads them meanwhile, and
 * what it has to say stands below the output, in the same words.
 */
import { moreLines } from "../../../base/lists.ts";
import { describeProblem } from "../../check/cell_problem.ts";
import type { LanguageService } from "../language/language_service.ts";
import type { TypeProblem } from "../language/diagnosis.ts";
import type { Failure } from "../prelude/prelude.ts";
import { seconds, TIMEOUT } from "../protocol/deadline.ts";

export class TypeNotes {
  readonly #language: LanguageService | undefined;
  readonly #printLate: (text: string) => void;
  /** The first check takes as long as all types take to be read. */
  #warm = false;

  /** @param printLate is given notes on a cell that was not waited for. */
  constructor(language: LanguageService | undefined, printLate: (text: string) => void) {
    this.#language = language;
    this.#printLate = printLate;
  }

  /** Begins to check a cell that is about to run. */
  begin(code: string, name: string): CellNotes {
    const language = this.#language;
    let asked: Promise<TypeProblem[]> | undefined;
    const ask = () =>
      asked ??= (language?.problems(code) ?? Promise.resolve([])).catch(() => []).then((problems) => {
        this.#warm = true;
        return problems;
      });
    // What runs without an error can only be wrong in what the engine passes over.
    if (language && mayBePassedOver(code)) ask();
    return {
      failed: async () => {
        const problems = await within(language ? ask() : Promise.resolve([]), FAILED_SECONDS);
        return problems === TIMEOUT ? [] : linesOf(problems, name);
      },
      passed: async () => {
        if (!asked) return "";
        const textOf = (problems: readonly TypeProblem[]) => linesOf(problems.filter(isPassedOver), name).join("\n");
        const problems = await within(asked, this.#warm ? PASSED_SECONDS : 0);
        if (problems !== TIMEOUT) return textOf(problems);
        asked.then((late) => {
          const text = textOf(late);
          if (text !== "") this.#printLate(text);
        });
        return "";
      },
    };
  }
}

export interface CellNotes {
  /** What stands below the error of a cell that failed. */
  failed(): Promise<string[]>;
  /** What stands below the output of a cell that ran to its end; nothing if all is well. */
  passed(): Promise<string>;
}

/** An error with what the type checker says below it. */
export function withNotes(failure: Failure, notes: readonly string[]): Failure {
  return notes.length === 0 ? failure : { ...failure, traceback: [...failure.traceback, "", ...notes] };
}

function linesOf(problems: readonly TypeProblem[], name: string): string[] {
  const shown = problems.slice(0, MOST);
  return [
    ...shown.flatMap((problem) => describeProblem({ ...problem, cell: 0 }, name).split("\n")),
    ...moreLines(problems.length - shown.length),
  ];
}

async function within<T>(promise: Promise<T>, limitSeconds: number): Promise<T | typeof TIMEOUT> {
  const limit = seconds(limitSeconds);
  const result = await Promise.race([promise, limit.promise]);
  limit.cancel();
  return result;
}

/** A key of options, a name of an import, or a member that is only read. */
function mayBePassedOver(code: string): boolean {
  return /[(,]\s*\{\s*(?:["'\w$.]|\[)|^\s*import\b[^;]*\{|(?:^|=)\s*[\w$]+(?:\.[\w$]+)+\s*;?\s*$/m.test(code);
}

/**
 * What the engine passes over and the reader did not mean: keys that no option has, names that a module does not export,
 * members with nearly the name of one that is there, values of another type.
 */
const PASSED_OVER = new Set(
  "TS2353 TS2561 TS2551 TS2559 TS2560 TS2769 TS2305 TS2614 TS2724 TS2322 TS2345 TS2820".split(" "),
);

function isPassedOver({ kind, message }: TypeProblem): boolean {
  // A parameter with its default is taken for the only value that there can be.
  return PASSED_OVER.has(kind) && !/'(?:never|undefined)'/.test(message);
}

const MOST = 3;
/** How long a cell is kept for the type checker. */
const FAILED_SECONDS = 6;
const PASSED_SECONDS = 1;
