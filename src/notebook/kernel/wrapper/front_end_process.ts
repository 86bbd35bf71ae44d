/** A kernel whose front end was killed has nobody left to end it. */

/**
 * Calls `onGone` when the process that started this one has gone.
 *
 * Only where that process has named itself by `JPY_PARENT_PID`, as Jupyter does for kernels that shall end with it.
 */
export function watchParent(onGone: () => void): void {
  if (!Deno.env.get("JPY_PARENT_PID") || Deno.build.os === "windows") return;
  const parent = Deno.ppid;
  const timer = setInterval(() => {
    if (Deno.ppid === parent) return;
    clearInterval(timer);
    onGone();
  }, 1000);
}
