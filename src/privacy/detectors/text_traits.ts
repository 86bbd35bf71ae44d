/** What the characters of a text allow: read once, so that most detectors need not look at most texts. */

/** Every entry is on the safe side: what it rules out cannot be found. */
export interface Signs {
  digits: number;
  /** Most digits in a row, with up to three of ` . + / ( ) _ -` between any two. */
  run: number;
  /** Whether there is such a row of just six digits. */
  six: boolean;
  /** Most letters and digits (ASCII) in a row. */
  word: number;
  at: boolean;
  plus: boolean;
  /** Whether a value may follow its name: after `:` or `=`, in markup, or after a word like "is". */
  named: boolean;
  /** Whether anything may be written in another way than it is meant. */
  encoded: boolean;
}

/** Fills in `signs`; a loop over characters, for this runs over every distinct text of a log. */
export function readSigns(text: string, signs: Signs): void {
  let digits = 0, run = 0, longest = 0, gap = 9, word = 0, longestWord = 0;
  let six = false, at = false, plus = false, encoded = false, bracket = false, named = false;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code >= 48 && code <= 57) {
      digits++;
      if (gap > 3) {
        if (run === 6) six = true;
        run = 0;
      }
      gap = 0;
      if (++run > longest) longest = run;
      if (++word > longestWord) longestWord = word;
      continue;
    }
    const small = code | 32;
    if (small >= 97 && small <= 122) {
      gap = 9;
      if (++word > longestWord) longestWord = word;
      continue;
    }
    word = 0;
    named ||= code <= 32 && isVerb(text, i + 1);
    switch (code) {
      case 43:
        plus = true;
        gap++;
        break;
      case 40:
        bracket = true;
        gap++;
        break;
      case 32:
      case 41:
      case 45:
      case 46:
      case 47:
      case 95:
        gap++;
        break;
      case 58:
      case 60:
      case 61:
        named = true;
        gap = 9;
        break;
      case 64:
        at = true;
        gap = 9;
        break;
      case 91:
      case 123:
        bracket = true;
        gap = 9;
        break;
      case 37:
      case 38:
      case 92:
        encoded = true;
        gap = 9;
        break;
      default:
        gap = 9;
        if (code >= 0xa0) encoded = true;
    }
  }
  signs.digits = digits;
  signs.run = longest;
  signs.six = six || run === 6;
  signs.word = longestWord;
  signs.at = at || (bracket && OTHER_AT.test(text));
  signs.plus = plus;
  signs.named = named;
  signs.encoded = encoded;
}

/** "is", "ist", "est", "es", "lautet", by their first two letters. */
function isVerb(text: string, i: number): boolean {
  const first = text.charCodeAt(i) | 32, second = text.charCodeAt(i + 1) | 32;
  return (first === 105 && second === 115) || (first === 101 && second === 115) || (first === 108 && second === 97);
}

const OTHER_AT = /[([{](?:at|@)[)\]}]/i;

export function noSigns(): Signs {
  return { digits: 0, run: 0, six: false, word: 0, at: false, plus: false, named: false, encoded: false };
}

export function signsOf(text: string): Signs {
  const signs = noSigns();
  readSigns(text, signs);
  return signs;
}
