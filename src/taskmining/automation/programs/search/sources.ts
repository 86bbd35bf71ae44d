/** Which inputs an output may come from: those that share the longest pieces with it, and those of its kind. */
import { clean } from "../runtime.ts";
import type { Examples } from "./examples.ts";

const MOST_BY_TEXT = 6, MOST_BY_KIND = 6;

/** Indices of inputs, the most promising first. */
export function promisingSources(examples: Examples, sample: readonly number[]): number[] {
  const outputs = sample.map((row) => plain(examples.outputs[row]!));
  const numeric = outputs.filter((output) => /\d/.test(output)).length > 0.7 * outputs.length;
  const scored = examples.inputs.map((column, index) => {
    const values = sample.map((row) => column[row]);
    let shared = 0, digits = 0, known = 0;
    values.forEach((value, k) => {
      if (value === undefined || value === "") return;
      known++;
      shared += longestShared(plain(value), outputs[k]!) / Math.max(1, outputs[k]!.length);
      if (/\d/.test(value)) digits++;
    });
    return { index, shared: known === 0 ? 0 : shared / sample.length, ofKind: numeric && digits > 0.5 * sample.length };
  });
  const byText = scored.filter(({ shared }) => shared > 0).sort((a, b) => b.shared - a.shared || a.index - b.index);
  const chosen = byText.slice(0, MOST_BY_TEXT).map(({ index }) => index);
  const byKind = scored.filter(({ index, ofKind }) => ofKind && !chosen.includes(index)).slice(-MOST_BY_KIND);
  return [...chosen, ...byKind.map(({ index }) => index)];
}

function plain(text: string): string {
  return clean(text.slice(0, 120), "ascii")!.toLowerCase();
}

function longestShared(a: string, b: string): number {
  let best = 0;
  let before = new Uint8Array(b.length + 1);
  for (let i = 0; i < a.length; i++) {
    const next = new Uint8Array(b.length + 1);
    for (let j = 0; j < b.length; j++) if (a[i] === b[j]) best = Math.max(best, next[j + 1] = before[j]! + 1);
    before = next;
  }
  return best;
}
