/** Style sheet of the explorer: the type, the colours and the spacing of the figures. */
import { controlsStyle } from "../../page/controls.ts";
import { canvasStyle } from "../../page/map_canvas.ts";
import { tooltipStyle } from "../../page/tooltip.ts";
import { zoomStyle } from "../../page/zoom.ts";

const frame = `body{margin:0}.tbx{${controlsStyle}${zoomStyle}${canvasStyle}` +
  `max-width:1640px;margin:0 auto;padding:14px 18px 40px;box-sizing:border-box;` +
  `*{box-sizing:border-box}[hidden]{display:none!important}` +
  `h1{font-size:19px;line-height:1.25;margin:0;overflow-wrap:anywhere;max-width:100%}` +
  `h2{font-size:14px;margin:0;line-height:1.3}` +
  `input[type=search]{font:inherit;color:var(--ink);background:var(--back);border:1px solid var(--line);` +
  `border-radius:7px;padding:3px 8px;width:120px;min-width:0}` +
  `.tbx-spoken{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}` +
  `.tbx-hint,.tbx-none{margin:0;color:var(--quiet);font-size:12.5px}.tbx-none{padding:12px 14px;list-style:none}` +
  `.tbx-status{margin:8px 0 0;color:var(--quiet)}.tbx-notes p{margin:10px 2px 0;color:var(--quiet);font-size:12px}`;

const top = `.tbx-top{display:flex;flex-wrap:wrap;gap:8px 26px;align-items:center}` +
  `.tbx-summary{display:flex;flex-wrap:wrap;gap:4px 24px;margin:0;flex:1 1 auto}` +
  `.tbx-summary dt{color:var(--quiet);font-size:11.5px}.tbx-summary dd{margin:0;font-size:17px;font-weight:600;` +
  `font-variant-numeric:tabular-nums;line-height:1.25}` +
  `.tbx-summary small{font-size:11.5px;font-weight:400;color:var(--quiet);margin-left:6px}` +
  `.tbx-undo{display:flex;gap:6px;margin-left:auto;order:2}.tbx-summary{order:1}.tbx-undo button{width:34px;height:32px;font-size:17px;line-height:1;padding:0}` +
  `button:disabled{opacity:.4;cursor:default}` +
  `.tbx-selection{display:flex;gap:8px 12px;align-items:center;min-height:36px;margin:10px 0 10px;position:sticky;top:0;` +
  `z-index:5;background:var(--back);padding:5px 0}@media(max-width:560px){.tbx-selection{position:static}}` +
  `.tbx-chips{display:flex;flex-wrap:wrap;gap:6px;margin:0;padding:0;list-style:none;min-width:0}` +
  `.tbx-chip{display:inline-flex;align-items:stretch;border:1px solid var(--accent);border-radius:8px;overflow:hidden;` +
  `max-width:100%;background:color-mix(in srgb,var(--accent) 9%,var(--back))}` +
  `.tbx-chip button{border:0;border-radius:0;background:none;padding:4px 8px;min-width:30px}` +
  `.tbx-chip button:hover{background:color-mix(in srgb,var(--accent) 16%,transparent)}` +
  `.tbx-chip button+button{border-left:1px solid color-mix(in srgb,var(--accent) 30%,transparent)}` +
  `.tbx-chip .tbx-words{text-align:left;overflow:hidden;text-overflow:ellipsis;white-space:nowrap;max-width:420px;font-weight:600}` +
  `.tbx-left{align-self:center;padding:0 9px 0 2px;color:var(--quiet);font-size:12px;white-space:nowrap;` +
  `font-variant-numeric:tabular-nums}.tbx-left+button{border-left:1px solid color-mix(in srgb,var(--accent) 30%,transparent)}` +
  `.tbx-off{border-style:dashed;border-color:var(--quiet);background:none}.tbx-off .tbx-words{color:var(--quiet);` +
  `text-decoration:line-through;font-weight:400}`;

const grid = `.tbx-grid{display:grid;grid-template-columns:minmax(0,1.55fr) minmax(0,1fr);gap:14px;align-items:start}` +
  `.tbx-left-side,.tbx-right-side{display:grid;gap:14px;min-width:0}.tbx-cases,.tbx-lists,.tbx-comparison{grid-column:1/-1}` +
  `.tbx-lists{display:grid;grid-template-columns:repeat(auto-fit,minmax(260px,1fr));gap:14px;align-items:start}` +
  `@media(max-width:1080px){.tbx-grid{grid-template-columns:minmax(0,1fr)}}` +
  `@media(max-width:560px){padding:10px 10px 30px;h1{flex:1}.tbx-undo{order:1}.tbx-summary{order:2;gap:4px 16px;flex-basis:100%}` +
  `.tb-choice span{padding:3px 6px;white-space:nowrap}.tbx-summary dd{font-size:15px}` +
  `.tbx-summary small{display:none}.tbx-chip .tbx-words{max-width:46vw}.tbx-undo button,.tbx-chip button{min-height:36px}}`;

const cards =
  `.tbx-card{border:1px solid rgba(128,136,148,.32);border-radius:10px;min-width:0;overflow:clip;background:var(--back)}` +
  `.tbx-card>header{display:flex;gap:8px 10px;align-items:center;padding:9px 14px;min-height:43px;flex-wrap:wrap}` +
  `.tbx-count{color:var(--quiet);font-size:12px}.tbx-tools{display:flex;gap:6px;margin-left:auto;min-width:0}` +
  `.tbx-tools select{max-width:170px}.tbx-more{width:30px;padding:0;line-height:1.5;border-color:#0000;letter-spacing:1px}` +
  `@media(pointer:coarse){.tbx-more{width:40px;min-height:34px}}` +
  `.tbx-map .tb-bar{border-top:1px solid var(--line)}.tbx-map .tb-foot{border-top:1px solid var(--line);display:flex;` +
  `align-items:center;flex-wrap:wrap}.tb-foot .tb-note{border:0;flex:1 1 280px}.tb-zoom{padding:6px 10px;margin-left:auto}` +
  `.tb-canvas [data-node],.tb-canvas [data-edge]{cursor:pointer}` +
  `@media(prefers-reduced-motion:no-preference){.tb-canvas [data-node],.tb-canvas [data-edge]{transition:opacity .15s}}`;

const lists =
  `.tbx-bars,.tbx-variants-list{list-style:none;margin:0;padding:0 0 6px;max-height:336px;overflow:auto;scrollbar-width:thin}` +
  `.tbx-variants-list{max-height:none}` +
  `.tbx-bars button{display:grid;grid-template-columns:minmax(0,1fr) auto 52px;gap:0 8px;width:100%;border:0;border-radius:0;` +
  `background:none;padding:4px 14px 5px;text-align:left;font-variant-numeric:tabular-nums}` +
  `.tbx-bars button:hover,.tbx-variants-list button:hover{background:color-mix(in srgb,var(--ink) 5%,var(--back))}` +
  `.tbx-name{overflow:hidden;text-overflow:ellipsis;white-space:nowrap}.tbx-number,.tbx-share{text-align:right}` +
  `.tbx-share{color:var(--quiet)}.tbx-bar{grid-column:1/-1;height:5px;border-radius:3px;background:var(--plain);` +
  `display:block;margin-top:3px;overflow:hidden}.tbx-bar i{display:block;height:100%;background:var(--much);border-radius:3px}` +
  `.tbx-variants-list button{display:block;width:100%;border:0;border-top:1px solid var(--line);border-radius:0;background:none;` +
  `padding:7px 14px 8px;text-align:left}.tbx-facts{display:flex;flex-wrap:wrap;gap:2px 14px;color:var(--quiet);` +
  `font-size:12px;font-variant-numeric:tabular-nums}.tbx-facts b{color:var(--ink)}` +
  `.tbx-variants-list [aria-pressed=true]{box-shadow:inset 3px 0 var(--accent);background:color-mix(in srgb,var(--accent) 9%,var(--back))}` +
  `.tbx-steps{display:flex;flex-wrap:wrap;gap:3px;margin-top:6px}.tbx-step{padding:1px 7px;border-radius:5px;font-size:11.5px;` +
  `max-width:170px;overflow:hidden;text-overflow:ellipsis;white-space:nowrap}.tbx-gap{color:var(--quiet)}` +
  `.tbx-variants-list+button{margin:0 14px 12px}`;

const charts = `.tbx-plot{position:relative;height:120px;margin:2px 14px 0;cursor:crosshair;touch-action:pan-y;` +
  `border-bottom:1px solid var(--line);user-select:none}.tbx-plot svg{display:block;width:100%;height:100%}` +
  `.tbx-plot:focus-visible{outline:2px solid var(--accent);outline-offset:3px;border-radius:3px}` +
  `.tbx-all{fill:color-mix(in srgb,var(--quiet) 22%,var(--back))}.tbx-some{fill:color-mix(in srgb,var(--accent) 72%,transparent)}` +
  `.tbx-brush{position:absolute;top:0;bottom:0;background:color-mix(in srgb,var(--accent) 20%,transparent);` +
  `border:solid var(--accent);border-width:0 2px;pointer-events:none}` +
  `.tbx-axis{position:relative;height:22px;margin:3px 14px 8px;color:var(--quiet);font-size:11.5px}` +
  `.tbx-axis span{position:absolute;transform:translateX(-50%);white-space:nowrap}` +
  `.tbx-axis .tbx-first{transform:none}.tbx-axis .tbx-last{transform:translateX(-100%)}`;

const rest =
  `.tbx-code pre{margin:0;padding:2px 14px 10px;overflow-x:auto;font:12.5px/1.55 ui-monospace,Menlo,Consolas,monospace}` +
  `.tbx-code pre:focus-visible{outline:2px solid var(--accent);outline-offset:-2px}` +
  `.tbx-code .tbx-hint{padding:0 14px 12px;overflow-wrap:anywhere}code{font-family:ui-monospace,Menlo,Consolas,monospace}` +
  `.tbx-code .tbx-hint code{font-size:12px;color:var(--ink)}` +
  `.tbx-scroll{overflow-x:auto}table{border-collapse:collapse;width:100%;font:inherit}` +
  `th,td{padding:5px 14px;text-align:left;border-top:1px solid var(--line);overflow-wrap:anywhere}` +
  `th{color:var(--quiet);font-weight:600}th button{border:0;padding:0;background:none;color:inherit;font-weight:600}` +
  `.tbx-id,.tbx-id .tbx-link{white-space:nowrap}.tbx-id.tbx-long,.tbx-id.tbx-long .tbx-link{white-space:normal;min-width:17em}` +
  `.tbx-dialog td:first-child{min-width:8em}@media(max-width:560px){th,td{padding:6px 9px}}` +
  `.tbx-num{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}` +
  `.tbx-link{border:0;padding:0;background:none;color:var(--accent);text-align:left}.tbx-link:hover{text-decoration:underline}` +
  `.tbx-foot{display:flex;gap:8px;align-items:center;padding:7px 14px;border-top:1px solid var(--line);color:var(--quiet);` +
  `font-size:12px}.tbx-foot span{margin-right:auto}.tbx-foot button{min-width:34px}` +
  `.tbx-menu{position:fixed;inset:auto;margin:0;padding:6px;border:1px solid var(--line);border-radius:9px;max-width:320px;` +
  `background:var(--back);color:var(--ink);box-shadow:0 6px 22px #0004;font:inherit}` +
  `.tbx-menu b{display:block;padding:4px 10px 6px;overflow-wrap:anywhere;max-height:4.6em;overflow:hidden}` +
  `.tbx-menu button{display:block;width:100%;text-align:left;border:0;padding:6px 10px;border-radius:6px}` +
  `.tbx-menu button:hover,.tbx-menu button:focus{background:color-mix(in srgb,var(--accent) 14%,var(--back));outline:none}` +
  `.tbx-dialog{border:1px solid var(--line);border-radius:12px;background:var(--back);color:var(--ink);padding:16px 18px;` +
  `width:min(760px,calc(100vw - 24px));max-height:86vh}.tbx-dialog::backdrop{background:#0006}` +
  `.tbx-dialog header{display:flex;justify-content:space-between;gap:12px}.tbx-dialog h2{font-size:16px;overflow-wrap:anywhere}` +
  `.tbx-line{position:relative;height:16px;margin:12px 4px 14px;border-radius:8px;background:var(--plain)}` +
  `.tbx-line span{position:absolute;top:2px;height:12px;min-width:5px;border-radius:3px;transform:translateX(-2px)}` +
  `.tbx-dot{display:inline-block;width:9px;height:9px;border-radius:3px;margin-right:8px}` +
  `.tbx-pairs{display:grid;grid-template-columns:repeat(auto-fill,minmax(180px,1fr));gap:8px 16px;margin:14px 0 0}` +
  `.tbx-pairs dt{color:var(--quiet);font-size:11.5px;overflow-wrap:anywhere}.tbx-pairs dd{margin:0;overflow-wrap:anywhere}` +
  `@media print{.tbx-selection{position:static}.tbx-undo{display:none}}`;

const comparison = `.tbx-pin{margin-left:auto;white-space:nowrap}.tbx-sides,.tbx-kinds{margin:0;padding:2px 14px 8px}` +
  `.tbx-sides{overflow-wrap:anywhere}.tbx-a{color:var(--accent)}.tbx-b{color:var(--other)}` +
  `.tbx-sure{font-weight:600}.tbx-what{min-width:11em}.tbx-comparison .tbx-body>button{margin:8px 14px}` +
  `.tbx-remarks{padding:8px 14px 12px}@media(max-width:560px){.tbx-pin{margin-left:0}.tbx-selection{flex-wrap:wrap}}`;

export const explorerStyle = `${frame}${top}${grid}${cards}${lists}${charts}${rest}${comparison}}${tooltipStyle}`;
