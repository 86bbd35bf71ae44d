import { chmod, link, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { execFile } from "node:child_process";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { promisify } from "node:util";
import { gunzipSync } from "node:zlib";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { InputError } from "../../../src/base/errors.ts";
import { openBytes } from "../../../src/io/bytes/byte_source.ts";
import { writeWholeFile } from "../../../src/io/files/write_whole_file.ts";
import { writeOcel } from "../../../src/io/write_ocel.ts";
import { logFromRows, readLog, writeLog } from "../../../src/log/mod.ts";
import { ProcessTree, writeModel } from "../../../src/models/mod.ts";
import { writeNotebook } from "../../../src/notebook/notebook.ts";
import { randomOf } from "../csv/csv_cases.ts";
import { tb } from "../../support/tb.ts";

const run = promisify(execFile);
const CHILD = join(import.meta.dirname!, "child_writer.ts");

let folder: string;
beforeEach(async () => void (folder = await mkdtemp(join(tmpdir(), "writer-"))));
afterEach(() => rm(folder, { recursive: true, force: true }));

const tree = ProcessTree.node("sequence", [ProcessTree.leaf("a"), ProcessTree.leaf("b")]);
const log = () => logFromRows([{ case: "1", activity: "a", time: new Date(0) }]);

/** All that writes a file of users, by the name of the file. */
const writers: [string, (path: string) => Promise<unknown>][] = [
  ["log.csv", (path) => writeLog(log(), path)],
  ["log.csv.gz", (path) => writeLog(log(), path)],
  ["log.xes", (path) => writeLog(log(), path)],
  ["log.xes.gz", (path) => writeLog(log(), path)],
  ["log.jsonocel", (path) => writeOcel({ objectTypes: [], eventTypes: [], objects: [], events: [] }, path)],
  ["model.ptml", (path) => writeModel(tree, path)],
  ["model.pnml.gz", (path) => writeModel(tree, path)],
  ["model.bpmn", (path) => writeModel(tree, path)],
  ["text.svg", (path) => writeWholeFile(path, "text")],
  ["book.ipynb", (path) => writeNotebook(path, { nbformat: 4, nbformat_minor: 5, metadata: {}, cells: [] })],
];

async function* numbers() {
  yield "one ";
  yield new TextEncoder().encode("two ");
  yield "three";
}

test("text, bytes and parts come out as they went in, packed or not", async () => {
  const path = join(folder, "x");
  await writeWholeFile(path, "ä\u{1f600}");
  expect(await readFile(path, "utf8")).toBe("ä\u{1f600}");
  await writeWholeFile(path, Uint8Array.of(0, 255));
  expect([...await readFile(path)]).toEqual([0, 255]);
  await writeWholeFile(path, numbers());
  expect(await readFile(path, "utf8")).toBe("one two three");
  await writeWholeFile(path, numbers(), { gzip: true });
  expect(gunzipSync(await readFile(path)).toString()).toBe("one two three");
  expect(await readdir(folder)).toEqual(["x"]);
});

test("an error in the middle of the content leaves what was there, and nothing beside it", async () => {
  async function* broken() {
    yield "x".repeat(1 << 20);
    throw new RangeError("broken");
  }
  for (const gzip of [false, true]) {
    const path = join(folder, "x");
    await writeFile(path, "old");
    await expect(writeWholeFile(path, broken(), { gzip })).rejects.toThrow("broken");
    expect(await readFile(path, "utf8")).toBe("old");
    await expect(writeWholeFile(join(folder, "new"), broken(), { gzip })).rejects.toThrow("broken");
    expect(await readdir(folder)).toEqual(["x"]);
  }
});

test("two writers of one file do not mix", async () => {
  const path = join(folder, "x");
  const texts = Array.from({ length: 20 }, (_, i) => String(i).repeat(300_000));
  await Promise.all(texts.map((text) => writeWholeFile(path, text)));
  expect(texts).toContain(await readFile(path, "utf8"));
  expect(await readdir(folder)).toEqual(["x"]);
});

test("links stay links, permissions stay, devices are written into", async () => {
  const target = join(folder, "target"), alias = join(folder, "alias"), dangling = join(folder, "dangling");
  await writeFile(target, "old");
  await chmod(target, 0o640);
  await symlink("target", alias);
  await symlink("later", dangling);
  await writeWholeFile(alias, "new");
  await writeWholeFile(dangling, "late");
  expect((await readdir(folder)).sort()).toEqual(["alias", "dangling", "later", "target"]);
  expect(await readFile(target, "utf8")).toBe("new");
  expect(await readFile(join(folder, "later"), "utf8")).toBe("late");
  expect((await stat(target)).mode & 0o777).toBe(0o640);
  await writeWholeFile("/dev/null", "gone");
  expect((await stat("/dev/null")).isCharacterDevice()).toBe(true);
});

describe.each(writers)("%s", (name, write) => {
  test("a folder in its place, a missing folder, a file for a folder: a sentence each", async () => {
    const cases: [string, RegExp][] = [
      [join(folder, "is-folder", name), /found the name of a folder/],
      [join(folder, "missing", name), /found no folder ".*missing"/],
      [join(folder, "plain", name), /found a file in place of the folder ".*plain"/],
    ];
    await mkdir(join(folder, "is-folder", name), { recursive: true });
    await writeFile(join(folder, "plain"), "");
    for (const [path, words] of cases) {
      // Notebooks make their folder.
      if (name.endsWith(".ipynb") && path.includes("missing")) continue;
      const error = await write(path).then(() => undefined, (error) => error);
      expect(error, path).toBeInstanceOf(InputError);
      expect(error.message, path).toMatch(name.endsWith(".ipynb") ? /found/ : words);
      expect(error.message).toContain(path);
    }
  });

  test("a file that was read is not written over, by any spelling or link", async () => {
    const path = join(folder, name);
    await writeFile(path, "input");
    await openBytes(path);
    await symlink(path, join(folder, `soft-${name}`));
    await link(path, join(folder, `hard-${name}`));
    await symlink(folder, join(folder, "loop"));
    const spellings = [
      path,
      relative(Deno.cwd(), path),
      join(folder, "loop", name),
      `${folder}/./loop/../${name}`,
      join(folder, `soft-${name}`),
      join(folder, `hard-${name}`),
    ];
    for (const spelling of spellings) {
      await expect(write(spelling), spelling).rejects.toThrow(/Inputs are never overwritten/);
      expect(await readFile(path, "utf8")).toBe("input");
    }
  });
});

test("a file that this process wrote may be read and written anew; one that was replaced is no input", async () => {
  const path = join(folder, "own.csv");
  await writeLog(log(), path);
  await readLog(path);
  await writeLog(log(), path);
  const other = join(folder, "other.csv");
  await writeFile(other, await readFile(path));
  await readLog(other);
  await rm(other);
  await writeLog(log(), other);
});

test("/dev/full: a sentence that says that the disk is full", async () => {
  await expect(writeWholeFile("/dev/full", "x")).rejects.toThrow(InputError);
  await expect(writeWholeFile("/dev/full", "x")).rejects.toThrow(/found the disk full/);
});

/** A disk of 1 MB, where this process may mount one. */
const disk = await (async () => {
  const at = await mkdtemp(join(tmpdir(), "small-disk-"));
  return await run("mount", ["-t", "tmpfs", "-o", "size=1m", "tmpfs", at]).then(() => at, () => undefined);
})();
afterAll(async () => {
  if (disk === undefined) return;
  await run("umount", [disk]);
  await rm(disk, { recursive: true });
});

test.skipIf(disk === undefined)(
  "a full disk: what was there stays, nothing is left beside it, a sentence",
  async () => {
    for (const [name, write] of writers) {
      const path = join(disk!, name);
      await write(path);
      const old = await readFile(path);
      await writeFile(join(disk!, "filler"), new Uint8Array(1 << 21)).catch(() => {});
      const error = await write(path).then(() => undefined, (error) => error);
      expect(error, name).toBeInstanceOf(InputError);
      expect(error.message, name).toMatch(/found the disk full/);
      expect(await readFile(path), name).toEqual(old);
      expect((await readdir(disk!)).sort(), name).toEqual(["filler", name].sort());
      await rm(join(disk!, "filler"));
      await rm(path);
    }
  },
);

// Permissions do not count for the superuser, but a disk that is mounted read-only does.
test.skipIf(disk === undefined && Deno.uid() === 0)("a read-only folder: a sentence", async () => {
  const locked = disk ?? join(folder, "locked");
  if (disk === undefined) await mkdir(locked);
  const old = join(locked, "old.csv");
  await writeFile(old, "old");
  if (disk === undefined) await chmod(locked, 0o555);
  else await run("mount", ["-o", "remount,ro", disk]);
  try {
    for (const [name, write] of [...writers, ["old.csv", writers[0]![1]] as const]) {
      const error = await write(join(locked, name)).then(() => undefined, (error) => error);
      expect(error, name).toBeInstanceOf(InputError);
      expect(error.message, name).toMatch(/no leave to write it: .*read-only/);
    }
    expect(await readFile(old, "utf8")).toBe("old");
    expect(await readdir(locked)).toEqual(["old.csv"]);
  } finally {
    if (disk === undefined) await chmod(locked, 0o755);
    else await run("mount", ["-o", "remount,rw", disk]);
    await rm(old);
  }
});

test("a process that is killed at any moment leaves the old file or the new one, whole", async () => {
  const path = join(folder, "x");
  const old = "a".repeat(3_000_000), line = "b";
  const whole = (line.repeat(1000) + "\n").repeat(4000);
  const random = randomOf(15);
  const seen = new Set<string>();
  for (let i = 0; i < 20; i++) {
    await writeFile(path, old);
    const child = new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", "--quiet", CHILD, path, line, "4000", "0"],
      stdout: "piped",
      stderr: "null",
    }).spawn();
    // Killed some time after it began to write: the start of the process tells nothing.
    const reader = child.stdout.getReader();
    await reader.read();
    await new Promise((go) => setTimeout(go, random(120)));
    try {
      child.kill("SIGKILL");
    } catch {
      // It has ended.
    }
    await child.status;
    await reader.cancel();
    const found = await readFile(path, "utf8");
    expect(found === old || found === whole, `round ${i}: ${found.length} characters`).toBe(true);
    seen.add(found === old ? "old" : "new");
    for (const name of await readdir(folder)) {
      if (name === "x") continue;
      const { size } = await stat(join(folder, name));
      if (size > 0 && size < whole.length) seen.add("in the middle");
      await rm(join(folder, name));
    }
  }
  expect(seen).toContain("in the middle");
}, 120_000);

test.skipIf(Deno.build.os === "windows").each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
  "%s ends the process and takes the temporary file along",
  async (signal) => {
    const path = join(folder, "x");
    const child = new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", "--quiet", CHILD, path, "b", "4000", "5"],
      stdout: "piped",
      stderr: "null",
    }).spawn();
    const reader = child.stdout.getReader();
    for (let text = ""; !text.includes("part");) text += new TextDecoder().decode((await reader.read()).value);
    await new Promise((go) => setTimeout(go, 100));
    expect((await readdir(folder)).length).toBe(1);
    child.kill(signal);
    expect((await child.status).signal).toBe(signal);
    await reader.cancel();
    expect(await readdir(folder)).toEqual([]);
  },
);

test("commands answer with one sentence and exit 2", async () => {
  const events = join(folder, "events.csv");
  await writeFile(events, "case,activity,time\n1,a,2026-01-01\n1,b,2026-01-02\n");
  await mkdir(join(folder, "x.svg"));
  const calls: [string[], RegExp][] = [
    [["discover", "inductive", events, "--out", join(folder, "x.svg")], /is a folder/],
    [["discover", "inductive", events, "--out", join(folder, "no", "x.svg")], /found no folder/],
    [["discover", "inductive", events, "--out", "/dev/full"], /expected a name that ends with|disk full/],
    [["map", events, "-o", events], /Inputs are never overwritten/],
    [["map", events, "-o", "/dev/full"], /found the disk full/],
  ];
  for (const [args, words] of calls) {
    const { code, err } = await tb(...args);
    expect(code, args.join(" ")).toBe(2);
    expect(err, args.join(" ")).toMatch(words);
    expect(err).not.toMatch(/^\s+at /m);
  }
  expect(await readFile(events, "utf8")).toContain("1,b,2026-01-02");
});
