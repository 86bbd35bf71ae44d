/** Progress of long work on stderr: a bar on a terminal, plain lines elsewhere. */
import type { ProgressListener } from "../base/progress.ts";
import { type WorkLine, workLines } from "../notebook/work_lines.ts";
import { statusLine } from "./progress.ts";

export function workProgress(): ProgressListener {
  const line = statusLine();
  const show = ({ text, share, ended }: WorkLine) => {
    if (!line.terminal) line.say(text);
    else line.show(ended ? "" : `${bar(share)} ${text}`);
  };
  return workLines({ afterSeconds: line.terminal ? 0.5 : 2, everySeconds: line.terminal ? 0.1 : 2, show });
}

const WIDTH = 20;

/** `████████▌           ` */
export function bar(share: number): string {
  const eighths = Math.round(Math.max(0, Math.min(1, share)) * WIDTH * 8);
  return ("█".repeat(eighths >> 3) + (eighths & 7 ? String.fromCodePoint(0x2590 - (eighths & 7)) : "")).padEnd(WIDTH);
}
