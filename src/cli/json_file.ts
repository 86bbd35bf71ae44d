/** Files of JSON that a command is given. */
import { InputError } from "../base/errors.ts";
import { readTextFile } from "../io/files/read_text_file.ts";
import { checkJsonDepth } from "../io/json_depth.ts";

export interface ExpectedJson {
  /** Bytes at most. */
  readonly most: number;
  /** As in "expected a model as JSON of at most …". */
  readonly what: string;
  /** As in "expected JSON such as … but found …". */
  readonly form: string;
}

/** What the file holds, unchecked. @throws InputError if it cannot be read, is too large or too deep, or no JSON. */
export async function readJsonFile(path: string, { most, what, form }: ExpectedJson): Promise<unknown> {
  let text: string;
  try {
    text = await readTextFile(path, most, what);
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError(`${path}: expected a file that can be read but found: ${(error as Error).message}.`);
  }
  checkJsonDepth(text, path);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new InputError(`${path}: expected ${form} but found: ${(error as Error).message}.`);
  }
}
