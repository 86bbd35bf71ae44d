/** Colours of what is more in one group or the other. */
import { light } from "../kit/theme.ts";

/**
 * Blue and orange of about one lightness, which the colour-blind tell apart, and which read on light and dark paper
 * (after the diverging schemes of Brewer, ColorBrewer 2.0). Places and signs say the same.
 */
export const groupColours = { a: "#2f7fc1", b: "#d0701c" } as const;

/** Class of what may be chance: it stands back. */
export const pale = "tbd-pale";

export const differenceStyle = `.${pale}{opacity:.42}` +
  `.tbd-halo{stroke:${light.background};stroke:var(--back,${light.background});stroke-width:4px;stroke-linejoin:round;paint-order:stroke}`;
