/** Values as XES writes them: the element for each type, and its text. */
import type { Column } from "../../base/column.ts";
import { isoTime } from "../time/iso_time.ts";
import type { ReadingReport } from "../report/reading_report.ts";
import { type AttributeType, fixedKind } from "./xes_shapes.ts";

/** A column's values as attributes. */
export interface ValueWriter {
  readonly type: AttributeType;
  /** Escaped text of the value of a row; undefined where it is missing. */
  readonly text: (row: number) => string | undefined;
}

/** @param key Key under which the column is written: the standard fixes the type of some. */
export function valueWriter(column: Column, key: string, report: ReadingReport): ValueWriter {
  switch (column.kind) {
    case "text": {
      const { codes, dictionary } = column;
      const escaped: (string | undefined)[] = new Array(dictionary.length);
      const text = (row: number) => {
        const code = codes[row]!;
        return code < 0 ? undefined : escaped[code] ??= escapeXml(dictionary[code]!, report);
      };
      return { type: "string", text };
    }
    case "boolean": {
      const { values } = column;
      return { type: "boolean", text: (row) => values[row]! < 0 ? undefined : values[row] === 1 ? "true" : "false" };
    }
    case "number": {
      const { values, integer } = column;
      const text = (row: number) => Number.isNaN(values[row]!) ? undefined : numberText(values[row]!, integer);
      return { type: fixedKind(key) === "text" ? "string" : integer ? "int" : "float", text };
    }
    case "time": {
      const { values, name } = column;
      const text = (row: number) => Number.isNaN(values[row]!) ? undefined : timeText(values[row]!, name, report);
      return { type: "date", text };
    }
  }
}

/** Text within quotes. What XML cannot hold, U+FFFD stands for. */
export function escapeXml(text: string, report: ReadingReport): string {
  if (!/[^\u0020!\u0023-\u0025\u0027-;=-\ud7ff\ue000-\ufffd]/.test(text)) return text;
  return text.replace(/[&<"\t\n\r]/g, (character) => ENTITY_OF.get(character)!)
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, (character) => {
      const code = character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, "0");
      report.add("encoding", () => `${JSON.stringify(text)}: XML cannot hold U+${code}; U+FFFD is written for it`);
      return "\ufffd";
    });
}

const ENTITY_OF = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  ['"', "&quot;"],
  ["\t", "&#9;"],
  ["\n", "&#10;"],
  ["\r", "&#13;"],
]);

/** The shortest text that is read back as the same number. */
function numberText(value: number, integer: boolean): string {
  if (Object.is(value, -0)) return "-0";
  if (integer && !Number.isSafeInteger(value) && Number.isFinite(value)) return BigInt(value).toString();
  return Number.isFinite(value) ? String(value) : value > 0 ? "INF" : "-INF";
}

const FIRST_TIME = Date.UTC(2000, 0, 1) - 730_485 * 86_400_000; // 0000-01-01
const encoder = new TextEncoder();

function timeText(ms: number, name: string, report: ReadingReport): string | undefined {
  if (ms < FIRST_TIME || ms >= 253_402_300_800_000) {
    report.add(
      "impossible time",
      () => `column "${name}": ${ms} ms from 1970 is outside of the years 0 to 9999; left out`,
    );
    return undefined;
  }
  const whole = Math.floor(ms);
  const text = new Date(whole).toISOString().slice(0, 23);
  return ms === whole ? `${text}+00:00` : exactTime(ms, text);
}

/** Micro- or nanoseconds, whichever are read back as the same time. */
function exactTime(ms: number, text: string): string {
  const fraction = ms - Math.floor(ms / 1000) * 1000;
  for (const digits of [6, 9]) {
    const scaled = Math.round(fraction * 10 ** (digits - 3));
    if (scaled >= 10 ** digits) continue;
    const candidate = `${text.slice(0, 20)}${String(scaled).padStart(digits, "0")}+00:00`;
    const bytes = encoder.encode(candidate);
    if (digits === 9 || isoTime(bytes, 0, bytes.length) === ms) return candidate;
  }
  return `${text}+00:00`;
}
