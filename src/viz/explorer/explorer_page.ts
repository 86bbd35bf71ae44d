/** The explorer as one HTML file: it opens from disk, and loads nothing. */
import { deflateRawSync } from "node:zlib";
import type { EventLog } from "../../log/events/event_log.ts";
import { packLog } from "../../log/packed/pack_log.ts";
import { engineScript } from "./bundles/engine.ts";
import { layoutScript } from "./bundles/layout.ts";
import { pageScript } from "./bundles/page.ts";
import { wordList } from "../../base/lists.ts";
import { escapeText } from "../kit/markup.ts";

/** Nothing may be loaded, and workers come from the page itself. */
const POLICY = "default-src 'none'; script-src 'unsafe-inline' 'wasm-unsafe-eval' blob:; worker-src blob:; " +
  "style-src 'unsafe-inline'; img-src data: blob:; base-uri 'none'; form-action 'none'";

/** The page of a log. The same log gives the same bytes. */
export function explorerPage(log: EventLog): string {
  const { bytes, leftOut } = packLog(log);
  const packed = deflateRawSync(bytes, { level: 9 });
  const notes = leftOut.length === 0
    ? []
    : [`Left out for want of room: the ${leftOut.length > 1 ? "attributes" : "attribute"} ${wordList(leftOut)}.`];
  const held = (id: string, type: string, text: string) => `<script type="${type}" id="${id}">${text}</script>`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="generator" content="Tracebook">
<link rel="icon" href="data:,">
<title>${escapeText(log.name)} – explorer</title>
</head>
<body>
<div id="explorer"><noscript>The explorer needs JavaScript.</noscript></div>
${held("tb-notes", "application/json", jsonText(notes))}
${held("tb-log", "text/plain", packed.toString("base64"))}
${held("tb-engine", "text/plain", engineScript)}
${held("tb-layout", "text/plain", layoutScript)}
<script>${pageScript}</script>
</body>
</html>
`;
}

/** JSON that ends no script. */
function jsonText(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}
