/**
 * How much of secrets reading masks, by kind, and how many ordinary texts it masks wrongly: `deno task privacy [FILE…]`.
 *
 * A FILE is JSON of the form `{"secrets": {"kind": ["text", …]}, "ordinary": ["text", …]}`. Without one, and beside it,
 * the invented secrets and texts of the tests are measured.
 */
import { existsSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { formatShare } from "../src/base/format.ts";
import { standWhereTheUserStands } from "../src/cli/user_path.ts";
import { textTable } from "../src/base/text_table.ts";
import { inventedSecrets } from "../test/support/privacy/invented_secrets.ts";
import { changedTexts, piecesOf, recallOf } from "../test/support/privacy/masking.ts";
import { LATER_TEXTS, ORDINARY_TEXTS } from "../test/support/privacy/ordinary_texts.ts";

const everyOther = <T>(all: readonly T[], first: number) => all.filter((_, i) => i % 2 === first);

const invented = inventedSecrets(2025);
show("Invented secrets", Object.entries(invented).map(([kind, secrets]) => [kind, recallOf(secrets)] as const));
showFalse("ordinary texts that the detectors were made with", everyOther(ORDINARY_TEXTS, 0));
showFalse("ordinary texts looked at once afterwards", everyOther(ORDINARY_TEXTS, 1));
showFalse("ordinary texts set back", LATER_TEXTS);

standWhereTheUserStands();
for (const file of Deno.args) {
  console.log("");
  if (!existsSync(file)) {
    console.log(`SKIPPED: ${file} is not there.`);
    continue;
  }
  const { secrets, ordinary } = JSON.parse(readFileSync(file, "utf8")) as {
    secrets: Record<string, string[]>;
    ordinary: string[];
  };
  show(
    basename(file),
    Object.entries(secrets).map(([kind, texts]) =>
      [kind, recallOf(texts.map((text) => ({ text, pieces: piecesOf(kind, text) })))] as const
    ),
  );
  showFalse("ordinary texts", ordinary);
}

function show(title: string, kinds: readonly (readonly [string, ReturnType<typeof recallOf>])[]): void {
  console.log(`${title}\n`);
  const rows = kinds.map(([kind, { found, all, missed }]) => [
    kind,
    String(found),
    String(all),
    formatShare(found / all),
    missed.slice(0, 3).join(" | "),
  ]);
  console.log(textTable([["kind", "found", "of", "share", "missed"], ...rows], { left: [0, 4] }));
}

function showFalse(title: string, texts: readonly string[]): void {
  const changed = changedTexts(texts);
  console.log(
    `\nmasked wrongly: ${changed.length} of ${texts.length} ${title} (${formatShare(changed.length / texts.length)})`,
  );
}
