import { expect, test } from "vitest";
import { isPrivateWindow, saysPrivate, tellsPrivateWindows } from "../../src/privacy/private_windows.ts";
import { asksForPassword } from "../../src/privacy/detectors/secret_words.ts";
import { valueAt } from "../../src/base/column.ts";
import { readInteractions } from "../../src/log/interactions/read_interactions.ts";

/** What browsers call their private windows, by language: Chrome's word and Firefox's. */
const WORDS: Record<string, readonly [string, string]> = {
  English: ["Incognito", "Private Browsing"],
  Mandarin: ["无痕模式", "隐私浏览"],
  "Chinese, Taiwan": ["無痕模式", "隱私瀏覽"],
  Hindi: ["गुप्त मोड", "निजी ब्राउज़िंग"],
  Spanish: ["Incógnito", "Navegación privada"],
  French: ["Navigation privée", "Navigation privée"],
  Arabic: ["التصفح المتخفي", "التصفح الخاص"],
  Bengali: ["ছদ্মবেশী", "ব্যক্তিগত ব্রাউজিং"],
  Portuguese: ["Navegação anônima", "Navegação privativa"],
  Russian: ["Инкогнито", "Приватный просмотр"],
  Urdu: ["پوشیدگی", "نجی براؤزنگ"],
  Indonesian: ["Samaran", "Penjelajahan Pribadi"],
  German: ["Inkognito", "Privater Modus"],
  Japanese: ["シークレット", "プライベートブラウジング"],
  Marathi: ["गुप्त", "निजी विंडो"],
  Telugu: ["అజ్ఞాత", "ప్రైవేట్ బ్రౌజింగ్"],
  Turkish: ["Gizli mod", "Gizli Gezinti"],
  Tamil: ["மறைநிலை", "தனிப்பட்ட உலாவல்"],
  Vietnamese: ["Ẩn danh", "Duyệt web riêng tư"],
  Korean: ["시크릿 모드", "사생활 보호 모드"],
  Italian: ["In incognito", "Navigazione anonima"],
  Thai: ["ไม่ระบุตัวตน", "การท่องเว็บแบบส่วนตัว"],
  Persian: ["ناشناس", "مرور خصوصی"],
  Polish: ["Tryb incognito", "Tryb prywatny"],
  Ukrainian: ["Анонімний перегляд", "Приватний перегляд"],
  Dutch: ["Incognito", "Privénavigatie"],
  Romanian: ["Incognito", "Navigare privată"],
  Greek: ["Ανώνυμη περιήγηση", "Ιδιωτική περιήγηση"],
  Czech: ["Anonymní režim", "Anonymní prohlížení"],
  Hungarian: ["Inkognitó", "Privát böngészés"],
  Swedish: ["Inkognito", "Privat surfning"],
  Hebrew: ["גלישה בסתר", "גלישה פרטית"],
  Finnish: ["Incognito-tila", "Yksityinen selaus"],
  Swahili: ["Hali fiche", "Kuvinjari kwa faragha"],
};

test.each(Object.entries(WORDS))("%s: titles of private windows", (_, [chrome, firefox]) => {
  for (
    const title of [
      `Clinic - Google Chrome (${chrome})`,
      `Clinic – Google Chrome – ${chrome}`,
      `Clinic — Mozilla Firefox (${firefox})`,
      `Clinic — Mozilla Firefox ${firefox}`,
      `Clinic — ${firefox}`,
    ]
  ) expect(isPrivateWindow(title), title).toBe(true);
});

test("other browsers' private windows, and titles in which the words mean something else", () => {
  for (
    const title of [
      "Clinic - [InPrivate] - Microsoft Edge",
      "inprivate clinic - Microsoft Edge",
      "Clinic - Brave (Private)",
      "Clinic - Private - Brave",
      "Clinic - Opera (Private)",
      "Private Window with Tor - Brave",
      "Clinic — Private Browsing — Safari",
      "Clinic - Vivaldi (Private)",
    ]
  ) expect(isPrivateWindow(title), title).toBe(true);
  for (
    const title of [
      "Private equity fund - Word",
      "Incognito (2011 film) - Notes",
      "Private - Folders - Outlook",
      "Privat Bank - Statement",
      "Anonymous survey - Google Chrome",
      "Browsing history - Google Chrome",
      "Secret Santa - Microsoft Edge",
      "Navigation - Google Maps",
      "Gizli - Proje - Excel",
    ]
  ) expect(isPrivateWindow(title), title).toBe(false);
});

test("columns that tell private windows, in any spelling, and what their cells say", async () => {
  const headers =
    "inPrivate|in_private|IsInPrivate|InPrivateMode|isPrivate|private|Private Window|private_browsing|incognito|" +
    "Incognito|tab.incognito|window_ingognito|incognitoMode|browser.isIncognito|Inkognito|privateMode";
  for (const header of headers.split("|")) expect(tellsPrivateWindows(header), header).toBe(true);
  for (const header of ["privateEquity", "privacy", "private_key", "team", "notPrivateNote", "priority"]) {
    expect(tellsPrivateWindows(header), header).toBe(false);
  }
  for (const value of ["true", "TRUE", "1", "1.0", "Yes", "y", "on", "ja", "wahr", "oui", "InPrivate", "incognito"]) {
    expect(saysPrivate(value), value).toBe(true);
  }
  for (const value of ["false", "0", "no", "off", "nein", "normal", ""]) expect(saysPrivate(value), value).toBe(false);
  for (const [header, value] of [["inPrivate", "True"], ["browser_mode", "incognito"], ["windowType", "private"]]) {
    const rows = ["2026-02-03T08:00:00Z,u1,Chrome,Clinic,click", "2026-02-03T08:00:01Z,u1,Chrome,Shop,click"];
    const text = `timestamp,user,app,window,action,${header}\n${rows[0]},${value}\n${rows[1]},normal\n`;
    const log = await readInteractions(new TextEncoder().encode(text), { name: "a.csv" });
    expect(log.window.dictionary, header).toEqual(["Shop"]);
    await log.source.database.close();
  }
});

/** What forms call the field, each in its language. */
const FIELDS =
  "Password|passwd|Confirm password|newPassword|old_pwd|txtPw|Passphrase|Passcode|PIN|PUK|TAN|OTP|CVV2|CVC|Security code|" +
  "Verification code|API key|Access token|client_secret|Secret|Private key|Passwort|Kennwort wiederholen|Geheimzahl|Sicherheitscode|" +
  "Mot de passe|Code confidentiel|Contraseña|Clave secreta|Senha|Palavra-passe|Parola d'ordine|Wachtwoord|Lösenord|Adgangskode|" +
  "Passord|Salasana|Lykilorð|Hasło|Heslo|Geslo|Lozinka|Zaporka|Jelszó|Parolă|Парола|Пароль|Лозинка|Гесло|Κωδικός πρόσβασης|Şifre|" +
  "Parool|Slaptažodis|Fjalëkalimi|Pasfhocal|Cyfrinair|Contrasenya|Pasahitza|密码|密碼|パスワード|暗証番号|비밀번호|كلمة المرور|רמז סיסמה|" +
  "گذرواژه|पासवर्ड|পাসওয়ার্ড|கடவுச்சொல்|รหัสผ่าน|Mật khẩu|Kata sandi|Kata laluan|Nenosiri|Wagwoord|პაროლი";

test("fields for passwords in many languages, and fields for other things", () => {
  for (const field of FIELDS.split("|")) expect(asksForPassword(field), field).toBe(true);
  const others =
    "Passenger|Compass|Pinned notes|Shipping|Tangent|Order|Customer|Passage|Keyboard|Monkey|Opinion|Turkey|Key figure|Secretary|" +
    "Tokyo office|Expin|Parole board";
  for (const field of others.split("|")) expect(asksForPassword(field), field).toBe(false);
});

test("what is typed into them is masked elsewhere, whatever it looks like", async () => {
  const header = "timestamp,user,application,window,element,action,value";
  for (const field of ["Lozinka", "暗証番号", "API key", "userPwd"]) {
    const typed = "Wq9mysecretY";
    const text =
      `${header}\n2026-02-03T08:00:10Z,u1,B,W,${field},type,${typed}\n2026-02-03T08:00:11Z,u1,B,W,Note,type,${typed}\n`;
    const log = await readInteractions(new TextEncoder().encode(text), { name: "a.csv" });
    expect([valueAt(log.value, 0), valueAt(log.value, 1)], field).toEqual([null, "[password 1]"]);
    await log.source.database.close();
  }
});
