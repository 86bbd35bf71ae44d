/** Words for passwords, PINs, codes and keys in some sixty languages, and the fields that ask for them. */

/** In Latin, Greek and Cyrillic letters: they stand as words of their own. Accents may be missing. */
const LETTERS = [
  // English, and what all languages took from it.
  "pass(?:word|wort|wd|phrase|code|key)?",
  "pwd",
  "pw",
  "psw",
  "pswd",
  "pin(?:code|[ -]?code|[ -]?nummer)?",
  "parole(?! (?:board|officer|hearing))",
  "paroll?",
  "pass[ -]?(?:word|code|phrase)",
  "security[ _-]?(?:code|answer|number)",
  "secret(?:[ _-]?(?:code|answer|word|key))?",
  "(?:one[ _-]?time|access|verification|authentication|login)[ _-]?(?:code|pin|password)",
  "otp",
  "mfa[ _-]?code",
  "2fa[ _-]?code",
  "tan",
  "puk",
  "cvv2?",
  "cvc2?",
  "csc",
  // German, Dutch, Afrikaans, Nordic.
  "kenn?wort",
  "losungswort",
  "geheimzahl",
  "geheimcode",
  "geheimwort",
  "zugangs(?:code|kennung|wort)",
  "sicherheitscode",
  "einmal(?:code|kennwort|passwort)",
  "pr[uü]fziffer",
  "wachtwoord(?:en)?",
  "toegangscode",
  "wagwoord",
  "l[oö]senord(?:et)?",
  "kod ?ord",
  "adgangskode",
  "kodeord",
  "passord(?:et)?",
  "lykilor[dð]",
  "a[dð]gangsor[dð]",
  "salasana",
  "tunnusluku",
  // Romance.
  "mots?[ _-]?de[ _-]?passe",
  "mdp",
  "code[ _-](?:secret|confidentiel|pin|d['’ ]acc[eè]s)",
  "contrase[ñn]as?",
  "clave(?: de acceso| secreta)?(?! (?:de )?(?:producto|primaria|for[aá]nea))",
  "c[oó]digo[ _-](?:secreto|de acceso|de acesso|de seguridad|de seguran[cç]a)",
  "senhas?",
  "palavra[ _-]?passe",
  "parola(?: d['’ ]ordine)?(?! chiave)",
  "codice[ _-](?:segreto|pin|di accesso|di sicurezza)",
  "parol[aă](?! chiave)",
  "contrasenya",
  "contrasinal",
  "pasahitza",
  // Slavic, Baltic, Finno-Ugric, Celtic, Albanian, Turkic and others.
  "has[lł][oa]",
  "hesl[oa]",
  "geslo",
  "lozink[aeu]",
  "zaporka",
  "jelsz[oó]",
  "parool",
  "salas[oõ]na",
  "slapta[zž]od[zž]?i[so]",
  "pasfhocal",
  "cyfrinair",
  "fjal[eë]kalimi?",
  "[sş]ifre(?:si|niz)?",
  "parolan[iı]z",
  "[sş]ifr[əe]",
  "m[aậ]t kh[aẩ]u",
  "kata[ _-](?:sandi|laluan)",
  "sandi",
  "nenosiri",
  "neno la siri",
  "парол[ьяи]",
  "парола",
  "лозинк[аеу]",
  "гесло",
  "құпия ?сөз",
  "нууц үг",
  "сырсөз",
  "κωδικ[οό]ς(?: πρ[οό]σβασης)?",
  "συνθηματικ[οό]",
  "гасло",
].join("|");

/** In scripts that do not part words, or part them otherwise. */
const OTHERS =
  "密[码碼]|口令|验证码|驗證碼|パスワード|暗証番号|パスコード|비밀번호|암호|패스워드|인증번호|كلمة (?:المرور|السر)|الرقم السري|رمز (?:المرور|عبور|الدخول)|گذرواژه|پاس ورڈ|" +
  "סיסמ[הא]|קוד סודי|पासवर्ड|कूटशब्द|পাসওয়ার্ড|கடவுச்சொல்|పాస్[\u200c]?వర్డ్|પાસવર્ડ|ਪਾਸਵਰਡ|ಪಾಸ್ವರ್ಡ್|പാസ്[\u200c]?വേഡ്|รหัสผ่าน|የይለፍ ቃል|პაროლი|գաղտնաբառ|មុខងារសម្ងាត់|ពាក្យសម្ងាត់|ລະຫັດຜ່ານ|စကားဝှက်|මුරපදය";

/** Words for keys and tokens, which programs ask for. */
const KEYS =
  "(?:api|access|secret|private|auth|client|account|subscription|encryption|signing|shared|licen[cs]e|app|master)[ _-]?keys?|api[ _-]?(?:token|secret)|" +
  "(?:access|auth|authentication|refresh|id|session|bearer|csrf|xsrf|reset|invite|verification|personal access|security)[ _-]?tokens?|" +
  "client[ _-]?secret|credentials?|session[ _-]?(?:id|key)|tokens?";

/** As parts of patterns with the flag `u`. */
export const PASSWORD_WORDS = LETTERS, OTHER_PASSWORD_WORDS = OTHERS, KEY_WORDS = KEYS;

/** Whether a name, label or type of a field says that something secret is typed there. */
export function asksForPassword(name: string): boolean {
  const parted = name.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2").normalize("NFC");
  return FIELD.test(parted);
}

const FIELD = new RegExp(
  `(?:^|[^\\p{L}])(?:${LETTERS}|${KEYS})s?(?![\\p{L}])|passwor[dt]|kennwort|passwd|wachtwoord|contrase|(?:user|login|my|new|old)(?:pwd|pw|pass)(?!\\p{L})|${OTHERS}`,
  "iu",
);
