/** Tells what was passed to a function that takes a model, and says what to write instead if it is something else. */
import { InputError } from "../base/errors.ts";

/** By what they have, not by their class: a notebook may have loaded an edited class anew. */
const KINDS = {
  "process tree": { marks: ["operator", "activity", "children"], from: "discoverInductive or parseProcessTree" },
  "Petri net": { marks: ["places", "transitions", "arcs", "initial", "final"], from: "discoverAlpha or treeToNet" },
  "BPMN process": { marks: ["nodes", "flows", "layout"], from: "discoverSplit or treeToBpmn" },
  "heuristics net": { marks: ["measured", "inputs", "outputs"], from: "discoverHeuristics" },
  "Declare model": { marks: ["constraints"], from: "discoverDeclare" },
  "log skeleton": { marks: ["alwaysAfter", "neverTogether"], from: "discoverLogSkeleton" },
  "temporal profile": { marks: ["pairs", "pair"], from: "discoverTemporalProfile" },
  "set of footprints": { marks: ["follows", "starts", "relation"], from: "discoverFootprints or footprintsOf" },
  "transition system": { marks: ["states", "transitions", "view"], from: "discoverTransitionSystem" },
  "prefix tree": { marks: ["nodes", "find"], from: "discoverPrefixTree" },
  "directly-follows graph": { marks: ["edges", "starts", "medianServiceSeconds"], from: "directlyFollows" },
  "set of alignments": { marks: ["net", "traces", "variants", "shortestRun"], from: "alignTraces" },
  "token replay": { marks: ["net", "traces", "variants", "transitions"], from: "replayTokens" },
  "result of a precision measure": { marks: ["precision", "states", "allowed"], from: "precisionByReplay" },
  "event log": { marks: ["caseIds", "offsets"], from: "readLog" },
  "interaction log": { marks: ["sessions", "actions"], from: "readInteractions" },
} as const;

export type GivenKind = keyof typeof KINDS;

/** What a value is, as far as functions on models know it. */
export function givenKind(value: unknown): GivenKind | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  const found = Object.entries(KINDS).find(([, { marks }]) => marks.every((mark) => mark in value));
  return found?.[0] as GivenKind | undefined;
}

/**
 * Throws unless the value is of that kind.
 *
 * @param instead what else the caller could do, a sentence.
 * @throws InputError that says what was found, and what to write instead.
 */
export function requireKind(kind: GivenKind, value: unknown, instead = ""): void {
  if (givenKind(value) === kind) return;
  throw new InputError(
    `Expected ${withArticle(kind)} but found ${foundInModelsPlace(value)}.\n` +
      `Give what ${KINDS[kind].from} returned.${instead === "" ? "" : ` ${instead}`}`,
  );
}

/** What was found where a model was expected, in words, with what to write for it. */
export function foundInModelsPlace(value: unknown): string {
  if (value === undefined || value === null) return `nothing (${value})`;
  if (typeof value === "string") return aboutText(value);
  if (typeof value === "function") return "a function: call it, and pass on what it returns";
  if (typeof value !== "object") return `a ${typeof value}`;
  if ("then" in value) return "a promise: write await before it";
  const kind = givenKind(value);
  if (kind) return withArticle(kind) + (ADVICE[kind] ?? "");
  if ("numRows" in value) return "a table";
  if (Array.isArray(value)) return "a list";
  const name = value.constructor?.name;
  return name && name !== "Object" ? `an object of class ${name}` : "another object";
}

/** For what is easily taken for a model with a flow: which function takes it as it is. */
const ADVICE: Partial<Record<GivenKind, string>> = {
  "Declare model": ": rules have no flow, checkDeclare(log, rules) checks a log against them",
  "log skeleton": ": checkLogSkeleton(log, skeleton) checks a log against it",
  "temporal profile": ": checkTemporalProfile(log, profile) checks a log against it",
  "set of footprints": ": checkFootprints(log, footprints) checks a log against them",
  "directly-follows graph": ": discoverInductiveFromDfg(graph) or discoverSplit(graph) makes a model of it",
  "transition system": ": discoverInductive(log) makes a model of the log that it is from",
  "prefix tree": ": discoverInductive(log) makes a model of the log that it is from",
  "set of alignments": ": the model that was aligned is their property net",
  "token replay": ": the model that was replayed is its property net",
  "event log": ": discoverInductive(log) makes a model of it; a log and a model are given in this order",
};

function aboutText(text: string): string {
  const short = JSON.stringify(text.length > 60 ? `${text.slice(0, 60)}…` : text);
  if (/^\s*(->|\+|X|\*|O)\s*\(/.test(text)) return `a text: parseProcessTree(${short}) makes a tree of it`;
  return `a text: await readModel(${short}) reads the model of a file .pnml, .ptml or .bpmn`;
}

function withArticle(kind: string): string {
  return `${/^[aeiou]/i.test(kind) ? "an" : "a"} ${kind}`;
}
