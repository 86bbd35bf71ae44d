/** The file of `tb segment --hints`. */
import { InputError } from "../base/errors.ts";
import { readTextFile } from "../io/files/read_text_file.ts";
import { checkJsonDepth } from "../io/json_depth.ts";
import { MAX_MAPPING_BYTES } from "../io/limits.ts";
import type { SegmentHints } from "../taskmining/segmentation/hints/hints.ts";

/**
 * Hints as `segmentTasks` takes them, which checks what they hold.
 *
 * @throws InputError if the file cannot be read or holds no JSON.
 */
export async function readHints(path: string): Promise<SegmentHints> {
  let text: string;
  try {
    text = await readTextFile(path, MAX_MAPPING_BYTES, "hints as JSON");
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(`${path}: expected a file that can be read but found: ${(error as Error).message}.`);
  }
  checkJsonDepth(text, path);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InputError(
      `${path}: expected JSON such as { "begins": [0, 17], "background": ["Chat"] } but found: ${
        (error as Error).message
      }.`,
    );
  }
}
