/** The code that a figure brings to the page, and how a page of many figures carries each piece once. */
import { bundles } from "../page/bundles.ts";

/** Name of a view's code in the page: versions differ where a page mixes outputs of several releases. */
export function bundleKey(kind: string): string {
  return `${kind}@${bundles[kind]?.version}`;
}

/** The statement that defines a view's code where the page does not have it yet; undefined for views without. */
export function bundleText(kind: string): string | undefined {
  const bundle = bundles[kind];
  return bundle && `t[${JSON.stringify(bundleKey(kind))}]??=${bundle.code};`;
}

/**
 * Takes the code of views out of HTML outputs, so that a page can write it once, before the first output.
 *
 * Only the code of this release is taken, letter by letter: nothing that an output says can pass for it. Outputs of
 * other releases stay as they are, and work.
 *
 * @returns `bundles`: contents of one classic `<script>` each, in a stable order; `outputs`: the outputs without them.
 */
export function collectBundles(htmlOutputs: readonly string[]): { bundles: string[]; outputs: string[] } {
  const found: string[] = [];
  let outputs = [...htmlOutputs];
  for (const kind of Object.keys(bundles).sort()) {
    const text = bundleText(kind)!;
    if (!outputs.some((output) => output.includes(text))) continue;
    found.push(`(()=>{const t=globalThis.__tracebook??={};${text}})()`);
    outputs = outputs.map((output) => output.replaceAll(text, ""));
  }
  return { bundles: found, outputs };
}
