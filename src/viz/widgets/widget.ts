/**
 * Controls in the page that call functions in the kernel, and are updated by them.
 *
 * "Jupyter Widgets messaging protocol", 2.1, and anywidget's front-end modules (https://anywidget.dev): a widget is a
 * JavaScript module that draws it, and a state that page and kernel share. JupyterLab needs the extension of
 * anywidget 0.9 (`deno task lab` installs it; a later one asks for another protocol version). Tried in JupyterLab only.
 */
import { type Displayable, displaySymbol, type MimeBundle } from "../figure/display.ts";
import { kernelComms } from "./kernel.ts";

export interface WidgetOptions<State extends Record<string, unknown>> {
  /**
   * Source of the module that draws the widget: its default export has `render({ model, el })`, where `model` has
   * `get`, `set`, `save_changes` and `on("change:name", …)`.
   */
  readonly esm: string;
  /** Style sheet beside it. @default none */
  readonly css?: string;
  /** What page and kernel share; values are what JSON can hold. */
  readonly state: State;
  /** Called when the page has changed the state, with what changed. What it returns is awaited. */
  readonly onChange?: (changes: Partial<State>, widget: Widget<State>) => unknown;
  /** Called with what the module sends by `model.send(content)`. */
  readonly onMessage?: (content: unknown, widget: Widget<State>) => unknown;
  /** What is shown where there are no widgets: exports, GitHub. @default the state as text */
  readonly fallback?: MimeBundle;
}

export interface Widget<State extends Record<string, unknown>> extends Displayable {
  /** A copy of the state as it is now. */
  readonly state: State;
  /** Changes the state here and in every page that shows the widget. */
  set(changes: Partial<State>): void;
  /** Sends the module something that is no state: it gets it by `model.on("msg:custom", …)`. */
  send(content: unknown): void;
  close(): void;
}

/**
 * A widget: shown as the last expression of a cell, it calls `onChange` in the kernel and shows what that sets.
 *
 * Outside of a notebook it has its state and shows its fallback.
 *
 * @example
 * ```ts
 * import { widget } from "tracebook";
 * const doubled = widget({
 *   esm: `export default { render({ model, el }) {
 *     const input = Object.assign(document.createElement("input"), { type: "range", value: model.get("value") });
 *     const output = document.createElement("output");
 *     const show = () => output.textContent = model.get("text");
 *     input.oninput = () => { model.set("value", Number(input.value)); model.save_changes(); };
 *     model.on("change:text", show);
 *     show();
 *     el.append(input, output);
 *   } }`,
 *   state: { value: 20, text: "40" },
 *   onChange: ({ value }, widget) => { if (value !== undefined) widget.set({ text: String(2 * value) }); },
 * });
 * ```
 */
export function widget<State extends Record<string, unknown>>(options: WidgetOptions<State>): Widget<State> {
  const { esm, css, onChange, onMessage, fallback } = options;
  const state = structuredClone(options.state);
  const fixed = {
    ...MODEL,
    _esm: esm,
    ...(css === undefined ? {} : { _css: css }),
    _anywidget_id: "tracebook.widget",
  };
  const comm = kernelComms()?.open("jupyter.widget", { state: { ...fixed, ...state }, buffer_paths: [] }, {
    metadata: { version: "2.1.0" },
  });
  const update = (changed: object, method = "update") =>
    comm?.send({ method, state: changed, buffer_paths: [] }, { metadata: { version: "2.1.0" } });

  const self: Widget<State> = {
    get state() {
      return structuredClone(state);
    },
    set(changes) {
      Object.assign(state, structuredClone(changes));
      update(changes);
    },
    send: (content) => comm?.send({ method: "custom", content }),
    close: () => comm?.close(),
    [displaySymbol]() {
      const text = `Widget ${JSON.stringify(state)}`;
      const still = { "text/plain": text, ...fallback };
      if (!comm) return still;
      return {
        ...still,
        "application/vnd.jupyter.widget-view+json": { version_major: 2, version_minor: 1, model_id: comm.id },
      };
    },
  };
  if (comm) {
    comm.onMessage = async ({ data }) => {
      if (data.method === "request_state") return update({ ...fixed, ...state });
      if (data.method === "custom") return await onMessage?.(data.content, self);
      if (data.method !== "update") return;
      const known = Object.keys(state);
      const changes = Object.fromEntries(
        Object.entries(data.state as object).filter(([name]) => known.includes(name)),
      ) as Partial<State>;
      Object.assign(state, structuredClone(changes));
      // Other pages that show the same widget follow; the one that sent it knows its own words again.
      update(changes, "echo_update");
      if (Object.keys(changes).length > 0) await onChange?.(changes, self);
    };
  }
  return self;
}

const MODEL = {
  _model_module: "anywidget",
  _model_name: "AnyModel",
  _model_module_version: "~0.9.*",
  _view_module: "anywidget",
  _view_name: "AnyView",
  _view_module_version: "~0.9.*",
  _view_count: null,
};
