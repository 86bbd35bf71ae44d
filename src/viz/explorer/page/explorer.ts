/** The explorer in a page: panels that show one selection, and the state that they change. */
import { formatCount, formatDuration } from "../../../base/format.ts";
import type { DurationBins } from "../../kit/duration_bins.ts";
import { filterCaption } from "../../kit/caption.ts";
import { colours } from "../../kit/palette.ts";
import { drawInTheme } from "../../kit/theme.ts";
import { button, html, pick } from "../../page/controls.ts";
import { tooltip } from "../../page/tooltip.ts";
import { mostRows } from "../engine/answers.ts";
import type { AttributeAnswer, AttributeRow } from "../engine/attribute_answer.ts";
import type { EngineReply, EngineRequest, LayoutReply, LayoutRequest } from "../engine/messages.ts";
import type { Overview } from "../engine/overview.ts";
import type { PanelQuestions, SelectionAnswers } from "../engine/session.ts";
import { addressOf, stateOf } from "../state/address.ts";
import {
  changed,
  type ExplorerState,
  historyOf,
  redone,
  switched,
  turnedRound,
  undone,
  withoutStep,
  withRange,
  withStep,
} from "../state/explorer_state.ts";
import { type BarRow, barsPanel } from "./bars_panel.ts";
import { caseDialog } from "./case_dialog.ts";
import { casesPanel } from "./cases_panel.ts";
import { chips } from "./chips.ts";
import { codePanel } from "./code_panel.ts";
import { startWorker } from "./engine_link.ts";
import { histogram } from "./histogram.ts";
import { mapPanel } from "./map_panel.ts";
import { menuIn } from "./menu.ts";
import { type Offer, offersOfActivity, offersOfPath, offersOfPerson, offersOfValue } from "./offers.ts";
import { explorerStyle } from "./style.ts";
import { summaryPanel } from "./summary_panel.ts";
import { variantsPanel } from "./variants_panel.ts";

export interface ExplorerParts {
  /** The packed log, deflated. */
  readonly packed: Uint8Array<ArrayBuffer>;
  /** The scripts of the workers. */
  readonly engine: string;
  readonly layout: string;
  /** What readers have to know of the data, such as what was left out. */
  readonly notes: readonly string[];
}

/** Builds the explorer in an element. It answers as soon as its worker has opened the log. */
export function startExplorer(stage: HTMLElement, parts: ExplorerParts): void {
  const failed = (words: string) => {
    status.textContent = words;
    stage.classList.add("tbx-failed");
  };
  const engine = startWorker<EngineRequest, EngineReply>(parts.engine, failed);
  const layout = startWorker<LayoutRequest, LayoutReply>(parts.layout, failed);
  let history = historyOf(stateOf(location.hash).state);
  let overview: Overview | undefined;
  let colourOf: ReadonlyMap<string, string> = new Map();
  let asked = 0, drawn = 0, selectedCases = 0;
  let map: SelectionAnswers["map"] | undefined, wholeMap: SelectionAnswers["map"] | undefined;
  const { promise: loaded, resolve: layoutReady } = Promise.withResolvers<void>();
  let attribute: AttributeAnswer | undefined;
  let code: SelectionAnswers["steps"]["code"] | undefined;

  const state = () => history.now;
  const tip = tooltip(stage), menu = menuIn(stage), dialog = caseDialog();
  const offer = (title: string, offers: readonly Offer[], x: number, y: number) => {
    if (offers.length === 0) return;
    menu.open(title, offers.map(({ words, step }) => ({ words, run: () => change(withStep(state(), step)) })), x, y);
  };
  const mapOf = mapPanel(tip, {
    figure: (figure) => change({ ...state(), figure }),
    activities: (activities) => change({ ...state(), activities }),
    paths: (paths) => change({ ...state(), paths }),
    clickActivity: (name, x, y) => offer(name, offersOfActivity(name), x, y),
    busy: () => menu.busy(),
    clickPath: (from, to, x, y) => offer(`${from ?? "Start"} → ${to ?? "End"}`, offersOfPath(from, to), x, y),
  });
  const summary = summaryPanel();
  const chosen = chips({
    switchAt: (at) => change(switched(state(), at)),
    turn: (at) => change(turnedRound(state(), at)),
    remove: (at) => change(withoutStep(state(), at)),
    clear: () => change({ ...state(), steps: [] }),
  });
  const variants = variantsPanel((activities) => change(withVariant(state(), activities)));
  const times = histogram("times", "Events over time", "events", tip, (first, last) => {
    const { edges } = overview!.times!;
    change(withRange(state(), {
      condition: { kind: "time", from: edges[first]!, to: edges[last + 1]!, mode: "intersecting" },
    }));
  });
  const durations = histogram("durations", "Throughput time", "cases", tip, (first, last) => {
    const { edges } = overview!.durations!.bins;
    // The upper edge itself is in the next bar: times are known to the millisecond.
    const max = edges[last + 1] === undefined ? {} : { maxSeconds: edges[last + 1]! - 0.001 };
    change(withRange(state(), { condition: { kind: "throughput", minSeconds: edges[first]!, ...max } }));
  });
  const activities = barsPanel<BarRow>(
    "activities",
    "Activities",
    ({ name }, x, y) => offer(name, offersOfActivity(name), x, y),
  );
  const people = barsPanel<BarRow>(
    "people",
    "People and systems",
    ({ name }, x, y) => offer(name, offersOfPerson(name), x, y),
  );
  const values = barsPanel<BarRow & AttributeRow>("attributes", "Attributes", (row, x, y) => {
    if (attribute) offer(`${attribute.name}: ${row.name}`, offersOfValue(attribute, row), x, y);
  });
  const cases = casesPanel(
    () => overview?.times !== undefined,
    () => ask(["cases"]),
    (id) => engine.send({ kind: "case", id }),
  );
  const codeOf = codePanel(() => overview?.name ?? "");
  const undo = button("Undo (Ctrl+Z)", "↶", () => restore(undone(history)));
  const redo = button("Redo (Ctrl+Y)", "↷", () => restore(redone(history)));
  const title = html("h1", {}, "Explorer");
  const status = html("p", { class: "tbx-status", role: "status" }, "Reading the log…");

  stage.classList.add("tbx");
  stage.append(
    html("style", {}, explorerStyle),
    html("header", { class: "tbx-top" }, title, summary.element, html("span", { class: "tbx-undo" }, undo, redo)),
    status,
    chosen.element,
    html(
      "main",
      { class: "tbx-grid" },
      html("div", { class: "tbx-left-side" }, mapOf.element, codeOf.element),
      html("div", { class: "tbx-right-side" }, durations.element, times.element, variants.element),
      html("div", { class: "tbx-lists" }, activities.element, people.element, values.element),
      cases.element,
    ),
    html("footer", { class: "tbx-notes" }, ...parts.notes.map((words) => html("p", {}, words))),
    dialog.element,
  );
  drawInTheme(stage, (theme) => {
    for (const name of ["little", "much", "plain", "onScale", "edgeMuch"] as const) {
      stage.style.setProperty(`--${name}`, theme[name]);
    }
    document.documentElement.style.background = theme.background;
    mapOf.dress(theme);
  });

  addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || (event.target as Element).closest("input,dialog")) return;
    const key = event.key.toLowerCase();
    if (key === "z" && !event.shiftKey) restore(undone(history));
    else if (key === "y" || (key === "z" && event.shiftKey)) restore(redone(history));
    else return;
    event.preventDefault();
  });
  addEventListener("hashchange", () => {
    const { state: wanted } = stateOf(location.hash);
    if (addressOf(wanted) !== addressOf(state())) change(wanted);
  });

  engine.onReply((reply) => {
    if (reply.kind === "opened") return opened(reply.overview, reply.map);
    if (reply.kind === "failed") return failed(reply.words);
    if (reply.kind === "case") return reply.found && dialog.show(reply.found, colourOf);
    if (reply.id !== asked) return;
    if (reply.kind === "done") stage.dataset.answered = String(reply.id);
    else {
      show(reply.name, reply.value);
      told(reply.name);
    }
  });
  layout.onReply((reply) => {
    if (reply.kind === "failed") return failed(reply.words);
    if (reply.kind === "ready") return layoutReady();
    if (reply.id !== drawn) return;
    mapOf.show(reply.map, state().figure);
    told("drawn");
    stage.dataset.drawn = String(reply.id);
  });
  engine.send({ kind: "open", packed: parts.packed }, [parts.packed.buffer]);

  function opened(found: Overview, whole: SelectionAnswers["map"]): void {
    overview = found;
    const order = whole.activities.map((_, i) => i).sort((a, b) => whole.events[b]! - whole.events[a]! || a - b);
    const names = order.map((i) => whole.activities[i]!);
    colourOf = colours(names);
    variants.colour(names);
    title.replaceChildren(html("bdi", {}, found.name));
    document.title = `${found.name} – explorer`;
    status.textContent = found.filters.length === 0 ? "" : filterCaption(found.filters);
    status.hidden = status.textContent === "";
    times.element.hidden = durations.element.hidden = found.times === undefined;
    people.element.hidden = !found.hasResources;
    values.element.hidden = found.attributes.length === 0;
    if (found.attributes.length > 0) {
      values.tools.prepend(
        pick(
          "Attribute",
          found.attributes.map((name) => [name, name]),
          attributeOf(state(), found)!,
          (attribute) => change({ ...state(), attribute }),
        ),
      );
    }
    wholeMap = whole;
    shown();
    ask();
  }

  function change(next: ExplorerState): void {
    restore(changed(history, next));
  }

  function restore(next: typeof history): void {
    const before = state();
    history = next;
    if (state() === before) return;
    shown();
    const { steps, attribute } = state();
    if (JSON.stringify(steps) !== JSON.stringify(before.steps)) {
      cases.restart();
      return ask();
    }
    if (attribute !== before.attribute) return ask(["attribute"]);
    drawMap();
    if (code) codeOf.show(code, state().figure);
  }

  /** What follows from the state alone. */
  function shown(): void {
    chosen.show(state().steps);
    undo.disabled = history.past.length === 0;
    redo.disabled = history.future.length === 0;
    const select = values.tools.querySelector("select"), attribute = overview && attributeOf(state(), overview);
    if (select && attribute) select.value = attribute;
    const address = addressOf(state());
    // A frame in a notebook has no address of its own.
    if (address !== location.hash && location.protocol !== "about:") {
      globalThis.history.replaceState(null, "", address === "" ? location.href.replace(/#.*$/, "") : address);
    }
  }

  function ask(only?: readonly (keyof SelectionAnswers)[]): void {
    if (!overview) return;
    const questions: PanelQuestions = { attribute: attributeOf(state(), overview), cases: cases.question() };
    // A part of the panels asks within the selection that is answered already.
    const id = ++asked;
    told("asked");
    engine.send({ kind: "select", id, steps: state().steps, questions, ...(only ? { only } : {}) });
  }

  function show<Name extends keyof SelectionAnswers>(name: Name, value: unknown): void {
    const answers: { [Key in keyof SelectionAnswers]: (value: SelectionAnswers[Key]) => void } = {
      steps(answer) {
        code = answer.code;
        chosen.tell(answer.left);
        codeOf.show(answer.code, state().figure);
      },
      summary(answer) {
        selectedCases = answer.cases;
        summary.show(answer, overview!);
      },
      map(answer) {
        map = answer;
        drawMap();
      },
      variants: (answer) => variants.show(answer, chosenVariants(state())),
      durations(counts) {
        const found = overview!.durations;
        if (counts && found) durations.show({ all: found.cases, selected: counts, ...durationWords(found.bins) });
      },
      times(counts) {
        const found = overview!.times;
        if (counts && found) {
          times.show({ all: found.events, selected: counts, words: found.words, ticks: found.ticks });
        }
      },
      activities: (rows) =>
        activities.show(
          rows.map((row) => ({
            ...row,
            title: `${row.name}\n${formatCount(row.events)} events in ${formatCount(row.cases)} cases\n` +
              `${formatCount(row.starts!)} cases begin and ${formatCount(row.ends!)} end with it`,
          })),
          selectedCases,
        ),
      resources(rows) {
        people.note(rows.length > mostRows ? `the first ${mostRows} of ${formatCount(rows.length)}` : "");
        people.show(
          rows.map((row) => ({
            ...row,
            title: `${row.name}\n${formatCount(row.events)} events in ${formatCount(row.cases)} cases`,
          })),
          selectedCases,
        );
      },
      attribute(answer) {
        if (!answer) return;
        attribute = answer;
        values.note(`${formatCount(answer.total)} values`);
        values.show(answer.rows.map((row) => ({ ...row, title: row.name })), selectedCases);
      },
      cases: (answer) => cases.show(answer),
    };
    answers[name](value as SelectionAnswers[Name]);
  }

  function drawMap(): void {
    if (!map) return;
    const { activities, paths } = state();
    const id = ++drawn, wanted = map;
    const settings = { activities: activities ?? undefined, paths: paths ?? undefined };
    loaded.then(() => {
      if (id !== drawn) return;
      if (wholeMap) layout.send({ kind: "open", map: wholeMap });
      wholeMap = undefined;
      layout.send({ kind: "draw", id, map: wanted, settings });
    });
  }
}

/** For those who measure: when a panel was told, as the browser's own tools show it. */
function told(name: string): void {
  performance.mark(`explorer ${name}`);
}

function attributeOf({ attribute }: ExplorerState, { attributes }: Overview): string | null {
  return attribute !== null && attributes.includes(attribute) ? attribute : attributes[0] ?? null;
}

function chosenVariants({ steps }: ExplorerState): readonly (readonly string[])[] {
  return steps.flatMap(({ condition, off, turned }) =>
    condition.kind === "variants" && !off && !turned ? condition.sequences : []
  );
}

/** A way clicked is selected; clicked again, it is not. */
function withVariant(state: ExplorerState, activities: readonly string[]): ExplorerState {
  const key = JSON.stringify(activities);
  const at = state.steps.findIndex(({ condition }) =>
    condition.kind === "variants" && condition.sequences.some((names) => JSON.stringify(names) === key)
  );
  return at < 0
    ? withStep(state, { condition: { kind: "variants", sequences: [activities] } })
    : withoutStep(state, at);
}

function durationWords({ edges, overflow }: DurationBins) {
  const bars = edges.length - 1 + (overflow ? 1 : 0);
  const words = Array.from(
    { length: bars },
    (_, i) =>
      edges[i + 1] === undefined
        ? `${formatDuration(edges[i]!)} or more`
        : `${formatDuration(edges[i]!)} to ${formatDuration(edges[i + 1]!)}`,
  );
  const places = [0, Math.round(bars / 3), Math.round(2 * bars / 3), edges.length - 1];
  return { words, ticks: [...new Set(places)].map((i) => ({ at: i / bars, text: formatDuration(edges[i]!) })) };
}
