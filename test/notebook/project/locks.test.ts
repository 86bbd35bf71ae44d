import { expect, test } from "vitest";
import { joinLocks } from "../../../src/notebook/project/locks.ts";

const lock = (npm: Record<string, unknown>, specifiers: Record<string, string> = {}) =>
  JSON.stringify({ version: "5", specifiers, npm, workspace: { dependencies: ["npm:x@1"] } });

test("both locks hold in the joined one, and a dependency keeps its version where another joins it", () => {
  const mine = lock(
    { "d3@6.7.0": { integrity: "a", dependencies: ["d3-array"] }, "d3-array@2.12.1": { integrity: "b" } },
    { "npm:d3@6": "6.7.0" },
  );
  const ours = lock(
    { "d3@7.9.2": { integrity: "c", dependencies: ["d3-array"] }, "d3-array@3.2.4": { integrity: "d" } },
    { "npm:d3@7.9.2": "7.9.2" },
  );
  const joined = JSON.parse(joinLocks([mine, ours]));
  expect(joined.specifiers).toEqual({ "npm:d3@6": "6.7.0", "npm:d3@7.9.2": "7.9.2" });
  expect(joined.npm["d3@6.7.0"].dependencies).toEqual(["d3-array@2.12.1"]);
  expect(joined.npm["d3@7.9.2"].dependencies).toEqual(["d3-array@3.2.4"]);
  expect(joined.workspace).toBeUndefined();
});

test("of two answers to one request the nearer counts; what is no lock of version 5 counts for nothing", () => {
  const near = lock({}, { "npm:a@*": "1.0.0" });
  const far = lock({}, { "npm:a@*": "2.0.0", "npm:b@*": "1.0.0" });
  const old = JSON.stringify({ version: "4", specifiers: { "npm:c@*": "1.0.0" } });
  expect(JSON.parse(joinLocks([near, "", old, far])).specifiers).toEqual({ "npm:a@*": "1.0.0", "npm:b@*": "1.0.0" });
});

test("dependencies with a scope or an address of peers are found by their name", () => {
  const joined = JSON.parse(joinLocks([lock({
    "a@1.0.0": { dependencies: ["@s/b", "c"], optionalDependencies: ["d"] },
    "@s/b@2.0.0_c@1.0.0": {},
    "c@1.0.0": {},
    "d@1.0.0": {},
    "d@2.0.0": {},
  })]));
  expect(joined.npm["a@1.0.0"]).toEqual({
    dependencies: ["@s/b@2.0.0_c@1.0.0", "c@1.0.0"],
    optionalDependencies: ["d"],
  });
});
