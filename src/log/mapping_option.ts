/** The `mapping` option of readers: roles, or the path of a mapping file, which may also say how to read and rename. */
import { type MappingFile, readMappingFile } from "../io/mapping/mapping_file.ts";

/** Options to which those of the mapping file, if there is one, have been added. */
export type Resolved<T, M> = Omit<T, "mapping"> & {
  readonly mapping?: Partial<M>;
  readonly rename?: Readonly<Record<string, string>>;
};

/**
 * Reads the mapping file, if there is one, into the options. The options given win over the file; empty text is no file.
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
