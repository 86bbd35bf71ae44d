/** A moment that a promise can be raced against. */

export const TIMEOUT = Symbol("timeout");

export function seconds(count: number): { promise: Promise<typeof TIMEOUT>; cancel(): void } {
  const { promise, resolve } = Promise.withResolvers<typeof TIMEOUT>();
  const timer = setTimeout(() => resolve(TIMEOUT), Math.min(count * 1000, 2 ** 31 - 1));
  return { promise, cancel: () => clearTimeout(timer) };
}
