/**
 * A picture at a size that can be read, in a frame that scrolls where it is larger: by finger, wheel, drag and keys.
 * Zoom by pinch, double-click, Ctrl + wheel, buttons and keys.
 */
import { button, html } from "./controls.ts";
import { fillsScreen } from "./menu/full_screen.ts";

export interface Zoom {
  /** Holds the canvas and scrolls. */
  readonly frame: HTMLElement;
  readonly buttons: HTMLElement;
  /**
   * Sets the size of the picture, and where in it a reader begins. The first size decides how high the frame is, so
   * that later ones do not move the page.
   */
  fit(width: number, height: number, begin: readonly [x: number, y: number]): void;
  by(factor: number): void;
  /** Whether a drag is under way: figures then show no card for what the pointer passes. */
  dragging(): boolean;
  /** Whether the frame shows less than all of the picture. */
  cut(): boolean;
}

/** A picture no higher than this stands whole in the page; of a higher one the frame shows a screen's worth. */
const wholeHeight = 1600;
const leastHeight = 200;

/**
 * @param canvas Its width, height and `viewBox` are set here.
 * @param legible The scale below which words cannot be read: only "Show all" goes there.
 * @param room The height of a frame that later pictures need, if that is more than the first.
 */
export function zoomable(canvas: SVGSVGElement, legible: number, room = 0): Zoom {
  const frame = html("div", { class: "tb-scroll", tabindex: "-1" }, canvas);
  let width = 1, height = 1, scale = 1;
  let first: readonly [number, number] | undefined;
  let begun: readonly [number, number] = [0, 0];
  let touched = false, moved = false;
  let held: { id: number; x: number; y: number } | undefined;

  const apply = () => {
    canvas.setAttribute("viewBox", `0 0 ${width} ${height}`);
    canvas.style.width = `${(width * scale).toFixed(1)}px`;
    canvas.style.height = `${(height * scale).toFixed(1)}px`;
  };
  const readable = (forWidth: number) => Math.max(legible, Math.min(1, frame.clientWidth / forWidth));
  const setHeight = () => {
    const [firstWidth, firstHeight] = first!;
    const whole = Math.max(leastHeight, Math.min(room, wholeHeight / 2), firstHeight * readable(firstWidth));
    const screen = Math.min(820, Math.max(360, innerHeight * 0.8));
    const bar = frame.offsetHeight - frame.clientHeight;
    frame.style.height = `${Math.ceil((whole <= wholeHeight ? whole : screen) + bar)}px`;
  };
  const begin = () => {
    if (frame.clientWidth === 0) return;
    touched = false;
    scale = readable(width);
    apply();
    // Twice: a bar below takes room of its own.
    setHeight();
    setHeight();
    if (fillsScreen(frame)) {
      scale = Math.max(1, Math.min(2, frame.clientWidth / width, frame.clientHeight / height));
      apply();
    }
    frame.scrollLeft = begun[0] * scale - frame.clientWidth / 2;
    frame.scrollTop = begun[1] * scale - frame.clientHeight / 2;
  };
  const zoom = (factor: number, atX?: number, atY?: number) => {
    const box = frame.getBoundingClientRect(), before = canvas.getBoundingClientRect();
    const x = atX ?? box.left + frame.clientWidth / 2, y = atY ?? box.top + frame.clientHeight / 2;
    const [shareX, shareY] = [(x - before.left) / before.width, (y - before.top) / before.height];
    scale = Math.min(6, Math.max(0.05, scale * factor));
    touched = true;
    apply();
    const after = canvas.getBoundingClientRect();
    frame.scrollLeft += after.left + shareX * after.width - x;
    frame.scrollTop += after.top + shareY * after.height - y;
  };
  const showAll = () => {
    touched = true;
    scale = Math.min(1, frame.clientWidth / width, frame.clientHeight / height);
    apply();
  };

  frame.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    zoom(2 ** (-event.deltaY * (event.deltaMode === 1 ? 0.05 : 0.004)), event.clientX, event.clientY);
  }, { passive: false });
  frame.addEventListener("dblclick", (event) => {
    event.preventDefault();
    zoom(2, event.clientX, event.clientY);
  });
  canvas.addEventListener("pointerdown", (event) => {
    // Fingers scroll the frame by themselves.
    if (event.pointerType === "touch" || event.button !== 0) return;
    held = { id: event.pointerId, x: event.clientX, y: event.clientY };
  });
  canvas.addEventListener("pointermove", (event) => {
    if (!held || event.pointerId !== held.id) return;
    const [byX, byY] = [event.clientX - held.x, event.clientY - held.y];
    if (!moved && Math.hypot(byX, byY) < 4) return;
    if (!moved) canvas.setPointerCapture(held.id);
    moved = touched = true;
    frame.scrollLeft -= byX;
    frame.scrollTop -= byY;
    held = { id: held.id, x: event.clientX, y: event.clientY };
    frame.classList.add("tb-drag");
  });
  for (const end of ["pointerup", "pointercancel"] as const) {
    canvas.addEventListener(end, () => {
      held = undefined;
      moved = false;
      frame.classList.remove("tb-drag");
    });
  }
  pinched(frame, zoom);
  new ResizeObserver(() => first && !touched && begin()).observe(frame);

  return {
    frame,
    buttons: html(
      "div",
      { class: "tb-zoom" },
      button("Zoom in", "+", () => zoom(1.3)),
      button("Zoom out", "−", () => zoom(1 / 1.3)),
      button("Show all", "⤢", showAll),
    ),
    fit(newWidth, newHeight, newBegin) {
      [width, height, begun] = [newWidth, newHeight, newBegin];
      first ??= [newWidth, newHeight];
      begin();
    },
    by: (factor) => zoom(factor),
    dragging: () => moved,
    cut: () => frame.scrollWidth > frame.clientWidth + 1 || frame.scrollHeight > frame.clientHeight + 1,
  };
}

/** Two fingers zoom the picture, not the page. */
function pinched(frame: HTMLElement, zoom: (factor: number, x: number, y: number) => void): void {
  let apart = 0;
  const measure = ([a, b]: TouchList) => Math.hypot(a!.clientX - b!.clientX, a!.clientY - b!.clientY);
  frame.addEventListener("touchstart", ({ touches }) => apart = touches.length === 2 ? measure(touches) : 0, {
    passive: true,
  });
  frame.addEventListener("touchmove", (event) => {
    const { touches } = event;
    if (touches.length !== 2 || apart === 0) return;
    event.preventDefault();
    const now = measure(touches);
    zoom(now / apart, (touches[0]!.clientX + touches[1]!.clientX) / 2, (touches[0]!.clientY + touches[1]!.clientY) / 2);
    apart = now;
  }, { passive: false });
}

/** Style sheet of frame and buttons; nest it in the class of the stage. */
export const zoomStyle =
  `.tb-scroll{display:flex;overflow:auto;touch-action:pan-x pan-y;outline:none;cursor:grab;scrollbar-width:thin;` +
  `scrollbar-color:var(--line) transparent}` +
  `.tb-scroll>svg{flex:none;margin:auto;display:block;max-width:none;user-select:none;outline:none}` +
  `.tb-zoom{display:flex;gap:4px}.tb-zoom button{width:30px;height:30px;padding:0;font-size:16px;line-height:1}` +
  `.tb-drag{cursor:grabbing!important}` +
  `@media print{.tb-scroll{display:block;height:auto!important;overflow:visible}` +
  `.tb-scroll>svg{max-width:100%;height:auto!important}}`;
