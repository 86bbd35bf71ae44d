/** A cell that prints without end fills no memory: what is past the limit is counted, and not kept. */
import type { Output, StreamOutput } from "../../notebook.ts";

/** Of one cell, in letters of text and of the JSON of other outputs. */
export const OUTPUT_LIMIT = 20_000_000;

export class OutputLimit {
  readonly #limit: number;
  #letters = 0;
  #lines = 0;
  /** Whether the last line that was left out is still without its end. */
  #openLine = false;
  #outputs = 0;

  constructor(limit = OUTPUT_LIMIT) {
    this.#limit = limit;
  }

  /** The part of the output that is kept; undefined if nothing is. Errors always are. */
  keptOf(output: Output): Output | undefined {
    if (output.output_type === "error") return output;
    if (output.output_type === "stream") return this.#keptText(output);
    const letters = lettersOf(output.data);
    if (this.#letters + letters > this.#limit) {
      this.#outputs++;
      return undefined;
    }
    this.#letters += letters;
    return output;
  }

  clear(): void {
    this.#letters = 0;
    this.#lines = 0;
    this.#openLine = false;
    this.#outputs = 0;
  }

  /** What was left out; undefined if nothing was. */
  words(): string | undefined {
    const lines = this.#lines + (this.#openLine ? 1 : 0);
    const parts = [counted(lines, "more line", "more lines"), counted(this.#outputs, "more output", "more outputs")]
      .filter((part) => part !== "");
    if (parts.length === 0) return undefined;
    return `… ${parts.join(" and ")} not kept: a cell keeps ${this.#limit / 1e6} MB of output.\n`;
  }

  /** Text is cut at the end of a line, if there is one; after the cut no more text is kept. */
  #keptText(output: StreamOutput): StreamOutput | undefined {
    const { text } = output;
    const room = this.#lines > 0 || this.#openLine ? 0 : this.#limit - this.#letters;
    if (text.length <= room) {
      this.#letters += text.length;
      return output;
    }
    const cut = room > 0 ? text.lastIndexOf("\n", room - 1) + 1 || room : 0;
    this.#countLines(text.slice(cut));
    if (cut === 0) return undefined;
    this.#letters += cut;
    return { ...output, text: text.slice(0, cut) };
  }

  #countLines(text: string): void {
    for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) this.#lines++;
    if (text !== "") this.#openLine = !text.endsWith("\n");
  }
}

function lettersOf(data: Record<string, unknown>): number {
  return Object.values(data).reduce<number>(
    (sum, value) => sum + (typeof value === "string" ? value.length : JSON.stringify(value)?.length ?? 0),
    0,
  );
}

function counted(count: number, one: string, many: string): string {
  return count === 0 ? "" : `${count.toLocaleString("en-US")} ${count === 1 ? one : many}`;
}
