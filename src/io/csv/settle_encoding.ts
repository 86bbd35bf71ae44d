/** How the bytes of a CSV become text where some of them are no UTF-8. */
import { countUtf8, decodeMixed, isCutOff } from "../bytes/encoding.ts";
import type { ReadingReport } from "../report/reading_report.ts";
import type { CsvScanner } from "./csv_scanner.ts";

/** In windows-1252, "É" before a no-break space is a character of UTF-8 by chance; more than one in so many are none. */
const MIXED = 10;

export interface SettledEncoding {
  /** Label of the encoding that most of the text is in. */
  readonly encoding: "utf-8" | "windows-1252";
  /** One value, where some are damaged: text in which no byte is lost. */
  readonly decode: (bytes: Uint8Array) => string;
}

/**
 * The encoding of a file with bytes that are no UTF-8: windows-1252, unless more than a few of its characters are UTF-8.
 * Then stray bytes are read one by one as windows-1252, so that no two names become one; a character that is cut off by
 * the end of the file becomes U+FFFD.
 *
 * @param line the first with such a byte.
 * @param show writes a cell into a message.
 */
export function settleEncoding(
  scanner: CsvScanner,
  given: boolean,
  line: number,
  name: string,
  report: ReadingReport,
  show: (text: string) => string = (text) => text,
): SettledEncoding {
  let characters = 0, invalid = 0;
  for (const bytes of [...scanner.header ?? [], ...scanner.columns.map(({ dictionary }) => dictionary.bytes())]) {
    const found = countUtf8(bytes);
    characters += found.characters;
    invalid += found.invalid;
  }
  const where = `${name}, line ${line}`;
  if (!given && characters * MIXED <= invalid) {
    report.add(
      "encoding",
      `${where}: the text is no UTF-8 and is read as windows-1252. Give the encoding if it is another.`,
      Math.max(invalid, 1),
    );
    return { encoding: "windows-1252", decode: (bytes) => new TextDecoder("windows-1252").decode(bytes) };
  }
  if (isCutOff(lastValue(scanner)) && damagedValues(scanner, 2).length <= 1) {
    report.add("encoding", `${where}: bytes that are no UTF-8 are read as \ufffd.`, Math.max(invalid, 1));
    return { encoding: "utf-8", decode: (bytes) => new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes) };
  }
  const [example] = damagedValues(scanner, 1);
  const shown = example ? `, as in ${JSON.stringify(show(decodeMixed(example).slice(0, 60)))}` : "";
  report.add(
    "encoding",
    `${where}: bytes that are no UTF-8 are read one by one as windows-1252${shown}.`,
    Math.max(invalid, 1),
  );
  return { encoding: "utf-8", decode: decodeMixed };
}

/** Bytes of the value that the file ends with. */
function lastValue({ columns, rows }: CsvScanner): Uint8Array {
  const last = columns.findLast(({ codes }) => rows > 0 && codes[rows - 1]! >= 0);
  return last ? last.dictionary.bytesOf(last.codes[rows - 1]!) : new Uint8Array();
}

/** The first values, of the header or of the rows, that hold bytes which are no UTF-8. */
function damagedValues({ header = [], columns }: CsvScanner, limit: number): Uint8Array[] {
  const found = header.filter((bytes) => countUtf8(bytes).invalid > 0);
  for (const { dictionary } of columns) {
    for (let code = 0; code < dictionary.size && found.length < limit; code++) {
      const bytes = dictionary.bytesOf(code);
      if (countUtf8(bytes).invalid > 0) found.push(bytes);
    }
  }
  return found.slice(0, limit);
}
