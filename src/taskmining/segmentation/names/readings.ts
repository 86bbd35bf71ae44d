/** What each action of a log could give a task for a name: its own words, and those of the place where it happens. */
import type { InteractionLog } from "../../../log/interactions/interaction_log.ts";
import type { ActionClass } from "../../../io/interactions/action_class.ts";
import { actionWords, whereOf } from "../action_words.ts";
import { isBlank, partsOfTitle, type Phrase, phraseOfLabel, phraseOfPlace } from "./phrases.ts";
import { type Language, languageOfTexts, nameOf, ownVerb, type Verb } from "./verbs.ts";

/** A name that an action speaks for. */
export interface Reading {
  readonly name: string;
  /** How well such a name says what a task is for, before it is known how telling it is. */
  readonly worth: number;
  /** What it was made of, in words that go on with "in 95 % of its instances". */
  readonly because: string;
  readonly verb: Verb;
  readonly object?: string;
  /** A field that is filled in. */
  readonly isField?: boolean;
  /** The object is a word of an address, which may be the name of a module. */
  readonly ofAddress?: boolean;
  /** It says that something general is done with: "Document 4711 was posted". */
  readonly isDone?: boolean;
}

/** What a place or a label is about, without a verb. */
export interface Topic {
  readonly object: string;
  /** Read from a field that is filled in. */
  readonly isField: boolean;
  readonly from: Phrase["from"];
}

export interface Readings {
  readonly language: Language;
  /** Of each action. */
  readonly names: readonly (readonly Reading[])[];
  readonly topics: readonly (readonly Topic[])[];
}

const CHANGES: readonly ActionClass[] = ["edit", "paste"];
const MAIL = /outlook|\bmail|thunderbird|gmail|lotus|postfach/i;
/** Things that are answered themselves; everything else is what a message is about. */
const ANSWERED =
  /(question|request|inquiry|enquiry|complaint|ticket|message|e-?mail|anfrage|frage|beschwerde|demande|pregunta|domanda)s?$/i;
const SIGN_IN = /^(sign|log) ?(in|on)$|^login$|^anmelden$|^einloggen$|^se connecter$|^iniciar sesión$|^inloggen$/i;
/** What belongs to the verb: "take over". */
const PARTICLE = /^(over|in|out|up|off|on|down|back)$/i;
/** Buttons of any window. */
const EVERYWHERE = /^(ok|okay|close|open|search|find|back|next|cancel|refresh|yes|no|add|apply|done|finish|print)$/i;

export function readingsOf(log: InteractionLog): Readings {
  const language = languageOfTexts(log.actions);
  const signatures = signaturesOf(log);
  const classes = classesOf(log);
  const names: Reading[][] = [], topics: Topic[][] = [];
  for (let a = 0; a < log.actions.length; a++) {
    const { element, app } = actionWords(log, a);
    const { parts: places } = whereOf(log, a);
    const phrases = places.map((place) => phraseOfPlace(place, signatures, language)).filter((one) =>
      one !== undefined
    );
    const place = phrases.find(({ verb }) => verb !== undefined) ?? phrases[0];
    const isPlace = element !== undefined && (places.includes(element) || places.some((one) => one.endsWith(element)));
    const label = element === undefined || isPlace ? undefined : phraseOfLabel(element);
    const act: Act = { app: app ?? "", element: element ?? "", kind: classes[a]!, label, place, language };
    names.push(namesOfAct(act));
    topics.push(
      [label, ...phrases].flatMap((phrase) =>
        phrase?.object === undefined || isBlank(phrase.object) || phrase === label && EVERYWHERE.test(element!)
          ? []
          : [{ object: phrase.object, from: phrase.from, isField: phrase === label && classes[a] !== "click" }]
      ),
    );
  }
  return { language, names, topics };
}

interface Act {
  readonly app: string;
  readonly element: string;
  readonly kind: ActionClass;
  readonly label: Phrase | undefined;
  readonly place: Phrase | undefined;
  readonly language: Language;
}

function namesOfAct(act: Act): Reading[] {
  const { app, element, kind, label, place, language } = act;
  const found: Reading[] = [];
  const add: Add = (verb, object, worth, because, { isDone = false, isField = false } = {}) => {
    const ofAddress = place?.from === "address" && object === place.object;
    if (object !== undefined && isBlank(object) && !isDone && !/^e-mail$/i.test(object)) return;
    const what = object === undefined ? {} : { object };
    found.push({ name: nameOf(verb, object), worth, because, verb, ...what, isDone, isField, ofAddress });
  };
  const said = place?.object === undefined ? "" : ` in "${wordsOf(place)}"`;
  const clicked = `"${element}" is used${said}`, titled = place ? `${nounOf(place)} says "${wordsOf(place)}"` : "";
  if (SIGN_IN.test(element)) add({ word: element.toLowerCase(), language, deed: "changes" }, undefined, 0.1, clicked);
  else if (label?.verb) {
    const { verb, object } = label;
    if (object !== undefined && PARTICLE.test(object)) {
      add({ ...verb, word: `${verb.word} ${object}`.toLowerCase() }, undefined, -0.1, clicked);
    } else if (object !== undefined) add(verb, object, worthOf(verb) + 0.05, clicked);
    else if (MAIL.test(app) && /^(send|reply|answer|forward|senden|antworten|envoyer|répondre)$/i.test(verb.word)) {
      addMail(act, verb, add, clicked);
    } else if (place?.verb && verb.deed === "completes" && place.object !== undefined && place.verb.deed !== "looks") {
      add(place.verb, place.object, 0.62, clicked);
    } else if (place?.from === "file" && verb.deed === "completes") addChange(act, place, add, clicked);
    else if (place?.object !== undefined && !place.answers && !EVERYWHERE.test(element)) {
      add(verb, place.object, worthOf(verb), clicked);
    } else if (!EVERYWHERE.test(element)) add(verb, undefined, verb.deed === "looks" ? -0.5 : -0.1, clicked);
  } else if (label?.object !== undefined && CHANGES.includes(kind) && !/pass ?word|user ?name/i.test(element)) {
    add(
      ownVerb(language, "enter"),
      label.object,
      label.object.includes(" ") ? -0.25 : -0.35,
      `"${element}" is filled in`,
      {
        isField: true,
      },
    );
  }
  if (place?.verb) {
    add(place.verb, place.object, place.object === undefined ? -0.15 : worthOf(place.verb) - 0.02, titled, {
      isDone: place.isDone === true,
    });
  } else if (place?.answers) {
    add(ownVerb(language, "answer"), undefined, -0.1, 'the title says "RE: …"');
    if (ANSWERED.test(place.object!)) add(ownVerb(language, "answer"), place.object, 0.5, titled);
    else addMail(act, ownVerb(language, "answer"), add, titled);
  } else if (place?.object !== undefined && label?.verb === undefined) {
    if (CHANGES.includes(kind)) addChange(act, place, add, titled);
    else add(ownVerb(language, "handle"), place.object, place.from === "title" ? -0.45 : -0.65, titled);
  }
  return found;
}

type Add = (
  verb: Verb,
  object: string | undefined,
  worth: number,
  because: string,
  more?: { readonly isDone?: boolean; readonly isField?: boolean },
) => void;

/** What is typed into a mail is its answer; into a sheet or a form, a change of it. */
function addChange({ app, language }: Act, place: Phrase, add: Add, because: string): void {
  if (MAIL.test(app)) return;
  const isSheet = place.from === "file";
  const object = isSheet && language === "en" && !/s$/.test(place.object!) ? `${place.object} sheet` : place.object;
  add(ownVerb(language, "update"), object, isSheet ? 0.15 : place.isList ? -0.3 : 0.1, because);
}

function addMail({ place, language }: Act, verb: Verb, add: Add, because: string): void {
  const answer = /^(reply|answer|antworten|répondre)$/i.test(verb.word) ||
    verb.word === ownVerb(language, "answer").word;
  const own = answer ? ownVerb(language, "answer") : verb;
  const mail = language === "de" ? "E-Mail" : "e-mail";
  const subject = place?.from === "title" && place.object !== undefined && !isBlank(place.object)
    ? place.object
    : undefined;
  if (subject === undefined || language !== "en") add(own, mail, answer ? 0.2 : 0.1, because);
  else if (ANSWERED.test(subject)) add(own, subject, 0.45, because);
  else add(own, `${mail} about ${subject}`, answer ? 0.3 : 0.2, because);
}

function worthOf({ deed }: Verb): number {
  return { completes: 0.55, changes: 0.5, helps: 0.2, looks: -0.1 }[deed];
}

function nounOf({ from }: Phrase): string {
  return from === "address" ? "the page" : from === "file" ? "the file" : "the title";
}

function wordsOf({ verb, object, text }: Phrase): string {
  return text ?? [verb?.word, object].filter(Boolean).join(" ");
}

/** Last parts of titles that end many different ones: names of applications. */
function signaturesOf(log: InteractionLog): Set<string> {
  const told = new Map<string, Set<string>>();
  for (let a = 0; a < log.actions.length; a++) {
    for (const place of whereOf(log, a).parts) {
      const parts = partsOfTitle(place, new Set());
      if (parts.length > 1) told.set(parts.at(-1)!, (told.get(parts.at(-1)!) ?? new Set()).add(parts[0]!));
    }
  }
  const apps = log.apps.map((app) => app.replace(/\.exe$/i, ""));
  return new Set([...apps, ...[...told].filter(([, firsts]) => firsts.size >= 2).map(([part]) => part)]);
}

function classesOf(log: InteractionLog): ActionClass[] {
  const classes: ActionClass[] = log.actions.map(() => "other");
  for (let i = log.interactions - 1; i >= 0; i--) classes[log.action[i]!] = log.actionClassAt(i);
  return classes;
}
