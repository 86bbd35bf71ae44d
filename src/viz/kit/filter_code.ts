/** What a reader selects in a picture, and the TypeScript that keeps the cases it stands for. */
import { codeText } from "../../base/code_text.ts";

/** A variant is told by its activities, or by its rank where these would fill the page: the most frequent has rank 1. */
export type Selectable =
  | { readonly kind: "activity" | "start" | "end"; readonly activity: string }
  | { readonly kind: "path"; readonly from: string; readonly to: string }
  | { readonly kind: "variant"; readonly activities: readonly string[] }
  | { readonly kind: "rank"; readonly rank: number }
  | { readonly kind: "case"; readonly id: string };

/** Two lines for a cell: the import, and `const selected = …` from a log called `log`. */
export function filterCode(selected: Selectable): string {
  const [name, call] = callOf(selected);
  return `import { ${name} } from "tracebook";\nconst selected = ${call};`;
}

function callOf(selected: Selectable): [name: string, call: string] {
  switch (selected.kind) {
    case "activity":
      return ["filterCasesWith", `filterCasesWith(log, ${codeText(selected.activity)})`];
    case "start":
      return ["filterStart", `filterStart(log, ${codeText(selected.activity)})`];
    case "end":
      return ["filterEnd", `filterEnd(log, ${codeText(selected.activity)})`];
    case "path":
      return [
        "filterDirectlyFollows",
        `filterDirectlyFollows(log, [${codeText(selected.from)}, ${codeText(selected.to)}])`,
      ];
    case "variant":
      return [
        "filterVariants",
        `filterVariants(log, { sequences: [[${selected.activities.map(codeText).join(", ")}]] })`,
      ];
    case "rank": {
      const { rank } = selected;
      const upTo = `filterVariants(log, { top: ${rank} })`;
      return ["filterVariants", rank === 1 ? upTo : `filterVariants(${upTo}, { top: ${rank - 1}, drop: true })`];
    }
    case "case":
      return ["filterCases", `filterCases(log, (c) => c.id === ${codeText(selected.id)}, "one case")`];
  }
}
