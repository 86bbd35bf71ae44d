/** A kernel whose front end was killed has nobody left to end it. */

/**
 * Calls `onGone` when the process that started this one has gone.
 *
 * Only if that process has named itself by `JPY_PARENT_PID`, as Jupyter does for kernels that shall end with it.
 */
export function watchFrontEnd(onGone: () => void): void {
  if (!Deno.env.get("JPY_PARENT_PID") || Deno.build.os === "windows") return;
  const frontEnd = Deno.ppid;
  const timer = setInterval(() => {
    if (Deno.ppid === frontEnd) return;
    clearInterval(timer);
    onGone();
  }, 1000);
}
