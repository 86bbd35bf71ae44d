/** What the log tells of the elements and screens of steps, for finding them again. */
import { asText } from "../../../base/text_codes.ts";
import type { InteractionLog } from "../../../log/interactions/interaction_log.ts";
import { plainText } from "../definition/plain_text.ts";
import { usual } from "../programs/counts.ts";
import type { ElementPlan, Ends, ScreenPlan } from "./plan.ts";

/** Texts of a column at some interactions, without unknown ones. */
export function textsAt(log: InteractionLog, name: string, events: readonly number[]): string[] {
  const column = log.attribute(name);
  if (!column) return [];
  const { codes, dictionary } = asText(column);
  return events.flatMap((event) => codes[event]! < 0 ? [] : [dictionary[codes[event]!]!]);
}

/** Null where the log names no element. */
export function elementOf(log: InteractionLog, events: readonly number[]): ElementPlan | null {
  const of = (name: string) => {
    const text = usual(textsAt(log, name, events));
    return text === undefined || plainText(text) === "" ? undefined : text;
  };
  const label = of("elementLabel"), name = of("elementName"), id = of("elementId");
  const named = [label, name].filter((one) => one !== undefined);
  const names = [...new Set((named.length > 0 ? named : [id]).filter((one) => one !== undefined))];
  if (names.length === 0) return null;
  // A name among others, beside an id or in the manner of code, is the page's, not what stood on the screen.
  const human = label !== undefined || (name !== undefined && (id === undefined || name.includes(" ")));
  return {
    roles: rolesOf(of("elementType"), log.actionClassAt(events[0]!)),
    names,
    ids: [...new Set([id, name].filter((one) => one !== undefined))],
    labelled: human,
  };
}

const BY_TYPE: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(submit|button|reset|image|pushbutton)$/, ["button"]],
  [/^(a|link|hyperlink)$/, ["link"]],
  [/^(checkbox|check)$/, ["checkbox", "switch"]],
  [/^(radio|radiobutton)$/, ["radio"]],
  [/^(select|select-one|select-multiple|combobox|dropdown|list)$/, ["combobox", "listbox"]],
  [/^(number|spinner)$/, ["spinbutton", "textbox"]],
  [/^(text|textarea|email|tel|url|search|password|date|input|edit)$/, [
    "textbox",
    "searchbox",
    "combobox",
    "spinbutton",
  ]],
];
const FIELDS = ["textbox", "combobox", "spinbutton", "searchbox", "checkbox", "radio", "listbox", "switch"];
const CONTROLS = ["button", "link", "menuitem", "tab", "option", "checkbox", "radio", "switch", "treeitem", "gridcell"];

function rolesOf(type: string | undefined, kind: string): readonly string[] {
  const known = BY_TYPE.find(([form]) => form.test(type?.toLowerCase() ?? ""));
  if (known) return known[1];
  return kind === "edit" || kind === "paste" ? FIELDS : kind === "copy" ? [...FIELDS, "cell", "gridcell"] : [
    ...CONTROLS,
    "textbox",
    "combobox",
  ];
}

/** Null where neither a title nor an address tells the screen. */
export function screenOf(log: InteractionLog, events: readonly number[]): ScreenPlan | null {
  const titles = textsAt(log, "windowTitle", events), addresses = textsAt(log, "url", events);
  const title = endsOf((titles.length > 0 ? titles : textsAt(log, "container1", events)).map(withoutBrowser));
  const address = endsOf(addresses.map((text) => text.replace(/[?#].*$/, "")));
  if (!title && !address) return null;
  const said = (ends: Ends) => ends.whole ? ends.start : `${ends.start}…${ends.end}`;
  return { name: plainText(said(title ?? address!), 80), title, address };
}

/** Windows are called by their page and the browser that shows it. */
function withoutBrowser(title: string): string {
  return title.replace(
    / [-–—] (Google Chrome|Chromium|Microsoft\u200b? ?Edge|Mozilla Firefox|Firefox|Brave|Opera)$/u,
    "",
  );
}

/** Shorter ends are no sign of a screen. */
const LEAST = 3;

/** What some texts have in common at their beginning and end, up to whole words; null where that is too little. */
export function endsOf(texts: readonly string[]): Ends | null {
  const distinct = [...new Set(texts.map((text) => text.replace(/\s+/g, " ").trim()))].filter((text) => text !== "");
  const first = distinct[0];
  if (first === undefined) return null;
  if (distinct.length === 1) return { start: first, end: "", whole: true };
  let start = 0, end = 0;
  while (distinct.every((text) => start < text.length && text[start] === first[start])) start++;
  while (distinct.every((text) => end < text.length - start && text.at(-1 - end) === first.at(-1 - end))) end++;
  const before = first.slice(0, start).replace(/[\p{L}\p{N}]+$/u, ""), after = first.slice(first.length - end);
  const ends = { start: before, end: end === 0 ? "" : after.replace(/^[\p{L}\p{N}]+/u, ""), whole: false };
  return ends.start.trim().length + ends.end.trim().length < LEAST ? null : ends;
}
