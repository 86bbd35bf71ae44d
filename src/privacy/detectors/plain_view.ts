/** What a text says once its encodings are undone, with the place of every character in the text as it was. */

/** A reading of a text. Character i of `text` was written as `[from[i], to[i])` of the original. */
export interface PlainView {
  readonly text: string;
  /** Absent where the view is the text itself. */
  readonly from?: Int32Array;
  readonly to?: Int32Array;
}

/**
 * The readings of a text in which something may hide: as it is; with percent-encoding, HTML entities and backslash
 * escapes undone (as often as they were done, up to four times), odd spaces, dashes, digits and invisible characters
 * made plain; and with `+` between letters or digits read as a space, as forms write it.
 */
export function plainViews(text: string): PlainView[] {
  if (!ENCODED.test(text)) return withSpaces({ text });
  const decoded = decode(text, false);
  // What looks like an escape may be a path: both readings count. Other encodings hide nothing once they are undone.
  if (!text.includes("\\")) return withSpaces(decoded);
  const unescaped = decode(text, true);
  return unescaped.text === decoded.text ? withSpaces(decoded) : [...withSpaces(unescaped), ...withSpaces(decoded)];
}

/** The reading, and where it differs the one with `+` for spaces. */
function withSpaces(view: PlainView): PlainView[] {
  return FORM_PLUS.test(view.text) ? [view, { ...view, text: view.text.replace(PLUSES, " ") }] : [view];
}

/** As often as it was encoded; `escapes` says whether a backslash begins an escape. */
function decode(text: string, escapes: boolean): PlainView {
  let decoded: PlainView = { text };
  for (let round = 0; round < 4 && (round === 0 || ENCODED.test(decoded.text)); round++) {
    const next = decodeOnce(decoded.text, decoded, escapes);
    if (next.text === decoded.text) break;
    decoded = next;
  }
  return decoded;
}

const ENCODED =
  /%[0-9a-f]{2}|&#?\w+;|\\[uxntr"'/\\]|[\u00a0\u00ad\u0660-\u0669\u06f0-\u06f9\u2000-\u2015\u202f\u2060\u2212\u3000\ufeff\uff01-\uff5e]/i;
const FORM_PLUS = /[\p{L}\p{N}),]\+[\p{L}\p{N}(]/u;
const PLUSES = /(?<=[\p{L}\p{N}),])\+(?=[\p{L}\p{N}(])/gu;

/** `outer` is the reading that `text` is of. */
function decodeOnce(text: string, outer: PlainView, escapes: boolean): Required<PlainView> {
  const from = new Int32Array(text.length), to = new Int32Array(text.length);
  let decoded = "", n = 0, copied = 0;
  for (let i = 0; i < text.length;) {
    const code = text.charCodeAt(i);
    const plain = code < 0xa0 && code !== 0x25 && code !== 0x26 && (code !== 0x5c || !escapes);
    const [written, length] = plain ? SAME : decodeAt(text, i);
    if (!plain) {
      decoded += text.slice(copied, i) + written;
      copied = i + length;
    }
    for (let k = 0; k < (plain ? 1 : written.length); k++, n++) {
      from[n] = outer.from?.[i] ?? i;
      to[n] = outer.to?.[i + length - 1] ?? i + length;
    }
    i += length;
  }
  return { text: decoded + text.slice(copied), from: from.subarray(0, n), to: to.subarray(0, n) };
}

const SAME: readonly [string, number] = ["", 1];

/** What stands at `i`, and how many characters spell it. */
function decodeAt(text: string, i: number): [string, number] {
  const first = text[i]!;
  if (first === "%") return percentAt(text, i);
  if (first === "&") {
    const [whole, name] = /^&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,8});/i.exec(text.slice(i, i + 12)) ?? [];
    const written = name === undefined ? undefined : entity(name);
    return whole === undefined || written === undefined ? [first, 1] : [written, whole.length];
  }
  if (first === "\\") {
    const code = /^\\(?:u([0-9a-f]{4})|x([0-9a-f]{2}))/i.exec(text.slice(i, i + 6));
    if (code) return [String.fromCharCode(parseInt(code[1] ?? code[2]!, 16)), code[0].length];
    const next = text[i + 1];
    if (next !== undefined && "ntr".includes(next)) return [" ", 2];
    return next !== undefined && "\"'/\\".includes(next) ? [next, 2] : [first, 1];
  }
  return [plainCharacter(text.charCodeAt(i), first), 1];
}

/** One character in percent-encoded UTF-8, or the byte's character of Latin-1 where that is none. */
function percentAt(text: string, i: number): [string, number] {
  const first = byteAt(text, i);
  if (first === undefined) return ["%", 1];
  const length = first < 0x80 ? 1 : first >= 0xf0 && first < 0xf5 ? 4 : first >= 0xe0 ? 3 : first >= 0xc2 ? 2 : 1;
  let code = length === 1 ? first : first & (0xff >> (length + 1));
  for (let k = 1; k < length; k++) {
    const byte = byteAt(text, i + 3 * k);
    if (byte === undefined || byte >> 6 !== 2) return [String.fromCharCode(first), 3];
    code = code << 6 | byte & 0x3f;
  }
  return [code > 0x10ffff ? "\ufffd" : String.fromCodePoint(code), 3 * length];
}

function byteAt(text: string, i: number): number | undefined {
  if (text[i] !== "%") return undefined;
  const hex = text.slice(i + 1, i + 3);
  return /^[0-9a-f]{2}$/i.test(hex) ? parseInt(hex, 16) : undefined;
}

function plainCharacter(code: number, character: string): string {
  if (code < 0xa0) return character;
  if (code === 0xa0 || code === 0x202f || code === 0x3000 || (code >= 0x2000 && code <= 0x200a)) return " ";
  if ((code >= 0x2010 && code <= 0x2015) || code === 0x2212) return "-";
  if (code === 0xad || code === 0xfeff || code === 0x2060 || (code >= 0x200b && code <= 0x200f)) return "";
  if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
  if (code >= 0x660 && code <= 0x669) return String.fromCharCode(code - 0x660 + 0x30);
  if (code >= 0x6f0 && code <= 0x6f9) return String.fromCharCode(code - 0x6f0 + 0x30);
  return character;
}

function entity(name: string): string | undefined {
  if (name[0] !== "#") return ENTITIES.get(name) ?? ENTITIES.get(name.toLowerCase());
  const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : parseInt(name.slice(1), 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

/** Those that occur in names, addresses and numbers. */
const ENTITIES = new Map(
  Object.entries({
    amp: "&",
    lt: "<",
    gt: ">",
    quot: '"',
    apos: "'",
    nbsp: " ",
    ensp: " ",
    emsp: " ",
    thinsp: " ",
    shy: "",
    commat: "@",
    period: ".",
    plus: "+",
    sol: "/",
    hyphen: "-",
    dash: "-",
    ndash: "-",
    mdash: "-",
    colon: ":",
    lpar: "(",
    rpar: ")",
    lowbar: "_",
    equals: "=",
    num: "#",
    auml: "ä",
    ouml: "ö",
    uuml: "ü",
    Auml: "Ä",
    Ouml: "Ö",
    Uuml: "Ü",
    szlig: "ß",
    eacute: "é",
    egrave: "è",
    ecirc: "ê",
    euml: "ë",
    agrave: "à",
    aacute: "á",
    acirc: "â",
    atilde: "ã",
    aring: "å",
    aelig: "æ",
    ccedil: "ç",
    iacute: "í",
    igrave: "ì",
    icirc: "î",
    iuml: "ï",
    ntilde: "ñ",
    oacute: "ó",
    ograve: "ò",
    ocirc: "ô",
    otilde: "õ",
    oslash: "ø",
    uacute: "ú",
    ugrave: "ù",
    ucirc: "û",
    yacute: "ý",
    Eacute: "É",
    Oslash: "Ø",
    Aring: "Å",
    Ccedil: "Ç",
  }),
);
