/** Formats that are not read, each with what to do instead. */
import type { FileStart, ForeignFormat } from "./format.ts";

const found = (what: string) => `expected a log but found ${what}`;

const EXPORT = "Export the log as CSV, XES or Parquet.";
const AS_CSV = "Export the table as CSV (UTF-8).";

/** A signature of bytes at the beginning of a file. */
function signature(bytes: string, what: string, advice = EXPORT, at = 0): ForeignFormat {
  return { recognise: ({ ascii }) => ascii(at, at + bytes.length) === bytes, problem: found(what), advice };
}

/** The name of the first file in a zip archive. */
const firstInZip = ({ ascii }: FileStart) => ascii(30, 100);
const isZip = ({ ascii }: FileStart) => ascii(0, 4) === "PK\x03\x04";

/** Recognised by a signature of bytes. */
export const foreignBinaries: readonly ForeignFormat[] = [
  {
    recognise: (start) => isZip(start) && /\.(docx|pptx|odt|odp)$/i.test(start.name),
    problem: found("a document of an office program."),
    advice: EXPORT,
  },
  {
    recognise: (start) =>
      isZip(start) &&
      (/\.(xlsx|xlsm|xlsb|ods)$/i.test(start.name) || firstInZip(start).includes("[Content_Types].xml")),
    problem: found("a spreadsheet. Export its sheet as CSV (UTF-8)."),
  },
  { recognise: isZip, problem: found("a zip archive. Unpack it and name the file inside.") },
  {
    recognise: ({ ascii }) => ascii(0, 4) === "\xd0\xcf\x11\xe0",
    problem: found("an old spreadsheet (.xls). Export its sheet as CSV (UTF-8)."),
  },
  signature("%PDF", "a PDF document."),
  {
    // bzip2, xz, Zstandard, 7-Zip, LZ4, RAR
    recognise: ({ ascii }) =>
      /^BZh\d/.test(ascii(0, 4)) ||
      ["\xfd7zXZ\0", "\x28\xb5\x2f\xfd", "7z\xbc\xaf", "\x04\x22\x4d\x18", "Rar!\x1a"].some((start) =>
        ascii(0, 6).startsWith(start)
      ),
    problem: found("an archive that cannot be read here. Unpack it first."),
  },
  {
    recognise: ({ ascii }) => /^ustar( {2})?\0/.test(ascii(257, 265)),
    problem: found("a tar archive. Unpack it and name the file inside."),
  },
  ...[
    ["\x89PNG", "a picture (PNG)."],
    ["\xff\xd8\xff", "a picture (JPEG)."],
    ["GIF89a", "a picture (GIF)."],
    ["II*\0", "a picture (TIFF)."],
    ["MM\0*", "a picture (TIFF)."],
    ["{\\rtf", "a text document (RTF)."],
    ["\x7fELF", "a program."],
    ["MZ\x90\0", "a program."],
  ].map(([bytes, what]) => signature(bytes!, what!)),
  {
    recognise: ({ ascii }) => ascii(0, 4) === "RIFF" && ascii(8, 12) === "WEBP",
    problem: found("a picture (WebP)."),
    advice: EXPORT,
  },
  ...[
    ["Obj\x01", "an Avro file."],
    ["ARROW1", "an Arrow or Feather file."],
    ["FEA1", "a Feather file."],
    ["\x89HDF", "an HDF5 file."],
    ["$FL2", "an SPSS file."],
    ["\x93NUMPY", "an array of NumPy."],
  ].map(([bytes, what]) => signature(bytes!, what!, "Write the table as Parquet or CSV.")),
  {
    recognise: ({ ascii }) => ascii(0, 3) === "ORC" && ascii(3, 4) < " ",
    problem: found("an ORC file."),
    advice: "Write the table as Parquet or CSV.",
  },
  {
    recognise: ({ bytes }) => bytes[0] === 0x80 && bytes[1]! >= 2 && bytes[1]! <= 5,
    problem: found("a pickle of Python."),
    advice: 'Write the table from Python: frame.to_csv("log.csv", index=False), or frame.to_parquet("log.parquet").',
  },
  {
    recognise: ({ ascii }) => /^(X\n\0\0|RD[XA]\d\n)/.test(ascii(0, 5)),
    problem: found("a file of R (.rds or .RData)."),
    advice: 'Write the table from R: write.csv(log, "log.csv", row.names = FALSE).',
  },
  signature("Standard ", "a database of Access.", AS_CSV, 4),
];

/** Text that stands in for a file, or tells of one. */
export const foreignTexts: readonly ForeignFormat[] = [
  {
    recognise: ({ text }) => text().startsWith("version https://git-lfs.github.com/spec/"),
    problem: found("a Git LFS pointer, which stands for the file. Fetch the file itself: git lfs pull."),
  },
  {
    recognise: ({ text }) => /^(\.\.\/)*(\.git)?\/?annex\/objects\//.test(text()),
    problem: found("a git-annex pointer, which stands for the file. Fetch the file itself: git annex get."),
  },
  {
    recognise: ({ text }) => isHtml(text()) && /<input[^>]*type\s*=\s*["']?password/i.test(text()),
    problem: found("a login page. Log in, and save the file itself."),
  },
  {
    recognise: ({ text, extension }) => isHtml(text()) && (/<table[\s>]/i.test(text()) || extension.startsWith("xls")),
    problem: ({ extension }) =>
      found(
        extension.startsWith("xls") ? `an HTML table named .${extension}.` : "a web page with a table.",
      ),
    advice: "Open it in a spreadsheet program, and save it as CSV (UTF-8).",
  },
];

const isHtml = (text: string) => /^<(!doctype\s+)?(html|table|meta|head|body)[\s>]/i.test(text);

export const webPage: ForeignFormat = {
  recognise: ({ text }) => /^<(!doctype\s+)?html[\s>]/i.test(text()),
  problem: found("a web page. Was it saved from a login or an error page?"),
};

/** XML that is no log. To be asked after the XML that is one; a CSV may begin with a tag, too. */
export const otherXml: ForeignFormat = {
  recognise: ({ text, extension }) =>
    text().startsWith("<?xml") || (text().startsWith("<") && !["csv", "tsv", "txt"].includes(extension)),
  problem: ({ text }) => {
    const root = rootOf(text());
    return `expected a log (XES has the root element <log>) but found XML${root ? ` of <${root}>` : ""}.`;
  },
  advice: ({ text }) => {
    const root = rootOf(text())?.replace(/^.*:/, "") ?? "";
    return XML_ADVICE[root] ?? EXPORT;
  },
};

function rootOf(text: string): string | undefined {
  return /<([A-Za-z][\w:.-]*)/.exec(text)?.[1];
}

const MODEL = "readModel reads it; on the command line, give it as --model, or to tb convert.";
const XML_ADVICE: Readonly<Record<string, string>> = {
  pnml: `It is a Petri net (PNML), a model and no log: ${MODEL}`,
  ptml: `It is a process tree (PTML), a model and no log: ${MODEL}`,
  definitions: `It is BPMN, a model and no log: ${MODEL}`,
  WorkflowLog: "It is MXML, the format before XES: convert it with ProM or PM4Py.",
  Workbook: "It is a spreadsheet (XML). Save its sheet as CSV (UTF-8).",
  svg: `It is a picture (SVG). ${EXPORT}`,
  Error: "It is an error message of a server. Fetch the file again.",
};

/** Objects of JSON, one a line. */
export const jsonLines: ForeignFormat = {
  recognise: ({ text, extension }) => {
    if (!text().startsWith("{")) return false;
    const [first = "", second = ""] = text().split(/\r?\n/, 2);
    return ["jsonl", "ndjson"].includes(extension) || (isJson(first) && second.trimStart().startsWith("{"));
  },
  problem: found("rows as JSON, one a line (JSONL)."),
  advice: "Make it a CSV: duckdb -c \"COPY (FROM 'rows.jsonl') TO 'rows.csv'\". Rows in memory are read by " +
    "logFromRows and interactionsFromRows.",
};

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
