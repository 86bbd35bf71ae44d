/**
 * `deno task bench --tasks --hints [--seeds N,N,…] [--only TEXT] [--json] [--logs FOLDER]`
 *
 * What ten hints help on the logs that segmentation finds hardest: the desk of several people, the accountant, and the
 * random desks named by `--seeds` (the ten worst of 1 to 60). The hints are drawn from the truth by a rule that a person
 * could follow: see `helped`.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { textTable } from "../../src/cli/output.ts";
import { randomDesk } from "../../test/support/tasks/desks.ts";
import { LAST_FOR_DEVELOPMENT } from "../../test/support/tasks/desk_seeds.ts";
import { helped } from "../../test/support/tasks/hint_oracle.ts";
import { officeCorpora } from "../../test/support/tasks/offices.ts";
import { knownLog, scoreFound } from "../../test/support/tasks/score_corpus.ts";
import { readRecording } from "./given_logs.ts";
import type { Corpus } from "../../test/support/tasks/corpus.ts";
import { OptionError } from "../../src/base/errors.ts";

/** The seeds of 1 to 60 at which fewest instances are found exactly without hints. */
const WORST: readonly number[] = [10, 16, 28, 37, 43, 47, 48, 55, 56, 58];
const HINTS = 10;
/** Times that the person looks at what is found, each time giving an equal part of the hints. */
const LOOKS = 5;

interface Options {
  readonly seeds?: string | undefined;
  readonly only: string;
  readonly json: boolean;
  readonly logs: string;
}

export async function benchHints({ seeds, only, json, logs }: Options): Promise<void> {
  const chosen = seeds === undefined ? WORST : seeds.split(",").map(Number);
  if (chosen.some((seed) => !Number.isInteger(seed) || seed < 1 || seed > LAST_FOR_DEVELOPMENT)) {
    throw new OptionError(
      `--seeds: expected seeds from 1 to ${LAST_FOR_DEVELOPMENT} such as 4,17 but found "${seeds}".`,
    );
  }
  const corpora: (() => Promise<Corpus> | Corpus)[] = chosen.map((seed) => () => randomDesk(seed));
  for (const { name, make } of officeCorpora(1)) if (name.startsWith("people desk")) corpora.push(make);
  if (existsSync(join(logs, "accountant.csv"))) corpora.push(() => readRecording(logs, "accountant"));
  const scores = [];
  for (const make of corpora) {
    const corpus = await make();
    if (!corpus.name.includes(only)) continue;
    const known = knownLog(corpus), begin = performance.now();
    const { before, after, hints } = helped(known, HINTS, LOOKS);
    const seconds = (performance.now() - begin) / 1000;
    const [without, withHints] = [before, after].map((found) => scoreFound(corpus.name, found, known, seconds));
    scores.push({ name: corpus.name, without: without!, with: withHints!, hints });
    console.error(
      `${corpus.name}: exact ${three(without!.exact)} → ${three(withHints!.exact)}, ${seconds.toFixed(0)} s, ` +
        `${hints.begins.length} begin, ${hints.within.length} within, ${hints.background.length} background`,
    );
  }
  if (json) return console.log(JSON.stringify(scores, null, 2));
  console.log(textTable(
    ["corpus", "instances", "exact", "with hints", "NLED", "with hints", "begins", "within", "background"],
    scores.map(({ name, without, with: own, hints }) => [
      name,
      String(without.instances),
      three(without.exact),
      three(own.exact),
      three(without.nled),
      three(own.nled),
      String(hints.begins.length),
      String(hints.within.length),
      String(hints.background.length),
    ]),
  ));
}

const three = (x: number) => x.toFixed(3);
