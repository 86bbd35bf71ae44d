import { expect, test } from "vitest";
import { readInteractions } from "../../../../src/log/interactions/read_interactions.ts";
import { interactionsOf } from "../../../support/interactions.ts";
import { random } from "../../../support/random.ts";
import { lacksSharedLogs, sharedLog } from "../../../support/shared.ts";

type Pick = <T>(of: readonly T[]) => T;

/** The windows of a recording, without its application. */
function windowsOf(pieces: number, titles: (piece: number, pick: Pick) => readonly string[], seed = 1): string[] {
  const { pick } = random(seed);
  const rows = Array.from({ length: pieces }, (_, piece) => titles(piece, pick)).flat()
    .map((window, i) => ({ at: i * 10, user: "ada", app: "crm.exe", action: "view", window }));
  return [...interactionsOf(rows).actions].map((action) => action.replace(/^view @ [^/]+ \/ /, "")).sort();
}

const TABS = ["Orders", "Notes", "Timeline", "Credit Scoring", "Open Items", "Red Flags"];

test("where some names are masked and others are not, there is one screen, and no other is drawn in", () => {
  for (const pieces of [40, 400]) {
    const found = windowsOf(pieces, (i, pick) => [
      `${pick(["[name]", "[name]", "[name]", "Dr. [name]", "Bob Ali", "Deniz Wolf"])} - Customer ${20_000 + i} - CRM`,
      `Call with ${pick(["[name]", "[name]", "Ana Horvat"])} about invoices - CRM`,
      `Mail to ${pick(["[email]", "[name]", "Bauer"])}`,
      `Incoming call ${pick(["[phone]", "[phone]", "48213"])}`,
      `${pick(TABS)} - Customer ${20_000 + i} - CRM`,
      ...["Sales Pipeline - CRM", "Lead Scoring - CRM", "Customers - CRM", "[name] - CRM"],
    ]);
    expect(found).toEqual(
      [
        "# - CRM",
        "# - Customer # - CRM",
        "Call with # about invoices - CRM",
        "Customers - CRM",
        "Incoming call #",
        "Lead Scoring - CRM",
        "Mail to #",
        "Sales Pipeline - CRM",
        ...TABS.map((tab) => `${tab} - Customer # - CRM`),
      ].map((title) => title === "# - CRM" ? "[name] - CRM" : title).sort(),
    );
  }
});

test("names that no list holds are data beside masked ones and a record, if each is rare", () => {
  const found = windowsOf(200, (i, pick) => [
    `${i % 4 ? "[name]" : `Zq${"aeiou"[i % 5]}x Vrt${"aeiou"[(i >> 2) % 5]}k`} - Case ${20_000 + i} - CRM`,
    `${pick(["Kanban Walls", "Tarot Decks"])} - Case ${20_000 + i} - CRM`,
  ]);
  expect(found).toEqual(["# - Case # - CRM", "Kanban Walls - Case # - CRM", "Tarot Decks - Case # - CRM"]);
});

test("what was searched for is data, though each value comes again; searches among screens are screens", () => {
  const words = "bolt hinge gasket washer flange rivet bracket spring dowel clamp".split(" ");
  expect(windowsOf(80, (_, pick) => [`Suche nach: ${pick(words)} - Shop`, "Start - Shop"]))
    .toEqual(["Start - Shop", "Suche nach: # - Shop"]);
  const screens = "Orders Customers Invoices Items Vendors Payments Documents Contracts Receipts".split(" ");
  expect(windowsOf(80, (_, pick) => [`Search: ${pick(screens)} - ERP`])).toHaveLength(screens.length);
  const settings = "Bluetooth Mouse Keyboard Camera Wallpaper Touchpad Gestures Themes Fonts Hotspot".split(" ");
  expect(windowsOf(80, (_, pick) => [`Settings: ${pick(settings)}`])).toHaveLength(settings.length);
  const surnames = "Horvat Kaya Klein Patel Rossi Wolf".split(" ");
  expect(windowsOf(80, (_, pick) => [`Patient: ${pick(surnames)} - Ward`])).toEqual(["Patient: # - Ward"]);
});

test("numbers in marks tell people apart, not screens", () => {
  expect(windowsOf(9, (i) => [`[name ${i % 4}] - Customer 4711 - CRM`, "Mail to [email bcdfghjk]"]))
    .toEqual(["Mail to [email]", "[name] - Customer # - CRM"]);
  // Not every word in brackets is a mark.
  expect(windowsOf(9, (i) => [`[${["draft", "urgent", "name it"][i % 3]}] Order`])).toHaveLength(3);
});

test.skipIf(lacksSharedLogs)(
  "two office logs have the windows that they have without privacy, whatever part is read",
  async () => {
    for (const name of ["support-desk.csv", "accountant.csv"]) {
      const [head, ...lines] = (await Deno.readTextFile(sharedLog(`interaction/${name}`))).trimEnd().split("\n");
      const parts = [lines, lines.filter((line) => /agent\.one|ROSSI/.test(line))];
      for (const part of parts) {
        const bytes = new TextEncoder().encode([head, ...part].join("\n"));
        const [masked, plain] = [await readInteractions(bytes), await readInteractions(bytes, { privacy: false })];
        const ofPlain = new Map<number, Set<string>>();
        for (let i = 0; i < plain.interactions; i++) {
          const action = plain.action[i]!;
          ofPlain.set(action, (ofPlain.get(action) ?? new Set()).add(masked.actions[masked.action[i]!]!));
        }
        expect([...ofPlain.values()].filter((own) => own.size > 1)).toEqual([]);
        expect(masked.actions.length).toBe(plain.actions.length);
      }
    }
  },
);
