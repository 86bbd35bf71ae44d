import { describe, expect, test } from "vitest";
import { OutputLimit } from "../../../../src/notebook/kernel/client/output_limit.ts";
import type { Output, StreamOutput } from "../../../../src/notebook/notebook.ts";
import { random as generator } from "../../../support/random.ts";

const stream = (text: string): StreamOutput => ({ output_type: "stream", name: "stdout", text });
const display = (html: string): Output => ({ output_type: "display_data", data: { "text/html": html }, metadata: {} });

/** What is kept of the texts, and what is said at the end. */
function through(limit: OutputLimit, texts: readonly string[]): { kept: string; words: string | undefined } {
  const kept = texts.map((text) => (limit.keptOf(stream(text)) as StreamOutput | undefined)?.text ?? "").join("");
  return { kept, words: limit.words() };
}

describe("text of a cell", () => {
  test("up to the limit is kept to the letter", () => {
    expect(through(new OutputLimit(12), ["abc\n", "def\n", "ghi\n"])).toEqual({
      kept: "abc\ndef\nghi\n",
      words: undefined,
    });
  });

  test("past it is cut at the end of a line, and the lines left out are counted", () => {
    const lines = Array.from({ length: 2000 }, (_, i) => `line ${i}\n`);
    const { kept, words } = through(new OutputLimit(7000), lines);
    const count = kept.split("\n").length - 1;
    expect(kept).toBe(lines.slice(0, count).join(""));
    expect(kept.length).toBeGreaterThan(6980);
    expect(words).toBe(
      `… ${(2000 - count).toLocaleString("en-US")} more lines not kept: a cell keeps 0.007 MB of output.\n`,
    );
  });

  test("however it is cut into messages, whole lines are kept first, and kept and left out make all of them", () => {
    const random = generator(20);
    for (let round = 0; round < 300; round++) {
      const lines = Array.from({ length: 1 + random.below(12) }, () => "x".repeat(random.below(9)) + "\n");
      const all = lines.join("");
      const messages: string[] = [];
      for (let at = 0; at < all.length;) {
        const next = Math.min(all.length, at + 1 + random.below(15));
        messages.push(all.slice(at, next));
        at = next;
      }
      const size = 1 + random.below(all.length + 5);
      const { kept, words } = through(new OutputLimit(size), messages);
      expect(all.startsWith(kept)).toBe(true);
      expect(kept.length).toBeLessThanOrEqual(size);
      if (all.length <= size) expect({ kept, words }).toEqual({ kept: all, words: undefined });
      else {
        // A line that was begun in an earlier message may have been kept in part: it counts as left out.
        const left = all.slice(kept.length).split("\n").length - 1;
        expect(words).toMatch(new RegExp(`^… ${left} more lines? not kept`));
      }
    }
  });

  test("a single line that is too long is cut within", () => {
    expect(through(new OutputLimit(5), ["abcdefgh"])).toEqual({
      kept: "abcde",
      words: "… 1 more line not kept: a cell keeps 0.000005 MB of output.\n",
    });
  });
});

test("charts that have no room are counted, smaller ones after them still kept, errors always", () => {
  const limit = new OutputLimit(10);
  expect(limit.keptOf(display("12345"))).toBeDefined();
  expect(limit.keptOf(display("1234567890"))).toBeUndefined();
  expect(limit.keptOf(display("12345"))).toBeDefined();
  expect(limit.keptOf({ output_type: "error", ename: "Error", evalue: "x".repeat(99), traceback: [] })).toBeDefined();
  expect(limit.words()).toMatch(/^… 1 more output not kept/);
});
