/** All panels of the explorer, and what each asks to be changed. */
import type { AttributeAnswer, AttributeRow } from "../engine/attribute_answer.ts";
import type { Overview } from "../engine/overview.ts";
import type { ExportedTable, SelectionAnswers } from "../engine/session.ts";
import { type Tooltip, tooltip } from "../../page/tooltip.ts";
import {
  type ExplorerState,
  switched,
  turnedRound,
  withoutStep,
  withRange,
  withStep,
  withVariant,
} from "../state/explorer_state.ts";
import { type BarRow, type BarsPanel, barsPanel } from "./bars_panel.ts";
import { type CasesPanel, casesPanel } from "./cases_panel.ts";
import { type Chips, chips } from "./chips.ts";
import { type CodePanel, codePanel } from "./code_panel.ts";
import { type ComparisonPanel, comparisonPanel } from "./comparison_panel.ts";
import { addFileMenus } from "./file_menus.ts";
import { histogram, type HistogramPanel } from "./histogram.ts";
import { type MapPanel, mapPanel } from "./map_panel.ts";
import { type Menu, menuIn } from "./menu.ts";
import { type Offer, offersOfActivity, offersOfPath, offersOfPerson, offersOfValue } from "./offers.ts";
import { type SummaryPanel, summaryPanel } from "./summary_panel.ts";
import { type VariantsPanel, variantsPanel } from "./variants_panel.ts";

export interface Panels {
  readonly summary: SummaryPanel;
  readonly chips: Chips;
  readonly map: MapPanel;
  readonly code: CodePanel;
  readonly durations: HistogramPanel;
  readonly times: HistogramPanel;
  readonly variants: VariantsPanel;
  readonly activities: BarsPanel<BarRow>;
  readonly people: BarsPanel<BarRow>;
  readonly values: BarsPanel<BarRow & AttributeRow>;
  readonly cases: CasesPanel;
  readonly comparison: ComparisonPanel;
}

/** What panels know of the explorer, and may do to it. */
export interface PanelHooks {
  state(): ExplorerState;
  overview(): Overview | undefined;
  /** The attribute whose values are listed. */
  attribute(): AttributeAnswer | undefined;
  change(next: ExplorerState): void;
  /** Asks for some answers anew, of the same selection. */
  ask(only: readonly (keyof SelectionAnswers)[]): void;
  openCase(id: string): void;
  /** Saves what is selected as a file. */
  saveTable(of: ExportedTable): void;
}

export function explorerPanels(stage: HTMLElement, hooks: PanelHooks): Panels {
  const tip = tooltip(stage), menu = menuIn(stage);
  const panels = panelsOf(tip, menu, hooks);
  addFileMenus(stage, menu, panels, () => hooks.overview()?.name ?? "", hooks.saveTable);
  return panels;
}

function panelsOf(tip: Tooltip, menu: Menu, hooks: PanelHooks): Panels {
  const { state, change, overview } = hooks;
  const offer = (title: string, offers: readonly Offer[], x: number, y: number) => {
    if (offers.length === 0) return;
    menu.open(title, offers.map(({ words, step }) => ({ words, run: () => change(withStep(state(), step)) })), x, y);
  };
  return {
    summary: summaryPanel(),
    chips: chips({
      switchAt: (at) => change(switched(state(), at)),
      turn: (at) => change(turnedRound(state(), at)),
      remove: (at) => change(withoutStep(state(), at)),
      clear: () => change({ ...state(), steps: [] }),
      pin: () => change({ ...state(), pinned: state().pinned ? null : state().steps }),
    }),
    map: mapPanel(tip, {
      figure: (figure) => change({ ...state(), figure }),
      activities: (activities) => change({ ...state(), activities }),
      paths: (paths) => change({ ...state(), paths }),
      busy: () => menu.busy(),
      clickActivity: (name, x, y) => offer(name, offersOfActivity(name), x, y),
      clickPath: (from, to, x, y) => offer(`${from ?? "Start"} → ${to ?? "End"}`, offersOfPath(from, to), x, y),
    }),
    code: codePanel(() => overview()?.name ?? ""),
    durations: histogram("durations", "Throughput time", "cases", tip, (first, last) => {
      const { edges } = overview()!.durations!.bins;
      // The upper edge itself is in the next bar: times are known to the millisecond.
      const max = edges[last + 1] === undefined ? {} : { maxSeconds: edges[last + 1]! - 0.001 };
      change(withRange(state(), { condition: { kind: "throughput", minSeconds: edges[first]!, ...max } }));
    }),
    times: histogram("times", "Events over time", "events", tip, (first, last) => {
      const { edges } = overview()!.times!;
      change(withRange(state(), {
        condition: { kind: "time", from: edges[first]!, to: edges[last + 1]!, mode: "intersecting" },
      }));
    }),
    variants: variantsPanel((activities) => change(withVariant(state(), activities))),
    activities: barsPanel<BarRow>(
      "activities",
      "Activities",
      ({ name }, x, y) => offer(name, offersOfActivity(name), x, y),
    ),
    people: barsPanel<BarRow>(
      "people",
      "People and systems",
      ({ name }, x, y) => offer(name, offersOfPerson(name), x, y),
    ),
    values: barsPanel<BarRow & AttributeRow>("attributes", "Attributes", (row, x, y) => {
      const attribute = hooks.attribute();
      if (attribute) offer(`${attribute.name}: ${row.name}`, offersOfValue(attribute, row), x, y);
    }),
    comparison: comparisonPanel(),
    cases: casesPanel(() => overview()?.times !== undefined, () => hooks.ask(["cases"]), hooks.openCase),
  };
}
