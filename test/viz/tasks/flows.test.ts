import { expect, test } from "vitest";
import { applicationSwitches } from "../../../src/taskmining/friction/applications.ts";
import { viewApplicationSwitches } from "../../../src/viz/tasks/application_switches.ts";
import { layoutSankey } from "../../../src/viz/tasks/sankey_layout.ts";
import { type ShownTransfer, viewTransfers } from "../../../src/viz/tasks/transfers.ts";
import { interactionsOf } from "../../support/interactions.ts";
import { random } from "../../support/random.ts";
import { gallery } from "../golden.ts";

/** Ada goes to and fro between mail and ERP, and now and then elsewhere. */
function desk(apps: readonly string[]) {
  const { below, next } = random(11);
  const rows = [];
  for (let i = 0, at = 0; i < 300; i++) {
    at += 4 + below(30);
    rows.push({ at, user: i < 150 ? "Ada" : "Bo", app: next() < 0.7 ? apps[i % 2]! : apps[below(apps.length)]! });
  }
  return interactionsOf(rows);
}

const APPS = ["Mail", "ERP", "Sheet", "Browser", "Terminal"];

gallery("application switches as a matrix", () => viewApplicationSwitches(desk(APPS)));
gallery("application switches as a chord diagram", () => viewApplicationSwitches(desk(APPS), { as: "chord" }));
gallery(
  "application switches with others and long names",
  () =>
    viewApplicationSwitches(
      desk(["Microsoft Outlook – Inbox", "SAP Logon 760", ...Array.from({ length: 9 }, (_, i) => `Tool ${i}`)]),
      { top: 6 },
    ),
);

test("cells and edges of the matrix add up to the switches", () => {
  const log = desk(APPS);
  const { about } = applicationSwitches(log);
  const figure = viewApplicationSwitches(log, { top: 3 });
  expect(figure.parts.caption).toContain("3 applications of fewer switches drawn as one");
  const counts = [...figure.toSVG().matchAll(/switches\t(\d+) time/g)].map((found) => Number(found[1]));
  expect(counts.reduce((sum, n) => sum + n, 0)).toBe(about.switches);
  const backs = [...figure.toSVG().matchAll(/straight back\t(\d+)/g)].map((found) => Number(found[1]));
  expect(backs.reduce((sum, n) => sum + n, 0)).toBe(about.pingPongs);
  const rows = figure.parts.table.rows;
  expect(rows.reduce((sum, row) => sum + (row[2] as number), 0)).toBe(about.switches);
});

const MANY = Array.from({ length: 15 }, (_, i) => `Application No. ${i}`);
/** Some of them only one of the two uses. */
const ALL = { individuals: true };

test("of many applications there is no circle: it is a matrix, and says so and what to do", () => {
  const crowded = viewApplicationSwitches(desk(MANY), { as: "chord", ...ALL });
  expect(crowded.parts.caption).toContain("As a matrix: of more than 8 applications");
  expect(crowded.toSVG()).toBe(viewApplicationSwitches(desk(MANY), ALL).toSVG());
  expect(viewApplicationSwitches(desk(MANY), ALL).parts.caption).not.toContain("As a matrix");
  const fewer = viewApplicationSwitches(desk(MANY), { as: "chord", top: 8, ...ALL });
  expect(fewer.toSVG()).toMatch(/>\([78] others\)</);
  expect(fewer.parts.caption).not.toContain("As a matrix");
});

test("all of fifteen applications stand in the matrix, by their whole names", () => {
  const log = desk(MANY), svg = viewApplicationSwitches(log, ALL).toSVG();
  for (const name of new Set(log.apps.filter((_, a) => log.app.includes(a)))) {
    expect(svg.split(`>${name}<`).length - 1, name).toBe(2);
  }
  expect(svg).not.toContain("others)");
});

test("a table of switches shows the same as its log, but for its name and its colours", () => {
  const log = desk(APPS);
  const [a, b] = [viewApplicationSwitches(log), viewApplicationSwitches(applicationSwitches(log))];
  expect(b.toSVG()).toBe(a.toSVG());
  expect(a.parts.caption).toContain("tiny log");
});

test("no applications, or one: a figure that says so", () => {
  for (const as of ["matrix", "chord"] as const) {
    const none = viewApplicationSwitches(interactionsOf([{ at: 0, app: "A" }, { at: 9, app: "A" }]), { as });
    expect(none.toSVG()).toContain("No switches.");
    expect(none.parts.caption).toMatch(/^No switches between applications\. A switch after/);
  }
  expect(viewApplicationSwitches(interactionsOf([{ at: 0, action: "click" }])).parts.caption).toContain(
    "knows no applications",
  );
});

const ROWS: ShownTransfer[] = [
  ["Mail", "Body", "Sheet", "Article", 62, "copy-paste"],
  ["Mail", "Body", "ERP", "Article", 39, "copy-paste"],
  ["Mail", "Body", "ERP", "Article", 20, "re-typing"],
  ["Sheet", "Article", "ERP", "Article", 41, "copy-paste"],
  ["ERP", "Order", "Sheet", "Order", 26, "re-typing"],
  ["ERP", "Order", "Browser", "Search", 4, "copy-paste"],
  ["Browser", "Delivery date", "ERP", "Delivery date", 3, "copy-paste"],
  [null, null, "ERP", "Note", 2, "re-typing"],
].map(([fromApp, fromElement, toApp, toElement, count, kind]) =>
  ({ fromApp, fromElement, toApp, toElement, count, kind }) as ShownTransfer
);

gallery("transfers between elements", () => viewTransfers(ROWS));
gallery("transfers between applications", () => viewTransfers(ROWS, { by: "application" }));

test("transfers are counted by kind, and merged by application", () => {
  const figure = viewTransfers(ROWS);
  expect(figure.parts.caption).toContain("197 transfers: 149 copied and pasted, 48 typed again by hand (24 %)");
  const merged = viewTransfers(ROWS, { by: "application" }).parts.table.rows;
  expect(merged[0]!.slice(0, 6)).toEqual(["Mail", null, "Sheet", null, "copy-paste", 62]);
  expect(merged.reduce((sum, row) => sum + (row[5] as number), 0)).toBe(197);
  expect(viewTransfers(ROWS, { top: 2 }).parts.caption).toContain("The 2 broadest of 8 flows");
  expect(viewTransfers([]).toString()).toContain("No transfers.");
});

/** Flows of 12 applications and 40 elements on either side. */
function crowd(seed: number): ShownTransfer[] {
  const { below } = random(seed);
  return Array.from({ length: 160 }, (_, i) => ({
    fromApp: `App ${below(12)}`,
    fromElement: `from ${below(40)}`,
    toApp: `App ${below(12)}`,
    toElement: `to ${below(40)}`,
    count: 1 + Math.floor(200 / (i + 1)),
    kind: below(3) === 0 ? "re-typing" : "copy-paste",
  }));
}

gallery("transfers, the small ones together", () => viewTransfers(crowd(2), { top: 8 }));

test("small flows are drawn together: no transfer is missing, whichever way they are shown", () => {
  for (
    const [rows, by, top] of [
      [crowd(1), "element", undefined],
      [crowd(1), "element", 80],
      [crowd(1), "application", 5],
      [ROWS, "element", 2],
      [ROWS, "element", 6],
      [ROWS, "application", 1],
    ] as const
  ) {
    const figure = viewTransfers(rows, { by, ...(top === undefined ? {} : { top }) });
    const drawn = [...figure.toSVG().matchAll(/→[^<]*\t([\d,]+) time/g)];
    const all = rows.reduce((sum, { count }) => sum + count, 0);
    expect(drawn.reduce((sum, [, count]) => sum + Number(count!.replace(",", "")), 0)).toBe(all);
    expect(drawn.length).toBeLessThanOrEqual((top ?? 20) + 12);
    expect(figure.toSVG()).toContain("(other ");
    expect(figure.parts.table.rows.reduce((sum, row) => sum + (row[5] as number), 0)).toBe(all);
  }
});

test("where there is room, elements drawn by themselves have all their transfers", () => {
  const svg = viewTransfers(ROWS, { top: 5 }).toSVG();
  expect(svg).toContain("Mail: Body\ntaken from it\t121 times");
  expect(svg).toContain("ERP: Article\nput into it\t100 times");
});

test("the picture does not depend on the order of the rows", () => {
  expect(viewTransfers([...ROWS].reverse()).toSVG()).toBe(viewTransfers(ROWS).toSVG());
});

test("flows fill their nodes, nodes of a column do not meet, groups stand together", () => {
  for (let seed = 1; seed <= 30; seed++) {
    const { below } = random(seed);
    const left = Array.from({ length: 1 + below(7) }, () => ({ group: below(3) }));
    const right = Array.from({ length: 1 + below(7) }, () => ({ group: below(3) }));
    const flows = [...left.keys()].flatMap((from) =>
      [...right.keys()].filter(() => below(2) === 0).map((to) => ({ from, to, count: 1 + below(50) }))
    );
    const layout = layoutSankey(left, right, flows, { height: 300, least: 10, nodeGap: 4, groupGap: 20 });
    expect(layout.flows.reduce((sum, flow) => sum + flow.height, 0)).toBeCloseTo(flows.length > 0 ? 300 : 0, 6);
    for (
      const [side, nodes, order] of [[left, layout.left, layout.order[0]], [
        right,
        layout.right,
        layout.order[1],
      ]] as const
    ) {
      expect([...order].sort((a, b) => a - b)).toEqual([...side.keys()]);
      const groups = order.map((i) => side[i]!.group).filter((group, i, all) => group !== all[i - 1]);
      expect(new Set(groups).size).toBe(groups.length);
      order.slice(1).forEach((i, place) => {
        const above = nodes[order[place]!]!;
        expect(nodes[i]!.top).toBeGreaterThanOrEqual(above.top + above.height + 4 - 1e-9);
      });
    }
    layout.flows.forEach(({ fromTop, height }, f) => {
      const node = layout.left[flows[f]!.from]!;
      expect(fromTop).toBeGreaterThanOrEqual(node.top - 1e-9);
      expect(fromTop + height).toBeLessThanOrEqual(node.top + node.height + 1e-9);
    });
  }
});

test("what need not cross does not", () => {
  const groups = [0, 1, 2, 3].map((group) => ({ group }));
  const flows = [[0, 3], [1, 2], [2, 1], [3, 0]].map(([from, to]) => ({ from: from!, to: to!, count: 5 }));
  const { flows: placed } = layoutSankey(groups, groups, flows, { height: 100, least: 5, nodeGap: 4, groupGap: 10 });
  for (const a of placed) {
    for (const b of placed) expect(Math.sign(a.fromTop - b.fromTop)).toBe(Math.sign(a.toTop - b.toTop));
  }
});
