/** The process definition document as Markdown (GitHub's: with tables). */
import type { TaskDefinition } from "./definition.ts";
import { documentOf, type DocumentPart } from "./document.ts";
import { escapedMarkdown } from "./escaped_markdown.ts";

/**
 * The process definition as Markdown. Names stay text, whatever is in them.
 *
 * @example
 * ```ts
 * import { definitionMarkdown, readInteractions, segmentTasks, taskDefinition } from "tracebook";
 * const segmentation = segmentTasks(await readInteractions("data/order-desk.csv"));
 * await Deno.writeTextFile("/tmp/task.md", definitionMarkdown(taskDefinition(segmentation, segmentation.tasks[0]!.name)));
 * ```
 */
export function definitionMarkdown(definition: TaskDefinition): string {
  const { title, parts } = documentOf(definition);
  return `# ${escapedMarkdown(title)}\n\n${
    parts.flatMap((part) => part.kind === "picture" ? [] : [written(part)]).join("\n\n")
  }\n`;
}

function written(part: Exclude<DocumentPart, { kind: "picture" }>): string {
  switch (part.kind) {
    case "heading":
      return `## ${escapedMarkdown(part.text)}`;
    case "text":
      return escapedMarkdown(part.text);
    case "list":
      return part.items.map((item) => `- ${escapedMarkdown(item)}`).join("\n");
    case "table": {
      const row = (cells: readonly string[]) => `| ${cells.map(escapedMarkdown).join(" | ")} |`;
      return [row(part.columns), `|${part.columns.map(() => " --- |").join("")}`, ...part.rows.map(row)].join("\n");
    }
  }
}
