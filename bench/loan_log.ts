/**
 * A large log for the benchmarks: loan applications with milestones, offers and work items that people take up again and
 * again: some 13,000 cases, 240,000 events and 4,800 variants, from a seed.
 */
import { chance as draw, randomStream } from "../src/base/random.ts";

export interface LoanEvent {
  readonly case: string;
  readonly activity: string;
  readonly time: Date;
}

/** Events case after case. */
export function loanLog(cases = 13_087, seed = 2012): LoanEvent[] {
  const random = randomStream(seed);
  const chance = (p: number) => draw(random, p);
  const shuffled = (names: string[]) => {
    for (let i = names.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [names[i], names[j]] = [names[j]!, names[i]!];
    }
    return names;
  };
  /** A work item: scheduled, then begun and laid aside some times; milestones fall into it. */
  const work = (name: string, again: number, ...milestones: string[]) => {
    const path = [`W_${name}`, `W_${name}`];
    path.push(...milestones, `W_${name}`);
    while (chance(again)) path.push(`W_${name}`, `W_${name}`);
    return path;
  };
  const offer = () => ["O_SELECTED", ...(chance(0.5) ? ["A_FINALIZED"] : []), "O_CREATED", "O_SENT"];
  const inserted = (name: string, path: string[]) =>
    path.toSpliced(Math.floor(random() ** 3 * (path.length + 1)), 0, name);
  const closed = () => chance(0.6) ? ["A_CANCELLED"] : ["A_DECLINED"];

  function trace(): string[] {
    const path = ["A_SUBMITTED", "A_PARTLYSUBMITTED"];
    if (chance(0.27)) return [...path, "A_DECLINED"];
    if (chance(0.45)) path.push(...work("Handle lead", 0.35, ...(chance(0.45) ? ["A_DECLINED"] : ["A_PREACCEPTED"])));
    else path.push("A_PREACCEPTED");
    if (path.includes("A_DECLINED")) return path;
    if (chance(0.03)) path.push(...work("Check fraud", 0.5));
    path.push("W_Complete application");
    if (chance(0.3)) return [...path, ...work("Complete application", 0.5).slice(1), ...closed()];
    path.push(...work("Complete application", 0.5, ...inserted("A_ACCEPTED", offer())).slice(1));
    path.push(...work("Call about offer", 0.68));
    while (chance(0.22)) {
      path.push("O_SELECTED", "O_CANCELLED", "O_CREATED", "O_SENT", ...work("Call about offer", 0.68).slice(1));
    }
    if (chance(0.3)) return [...path, ...(chance(0.5) ? ["O_CANCELLED"] : []), ...closed()];
    path.push("O_SENT_BACK", ...work("Validate application", 0.35));
    while (chance(0.4)) path.push(...work("Call about missing papers", 0.66), ...work("Validate application", 0.3));
    if (chance(0.25)) return [...path, ...shuffled(["O_DECLINED", "A_DECLINED"])];
    return [
      ...path,
      ...shuffled(["O_ACCEPTED", "A_REGISTERED", "A_APPROVED", "A_ACTIVATED"]),
      ...(chance(0.5) ? ["W_Validate application"] : []),
    ];
  }

  const events: LoanEvent[] = [];
  for (let c = 0; c < cases; c++) {
    let at = Date.UTC(2025, 0, 1) + Math.floor(random() * 180 * 86_400_000);
    for (const activity of trace()) {
      at += 1000 + Math.floor(random() * random() * 40_000_000);
      events.push({ case: `loan ${c + 1}`, activity, time: new Date(at) });
    }
  }
  return events;
}
