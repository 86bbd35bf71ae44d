import { expect, test } from "vitest";
import { logFromRows } from "../../../src/log/from_rows.ts";
import { findings } from "../../../src/mining/mod.ts";
import { viewFindings } from "../../../src/viz/findings/findings.ts";
import { changingLog } from "../../support/changing_log.ts";
import { plantedGroups } from "../../support/planted_groups.ts";
import { gallery } from "../golden.ts";

const changing = () =>
  changingLog({ seed: 2, cases: 400, change: { from: 200, check: 0.05, hours: 12 }, untilHour: 420 });
const single = () => logFromRows([{ case: "1", activity: "a", time: new Date(0) }], { name: "one event" });

gallery("findings: a process that changed", () => viewFindings(changing()));
gallery("findings: a slow team", () => viewFindings(plantedGroups({ seed: 1, cases: 400, slowTeam: 1.6 })));
gallery("findings: nothing stands out", () => viewFindings(single()));

test("the picture says what the function found, whichever it is given", () => {
  const log = changing(), found = findings(log);
  const { svg, title, text, table } = viewFindings(found).parts;
  expect(viewFindings(log).parts.svg).toBe(svg);
  expect(table.rows.map(([question, , , sentence]) => [question, sentence])).toEqual(
    found.findings.map(({ question, sentence }) => [question, sentence]),
  );
  for (const { figure, found: stands } of found.findings) if (stands) expect(svg).toContain(`>${figure}</text>`);
  expect(text).toBe(String(found));
  const standing = found.findings.filter((one) => one.found).length;
  expect(title).toBe(standing === 5 ? "Five findings" : "Five questions, four findings");
});

test("what is no log is refused", () => {
  expect(() => viewFindings([] as never)).toThrow(/Expected an event log/);
});
