/** The picture of times of a log that has none. */
import { NO_TIMES_NOTE } from "../../taskmining/no_times.ts";
import { chartFrame, TEXT } from "../kit/chart_frame.ts";
import { markupText } from "../kit/markup.ts";
import { mark } from "../kit/svg.ts";
import { wrapLines } from "../kit/wrap_text.ts";

/** What stands in place of bars and plots. */
export function drawNoTimes(width: number): string {
  const lines = wrapLines(NO_TIMES_NOTE, TEXT, width);
  const marks = lines.map((line, i) => mark("text", { x: 0, y: 18 + i * 18, class: "tbc-muted" }, line));
  return markupText(chartFrame(width, 12 + lines.length * 18, marks));
}
