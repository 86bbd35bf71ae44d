/** The file of `tb segment --hints`. */
import { MAX_MAPPING_BYTES } from "../io/limits.ts";
import type { SegmentHints } from "../taskmining/segmentation/hints/hints.ts";
import { readJsonFile } from "./json_file.ts";

/**
 * Hints as `segmentTasks` takes them, which checks what they hold.
 *
 * @throws InputError if the file cannot be read or holds no JSON.
 */
export async function readHints(path: string): Promise<SegmentHints> {
  const form = 'JSON such as { "begins": [0, 17], "background": ["Chat"] }';
  return await readJsonFile(path, { most: MAX_MAPPING_BYTES, what: "hints as JSON", form }) as SegmentHints;
}
