/**
 * How much of a file is taken in at the most: beyond it, reading ends with a sentence instead of all the memory there is.
 *
 * Each is far above what real files need, and below what a machine of 8 GB cannot hold.
 */
const MB = 1 << 20;

/** Bytes of a model (PNML, PTML, BPMN) or of rules as JSON, unpacked. */
export const MAX_MODEL_BYTES = 64 * MB;
/** Elements and attributes of a model's XML. */
export const MAX_XML_PARTS = 2_000_000;
/** Characters of an interaction log as JSON, or of a notebook. */
export const MAX_JSON_CHARACTERS = 256 * MB;
/** Arrays and objects within each other in JSON. */
export const MAX_JSON_DEPTH = 1_000;
/** Bytes of a mapping file. */
export const MAX_MAPPING_BYTES = 16 * MB;
/** Bytes of a file with parameters; of YAML, which takes far longer to read. */
export const MAX_PARAMETER_BYTES = 4 * MB;
export const MAX_YAML_BYTES = MB / 4;
/** Cells of a Parquet file or a DuckDB table: a few kilobytes may stand for billions of equal ones. */
export const MAX_CELLS = 1_000_000_000;
/** Gzipped data that unpack to so many bytes may not be packed tighter than so many times. Logs come to 10 to 100. */
export const UNPACKED_BYTES_ALLOWED = 256 * MB;
export const MAX_PACKING = 300;

/** "64 MB", "0.25 MB". */
export function megabytes(bytes: number): string {
  return `${(bytes / MB).toLocaleString("en", { maximumFractionDigits: 2 })} MB`;
}
