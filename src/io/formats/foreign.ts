/** Formats that are not read, each with what to do instead. */
import type { ForeignFormat } from "./format.ts";

const found = (what: string) => `expected a log but found ${what}`;

/** Recognised by a signature of bytes. */
export const foreignBinaries: readonly ForeignFormat[] = [
  {
    recognise: ({ ascii, name }) =>
      ascii(0, 4) === "PK\x03\x04" &&
      (/\.(xlsx|xlsm|xlsb|ods)$/i.test(name) || ascii(30, 100).includes("[Content_Types].xml")),
    problem: found("a spreadsheet. Export its sheet as CSV (UTF-8)."),
  },
  {
    recognise: ({ ascii }) => ascii(0, 4) === "PK\x03\x04",
    problem: found("a zip archive. Unpack it and name the file inside."),
  },
  {
    recognise: ({ ascii }) => ascii(0, 4) === "\xd0\xcf\x11\xe0",
    problem: found("an old spreadsheet (.xls). Export its sheet as CSV (UTF-8)."),
  },
  {
    recognise: ({ ascii }) => ascii(0, 4) === "%PDF",
    problem: found("a PDF document."),
  },
  {
    // bzip2, xz, Zstandard, 7-Zip
    recognise: ({ ascii }) =>
      ["BZh", "\xfd7zXZ\0", "\x28\xb5\x2f\xfd", "7z"].some((signature) => ascii(0, 6).startsWith(signature)),
    problem: found("an archive that cannot be read here. Unpack it first."),
  },
];

export const webPage: ForeignFormat = {
  recognise: ({ text }) => /^<(!doctype\s+)?html[\s>]/i.test(text()),
  problem: found("a web page. Was it saved from a login or an error page?"),
};

/** XML that is no log. To be asked after the XML that is one; a CSV may begin with a tag, too. */
export const otherXml: ForeignFormat = {
  recognise: ({ text, extension }) => text().startsWith("<") && !["csv", "tsv", "txt"].includes(extension),
  problem: ({ text }) => {
    const root = /<([A-Za-z][\w:.-]*)/.exec(text())?.[1];
    return `expected a log (XES has the root element <log>) but found XML${root ? ` of <${root}>` : ""}.`;
  },
};
