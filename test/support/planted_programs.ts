/** Thirty ways in which office work makes one value of others, each with a generator and the size of a program for it. */
import { pick, type Random, randomStream, shuffle, uniformInteger } from "../../src/base/random.ts";

export interface Planted {
  readonly name: string;
  /** Operations of a program that was written by hand, as `programSize` counts them. */
  readonly size: number;
  readonly make: (random: Random) => { readonly inputs: readonly string[]; readonly output: string };
}

const GIVEN = "Ada Grace Emmy Marie Jane Lise Rosalind Barbara Chien Hedy Katherine Mary Dorothy Vera Sofia Tu".split(
  " ",
);
const FAMILY =
  "Lovelace Hopper Noether Curie Goodall Meitner Franklin McClintock Wu Lamarr Johnson Somerville Hodgkin Rubin Youyou Ng"
    .split(" ");
const CITIES = ["Berlin", "Paris", "Den Haag", "Rome", "Madrid", "Porto", "Lyon", "New York", "Graz", "Basel"];
const STREETS = ["Hauptstr.", "Rue Verte", "High Street", "Via Roma", "Lindenweg", "Mill Lane"];
const MONTHS = "January February March April May June July August September October November December".split(" ");
const COUNTRIES = { Germany: "DE", France: "FR", Austria: "AT", Italy: "IT", Poland: "PL", Sweden: "SE" };
const TEAMS = { north: "Ms Berg", south: "Mr Tal", west: "Ms See", east: "Mr Wald" };

const digits = (random: Random, n: number) => Array.from({ length: n }, () => uniformInteger(random, 0, 9)).join("");
const first = (random: Random) => pick(random, GIVEN), last = (random: Random) => pick(random, FAMILY);
const letters = (random: Random, n: number) =>
  Array.from({ length: n }, () => pick(random, [..."ABCDEFGHKLMNPRSTUVWXYZ"])).join("");
const two = (n: number) => String(n).padStart(2, "0");
const day = (random: Random) => ({
  y: uniformInteger(random, 2019, 2026),
  m: uniformInteger(random, 1, 12),
  d: uniformInteger(random, 1, 28),
});
const cents = (random: Random) => uniformInteger(random, 100, 9_999_999);
const grouped = (whole: number, by: string) => String(whole).replace(/\B(?=(\d{3})+$)/g, by);

const one = (name: string, size: number, make: Planted["make"]): Planted => ({ name, size, make });
const from = (input: string | readonly string[], output: string) => ({
  inputs: typeof input === "string" ? [input] : input,
  output,
});

export const PLANTED: readonly Planted[] = [
  one("identity", 1, (r) => from(digits(r, 7), "").inputs.map((x) => from(x, x))[0]!),
  one("last, first to first last", 6, (r) => {
    const [a, b] = [first(r), last(r)];
    return from(`${b}, ${a}`, `${a} ${b}`);
  }),
  one("two fields joined", 4, (r) => {
    const [a, b] = [first(r), last(r)];
    return from([a, b], `${a} ${b}`);
  }),
  one("e-mail address from a name", 7, (r) => {
    const [a, b] = [first(r), last(r)];
    return from([a, b], `${a.toLowerCase()}.${b.toLowerCase()}@example.com`);
  }),
  one("initial and family name", 5, (r) => {
    const [a, b] = [first(r), last(r)];
    return from([a, b], `${a[0]}. ${b}`);
  }),
  one("upper case", 2, (r) => {
    const city = `${pick(r, CITIES)} ${letters(r, 2).toLowerCase()}`;
    return from(city, city.toUpperCase());
  }),
  one("title case", 2, (r) => {
    const name = `${first(r)} ${last(r)}`.replace("McC", "Mcc");
    return from(name.toUpperCase(), name);
  }),
  one("trimmed", 2, (r) => {
    const name = `${first(r)} ${last(r)}`;
    return from(`${" ".repeat(uniformInteger(r, 1, 3))}${name}${" ".repeat(uniformInteger(r, 0, 2))}`, name);
  }),
  one("padded with zeros", 3, (r) => {
    const n = String(uniformInteger(r, 1, 99_999));
    return from(n, n.padStart(8, "0"));
  }),
  one("zeros taken off", 2, (r) => {
    const n = String(uniformInteger(r, 1, 99_999));
    return from(n.padStart(10, "0"), n);
  }),
  one("prefix", 3, (r) => {
    const n = digits(r, 6);
    return from(n, `ORD-${n}`);
  }),
  one("number out of a sentence", 2, (r) => {
    const n = digits(r, 6);
    return from(`${pick(r, ["Your", "New", "The"])} order ${n} of ${last(r)} ${pick(r, ["today", "now"])}`, n);
  }),
  one("post code of an address", 2, (r) => {
    const code = String(uniformInteger(r, 10_000, 99_999));
    return from(`${pick(r, STREETS)} ${uniformInteger(r, 1, 199)}, ${code} ${pick(r, CITIES)}`, code);
  }),
  one("city of an address", 2, (r) => {
    const city = pick(r, CITIES);
    return from(`${pick(r, STREETS)} ${uniformInteger(r, 1, 199)}, ${uniformInteger(r, 10_000, 99_999)} ${city}`, city);
  }),
  one("date: ISO to day first", 2, (r) => {
    const { y, m, d } = day(r);
    return from(`${y}-${two(m)}-${two(d)}`, `${two(d)}.${two(m)}.${y}`);
  }),
  one("date: month first to ISO", 2, (r) => {
    const { y, m, d } = day(r);
    return from(`${m}/${d}/${y}`, `${y}-${two(m)}-${two(d)}`);
  }),
  one("date: with the month's name", 2, (r) => {
    const { y, m, d } = day(r);
    return from(`${two(d)}.${two(m)}.${y}`, `${d} ${MONTHS[m - 1]} ${y}`);
  }),
  one("date: fourteen days later", 2, (r) => {
    const { y, m, d } = day(r);
    const later = new Date(Date.UTC(y, m - 1, d + 14)).toISOString().slice(0, 10);
    return from(`${y}-${two(m)}-${two(d)}`, later);
  }),
  one("time: 24 to 12 hours", 2, (r) => {
    const [h, m] = [uniformInteger(r, 0, 23), uniformInteger(r, 0, 59)];
    return from(`${two(h)}:${two(m)}`, `${h % 12 || 12}:${two(m)} ${h < 12 ? "AM" : "PM"}`);
  }),
  one("amount: decimal comma", 2, (r) => {
    const c = cents(r), tail = two(c % 100), whole = Math.floor(c / 100);
    return from(`${grouped(whole, ",")}.${tail}`, `${grouped(whole, ".")},${tail}`);
  }),
  one("amount: with currency", 4, (r) => {
    const c = cents(r), tail = two(c % 100), whole = Math.floor(c / 100);
    return from(`${whole}.${tail}`, `EUR ${grouped(whole, ",")}.${tail}`);
  }),
  one("product of two numbers", 3, (r) => {
    const [q, c] = [uniformInteger(r, 2, 90), uniformInteger(r, 100, 99_999)];
    const total = q * c;
    return from(
      [String(q), `${Math.floor(c / 100)}.${two(c % 100)}`],
      `${Math.floor(total / 100)}.${two(total % 100)}`,
    );
  }),
  one("sum of two numbers", 3, (r) => {
    const [a, b] = [uniformInteger(r, 1, 9000), uniformInteger(r, 1, 9000)];
    return from([String(a), String(b)], String(a + b));
  }),
  one("kilograms to grams", 2, (r) => {
    const g = uniformInteger(r, 10, 90_000);
    return from(String(g / 1000), String(g));
  }),
  one("telephone number: international", 4, (r) => {
    const [area, rest] = [digits(r, 3).replace(/^0/, "1"), digits(r, 7)];
    return from(`0${area} ${rest}`, `+49 ${area} ${rest}`);
  }),
  one("telephone number: grouped", 4, (r) => {
    const d = String(uniformInteger(r, 200, 999)) + digits(r, 7);
    return from(d, `(${d.slice(0, 3)}) ${d.slice(3, 6)}-${d.slice(6)}`);
  }),
  one("lookup of a country", 2, (r) => {
    const name = pick(r, Object.keys(COUNTRIES)) as keyof typeof COUNTRIES;
    return from([name, digits(r, 4)], COUNTRIES[name]);
  }),
  one("lookup of a person in charge", 2, (r) => {
    const team = pick(r, Object.keys(TEAMS)) as keyof typeof TEAMS;
    return from([digits(r, 5), team], TEAMS[team]);
  }),
  one("a form for each kind of customer", 7, (r) => {
    const [kind, n] = [pick(r, ["private", "company"]), digits(r, 5)];
    return from([kind, n], kind === "private" ? `P-${n}` : `C/${n}`);
  }),
  one("approval above a limit", 3, (r) => {
    const amount = uniformInteger(r, 10, 2000);
    return from([String(amount), letters(r, 4)], amount > 1000 ? "approve" : "book");
  }),
  one("file name of a path", 2, (r) => {
    const file = `${last(r).toLowerCase()}_${digits(r, 4)}.pdf`;
    return from(`C:\\${pick(r, ["docs", "in", "scans"])}\\${pick(r, ["2024", "old", "x\\y"])}\\${file}`, file);
  }),
  one("identifier in an address of the web", 2, (r) => {
    const id = digits(r, uniformInteger(r, 4, 7));
    return from(`https://erp.example.com/orders?id=${id}&tab=${pick(r, ["lines", "notes"])}`, id);
  }),
];

/** Examples of one planted program beside two inputs that have nothing to do with it. */
export function plantedExamples(planted: Planted, rows: number, seed: number) {
  const random = randomStream(seed, planted.name);
  const made = Array.from({ length: rows }, () => {
    const { inputs, output } = planted.make(random);
    return { inputs: [...inputs, digits(random, 5), `${first(random)} ${letters(random, 3)}`], output };
  });
  return { inputs: made.map(({ inputs }) => inputs), outputs: made.map(({ output }) => output) };
}

/** A share of all values with a typing error (half of them) or missing (the other half). */
export function withErrors(examples: ReturnType<typeof plantedExamples>, share: number, seed: number) {
  const random = randomStream(seed, "errors");
  const spoilt = (text: string) => {
    if (random() >= share || text === "") return text;
    if (random() < 0.5) return "";
    const at = uniformInteger(random, 0, text.length - 1);
    const way = random();
    if (way < 0.4) return text.slice(0, at) + text.slice(at + 1);
    if (way < 0.7) return text.slice(0, at) + text[at] + text.slice(at);
    return text.slice(0, at) + pick(random, [..."xqz7"]) + text.slice(at + 1);
  };
  return { inputs: examples.inputs.map((row) => row.map(spoilt)), outputs: examples.outputs.map(spoilt) };
}

export function shuffledOutputs(outputs: readonly string[], seed: number): string[] {
  return shuffle(randomStream(seed, "shuffled"), [...outputs]);
}
