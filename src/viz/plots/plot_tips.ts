/**
 * Tips of Observable Plot without Plot in the page.
 *
 * Plot draws a tip (`tip: true`, `Plot.tip`) when the pointer comes near a mark, which takes its code and the data. Here
 * Plot draws the tips of all marks once, in the kernel; what they say becomes the `<title>`s of the marks, and the page
 * shows those as cards. A mark that is no element of its own, such as a point of a line, gets a circle to point at.
 */

/** As much of the module as this needs. */
export interface PlotModule {
  readonly Mark: { readonly prototype: PlotMark };
  readonly Tip: { readonly prototype: PlotMark };
}

type Render = (
  this: PlotMark,
  index: ArrayLike<number>,
  scales: unknown,
  values: { readonly channels?: Readonly<Record<string, { readonly value?: ArrayLike<unknown> }>> },
  dimensions: unknown,
  context: PlotContext,
) => Element;

interface PlotMark {
  render: Render;
  initialize(...args: unknown[]): unknown;
  initializer?: ((...args: unknown[]) => unknown) | null;
}

interface PlotContext {
  readonly document: Document;
  readonly ownerSVGElement: Element;
  getMarkState(mark: PlotMark): unknown;
}

/** More of them would make the picture too heavy for a notebook. */
export const mostTips = 2000;

/** Class of the circles to point at. */
export const pointClass = "tbp-at";

/** From now on plots that `module` draws in `document` carry what their tips say. */
export function keepTips({ Mark, Tip }: PlotModule, document: Document): void {
  const initialize = Mark.prototype.initialize;
  const known = new WeakSet<PlotMark>();
  Mark.prototype.initialize = function (this: PlotMark, ...args: unknown[]) {
    if (Object.prototype.isPrototypeOf.call(Tip.prototype, this) && !known.has(this)) {
      known.add(this);
      keepTipsOf(this, Tip.prototype.render, document);
    }
    return initialize.apply(this, args);
  };
}

function keepTipsOf(tip: PlotMark, drawTips: Render, document: Document): void {
  const source = sourceOf(tip);
  const drawPointed = Object.hasOwn(tip, "render") ? tip.render : undefined;
  tip.render = function (index, scales, values, dimensions, context) {
    if (context.document !== document) {
      return (drawPointed ?? drawTips).call(this, index, scales, values, dimensions, context);
    }
    const group = drawPointed?.call(this, index, scales, values, dimensions, context) ??
      document.createElementNS(SVG, "g");
    if (index.length > mostTips) {
      context.ownerSVGElement.setAttribute("data-tips", "too many");
      return group;
    }
    const drawn = drawTips.call(this, index, scales, values, dimensions, context);
    const marks = source.drawnFor(context.ownerSVGElement);
    for (const tip of [...drawn.children]) {
      const i = (tip as unknown as { __data__: number }).__data__;
      const title = values.channels?.title?.value?.[i];
      const words = title === undefined ? wordsOf(tip) : String(title);
      const mark = marks.get(i);
      if (mark) setTitle(mark, words);
      if (!mark || isSmall(mark)) group.append(pointAt(tip, words, document));
    }
    return group;
  };
}

/** The mark that a tip was derived from, and what of it was drawn for each datum. */
function sourceOf(tip: PlotMark): { drawnFor(svg: Element): Map<number, Element> } {
  const drawn = new WeakMap<Element, Map<number, Element>>();
  const { initializer } = tip;
  if (initializer) {
    tip.initializer = function (this: unknown, ...args: unknown[]) {
      const context = args.at(-1) as PlotContext;
      const getMarkState = (mark: PlotMark) => {
        watch(mark);
        return context.getMarkState(mark);
      };
      return initializer.apply(this, [...args.slice(0, -1), { ...context, getMarkState }]);
    };
  }
  const watched = new WeakSet<PlotMark>();
  const watch = (mark: PlotMark) => {
    if (watched.has(mark) || mark === tip) return;
    watched.add(mark);
    const { render } = mark;
    mark.render = function (...args) {
      const group = render.apply(this, args);
      const svg = args[4].ownerSVGElement;
      const elements = drawn.get(svg) ?? new Map<number, Element>();
      drawn.set(svg, elements);
      // Of lines and areas the datum is a list: they have no element for each.
      for (const element of group?.querySelectorAll("*") ?? []) {
        const datum = (element as unknown as { __data__?: unknown }).__data__;
        if (typeof datum === "number" && !elements.has(datum)) elements.set(datum, element);
      }
      return group;
    };
  };
  return { drawnFor: (svg) => drawn.get(svg) ?? new Map() };
}

/** A line for each line of the tip, a label and a value with a tab between. */
function wordsOf(tip: Element): string {
  return [...tip.querySelectorAll("text > tspan")].map((line) => {
    const whole = line.querySelector("title")?.textContent;
    const label = line.querySelector("tspan[font-weight]")?.textContent ?? "";
    const value = [...line.childNodes].filter(({ nodeType }) => nodeType === 3).map(({ textContent }) => textContent)
      .join("").replaceAll("\u200b", "").trim();
    return `${label}\t${whole ?? value}`;
  }).join("\n");
}

function setTitle(mark: Element, words: string): void {
  for (const old of [...mark.children]) if (old.localName === "title") old.remove();
  const title = mark.ownerDocument.createElementNS(SVG, "title");
  title.textContent = words;
  mark.prepend(title);
}

/** Too thin or too small to be hit. */
function isSmall(mark: Element): boolean {
  return mark.localName === "line" || mark.localName === "circle" && Number(mark.getAttribute("r")) < 6;
}

function pointAt(tip: Element, words: string, document: Document): Element {
  const [, x = "0", y = "0"] = /translate\(([-\d.]+),([-\d.]+)\)/.exec(tip.getAttribute("transform") ?? "") ?? [];
  const circle = document.createElementNS(SVG, "circle");
  const attributes = { class: pointClass, cx: x, cy: y, r: "8", fill: "none", stroke: "none", "pointer-events": "all" };
  for (const [name, value] of Object.entries(attributes)) circle.setAttribute(name, value);
  setTitle(circle, words);
  return circle;
}

const SVG = "http://www.w3.org/2000/svg";
