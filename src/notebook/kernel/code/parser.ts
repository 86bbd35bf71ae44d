/** TypeScript's parser, loaded when it is needed. */

export type Parser = typeof import("typescript");

/** Starts to load the parser, which takes a fifth of a second, before it is needed. */
export async function loadParser(): Promise<void> {
  await typescript();
}

let loading: Promise<Parser> | undefined;

export function typescript(): Promise<Parser> {
  return loading ??= import("typescript").then((module) => module.default as unknown as Parser);
}
