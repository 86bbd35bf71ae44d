/** From the main way of a task to what a skeleton does at each of its steps. */
import { actionWords } from "../../segmentation/action_words.ts";
import type { DescribedTask } from "../definition/described_task.ts";
import { departureInWords, exceptionsOf } from "../definition/defined_ways.ts";
import type { Loop } from "../definition/main_way.ts";
import { plainText } from "../definition/plain_text.ts";
import { elementOf, screenOf } from "./elements.ts";
import { keysOf } from "./keys.ts";
import type { ActPlan, LoopPlan, ScreenPlan, SkeletonPlan, StepDraft, StepPlan } from "./plan.ts";
import { type Site, sitesOf } from "./sites.ts";
import { ValuePlanner } from "./values.ts";

export function planOf(described: DescribedTask, browser: Readonly<Record<string, string>>): SkeletonPlan {
  const { main, work: { log } } = described;
  const sites = sitesOf(log, main.steps, browser);
  const drafts = main.steps.map((_, at) => draftOf(described, at, sites[at]));
  leaveOutFocus(drafts);
  const outer = main.loops.filter((loop) => !main.loops.some((other) => holds(other, loop)));
  const values = new ValuePlanner(described, drafts, outer);
  const withValues = drafts.map((draft, at): StepPlan => ({
    ...draft,
    value: draft.act === "fill" ? values.valueOf(at) : null,
  }));
  const needed = values.stepsRead;
  const steps = withValues.map((step, at): StepPlan => {
    const given = values.columnOfRead(at) ?? null, copies = isCopy(described, at);
    // What is copied and then needed by no step in the browser has no effect of its own.
    return { ...step, ...(copies && given === null && !needed.has(at) ? { act: "nothing" as const } : {}), given };
  });
  const loops = outer.map(({ from, to, mostPasses }, k): LoopPlan => ({
    from: from + 1,
    to: to + 1,
    columns: values.columns.filter(({ loop }) => loop === k).map(({ name }) => name),
    mostPasses,
  }));
  const used = new Set(steps.flatMap(({ site }) => site ?? []));
  const addresses = new Map(
    sites.flatMap((site) => site && used.has(site.name) ? [[site.name, site.address ?? ""]] : []),
  );
  return {
    task: described.task.name,
    log: log.name,
    steps: withScreens(described, steps),
    loops,
    columns: values.columns,
    sites: [...addresses].map(([name, address]) => ({ name, address })),
    rules: values.rules,
    left: leftOf(described, loops),
  };
}

function isCopy({ main, work: { log } }: DescribedTask, at: number): boolean {
  return log.actionClassAt(main.steps[at]!.events[0]!) === "copy";
}

const holds = (outer: Loop, inner: Loop) => outer !== inner && outer.from <= inner.from && outer.to >= inner.to;

function draftOf({ main, work }: DescribedTask, at: number, site: Site | undefined): StepDraft {
  const { log } = work, { action, events } = main.steps[at]!;
  const kind = log.actionClassAt(events[0]!);
  const element = elementOf(log, events);
  const { act, why } = actOf(kind, site !== undefined, element !== null, keysOf(actionWords(log, action).element));
  return {
    number: at + 1,
    label: plainText(log.actionLabels[action]!),
    act,
    site: site && act !== "desktop" ? site.name : null,
    element: act === "fill" || act === "click" || act === "read" ? element : null,
    value: null,
    keys: act === "press" ? keysOf(actionWords(log, action).element) : null,
    before: null,
    after: null,
    given: null,
    why,
  };
}

function actOf(kind: string, inBrowser: boolean, hasElement: boolean, keys: string | null) {
  const stub = (why: string) => ({ act: "desktop" as ActPlan, why });
  const act = (act: ActPlan) => ({ act, why: null });
  if (kind === "scroll" || kind === "window" || kind === "idle") return act("nothing");
  if (!inBrowser) return stub("It is not done in a browser, or the log does not tell that it is.");
  if (kind === "hotkey") return keys === null ? stub("The log does not tell which key was pressed.") : act("press");
  if (kind === "navigate" && !hasElement) return act("open");
  if (kind === "file") return stub("It works on a file.");
  if (!hasElement) return stub("The log does not tell which element of the page it is about.");
  return act(kind === "edit" || kind === "paste" ? "fill" : kind === "copy" ? "read" : "click");
}

/** A click into the field that is filled next does nothing more. */
function leaveOutFocus(drafts: StepDraft[]): void {
  drafts.forEach((draft, at) => {
    const next = drafts[at + 1];
    const same = next?.act === "fill" && next.site === draft.site && next.element?.names[0] === draft.element?.names[0];
    if (draft.act === "click" && same) draft.act = "nothing";
  });
}

/**
 * Before a value is entered or read on another screen than before, the screen is checked; a click may be what leads to its
 * screen, so that it is checked after it, if the next step is still there.
 */
function withScreens({ main, work }: DescribedTask, steps: readonly StepPlan[]): StepPlan[] {
  const screens = steps.map(({ site }, at): ScreenPlan | null =>
    site === null ? null : screenOf(work.log, main.steps[at]!.events)
  );
  const acting = ({ act }: StepPlan) => act !== "nothing" && act !== "desktop";
  const last = new Map<string, string>();
  return steps.map((step, at) => {
    const screen = screens[at]!;
    if (step.site === null || !screen || !acting(step)) return step;
    const isNew = last.get(step.site) !== screen.name;
    last.set(step.site, screen.name);
    if (!isNew) return step;
    if (step.act === "fill" || step.act === "read") return { ...step, before: screen };
    const next = steps.findIndex((other, k) => k > at && other.site === step.site && acting(other));
    return next >= 0 && screens[next]?.name === screen.name ? { ...step, after: screen } : step;
  });
}

function leftOf(described: DescribedTask, loops: readonly LoopPlan[]): string[] {
  const left: string[] = [];
  const { exceptions, otherExceptions } = exceptionsOf(described);
  for (const { from, to, columns } of loops) {
    if (columns.length > 0) continue;
    left.push(
      `${
        from === to ? `Step ${from} is` : `Steps ${from} to ${to} are`
      } sometimes repeated. The skeleton does them once, ` +
        "because nothing that is entered there tells how often.",
    );
  }
  for (const one of exceptions) left.push(`Not done by the skeleton: ${departureInWords(one)}`);
  if (otherExceptions.departures > 0) {
    left.push(`Nor are ${otherExceptions.departures} rarer departures from the main way.`);
  }
  const { ways, chosen } = described.main;
  if (ways.length > 1) {
    const share = ways[chosen]!.instances.length / described.instances.length;
    left.push(
      `It does way ${chosen + 1} of ${ways.length}, which ${
        Math.round(share * 100)
      } % of the recorded instances took as it ` +
        `stands. Give it cases that go this way.`,
    );
  }
  return left;
}
