/** Pointing at the marks of a picture with a mouse, a pen or a finger: a tap tells what hovering does. */
import { onTap } from "./taps.ts";

/**
 * Calls `point` for what is under the pointer, and `leave` when it has gone.
 *
 * A finger has gone as soon as it is lifted, so what it tapped is told until the next tap, and scrolling tells nothing.
 */
export function pointAt(
  svg: SVGSVGElement,
  point: (target: Element, x: number, y: number) => void,
  leave: () => void,
): void {
  const show = ({ target, clientX, clientY }: PointerEvent) => point(target as Element, clientX, clientY);
  svg.addEventListener("pointermove", (event) => {
    if (event.pointerType !== "touch") show(event);
  });
  svg.addEventListener("pointerleave", (event) => {
    if (event.pointerType !== "touch") leave();
  });
  onTap(svg, show, leave);
  svg.addEventListener("blur", leave);
}
