/** Options that views of models share. */
import type { EventLog } from "../../log/events/event_log.ts";
import { oneOf } from "../kit/options.ts";

export interface ModelViewOptions {
  /** Gives activities the colours that they have in the log's figures. */
  log?: EventLog;
  /** @default what the model is, and its name */
  title?: string;
}

export interface GraphViewOptions extends ModelViewOptions {
  /** Where the flow runs. "down" suits long models on paper. @default "right" */
  direction?: "right" | "down";
}

export function directionOf({ direction = "right" }: GraphViewOptions): "right" | "down" {
  return oneOf("direction", direction, ["right", "down"]);
}
