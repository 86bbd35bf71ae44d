/** Collects what a cell shows, from messages to the outputs of a notebook. */
import type { DisplayOutput, ErrorOutput, MimeBundle, Output, ResultOutput, StreamOutput } from "../../notebook.ts";
import { PROGRESS_MIME } from "../../progress.ts";
import type { Failure } from "../prelude/prelude.ts";
import type { Message } from "../protocol/messages.ts";
import { OutputLimit } from "./output_limit.ts";

export interface OutputCollector {
  /** Takes a message of the iopub channel; true if it was an output. */
  take(message: Message): boolean;
  fail(error: Failure): void;
  /** The cell is over: says what was too much to be kept. */
  end(): void;
  /** All outputs so far, text of one stream joined. */
  readonly outputs: Output[];
}

/** Outputs that were shown with a display id, so that a later cell can update them. */
export type Displays = Map<string, (DisplayOutput | ResultOutput)[]>;

/** @param onOutput is called with each output, also with those that are too much to be kept. */
export function collectOutputs(displays: Displays, onOutput: (output: Output) => void = () => {}): OutputCollector {
  const outputs: Output[] = [];
  const limit = new OutputLimit();
  let clearNext = false;

  const clear = () => {
    outputs.length = 0;
    limit.clear();
  };
  const keep = (output: Output) => {
    const last = outputs.at(-1);
    if (output.output_type === "stream" && last?.output_type === "stream" && last.name === output.name) {
      last.text += output.text;
    } else {
      outputs.push(output.output_type === "stream" ? { ...output } : output);
    }
  };
  const add = (output: Output) => {
    if (clearNext) clear();
    clearNext = false;
    // Lines of progress are no outputs: they are for the runner, which takes them out.
    const isProgress = "data" in output && PROGRESS_MIME in output.data;
    const kept = isProgress ? output : limit.keptOf(output);
    if (kept) keep(kept);
    onOutput(output);
  };

  return {
    outputs,
    take({ header, content }) {
      switch (header.msg_type) {
        case "stream":
          add({ output_type: "stream", name: content.name, text: content.text } as StreamOutput);
          return true;
        case "display_data":
        case "execute_result": {
          const output = {
            output_type: header.msg_type,
            data: content.data as MimeBundle,
            metadata: (content.metadata ?? {}) as Record<string, unknown>,
            ...(header.msg_type === "execute_result" ? { execution_count: content.execution_count as number } : {}),
          } as DisplayOutput | ResultOutput;
          const id = (content.transient as { display_id?: string } | undefined)?.display_id;
          if (id) displays.set(id, [...displays.get(id) ?? [], output]);
          add(output);
          return true;
        }
        case "update_display_data": {
          const id = (content.transient as { display_id?: string } | undefined)?.display_id ?? "";
          for (const shown of displays.get(id) ?? []) {
            shown.data = content.data as MimeBundle;
            shown.metadata = (content.metadata ?? {}) as Record<string, unknown>;
          }
          return true;
        }
        case "clear_output":
          if (content.wait) clearNext = true;
          else clear();
          return true;
        case "error":
          add({
            output_type: "error",
            ename: content.ename,
            evalue: content.evalue,
            traceback: content.traceback,
          } as ErrorOutput);
          return true;
        default:
          return false;
      }
    },
    fail: (error) => add({ output_type: "error", ...error }),
    end() {
      const words = limit.words();
      if (words !== undefined) keep({ output_type: "stream", name: "stderr", text: words });
    },
  };
}
