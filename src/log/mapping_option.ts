/** The `mapping` option of readers: roles given, or a mapping file that gives them and more. */
import { type MappingFile, readMappingFile } from "../io/mapping/mapping_file.ts";

/** Options with the mapping file, if there is one, taken in. */
export type Resolved<T, M> = Omit<T, "mapping"> & {
  readonly mapping?: Partial<M>;
  readonly rename?: Readonly<Record<string, string>>;
};

/**
 * Takes in a mapping file. What the options themselves say wins; empty text is no file.
 *
 * @throws InputError as `readMappingFile` does.
 */
export async function resolveMapping<M, T extends { readonly mapping?: Partial<M> | string }>(
  options: T,
  kind: MappingFile["kind"],
): Promise<Resolved<T, M>> {
  const { mapping, ...others } = options;
  if (typeof mapping !== "string") return options as Resolved<T, M>;
  if (mapping === "") return others;
  const file = await readMappingFile(mapping, kind);
  return { ...file.options, ...others, mapping: file.mapping as Partial<M>, rename: file.rename };
}
