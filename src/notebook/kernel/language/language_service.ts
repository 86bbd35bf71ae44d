/** What a language service offers: what the names in a cell are, and which ones fit. */
import type { Completeness } from "./completeness.ts";
import type { TypeProblem } from "./diagnosis.ts";
import type { Documentation } from "./documentation.ts";

/** Cursors are in Unicode code points, as in the Jupyter protocol. */
export interface LanguageService {
  /** Adds a cell that was executed. Its names are known from now on, the newest of a name first. */
  remember(code: string): void;
  /**
   * Starts the server, and lets it read the cells so far, ahead of the first request, which else waits for both: some
   * seconds, after which front ends have given up.
   */
  start(): void;
  /** Says that project files were edited, by their paths. */
  filesChanged(paths: readonly string[]): void;
  complete(code: string, cursor: number): Promise<Completion>;
  /** What is known of the name at the cursor, or else of the function whose call the cursor is in. */
  inspect(code: string, cursor: number, detail: 0 | 1): Promise<Inspection>;
  isComplete(code: string): Completeness;
  /** What the type checker says about a cell that stands after all that were executed. */
  problems(code: string): Promise<TypeProblem[]>;
  close(): Promise<void>;
}

/** The content of a `complete_reply`. */
export interface Completion {
  readonly matches: string[];
  readonly cursorStart: number;
  readonly cursorEnd: number;
  readonly metadata: {
    readonly _jupyter_types_experimental: { text: string; type: string; start: number; end: number }[];
  };
}

/** The content of an `inspect_reply`. */
export interface Inspection {
  readonly found: boolean;
  readonly data: Documentation | Record<string, never>;
}
