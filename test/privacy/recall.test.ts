import { expect, test } from "vitest";
import { type InventedSecret, inventedSecrets } from "../support/privacy/invented_secrets.ts";
import { changedTexts, recallOf } from "../support/privacy/masking.ts";
import { LATER_TEXTS, ORDINARY_TEXTS } from "../support/privacy/ordinary_texts.ts";

/** A seed that was not used while the detectors were made. */
const SECRETS = inventedSecrets(31_415, 80);

const share = (secrets: readonly InventedSecret[]) => {
  const { found, all, missed } = recallOf(secrets);
  return [found / all, missed.join(" | ")] as const;
};

test("of names of Latin script nine of ten are found, also of those set back", () => {
  const names = Object.entries(SECRETS).filter(([kind]) => kind.startsWith("name:"));
  expect(names.length).toBeGreaterThan(4);
  const [all, missed] = share(names.flatMap(([, secrets]) => secrets));
  expect(all, missed).toBeGreaterThanOrEqual(0.9);
  const [setBack, missedOfThese] = share(SECRETS["name: set back"]!);
  expect(setBack, missedOfThese).toBeGreaterThanOrEqual(0.9);
});

test.each([
  ["token or key", 1],
  ["token in an address", 0.98],
  ["password after a word", 0.95],
  ["phone: with + or 00", 0.95],
  ["phone: national, grouped", 0.95],
  ["phone: national, digits alone", 0.9],
  ["birth date", 0.95],
  ["postal address", 0.95],
])("%s: found", (kind, least) => {
  const [found, missed] = share(SECRETS[kind]!);
  expect(found, missed).toBeGreaterThanOrEqual(least);
});

test("of ordinary texts at most one in a hundred is masked", () => {
  const texts = [...ORDINARY_TEXTS, ...LATER_TEXTS];
  expect(texts.length).toBeGreaterThanOrEqual(500);
  const changed = changedTexts(texts);
  expect(changed.length / texts.length, changed.join(" | ")).toBeLessThanOrEqual(0.01);
});

test("a search that finds nothing scores nothing", () => {
  const { found, all, missed } = recallOf([{ text: "Order 4711", pieces: ["4711"] }, { text: "x", pieces: ["y"] }]);
  expect([found, all, missed]).toEqual([1, 2, ["Order 4711"]]);
});
