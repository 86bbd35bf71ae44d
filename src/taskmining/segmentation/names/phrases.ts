/**
 * What labels, titles, addresses and files say of the work, as verb and object: "Enter Vendor Invoice: Company Code 1000"
 * is to enter a vendor invoice, `crm.example/customers/new` to create a customer, `refunds_2025.xlsx` is about refunds.
 */
import { doneVerb, type Language, ownVerb, type Verb, verbOf } from "./verbs.ts";

export interface Phrase {
  readonly verb?: Verb;
  readonly object?: string;
  /** The verb stood as what has happened: "was posted". */
  readonly isDone?: boolean;
  /** It is the answer to a message: "RE: …". */
  readonly answers?: boolean;
  /** The page lists many. */
  readonly isList?: boolean;
  /** What it was read from. */
  readonly from: "label" | "title" | "address" | "file";
  /** The part that says it, without numbers of records. */
  readonly text?: string;
}

const SEPARATOR = /\s+[-–—|·•]\s+/u;
const FILE =
  /\.(xlsx?|xlsm|xlsb|ods|numbers|csv|docx?|docm|odt|rtf|pages|pptx?|pptm|ppsx?|odp|key|pdf|tiff?|png|jpe?g|txt|msg|eml|zip|xml)$/i;
/** What privacy masked: "[name]". */
const MARK = /\[[^[\]]*\]/g;
/** Applications that sign their titles, and kinds of window. */
const SIGNATURE =
  /^(Google Chrome|Microsoft\W*Edge|Mozilla Firefox|Firefox|Safari|Opera|Brave|Chromium|Internet Explorer|(Microsoft )?(Excel|Word|Outlook|PowerPoint|Teams|Access)|Adobe (Acrobat|Reader).*|LibreOffice.*|OpenOffice.*|Google (Sheets|Docs)|Notepad|Message|Nachricht|Meldung|SAP.*)$/i;
const ANSWER = /^(re|aw|sv|antw|odp|rif|res)\s*:\s*/i;
/** Words at the end of what was cut off before a number: "Question about INV-4711". */
const DANGLING =
  /\s+(about|to|for|of|on|in|at|by|with|from|the|a|an|no|nr|number|zu|zur|zum|für|von|über|mit|und|and|or|de|du|pour|para|per|di|da|van|voor)$/i;
const STATES = /\s+(was|is|were|been|has|wurde|ended|solved|open|closed|new|pending|draft|entwurf|gelöst)$/i;
/** Words that could be about anything. */
const BLANK =
  /^(home|start|main|menu|index|page|window|dialog|form|forms|data|file|document|information|overview|details?|untitled|error|default|book|sheet|tabelle|mappe|unbenannt|results?|inbox|posteingang|message|a button|a field|a link|a list|a range|a choice|a checkbox|a picture|a cell|one of many|ok|yes|no|cancel|next|back|close|admin|api|app|web|www|login|downloads?|body|text|find|query|search results|new|edit|now|all|over|again|selected|out|up|off|wrong|right|mail|e-mail|from|to|cc|subject|message body|comments?|notes|done)$/i;

/** True of what says nothing by itself. */
export function isBlank(object: string): boolean {
  return BLANK.test(object.trim()) || !/\p{L}{3}|[^\p{ASCII}]{2}/u.test(object);
}

/** A phrase of a title, an address or a file name; undefined where it tells nothing. */
export function phraseOfPlace(place: string, signatures: ReadonlySet<string>, language: Language): Phrase | undefined {
  if (isAddress(place)) return phraseOfAddress(place, language);
  const parts = partsOfTitle(place, signatures);
  for (const part of parts) {
    const isFile = FILE.test(part), phrase = isFile ? phraseOfFile(part) : phraseOfTitle(part, "title");
    if (phrase) return isFile ? phrase : { ...phrase, text: part.replace(/#+/g, "…") };
  }
  return undefined;
}

/** A phrase of the label of a button, a menu or a field. */
export function phraseOfLabel(label: string): Phrase | undefined {
  if (/[<>{}=\\]|[.#]\w+[.#[>]|^[/#.]/.test(label)) return undefined;
  if (/^(cells?|columns?|row)\s/i.test(label)) return undefined;
  if (FILE.test(label)) return undefined;
  const words = /\s/.test(label) ? label : splitWords(label.replace(/[_-]+/g, " ")).replace(WIDGET, "");
  return phraseOfTitle(words, "label");
}

/** What programmers put before the names of buttons and fields. */
const WIDGET = /^(btn|button|txt|lbl|cmb|cbo|chk|rdo|ddl|inp|fld|mnu|lnk)(?=[\s\d]|$)\s*/i;

function isAddress(text: string): boolean {
  return /^[a-z]+:\/\//i.test(text) || /^[^\s/]+\.[^\s/]+\/|^\//.test(text) ||
    /^([a-z\d-]+\.)+[a-z]{2,}$/.test(text) && !FILE.test(text);
}

/** Parts of a title that tell something, the most telling first; without what signs all titles of an application. */
export function partsOfTitle(title: string, signatures: ReadonlySet<string>): string[] {
  const parts = title.split(SEPARATOR).map((part) => part.replace(/\s*\(html\)$/i, "").trim());
  const told = parts.filter((part, p) => !SIGNATURE.test(part) && !(p > 0 && signatures.has(part)));
  return told.length > 0 ? told : parts.slice(0, 1);
}

function phraseOfTitle(text: string, from: "label" | "title"): Phrase | undefined {
  const answers = ANSWER.test(text);
  // A question has its verb in its middle.
  if (/[?？]\s*$/.test(text) && /\s/.test(text)) return undefined;
  const [main = ""] = text.replace(ANSWER, "").replace(/[([{][^)\]}]*[)\]}]/g, " ").split(/:\s|\s>\s|[?!;]/);
  const said = splitWords(main);
  const words = said.split(/\s+/).filter((word) => word !== "" && !/[#\d@]/.test(word));
  if (words.length === 0 || words.length > 8) return undefined;
  const first = verbOf(words[0]!), last = verbOf(words.at(-1)!);
  if (words.length > 1) {
    // "Document 4711 was posted in company code 1000"
    const was = words.findIndex((word, w) => /^(was|were|been)$/i.test(word) && doneVerb(words[w + 1] ?? ""));
    const at = was < 0 ? words.length - 1 : was + 1, done = doneVerb(words[at]!);
    if (done && !first) {
      const object = objectOf(words.slice(0, at));
      return { verb: done, isDone: true, from, ...(object === undefined ? {} : { object }) };
    }
    if (last && ["de", "nl"].includes(last.language) && !first) {
      return withObject({ verb: last, from }, words.slice(0, -1));
    }
  }
  if (first) return withObject({ verb: first, from }, words.slice(1));
  const object = objectOf(words);
  if (object === undefined || isBlank(object)) return undefined;
  if (/^(new|neue[rs]?|nouve(au|lle)|nuev[oa]|nuov[oa]|nov[oa]|nieuwe?)$/i.test(words[0]!) && words.length > 1) {
    const rest = objectOf(words.slice(1));
    if (rest !== undefined) return { verb: ownVerb(languageOfNew(words[0]!), "create"), object: rest, from };
  }
  return { object, from, ...(answers ? { answers } : {}) };
}

function withObject(phrase: Pick<Phrase, "verb" | "from">, words: readonly string[]): Phrase {
  const plain = words.filter((word, w) => !(w === 0 && /^(to|the|a|an|as|auf|an|für)$/i.test(word)));
  const object = objectOf(plain);
  return object === undefined ? phrase : { ...phrase, object };
}

/** Words that are left of an object once states and dangling words are gone. */
function objectOf(words: readonly string[]): string | undefined {
  let text = words.join(" ").replace(/[\s,.;:–…-]+$/u, "");
  for (let before = ""; before !== text;) {
    before = text;
    text = text.replace(DANGLING, "").replace(STATES, "");
    // What is left of a number: "INV-" of "INV-4711".
    text = text.replace(/[-_/]+$/, "");
  }
  return /\p{L}/u.test(text) ? text : undefined;
}

const NEW = [["new", "en"], ["neue", "de"], ["nouv", "fr"], ["nuev", "es"], ["nuov", "it"], ["nieuw", "nl"]] as const;

function languageOfNew(word: string): Language {
  const plain = word.toLowerCase();
  return NEW.find(([beginning]) => plain.startsWith(beginning))?.[1] ?? "pt";
}

const CREATE = /^(new|add|create|neu|nuevo)$/i;

/** `customers/#/edit`: the last page is the verb or the object, the collection before it says of what. */
function phraseOfAddress(address: string, language: Language): Phrase | undefined {
  const path = address.replace(/^[a-z]+:\/\//i, "").replace(/[?#]$/, "").split("/").slice(1);
  const pages = path.map((piece) => splitWords(decoded(piece).replace(/\.\w{2,5}$/, "").replace(/[-_+]/g, " ")))
    .filter((piece) =>
      piece !== "" && !/[#\d[\]]/.test(piece) && (CREATE.test(piece) || piece === "edit" || !isBlank(piece))
    );
  const last = pages.at(-1);
  if (last === undefined) return undefined;
  const before = pages.at(-2);
  const verb = verbOf(last);
  if (CREATE.test(last)) {
    return before === undefined
      ? undefined
      : { verb: ownVerb(language, "create"), object: singular(before), from: "address" };
  }
  const [, start, rest] = /^(\S+) (.+)$/.exec(last) ?? [], said = start === undefined ? undefined : verbOf(start);
  if (said) return { verb: said, object: rest!, from: "address" };
  if (verb) return before === undefined ? undefined : { verb, object: singular(before), from: "address" };
  const object = singular(last), isList = object !== last;
  // `meters/1EMH4711/reading` is the reading of a meter.
  const of = before !== undefined && /[#\d]/.test(path.at(-2) ?? "") && !last.includes(" ")
    ? `${singular(before)} `
    : "";
  return {
    ...(/^[Nn]ew\s/.test(object) ? { verb: ownVerb("en", "create") } : {}),
    object: of + object.replace(/^[Nn]ew\s/, ""),
    from: "address",
    isList,
  };
}

function decoded(piece: string): string {
  try {
    return decodeURIComponent(piece);
  } catch {
    return piece;
  }
}

/** `refunds_2025.xlsx` is about refunds; `INV-4711.pdf` does not say. */
function phraseOfFile(name: string): Phrase | undefined {
  const words = splitWords(name.split(/[\\/]/).at(-1)!.replace(FILE, "").replace(MARK, " ").replace(/[_\-.+]+/g, " "))
    .split(/\s+/)
    .filter((word) =>
      word !== "" && !/[#\d]/.test(word) && (/\p{L}{4}|[^\p{ASCII}]{2}/u.test(word) || /^\p{Ll}{3}$/u.test(word))
    );
  const object = objectOf(words);
  return object === undefined || isBlank(object) || words.length > 4 ? undefined : { object, from: "file" };
}

/** `NewRecord` as "New Record". */
function splitWords(text: string): string {
  return text.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2").replace(/\s+/g, " ").trim();
}

/** English collections of addresses: "customers" holds a customer. */
function singular(text: string): string {
  return /ies$/.test(text)
    ? text.replace(/ies$/, "y")
    : /(ss|us|is|ws|as)$/.test(text)
    ? text
    : text.replace(/(?<=(x|ch|sh|ss))es$|s$/, "");
}
