/** The code that a figure brings to the page, and how a page of many figures carries each piece once. */
import { type Behaviour, bundles } from "../page/bundles.ts";

/** Name of a behaviour's code in the page. With its version, because a page may mix outputs of several releases. */
export function bundleKey(behaviour: Behaviour): string {
  return `${behaviour}@${bundles[behaviour].version}`;
}

/** The statement that defines a behaviour's code where the page does not have it yet. */
export function bundleText(behaviour: Behaviour): string {
  return `t[${JSON.stringify(bundleKey(behaviour))}]??=${bundles[behaviour].code};`;
}

/**
 * Takes the code of behaviours out of HTML outputs, so that a page can write it once, before the first output.
 *
 * Only the code of this release is taken, letter by letter: nothing that an output says can pass for it. Outputs of
 * other releases stay as they are, and work.
 *
 * @returns `bundles`: contents of one classic `<script>` each, in a stable order; `outputs`: the outputs without them.
 */
export function collectBundles(htmlOutputs: readonly string[]): { bundles: string[]; outputs: string[] } {
  const found: string[] = [];
  let outputs = [...htmlOutputs];
  for (const behaviour of (Object.keys(bundles) as Behaviour[]).sort()) {
    const text = bundleText(behaviour);
    if (!outputs.some((output) => output.includes(text))) continue;
    found.push(`(()=>{const t=globalThis.__tracebook??={};${text}})()`);
    outputs = outputs.map((output) => output.replaceAll(text, ""));
  }
  return { bundles: found, outputs };
}
