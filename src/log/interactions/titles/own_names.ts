/** What programs write into the titles of their windows about themselves: their names, profiles, states of the file. */

/**
 * The title without the browser's own name, its profile and its count of tabs: what is left is the page's.
 *
 * "Orders and 3 more pages - Work - Microsoft Edge" and "Orders — Mozilla Firefox" are both "Orders".
 */
export function withoutBrowser(title: string): string {
  const plain = title.replace(INVISIBLE, "").trim();
  const own = OWN.exec(plain);
  if (!own) return BARE.test(plain) ? "" : plain;
  let page = plain.slice(0, own.index);
  if (/edge/i.test(own[0])) page = page.replace(PROFILE, "").replace(MORE_PAGES, "");
  return page.replace(STATE, "").trim() || plain;
}

const INVISIBLE = /[\u200B-\u200F\u2060\uFEFF]/g;
const BROWSERS =
  "Google Chrome|Chromium|Microsoft\\s*Edge|Mozilla Firefox|Firefox(?: Developer Edition| Nightly)?|Safari|" +
  "Opera(?: GX)?|Brave|Vivaldi|(?:Windows )?Internet Explorer|Tor Browser";
/** Firefox and Chrome say behind their names that a window is private, Chrome also whose profile it is. */
const OWN = new RegExp(
  `\\s+[-–—]\\s+(?:${BROWSERS})(?:\\s*(?:Beta|Dev|Canary))?` +
    `(?:\\s*\\([^()]*\\)|\\s+(?:Private Browsing|Privater Modus|Navigation privée|Navegación privada|Privénavigatie))?` +
    `(?:\\s+[-–—]\\s+[^-–—]+)?$`,
  "iu",
);
const BARE = new RegExp(`^(?:${BROWSERS})$`, "i");
/** Edge names a profile before its own name. Other last parts are the site's. */
const PROFILE = new RegExp(
  "\\s+[-–—]\\s+(?:\\[?InPrivate\\]?|Work|Personal|Business|Guest|Default|School|(?:Profile|Profil|Perfil|Profiel) ?\\d*|" +
    "Arbeit|Geschäftlich|Persönlich|Privat|Beruflich|Gast|Schule|Travail|Professionnel|Personnel|Invité|École|Trabajo|" +
    "Profesional|Invitado|Escuela|Werk|Zakelijk|Persoonlijk|Privé|Person \\d+|Lavoro|Personale|Trabalho|Pessoal)$",
  "iu",
);
const MORE_PAGES = new RegExp(
  "\\s+(?:and|und|et|y|en|e)\\s+\\d+\\s+(?:more|weitere|autres?|páginas? más|meer|andere|altre|mais)\\s*[\\p{L}']*(?:\\s[\\p{L}']+)?$",
  "iu",
);
const STATE = /\s+[-–—]\s+(?:Audio playing|Audio wird wiedergegeben|Camera recording|High memory usage[^-]*)$/i;

/**
 * The file that an office program or a viewer shows, without the program's name and the state of the file; undefined
 * where the title names no file.
 */
export function fileInTitle(title: string): string | undefined {
  const plain = title.replace(INVISIBLE, "").trim().replace(/^[*●•]\s*/u, "");
  const file =
    /^(.+?\.(?:xls[xmb]?|csv|ods|numbers|docx?m?|odt|rtf|pages|pptx?m?|ppsx?|odp|key|pdf|txt))\b(?=$|[\s\])*])/iu.exec(
      plain,
    );
  if (!file) return undefined;
  const rest = plain.slice(file[0].length);
  return /^\s*$|^\s*[*[(–—-]/.test(rest) ? file[1]!.trim() : undefined;
}
