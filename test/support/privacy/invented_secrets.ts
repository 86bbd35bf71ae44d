/** Secrets by kind, invented: names by hand from many countries, all else by generators from a seed. */
import { random } from "../random.ts";

/** A kind, and texts that hold one secret of it each, with what must be gone of it. */
export interface InventedSecret {
  readonly text: string;
  /** Pieces that must not be left. */
  readonly pieces: readonly string[];
}

/** Names in Latin letters: by hand, for what is written together depends on the language. */
const NAMES: Readonly<Record<string, string>> = {
  western:
    `Charlotte Ashworth | Gareth Pritchard | Imogen Whitfield | Desmond Okonjo | Marcus Tillman | Heather Langford | Elke Sommerfeld | Jürgen Wiesner | Annika Rothe | Detlef Krämer
    Mathilde Carpentier | Étienne Marchal | Solène Baudouin | Bastien Lemoine | Femke Verbruggen | Joost Hendrikse | Maarten van den Broek | Lieve De Smedt | Alejandra Cifuentes | Gonzalo Rivas
    Beatriz Figueiredo | Nuno Tavares | Chiara Bellucci | Lorenzo Fabbri | Giulia D'Amico | Aitor Etxeberria | Mireia Puigdomènech | Signe Overgaard | Rasmus Thygesen | Ingeborg Haugland
    Torbjörn Ekdahl | Linnéa Hallgren | Sigríður Einarsdóttir | Orla Fitzgibbon | Fergus MacGillivray | Niamh O'Rourke | Tomos Llewellyn | Paula Echeverría | Conor Brannigan | Wiebke Harms`,
  eastern:
    `Katarzyna Wróblewska | Zbigniew Malinowski | Lenka Havlíčková | Ondřej Dostál | Zuzana Kováčiková | Réka Barta | Zoltán Pintér | Bálint Szűcs | Ileana Constantinescu | Bogdan Diaconu
    Vesna Marković | Goran Đurić | Nataša Zupanič | Matej Hribar | Blerta Krasniqi | Ardian Hoxha | Desislava Petrova | Plamen Stoyanov | Yuliia Kravchuk | Andriy Lytvynenko
    Anastasia Fedorova | Dmitri Vasiliev | Rūta Kazlauskienė | Jonas Petrauskas | Kristaps Ozoliņš | Ilze Bērziņa | Maarja Tamm | Kadri Rebane | Hannele Koivisto | Pekka Rautiainen
    Eleftheria Papadaki | Nikos Stathopoulos | Armen Petrosyan | Nino Kvaratskhelia | Marzena Duda | Tihomir Blagojević`,
  "Turkey, Africa, Asia":
    `Hülya Karadeniz | Serkan Yalçın | Emine Bozkurt | Oğuzhan Şener | Khadija Benali | Youssef El Amrani | Omar Al-Khatib | Layla Haddad | Hassan bin Rashid | Abdulrahman Al Suwaidi
    Chidinma Eze | Olumide Fashola | Kwabena Boakye | Akosua Frimpong | Aminata Sarr | Moussa Keïta | Njeri Wachira | Kipkorir Bett | Lindiwe Mahlangu | Sipho Zulu
    Tigist Alemayehu | Fatoumata Bah | Ananya Krishnamurthy | Suresh Pillai | Harpreet Kaur Gill | Vikram Chauhan | Meenakshi Sundaram | Arjun Mehrotra | Rukhsana Begum | Tanvir Rahman
    Nimal Jayasuriya | Siti Aminah Yusof | Agus Prasetyo | Dewi Lestari | Nguyen Van Thanh | Tran Thi Mai | Somchai Wongsakul | Maricel Dimaculangan | Kenji Watanabe | Haruka Fujimoto
    Park Ji-hoon | Kim Min-seo | Chen Xiaoli | Wei Ling Tan | Zhang Wei | Rashid Khan | Zeynep Aksoy | Tunde Bakare`,
  "Latin America":
    `Ximena Villalobos | Rodrigo Sepúlveda | Yamila Benítez | Thiago Nascimento | Luciana Barros de Souza | Joaquín Arancibia | Guadalupe Xochihua | Marisol Peñaranda | Wilmer Cárdenas | Dulce María Ocampo
    Vinícius Azevedo | Fernanda Quintanilla | Ezequiel Bustamante | Itzel Zamora`,
  "written otherwise":
    `Ashworth, Charlotte | KRÄMER, DETLEF | MATHILDE CARPENTIER | van den Broek, Maarten | Wróblewska, Katarzyna | E. Sommerfeldt | J. R. Hoffmann | K.-H. Zimmermann | M. Lefebvre | R. Patel
    Mr Pritchard | Mrs Whitfield | Dr. Wiesner | Frau Dr. Rothe | Herr Krämer | Mme Marchal | Prof. Havlíček | Sra. Villalobos | Signora Bellucci | Ms. Okonjo | Dhr. Verbruggen | Sr. Sepúlveda
    Petrosyan Armen | Pintér Zoltán | Szűcs Bálint | charlotte.ashworth | serkan_yalcin | Annika_Rothe | Dr Hallgren | Kapoor, Anjali | O'Rourke, Niamh | Pritchard, G.`,
};

/** Written when the detectors were made, and never looked at for making them. */
const LATER_NAMES =
  `Hannah Wexford | Oliver Thackeray | Rebecca Lindholm | Stefanie Obermaier | Tobias Grünwald | Margarethe Stolz | Camille Roussel | Antoine Delacroix | Pieter van Dijk | Sanne Hoogland | Carmen Iglesias
  Álvaro Montero | Filipa Moutinho | Marco Pellegrini | Silvia Zanetti | Mads Kjeldsen | Astrid Nygård | Johan Sjöström | Aino Lehtimäki | Małgorzata Pawlak | Krzysztof Adamczyk | Tereza Vondráčková | Martin Šimek
  Eszter Bognár | Attila Fodor | Adriana Vasilescu | Cătălin Moldovan | Ivana Petković | Luka Perić | Georgi Dimitrov | Olena Tymoshenko | Sergei Volkov | Katerina Alexiou | Ayşe Korkmaz | Burak Aydoğan | Mohammed Al-Farsi
  Nadia Bouazizi | Tariq Mahmood | Deepak Agarwal | Lakshmi Narayanan | Kavita Deshmukh | Ravi Shankar Iyer | Ngozi Adichie | Emeka Nwankwo | Thandiwe Mokoena | Wanjiku Mwangi | Abebe Tadesse | Mariama Diallo
  Linh Pham | Minh Nguyen | Rizky Saputra | Nurul Izzah Anwar | Jose Rizal Santos | Akira Nakamura | Min-jun Kim | Li Na Wang | Diego Maradona Ruiz | Lucía Fernández Prieto | João Batista Cardoso | Camila Restrepo | Mateo Quiroga
  Mr Thackeray | Frau Grünwald | Dr. Delacroix | Mme Roussel | Sig. Pellegrini | Wexford, Hannah | STOLZ, MARGARETHE | Montero, Álvaro | A. Korkmaz | T. Mahmood | Fodor Attila | Mwangi Wanjiku | tobias.gruenwald`;

type Random = ReturnType<typeof random>;

/** Every kind's secrets, the same for the same seed. */
export function inventedSecrets(seed: number, each = 60): Record<string, InventedSecret[]> {
  const source = random(seed);
  const many = (make: (source: Random) => InventedSecret) => Array.from({ length: each }, () => make(source));
  const names = Object.entries(NAMES).map(([kind, text]) =>
    [`name: ${kind}`, text.split(/[|\n]/).map((one) => one.trim()).filter((one) => one !== "").map(nameOf)] as const
  );
  return {
    ...Object.fromEntries(names),
    "name: set back": LATER_NAMES.split(/[|\n]/).map((one) => one.trim()).filter((one) => one !== "").map(nameOf),
    "phone: with + or 00": many((from) => phone(from, INTERNATIONAL)),
    "phone: national, grouped": many((from) => phone(from, GROUPED)),
    "phone: national, digits alone": many((from) => phone(from, ALONE)),
    "password after a word": many(password),
    "token or key": many(token),
    "token in an address": many(addressWithToken),
    "birth date": many(birthDate),
    "postal address": many(postalAddress),
  };
}

const TITLES = /^(?:Mrs?|Ms|Dr|Prof|Frau|Herr|Mme|Sra?|Signora|Dhr)$/;

function nameOf(text: string): InventedSecret {
  const pieces = text.split(/[\s,._]+/).filter((word) =>
    word.length > 2 && !TITLES.test(word) && !/^(?:van|den|bin)$/.test(word)
  );
  return { text, pieces };
}

/** Figures for # (any), 2 (2 to 9) and 9 (6 to 9); everything else as it is. */
function filled({ below }: Random, form: string): string {
  return form.replace(
    /[#%&]/g,
    (sign) => String(sign === "#" ? below(10) : sign === "%" ? 2 + below(8) : 6 + below(4)),
  );
}

function phone(source: Random, forms: readonly string[]): InventedSecret {
  for (;;) {
    const text = filled(source, source.pick(forms));
    // Round figures and zeros in a row are numbers of other things.
    if (/000|(\d)\1{4}/.test(text.replace(/\D/g, ""))) continue;
    return { text, pieces: [text.replace(/^\D+|\D+$/g, "")] };
  }
}

const INTERNATIONAL = [
  "+49 30 %#####",
  "+49 (0)89 %######",
  "+49 171 %######",
  "0049 221 %######",
  "+43 1 %######",
  "+41 44 %## ## ##",
  "+33 1 %# ## ## ##",
  "+33 6 %# ## ## ##",
  "+34 9%# ### ###",
  "+39 06 %#######",
  "+39 3%# ### ####",
  "+31 20 %## ####",
  "+32 2 %## ## ##",
  "+352 %## ###",
  "+44 20 7### ####",
  "+44 7%## ######",
  "+353 1 %## ####",
  "+45 %# ## ## ##",
  "+46 8 %## ### ##",
  "+47 %# ## ## ##",
  "+358 9 %## ####",
  "+48 %## ### ###",
  "+420 %## ### ###",
  "+36 1 %## ####",
  "+40 21 %## ####",
  "+30 21# ### ####",
  "+351 21# ### ###",
  "+90 5%# ### ## ##",
  "+7 495 %##-##-##",
  "+380 44 %## ## ##",
  "+1 (2%%) %##-####",
  "+1-3%%-%##-####",
  "+52 55 %### ####",
  "+55 11 9%###-####",
  "+54 11 %###-####",
  "+57 30% ### ####",
  "+86 138 #### ####",
  "+81 3-%###-####",
  "+82 10-%###-####",
  "+91 &#### #####",
  "+65 &### ####",
  "+61 2 %### ####",
  "+64 21 %## ###",
  "+27 82 %## ####",
  "+234 80% ### ####",
  "+254 7%# ### ###",
  "+971 50 %## ####",
  "+966 5% ### ####",
  "+972 50-%##-####",
  "0041 79 %## ## ##",
  "0033612345%##".replace("12345", "3%###"),
];
const GROUPED = [
  "030 %#####-##",
  "(089) %######",
  "0221/%######",
  "0171 %######",
  "040-%#######",
  "01 %# ## ## ##".replace("01 ", "01 "),
  "06.%#.##.##.##",
  "020 7%## ####",
  "07%## ######",
  "(0161) %## ####",
  "(2%%) %##-####",
  "3%%-%##-####",
  "4%%.%##.####",
  "9%# ### ###",
  "6%# ### ###",
  "06 %### ####",
  "3%# %######",
  "020 %## ####",
  "06-%#######",
  "08-%## ### ##",
  "070-%## ## ##",
  "04# %## ####",
  "%# %## ## ##",
  "021 %## ####",
  "0532 %## ## ##",
  "8 (495) %##-##-##",
  "067 %## ## ##",
  "&#### #####",
  "03-%###-####",
  "090-%###-####",
  "010-%###-####",
  "138 %### ####",
  "(11) 9%###-####",
  "55 %### ####",
  "0412 %## ###",
  "(02) %### ####",
  "082 %## ####",
  "0803 %## ####",
  "0712 %## ###",
  "050-%##-####",
  "044 %## ## ##",
  "079 %## ## ##",
  "087 %## ####",
  "0812-%###-####",
];
const ALONE = [
  "0171%######",
  "0151%#######",
  "06%#######",
  "07%########",
  "0412%#####",
  "0803%######",
  "090%#######",
  "010%#######",
  "0532%######",
  "07%#######",
  "0912%#####",
  "Tel. 9%######",
  "phone: &########",
  "Mobil &########",
  "tel:9%#######",
];

const SIGNS = ["!", "?", "$", "#", "-", "_", "+", "%", "."];
const BASES = [
  "Sommer",
  "winter",
  "Falcon",
  "Bluebird",
  "Tiger",
  "hunter",
  "Kaffee",
  "Primavera",
  "Soleil",
  "dragon",
  "Zebra",
  "qwertz",
  "Lxk",
  "vTp",
  "Berlin",
  "Wroclaw",
];

function secretWord({ below, pick }: Random): string {
  return `${pick(BASES)}${pick(["", ...SIGNS])}${10 + below(9990)}${pick(["", "", ...SIGNS.slice(0, 4)])}`;
}

const WORDS = [
  "password: ",
  "Password = ",
  "pwd:",
  "pw: ",
  "passcode: ",
  "Passphrase: ",
  "Your password is ",
  "temporary password: ",
  "initial password is: ",
  "password for the portal: ",
  "Passwort: ",
  "Kennwort: ",
  "Passwort ist ",
  "Das Passwort lautet ",
  "Zugangscode: ",
  "mot de passe : ",
  "mdp: ",
  "Votre mot de passe est ",
  "contraseña: ",
  "Clave: ",
  "La contraseña es ",
  "password: ",
  "parola d'ordine: ",
  "senha: ",
  "Palavra-passe: ",
  "wachtwoord: ",
  "Wachtwoord is ",
  "lösenord: ",
  "passord: ",
  "adgangskode: ",
  "kodeord: ",
  "salasana: ",
  "hasło: ",
  "Hasło to ",
  "heslo: ",
  "geslo: ",
  "lozinka: ",
  "jelszó: ",
  "parolă: ",
  "парола: ",
  "пароль: ",
  "Пароль: ",
  "лозинка: ",
  "κωδικός πρόσβασης: ",
  "şifre: ",
  "parola: ",
  "parool: ",
  "slaptažodis: ",
  "lykilorð: ",
  "密码: ",
  "密碼：",
  "パスワード: ",
  "비밀번호: ",
  "كلمة المرور: ",
  "סיסמה: ",
  "रहस्य पासवर्ड: ".slice(6),
  "mật khẩu: ",
  "kata sandi: ",
  "kata laluan: ",
  "รหัสผ่าน: ",
  "secret: ",
  "nenosiri: ",
  "fjalëkalimi: ",
  "PW=",
];
const CODES = [
  "PIN ",
  "PIN: ",
  "Your PIN is ",
  "TAN: ",
  "mTAN ",
  "OTP: ",
  "security code: ",
  "verification code is ",
  "Geheimzahl: ",
  "code PIN : ",
  "código PIN: ",
  "CVV ",
  "PUK: ",
];

function password(source: Random): InventedSecret {
  const { below, pick } = source;
  const isCode = below(5) === 0;
  const word = isCode ? pick(CODES) : pick(WORDS);
  const value = isCode
    ? String(100000 + below(900000)).slice(0, word.startsWith("CVV") ? 3 : pick([4, 6]))
    : secretWord(source);
  return { text: `${word}${value}`, pieces: [value.replace(/[!?.]+$/, "")] };
}

const ALPHABETS = {
  hex: "0123456789abcdef",
  upper: "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567",
  all: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789",
};

function text({ pick }: Random, alphabet: keyof typeof ALPHABETS, length: number): string {
  return Array.from({ length }, () => pick([...ALPHABETS[alphabet]])).join("");
}

function webToken(source: Random): string {
  const part = (value: unknown) =>
    btoa(JSON.stringify(value)).replace(/=+$/, "").replaceAll("+", "-").replaceAll("/", "_");
  return [
    part({ alg: "HS256", typ: "JWT" }),
    part({ sub: String(source.below(1e6)), exp: 17e8 }),
    text(source, "all", 43),
  ].join(".");
}

/** Forms of keys as their makers document them, filled in by chance. */
function key(source: Random): string {
  const { below, pick } = source;
  const forms: (() => string)[] = [
    () => `AKIA${text(source, "upper", 16)}`,
    () => `ghp_${text(source, "all", 36)}`,
    () => `gho_${text(source, "all", 36)}`,
    () => `github_pat_${text(source, "all", 22)}_${text(source, "all", 59)}`,
    () => `glpat-${text(source, "all", 20)}`,
    () => `xoxb-${1e11 + below(8e11)}-${1e11 + below(8e11)}-${text(source, "all", 24)}`,
    () => `xoxp-${1e11 + below(8e11)}-${text(source, "hex", 32)}`,
    () => `sk_${pick(["live", "test"])}_${text(source, "all", 24)}`,
    () => `rk_live_${text(source, "all", 24)}`,
    () => `whsec_${text(source, "all", 32)}`,
    () => `AIza${text(source, "all", 35)}`,
    () => `ya29.${text(source, "all", 60)}`,
    () => `npm_${text(source, "all", 36)}`,
    () => `pypi-AgEIcHlwaS5vcmc${text(source, "all", 60)}`,
    () => `sk-${text(source, "all", 48)}`,
    () => `sk-proj-${text(source, "all", 60)}`,
    () => `sk-ant-api03-${text(source, "all", 60)}`,
    () => `SG.${text(source, "all", 22)}.${text(source, "all", 43)}`,
    () => `AC${text(source, "hex", 32)}`,
    () => `key-${text(source, "hex", 32)}`,
    () => `hf_${text(source, "all", 34)}`,
    () => `dop_v1_${text(source, "hex", 64)}`,
    () => `shpat_${text(source, "hex", 32)}`,
    () => `dckr_pat_${text(source, "all", 27)}`,
    () => `${text(source, "hex", 32)}-us${1 + below(20)}`,
    () => `hvs.${text(source, "all", 90)}`,
    () => `Bearer ${text(source, "all", 32)}`,
    () => `Bearer ${text(source, "hex", 24)}`,
    () => `Authorization: Basic ${btoa(`desk${below(99)}:${text(source, "all", 8)}`)}`,
    () => `X-Api-Key: ${text(source, "hex", 32)}`,
    () => `client_secret=${text(source, "all", 30)}`,
    () => `api key: ${text(source, "hex", 32)}`,
    () => `AccountKey=${text(source, "all", 86)}==`,
    () => `aws_secret_access_key = ${text(source, "all", 20)}/${text(source, "all", 19)}`,
    () =>
      `-----BEGIN RSA PRIVATE KEY----- MIIE${text(source, "all", 60)} ${
        text(source, "all", 64)
      } -----END RSA PRIVATE KEY-----`,
    () => `-----BEGIN OPENSSH PRIVATE KEY----- b3Blbn${text(source, "all", 60)}`,
    () => webToken(source),
    () => `Bearer ${webToken(source)}`,
  ];
  return pick(forms)();
}

/** The longest run of what is no space: the key itself. */
function longest(text: string): string {
  return text.split(/[\s=:]+/).filter((one) => one !== "").sort((a, b) => b.length - a.length)[0]!;
}

function token(source: Random): InventedSecret {
  const text = key(source);
  return { text, pieces: [longest(text).slice(4)] };
}

function addressWithToken(source: Random): InventedSecret {
  const { below, pick } = source;
  const value = pick([
    () => text(source, "all", 32),
    () => text(source, "hex", 40),
    () => webToken(source),
    () => text(source, "all", 22),
  ])();
  const host = `https://${pick(["portal", "app", "shop", "files"])}.example`;
  const address = pick([
    `${host}/login?token=${value}`,
    `${host}/cb?code=${value}&state=7`,
    `${host}/reset-password/${value}`,
    `${host}/verify/${value}?lang=de`,
    `${host}/invite/${value}`,
    `${host}/a.pdf?sv=2022-11-02&sig=${value}`,
    `${host}/x;jsessionid=${value}?page=2`,
    `${host}/#access_token=${value}&expires_in=3600`,
    `${host}/o.csv?X-Amz-Credential=AKIA${below(9)}&X-Amz-Signature=${value}`,
    `https://hooks.slack.example/services/T0${below(9)}AB12CD/B0${below(9)}EF34GH/${value}`,
    `https://desk${below(90)}:${value}@ftp.example/in`,
    `${host}/share/${value}/view`,
    `${host}/api?api_key=${value}`,
    `${host}/?PHPSESSID=${value}`,
    `${host}/magic-link/${value}`,
    `${host}/sso?SAMLResponse=${value}`,
  ]);
  return { text: address, pieces: [value] };
}

const CUES = [
  "born ",
  "Born on ",
  "DOB: ",
  "DOB ",
  "D.O.B. ",
  "Date of birth: ",
  "birthday: ",
  "geb. ",
  "geboren am ",
  "Geburtsdatum: ",
  "né le ",
  "née le ",
  "date de naissance : ",
  "nacido el ",
  "fecha de nacimiento: ",
  "nata il ",
  "data di nascita: ",
  "nascido em ",
  "data de nascimento: ",
  "geboortedatum: ",
  "geboren op ",
  "född ",
  "födelsedatum: ",
  "fødselsdato: ",
  "født ",
  "syntymäaika: ",
  "ur. ",
  "data urodzenia: ",
  "datum narození: ",
  "nar. ",
  "született: ",
  "születési idő: ",
  "data nașterii: ",
  "doğum tarihi: ",
  "дата рождения: ",
  "д.р. ",
  "дата народження: ",
  "ημερομηνία γέννησης: ",
  "生年月日: ",
  "出生日期：",
  "생년월일: ",
  "ngày sinh: ",
  "tanggal lahir: ",
  "*",
];

function birthDate({ below, pick }: Random): InventedSecret {
  const year = 1940 + below(65), month = 1 + below(12), day = 1 + below(28);
  const two = (n: number) => String(n).padStart(2, "0");
  const cue = pick(CUES);
  const english = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
  ][month - 1]!;
  const forms = [
    `${two(day)}.${two(month)}.${year}`,
    `${two(day)}/${two(month)}/${year}`,
    `${year}-${two(month)}-${two(day)}`,
    `${day}.${month}.${year}`,
    `${day} ${english} ${year}`,
    `${english} ${day}, ${year}`,
  ];
  const date = pick(cue === "*" ? forms.slice(0, 1) : forms);
  return { text: `${cue}${date}`, pieces: [date] };
}

const STREETS = [
  "Lindenstraße #",
  "Am Alten Markt 1#",
  "Goethestr. %b",
  "Kirchweg 1#",
  "Gartenallee #a",
  "Torstraße 1##",
];
const TOWNS = [
  "Berlin",
  "Lyon",
  "Graz",
  "Gent",
  "Utrecht",
  "Bergamo",
  "Zaragoza",
  "Porto",
  "Aarhus",
  "Uppsala",
  "Kraków",
  "Brno",
  "Pécs",
  "Cluj-Napoca",
];

/** Complete ones, and parts of one behind a word that announces it. */
function postalAddress(source: Random): InventedSecret {
  const { pick } = source;
  const town = pick(TOWNS);
  const street = filled(source, pick(STREETS));
  const complete = filled(
    source,
    pick([
      `${street}, %#### ${town}`,
      `%# rue des Tilleuls, %#### ${town}`,
      `%# bis avenue Jean Jaurès, 6900% ${town}`,
      `Calle Mayor %#, 2801% ${town}`,
      `Via Garibaldi 1#, 2412% ${town}`,
      `Rua das Flores %#, %###-1## ${town}`,
      `Prinsengracht %##, 10## AB ${town}`,
      `Meir %#, 20## ${town}`.replace("Meir", "Korenstraat"),
      `Storgatan %#, 11# 2# ${town}`,
      `ul. Długa %#/%, 3#-0## ${town}`,
      `Husova 1#, 60# 0# ${town}`,
      `%## Maple Street, Springfield, IL 627##`,
      `1# Acacia Avenue, London SW1A 2AA`,
      `Nørregade 1#, %### ${town}`,
    ]),
  );
  const cued = filled(
    source,
    pick([
      `Address: ${street}`,
      `Anschrift: ${street}, ${town}`,
      `wohnhaft in der ${street}, ${town}`,
      `Adresse : %# rue des Tilleuls, ${town}`,
      `Dirección: Calle Mayor %#, 3º B`,
      `Indirizzo: Via Garibaldi 1#`,
      `Morada: Rua das Flores %#`,
      `Adres: Prinsengracht %##`,
      `Adress: Storgatan %#, ${town}`,
      `Adres: ul. Długa %#/%`,
      `Ship to: %## Maple Street, Springfield`,
      `lives at 1# Acacia Avenue`,
      `Lieferadresse: ${street}`,
      `Home address: %## Maple Street`,
      `Адрес: ул. Ленина %#, кв. 1#`,
      `Lakcím: Kossuth utca 1#`,
    ]),
  );
  const text = source.below(2) === 0 ? complete : cued;
  const behind = text.replace(/^[\p{L} ]+?\s?:\s|^(?:wohnhaft in der|lives at)\s/u, "");
  return { text, pieces: [behind] };
}
