/** Recursion that does not end at the depth of the stack: for trees, which are as deep as their makers were odd. */

/**
 * A recursive function written as a generator: where it would call itself, it yields the call, and gets the result.
 * What a `yield` gives is of the type that the call returns; TypeScript cannot tell, so it is stated where it is taken.
 */
// deno-lint-ignore no-explicit-any -- the type of a yield's value depends on what is yielded
export type Deep<T> = Generator<Deep<any>, T, any>;

/**
 * Runs it with the calls on the heap; they come in the same order as on the stack.
 *
 * @example
 * ```ts
 * function* depth(tree: ProcessTree): Deep<number> {
 *   let most = 0;
 *   for (const child of tree.children) most = Math.max(most, (yield depth(child)) as number);
 *   return most + 1;
 * }
 * runDeep(depth(tree));
 * ```
 */
export function runDeep<T>(first: Deep<T>): T {
  const calls: Deep<unknown>[] = [first];
  let result: unknown;
  while (calls.length > 0) {
    const step = calls[calls.length - 1]!.next(result);
    if (step.done) {
      calls.pop();
      result = step.value;
    } else {
      calls.push(step.value);
      result = undefined;
    }
  }
  return result as T;
}
