/** The worker that lays the map out, with Graphviz. */
import { steadyMaps } from "../../map/steady_map.ts";
import type { LayoutReply, LayoutRequest } from "./messages.ts";

let draw: ReturnType<typeof steadyMaps> | undefined;
const reply = (message: LayoutReply) => postMessage(message);

addEventListener("message", ({ data }: MessageEvent<LayoutRequest>) => {
  try {
    if (data.kind === "open") draw = steadyMaps(data.map);
    else reply({ kind: "drawn", id: data.id, map: draw!(data.map, data.settings) });
  } catch (error) {
    reply({ kind: "failed", words: String((error as Error)?.message ?? error) });
  }
});

reply({ kind: "ready" });
