import { expect, test } from "vitest";
import { orderOf } from "../../src/base/order_of.ts";
import { random } from "../support/random.ts";

test("the order is that of a stable sort, NaN last", () => {
  const { below, next } = random(3);
  for (let round = 0; round < 200; round++) {
    // Spread out, on few values, far apart, or all the same.
    const kinds = [next, () => below(4), () => 10 ** (next() * 300) * (next() < 0.5 ? -1 : 1), () => 7];
    const kind = kinds[round % kinds.length]!;
    const values = Float64Array.from({ length: below(60) }, () => next() < 0.1 ? NaN : kind());
    const brute = Array.from(values, (_, i) => i).sort((a, b) => {
      const [one, other] = [values[a]!, values[b]!];
      if (Number.isNaN(one) || Number.isNaN(other)) {
        return Number(Number.isNaN(one)) - Number(Number.isNaN(other)) || a - b;
      }
      return one - other || a - b;
    });
    expect([...orderOf(values)]).toEqual(brute);
  }
});
