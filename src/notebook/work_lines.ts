/** One line about long work, at moments that suit a reader: not before it has taken a while, and not too often. */
import type { ProgressListener } from "../base/progress.ts";

export interface WorkLineOptions {
  /** Nothing is shown of work that is over before. */
  readonly afterSeconds: number;
  /** Least time between one line and the next. */
  readonly everySeconds: number;
  /** Milliseconds that only go forward. @default performance.now */
  readonly now?: () => number;
  /** Shows a line in place of the one before; the last one of a piece of work is marked. */
  readonly show: (line: WorkLine) => void;
}

export interface WorkLine {
  /** "reading orders.csv: 45 % of 101 MB, 84 MB/s" */
  readonly text: string;
  /** 0 to 1. */
  readonly share: number;
  readonly ended: boolean;
  /** The first line of its work: it takes the place of none. */
  readonly first: boolean;
}

/** A listener that makes lines of what it is told. */
export function workLines(
  { afterSeconds, everySeconds, show, now = () => performance.now() }: WorkLineOptions,
): ProgressListener {
  let what: string | undefined, bytesBefore = 0, began = 0, last = -Infinity, shown = false;
  return (progress) => {
    const moment = now();
    // Work that was stopped has told no end: what begins anew is other work.
    if (what !== progress.what || progress.bytes < bytesBefore) {
      what = progress.what;
      began = moment;
      last = -Infinity;
      shown = false;
    }
    bytesBefore = progress.bytes;
    const seconds = (moment - began) / 1000;
    const { bytes, total, ended } = progress;
    const share = total > 0 ? Math.min(1, bytes / total) : 0;
    const rate = seconds > 0 ? `, ${sizeWords(bytes / seconds)}/s` : "";
    if (ended) {
      what = undefined;
      if (shown) {
        const text = `${progress.what}: ${sizeWords(bytes)} in ${seconds.toFixed(1)} s${rate}`;
        show({ text, share, ended, first: false });
      }
    } else if (seconds >= afterSeconds && (moment - last) / 1000 >= everySeconds) {
      const first = !shown;
      last = moment;
      shown = true;
      show({
        text: `${progress.what}: ${Math.floor(share * 100)} % of ${sizeWords(total)}${rate}`,
        share,
        ended,
        first,
      });
    }
  };
}

/** `101 MB`, in steps of 1,000, as file managers and disks count. */
function sizeWords(bytes: number): string {
  const [unit, size] = ([["GB", 1e9], ["MB", 1e6], ["kB", 1e3]] as const).find(([, size]) => bytes >= size) ?? ["B", 1];
  const value = bytes / size;
  return `${value >= 10 || size === 1 ? Math.round(value) : value.toFixed(1)} ${unit}`;
}
