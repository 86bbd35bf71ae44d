/** Progress of long work below the cell that does it: one line that changes. */
import { onWorkProgress } from "../base/progress.ts";
import { type WorkLine, workLines } from "./work_lines.ts";

/** MIME type of the line, for a runner that shows it elsewhere and keeps it out of the notebook. */
export const PROGRESS_MIME = "application/vnd.tracebook.progress+json";

/** Set to `messages` by a runner: each line is a message of its own, and none is meant to stay. */
export const PROGRESS_VARIABLE = "TRACEBOOK_PROGRESS";

type Broadcast = (type: string, content: Record<string, unknown>) => Promise<void> | undefined;

/** In a notebook's kernel, lines are shown from now on; elsewhere nothing happens. */
export function showWorkInNotebook(): void {
  const broadcast = kernelBroadcast();
  if (!broadcast) return;
  const messages = Deno.env.get(PROGRESS_VARIABLE) === "messages";
  let id: string | undefined, count = 0;
  const show = (line: WorkLine) => {
    const data = { ...(messages ? {} : { "text/plain": line.text }), [PROGRESS_MIME]: line };
    // Work that was stopped has had no last line.
    const known = id !== undefined && !line.first && !messages;
    if (!known) id = `tracebook-progress-${++count}`;
    const transient = messages ? {} : { display_id: id };
    const send = async () => {
      await broadcast(known ? "update_display_data" : "display_data", { data, metadata: {}, transient });
    };
    // A line that cannot be shown is no reason for the work to fail.
    send().catch(() => {});
  };
  onWorkProgress(workLines({ afterSeconds: 1, everySeconds: 0.25, show }));
}

/** Undefined outside of a kernel, where Deno throws when it is asked for `Deno.jupyter`. */
function kernelBroadcast(): Broadcast | undefined {
  try {
    const { jupyter } = Deno as unknown as { jupyter?: { broadcast?: Broadcast } };
    return typeof jupyter?.broadcast === "function" ? jupyter.broadcast : undefined;
  } catch {
    return undefined;
  }
}
