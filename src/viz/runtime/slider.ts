/** A slider with its label and its value in words. */

export interface SliderOptions {
  readonly label: string;
  readonly min: number;
  readonly max: number;
  readonly value: number;
  /** What stands beside the slider. */
  readonly words: (value: number) => string;
  readonly onInput: (value: number) => void;
}

export const sliderStyle = `.tb-slider{display:inline-flex;align-items:center;gap:10px;margin:0 18px 8px 0;` +
  `font:12px/1.5 system-ui,sans-serif;color:var(--ink)}.tb-slider input{width:180px;accent-color:var(--accent)}` +
  `.tb-slider output{color:var(--quiet);font-variant-numeric:tabular-nums}`;

export function slider({ label, min, max, value, words, onInput }: SliderOptions): HTMLElement {
  const root = document.createElement("label");
  root.className = "tb-slider";
  const input = document.createElement("input");
  Object.assign(input, { type: "range", min: String(min), max: String(max), step: "1" });
  input.value = String(value);
  const output = document.createElement("output");
  output.textContent = words(value);
  input.addEventListener("input", () => {
    output.textContent = words(Number(input.value));
    onInput(Number(input.value));
  });
  root.append(label, input, output);
  return root;
}
