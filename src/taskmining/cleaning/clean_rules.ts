/** The rules of cleaning, one function each, in the order in which they are applied. */
import type { CleaningStream, Drop } from "./clean_stream.ts";

/** Kinds of interactions that are left out, or merged with another. */
export type CleaningRule =
  | "recorderNoise"
  | "duplicates"
  | "unusedCopies"
  | "clipboardRows"
  | "focusClicks"
  | "selections"
  | "focusChanges"
  | "pasteEdits";

/** Unused copies go before clipboard rows are merged: of two copies of a cell, the cell gets the one that was pasted. */
export const CLEANING_STEPS: readonly { rule: CleaningRule; apply: (stream: CleaningStream, drop: Drop) => void }[] = [
  { rule: "recorderNoise", apply: dropRecorderNoise },
  { rule: "duplicates", apply: dropDuplicates },
  { rule: "unusedCopies", apply: dropUnusedCopies },
  { rule: "clipboardRows", apply: mergeClipboardRows },
  { rule: "focusClicks", apply: dropFocusClicks },
  { rule: "selections", apply: dropSelections },
  { rule: "focusChanges", apply: dropFocusChanges },
  { rule: "pasteEdits", apply: dropPasteEdits },
];

const NOISE_TYPE = /^(newtab|(en|dis)able(browser)?extension|(un)?install(browser)?extension)$/;
const NOISE_PAGE =
  /^[a-z-]+-extension:|^(about|chrome|edge|brave|opera|vivaldi|firefox):(\/\/)?(blank|new-?tab|extensions|addons|startpage|home|privatebrowsing)/i;
const NEW_TAB = /^(new tab|neuer tab|nouvel onglet|nueva pestaña|nieuw tabblad)( [-–—] .*)?$/i;

function dropRecorderNoise(stream: CleaningStream, drop: Drop): void {
  for (const i of stream.order()) {
    const type = stream.typeOf(i);
    const isTab = () => NEW_TAB.test(stream.textOf("windowTitle", i) ?? "") && stream.kindOf(i) === "window";
    if (NOISE_TYPE.test(type) || NOISE_PAGE.test(stream.textOf("url", i) ?? "") || isTab()) drop(i);
  }
}

/** Only where times are finer than seconds: two equal clicks may well fall into one minute. */
function dropDuplicates(stream: CleaningStream, drop: Drop): void {
  const { time, user, rows, source: { canonical: { columns } } } = stream.log;
  if (time.every((ms) => ms % 1000 === 0)) return;
  const keyOf = (i: number) =>
    columns.map((column) => column.kind === "text" ? column.codes[rows[i]!] : column.values[rows[i]!]).join();
  const order = stream.order();
  for (let from = 0, to = 1; from < order.length; from = to++) {
    const first = order[from]!;
    while (to < order.length && time[order[to]!] === time[first] && user[order[to]!] === user[first]) to++;
    if (to - from === 1) continue;
    const seen = new Set<string>();
    for (const i of order.subarray(from, to)) {
      const key = keyOf(i);
      if (seen.has(key)) drop(i);
      seen.add(key);
    }
  }
}

/**
 * A paste is of the last copy of the same content, else of the last whose content is unknown. Typing what was copied
 * is a use of it, too; what is entered into a field that was just pasted into is not, for that is the paste's effect.
 * A copy from an element whose copies are mostly used stays: it is a step, whose paste the recorder missed.
 */
function dropUnusedCopies(stream: CleaningStream, drop: Drop): void {
  const order = stream.order();
  if (!order.some((i) => stream.kindOf(i) === "paste")) return;
  const used = new Set<number>();
  let lastOf = new Map<string, number>();
  let last = -1, lastUnknown = -1, pastedInto = -1;
  let user: number | undefined;
  for (const i of order) {
    if (stream.log.user[i] !== user) {
      user = stream.log.user[i];
      lastOf = new Map();
      last = lastUnknown = pastedInto = -1;
    }
    const kind = stream.kindOf(i);
    if (kind === "copy") {
      const content = stream.contentOf(i);
      if (content === undefined) lastUnknown = i;
      else lastOf.set(content, i);
      last = i;
    } else if (kind === "paste") {
      const content = stream.contentOf(i) ?? stream.textOf("valueNew", i)?.trim();
      used.add(content === undefined ? last : lastOf.get(content) ?? lastUnknown);
      pastedInto = stream.target[i]!;
    } else if (kind === "edit" && (pastedInto < 0 || stream.target[i] !== pastedInto)) {
      const value = stream.textOf("valueNew", i)?.trim();
      const copy = value === undefined ? undefined : lastOf.get(value);
      if (copy !== undefined && copy === last) used.add(copy);
    }
  }
  const { action } = stream.log;
  const copies = order.filter((i) => stream.kindOf(i) === "copy");
  const uses = new Map<number, number>();
  for (const i of copies) uses.set(action[i]!, (uses.get(action[i]!) ?? 0) + (used.has(i) ? 1 : -1));
  for (const i of copies) {
    const hasPlace = stream.target[i]! >= 0;
    if (!used.has(i) && !(hasPlace && uses.get(action[i]!)! > 0)) drop(i);
  }
}

/** How far from the clipboard's row the cell may stand: recorders write it early or late. */
const NEAR_SECONDS = 30, NEAR_ROWS = 60;

/**
 * The clipboard's row has no element. Where the application recorded the copy as well, the clipboard's row goes. Else
 * it becomes a copy of the nearest selected cell or field of that value, which goes; of the cell copied last, if that
 * has the value; or, where values are unknown, of the selection before it.
 */
function mergeClipboardRows(stream: CleaningStream, drop: Drop): void {
  const order = stream.order();
  const { time, user, app, apps } = stream.log;
  const merged = new Set<number>();
  const isClipboard = (i: number) =>
    stream.kindOf(i) === "copy" && stream.target[i]! < 0 &&
    ((stream.textOf("container1", i) ?? stream.textOf("container2", i)) === undefined ||
      /clipboard|zwischenablage|presse-papiers/i.test(apps[app[i]!] ?? ""));
  /** The nearest interaction that fits, looking back and ahead; on a tie the earlier. */
  const nearest = (at: number, fits: (i: number, after: boolean) => boolean, seconds: number) => {
    const copy = order[at]!;
    const away = (i: number) => Math.abs(time[i]! - time[copy]!) / 1000;
    let best = -1;
    for (const step of [-1, 1]) {
      for (let n = 1; n <= NEAR_ROWS; n++) {
        const i = order[at + n * step];
        if (i === undefined || user[i] !== user[copy] || away(i) > seconds) break;
        if (!fits(i, step > 0)) continue;
        if (best < 0 || away(i) < away(best)) best = i;
        break;
      }
    }
    return best;
  };
  for (let at = 0; at < order.length; at++) {
    const copy = order[at]!;
    if (!isClipboard(copy)) continue;
    const content = stream.contentOf(copy);
    const told = nearest(at, (i) => {
      if (stream.kindOf(i) !== "copy" || stream.target[i]! < 0 || stream.mergers.has(i)) return false;
      const other = stream.contentOf(i);
      return other === undefined || content === undefined || other === content;
    }, 2);
    if (told >= 0) {
      drop(copy);
      continue;
    }
    const shows = (i: number) =>
      stream.target[i]! >= 0 && stream.kindOf(i) === "click" && content !== undefined &&
      stream.textOf("valueOld", i)?.trim() === content;
    let from = nearest(
      at,
      (i, after) => !merged.has(i) && shows(i) && (!after || isSelection(stream, i)),
      NEAR_SECONDS,
    );
    if (from < 0) from = nearest(at, (i, after) => !after && merged.has(i) && shows(i), Infinity);
    const before = order[at - 1];
    if (from < 0 && before !== undefined && user[before] === user[copy] && isSelection(stream, before)) {
      const unknown = stream.textOf("valueOld", before) === undefined || content === undefined;
      if (unknown && stream.target[before]! >= 0 && time[copy]! - time[before]! <= NEAR_SECONDS * 1000) from = before;
    }
    if (from < 0) continue;
    const type = stream.textOf("eventType", from) ?? "";
    stream.merge(copy, {
      from,
      eventType: /range/i.test(type) ? "copyRange" : /cell/i.test(type) ? "copyCell" : "copy",
    });
    merged.add(from);
  }
  for (const from of merged) drop(from);
}

const TEXT_FIELD =
  /^(textarea|email|tel|number|password|search|date|datetime-local|time|month|week|url|textbox|textfield)$/i;
const TEXT_FIELD_EVENT = /textfield|textbox|inputfield|focusin|setfocus/;
const NO_FIELD =
  /^(checkbox|radio|button|submit|reset|select(-one|-multiple)?|option|a|link|hyperlink|image|menuitem)$/i;

/** A click into a field only prepares an edit of the field. If no edit follows, the click changed nothing. */
function dropFocusClicks(stream: CleaningStream, drop: Drop): void {
  const order = stream.order();
  for (let at = 0; at < order.length; at++) {
    const i = order[at]!;
    if (stream.kindOf(i) !== "click" || stream.target[i]! < 0 || isSelection(stream, i)) continue;
    const type = stream.textOf("elementType", i) ?? "";
    if (NO_FIELD.test(type)) continue;
    const isField = TEXT_FIELD.test(type) || TEXT_FIELD_EVENT.test(stream.typeOf(i));
    if (isField || writesTo(stream, order[at + 1], i)) drop(i);
  }
}

/** How many interactions later what a cell shows may be typed elsewhere. */
const TYPED_WITHIN = 20;

/**
 * A selection changes nothing by itself. It stays where it is the reading of a value: where what it shows is typed
 * afterwards, or, where the log does not tell what cells show, where something else follows than a copy of it, an edit
 * of it or another selection.
 */
function dropSelections(stream: CleaningStream, drop: Drop): void {
  const order = stream.order();
  const { user } = stream.log;
  const showsValues = stream.has("valueOld");
  for (let at = 0; at < order.length; at++) {
    const i = order[at]!, next = order[at + 1];
    if (stream.kindOf(i) !== "click" || !isSelection(stream, i)) continue;
    const follows = next !== undefined && user[next] === user[i];
    const moved = follows && stream.kindOf(next) === "click" && isSelection(stream, next) &&
      stream.place[next] === stream.place[i];
    const copied = follows && stream.kindOf(next) === "copy" &&
      (stream.target[next]! < 0 || stream.target[next] === stream.target[i]);
    if (moved || copied || writesTo(stream, next, i) || (showsValues && !isTyped(at))) drop(i);
  }

  function isTyped(at: number): boolean {
    const value = stream.textOf("valueOld", order[at]!)?.trim();
    for (let n = at + 1; value && n < order.length && n <= at + TYPED_WITHIN; n++) {
      const i = order[n]!;
      if (user[i] !== user[order[at]!]) return false;
      if (stream.kindOf(i) === "copy" && stream.contentOf(i) === value) return false;
      if (stream.kindOf(i) === "edit" && stream.textOf("valueNew", i)?.trim() === value) return true;
    }
    return false;
  }
}

const FOCUS = /focus|fokus|activ|aktiv|select|switch|resize|move|currentwindow/;

/** Removes changes to a window that is in front already, and to one in which nothing is done. */
function dropFocusChanges(stream: CleaningStream, drop: Drop): void {
  const order = stream.order();
  const isFocus = (i: number) => stream.kindOf(i) === "window" && FOCUS.test(stream.typeOf(i));
  let acts = 0;
  for (const i of order) if (stream.kindOf(i) !== "window" && stream.kindOf(i) !== "idle") acts++;
  if (stream.log.end || acts < order.length / 5) return;
  /** The interaction before, those taken out not counted. */
  let before = -1;
  for (let at = 0; at < order.length; at++) {
    const i = order[at]!, next = order[at + 1];
    const { user } = stream.log;
    const stays = before >= 0 && user[before] === user[i] && stream.place[before]! >= 0 &&
      stream.place[before] === stream.place[i];
    const passes = next !== undefined && user[next] === user[i] && isFocus(next);
    if (isFocus(i) && (stays || passes)) drop(i);
    else before = i;
  }
}

function dropPasteEdits(stream: CleaningStream, drop: Drop): void {
  const order = stream.order();
  for (let at = 0; at + 1 < order.length; at++) {
    const paste = order[at]!, edit = order[at + 1]!;
    if (stream.kindOf(paste) !== "paste" || stream.kindOf(edit) !== "edit" || !writesTo(stream, edit, paste)) continue;
    const pasted = stream.contentOf(paste) ?? stream.textOf("valueNew", paste)?.trim();
    if (pasted !== undefined && pasted === stream.textOf("valueNew", edit)?.trim()) drop(edit);
  }
}

/** Whether `next` edits the element of `i`, or pastes into it. */
function writesTo(stream: CleaningStream, next: number | undefined, i: number): boolean {
  if (next === undefined || stream.log.user[next] !== stream.log.user[i]) return false;
  const kind = stream.kindOf(next);
  return (kind === "edit" || kind === "paste") && stream.target[next]! >= 0 && stream.target[next] === stream.target[i];
}

/** Cells and texts that were selected: what recorders write without anything being done. */
function isSelection(stream: CleaningStream, i: number): boolean {
  return /cell|range|selecttext|selection/.test(stream.typeOf(i));
}
