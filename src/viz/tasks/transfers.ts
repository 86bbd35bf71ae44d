/** Transfers of values between applications and their elements, as a Sankey diagram. */
import { InputError } from "../../base/errors.ts";
import type { InteractionLog } from "../../log/interactions/interaction_log.ts";
import { interactionCaption } from "../kit/caption.ts";
import { oneOf, wholeNumber } from "../kit/options.ts";
import { type Figure, figure } from "../figure/figure.ts";
import { countOf, formatCount, formatShare } from "../../base/format.ts";
import { colours, neutral } from "../kit/palette.ts";
import { forBothWidths } from "../kit/chart_frame.ts";
import { textTable } from "../../base/text_table.ts";
import type { TypedTable } from "../../base/typed_table.ts";
import type { TransferRow } from "../../taskmining/friction/transfers.ts";
import { applicationColours } from "./task_colours.ts";
import { drawTransfers, type TransferEnd, type TransferPicture } from "./transfers_picture.ts";

/** What is drawn of a row of `transfers`. */
export type ShownTransfer = Pick<TransferRow, "fromApp" | "fromElement" | "toApp" | "toElement" | "count" | "kind">;

/** The table that `transfers` gives, or its rows. */
export type TransfersShown =
  | (TypedTable<TransferRow> & { readonly about?: { readonly notes?: readonly string[] } })
  | readonly ShownTransfer[];

export interface TransfersViewOptions {
  /** Elements with their applications, or applications only. @default "element" */
  by?: "element" | "application";
  /** Most flows drawn by themselves, those of most transfers; the others are drawn together. @default 20 */
  top?: number;
  /** Gives the applications the colours that they have in its other figures, and is named in the caption. */
  log?: InteractionLog;
}

/**
 * Where values are taken from and where they are put: a flow for each pair of elements, as broad as its transfers are
 * many, in the colour of the application that it comes from. What was typed again by hand is hatched and dashed.
 *
 * An element from which values are taken stands on the left, also if values are put into it too: then it stands on both
 * sides. Elements of one application stand together. Flows beyond the broadest are drawn together: ends that are not
 * drawn anyway are "other elements" of their application, or of other applications; the table has all of them.
 *
 * @throws InputError if an option is out of its range.
 * @example
 * ```ts
 * import { readInteractions, transfers, viewTransfers } from "tracebook";
 * const log = await readInteractions("data/order-desk.csv");
 * viewTransfers(transfers(log), { by: "application", log });
 * ```
 */
export function viewTransfers(transfers: TransfersShown, options: TransfersViewOptions = {}): Figure {
  const by = oneOf("by", options.by ?? "element", ["element", "application"]);
  const top = wholeNumber("top", options.top ?? 20, 1, 80);
  if (!("rows" in transfers) && !Array.isArray(transfers)) {
    throw new InputError(
      "Expected what transfers(log) has returned, but found something else. Call transfers(log) first.",
    );
  }
  const given = "rows" in transfers ? transfers.rows() : transfers;
  const notes = "rows" in transfers ? transfers.about?.notes ?? [] : [];
  const rows = merged(given, by);
  const shown = rows.slice(0, top);
  const all = rows.reduce((sum, { count }) => sum + count, 0);
  const typed = rows.reduce((sum, row) => sum + (isRetyped(row) ? row.count : 0), 0);
  const alone = shown.reduce((sum, { count }) => sum + count, 0);
  const together = drawnTogether(rows.slice(top), shown);
  const across = rows.reduce((sum, { fromApp, toApp, count }) => sum + (fromApp === toApp ? 0 : count), 0);
  return figure({
    kind: "transfers",
    behaviour: "picture",
    title: by === "element" ? "Transfers between elements" : "Transfers between applications",
    caption: [
      all === 0
        ? "No transfers."
        : `${countOf(all, "transfer")}: ${formatCount(all - typed)} copied and pasted, ${
          formatCount(typed)
        } typed again by hand (${formatShare(typed / all)}); ${formatCount(across)} from one application to another.`,
      shown.length < rows.length
        ? `The ${shown.length} broadest of ${formatCount(rows.length)} flows are drawn one by one: ${
          formatShare(alone / all)
        } of the transfers; the others together, ${
          by === "element" ? "between other elements" : "as other applications"
        }.`
        : "",
      ...notes,
      options.log ? interactionCaption(options.log) : "",
    ].filter((words) => words !== "").join(" "),
    ...forBothWidths((width) => drawTransfers(pictured([...shown, ...together], options.log), width)),
    alt: all === 0
      ? "No transfers."
      : `Sankey diagram of ${countOf(all, "transfer")}, ${formatCount(typed)} of them typed ` +
        `again by hand. Broadest: ${
          rows.slice(0, 5).map((row) =>
            `${endText(row, "from")} to ${endText(row, "to")}, ${row.kind}, ${formatCount(row.count)}`
          )
            .join("; ")
        }.`,
    table: {
      columns: ["from application", "from element", "to application", "to element", "kind", "transfers"],
      rows: rows.map(({ fromApp, fromElement, toApp, toElement, kind, count }) => [
        fromApp,
        fromElement,
        toApp,
        toElement,
        kind,
        count,
      ]),
    },
    text: all === 0 ? "No transfers." : textTable([
      ["from", "to", "kind", "transfers"],
      ...shown.map((row) => [endText(row, "from"), endText(row, "to"), row.kind, formatCount(row.count)]),
    ], { left: [0, 1, 2] }) +
      (rows.length > shown.length ? `\n… ${formatCount(rows.length - shown.length)} further flows` : ""),
  });
}

const UNKNOWN = "(unknown)", OTHER_ELEMENTS = "(other elements)", OTHER_APPS = "(other applications)";

/** Flows drawn for all that are not drawn by themselves. */
const MOST_TOGETHER = 12;

type End = readonly [app: string | null, element: string | null];

/**
 * Small flows with ends that are drawn anyway or "other elements"; if those are too many, between the other elements of
 * two applications; and of too many of those the smallest as one.
 */
function drawnTogether(rows: readonly ShownTransfer[], shown: readonly ShownTransfer[]): ShownTransfer[] {
  const whole = rows.every(({ fromElement }) => fromElement === null);
  const other = ([app]: End): End => whole ? [OTHER_APPS, null] : [app, OTHER_ELEMENTS];
  const drawn = (side: (row: ShownTransfer) => End) => {
    const ends = new Set(shown.map((row) => JSON.stringify(side(row))));
    return (end: End) => ends.has(JSON.stringify(end)) ? end : other(end);
  };
  const near = gathered(rows, drawn(fromOf), drawn(toOf));
  if (near.length <= MOST_TOGETHER) return near;
  const pairs = gathered(rows, other, other);
  if (pairs.length <= MOST_TOGETHER) return pairs;
  const far = () => [OTHER_APPS, whole ? null : OTHER_ELEMENTS] as const;
  return [...pairs.slice(0, MOST_TOGETHER - 2), ...gathered(pairs.slice(MOST_TOGETHER - 2), far, far)];
}

function gathered(rows: readonly ShownTransfer[], from: (end: End) => End, to: (end: End) => End): ShownTransfer[] {
  return added(rows.map((row) => {
    const [fromApp, fromElement] = from(fromOf(row)), [toApp, toElement] = to(toOf(row));
    return { ...row, fromApp, fromElement, toApp, toElement };
  }));
}

const fromOf = ({ fromApp, fromElement }: ShownTransfer): End => [fromApp, fromElement];
const toOf = ({ toApp, toElement }: ShownTransfer): End => [toApp, toElement];

function isRetyped({ kind }: Pick<ShownTransfer, "kind">): boolean {
  return kind === "re-typing";
}

/** One row for each pair and kind, most transfers first, then by names. */
function merged(rows: readonly ShownTransfer[], by: "element" | "application"): ShownTransfer[] {
  return added(rows.map((row) => ({
    ...row,
    fromElement: by === "application" ? null : row.fromElement ?? UNKNOWN,
    toElement: by === "application" ? null : row.toElement ?? UNKNOWN,
  })));
}

/** Rows of the same ends and kind as one. */
function added(rows: readonly ShownTransfer[]): ShownTransfer[] {
  const sums = new Map<string, ShownTransfer>();
  for (const { fromApp, fromElement, toApp, toElement, count, kind } of rows) {
    const ends = { fromApp, fromElement, toApp, toElement };
    const key = JSON.stringify([...Object.values(ends), kind]);
    sums.set(key, { ...ends, kind, count: count + (sums.get(key)?.count ?? 0) });
  }
  return [...sums].filter(([, { count }]) => count > 0)
    .sort(([a, x], [b, y]) => y.count - x.count || (a < b ? -1 : 1)).map(([, row]) => row);
}

function pictured(rows: readonly ShownTransfer[], log: InteractionLog | undefined): TransferPicture {
  const sides = { from: new Map<string, number>(), to: new Map<string, number>() };
  const ends: { from: TransferEnd[]; to: TransferEnd[] } = { from: [], to: [] };
  const number = (side: "from" | "to", app: string, element: string | null) => {
    const key = JSON.stringify([app, element]);
    let n = sides[side].get(key);
    if (n === undefined) {
      sides[side].set(
        key,
        n = ends[side].push({ app, element, together: app === OTHER_APPS || element === OTHER_ELEMENTS }) - 1,
      );
    }
    return n;
  };
  const flows = rows.map((row) => ({
    from: number("from", row.fromApp ?? UNKNOWN, row.fromElement),
    to: number("to", row.toApp ?? UNKNOWN, row.toElement),
    count: row.count,
    kind: row.kind,
    retyped: isRetyped(row),
  }));
  const apps = [...ends.from, ...ends.to].map(({ app }) => app);
  const known = log ? [...applicationColours(log).keys()] : [];
  const assigned = colours([...known, ...apps.filter((app) => app !== OTHER_APPS)]);
  return { left: ends.from, right: ends.to, flows, colours: assigned.set(OTHER_APPS, neutral) };
}

function endText(row: ShownTransfer, end: "from" | "to"): string {
  const app = (end === "from" ? row.fromApp : row.toApp) ?? UNKNOWN;
  const element = end === "from" ? row.fromElement : row.toElement;
  return element === null ? app : `${app}: ${element}`;
}
