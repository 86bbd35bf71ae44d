/** Colours of what is more in one group or the other. */
import { mixColours, neutral } from "../kit/palette.ts";
import { light } from "../kit/theme.ts";

/**
 * Blue and orange of about one lightness, which the colour-blind tell apart, and which read on light and dark paper
 * (after the diverging schemes of Brewer, ColorBrewer 2.0). Places and signs say the same.
 */
export const groupColours = { a: "#2f7fc1", b: "#d0701c" } as const;

/** From this difference of shares on a colour is at its fullest. */
const FULL = 0.25;

/** The colour of a difference of shares: ever greyer the smaller it is. */
export function differenceColour(difference: number): string {
  if (difference === 0) return neutral;
  const strength = Math.min(1, Math.abs(difference) / FULL) ** 0.5;
  return mixColours(neutral, difference > 0 ? groupColours.a : groupColours.b, 0.4 + 0.6 * strength);
}

/** Class of what may be chance: it stands back. */
export const pale = "tbd-pale";

export const differenceStyle = `.${pale}{opacity:.42}` +
  `.tbd-halo{stroke:${light.background};stroke:var(--back,${light.background});stroke-width:4px;stroke-linejoin:round;paint-order:stroke}`;
