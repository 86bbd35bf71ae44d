/** The parts of a normalised action, for names of tasks and labels of chevrons, which must be brief. */
import { siteOf } from "../../log/interactions/titles/site_of.ts";
import { isPlaceClass } from "../../log/interactions/titles/windows_of.ts";
import type { InteractionLog } from "../../log/interactions/interaction_log.ts";

export interface ActionWords {
  /** What was done, one word: "Click". */
  readonly verb: string;
  /** What to: "Save". Undefined where the log does not tell. */
  readonly element: string | undefined;
  /** As recorded; its class, such as "browser", where several of that class did the same. */
  readonly app: string | undefined;
  /** Window, page, sheet or file, the innermost that says something; undefined where only the application is known. */
  readonly place: string | undefined;
}

/** Takes an action apart, by its label (`log.actionLabels`) and its name (`log.actions`). */
export function actionWords(log: InteractionLog, action: number): ActionWords {
  const key = log.actions[action]!, label = log.actionLabels[action]!;
  const at = key.indexOf(" @ ");
  const what = at < 0 ? key : key.slice(0, at);
  const { named, app, parts } = whereOf(log, action);
  const { site } = siteOf(parts[0], named);
  const said = label === key ? what : withoutPlace(label, [app, site, parts.join(" / "), ...parts]);
  const [, verb = said, rest] = /^(\S+)\s+(?:(?:into|to)\s+)?(.+)$/s.exec(said) ?? [];
  return { verb, element: what.includes(" ") || rest === app ? rest : undefined, app, place: placeOf(parts) };
}

/** Where an action was done, as its name says: the application, then windows, sheets or files, from the outside in. */
export interface Where {
  /** The application as the action is named for it: its class, such as "browser", where a page or a file tells more. */
  readonly named: string | undefined;
  /** As recorded; its class where several of that class did the same. */
  readonly app: string | undefined;
  /** Neither the application nor its class is one of them. */
  readonly parts: readonly string[];
}

export function whereOf(log: InteractionLog, action: number): Where {
  const key = log.actions[action]!, at = key.indexOf(" @ ");
  const parts = at < 0 ? [] : key.slice(at + 3).split(" / ");
  const [first, ...inner] = parts;
  const apps = appsOf(log)[action]!;
  if (first === undefined || apps === NO_APP || !(isPlaceClass(first) || log.apps.includes(first))) {
    return { named: undefined, app: undefined, parts };
  }
  return { named: first, app: log.apps[apps] ?? first, parts: inner };
}

const NO_APP = -1, SEVERAL = -2;

/** The one application in which each action was done. */
function appsOf(log: InteractionLog): Int32Array {
  let apps = appsOfActions.get(log);
  if (!apps) {
    apps = new Int32Array(log.actions.length).fill(NO_APP);
    for (let i = 0; i < log.interactions; i++) {
      const known = apps[log.action[i]!]!, app = log.app[i]!;
      if (known !== app) apps[log.action[i]!] = known === NO_APP ? app : SEVERAL;
    }
    appsOfActions.set(log, apps);
  }
  return apps;
}

const appsOfActions = new WeakMap<InteractionLog, Int32Array>();

/** "Click Save in ERP (New order)" without the place that was added to it. */
function withoutPlace(label: string, places: readonly (string | undefined)[]): string {
  const known = places.filter((place) => place !== undefined && place !== "").map((place) => ` in ${place}`);
  const bare = label.replace(/ \([^()]*\)$/, "");
  for (const whole of [label, bare]) {
    const place = known.find((words) => whole.endsWith(words) && whole.length > words.length);
    if (place !== undefined) return whole.slice(0, -place.length);
  }
  return label;
}

/** The last part without ids. A file stands for its unnamed sheets, and the last piece for a long address. */
function placeOf(parts: readonly string[]): string | undefined {
  const last = parts.at(-1);
  if (last === undefined) return undefined;
  if (parts.length > 1 && /^(sheet|tabelle|blatt|feuil|hoja|foglio|planilha|arkusz|лист|シート)\s?\d*$/iu.test(last)) {
    return placeOf(parts.slice(0, -1));
  }
  const address = /^[^\s/\\]+\.[^\s/\\]+[/\\]|^\\\\|^\//.test(last);
  const pieces = last.split(address ? /[/\\]+/ : /\s+/).filter((piece) => piece !== "" && !/^[#\d]+$/.test(piece));
  if (pieces.length === 0) return last;
  if (!address) return pieces.join(" ");
  const whole = pieces.join("/");
  return whole.length <= 26 ? whole : pieces.at(-1)!;
}
