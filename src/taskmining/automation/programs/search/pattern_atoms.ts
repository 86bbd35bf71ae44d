/** Telephone numbers, account numbers and codes: the same characters in another grouping, with or without a prefix. */
import type { Program } from "../program.ts";
import { fillPattern } from "../runtime.ts";
import type { AtomPool } from "./atoms.ts";

/** Offers an input's digits, or letters and digits, in the grouping of the outputs. */
export function offerPatterns(pool: AtomPool, of: Program, values: readonly (string | undefined)[]): void {
  const first = values[0];
  if (first === undefined || first.length > 60) return;
  for (const keep of ["digits", "letters and digits"] as const) {
    const strips = keep === "digits" ? stripsOf(values) : [[]];
    for (const strip of strips) {
      const rest = fillPattern(first, keep, strip, "#");
      if (rest === undefined || rest.length < 4) continue;
      for (const pattern of patternsOf(rest, pool.outputs[0]!, keep)) {
        const fill = (value: string | undefined) => fillPattern(value, keep, strip, pattern);
        let fits = true;
        for (let row = 0; row < pool.examples && fits; row++) fits = pool.mayFit(fill(values[row]), row);
        if (fits) pool.offer({ op: "pattern", of, keep, strip, pattern }, values.map(fill));
      }
    }
  }
}

/** Beginnings that may be left out: a leading zero, and the country's code in its ways of writing. */
function stripsOf(values: readonly (string | undefined)[]): string[][] {
  const strips: string[][] = [[], ["0"], ["00"]];
  const international = values.find((value) => value !== undefined && /^\s*\(?(?:\+|00)\s?[1-9]/.test(value));
  const code = international?.replace(/[^\d+]/g, "").replace(/^(?:\+|00)/, "");
  for (const length of code === undefined ? [] : [1, 2, 3]) {
    const country = code!.slice(0, length);
    strips.push([`+${country}0`, `+${country}`, `00${country}`, "0"], [`+${country}`, `00${country}`, "0"]);
  }
  const one = values.find((value) => value !== undefined && /^\s*1[\s.(-]/.test(value));
  if (one !== undefined) strips.push(["+1", "1"]);
  return strips;
}

/** How the characters stand in a text: `#` for each of them, what stands between as it is. */
function patternsOf(rest: string, output: string, keep: "digits" | "letters and digits"): string[] {
  const isKept = keep === "digits" ? /\d/ : /[\p{L}\p{N}]/u;
  const at = [...output].flatMap((letter, i) => isKept.test(letter) ? [i] : []);
  const letters = [...output], kept = at.map((i) => letters[i]).join("").toLowerCase();
  const found: string[] = [];
  for (let from = kept.indexOf(rest.toLowerCase()); from >= 0; from = kept.indexOf(rest.toLowerCase(), from + 1)) {
    const inside = letters.slice(at[from], at[from + rest.length - 1]! + 1);
    const pattern = inside.map((letter) => isKept.test(letter) ? "#" : letter).join("");
    found.push(/[^#]/.test(pattern) ? pattern : "#");
  }
  return [...new Set(found)].slice(0, 3);
}
