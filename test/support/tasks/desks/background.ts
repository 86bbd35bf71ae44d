/** What people do beside their tasks: chat, news, looks at what waits. Nobody would count it to a task. */
import type { Random } from "../../random.ts";
import type { DeskAbout } from "./about.ts";
import type { Deed, Person } from "./instances.ts";
import type { Kind } from "./kinds.ts";
import type { Application, Step, Tree } from "./steps.ts";
import { type BackgroundKind, NAMES, type Vocabulary } from "./vocabulary.ts";

export type Background = (person: Person, kind?: BackgroundKind) => Deed[];

/** Some kinds of background; a run of it is 1 to 4 rows long. */
export function drawBackground(
  about: DeskAbout,
  words: Vocabulary,
  kinds: readonly Kind[],
  numbers: Random,
): Background {
  const { below, pick, shuffled } = numbers;
  const waits = new Set(kinds.flatMap(({ tree }) => stepsOf(tree)).map(({ screen }) => screen.noun));
  const steps = kinds.flatMap(({ tree }) => stepsOf(tree));
  // Where tasks begin at the inbox or the queue, a look at it is a beginning, not background.
  const possible = words.background.filter(([kind]) =>
    kind === "inbox" ? !waits.has(words.inbox) : kind !== "queue" || !waits.has(words.queue)
  );
  const drawn = shuffled(possible).slice(0, 1 + below(4));
  const system = steps.find(({ screen }) => screen.application.kind === "system")!.screen.application;
  const mail = steps.find(({ screen }) => screen.application.kind === "mail")?.screen.application ??
    { name: "Outlook", process: "OUTLOOK.EXE", web: false, kind: "mail" };
  const chatting = about.granularity === "windows" ? 0 : 0.3;
  return (person, wanted) => {
    const [kind, title] = (wanted && words.background.find(([kind]) => kind === wanted)) ?? pick(drawn);
    const application = applicationOf(kind, system, mail);
    let name = pick(NAMES);
    return Array.from({ length: kind === "lock" ? 1 : 1 + below(4) * below(2) }, (_, n): Deed => {
      const typing = kind === "chat" && n > 0 && numbers.next() < chatting;
      const words = title.replace("{name}", name).replace("{n}", String(1 + below(40)));
      const step: Step = {
        screen: { application, noun: words, shows: undefined, pattern: "", path: kind, extra: undefined },
        act: typing ? "type" : n === 0 ? "focus" : pick(["click", "scroll"]),
        element: typing ? "message" : "",
        elementType: "",
      };
      if (about.granularity === "windows" && numbers.next() < 0.5) name = pick(NAMES);
      const shown = kind === "lock" || kind === "chat" ? words : `${words} - ${application.name}`;
      return {
        step,
        title: application.web ? `${words} - ${person.browser.name}` : shown,
        url: application.web ? `https://${kind}.example/` : "",
        value: typing ? pick(["ok thanks", "on it", "lunch?", "5 min"]) : "",
        row: "",
        tells: [],
        instance: -1,
        task: "",
      };
    });
  };
}

function applicationOf(kind: BackgroundKind, system: Application, mail: Application): Application {
  const own = (name: string, process: string, web = false): Application => ({ name, process, web, kind: "other" });
  if (kind === "chat") return own("Teams", "ms-teams.exe");
  if (kind === "lock") return own("Lock screen", "LockApp.exe");
  if (kind === "inbox" || kind === "calendar") return mail;
  if (kind === "queue") return system;
  return own(kind === "news" ? "News" : "Radio", kind, true);
}

/** All steps of a tree. */
export function stepsOf(tree: Tree): Step[] {
  if ("then" in tree) return tree.then.flatMap(stepsOf);
  if ("either" in tree) return tree.either.flatMap(stepsOf);
  if ("maybe" in tree) return stepsOf(tree.maybe);
  if ("swap" in tree) return tree.swap.flatMap(stepsOf);
  if ("loop" in tree) return stepsOf(tree.loop);
  return [tree];
}
