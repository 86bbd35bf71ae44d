/** The kinds of task of a desk: parts of their own one after the other, and parts that they share. */
import type { Random } from "../../random.ts";
import type { DeskAbout } from "./about.ts";
import { lines, type PhaseName, PHASES, retrying, signingIn, type Workshop } from "./phases.ts";
import type { Application, Tree } from "./steps.ts";
import type { Vocabulary } from "./vocabulary.ts";

export interface Kind {
  readonly name: string;
  readonly tree: Tree;
  /** Prefixes of its identifiers, in order. */
  readonly prefixes: readonly string[];
  /** Share of the desk's instances. */
  readonly share: number;
}

export function drawKinds(about: DeskAbout, words: Vocabulary, numbers: Random): { kinds: Kind[]; login?: Kind } {
  const shop = workshopOf(about, words, numbers);
  const common = shared({ ...shop, nouns: words.documents.map(([noun]) => noun).slice(0, 1) });
  const kinds = Array.from({ length: about.kinds }, (_, k) => drawKind(shop, k, common));
  const login = about.login === "instance" || about.login === "background"
    ? { name: "login", tree: signingIn({ ...shop, nouns: [""] }, 0, 0), prefixes: [], share: 0 }
    : undefined;
  return { kinds, ...(login && { login }) };
}

function workshopOf(about: DeskAbout, words: Vocabulary, numbers: Random): Workshop {
  const { next, pick, shuffled } = numbers;
  const system = (name: string): Application => {
    const web = next() < 0.55;
    const process = `${name.replace(/[^A-Za-z]/g, "").toLowerCase()}${next() < 0.7 ? ".exe" : ""}`;
    return { name, process, web, kind: "system" };
  };
  const webMail = next() < 0.25;
  const mail = pick([["Outlook", "OUTLOOK.EXE"], ["Thunderbird", "thunderbird.exe"]]);
  const sheet = pick([["Excel", "EXCEL.EXE"], ["LibreOffice Calc", "soffice.bin"]]);
  const reader = pick([["Adobe Acrobat Reader", "Acrobat.exe"], ["Word", "WINWORD.EXE"], ["Foxit", "FoxitReader.exe"]]);
  return {
    about,
    words,
    numbers,
    systems: shuffled(words.systems).slice(0, 1 + numbers.below(3)).map(system),
    mail: { name: mail[0]!, process: mail[1]!, web: webMail, kind: "mail" },
    sheet: { name: sheet[0]!, process: sheet[1]!, web: false, kind: "sheet" },
    reader: { name: reader[0]!, process: reader[1]!, web: false, kind: "document" },
    folder: { name: "Explorer", process: "explorer.exe", web: false, kind: "folder" },
    nouns: [],
  };
}

interface Common {
  readonly beginning?: Tree;
  readonly middle?: Tree;
  readonly end?: Tree;
}

function shared(shop: Workshop): Common {
  const { about, numbers } = shop;
  const make = (...names: PhaseName[]) => PHASES[numbers.pick(names)](shop, 0, 0);
  return {
    ...(about.shared.includes("beginning") && { beginning: make("readMail", "fromQueue", "searching") }),
    ...(about.shared.includes("middle") && { middle: make("searching", "logging", "reading") }),
    ...(about.shared.includes("end") && { end: make("answering", "logging", "filing") }),
  };
}

function drawKind(base: Workshop, k: number, common: Common): Kind {
  const { about, numbers, words } = base;
  const chance = (p: number) => numbers.next() < p;
  const groups = [words.documents, words.partners, words.results];
  const chain = Array.from(
    { length: Math.max(1, about.identifiers) },
    (_, i) => groups[i]![(k + numbers.below(2)) % groups[i]!.length]!,
  );
  const shop = { ...base, nouns: chain.map(([noun]) => noun) };
  const count = { short: 1, middle: 2, long: 3 }[about.length] + numbers.below(2);
  const beginsAlike = common.beginning !== undefined && chance(0.7);
  const names: PhaseName[] = ["form"];
  const others = numbers.shuffled(["searching", "form", "reading", "logging"] as PhaseName[]);
  for (let p = 1; p < count; p++) names.push(others[p % others.length]!);
  const own = numbers.shuffled(names);
  if (!beginsAlike && chance(0.6)) {
    own.unshift(numbers.pick(["readMail", "fromQueue", "searching", "reading", "filing"] as const));
  }
  if (chance(0.35)) own.push(numbers.pick(["answering", "logging", "filing"] as const));
  const last = chain.length - 1;
  const parts = own.map((name, p): Tree => {
    // The first part speaks of the first identifier, the last part of the last, and one between hands over.
    const at = (q: number) => Math.min(last, Math.floor(q * chain.length / own.length));
    return PHASES[name](shop, at(p), at(Math.min(p + 1, own.length - 1)));
  });
  if (about.lines !== "none" && (k === 0 || chance(0.5))) {
    parts.splice(1 + numbers.below(parts.length), 0, lines(shop, 0, 0));
  }
  if (about.retries && chance(0.6)) parts.splice(1, 0, retrying(shop, 0, 0));
  const varied = parts.map((part, p): Tree => {
    if (p === 0) return part;
    if (about.partLoops && chance(0.4)) return { loop: part, least: 1, most: 3, again: 0.3 };
    if (about.options && p < parts.length - 1 && chance(0.3)) return { maybe: part, p: 0.3 + numbers.next() * 0.5 };
    return part;
  });
  const middle = common.middle && chance(0.7) ? [common.middle] : [];
  const cut = 1 + numbers.below(varied.length);
  const login = about.login === "step" && (k === 0 || chance(0.5)) ? [signingIn(shop, 0, 0)] : [];
  const tree: Tree = {
    then: [
      ...(beginsAlike ? [common.beginning!] : []),
      ...login,
      ...varied.slice(0, cut),
      ...middle,
      ...varied.slice(cut),
      ...(common.end && chance(0.7) ? [common.end] : []),
    ],
  };
  return {
    name: `${chain[0]![0]} ${k + 1}`,
    tree,
    prefixes: chain.map(([, prefix]) => prefix),
    share: Math.exp(1.6 * (numbers.next() - 0.5) * 2),
  };
}
