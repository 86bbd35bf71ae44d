/** The events of one case: marks along a line of time, and a list. */
import { formatDate, formatDuration } from "../../base/format.ts";
import type { CaseEvent } from "../cases/case_data.ts";
import { html } from "./controls.ts";

export function caseDetail(events: readonly CaseEvent[]): HTMLElement {
  const timed = events.some(({ time }) => Number.isFinite(time));
  const worked = events.some(({ seconds }) => seconds > 0),
    named = events.some(({ resource }) => resource !== undefined);
  const heads = [
    "activity",
    ...(timed ? ["time", "since the one before"] : []),
    ...(worked ? ["took"] : []),
    ...(named ? ["resource"] : []),
  ];
  const rows = events.map((event, i) => {
    const before = events[i - 1];
    const swatch = html("i", { class: "tb-swatch", style: `background:${event.colour}` });
    return html(
      "tr",
      {},
      html("td", {}, swatch, event.name),
      ...(timed
        ? [
          html("td", { class: "tb-num", title: exact(event.time) }, formatDate(event.time, "second")),
          html("td", { class: "tb-num" }, before ? formatDuration((event.time - before.time) / 1000) : ""),
        ]
        : []),
      ...(worked
        ? [html("td", { class: "tb-num" }, Number.isNaN(event.seconds) ? "" : formatDuration(event.seconds))]
        : []),
      ...(named ? [html("td", {}, event.resource ?? "")] : []),
    );
  });
  return html(
    "div",
    { class: "tb-events" },
    ...(timed ? [timeline(events)] : []),
    html(
      "table",
      {},
      html(
        "thead",
        {},
        html(
          "tr",
          {},
          ...heads.map((head, i) =>
            html("th", {
              scope: "col",
              ...(i === 1 || i === 2 || head === "took" ? { class: timed ? "tb-num" : "" } : {}),
            }, head)
          ),
        ),
      ),
      html("tbody", {}, ...rows),
    ),
  );
}

/** In hundredths of the width, so that it fits every page. */
function timeline(events: readonly CaseEvent[]): HTMLElement {
  const begin = Math.min(...events.map(({ time, seconds }) => time - (seconds > 0 ? seconds * 1000 : 0)));
  const end = Math.max(...events.map(({ time }) => time));
  const at = (time: number) => end > begin ? (time - begin) / (end - begin) * 100 : 50;
  const marks = events.map(({ name, colour, time, seconds }) => {
    const from = at(time - (seconds > 0 ? seconds * 1000 : 0)), to = at(time);
    const mark = html("span", {
      style: `left:${from.toFixed(2)}%;width:${(to - from).toFixed(2)}%;background:${colour}`,
    });
    mark.title = `${name}, ${formatDate(time, "second")}`;
    return mark;
  });
  return html(
    "div",
    { class: "tb-time", "aria-hidden": "true" },
    html("div", { class: "tb-track" }, ...marks),
    html(
      "div",
      { class: "tb-ends" },
      html("span", {}, formatDate(begin)),
      html("span", {}, formatDuration((end - begin) / 1000)),
      html("span", {}, formatDate(end)),
    ),
  );
}

function exact(time: number): string {
  return Number.isFinite(time) ? new Date(time).toISOString() : "";
}

export const detailStyle =
  `.tb-table.tb-table .tb-detail>td{padding:0;background:color-mix(in srgb,var(--ink) 4%,var(--back));max-width:none;position:static}` +
  `.tb-table.tb-table .tb-detail:hover>td{background:color-mix(in srgb,var(--ink) 4%,var(--back))}` +
  `.tb-table .tb-events{padding:10px 14px 14px;position:sticky;left:0;max-width:min(880px,calc(100vw - 60px));box-sizing:border-box;overflow-x:auto}` +
  `.tb-table.tb-table .tb-events :is(td,th){background:none;padding:3px 10px 3px 0;position:static;border:0;max-width:none;min-width:0;overflow-wrap:break-word}` +
  `.tb-table.tb-table .tb-events th{color:var(--quiet);font-weight:400}.tb-table.tb-table .tb-events table{width:max-content}` +
  `.tb-table.tb-table .tb-events .tb-num{padding-left:14px}.tb-table.tb-table .tb-events td:first-child{max-width:16em}` +
  `.tb-swatch{display:inline-block;width:10px;height:10px;border-radius:3px;margin-right:8px;box-shadow:0 0 0 1px color-mix(in srgb,var(--ink) 25%,transparent)}` +
  `.tb-time{margin:2px 8px 12px}.tb-track{position:relative;height:14px;border-radius:7px;background:var(--line)}` +
  `.tb-track span{position:absolute;top:0;height:14px;min-width:8px;border-radius:4px;margin-left:-4px;box-shadow:0 0 0 1px var(--back)}` +
  `.tb-ends{display:flex;justify-content:space-between;gap:10px;margin-top:4px;color:var(--quiet);font-size:12px}` +
  `.tb-table.tb-table .tb-open{display:flex;align-items:baseline;border:0;background:none;padding:0;text-align:left;font:inherit;color:var(--ink)}` +
  `.tb-table.tb-table tr>td:has(>.tb-open){min-width:min(calc(var(--tb-wide,0px) + 24px),38vw)}` +
  `.tb-open:before{content:"\\25b8";flex:none;width:16px;color:var(--quiet);transition:transform .12s}` +
  `.tb-open[aria-expanded=true]:before{transform:rotate(90deg)}` +
  `@media(prefers-reduced-motion:reduce){.tb-open:before{transition:none}}`;
