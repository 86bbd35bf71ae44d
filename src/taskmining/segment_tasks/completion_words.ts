/**
 * Words of buttons that finish something, by language (Rebmann & van der Aa, "Unsupervised Task Recognition from User
 * Interaction Streams", CAiSE 2023, name the signal).
 */
const COMPLETION: Readonly<Record<string, readonly string[]>> = {
  en: [
    "submit",
    "save",
    "send",
    "ok",
    "confirm",
    "finish",
    "done",
    "complete",
    "close",
    "approve",
    "apply",
    "checkout",
  ],
  de: ["absenden", "speichern", "sichern", "senden", "bestätigen", "fertig", "abschließen", "schließen", "buchen"],
  fr: ["soumettre", "enregistrer", "envoyer", "confirmer", "terminer", "valider", "fermer"],
  es: ["enviar", "guardar", "confirmar", "finalizar", "aceptar", "terminar", "cerrar"],
  it: ["invia", "salva", "conferma", "fine", "completa", "chiudi"],
  pt: ["enviar", "salvar", "gravar", "guardar", "confirmar", "concluir", "finalizar", "fechar"],
  nl: ["verzenden", "opslaan", "bevestigen", "voltooien", "klaar", "sluiten", "versturen"],
  pl: ["wyślij", "zapisz", "potwierdź", "zakończ", "zamknij"],
  sv: ["skicka", "spara", "bekräfta", "slutför", "klar", "stäng"],
  da: ["send", "gem", "bekræft", "afslut", "luk"],
  cs: ["odeslat", "uložit", "potvrdit", "dokončit", "zavřít"],
  tr: ["gönder", "kaydet", "onayla", "bitir", "kapat"],
  ru: ["отправить", "сохранить", "подтвердить", "готово", "завершить", "закрыть"],
  ja: ["送信", "保存", "確認", "完了", "登録", "閉じる"],
  zh: ["提交", "保存", "发送", "确认", "确定", "完成", "关闭"],
  ko: ["제출", "저장", "보내기", "확인", "완료", "닫기"],
};

/** Words that begin or only accompany a task. */
const OVERHEAD: Readonly<Record<string, readonly string[]>> = {
  en: ["open", "new", "login", "log in", "sign in", "start", "create", "search", "refresh", "add"],
  de: ["öffnen", "neu", "anmelden", "starten", "anlegen", "suchen", "aktualisieren", "hinzufügen"],
  fr: ["ouvrir", "nouveau", "nouvelle", "connexion", "créer", "chercher", "actualiser", "ajouter"],
  es: ["abrir", "nuevo", "nueva", "iniciar", "crear", "buscar", "actualizar", "añadir"],
  it: ["apri", "nuovo", "nuova", "accedi", "crea", "cerca", "aggiorna", "aggiungi"],
  pt: ["abrir", "novo", "nova", "entrar", "criar", "pesquisar", "atualizar", "adicionar"],
  nl: ["openen", "nieuw", "inloggen", "aanmaken", "zoeken", "vernieuwen", "toevoegen"],
  ja: ["開く", "新規", "ログイン", "検索", "追加"],
  zh: ["打开", "新建", "登录", "搜索", "添加"],
};

const completion = words(COMPLETION), overhead = words(OVERHEAD);

export function isCompletion(text: string): boolean {
  return hasWord(text, completion);
}

export function isOverhead(text: string): boolean {
  return hasWord(text, overhead);
}

interface Words {
  readonly spaced: ReadonlySet<string>;
  /** Of scripts that put no spaces between words. */
  readonly unspaced: readonly string[];
}

function words(table: Readonly<Record<string, readonly string[]>>): Words {
  const all = Object.values(table).flat();
  const isUnspaced = (word: string) => /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/.test(word);
  return { spaced: new Set(all.filter((word) => !isUnspaced(word))), unspaced: all.filter(isUnspaced) };
}

/** Looks at what was done to which element, not at where: the part before the first ` @ `. */
function hasWord(text: string, { spaced, unspaced }: Words): boolean {
  const what = text.split(" @ ")[0]!.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2").toLowerCase();
  if (what.split(/[^\p{L}]+/u).some((word) => spaced.has(word))) return true;
  return unspaced.some((word) => what.includes(word));
}
