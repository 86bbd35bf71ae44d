/** Style sheet of tables in the page. Front ends style tables too: the class is said twice, to outweigh them. */
import { controlsStyle } from "./controls.ts";

export const tableStyle = `.tb-table.tb-table{${controlsStyle}` +
  `.tb-search{display:flex;align-items:center;gap:8px;margin:0;font:inherit}.tb-search span{color:var(--quiet)}` +
  `.tb-search input{font:inherit;color:var(--ink);background:var(--back);border:1px solid var(--line);` +
  `border-radius:7px;padding:3px 8px;width:190px;margin:0;box-sizing:border-box;height:auto}` +
  `.tb-take{display:flex;gap:8px;margin-left:auto}` +
  `.tb-scroll{overflow-x:auto;overscroll-behavior-x:contain}` +
  `.tb-scroll:focus-visible{outline:2px solid var(--accent);outline-offset:-2px}` +
  `table{border-collapse:separate;border-spacing:0;width:100%;margin:0;border:0;font:inherit;color:inherit;` +
  `background:none;display:table;table-layout:auto;text-align:left}` +
  `tr,tr:hover,tr:nth-child(n){background:none}` +
  `th,td{padding:5px 10px;border:0;border-bottom:1px solid var(--line);text-align:left;vertical-align:top;` +
  `background:var(--back);max-width:340px;overflow-wrap:anywhere;white-space:normal;line-height:1.4}` +
  `td{min-width:var(--tb-wide,0px)}tbody tr:last-child td{border-bottom:0}tbody tr:hover td{background-color:color-mix(in srgb,var(--ink) 5%,var(--back))}` +
  `th{padding:0;font-weight:600;vertical-align:bottom}` +
  `.tb-num{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}` +
  `th:first-child,td:first-child{position:sticky;left:0;z-index:1}` +
  `th button{display:inline-flex;align-items:baseline;gap:4px;border:0;border-radius:0;background:none;` +
  `padding:7px 10px;width:100%;color:var(--quiet);font-weight:600;text-align:inherit;white-space:normal;overflow-wrap:normal}` +
  `th.tb-num button{justify-content:flex-end;padding-right:0}` +
  `th button:hover,th[aria-sort] button{color:var(--ink)}` +
  `th i{font-style:normal;font-size:9px;width:10px;flex:none}th[aria-sort=ascending] i:after{content:"\\25b2"}` +
  `th[aria-sort=descending] i:after{content:"\\25bc"}th button:hover i:empty:after{content:"\\25b4"}` +
  `.tb-fill{min-width:calc(20px + 40px + var(--room));background-image:linear-gradient(var(--fill),var(--fill));background-repeat:no-repeat;` +
  `background-position:10px 5px;background-size:calc((100% - 20px - var(--room))*var(--part)) 18px}` +
  `.tb-foot{display:flex;flex-wrap:wrap;gap:6px 18px;align-items:center;padding:7px 10px;min-height:28px;` +
  `border-top:1px solid var(--line);color:var(--quiet);font-size:12px;font-variant-numeric:tabular-nums}` +
  `.tb-pages{display:flex;gap:6px;margin-left:auto}button:disabled{opacity:.45;cursor:default}` +
  `tr[aria-selected]{cursor:pointer;outline:none}tr[aria-selected]:focus-visible td{border-bottom-color:var(--accent);box-shadow:inset 0 2px var(--accent),inset 0 -1px var(--accent)}` +
  `tbody tr.tb-chosen td{background-color:color-mix(in srgb,var(--accent) 20%,var(--back))}` +
  `@media(max-width:560px){th:first-child,td:first-child{max-width:38vw}td:first-child{min-width:min(var(--tb-wide,0px),38vw)}.tb-search{flex:1}.tb-search input{width:100%;min-width:0}` +
  `.tb-pages button,.tb-take button,.tb-pages select{min-height:34px}}` +
  `@media print{.tb-pages{display:none}}}`;
