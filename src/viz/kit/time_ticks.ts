/** Ticks of an axis of times. */
import { utcTicks } from "d3";
import { formatDate } from "../../base/format.ts";
import { textWidth } from "../../base/text_width.ts";
import { TEXT } from "./chart_frame.ts";

/** As many round times as have room for their words. */
export function ticksOver(
  from: number,
  to: number,
  at: (time: number) => number,
  width: number,
): { x: number; text: string }[] {
  for (let wanted = 9; wanted > 0; wanted--) {
    const times = utcTicks(new Date(from), new Date(to), wanted).map((tick) => tick.getTime());
    const all = (unit: number) => times.every((time) => time % unit === 0);
    const exact = all(86_400_000) ? "day" : all(60_000) ? "minute" : "second";
    const ticks = times.map((time) => ({ x: at(time), text: formatDate(time, exact) }));
    const room = Math.max(0, ...ticks.map(({ text }) => textWidth(text, TEXT)));
    const shown = ticks.filter(({ x }) => x >= room / 2 && x <= width - room / 2);
    if (shown.every(({ x }, i) => i === 0 || x - shown[i - 1]!.x >= room + 12)) return shown;
  }
  return [];
}
