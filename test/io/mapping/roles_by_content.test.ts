import { expect, test } from "vitest";
import { readInteractions } from "../../../src/log/interactions/read_interactions.ts";
import { isMeaningless } from "../../../src/io/mapping/roles_by_content.ts";
import { random } from "../../support/random.ts";

const bytes = (text: string) => new TextEncoder().encode(text);

const WORDS = {
  time: (i: number) => new Date(Date.UTC(2026, 0, 5, 8) + i * 20_000).toISOString(),
  user: (i: number) => ["anna.meyer", "bo.rossi", "kim.lee"][Math.floor(i / 40) % 3]!,
  app: (i: number) => ["chrome.exe", "EXCEL.EXE", "saplogon.exe"][i % 3]!,
  title: (i: number) =>
    [`Ticket ${5000 + i} - HelpDesk - Google Chrome`, "refunds.xlsx - Excel", "Display Customer | SAP"][i % 3]!,
  action: (i: number) => ["LeftClick", "TextEntered", "Copy", "Paste"][i % 4]!,
};

test("columns with names that say nothing are told by what they hold, in whatever order", async () => {
  const { shuffled } = random(5);
  for (const name of ["c", "col_", "Feld ", "column", "F"]) {
    const order = shuffled(Object.keys(WORDS) as (keyof typeof WORDS)[]);
    const head = order.map((_, i) => `${name}${i + 1}`).join(",");
    const rows = Array.from({ length: 120 }, (_, i) => order.map((what) => WORDS[what](i)).join(","));
    const { source } = await readInteractions(bytes([head, ...rows].join("\n")), { privacy: false });
    const named = (what: keyof typeof WORDS) => `${name}${order.indexOf(what) + 1}`.trim();
    expect(source.mapping).toEqual({
      timestamp: named("time"),
      user: named("user"),
      app: named("app"),
      window: named("title"),
      action: named("action"),
    });
  }
});

test("names that say something are not overruled", () => {
  expect(["c1", "col_a", "Feld1", "Spalte 12", "x", "", "Unnamed: 0", "7"].filter((name) => !isMeaningless(name)))
    .toEqual([]);
  expect(["app", "customer", "field name", "title2x", "case"].filter(isMeaningless)).toEqual([]);
});

test("where contents do not tell, the error says what each column looks like and what to write", async () => {
  const rows = Array.from({ length: 50 }, (_, i) => `${i},x${i % 7}y,2026-01-05 08:00:${String(i).padStart(2, "0")}`);
  const reading = readInteractions(bytes(["c1,c2,c3", ...rows].join("\n")));
  await expect(reading).rejects.toThrow(/"c1" holds numbers, such as "9"; "c2" holds 7 different texts, such as "x9x"/);
  await expect(readInteractions(bytes(["c1,c2,c3", ...rows].join("\n")))).rejects.toThrow(
    /\{ action: "…" \} or \{ app: "…" \}/,
  );
});
