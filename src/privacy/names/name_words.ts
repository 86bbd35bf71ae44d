/** Words as names are compared, and words that are no names. */

/** Lower case, without accents, apostrophes and strokes; ß as ss. */
export function folded(word: string): string {
  let plain = true;
  for (let i = 0; plain && i < word.length; i++) plain = word.charCodeAt(i) < 0x80;
  const lower = word.toLowerCase().replace(/['’]/g, "");
  return plain
    ? lower
    : lower.normalize("NFD").replace(/\p{M}/gu, "").replace(/[ßøłđðþæœı]/g, (letter) => PLAIN[letter]!);
}

const PLAIN: Readonly<Record<string, string>> = {
  ß: "ss",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  æ: "ae",
  œ: "oe",
  ı: "i",
};

const words = (text: string): ReadonlySet<string> => new Set(text.split(" ").map(folded));

/** Words of roles, of software and of business that stand in user columns, addresses and titles. */
export const COMMON = words(
  "admin administrator administration agent alle anonym anonymous api app auto back bank batch benutzer bestellung " +
    "billing bot bureau business buyer clerk client company contact contracts crm customer daemon data default demo " +
    "desk dev dispatch email employee erp external extern facture finance front gast guest help helpdesk hotline hr " +
    "inbox info intern internal invoice it kontakt kunde kunden lager legal local login mail mailbox manager marketing " +
    "master member mitarbeiter newsletter noreply no not null nobody none north ops office online operator order orders " +
    "pc person post postmaster privacy process purchase purchasing rechnung reply robot root sachbearbeiter sales " +
    "sap service services shared shipping shop south east west staff student students super supplier support sys " +
    "system team tech technik temp test tester testuser the unknown unbekannt undefined user users vendor vertrieb " +
    "visitor warehouse web webmaster windows work worker workstation xx you your and der die das und von van den del " +
    "dos mit for mrs herr frau page home start new open save edit excel word chrome outlook may will sir madam all " +
    "gmbh inc ltd llc corp group gruppe abteilung department geehrte geehrter colleagues kollegen friends everyone",
);

/** Names of persons that labels and titles are full of as words, months and places: alone they are no mention. */
export const ORDINARY = words(
  "mark rose grace hope faith joy art bill frank rich grant chase guy rob sue june april august max min jan mai penny dawn summer " +
    "star page long young king green brown white black gray grey price church field fields banks wood park bridge rivers case cash " +
    "chance change close cross day fast good hand major power post pool bank block board sharp short small little street strong " +
    "temple wall waters weeks klein gross lang kurz neu alt jung berg ende feld fest frei gut hof kern licht reich rein seite stark " +
    "rat schild petit grand bell love moon victoria virginia georgia florence paris sydney jordan chelsea austin dallas houston " +
    "lincoln madison mercedes angel carolina dakota chad india israel china kent berlin london york hamburg frankfurt essen muenster " +
    "office point view note link",
);

/** What stands behind a given name in labels and titles where no family name does. */
export const NO_FAMILY_NAME = words(
  "street st road rd avenue ave blvd square station park bridge airport hotel hospital school university college church center centre city " +
    "county island beach house hall tower building room strasse str weg platz allee gasse ring ufer brucke krankenhaus schule rue " +
    "avenida calle plaza place boulevard via piazza search view report reports settings overview dashboard calendar notes list " +
    "details profile account chat meeting call calls task tasks ticket tickets project file files folder document documents tab " +
    "window form forms template draft drafts message messages notification notifications request requests quote offer delivery " +
    "payment payments refund return returns item items product products price prices total totals status date time name names id " +
    "number code key value address phone fax cell mobile note comment comments attachment attachments add delete remove update " +
    "create cancel close submit send confirm approve reject print export import upload download copy paste cut undo redo next " +
    "previous done ok yes suche ansicht bericht berichte einstellungen ubersicht kalender notizen liste termin termine aufgabe " +
    "aufgaben projekt datei dateien ordner dokument dokumente fenster formular vorlage entwurf nachricht nachrichten anfrage " +
    "angebot lieferung zahlung artikel produkt preis summe datum zeit nummer wert adresse telefon anhang neu loschen andern " +
    "abbrechen schliessen absenden senden bestatigen drucken weiter zuruck fertig ja nein lieferschein vertrag auftrag kommission " +
    "recherche parametres facture commande dossier fichier rapport buscar pedido factura informe archivo is was has will can " +
    "wrote said sent asked called says from to at in on of or by with as if is and und oder et ou y o e en fur pour para per " +
    "january february march april june july august september october november december januar februar marz mai juni juli oktober " +
    "dezember monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag freitag samstag " +
    "sonntag kb mb gb usd eur chf gbp ag se kg ohg plc sarl spa nv bv ab as oy server client cluster database query driver script " +
    "software app apps hub pro plus online cloud mobile desktop studio suite explorer editor player browser microsoft google",
);

/** Behind what looks like a name they say that it is a street's, a building's or a firm's. */
export const PLACE_OR_FIRM = words(
  "street st road rd avenue ave blvd square station park bridge airport hotel hospital school university college church center centre house hall " +
    "tower building strasse str weg platz allee gasse ring ufer krankenhaus klinik schule gymnasium rue boulevard via piazza ltd limited " +
    "inc llc llp plc corp corporation company co group holding gmbh ag kg ohg se bv nv sa sas sarl srl spa ab oy as store shop foundation " +
    "stiftung museum award prize institute denkmal monument memorial statue brunnen turm avenida calle plaza stadion stadium arena theater theatre " +
    "kirche dom kathedrale cathedral basilica parade esplanade promenade lane drive close crescent court falls bay river lake mountain mountains valley forest national",
);
