import { InputError } from "../base/errors.ts";
import { MAX_JSON_DEPTH } from "./limits.ts";

/**
 * Looks through JSON before it is parsed: what is nested without end would break whoever walks through it.
 *
 * @throws InputError that says on which line the text is nested too deep.
 */
export function checkJsonDepth(text: string, name: string, most = MAX_JSON_DEPTH): void {
  let depth = 0, line = 1;
  for (let i = 0; i < text.length; i++) {
    switch (text.charCodeAt(i)) {
      case 0x22:
        i = endOfString(text, i);
        break;
      case 0x5b:
      case 0x7b:
        if (++depth > most) {
          throw new InputError(
            `${name}, line ${line}: expected JSON nested at most ${most.toLocaleString("en")} deep but found ` +
              "more. No log, notebook or setting is nested like that: is the file what it should be?",
          );
        }
        break;
      case 0x5d:
      case 0x7d:
        depth--;
        break;
      case 0x0a:
        line++;
    }
  }
}

/** Index of the closing quote, or of the end. */
function endOfString(text: string, begin: number): number {
  for (let end = text.indexOf('"', begin + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === 0x5c) slashes++;
    if (slashes % 2 === 0) return end;
  }
  return text.length;
}
