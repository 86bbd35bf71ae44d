/** One width and one border for all figures, in the page and as still pictures. */

/** Width of every figure in pixels, borders included: that of the widest charts. Narrower pages have their own. */
export const figureWidth = 914;

/** What is too wide scrolls in the frame, instead of shrinking until nobody can read it. */
export const frameStyle = `box-sizing:border-box;width:${figureWidth}px;max-width:100%;overflow:auto;` +
  "border:1px solid rgba(128,136,148,.32);border-radius:10px";
