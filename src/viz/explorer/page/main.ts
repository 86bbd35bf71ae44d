/** Where the page of an explorer begins: it takes its data and scripts out of the document. */
import { startExplorer } from "./explorer.ts";
import { bytesOf } from "./engine_link.ts";

const text = (id: string) => document.getElementById(id)!.textContent!;

startExplorer(document.getElementById("explorer")!, {
  packed: bytesOf(text("tb-log")),
  engine: text("tb-engine"),
  layout: text("tb-layout"),
  notes: JSON.parse(text("tb-notes")) as string[],
});
