/** What a reader of models has to say without failing. */
export interface ReadModelOptions {
  /** Told in a sentence of each thing that was assumed or left out. @default a warning on the console */
  onNote?: (note: string) => void;
}

export function noteTaker({ onNote }: ReadModelOptions): (note: string) => void {
  return onNote ?? ((note) => console.warn(note));
}

/** An id (NCName) of ASCII, which all tools read; no "constructor", on which those written in JavaScript may stumble. */
export function isXmlId(id: string): boolean {
  return /^[A-Za-z_][\w.-]*$/.test(id) && !(id in {});
}

/**
 * Ids for XML: ids that XML allows stay; the others become `PREFIX1`, `PREFIX2`, …, in their order.
 *
 * @param taken ids of the file's own; those given out are added.
 * @param clashes whether an id of a model may not stay, though XML allows it.
 */
export function xmlIds(
  ids: Iterable<string>,
  prefix: string,
  taken: Set<string>,
  clashes: (id: string) => boolean = () => false,
): Map<string, string> {
  const all = [...ids];
  const stays = (id: string) => isXmlId(id) && !clashes(id);
  for (const id of all) if (stays(id)) taken.add(id);
  let next = 1;
  return new Map(all.map((id) => {
    if (stays(id)) return [id, id];
    while (taken.has(`${prefix}${next}`)) next++;
    const made = `${prefix}${next}`;
    taken.add(made);
    return [id, made];
  }));
}
