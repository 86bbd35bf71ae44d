/** Fingers do not hover: a tap shows what a pointer shows by resting there, a tap elsewhere takes it away. */

/**
 * Calls `show` for a tap on the element. Browsers say that a finger has left before they say that it has tapped, so
 * what is shown stays.
 *
 * @param rest Called for a tap beside the element.
 */
export function onTap(element: Element, show: (event: PointerEvent) => void, rest: () => void): void {
  element.addEventListener("click", (event) => {
    if ((event as PointerEvent).pointerType !== "mouse") show(event as PointerEvent);
  });
  const elsewhere = (event: PointerEvent) => {
    if (!element.isConnected) return document.removeEventListener("pointerdown", elsewhere);
    if (event.pointerType === "touch" && !element.contains(event.target as Node)) rest();
  };
  document.addEventListener("pointerdown", elsewhere);
}
