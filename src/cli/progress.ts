/** Progress of a notebook run on stderr: one line that changes on a terminal, plain lines elsewhere. */
import type { Progress } from "../notebook/run.ts";

export function runProgress(): (progress: Progress) => void {
  const terminal = Deno.stderr.isTerminal();
  let current = "";
  return (progress) => {
    switch (progress.step) {
      case "checked":
        write(`checked the cells, ${seconds(progress.seconds)}\n`);
        break;
      case "cell": {
        const total = String(progress.total);
        current = `[${String(progress.number).padStart(total.length)}/${total}] ${progress.name}`;
        if (terminal) write(`${current} …`);
        break;
      }
      case "cell done":
        write(`${terminal ? "\r\u001b[2K" : ""}${current}, ${seconds(progress.seconds)}\n`);
    }
  };
}

function seconds(value: number): string {
  return `${value.toFixed(1)} s`;
}

function write(text: string): void {
  Deno.stderr.writeSync(new TextEncoder().encode(text));
}
