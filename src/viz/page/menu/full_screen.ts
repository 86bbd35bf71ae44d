/** A figure on the whole screen, and back. */

/** Fills the screen with the figure, or gives it back. */
export async function fillScreen(root: HTMLElement, stage: HTMLElement): Promise<void> {
  if (document.fullscreenElement === root) return await document.exitFullscreen();
  // The page around the figure gives it its paper and its ink: alone it needs its own.
  root.style.colorScheme = stage.style.colorScheme;
  await root.requestFullscreen();
}

/** Whether an element is part of what fills the screen. */
export function fillsScreen(element: Element): boolean {
  return document.fullscreenElement?.contains(element) ?? false;
}

export const fullScreenStyle =
  `figure.tracebook:fullscreen{margin:0!important;max-width:none!important;box-sizing:border-box;padding:18px 24px;overflow:auto;` +
  `background:Canvas;color:CanvasText}` +
  `figure.tracebook:fullscreen>.tb-live{width:100%!important}` +
  `figure.tracebook:fullscreen>.tb-live svg.tbc-chart{width:min(100%,1500px)!important;max-width:none!important}` +
  `figure.tracebook:fullscreen .tb-scroll:has(>svg.tb-canvas){height:calc(100vh - 230px)!important}`;
