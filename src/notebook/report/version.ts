/** The version in the project's own `deno.json`. */
export const tracebookVersion: string =
  JSON.parse(Deno.readTextFileSync(new URL("../../../deno.json", import.meta.url))).version;
