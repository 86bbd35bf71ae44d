/** What kind of act an interaction was, from the words that recorders use for it. */

/** Codes of `InteractionLog.actionClass` are indices into this list. */
export const ACTION_CLASSES = [
  "click",
  "edit",
  "copy",
  "paste",
  "navigate",
  "submit",
  "scroll",
  "hotkey",
  "window",
  "idle",
  "file",
  "other",
] as const;

export type ActionClass = typeof ACTION_CLASSES[number];

/**
 * The class of an event type: as the known recorders (Action Logger, the CPN logs, SmartRPA, ActivityWatch) mean it,
 * else by the first of its words that says so ("invoiceFieldChanged" is an edit), else "other".
 *
 * @param elementType a click on an element of type `submit` is a submit.
 */
export function actionClassOf(eventType: string, elementType?: string): ActionClass {
  const found = KNOWN.get(eventType.trim().toLowerCase().replace(/[\s_-]/g, "")) ?? classByWords(eventType);
  return found === "click" && elementType?.toLowerCase() === "submit" ? "submit" : found;
}

/** Event types whose words would mislead, without spaces, `_` and `-`. */
const KNOWN = new Map<string, ActionClass>(
  Object.entries(
    {
      click: ["getcell", "getrange", "clicktextfield", "clicklink", "selectrange", "pressbutton"],
      edit: [
        "changefield",
        "typed",
        "keypress",
        "insertvalue",
        "insertrow",
        "insertcolumn",
        "deleterow",
        "deletecolumn",
      ],
      paste: ["contextmenupaste", "pasteintocell", "pasteintorange"],
      navigate: [
        "gotourl",
        "followhiperlinksheet",
        "link",
        "startpage",
        "autobookmark",
        "reload",
        "generated",
        "manualsubframe",
      ],
      submit: ["formsubmit"],
      hotkey: ["presskey", "keydown", "enter"],
      window: [
        "currentwindow",
        "webtabcurrent",
        "newtab",
        "selecttab",
        "closetab",
        "openwindow",
        "closewindow",
        "resizewindow",
        "fullscreen",
        "programopen",
        "programclose",
        "activateworkbook",
        "deactivateworkbook",
        "activatewindow",
        "deactivatewindow",
        "selectworksheet",
        "deselectworksheet",
      ],
      idle: ["afkstatus", "screenlock", "screenlocked", "locked"],
      file: [
        "openworkbook",
        "newworkbook",
        "saveworkbook",
        "closeworkbook",
        "newpresentation",
        "openpresentation",
        "closepresentation",
        "openfolder",
        "created",
        "modified",
        "moved",
        "unmount",
        "mount",
      ],
      other: ["waitresponse", "findvalue", "notafk", "insertusb", "enablebrowserextension", "disablebrowserextension"],
    } satisfies Partial<Record<ActionClass, string[]>>,
  ).flatMap(([name, types]) => types.map((type) => [type, name as ActionClass] as const)),
);

/** Beginnings of words in English, German, French, Spanish and Dutch, without accents. The first that fits counts. */
const WORDS: readonly (readonly [ActionClass, RegExp])[] = [
  ["paste", /^(past(e|ing)|einfug|eingefugt|coller$|colle$|pegar|pega|plak|geplakt)/],
  ["copy", /^(copy|copi|kopi|gekopie|cut$|cortar|clipboard)/],
  ["submit", /^(submit|send|sent$|absend|gesendet|envoy|envia|envio|verzend|verzond|verstu|versend)/],
  ["scroll", /^(scroll|wheel|defil|desplaz)/],
  ["idle", /^(idle|afk|inactiv|inaktiv|inactie|lock|away$|paus|leerlauf)/],
  ["edit", /^(edit|typ|input|enter|chang|fill|insert|writ|eingab|eingeb|andern$|geandert|anderung|bearbeit|saisi)/],
  ["edit", /^(modif|escrib|cambi|invoer|ingevoer|wijzig|gewijzig|delet|undo|losch)/],
  ["hotkey", /^(hotkey|key|shortcut|taste|touche|raccourci|tecla|atajo|toets|sneltoets)/],
  ["navigate", /^(navig|goto$|go$|visit|brows|url|aufruf|reload|redirect)/],
  ["window", /^(window|focus|fokus|activat|switch|fenster|fenetre|ventana|venster|tabs?$)/],
  ["file", /^(file|sav|download|upload|print|datei|speicher|gespeicher|fichier|enregistr|archivo|guard|bestand|opsla)/],
  ["file", /^(opgeslagen|document|workbook)/],
  ["click", /^(click|klick|geklickt|clic|cliq|pulsa|klik|geklikt|tap$|tapped|press|select|check|toggl|mouse|button)/],
  ["click", /^(menu|auswahl|wahl|choos|choisi)/],
];

function classByWords(eventType: string): ActionClass {
  const words = eventType.normalize("NFD").replace(/\p{M}/gu, "").replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2").toLowerCase();
  for (const word of words.split(/[^\p{L}]+/u)) {
    const found = word !== "" && WORDS.find(([, beginning]) => beginning.test(word));
    if (found) return found[0];
  }
  return "other";
}
