/** Sliders, switches and buttons of interactive figures: native elements, so that keyboards and readers know them. */

/** An element of HTML with attributes and children. */
export function html<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

export interface Slider {
  readonly element: HTMLElement;
  /** Sets the position, the last possible one (the first is 0), and the name that is shown. */
  set(at: number, last: number, name: string): void;
}

export function slider(label: string, moved: (at: number) => void): Slider {
  const input = html("input", { type: "range", min: "0", step: "1" });
  const output = html("output");
  input.addEventListener("input", () => moved(Number(input.value)));
  return {
    element: html("label", { class: "tb-slider" }, html("span", {}, label), input, output),
    set(at, last, name) {
      input.max = String(last);
      input.value = String(at);
      // With one position there is nothing to move: the number stands by itself.
      input.hidden = last === 0;
      input.setAttribute("aria-valuetext", name);
      output.textContent = name;
    },
  };
}

/** A choice among a few options: radio buttons that look like one switch. */
export function choice(
  label: string,
  options: readonly (readonly [value: string, name: string])[],
  chosen: string,
  choose: (value: string) => void,
): HTMLElement {
  const name = `tb-${Math.random().toString(36).slice(2)}`;
  return html(
    "span",
    { class: "tb-choice", role: "radiogroup", "aria-label": label },
    ...options.map(([value, text]) => {
      const input = html("input", { type: "radio", name, value });
      input.checked = value === chosen;
      input.addEventListener("change", () => choose(value));
      return html("label", {}, input, html("span", {}, text));
    }),
  );
}

/** A choice among many options: a drop-down list. */
export function pick(
  label: string,
  options: readonly (readonly [value: string, name: string])[],
  chosen: string,
  choose: (value: string) => void,
): HTMLSelectElement {
  const select = html("select", { "aria-label": label });
  for (const [value, text] of options) select.append(html("option", { value }, text));
  select.value = chosen;
  select.addEventListener("change", () => choose(select.value));
  return select;
}

export function button(label: string, text: string, press: () => void): HTMLButtonElement {
  const element = html("button", { type: "button", title: label, "aria-label": label }, text);
  element.addEventListener("click", press);
  return element;
}

/**
 * Style sheet for a stage with a bar of controls above its picture. Nest it in the class of the stage, so that it does
 * not reach other figures on the page. `drawInTheme` sets the colours.
 */
export const controlsStyle = `position:relative;background:var(--back);color:var(--ink);` +
  `font:13px/1.4 system-ui,sans-serif;` +
  `.tb-bar{display:flex;flex-wrap:wrap;gap:8px 18px;align-items:center;padding:10px 14px;border-bottom:1px solid var(--line)}` +
  `.tb-slider{display:flex;align-items:center;gap:9px;margin:0;font:inherit}.tb-slider span{color:var(--quiet)}` +
  `.tb-slider input{width:94px;margin:0;accent-color:var(--accent)}` +
  `.tb-slider output{min-width:62px;color:var(--ink);font-variant-numeric:tabular-nums}` +
  `.tb-choice{display:inline-flex;border:1px solid var(--line);border-radius:7px;overflow:hidden}` +
  `.tb-choice label{cursor:pointer;position:relative;margin:0}.tb-choice input{position:absolute;opacity:0;margin:0}` +
  `.tb-choice span{display:block;padding:3px 11px;color:var(--quiet)}` +
  `.tb-choice label+label span{border-left:1px solid var(--line)}` +
  `.tb-choice input:checked+span{background:var(--accent);color:var(--back);font-weight:600}` +
  `select,button{font:inherit;color:var(--ink);background:var(--back);border:1px solid var(--line);` +
  `border-radius:7px;padding:3px 8px;cursor:pointer}button:hover{border-color:var(--quiet)}` +
  `input:focus-visible,.tb-choice input:focus-visible+span,select:focus-visible,button:focus-visible` +
  `{outline:2px solid var(--accent);outline-offset:-2px}` +
  `.tb-note{margin:0;padding:7px 14px;color:var(--quiet);border-top:1px solid var(--line);font-size:12px}` +
  `@media print{.tb-bar,.tb-zoom{display:none}}`;
