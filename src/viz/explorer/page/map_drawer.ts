/** Asks the worker of the layout for maps, and takes only the newest. */
import type { Dfg } from "../../../models/dfg.ts";
import type { SteadyMap } from "../../map/steady_map.ts";
import type { LayoutReply, LayoutRequest } from "../engine/messages.ts";
import type { ExplorerState } from "../state/explorer_state.ts";
import type { WorkerLink } from "./engine_link.ts";

export interface MapDrawer {
  /** Says what the whole log looks like, once. */
  open(whole: Dfg): void;
  draw(map: Dfg, sliders: Pick<ExplorerState, "activities" | "paths">): void;
}

export function mapDrawer(
  layout: WorkerLink<LayoutRequest, LayoutReply>,
  failed: (words: string) => void,
  drawn: (map: SteadyMap, id: number) => void,
): MapDrawer {
  const { promise: loaded, resolve } = Promise.withResolvers<void>();
  let newest = 0;
  layout.onReply((reply) => {
    if (reply.kind === "ready") resolve();
    else if (reply.kind === "failed") failed(reply.words);
    else if (reply.id === newest) drawn(reply.map, reply.id);
  });
  return {
    open: (map) => void loaded.then(() => layout.send({ kind: "open", map })),
    draw(map, { activities, paths }) {
      const id = ++newest;
      const settings = { activities: activities ?? undefined, paths: paths ?? undefined };
      loaded.then(() => id === newest && layout.send({ kind: "draw", id, map, settings }));
    },
  };
}
