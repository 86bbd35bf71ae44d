import { fileURLToPath } from "node:url";
import process from "node:process";
import { afterAll, expect, test } from "vitest";
import { createLanguageService, type LanguageService } from "../../../../src/notebook/kernel/language/language.ts";
import { languageReplies } from "../../../../src/notebook/kernel/language/replies.ts";
import { startLanguageServer } from "../../../../src/notebook/kernel/language/server.ts";
import { hasEnded, isRunning } from "../../books.ts";
import { SharedServer } from "./shared_server.ts";

const folder = fileURLToPath(new URL("../../../../notebooks", import.meta.url));
/** The limit is for people who wait; a busy machine may take longer. */
const patient = { limitSeconds: 100 };
const shared = new SharedServer();
const MINUTES = 120_000;
const services: LanguageService[] = [];

function notebook(...cells: string[]): LanguageService {
  const service = createLanguageService(folder, { ...patient, startServer: shared.start });
  services.push(service);
  for (const cell of cells) service.remember(cell);
  return service;
}

afterAll(async () => {
  await Promise.all(services.map((service) => service.close()));
  await shared.close();
});

/** Completes at the `|`. */
async function complete(service: LanguageService, marked: string) {
  const { code, cursor } = unmarked(marked);
  const { matches, cursorStart, cursorEnd, metadata } = await service.complete(code, cursor);
  const points = [...code];
  return {
    matches,
    replaced: points.slice(cursorStart, cursorEnd).join(""),
    types: Object.fromEntries(metadata._jupyter_types_experimental.map(({ text, type }) => [text, type])),
    ranges: new Set(metadata._jupyter_types_experimental.map(({ start, end }) => `${start}-${end}`)),
    range: `${cursorStart}-${cursorEnd}`,
    applied: matches.map((match) => [...points.slice(0, cursorStart), match, ...points.slice(cursorEnd)].join("")),
  };
}

async function inspect(service: LanguageService, marked: string, detail: 0 | 1 = 0) {
  const { code, cursor } = unmarked(marked);
  const { found, data } = await service.inspect(code, cursor, detail);
  return { found, plain: data["text/plain"] ?? "", markdown: data["text/markdown"] ?? "" };
}

function unmarked(marked: string) {
  const points = [...marked];
  const cursor = points.indexOf("|");
  return { code: points.toSpliced(cursor, 1).join(""), cursor };
}

const quick = notebook(
  `import { readLog, viewProcessMap } from "tracebook";\nimport type { Dfg } from "tracebook";`,
  `const log = await readLog("../data/order-to-cash.csv");`,
  `let answer = 42;\nexport const total = log.cases * answer;`,
  `const { driver: engine, ...others } = log;`,
  `/** Says hello.\n * @param name whom to greet\n * @example\n * \`\`\`ts\n * greet("you");\n * \`\`\`\n */\nfunction greet(name: string): string { return "hello " + name; }`,
  `log.nothing(`,
  `viewProcessMap(log)`,
);

test("an imported function completes", { timeout: MINUTES }, async () => {
  const found = await complete(quick, "viewProcessM|");
  expect(found.matches).toEqual(["viewProcessMap"]);
  expect(found.replaced).toBe("viewProcessM");
  expect((await complete(quick, "gree|")).types).toEqual({ greet: "function" });
});

test("names of earlier cells complete, what is typed narrows them", { timeout: MINUTES }, async () => {
  expect((await complete(quick, "const x = ans|")).matches).toEqual(["answer"]);
  expect((await complete(quick, "tota|l")).matches).toContain("total");
  expect((await complete(quick, "engi|")).matches).toEqual(["engine"]);
  expect((await complete(quick, "let one: Df|")).matches).toContain("Dfg");
  const all = await complete(quick, "|");
  expect(all.matches).toEqual(expect.arrayContaining(["log", "answer", "greet", "readLog", "Deno", "console"]));
  // The nearest names come first, a front end shows the beginning of a list.
  expect(all.matches.indexOf("log")).toBeLessThan(all.matches.indexOf("console"));
});

test("members complete by their type, also in half-written code", { timeout: MINUTES }, async () => {
  for (
    const code of ["log.|", "console.log(log.|", "if (log.|) {", "[1].map((x) => { log.|", "const s = `${log.|}`;"]
  ) {
    const found = await complete(quick, code);
    expect(found.matches, code).toEqual(expect.arrayContaining(["cases", "sql", "resource"]));
    expect(found.replaced, code).toBe("");
  }
  expect((await complete(quick, "log.ca|ses")).matches).toEqual(["cases", "caseAttribute", "caseIds"].sort());
  expect((await complete(quick, "Deno.jupyter.m|")).matches).toEqual(["md"]);
});

test("what is matched without regard to case comes after what is matched as typed", { timeout: MINUTES }, async () => {
  const { matches } = await complete(notebook("const Zebra = 1, zeal = 2;"), "ze|");
  expect(matches.filter((name) => /^ze/i.test(name)).slice(0, 2)).toEqual(["zeal", "Zebra"]);
});

test("members that need more than their name replace the dot as well", { timeout: MINUTES }, async () => {
  const service = notebook(
    `const odd = { "two words": 1, plain: 2 };\nlet maybe = [{ deep: 1 }].find((x) => x.deep > 0);`,
  );
  expect((await complete(service, "odd.|")).applied).toEqual(expect.arrayContaining([`odd["two words"]`, "odd.plain"]));
  expect((await complete(service, "maybe.|")).applied).toEqual(["maybe?.deep"]);
});

test("imports complete: the names of a module, specifiers, files", { timeout: MINUTES }, async () => {
  expect((await complete(quick, `import { viewVar| } from "tracebook";`)).matches).toEqual(["viewVariants"]);
  expect((await complete(quick, `import { viewVariants } from "traceb|`)).matches).toEqual(["tracebook"]);
  expect((await complete(quick, `import { x } from "../src/m|";`)).applied).toContain(
    `import { x } from "../src/mod.ts";`,
  );
  expect((await complete(quick, `import { variants } from "tracebook"\nvariants(lo|`)).matches).toContain("log");
});

test("an import that does not say yet from where offers what tracebook has", { timeout: MINUTES }, async () => {
  for (const code of ["import { viewV|", "import { viewV| }", "import {\n  readLog,\n  viewV|"]) {
    expect((await complete(quick, code)).matches, code).toEqual(["viewVariants"]);
  }
  expect((await complete(quick, "import { readLog, readL|")).matches).not.toContain("readLog");
  expect((await complete(quick, `import { viewV| } from "arquero"`)).matches).toEqual([]);
});

test("cursors count code points", { timeout: MINUTES }, async () => {
  const service = notebook(`const 𝒳 = { größe: 1 };`);
  const found = await complete(service, `const s = "😀😀 日本"; 𝒳.gr|`);
  expect(found.matches).toEqual(["größe"]);
  expect(found.replaced).toBe("gr");
  expect(found.ranges).toEqual(new Set([found.range]));
  expect((await complete(service, `"😀"; 𝒳|`)).replaced).toBe("𝒳");
  expect((await inspect(service, `"😀😀😀😀"; /* 😀 */ 𝒳.gr|öße`)).plain).toContain("größe: number");
});

test("a name declared again is the newest, of whatever kind it is", { timeout: MINUTES }, async () => {
  const service = notebook(
    `const n = 1;\nimport { mean } from "tracebook";`,
    `const n = "text"; const before = n;`,
    `var n = { length: 1, own: true };`,
    `const variants = [1, 2];`,
    `import { variants } from "tracebook";`,
    `import { mean } from "d3";`,
  );
  expect((await complete(service, "n.|")).matches).toEqual(["length", "own"]);
  expect((await inspect(service, "before|")).plain).toContain('before: "text"');
  expect((await inspect(service, "variants|")).plain).toContain("EventLog");
  expect((await inspect(service, "mean|")).plain).toContain("Iterable");
  // The server may take a request before the change that came before it.
  for (const name of ["before", "variants", "mean", "before", "n", "mean"]) {
    expect((await inspect(service, `${name}|`)).plain.split("\n")[0]).toContain(name);
  }
  service.remember("function n(first: Date) {}");
  expect((await inspect(service, "n|")).plain).toContain("function n(first: Date): void");
  expect((await inspect(service, "const n = true; n|")).plain).toContain("const n: true");
});

test(
  "inspection shows the signature first, then the documentation with its example",
  { timeout: MINUTES },
  async () => {
    const { found, plain, markdown } = await inspect(quick, `await readL|og("a.csv")`);
    expect(found).toBe(true);
    expect(markdown).toMatch(
      /^```ts\n(?:function )?readLog\(path: string, options\?: ReadLogOptions\): Promise<EventLog>\n```\n/,
    );
    expect(markdown).toContain("Reads an event log");
    expect(markdown).toMatch(/@example\*\n```ts\n/);
    expect(plain).toMatch(/^(?:function )?readLog\(path: string/);
    expect(plain).toContain("Reads an event log");
    expect(plain).toContain("@throws — InputError");
    expect(plain).not.toMatch(/```|\*@/);

    const own = await inspect(quick, "greet|");
    expect(own.plain).toContain("Says hello.");
    expect(own.plain).toContain("name — whom to greet");
    expect(own.plain).toContain(`greet("you");`);
  },
);

test("between the parentheses of a call its function is inspected", { timeout: MINUTES }, async () => {
  for (
    const code of ["greet(|", `greet("you|")`, "greet((1 + 2), |)", "[1].map(() => greet( |", "console.log(greet(|)"]
  ) {
    expect((await inspect(quick, code)).plain, code).toContain("Says hello.");
  }
  expect((await inspect(quick, "greet(log|)")).plain).toContain("log: EventLog");
});

test("more detail adds the source", { timeout: MINUTES }, async () => {
  const { plain, markdown } = await inspect(quick, "viewProcessMap|", 1);
  expect(plain).toMatch(/Source: .*process_map\.ts, line \d+\nexport function viewProcessMap/);
  expect(markdown).toContain("with sliders for activities and paths");
});

test("what is not known is not found, and no error", { timeout: MINUTES }, async () => {
  for (const code of ["nobodyDeclaredThis|", "|", "1 + |1", "'a string| '", "// a com|ment"]) {
    expect(await inspect(quick, code), code).toEqual({ found: false, plain: "", markdown: "" });
  }
  expect((await complete(quick, "nobodyDeclared|")).matches).toEqual([]);
  expect((await complete(quick, "'a string |'")).matches).toEqual([]);
  expect((await complete(quick, "log.|".replace("log", "nobodyDeclaredThis"))).matches).toEqual([]);
});

test("an edited file is read again", { timeout: MINUTES }, async () => {
  const file = await Deno.makeTempFile({ prefix: "tracebook-", suffix: ".ts" });
  await Deno.writeTextFile(file, "export const before = 1;");
  const service = notebook(`import * as edited from ${JSON.stringify("file://" + file)};`);
  expect((await complete(service, "edited.|")).matches).toEqual(["before"]);
  await Deno.writeTextFile(file, "export const after = 1;");
  service.filesChanged([file]);
  expect((await complete(service, "edited.|")).matches).toEqual(["after"]);
  await Deno.remove(file);
});

test("a service that takes too long, or was closed, says nothing", { timeout: MINUTES }, async () => {
  const service = createLanguageService(folder, { limitSeconds: 0, startServer: shared.start });
  expect((await service.complete("consol", 6)).matches).toEqual([]);
  expect(await service.inspect("console", 3, 0)).toEqual({ found: false, data: {} });
  await service.close();
  const closed = notebook("const a = 1;");
  await closed.close();
  expect(await closed.complete("a", 1)).toMatchObject({ matches: [], cursorStart: 1, cursorEnd: 1 });
});

test("answers are contents of Jupyter's replies", { timeout: MINUTES }, async () => {
  const replies = languageReplies(quick);
  expect(await replies.complete("x = viewProcessM", 16)).toEqual({
    status: "ok",
    matches: ["viewProcessMap"],
    cursor_start: 4,
    cursor_end: 16,
    metadata: {
      _jupyter_types_experimental: [{ text: "viewProcessMap", type: "instance", start: 4, end: 16 }],
    },
  });
  expect(await replies.inspect("log", 2, 0)).toEqual({
    status: "ok",
    found: true,
    data: { "text/plain": "const log: EventLog", "text/markdown": "```ts\nconst log: EventLog\n```" },
    metadata: {},
  });
  expect(await replies.inspect("nothing", 2, 0)).toEqual({ status: "ok", found: false, data: {}, metadata: {} });
  expect(replies.isComplete("f(")).toEqual({ status: "incomplete", indent: "  " });
  expect(replies.isComplete("f()")).toEqual({ status: "complete" });
});

test("whether code is complete", () => {
  const service = notebook();
  const statuses = (codes: string[]) => codes.map((code) => [code, service.isComplete(code).status]);
  const all = (codes: string[], status: string) => codes.map((code) => [code, status]);
  const complete = [
    "",
    "1",
    "const a: number = 1;",
    "await f()",
    "{ a: 1, b: 2 }",
    "`a${b}`",
    "// note",
    "if (a) { b() }",
    "x\n)".slice(0, 1),
    "import { a } from 'b';",
    "const 𝒳 = '日本'",
  ];
  expect(statuses(complete)).toEqual(all(complete, "complete"));
  const incomplete = [
    "f(",
    "const a = {",
    "[1,",
    "if (x) {\n  y()",
    "`a ${b}",
    "/* note",
    "a =",
    "const 𝒳 = '日本' +",
    "x =>",
    "f(\n\n  // note",
    "try {}",
    "class A {\n  b() {\n",
    "import { a } from",
  ];
  expect(statuses(incomplete)).toEqual(all(incomplete, "incomplete"));
  const invalid = ["a)", "const 1 = 2;", "a b", "'text", "if (a) }", "f('日本' 1)", "else {}"];
  expect(statuses(invalid)).toEqual(all(invalid, "invalid"));
});

test("the next line is as deep as its bracket", () => {
  const service = notebook();
  expect(service.isComplete("if (a) {").indent).toBe("  ");
  expect(service.isComplete("class A {\n  b() {").indent).toBe("    ");
  expect(service.isComplete("class A {\n  b() {\n    c();").indent).toBe("    ");
  expect(service.isComplete("1").indent).toBe("");
});

test("the process ends when it is closed, and when whoever started it is killed", { timeout: MINUTES }, async () => {
  const server = await startLanguageServer(folder);
  expect(await isRunning(server.pid)).toBe(true);
  await server.close();
  expect(server.running).toBe(false);
  expect(await hasEnded(server.pid)).toBe(true);
  expect(await server.request("textDocument/hover", {})).toBeUndefined();

  const module = new URL("../../../../src/notebook/kernel/language/server.ts", import.meta.url).href;
  const starter = new Deno.Command(Deno.execPath(), {
    args: [
      "eval",
      `
      import { startLanguageServer } from ${JSON.stringify(module)};
      console.log((await startLanguageServer(${JSON.stringify(folder)})).pid);
      setInterval(() => {}, 1000);`,
    ],
    stdout: "piped",
    stderr: "null",
  }).spawn();
  const { value } = await starter.stdout.getReader().read();
  const pid = Number(new TextDecoder().decode(value));
  expect(await isRunning(pid)).toBe(true);
  starter.kill("SIGKILL");
  await starter.status;
  expect(await hasEnded(pid)).toBe(true);
});

test(
  "a completion that a busy server gives up is asked for once more, then answered without it",
  { timeout: MINUTES },
  async () => {
    for (const [refused, type] of [[1, "function"], [2, "instance"]] as const) {
      let asked = 0;
      const service = createLanguageService(folder, {
        ...patient,
        async startServer(folder) {
          const server = await shared.start(folder);
          return {
            ...server,
            running: true,
            request: (method, params) =>
              method === "textDocument/completion" && ++asked <= refused
                ? Promise.resolve(undefined)
                : server.request(method, params),
          };
        },
      });
      services.push(service);
      service.remember("function perseveres() {}");
      expect((await complete(service, "perseve|")).types).toEqual({ perseveres: type });
    }
  },
);

test("a server that dies is started again", { timeout: MINUTES }, async () => {
  const pids: number[] = [];
  const service = createLanguageService(folder, {
    ...patient,
    async startServer(folder) {
      const server = await startLanguageServer(folder);
      pids.push(server.pid);
      return server;
    },
  });
  service.remember("const survivor = 1;");
  expect(pids).toEqual([]);
  service.start();
  expect((await complete(service, "surviv|")).matches).toEqual(["survivor"]);
  expect(pids).toHaveLength(1);
  process.kill(pids[0]!, "SIGKILL");
  expect(await hasEnded(pids[0]!)).toBe(true);
  expect((await complete(service, "surviv|")).matches).toEqual(["survivor"]);
  expect(pids).toHaveLength(2);
  await service.close();
  expect(await hasEnded(pids[1]!)).toBe(true);
});
