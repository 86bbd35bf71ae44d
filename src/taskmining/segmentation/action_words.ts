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
  const parts = at < 0 ? [] : key.slice(at + 3).split(" / ");
  const first = parts[0];
  const isApp = first !== undefined && (log.apps.includes(first) || isPlaceClass(first));
  const app = isApp ? appOf(log, action, first) : undefined;
  if (isApp) parts.shift();
  const { site } = siteOf(parts[0], isApp ? first : undefined);
  const said = label === key ? what : withoutPlace(label, [app, site, parts.join(" / "), ...parts]);
  const [, verb = said, rest] = /^(\S+)\s+(?:(?:into|to)\s+)?(.+)$/s.exec(said) ?? [];
  return { verb, element: what.includes(" ") || rest === app ? rest : undefined, app, place: placeOf(parts) };
}

/** The one application in which an action was done, as recorded; else what its name says. */
function appOf(log: InteractionLog, action: number, named: string): string {
  let apps = appsOfActions.get(log);
  if (!apps) {
    apps = new Int32Array(log.actions.length).fill(-1);
    for (let i = 0; i < log.interactions; i++) {
      const known = apps[log.action[i]!]!, app = log.app[i]!;
      if (known !== app) apps[log.action[i]!] = known === -1 ? app : -2;
    }
    appsOfActions.set(log, apps);
  }
  return log.apps[apps[action]!] ?? named;
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
