/** One door for widgets that call the kernel: a slider, a choice or a text whose change runs a view again. */
import { displaySymbol } from "../figure/display.ts";
import { widgetModules } from "../page/bundles.ts";
import type { ControlState } from "../page/widgets/control.ts";
import { errorBundle, shownBundle, withWords } from "./control_outputs.ts";
import { kernelBroadcast, kernelComms } from "./kernel.ts";
import { type ChoiceControl, kindOf, type SliderControl, type TextControl } from "./control_kinds.ts";
import { widget } from "./widget.ts";

/**
 * Shows a control, and below it what a view makes of its value: a change runs the view again.
 *
 * A range gives a slider, a list a choice, a text a field. A change calls the view in the kernel, a
 * moment after the last movement; while it works, only the last value chosen counts. An error of the view is shown in the
 * place of the picture, and the control works on. Saved notebooks and the HTML report keep the picture as it was last shown,
 * with the value above it.
 *
 * It shows itself where it stands in a cell, and needs anywidget in the front end (`deno task lab` installs it; tried in JupyterLab only): without it
 * the picture of the first value stays. Outside of a notebook the view runs once.
 *
 * @param view gets the value; what it returns is shown as the last expression of a cell is. It may be asynchronous.
 * @throws OptionError if a range is empty, a step is not positive, a list is empty, or the first value lies outside.
 * @example
 * ```ts
 * import { control, filterCaseAttribute, readLog, viewProcessMap, viewVariants } from "tracebook";
 * const log = await readLog("data/order-to-cash.csv");
 * await control({ label: "Variants", from: 1, to: 30, value: 12 }, (top) => viewVariants(log, { top }));
 * await control({ label: "Region", among: ["North", "South"] }, (region) =>
 *   viewProcessMap(filterCaseAttribute(log, "region", region)));
 * ```
 */
export function control(of: SliderControl, view: (value: number) => unknown): Promise<void>;
export function control<const T>(of: ChoiceControl<T>, view: (value: T) => unknown): Promise<void>;
export function control(of: TextControl, view: (value: string) => unknown): Promise<void>;
export async function control(
  of: SliderControl | ChoiceControl<unknown> | TextControl,
  view: (value: never) => unknown,
): Promise<void> {
  const kind = kindOf(of);
  const shown = async (value: ControlState["value"]) =>
    withWords(await shownBundle(await view(kind.meant(value) as never)), of.label, kind.named(value), words);
  const number = ++count, words = `tracebook-control-${number}`;
  const first = await shown(kind.state.value!);
  const broadcast = kernelBroadcast();
  if (!broadcast) return;
  const transient = { display_id: words };
  const show = (data: unknown, type = "update_display_data") => broadcast(type, { data, metadata: {}, transient });
  if (kernelComms()) {
    const state: ControlState = { ...none, ...kind.state, label: of.label, words };
    const made = widget<ControlState>({
      esm: widgetModules.control,
      state,
      // The value stands above the picture, where it is always that of the picture.
      fallback: { "text/html": "<span></span>", "text/plain": `${of.label}: ${kind.named(state.value)}` },
      async onChange({ asked }, self) {
        if (asked === undefined) return;
        const { value } = self.state;
        try {
          await show(await shown(kind.checked(value)));
        } catch (error) {
          await show(withWords(errorBundle(error), of.label, String(kind.named(value)), words));
        }
        self.set({ answered: asked });
      },
    });
    await broadcast("display_data", { data: await made[displaySymbol](), metadata: {}, transient: {} });
  }
  await show(first, "display_data");
}

let count = 0;

const none: ControlState = {
  kind: "text",
  label: "",
  value: "",
  from: 0,
  to: 0,
  step: 1,
  among: [],
  asked: 0,
  answered: 0,
  words: "",
};
