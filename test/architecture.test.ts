import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { DOOR, floorOf, importsOfSource, roomOf, root } from "../docs/make/house.ts";

const imports = importsOfSource();
const files = [...imports.keys()];

test("every file stands in a room of the plan", () => {
  const strangers = files.filter((file) => file !== DOOR && floorOf(file) < 0);
  expect(strangers).toEqual([]);
});

test("arrows between rooms point one way", () => {
  const upward = files.filter((file) => file !== DOOR).flatMap((file) =>
    imports.get(file)!.filter((target) => target === DOOR || floorOf(target) < floorOf(file))
      .map((target) => `${file} → ${target}`)
  );
  expect(upward).toEqual([]);
});

test("neighbours meet at their doors", () => {
  const around = files.filter((file) => file !== DOOR).flatMap((file) =>
    imports.get(file)!.filter((target) =>
      floorOf(target) === floorOf(file) && roomOf(target) !== roomOf(file) && target !== `src/${roomOf(target)}/mod.ts`
    ).map((target) => `${file} → ${target}`)
  );
  expect(around).toEqual([]);
});

test("the house has one door, which leads to the doors of its rooms", () => {
  const aside = imports.get(DOOR)!.filter((target) => !/^src\/\w+\/mod\.ts$/.test(target));
  expect(aside).toEqual([]);
});

test("no file imports itself, not even by way of others", () => {
  const done = new Set<string>();
  const cycles: string[] = [];
  const visit = (file: string, path: string[]) => {
    if (path.includes(file)) {
      cycles.push([...path.slice(path.indexOf(file)), file].join(" → "));
      return;
    }
    if (done.has(file)) return;
    for (const target of imports.get(file) ?? []) visit(target, [...path, file]);
    done.add(file);
  };
  for (const file of files) visit(file, []);
  expect(cycles).toEqual([]);
});

test("every import of a file finds it", () => {
  const missing = files.flatMap((file) => imports.get(file)!.filter((target) => !imports.has(target)));
  expect(missing).toEqual([]);
});

test("nothing rests on the benchmarks", () => {
  const others = ["src", "test", "docs"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .filter((file) => file.endsWith(".ts")).map((file) => join(folder, file))
  );
  const onBench = others.filter((file) => /\bfrom "(\.\.\/)+bench\//.test(readFileSync(join(root, file), "utf8")));
  expect(onBench).toEqual([]);
});
