/** The explorer: linked views of one selection of a log, which a click changes, and the code that makes the same. */
import { deflateRawSync } from "node:zlib";
import { InputError } from "../../base/errors.ts";
import type { EventLog } from "../../log/events/event_log.ts";
import { requireEventLog } from "../../log/require_log.ts";
import { displaySymbol, type MimeBundle, renderMode } from "../figure/display.ts";
import type { Figure } from "../figure/figure.ts";
import { viewProcessMap } from "../map/process_map.ts";
import { explorerPage } from "./explorer_page.ts";

export interface Explorer {
  /** The whole page as HTML: one file that works from disk, without a network. */
  toPage(): string;
  /** For a notebook: a still map and its numbers, which the explorer takes the place of where scripts run. */
  toHTML(): string;
  /** The map in words. */
  toString(): string;
  [displaySymbol](): MimeBundle;
}

/**
 * Shows a log to click in: process map, variants, times, activities, people, attributes and cases of one selection, which
 * every click changes at once; and the TypeScript that selects the same.
 *
 * The log itself is in the page, coded in few bytes, and mined there by the same functions: for up to 2 million events.
 *
 * @throws InputError if the log has more events.
 * @example
 * ```ts
 * import { readLog, viewExplorer } from "tracebook";
 * viewExplorer(await readLog("data/order-to-cash.csv"));
 * ```
 */
export function viewExplorer(log: EventLog): Explorer {
  requireEventLog(log);
  if (log.events > mostEvents) {
    throw new InputError(
      `Expected a log of at most ${mostEvents.toLocaleString("en")} events but ${log.name} has ` +
        `${log.events.toLocaleString("en")}. Filter it first, by time for instance: filterTimeFrame.`,
    );
  }
  let page: string | undefined, still: Figure | undefined;
  const toPage = () => page ??= explorerPage(log);
  const stillMap = () => still ??= viewProcessMap(log, { title: "Explorer" });
  const text = () => stillMap().toString();
  const explorer: Explorer = {
    toPage,
    toHTML: () => notebookHtml(stillMap(), toPage()),
    toString: text,
    [displaySymbol]: () =>
      renderMode() === "static"
        ? stillMap()[displaySymbol]()
        : { "text/html": explorer.toHTML(), "text/plain": text() },
  };
  Object.defineProperty(explorer, Symbol.for("Deno.customInspect"), { value: text });
  return explorer;
}

const mostEvents = 2_000_000;
const frameHeight = 900;
/** How long a page may take to draw its first map before it counts as one that cannot start. */
const startMilliseconds = 60_000;
const notStarted = "The explorer could not start here. tb explore LOG -o FILE.html makes a page of it for a browser.";

/**
 * The page in a frame of its own, so that its styles and keys are its own.
 *
 * The still map stays where scripts do not run, and where the page cannot start its workers: the frame takes its place
 * only once it has drawn a map.
 */
function notebookHtml(still: Figure, page: string): string {
  const html = still.toHTML({ script: false });
  const id = /<figure[^>]* id="([^"]+)"/.exec(html)![1]!;
  const packed = deflateRawSync(new TextEncoder().encode(page), { level: 9 }).toString("base64");
  const script = `(async()=>{` +
    `const f=[...document.querySelectorAll('figure[id="${id}"]')].find(f=>!f.querySelector("iframe"));if(!f)return;` +
    `const i=document.createElement("iframe");i.title="Explorer";` +
    `i.style.cssText="width:100%;height:${frameHeight}px;border:1px solid rgba(128,136,148,.32);border-radius:10px;` +
    `position:absolute;left:0;top:0;visibility:hidden";` +
    `const stop=()=>{i.remove();const p=document.createElement("p");p.setAttribute("role","status");` +
    `p.textContent=${JSON.stringify(notStarted)};f.querySelector(".tb-frame").before(p)};` +
    `try{const b=Uint8Array.from(atob("${packed}"),c=>c.charCodeAt(0));` +
    `const s=new Blob([b]).stream().pipeThrough(new DecompressionStream("deflate-raw"));` +
    `f.style.position="relative";f.querySelector(".tb-frame").before(i);i.srcdoc=await new Response(s).text();` +
    `const end=Date.now()+${startMilliseconds};(function look(){` +
    `const d=(i.contentDocument?.getElementById("explorer")||{}).dataset||{};` +
    `if(d.drawn!==undefined){f.style.maxWidth="100%";i.style.position="static";i.style.visibility="";` +
    `f.querySelector(".tb-frame").style.display="none"}` +
    `else if(d.stopped!==undefined||Date.now()>end)stop();else setTimeout(look,100)})()` +
    `}catch(e){console.error("Tracebook: the still form stays,",e);stop()}})()`;
  return html.replace(/<\/figure>$/, () => `<script>${script}</script></figure>`);
}
