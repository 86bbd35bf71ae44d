/** Titles of private windows, by browsers and languages, and columns that say that a window is one. */

/** Whether the name of a column says that its values tell private windows: `inPrivate`, `window_ingognito`, `is_private`. */
export function tellsPrivateWindows(column: string): boolean {
  const name = column.replace(/[^\p{L}]+/gu, "").toLowerCase();
  // SmartRPA writes "ingognito".
  return /in[cg]og?nito|inkognito|inprivate|private?(?:mode|modus|window|tab|browsing|browser|session)|^(?:is|browser|window|tab|session|context)*private?$/
    .test(name);
}

/** Whether the name of a column says in which mode a browser or window is. */
export function tellsMode(column: string): boolean {
  return /^(?:browser|window|tab|browsing|session)?[ ._-]*(?:mode|modus|type|kind|profile|session)$/i.test(
    column.replace(/(\p{Ll})(\p{Lu})/gu, "$1_$2"),
  );
}

/** Whether a value of such a column says yes. */
export function saysPrivate(value: string): boolean {
  return YES.test(value) || isPrivateMode(value);
}

export function isPrivateMode(value: string): boolean {
  return /^\s*(?:in[ck]ogn[iíì]t[oó]|in[ -_]?private|priva(?:te|t|do|to)(?:[ _-]?(?:mode|window|browsing|tab|session))?)\s*$/i
    .test(value);
}

const YES = /^\s*(?:true|t|1(?:\.0+)?|yes|y|ja|j|oui|s[ií]|sim|tak|on|x|wahr|vrai|verdadero|vero|да|是|はい|예)\s*$/i;

/**
 * Whether browsers write such a title for a private window. A phrase for one counts in brackets, as the last part of the
 * title, or beside the name of a browser; a word that says little by itself ("Private") only beside a browser's name.
 */
export function isPrivateWindow(title: string): boolean {
  if (/(?<!\p{L})InPrivate(?!\p{L})/iu.test(title)) return true;
  if (!MAY_BE.test(title)) return false;
  const parts = title.split(/(\s[-–—|:·]\s|[()[\]（）【】])/u);
  for (let i = 0; i < parts.length; i += 2) {
    const part = parts[i]!.trim();
    if (part === "" || part.length > 80) continue;
    const bare = plain(part.replace(BROWSER, " "));
    const sure = PHRASES.has(bare);
    if (!sure && !WORDS.has(bare)) continue;
    const named = plain(part) !== bare;
    const before = lastPart(parts, i - 2, -2), after = lastPart(parts, i + 2, 2);
    const besideBrowser = named || IS_BROWSER.test(before) ||
      (IS_BROWSER.test(after) && !/[()[\]（）]/.test(parts[i + 1] ?? ""));
    const bracketed = /[([（【]/.test(parts[i - 1] ?? "") && /[)\]）】]/.test(parts[i + 1] ?? "");
    const isLast = i > 0 && after === "";
    if (besideBrowser || (sure && (bracketed || isLast))) return true;
  }
  return false;
}

/** The next part in a direction that is not empty. */
function lastPart(parts: readonly string[], from: number, step: number): string {
  for (let i = from; i >= 0 && i < parts.length; i += step) if (parts[i]!.trim() !== "") return parts[i]!.trim();
  return "";
}

const BROWSER =
  /(?:google |microsoft |mozilla |apple |samsung )?(?:chrome|chromium|edge|firefox|safari|opera(?: gx)?|vivaldi|brave|yandex(?: browser)?|duckduckgo|tor browser|internet explorer|internet|whale|epiphany|falkon|arc|librewolf|waterfox)/giu;
const IS_BROWSER = new RegExp(`^(?:${BROWSER.source})$|(?:${BROWSER.source})$`, "iu");

/** Small letters without accents and signs, without the words for windows and modes that stand around a phrase. */
function plain(text: string): string {
  return text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "").normalize("NFC").replace(
    /[’'"“”.,*\u200b-\u200f]/g,
    "",
  )
    .replace(/ł/g, "l").replace(/ı/g, "i").replace(/ø/g, "o").replace(/đ/g, "d").replace(/æ/g, "ae")
    .replace(/(?<!\p{L})(?:de|in|en|em|im|with|mit|new|neu(?:er|es)?|tab)(?!\p{L})/gu, " ").replace(/[\s_-]+/g, " ")
    .trim();
}

const listed = (text: string) => new Set(text.split("|").map(plain));

/** What private windows are called by browsers in their languages: nothing else is. */
const PHRASES = listed(
  "Incognito|Inkognito|Inkognitó|Incógnito|Incògnit|Inkognitomodus|Inkognito-Modus|Inkognito-Fenster|Incognito mode|Incognito window|Incognitomodus|Incognito-tila|Incognito-ikkuna|" +
    "Tryb incognito|Modo incógnito|Modo de incógnito|Modalità di navigazione in incognito|Modalità incognito|Inkognitoläge|Inkognitotilstand|Inkognitovindu|Mod incognito|Režim inkognito|Anonymní režim|Anonymní okno|" +
    "Navegação anônima|Navegação anónima|Navegación de incógnito|Navegació d'incògnit|Navigation privée|Navegación privada|Navegació privada|Navegación privativa|Navegação privada|Navegação privativa|" +
    "Janela anônima|Janela anónima|Janela privativa|Ventana privada|Fenêtre privée|Fenêtre de navigation privée|Finestra anonima|Finestra in incognito|Navigazione anonima|Navigazione privata|Navigazione in incognito|" +
    "Private Browsing|Private Browsing Mode|Private Browsing Window|Private Window|Private Window with Tor|Private with Tor|InPrivate|InPrivate-Browsen|Privater Modus|Privates Fenster|Privates Surfen|Privates Browsen|Privater Tab|Privatmodus|Secret mode|Fire Window|" +
    "Privénavigatie|Privé-navigatie|Privénavigatievenster|Privévenster|Privémodus|Privé browsen|Privaat blaaier|Privaat venster|" +
    "Privat surfning|Privat webbläsning|Privat läge|Privat fönster|Privat browsing|Privat browser|Privat vindue|Privat nettlesing|Privat vindu|Privat modus|Huliðsvafur|Einkavafur|Einkagluggi|" +
    "Yksityinen selaus|Yksityinen selaustila|Yksityinen ikkuna|Yksityinen tila|Privaatne sirvimine|Privaatne veebilehitsemine|Privaatlehitsemine|Privaatne aken|Privātā pārlūkošana|Privātais logs|Privatusis naršymas|Privatus naršymas|Privatusis langas|" +
    "Tryb prywatny|Przeglądanie prywatne|Prywatne przeglądanie|Okno prywatne|Anonymní prohlížení|Soukromé prohlížení|Soukromé okno|Anonymné prehliadanie|Súkromné prehliadanie|Súkromné okno|Režim inkognito|" +
    "Privát böngészés|Privát ablak|Privát mód|Inkognitó mód|Navigare privată|Navigare incognito|Fereastră privată|Privatno pregledavanje|Privatno pretraživanje|Anonimno pregledavanje|Privatni prozor|Anonimni način|Zasebno brskanje|Zasebno okno|Brez beleženja zgodovine|" +
    "Shfletim privat|Dritare private|Gizli Gezinti|Gizli pencere|Gizli mod|Gizli sekme|Özel Pencere|Gizli baxış|Məxfi pəncərə|" +
    "Инкогнито|Режим инкогнито|Приватный просмотр|Приватное окно|Частный доступ|Приватное подключение|Анонімний перегляд|Анонімне вікно|Режим анонімного перегляду|Приватний перегляд|Приватне вікно|Режим інкогніто|Інкогніто|" +
    "Поверително сърфиране|Поверително разглеждане|Поверителен прозорец|Режим Инкогнито|Приватно прегледање|Приватни прозор|Приватно прелистување|Приватно разгледување|Прыватны прагляд|Рэжым інкогніта|Құпия режим|" +
    "Ανώνυμη περιήγηση|Ιδιωτική περιήγηση|Παράθυρο ανώνυμης περιήγησης|Ιδιωτικό παράθυρο|" +
    "シークレット|シークレット モード|シークレットモード|シークレット ウィンドウ|プライベートブラウジング|プライベート ブラウジング|プライベートブラウズ|プライベートウィンドウ|プライベート ウィンドウ|" +
    "无痕模式|無痕模式|无痕浏览|無痕瀏覽|无痕窗口|無痕視窗|隐身|隐身模式|隐身窗口|隐私浏览|隱私瀏覽|隐私窗口|隱私視窗|隐私浏览窗口|私密浏览|私密瀏覽|私密浏览模式|" +
    "시크릿 모드|시크릿|시크릿 창|사생활 보호 모드|사생활 보호 탐색|사생활 보호 창|개인정보 보호 브라우징|비공개 브라우징|프라이빗 브라우징|" +
    "التصفح المتخفي|وضع التصفح المتخفي|متخفي|التصفح الخاص|تصفح خاص|نافذة خاصة|גלישה בסתר|מצב גלישה בסתר|גלישה פרטית|חלון פרטי|حالت ناشناس|ناشناس|مرور خصوصی|مرور ناشناس|پنجرهٔ خصوصی|پوشیدگی وضع|پوشیدگی|نجی براؤزنگ|" +
    "गुप्त मोड|गुप्त|निजी ब्राउज़िंग|निजी विंडो|ছদ্মবেশী|ছদ্মবেশী মোড|ব্যক্তিগত ব্রাউজিং|மறைநிலை|மறைநிலைப் பயன்முறை|தனிப்பட்ட உலாவல்|అజ్ఞాత|అజ్ఞాత మోడ్|ప్రైవేట్ బ్రౌజింగ్|गुप्त विंडो|છૂપો|છૂપો મોડ|ਇਨਕੋਗਨਿਟੋ|ಅಜ್ಞಾತ|ಅಜ್ಞಾತ ಮೋಡ್|ആൾമാറാട്ടം|ആൾമാറാട്ട മോഡ്|" +
    "ไม่ระบุตัวตน|โหมดไม่ระบุตัวตน|การท่องเว็บแบบส่วนตัว|เรียกดูแบบส่วนตัว|หน้าต่างส่วนตัว|Ẩn danh|Chế độ ẩn danh|Cửa sổ ẩn danh|Duyệt web riêng tư|Duyệt riêng tư|Cửa sổ riêng tư|Duyệt web ẩn danh|" +
    "Samaran|Mode Samaran|Mode Penyamaran|Penyamaran|Penjelajahan Pribadi|Penjelajahan pribadi|Jendela Pribadi|Mode Pribadi|Pelayaran Peribadi|Penyemakan Imbas Peribadi|Tetingkap Peribadi|Inkognito mod|Pribadong Pagba-browse|" +
    "Hali fiche|Kuvinjari kwa faragha|Dirisha la faragha|Nabigatze pribatua|Leiho pribatua|Brabhsáil phríobháideach|Pori Preifat|Skrytý režim",
);
/** What says little by itself. */
const WORDS = listed(
  "Private|Privat|Privé|Privado|Privada|Privata|Privato|Prywatne|Prywatny|Privátní|Anonym|Anonyme|Anonimo|Anônima|Anónima|Anônimo|Anonimno|Anonymní|Gizli|Özel|Fiche|Приватный|Частный|Приватное|プライベート|隐私|私密|비공개|خاص|פרטי|Peribadi|Pribadi|Riêng tư",
);

/** Some piece that every phrase holds, so that most titles are passed over at once. */
const MAY_BE =
  /[iì]n[ck][oòó]gn|priva|priv[áéaā]|pryw|anon|an[oô]n|gizli|özel|[\u0250-\u200f\u2027-\uffff]|surf|siv|selau|yksity|soukr|súkr|zaseb|beležen|samar|penyamar|pribad|peribad|fiche|faragh|secret|fire|huli|einka|ẩn|riêng|məxfi|private|preifat|phríobh|skryt/iu;
