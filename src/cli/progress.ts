/** Progress of notebook runs on stderr: one line that changes on a terminal, plain lines elsewhere. */
import type { BatchProgress } from "../notebook/batch/batch.ts";
import type { Progress } from "../notebook/run.ts";

export function runProgress(): (progress: Progress) => void {
  const line = statusLine();
  let current = "", said = -Infinity;
  return (progress) => {
    switch (progress.step) {
      case "checking":
        line.begin("checking the cells");
        break;
      case "checked":
        line.end(`checking the cells, ${seconds(progress.seconds)}`);
        break;
      case "cell":
        current = cellWords(progress);
        line.begin(current);
        break;
      case "working":
        if (line.terminal) line.show(`${current} … ${progress.text}`);
        else if (performance.now() - said > 2000) {
          said = performance.now();
          line.say(`${current} … ${progress.text}`);
        }
        break;
      case "cell done":
        line.end(`${current}, ${seconds(progress.seconds)}`);
    }
  };
}

/** A line for each run that has ended; on a terminal, below them what is being run. */
export function batchProgress(): (progress: BatchProgress) => void {
  const line = statusLine();
  const running = new Map<string, string>();
  return (progress) => {
    if (progress.step === "run") {
      const { name, progress: step } = progress;
      if (step.step === "cell") running.set(name, `${name} ${cellWords(step)}`);
      else if (step.step === "working") running.set(name, `${name} ${step.text}`);
    } else {
      const { done, total, entry } = progress;
      running.delete(entry.name);
      const place = `[${String(done).padStart(String(total).length)}/${total}]`;
      const words = entry.kept ? "up to date, kept" : `${entry.status}, ${seconds(entry.seconds)}`;
      const more = [...(entry.error === null ? [] : [entry.error]), ...entry.figures?.warnings ?? []];
      line.say(`${place} ${entry.name}: ${words}${more.map((text) => `\n    ${text}`).join("")}`);
    }
    line.show([...running.values()].join(" · "));
  };
}

export interface StatusLine {
  /** Whether there is a line that can change. */
  readonly terminal: boolean;
  /** Shows a line in place of the one shown before; nothing without a terminal. */
  show(text: string): void;
  /** Writes a line for good. */
  say(text: string): void;
  /** Begins a line about work that begins now. */
  begin(text: string): void;
  /** Ends that line; `text` is the whole of it. */
  end(text: string): void;
}

/** The last line of a terminal, which may change; without a terminal only what is said for good is written. */
export function statusLine(): StatusLine {
  const terminal = Deno.stderr.isTerminal();
  const clear = terminal ? "\r\u001b[2K" : "";
  /** What stands in the line that is not ended, where there is no terminal. */
  let begun = "";
  const show = (text: string) => {
    if (!terminal) return;
    const width = Deno.consoleSize().columns - 1;
    write(clear + [...text].slice(0, width).join(""));
  };
  const say = (text: string) => {
    write(`${begun === "" ? clear : "\n"}${text}\n`);
    begun = "";
  };
  return {
    terminal,
    show,
    say,
    begin(text) {
      if (terminal) return show(`${text} …`);
      write(begun === "" ? text : `\n${text}`);
      begun = text;
    },
    end(text) {
      if (begun === "" || !text.startsWith(begun)) return say(text);
      write(`${text.slice(begun.length)}\n`);
      begun = "";
    },
  };
}

function cellWords({ number, total, name }: Progress & { step: "cell" }): string {
  return `[${String(number).padStart(String(total).length)}/${total}] ${name}`;
}

function seconds(value: number): string {
  return `${value.toFixed(1)} s`;
}

function write(text: string): void {
  Deno.stderr.writeSync(new TextEncoder().encode(text));
}
