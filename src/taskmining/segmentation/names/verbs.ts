/** Verbs of buttons, titles and pages by language, and how a verb and its object make a name. */

/** What a verb says of the work: it is done with, something is changed, a step is made on the way, somebody only looks. */
export type Deed = "completes" | "changes" | "helps" | "looks";
const DEEDS: readonly Deed[] = ["completes", "changes", "helps", "looks"];

export interface Verb {
  /** As it stands in a name: "enter", "erfassen". */
  readonly word: string;
  readonly language: Language;
  readonly deed: Deed;
}

export type Language = keyof typeof VERBS;

type VerbsOfLanguage = Readonly<Record<Deed, string>> & {
  /** Verbs that a name gets where the log has none: to fill in, to change, to deal with, to answer, to set up. */
  readonly own: Readonly<Record<OwnVerb, string>>;
};

export type OwnVerb = "enter" | "update" | "handle" | "answer" | "create";

const VERBS = {
  en: {
    completes: "post save send submit book confirm approve reject release complete finish pay ship publish finalize",
    changes:
      "enter create maintain configure edit change correct update reset register cancel delete answer reply merge split write block unblock " +
      "reconcile adjust resolve escalate take archive convert renew verify activate deactivate prepare invite",
    // Words that are as often nouns on a screen, such as "order" and "file", are left out.
    helps: "add assign remove forward upload import attach apply clear simulate print generate fill copy move sign",
    looks:
      "display show view open close search find list select check look review browse monitor see go read compare refresh",
    own: { enter: "enter", update: "update", handle: "handle", answer: "answer", create: "create" },
  },
  de: {
    completes:
      "buchen speichern sichern senden absenden bestätigen freigeben genehmigen ablehnen abschließen versenden",
    changes: "erfassen anlegen eingeben ändern bearbeiten korrigieren beantworten antworten zurücksetzen hinzufügen " +
      "erstellen zuweisen löschen stornieren übernehmen weiterleiten hochladen eintragen melden beantragen drucken prüfen",
    helps: "",
    looks: "anzeigen öffnen suchen finden auswählen ansehen",
    own: {
      enter: "eintragen",
      update: "aktualisieren",
      handle: "bearbeiten",
      answer: "beantworten",
      create: "anlegen",
    },
  },
  fr: {
    completes: "enregistrer envoyer valider confirmer soumettre approuver comptabiliser clôturer",
    changes:
      "saisir créer modifier ajouter corriger répondre réinitialiser supprimer annuler affecter transférer imprimer",
    helps: "",
    looks: "afficher ouvrir rechercher chercher sélectionner consulter voir",
    own: { enter: "saisir", update: "mettre à jour", handle: "traiter", answer: "répondre à", create: "créer" },
  },
  es: {
    completes: "guardar enviar confirmar aprobar contabilizar finalizar aceptar",
    changes:
      "crear introducir registrar modificar editar añadir corregir responder restablecer eliminar cancelar asignar",
    helps: "",
    looks: "mostrar abrir buscar seleccionar consultar ver",
    own: { enter: "introducir", update: "actualizar", handle: "tramitar", answer: "responder", create: "crear" },
  },
  it: {
    completes: "salva salvare invia inviare conferma confermare approva approvare registra registrare",
    changes:
      "crea creare inserisci inserire modifica modificare aggiungi aggiungere correggi rispondi rispondere elimina",
    helps: "",
    looks: "visualizza visualizzare apri aprire cerca cercare seleziona mostra",
    own: { enter: "inserire", update: "aggiornare", handle: "gestire", answer: "rispondere a", create: "creare" },
  },
  pt: {
    completes: "salvar gravar enviar confirmar aprovar concluir",
    changes: "criar inserir digitar alterar editar adicionar corrigir responder excluir cancelar atribuir lançar",
    helps: "",
    looks: "exibir abrir pesquisar procurar selecionar mostrar",
    own: { enter: "inserir", update: "atualizar", handle: "tratar", answer: "responder", create: "criar" },
  },
  nl: {
    completes: "opslaan verzenden versturen bevestigen goedkeuren boeken afronden",
    changes: "invoeren aanmaken wijzigen bewerken toevoegen corrigeren beantwoorden verwijderen annuleren toewijzen",
    helps: "",
    looks: "tonen openen zoeken selecteren bekijken",
    own: { enter: "invoeren", update: "bijwerken", handle: "behandelen", answer: "beantwoorden", create: "aanmaken" },
  },
  pl: {
    completes: "wyślij zapisz potwierdź zatwierdź zaksięguj",
    changes: "wprowadź utwórz dodaj zmień edytuj popraw odpowiedz usuń anuluj",
    helps: "",
    looks: "wyświetl otwórz szukaj wybierz pokaż",
    own: { enter: "wprowadź", update: "zaktualizuj", handle: "obsłuż", answer: "odpowiedz na", create: "utwórz" },
  },
  sv: {
    completes: "skicka spara bekräfta godkänn bokför",
    changes: "ange skapa ändra redigera rätta svara återställ",
    helps: "",
    looks: "visa öppna sök välj",
    own: { enter: "ange", update: "uppdatera", handle: "hantera", answer: "besvara", create: "skapa" },
  },
  ja: {
    completes: "送信 保存 確認 登録 承認 完了",
    changes: "入力 作成 変更 編集 追加 修正 返信 削除",
    helps: "",
    looks: "表示 検索 選択",
    own: { enter: "入力", update: "更新", handle: "処理", answer: "返信", create: "作成" },
  },
  zh: {
    completes: "提交 保存 发送 确认 批准 过账",
    changes: "输入 创建 新建 修改 编辑 添加 更正 回复 删除",
    helps: "",
    looks: "显示 打开 搜索 查看 选择",
    own: { enter: "输入", update: "更新", handle: "处理", answer: "回复", create: "创建" },
  },
} as const satisfies Readonly<Record<string, VerbsOfLanguage>>;

/** Languages whose names end with the verb: "Bestellung erfassen". */
const OBJECT_FIRST: readonly Language[] = ["de", "nl", "ja"];
const UNSPACED: readonly Language[] = ["ja", "zh"];

const known = new Map<string, Verb>();
for (const language of Object.keys(VERBS) as Language[]) {
  for (const deed of DEEDS) {
    for (const word of VERBS[language][deed].split(" ")) {
      if (word !== "" && !known.has(word)) known.set(word, { word, language, deed });
    }
  }
}

/** The verb that a word is, in whatever case it stands; undefined of other words. */
export function verbOf(word: string): Verb | undefined {
  return known.get(word.toLowerCase());
}

const IRREGULAR: Readonly<Record<string, string>> = { sent: "send", paid: "pay" };

/** "post" of "posted": what a title says is done. English only; other languages have too many forms. */
export function doneVerb(word: string): Verb | undefined {
  const plain = word.toLowerCase();
  if (Object.hasOwn(IRREGULAR, plain)) return verbOf(IRREGULAR[plain]!);
  const stem = /^(\p{L}{3,})ed$/u.exec(plain)?.[1];
  if (stem === undefined) return undefined;
  const found = verbOf(stem) ?? verbOf(`${stem}e`) ?? (/(.)\1$/.test(stem) ? verbOf(stem.slice(0, -1)) : undefined);
  return found?.language === "en" && found.deed !== "looks" ? found : undefined;
}

export function ownVerb(language: Language, which: OwnVerb): Verb {
  return { word: VERBS[language].own[which], language, deed: which === "handle" ? "looks" : "changes" };
}

/** "Enter vendor invoice", "Eingangsrechnung erfassen", "注文を登録". */
export function nameOf({ word, language }: Verb, object: string | undefined): string {
  const what = object === undefined ? undefined : language === "en" ? sentenceCase(object) : object;
  if (what === undefined) return upperFirst(word);
  if (/^(?:reply|respond)$/i.test(word)) return upperFirst(`${word} to ${what}`);
  if (UNSPACED.includes(language)) return language === "ja" ? `${what}を${word}` : `${word}${what}`;
  return upperFirst(OBJECT_FIRST.includes(language) ? `${what} ${word}` : `${word} ${what}`);
}

/** "Vendor Invoice" as "vendor invoice"; "ERP" and "SharePoint" stay. */
function sentenceCase(text: string): string {
  return text.replace(/(?<![\p{L}\p{N}])\p{Lu}\p{Ll}*(?![\p{L}\p{N}])/gu, (word) => word.toLowerCase());
}

export function upperFirst(text: string): string {
  const [first = "", ...rest] = text;
  return first.toUpperCase() + rest.join("");
}

/** The language of most verbs among some texts; English if there are none. */
export function languageOfTexts(texts: Iterable<string>): Language {
  const times = new Map<Language, number>();
  for (const text of texts) {
    const lower = text.toLowerCase();
    for (const word of lower.split(/[^\p{L}]+/u)) {
      const verb = known.get(word);
      if (verb) times.set(verb.language, (times.get(verb.language) ?? 0) + 1);
    }
  }
  return [...times].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "en";
}
