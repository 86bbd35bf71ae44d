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

/** Words that begin a task or only accompany it. */
const OVERHEAD: Readonly<Record<string, readonly string[]>> = {
  en: ["open", "login", "log in", "sign in", "start", "refresh"],
  de: ["öffnen", "anmelden", "starten", "aktualisieren"],
  fr: ["ouvrir", "connexion", "démarrer", "actualiser"],
  es: ["abrir", "iniciar", "actualizar"],
  it: ["apri", "accedi", "avvia", "aggiorna"],
  pt: ["abrir", "entrar", "iniciar", "atualizar"],
  nl: ["openen", "inloggen", "starten", "vernieuwen"],
  ja: ["開く", "ログイン", "開始", "更新"],
  zh: ["打开", "登录", "开始", "刷新"],
};

/** Words of pages that say that something is finished; what is done there ends a task. */
const FINISHED: Readonly<Record<string, readonly string[]>> = {
  en: ["thankyou", "thanks", "success", "confirmation", "completed", "submitted"],
  de: ["danke", "erfolgreich", "bestätigung", "abgeschlossen"],
  fr: ["merci", "succès", "confirmation"],
  es: ["gracias", "éxito", "confirmación"],
  it: ["grazie", "successo", "conferma"],
  pt: ["obrigado", "sucesso", "confirmação"],
  nl: ["bedankt", "gelukt", "bevestiging"],
  ja: ["ありがとう", "完了"],
  zh: ["谢谢", "成功", "完成"],
};

const completion = words(COMPLETION), overhead = words(OVERHEAD), finished = words(FINISHED);

export function isCompletion(text: string): boolean {
  const [what, where] = partsOf(text);
  return hasWord(what, completion) || hasWord(where, finished);
}

export function isOverhead(text: string): boolean {
  return hasWord(partsOf(text)[0], overhead);
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

/** What was done to which element, and where. */
function partsOf(action: string): [what: string, where: string] {
  const at = action.indexOf(" @ ");
  return at < 0 ? [action, ""] : [action.slice(0, at), action.slice(at + 3)];
}

function hasWord(text: string, { spaced, unspaced }: Words): boolean {
  const plain = text.replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2").toLowerCase();
  const parts = plain.split(/[^\p{L}]+/u);
  return parts.some((part, p) => spaced.has(part) || spaced.has(`${part} ${parts[p + 1]}`)) ||
    unspaced.some((word) => plain.includes(word));
}
