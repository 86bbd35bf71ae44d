/**
 * Declare templates as regular expressions over words, one letter an activity: Di Ciccio & Mecella, "On the discovery
 * of declarative control flows for artful processes", ACM TMIS 5(4), 2015, table I.
 */
import type { DeclareTemplate } from "../../src/models/declare.ts";

const EXPRESSIONS: Record<DeclareTemplate, string[]> = {
  existence: ["[^a]*(a[^a]*)+[^a]*"],
  absence: ["[^a]*"],
  exactly_one: ["[^a]*a[^a]*"],
  init: ["a.*"],
  last: [".*a"],
  responded_existence: ["[^a]*((a.*b.*)|(b.*a.*))*[^a]*"],
  coexistence: ["[^ab]*((a.*b.*)|(b.*a.*))*[^ab]*"],
  response: ["[^a]*(a.*b)*[^a]*"],
  alternate_response: ["[^a]*(a[^a]*b[^a]*)*[^a]*"],
  chain_response: ["[^a]*(ab[^a]*)*[^a]*"],
  precedence: ["[^b]*(a.*b)*[^b]*"],
  alternate_precedence: ["[^b]*(a[^b]*b[^b]*)*[^b]*"],
  chain_precedence: ["[^b]*(ab[^b]*)*[^b]*"],
  succession: ["[^a]*(a.*b)*[^a]*", "[^b]*(a.*b)*[^b]*"],
  alternate_succession: ["[^ab]*(a[^ab]*b[^ab]*)*[^ab]*"],
  chain_succession: ["[^ab]*(ab[^ab]*)*[^ab]*"],
  not_coexistence: ["[^ab]*((a[^b]*)|(b[^a]*))?"],
  not_succession: ["[^a]*(a[^b]*)*[^ab]*"],
  not_chain_succession: ["[^a]*(a+[^ab][^a]*)*([^a]*|a*)"],
};

/** What must occur for a template to ask for anything; all others are asked of every word. */
const ACTIVATORS: Partial<Record<DeclareTemplate, string>> = {
  responded_existence: "a",
  response: "a",
  alternate_response: "a",
  chain_response: "a",
  precedence: "b",
  alternate_precedence: "b",
  chain_precedence: "b",
  coexistence: "ab",
  succession: "ab",
  alternate_succession: "ab",
  chain_succession: "ab",
  not_coexistence: "ab",
  not_succession: "ab",
  not_chain_succession: "ab",
};

/** Whether a trace keeps a rule; `undefined` where it does not activate it. */
export function keepsRule(
  template: DeclareTemplate,
  trace: readonly string[],
  first: string,
  second?: string,
): boolean | undefined {
  const word = trace.map((name) => name === first ? "a" : name === second ? "b" : "c").join("");
  const activators = ACTIVATORS[template];
  if (activators !== undefined && ![...activators].some((letter) => word.includes(letter))) return undefined;
  return EXPRESSIONS[template].every((expression) => new RegExp(`^(${expression})$`).test(word));
}
