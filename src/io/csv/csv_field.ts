/** One field of a CSV, quoted where it must be (RFC 4180). */
export function csvField(text: string, delimiter = ","): string {
  const bare = !text.includes(delimiter) && !/["\n\r]|^[\s\ufeff]|[\s]$/.test(text);
  return bare ? text : `"${text.replaceAll('"', '""')}"`;
}
