/** Logs that were read without masking because the reader said so: whatever is made of them says it. */
import type { Finding, Rule } from "../../io/report/reading_report.ts";

/** Rule of the finding that a log read so has. */
export const UNMASKED: Rule = "privacy: read without masking";

/** For captions and notes; undefined where the log is masked as usual. */
export function unmaskedNote({ source }: { readonly source: { readonly findings: readonly Finding[] } }) {
  return source.findings.some(({ rule }) => rule === UNMASKED)
    ? "Read without masking: personal values may show."
    : undefined;
}
