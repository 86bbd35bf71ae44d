// @slow: draws every view of the example logs
/** What managers read in pictures: words and numbers as people write them. */
import { expect, test } from "vitest";
import { charts, type DrawnView, exampleLogs, models } from "../support/all_views.ts";

const { log, interactions } = await exampleLogs();
const views = [...charts(log, interactions), ...await models(log)];

/** Names that the logs bring along: what they say is theirs. */
const ownNames = [
  ...log.activities,
  ...log.attributes,
  ...interactions.apps,
  ...interactions.users,
  ...interactions.actionLabels,
  ...Object.values(log.source.mapping),
  ...Object.values(interactions.source.mapping).filter((name) => typeof name === "string"),
  log.name,
  interactions.name,
].filter((name): name is string => typeof name === "string" && /_|[a-z][A-Z]|\d{4}/.test(name));

/** Title, caption, what a person who cannot see it is told, heads of the table, and all that stands in the picture. */
function textsOf({ figure: { parts } }: DrawnView): string[] {
  const drawn = [...pictures(parts)].flatMap((svg) =>
    [...svg.matchAll(/<(?:text|tspan|title)\b[^>]*>([^<]*)</g)].flatMap(([, text]) => unescaped(text!).split(/[\n\t]/))
  );
  return [parts.title, parts.caption, parts.alt, ...parts.table.columns, ...drawn].filter((text) => text !== "");
}

function* pictures({ svg, data }: DrawnView["figure"]["parts"]): Generator<string> {
  yield svg;
  const phone = (data as { phone?: string } | undefined)?.phone;
  if (phone !== undefined) yield phone;
}

function unescaped(text: string): string {
  const entities: Record<string, string> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&#39;": "'" };
  return text.replace(/&(?:amp|lt|gt|quot|#39);/g, (found) => entities[found]!);
}

/** Without what the log itself says: its names, what is quoted, dates and times of day. */
function ourWords(text: string): string {
  let words = text.replace(/"[^"]*"/g, '""').replace(/\d{4}-\d\d(-\d\d)?( \d\d:\d\d(:\d\d)?)?/g, "");
  for (const name of ownNames) words = words.replaceAll(name, "");
  return words;
}

function* faults(pattern: RegExp, of = ourWords): Generator<string> {
  for (const view of views) {
    for (const text of new Set(textsOf(view))) {
      const found = pattern.exec(of(text));
      if (found) yield `${view.name}: "${found[0]}" in ${text.slice(0, 160)}`;
    }
  }
}

test("there are texts to look at in every view", () => {
  for (const view of views) expect(textsOf(view).length, view.name).toBeGreaterThan(4);
  const wrong = ["2611 cases", "n = 12", "medianHandleSeconds", "case_id", "NaN"];
  const patterns = [bareNumber, programming, codeName, codeName, programming];
  wrong.forEach((text, i) => expect(ourWords(text)).toMatch(patterns[i]!));
});

/** A year that stands alone, as on an axis of time, is no number of things. */
const bareNumber = /^(?!(?:19|20)\d\d$).*?(?<![\d,.])\d{4,}(?![\d]*[,.]\d{3})/s;
const codeName = /\b[a-z]+[A-Z]\w*|\b[a-zA-Z]+_\w+/;
const programming = /\bn = \d|\bDuckDB\b|\bwasm\b|laid out anew|τ|\bNaN\b|\bundefined\b|\bnull\b|Infinity|\[object|ζ/i;

test("numbers of four digits and more have their thousands separated", () => {
  expect([...faults(bareNumber)]).toEqual([]);
});

test("nothing is called by the name that a program has for it", () => {
  expect([...faults(codeName)]).toEqual([]);
});

test("no words of the workshop", () => {
  expect([...faults(programming)]).toEqual([]);
});
