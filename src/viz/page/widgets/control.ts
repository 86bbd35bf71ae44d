/** A slider, a choice or a text in the page whose value goes to the kernel: the module of anywidget that draws it. */
import { controlsStyle, html, pick } from "../controls.ts";
import { drawInTheme } from "../../kit/theme.ts";

/** What page and kernel share. */
export interface ControlState extends Record<string, unknown> {
  readonly kind: "slider" | "choice" | "text";
  readonly label: string;
  /** A number, the place of a choice, or a text. */
  readonly value: number | string;
  readonly from: number;
  readonly to: number;
  readonly step: number;
  readonly among: readonly string[];
  /** How often the page has asked, and which of its questions the kernel has answered. */
  readonly asked: number;
  readonly answered: number;
  /** Class of the words that tell the value where there is no control. */
  readonly words: string;
}

/** The part of anywidget's model that is used. */
interface Model {
  get<Name extends keyof ControlState>(name: Name): ControlState[Name];
  set<Name extends keyof ControlState>(name: Name, value: ControlState[Name]): void;
  save_changes(): void;
  on(event: string, called: () => void): void;
}

const SLIDER_PAUSE = 150, TEXT_PAUSE = 400, LONG = 10_000;

export default {
  render({ model, el }: { model: Model; el: HTMLElement }): void {
    const stage = html("div", { class: "tb-control" });
    stage.addEventListener("focusin", (event) => {
      (event.target as Element).setAttribute("data-lm-suppress-shortcuts", "true");
    });
    const output = html("output"), status = html("span", { class: "tb-busy", role: "status" });
    let wanted: number | string | undefined, waits: ReturnType<typeof setTimeout> | undefined;
    let late: ReturnType<typeof setTimeout> | undefined;
    const busy = () => model.get("asked") > model.get("answered");
    const ask = () => {
      // One question at a time: of what is chosen meanwhile only the last counts.
      if (wanted === undefined || busy()) return;
      model.set("value", wanted);
      model.set("asked", model.get("asked") + 1);
      wanted = undefined;
      model.save_changes();
      tell();
    };
    const choose = (value: number | string, pause: number) => {
      wanted = value;
      tell();
      clearTimeout(waits);
      waits = setTimeout(ask, pause);
    };
    const input = inputOf(model, choose);
    const tell = () => {
      const value = wanted ?? model.get("value");
      output.textContent = model.get("kind") === "slider" ? String(value) : "";
      clearTimeout(late);
      status.textContent = busy() ? "…" : "";
      if (busy()) {
        late = setTimeout(
          () => status.textContent = "The kernel is busy, or has been restarted: then run the cell again.",
          LONG,
        );
      }
    };
    model.on("change:answered", () => {
      tell();
      ask();
    });
    // Another page may show the same control.
    model.on("change:value", () => {
      if (wanted === undefined && !busy()) input.value = String(model.get("value"));
      tell();
    });
    stage.append(
      html("style", {}, style + `.${model.get("words")}{display:none}`),
      html("label", {}, html("span", {}, model.get("label")), input),
      output,
      status,
    );
    el.append(stage);
    drawInTheme(stage, () => {});
    tell();
  },
};

function inputOf(
  model: Model,
  choose: (value: number | string, pause: number) => void,
): HTMLInputElement | HTMLSelectElement {
  const kind = model.get("kind"), value = String(model.get("value"));
  if (kind === "choice") {
    const names = model.get("among").map((name, i) => [String(i), name] as const);
    return pick(model.get("label"), names, value, (at) => choose(Number(at), 0));
  }
  const slides = kind === "slider";
  const input = html(
    "input",
    slides
      ? { type: "range", min: String(model.get("from")), max: String(model.get("to")), step: String(model.get("step")) }
      : { type: "text", autocomplete: "off", spellcheck: "false" },
  );
  input.value = value;
  input.addEventListener(
    "input",
    () => choose(slides ? Number(input.value) : input.value, slides ? SLIDER_PAUSE : TEXT_PAUSE),
  );
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !slides) choose(input.value, 0);
  });
  return input;
}

const style =
  `.tb-control{${controlsStyle}display:flex;flex-wrap:wrap;align-items:center;gap:6px 12px;padding:8px 2px;` +
  `label{display:flex;align-items:center;gap:9px;margin:0;font:inherit}label span{color:var(--quiet)}` +
  `input[type=range]{width:min(260px,50vw);margin:0;accent-color:var(--accent)}` +
  `input[type=text]{font:inherit;color:var(--ink);background:var(--back);border:1px solid var(--line);border-radius:7px;` +
  `padding:4px 9px;width:min(300px,60vw)}output{font-variant-numeric:tabular-nums}.tb-busy{color:var(--quiet);font-size:12px}}`;
