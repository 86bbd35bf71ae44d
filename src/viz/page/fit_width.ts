/** Pictures as wide as their place in the page, and never so small that their text cannot be read. */
import { contentWidth } from "../kit/chart_frame.ts";

/** Draws for the width that the stage has, and again when it has another. */
export function drawAtWidth(stage: HTMLElement, draw: (width: number) => void): void {
  let drawn = 0;
  const look = () => {
    // A stage that is not shown has no width; what it had before holds.
    const width = stage.clientWidth > 0 ? contentWidth(stage.clientWidth) : drawn || contentWidth(Infinity);
    if (width === drawn) return;
    drawn = width;
    draw(width);
  };
  look();
  new ResizeObserver(look).observe(stage);
}

/** Style of the holder of a picture: one that is wider than the page scrolls within its frame. */
export const scrollStyle = `.tb-scroll{overflow-x:auto;overscroll-behavior-x:contain}`;
