/**
 * The language of patterns over activities.
 *
 *     pattern  = term { "&" term }
 *     term     = [ "never" ] path
 *     path     = sequence { "|" sequence }
 *     sequence = item { ( "→" | "->" ) item }                      no arrow is needed beside …, ^ and $
 *     item     = atom { "?" | "*" | "+" | "{" from [ "," [ to ] ] "}" }
 *     atom     = name | "…" | "..." | "^" | "$" | "any" | "not" atom | "(" path ")" | "{" path { "," path } "}"
 *     name     = text without special characters | '"' text '"' | "'" text "'"      a quote within is doubled
 */
import { InputError } from "../../../base/errors.ts";
import { suggestion } from "../../filter/options.ts";
import { ANY_EVENT, GAP, type PatternNode, type PatternTerm, repeatNode, setNode } from "./pattern_steps.ts";

/**
 * Reads a pattern.
 *
 * @param activities Names that are known: others are an error, and a name that begins with `not`, `never` or `any` is
 * told from the word.
 * @throws InputError that tells the position, what was expected there and what was found.
 */
export function parsePattern(text: string, activities: readonly string[], allowMissing = false): PatternTerm[] {
  return new PatternParser(text, new Set(activities), allowMissing ? undefined : activities).pattern();
}

const ARROW = /(?:→|->)/y, ELLIPSIS = /(?:…|\.\.\.)/y, SPACE = /\s*/y;
const NAME = /(?:(?!->|\.\.\.)[^→…|&(){}?*+^$",])+/y, NAME_WITH_COMMA = /(?:(?!->|\.\.\.)[^→…|&(){}?*+^$"])+/y;
const COUNT = /\{\s*(\d+)\s*(?:(,)\s*(\d*)\s*)?\}/y;
const WORD = /(not|never|any)(?![\p{L}\p{N}_-])/uy;

class PatternParser {
  #at = 0;
  /** How many sets are open: commas part their members. */
  #sets = 0;

  constructor(
    readonly text: string,
    readonly known: ReadonlySet<string>,
    readonly required: readonly string[] | undefined,
  ) {}

  pattern(): PatternTerm[] {
    const terms: PatternTerm[] = [];
    do {
      const never = this.#word("never");
      terms.push({ never, node: this.#path() });
    } while (this.#sign("&"));
    this.#space();
    if (this.#at < this.text.length) this.#fail(`an arrow, |, & or the end of the pattern`);
    return terms;
  }

  #path(): PatternNode {
    const parts = [this.#sequence()];
    while (this.#sign("|")) parts.push(this.#sequence());
    return parts.length === 1 ? parts[0]! : { kind: "choice", parts };
  }

  #sequence(): PatternNode {
    const parts = [this.#item()];
    for (;;) {
      if (this.#match(ARROW)) {
        parts.push(this.#item());
        continue;
      }
      // Beside a gap or an edge of the case, what follows is clear without an arrow.
      const last = parts.at(-1)!;
      const free = last === GAP || last.kind === "begin" || /^(…|\.\.\.|\$)/.test(this.text.slice(this.#space()));
      if (!free || this.#atEnd()) break;
      parts.push(this.#item());
    }
    return parts.length === 1 ? parts[0]! : { kind: "sequence", parts };
  }

  #atEnd(): boolean {
    this.#space();
    return this.#at >= this.text.length || "|&),}".includes(this.text[this.#at]!);
  }

  #item(): PatternNode {
    let node = this.#atom();
    for (;;) {
      const begin = this.#space();
      const count = this.#match(COUNT);
      if (count) {
        const min = Number(count[1]);
        const max = count[2] === undefined ? min : count[3] ? Number(count[3]) : Infinity;
        node = this.#located(begin, () => repeatNode(node, min, max));
      } else if (this.#sign("?")) node = { kind: "repeat", part: node, min: 0, max: 1 };
      else if (this.#sign("*")) node = { kind: "repeat", part: node, min: 0, max: Infinity };
      else if (this.#sign("+")) node = { kind: "repeat", part: node, min: 1, max: Infinity };
      else return node;
    }
  }

  #atom(): PatternNode {
    const begin = this.#space();
    if (this.#match(ELLIPSIS)) return GAP;
    if (this.#sign("^")) return { kind: "begin" };
    if (this.#sign("$")) return { kind: "end" };
    if (this.#sign("(")) {
      const node = this.#path();
      if (!this.#sign(")")) this.#fail(`")" for the "(" at position ${begin + 1}`);
      return node;
    }
    if (this.#sign("{")) return this.#set(begin);
    if (this.#word("not")) return this.#negated(begin);
    if (this.#word("any")) return ANY_EVENT;
    return { kind: "event", names: [this.#name()], not: false };
  }

  #set(begin: number): PatternNode {
    this.#sets++;
    const parts = [this.#path()];
    while (this.#sign(",")) parts.push(this.#path());
    this.#sets--;
    if (!this.#sign("}")) this.#fail(`"," or "}" for the "{" at position ${begin + 1}`);
    return this.#located(begin, () => setNode(parts));
  }

  #negated(begin: number): PatternNode {
    const node = this.#atom();
    const names = singleNames(node);
    if (names) return { kind: "event", names, not: true };
    this.#fail(
      `one activity or several apart by "|" after "not"; for cases without a path write "never" before it`,
      begin,
    );
  }

  #name(): string {
    const begin = this.#space();
    const quote = this.text[begin];
    if (quote === '"' || quote === "'") {
      const end = new RegExp(`${quote}((?:[^${quote}]|${quote}${quote})*)${quote}`, "y");
      const found = this.#match(end);
      if (!found) this.#fail(`a closing ${quote} for the one at position ${begin + 1}`, this.text.length);
      return this.#checked(found[1]!.replaceAll(quote + quote, quote), begin);
    }
    const found = this.#match(this.#sets > 0 ? NAME : NAME_WITH_COMMA);
    const name = found?.[0].trim() ?? "";
    if (name === "") this.#fail("an activity");
    return this.#checked(name, begin);
  }

  #checked(name: string, at: number): string {
    if (this.required === undefined || this.known.has(name)) return name;
    throw new InputError(
      `Pattern ${JSON.stringify(this.text)}, position ${
        at + 1
      }: expected an activity of the log but found "${name}". ` +
        suggestion(name, this.required),
    );
  }

  /** One of the words, unless it begins the name of an activity. */
  #word(word: string): boolean {
    const begin = this.#space();
    const found = this.#match(WORD);
    if (found?.[1] === word) {
      this.#at = begin;
      const name = this.#match(this.#sets > 0 ? NAME : NAME_WITH_COMMA)?.[0].trim() ?? "";
      this.#at = this.known.has(name) ? begin : begin + word.length;
      return !this.known.has(name);
    }
    this.#at = begin;
    return false;
  }

  #sign(sign: string): boolean {
    if (this.text[this.#space()] !== sign) return false;
    this.#at++;
    return true;
  }

  #match(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.#space();
    const found = pattern.exec(this.text);
    if (found) this.#at = pattern.lastIndex;
    return found ?? undefined;
  }

  #space(): number {
    SPACE.lastIndex = this.#at;
    SPACE.exec(this.text);
    return this.#at = SPACE.lastIndex;
  }

  #located<T>(at: number, make: () => T): T {
    try {
      return make();
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      throw new InputError(
        `Pattern ${JSON.stringify(this.text)}, position ${at + 1}: ${error.message.replace(/^E/, "e")}`,
      );
    }
  }

  #fail(expected: string, at: number = this.#space()): never {
    const rest = this.text.slice(at).trim();
    const found = rest === "" ? "its end" : `"${rest.length > 20 ? `${rest.slice(0, 20)}…` : rest}"`;
    throw new InputError(
      `Pattern ${JSON.stringify(this.text)}, position ${at + 1}: expected ${expected} but found ${found}. ` +
        `Put names that hold special characters in quotes.`,
    );
  }
}

/** Of an activity, or of several of which one is meant. */
function singleNames(node: PatternNode): readonly string[] | undefined {
  if (node.kind === "event" && !node.not) return node.names;
  if (node.kind !== "choice") return undefined;
  const names = node.parts.map(singleNames);
  return names.every((found) => found !== undefined) ? names.flat() as string[] : undefined;
}
