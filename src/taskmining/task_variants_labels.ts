/** Labels of actions that a person can read. */
import type { InteractionLog } from "../log/interaction_log.ts";

/**
 * A label for each of `log.actions`, distinct as they are: what was done (`paste Customer`), with the window or page in
 * brackets where several actions would have the same label, and the whole action where that does not tell them apart.
 */
export function actionLabels({ actions }: Pick<InteractionLog, "actions">): string[] {
  const parts = actions.map((action) => {
    const at = action.indexOf(" @ ");
    return at < 0
      ? { what: action, where: [] }
      : { what: action.slice(0, at), where: action.slice(at + 3).split(" / ") };
  });
  const short = parts.map(({ what }) => what);
  const longer = parts.map(({ what, where }) => where.length > 0 ? `${what} (${where.at(-1)})` : what);
  const isShort = onceEach(short), isLonger = onceEach(longer);
  const labels = actions.map((action, a) =>
    isShort.has(short[a]!) ? short[a]! : isLonger.has(longer[a]!) ? longer[a]! : action
  );
  const distinct = onceEach(labels);
  return labels.map((label, a) => distinct.has(label) ? label : actions[a]!);
}

function onceEach(texts: readonly string[]): Set<string> {
  const seen = new Set<string>(), twice = new Set<string>();
  for (const text of texts) (seen.has(text) ? twice : seen).add(text);
  return seen.difference(twice);
}
