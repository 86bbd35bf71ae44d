import { afterAll, beforeAll, expect, test } from "vitest";
import { InputError } from "../../src/base/errors.ts";
import { readAnyLog } from "../../src/log/read_any_log.ts";
import { readInteractions } from "../../src/log/interactions/read_interactions.ts";
import { EventLog } from "../../src/log/events/event_log.ts";
import { readLog } from "../../src/log/events/read_log.ts";

let folder: string;
beforeAll(async () => {
  folder = await Deno.makeTempDir({ prefix: "tracebook-test-" });
});
afterAll(() => Deno.remove(folder, { recursive: true }));

async function write(name: string, text: string): Promise<string> {
  await Deno.writeTextFile(`${folder}/${name}`, text);
  return `${folder}/${name}`;
}
const refusal = async (work: Promise<unknown>): Promise<string> => {
  const error = await work.then(() => undefined, (error) => error);
  expect(error).toBeInstanceOf(InputError);
  return (error as Error).message;
};

const needs = { region: "text", value: "number", due: "time", resource: "text" } as const;
const header = "case,activity,timestamp,region,value,due,user\n";
const row = "1,a,2025-01-01T10:00:00Z,North,12.5,2025-02-01,Ada\n";

test("an export that has what is needed is read, roles among it", async () => {
  const log = await readLog(await write("good.csv", header + row), { needs });
  expect(log.attribute("value")).toMatchObject({ kind: "number" });
});

test("all that is missing or of another kind is told at once, with the nearest names and the first odd value", async () => {
  const path = await write(
    "bad.csv",
    "case,activity,timestamp,Sales Region,value,due\n" +
      "1,a,2025-01-01T10:00:00Z,N,12.5,soon\n1,b,2025-01-02T10:00:00Z,N,n/a,soon\n",
  );
  const message = await refusal(readLog(path, { needs }));
  expect(message.split("\n")[0]).toBe(
    `bad.csv does not fit what the notebook needs: column "region" is missing (nearest: "Sales Region"); ` +
      `column "value" should hold numbers but holds text, such as "n/a" in line 3; ` +
      `column "due" should hold times but holds text, such as "soon" in line 2; column "resource" is missing.`,
  );
  expect(message).toContain(`tb map bad.csv -o map.json`);
  expect(message).toContain(`"rename": {"region":"Sales Region"}`);
});

test("roles that cannot be told are part of the same error", async () => {
  const path = await write("roles.csv", "Order,Was,timestamp\n1,a,2025-01-01T10:00:00Z\n1,b,2025-01-01T10:00:00Z\n");
  expect(await refusal(readLog(path, { needs: { region: "any" } }))).toMatch(
    /no name tells the activity[\s\S]*column "region" is missing/,
  );
});

test("a mapping file renames, maps and says how to read; options given beside it win", async () => {
  const path = await write(
    "renamed.csv",
    "Nr;Was;Am;Gebiet;value;due;Wer\n1;a;01.02.2025 10:00;N;1;2025-02-01;Ada\n1;b;02.02.2025 10:00;S;2;2025-02-01;Bo\n",
  );
  const content = {
    kind: "events",
    mapping: { case: "Nr", activity: "Was", timestamp: "Am", resource: "Wer" },
    rename: { region: "Gebiet", clerk: "Wer" },
    dateOrder: "mdy",
    timeZone: "Europe/Berlin",
    unmapped: [{ column: "anything" }],
  };
  const mapping = await write("map.json", JSON.stringify(content));
  const log = await readLog(path, { mapping, needs });
  expect(log.time[0]).toBe(Date.UTC(2025, 0, 2, 9));
  expect(log.attribute("region")).toMatchObject({ dictionary: ["N", "S"] });
  expect(log.attributes).toContain("clerk");
  expect(log.resources).toEqual(["Ada", "Bo"]);
  expect((await readLog(path, { mapping, dateOrder: "dmy", needs })).time[0]).toBe(Date.UTC(2025, 1, 1, 9));
  const rows = await log.sql("SELECT region, clerk, resource FROM events ORDER BY position");
  expect(rows.objects()).toEqual([
    { region: "N", clerk: "Ada", resource: "Ada" },
    { region: "S", clerk: "Bo", resource: "Bo" },
  ]);
  expect(await readAnyLog(path, { mapping })).toBeInstanceOf(EventLog);
});

test("no text is no mapping file", async () => {
  expect((await readLog(await write("good.csv", header + row), { mapping: "" })).cases).toBe(1);
});

test("a mapping file that went stale names all columns that are gone", async () => {
  const path = await write("good.csv", header + row);
  const stale = await write("stale.json", JSON.stringify({ mapping: { case: "cases", activity: "activty" } }));
  expect(await refusal(readLog(path, { mapping: stale }))).toMatch(
    /expected columns "cases" for the case and "activty" for the activity .* The case may be "case"\. .*"activity"/,
  );
  const renamed = await write("stale2.json", JSON.stringify({ rename: { area: "regions" } }));
  expect(await refusal(readLog(path, { mapping: renamed }))).toMatch(
    /"regions".*renames to "area".*Did you mean "region"/,
  );
  const taken = await write("taken.json", JSON.stringify({ rename: { value: "region" } }));
  expect(await refusal(readLog(path, { mapping: taken }))).toMatch(/expected no column "value"/);
});

test.each([
  ["no JSON", "{ case: }", /expected a mapping as JSON/],
  ["a list", "[]", /expected a mapping as JSON/],
  ["an unknown key", `{ "renames": {} }`, /Did you mean "rename"/],
  ["the other kind of log", `{ "kind": "interactions" }`, /expected a mapping of events/],
  ["a role that was not filled in", `{ "mapping": { "case": null } }`, /"case".*Fill it in/],
])("a mapping file with %s is refused", async (_, text, message) => {
  const path = await write("good.csv", header + row);
  expect(await refusal(readLog(path, { mapping: await write("wrong.json", text) }))).toMatch(message);
});

test("a mapping file that is not there says how one is made", async () => {
  const path = await write("good.csv", header + row);
  expect(await refusal(readLog(path, { mapping: `${folder}/none.json` }))).toMatch(/tb map EXPORT -o none\.json/);
});

test("interaction logs are held to the same", async () => {
  const path = await write(
    "ui.csv",
    "When,user,Program,action,Amount\n2025-01-01T10:00:00Z,Ada,Mail,click,3\n2025-01-01T10:00:05Z,Ada,Mail,click,x\n",
  );
  expect(await refusal(readInteractions(path, { needs: { team: "text", Amount: "number", app: "text" } }))).toMatch(
    /column "team" is missing[^;]*; column "Amount" should hold numbers but holds text, such as "x" in line 3/,
  );
  const mapping = await write(
    "ui.json",
    JSON.stringify({ kind: "interactions", mapping: { app: "Program" }, rename: { team: "user" } }),
  );
  const log = await readInteractions(path, { mapping, needs: { team: "text" } });
  expect(log.apps).toEqual(["Mail"]);
  expect(log.attribute("team")).toMatchObject({ dictionary: ["Ada"] });
});
