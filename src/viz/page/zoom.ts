/** Zoom and pan: drag, pinch, double-click or Ctrl + wheel, buttons, keys. A plain wheel keeps scrolling the page. */
import { button, html } from "./controls.ts";

export interface Zoom {
  readonly buttons: HTMLElement;
  /** Sets the size of the content and shows all of it, or its beginning if all of it would be too small to read. */
  fit(width: number, height: number): void;
  by(factor: number): void;
  /** Whether a drag is under way: figures then show no card for what the pointer passes. */
  dragging(): boolean;
}

/**
 * Zooms and moves `content()`, the group that fills the `<svg>` `canvas`. At first all of the content is shown. If that
 * takes a scale below `leastAtFirst`, its left end is shown at that scale instead.
 */
export function zoomable(canvas: SVGSVGElement, content: () => SVGElement, leastAtFirst = 0): Zoom {
  let width = 1, height = 1;
  let scale = 1, x = 0, y = 0;
  let touched = false;
  const pointers = new Map<number, { x: number; y: number }>();
  let moved = false;

  const apply = () => {
    content().setAttribute("transform", `translate(${x.toFixed(2)} ${y.toFixed(2)}) scale(${scale.toFixed(4)})`);
    canvas.style.touchAction = touched ? "none" : "pan-x pan-y";
  };
  const fit = () => {
    const { clientWidth, clientHeight } = canvas;
    if (clientWidth === 0 || clientHeight === 0) return;
    touched = false;
    scale = Math.min(1, clientWidth / width, clientHeight / height);
    x = (clientWidth - width * scale) / 2;
    y = (clientHeight - height * scale) / 2;
    apply();
  };
  const begin = () => {
    fit();
    if (scale >= leastAtFirst || canvas.clientWidth === 0) return;
    scale = leastAtFirst;
    x = 0;
    y = (canvas.clientHeight - height * scale) / 2;
    apply();
  };
  const zoom = (factor: number, atX = canvas.clientWidth / 2, atY = canvas.clientHeight / 2) => {
    const next = Math.min(6, Math.max(0.05, scale * factor));
    x = atX - (atX - x) * next / scale;
    y = atY - (atY - y) * next / scale;
    scale = next;
    touched = true;
    apply();
  };

  canvas.addEventListener("wheel", (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const { left, top } = canvas.getBoundingClientRect();
    zoom(2 ** (-event.deltaY * (event.deltaMode === 1 ? 0.05 : 0.004)), event.clientX - left, event.clientY - top);
  }, { passive: false });
  canvas.addEventListener("dblclick", (event) => {
    event.preventDefault();
    const { left, top } = canvas.getBoundingClientRect();
    zoom(2, event.clientX - left, event.clientY - top);
  });
  canvas.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "touch" && !touched || event.button !== 0) return;
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    moved = false;
  });
  canvas.addEventListener("pointermove", (event) => {
    const last = pointers.get(event.pointerId);
    if (!last) return;
    const [byX, byY] = [event.clientX - last.x, event.clientY - last.y];
    if (!moved && Math.hypot(byX, byY) < 4) return;
    if (!moved) canvas.setPointerCapture(event.pointerId);
    moved = touched = true;
    x += byX / pointers.size;
    y += byY / pointers.size;
    if (pointers.size === 2) {
      const other = [...pointers].find(([id]) => id !== event.pointerId)![1];
      const before = Math.hypot(last.x - other.x, last.y - other.y);
      const { left, top } = canvas.getBoundingClientRect();
      const now = Math.hypot(event.clientX - other.x, event.clientY - other.y);
      if (before > 0) zoom(now / before, (event.clientX + other.x) / 2 - left, (event.clientY + other.y) / 2 - top);
    }
    pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
    canvas.classList.add("tb-drag");
    apply();
  });
  for (const end of ["pointerup", "pointercancel"] as const) {
    canvas.addEventListener(end, (event) => {
      pointers.delete(event.pointerId);
      moved = pointers.size > 0;
      canvas.classList.remove("tb-drag");
    });
  }
  new ResizeObserver(() => touched || begin()).observe(canvas);

  return {
    buttons: html(
      "div",
      { class: "tb-zoom" },
      button("Zoom in", "+", () => zoom(1.3)),
      button("Zoom out", "−", () => zoom(1 / 1.3)),
      button("Show all", "⤢", fit),
    ),
    fit(newWidth, newHeight) {
      width = newWidth;
      height = newHeight;
      begin();
    },
    by: (factor) => zoom(factor),
    dragging: () => moved,
  };
}

/** Style sheet of the buttons; nest it in the class of the stage. */
export const zoomStyle =
  `.tb-zoom{position:absolute;right:12px;bottom:12px;display:flex;flex-direction:column;gap:4px}` +
  `.tb-zoom button{width:30px;height:30px;padding:0;font-size:16px;line-height:1;opacity:.85}.tb-drag{cursor:grabbing!important}`;
