/** What one can do with a Deno kernel, and how it is told what to do. */
import type { CellPosition } from "../code/stack.ts";
import type { ErrorOutput, Output } from "../../notebook.ts";
import type { Failure } from "../prelude/prelude.ts";
import type { Json, Message } from "../protocol/messages.ts";

export interface KernelOptions {
  /** Working directory: relative paths count from there, and `deno.json` is looked for from there upwards. */
  readonly cwd: string;
  /** Set in addition to this process's own environment. */
  readonly env?: Record<string, string>;
  /** The executable. @default Deno.execPath() */
  readonly deno?: string;
  /** How long the kernel may take to answer for the first time. @default 60 */
  readonly startSeconds?: number;
  /** Whether text that shows values is coloured by ANSI codes. @default false */
  readonly color?: boolean;
  /** Whether a cell can be stopped while it waits; needs a parser, which is loaded at the first `await`. @default false */
  readonly stoppable?: boolean;
  /** A module that is loaded ahead of its first import, by its URL; cells do not wait for it. @default none */
  readonly preload?: string;
  /** How much memory the kernel may have; past it the kernel ends. @default no bound but that of V8 */
  readonly memoryGigabytes?: number;
  /** Takes what timers of earlier cells show while no cell runs. @default it is dropped */
  readonly onBackground?: (message: Message) => void;
  /** Takes errors that nobody handled while no cell ran. @default the next cell fails with them */
  readonly onLateFailure?: (failure: Failure) => void;
}

export interface ExecuteOptions {
  /** Called with each output as it arrives. */
  readonly onOutput?: (output: Output) => void;
  /** Takes all messages but errors; they then reach neither `onOutput` nor the result's `outputs`. */
  readonly onMessage?: (message: Message) => void;
  /** Answers `prompt` and `confirm`. @default with empty text */
  readonly onInput?: (prompt: string, password: boolean) => Promise<string>;
  /** After this the cell is interrupted, then the kernel is killed. @default no limit */
  readonly timeoutSeconds?: number;
  /** What stack traces call this cell. @default "cell 1", "cell 2", … in order of execution */
  readonly name?: string;
}

export interface ExecuteResult {
  /** `timeout`: interrupted by `timeoutSeconds`. `dead`: the kernel ended during the cell. */
  readonly status: "ok" | "error" | "timeout" | "dead";
  /** All outputs of the cell, in order, also those from before a failure. */
  readonly outputs: Output[];
  readonly executionCount: number | null;
  /** The first failure; also among the outputs, as an error output. */
  readonly error?: Omit<ErrorOutput, "output_type">;
  /** The topmost frame of the stack that lies in this cell, if there is one. */
  readonly origin?: CellPosition;
}

export interface SettleResult extends Pick<ExecuteResult, "outputs" | "error" | "origin"> {
  /** `busy`: something was still at work after the time. */
  readonly status: "ok" | "error" | "busy" | "dead";
}

export interface KernelClient {
  readonly pid: number;
  /** Runs one cell. Cells run one after another, in the order of the calls. */
  execute(code: string, options?: ExecuteOptions): Promise<ExecuteResult>;
  /** Hands a comm message of the page to the kernel, in turn with the cells; resolves with what failed. */
  comm(message: Message, onMessage: (message: Message) => void): Promise<Failure[]>;
  /** Sends another request, such as a `complete_request`, in turn with the cells; null if the kernel ended. */
  ask(type: string, content: Json): Promise<Json | null>;
  /**
   * Stops the running cell: code that runs ends, and so does a wait if the kernel is `stoppable`.
   *
   * False if the cell goes on nonetheless: then only `kill` helps.
   */
  interrupt(): Promise<boolean>;
  /**
   * Waits until nothing is at work any more that cells have begun: timers, requests, child processes.
   *
   * What it shows and the errors that nobody handles meanwhile are in the result.
   */
  settle(limitSeconds: number, options?: Pick<ExecuteOptions, "onOutput">): Promise<SettleResult>;
  /** Asks the kernel to end, and kills it after two seconds if it has not ended. */
  shutdown(): Promise<void>;
  /** Ends the process at once. */
  kill(): Promise<void>;
  /** Resolves when the process has ended, with how it did. */
  readonly ended: Promise<Deno.CommandStatus>;
  /** The last lines that the process itself wrote to stderr, for the message when it died. */
  readonly lastWords: string;
  /** Whether the kernel ended because it ran out of memory. */
  readonly outOfMemory: boolean;
  /** The bound that it was started with. */
  readonly memoryGigabytes: number | undefined;
}
