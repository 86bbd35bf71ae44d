/** How deep values of JSON or YAML lie in one another. */

/** Whether the value holds others on more than so many levels. What is deeper than that is not looked at. */
export function isDeeper(value: unknown, levels: number): boolean {
  if (value === null || typeof value !== "object") return false;
  return levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1));
}
