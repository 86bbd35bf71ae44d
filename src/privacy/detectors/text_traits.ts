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
  /** What words begin like, by bits: those for secrets, addresses and births (ASCII; other letters are `foreign`). */
  words: number;
  /** Whether there are letters or signs beyond ASCII. */
  foreign: boolean;
  /** Whether anything may be written in another way than it is meant. */
  encoded: boolean;
}

/** Fills in `signs`; a loop over characters, for this runs over every distinct text of a log. */
export function readSigns(text: string, signs: Signs): void {
  let digits = 0, run = 0, longest = 0, gap = 9, word = 0, longestWord = 0;
  let six = false, at = false, plus = false, encoded = false, foreign = false, bracket = false;
  let cues = 0;
  /** Of the first letters of a word. */
  let hash = 0, letters = 0;
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
      if (letters < 4) cues |= BEGINNINGS[hash]!;
      hash = letters = 0;
      continue;
    }
    const small = code | 32;
    if (small >= 97 && small <= 122) {
      gap = 9;
      if (++word > longestWord) longestWord = word;
      // "newPassword" holds a word from its capital on.
      if (code < 97 && letters > 0 && text.charCodeAt(i - 1) >= 97) hash = letters = 0;
      if (letters < 4) {
        hash = (hash * 31 + small) & 0xffff;
        if (++letters === 4) cues |= BEGINNINGS[hash]!;
      }
      continue;
    }
    word = 0;
    if (letters < 4) cues |= BEGINNINGS[hash]!;
    hash = letters = 0;
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
        if (code >= 0xa0) foreign = encoded = true;
    }
  }
  signs.digits = digits;
  signs.run = longest;
  signs.six = six || run === 6;
  signs.word = longestWord;
  signs.at = at || (bracket && OTHER_AT.test(text));
  signs.plus = plus;
  signs.words = letters < 4 ? cues | BEGINNINGS[hash]! : cues;
  signs.foreign = foreign;
  signs.encoded = encoded;
}

/** Bits of `words`. */
export const WORD = { secret: 1, address: 2, birth: 4 } as const;

/**
 * The first four letters of words that announce something, by hash; shorter words whole. Held by a test: every word for
 * a password, a key, an address and a birth begins with one of them.
 */
const BEGINNINGS = beginnings({
  secret:
    "pass pwd pw psw pswd pin pinc pinn paro parol secu secr one acce veri auth logi otp mfa fa tan puk cvv cvc csc kenn kenw losu gehe zuga sich einm pruf wach toeg wagw " +
    "loso lose kod kodo kode adga lyki agan sala tunn mots mot mdp code codi cont clav senh pala pasa hasl hasa hesl gesl lozi zapo jels slap fjal sifr kata sand neno mat " +
    "cyfr pasf api app priv clie acco subs encr sign shar lice mast refr id sess bear csrf xsrf rese invi pers cred toke tkn key keys sid sig php phps cfid cfto jses amz saml asse " +
    "tick jwt asp cook prox basi mtan ptan smst push chip sms epin itan inpu hmac mac magi conf acti unsu webh hook",
  address:
    "addr resi ansc adre lief rech wohn priv post meld domi dire indi mora ende woon afle fact leve osoi bydl lakc cim nasl alam anwa home mail stre ship bill deli " +
    "live livi move zieh deme habi vive abit bor zami byte asuu laki otur dia",
  birth:
    "born b d dob date birt bday geb gebo gebu n ne nee jour nais naci fech f nac nasc dt data nat nata nato fodd fode fdt synt ur urod nar naro datu roje rode rod szul dogu datl " +
    "gimi dzim sunn tang tgl lahi tari ngay pets tare",
});

function beginnings(kinds: Record<keyof typeof WORD, string>): Uint8Array {
  const table = new Uint8Array(1 << 16);
  for (const kind of ["secret", "address", "birth"] as const) {
    for (const word of kinds[kind].split(" ")) {
      let hash = 0;
      for (let i = 0; i < Math.min(4, word.length); i++) hash = (hash * 31 + word.charCodeAt(i)) & 0xffff;
      table[hash]! |= WORD[kind];
    }
  }
  return table;
}

const OTHER_AT = /[([{](?:at|@)[)\]}]/i;

export function noSigns(): Signs {
  return { digits: 0, run: 0, six: false, word: 0, at: false, plus: false, words: 0, foreign: false, encoded: false };
}

export function signsOf(text: string): Signs {
  const signs = noSigns();
  readSigns(text, signs);
  return signs;
}
