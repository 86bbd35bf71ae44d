import { afterAll, beforeAll, expect, test } from "vitest";
import { join } from "node:path";
import { logName, makerOf, refuseOther, usualTarget } from "../../src/cli/report_target.ts";

let folder: string;
beforeAll(async () => {
  folder = await Deno.makeTempDir({ prefix: "tracebook-test-" });
});
afterAll(() => Deno.remove(folder, { recursive: true }));

const page = (maker: string | undefined) =>
  `<!DOCTYPE html><meta name="generator" content="Tracebook 0.1.0">${
    maker === undefined ? "" : `<meta name="tracebook-report" content="${maker}">`
  }`;

test("a report is called as its log is, without endings", () => {
  expect(["exports/orders.csv", "orders.xes.gz", "v1.2 May.csv", "orders", ".csv"].map(logName)).toEqual([
    "orders",
    "orders",
    "v1.2 May",
    "orders",
    ".csv",
  ]);
});

test("it goes to the clone from within, and beside the user from elsewhere", () => {
  expect(usualTarget("/clone", "/clone/notebooks", "x")).toBe("/clone/reports/x.html");
  expect(usualTarget("/clone", "/home/me", "x")).toBe("/home/me/reports/x.html");
  expect(usualTarget("/clone", "/clone-2", "x")).toBe("/clone-2/reports/x.html");
});

test("only the report of the same notebook on the same log is replaced", async () => {
  const own = makerOf("nb", ["/a/orders.csv"]), other = makerOf("nb", ["/b/orders.csv"]);
  const file = join(folder, "orders.html");
  await refuseOther(file, own, false);
  await Deno.writeTextFile(file, page(own));
  await refuseOther(file, own, false);
  for (
    const [text, words] of [[page(other), /another log/], [page(undefined), /another/], ["mine", /no report/]] as const
  ) {
    await Deno.writeTextFile(file, text);
    await expect(refuseOther(file, own, false)).rejects.toThrow(words);
    await expect(refuseOther(file, own, false)).rejects.toThrow(/--force/);
  }
  // Reports of the example that an earlier version made do not say what they are of.
  await Deno.writeTextFile(file, page(undefined));
  await refuseOther(file, own, true);
});
