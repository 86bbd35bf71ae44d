/**
 * A text in one line as Markdown that shows it as it is, in paragraphs, lists and tables. Marks that count only at the
 * beginning of a line are escaped only there.
 */
export function escapedMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>|&~$]/g, "\\$&").replace(/^[#+-]/, "\\$&").replace(/^(\d+)([.)])(?= |$)/, "$1\\$2")
    .replace(/\b(https?|ftp):(?=\/\/)/gi, "$1\\:");
}
