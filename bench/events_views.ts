/**
 * What the views of single events cost at a size: `deno run -A bench/events_views.ts 5000000`, or the name of a log.
 *
 * Prints for each of them the seconds until the figure stands, best of two, and the size of its output.
 */
import { readLog } from "../src/log/events/read_log.ts";
import { viewDots } from "../src/viz/events/dotted_chart.ts";
import { viewPerformanceSpectrum } from "../src/viz/events/performance_spectrum.ts";
import { largeLog } from "../test/support/large_log.ts";

const [given = "1000000"] = Deno.args;
const log = /^\d+$/.test(given) ? largeLog(Number(given)) : await readLog(given);
console.log(`${log.name}: ${log.cases} cases, ${log.events} events`);
const views = {
  "dots, time": () => viewDots(log),
  "dots, age": () => viewDots(log, { x: "age" }),
  "dots, position": () => viewDots(log, { x: "position" }),
  "dots, week": () => viewDots(log, { x: "week", timeZone: "Europe/Rome" }),
  "spectrum, bars": () => viewPerformanceSpectrum(log, { show: "bars" }),
  "spectrum, under way": () => viewPerformanceSpectrum(log, { show: "bars", count: "pending" }),
  "spectrum, lines": () => viewPerformanceSpectrum(log, { show: "lines" }),
};
for (const [name, view] of Object.entries(views)) {
  let best = Infinity, bytes = 0;
  for (let run = 0; run < 2; run++) {
    const begun = performance.now();
    const html = view().toHTML();
    best = Math.min(best, (performance.now() - begun) / 1000);
    bytes = new TextEncoder().encode(html).length;
  }
  console.log(`${name}: ${best.toFixed(2)} s, ${Math.round(bytes / 1000)} KB`);
}
