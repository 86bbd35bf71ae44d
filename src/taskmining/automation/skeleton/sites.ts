/** Which steps are done in a browser, and at which address each case begins. */
import { OptionError } from "../../../base/errors.ts";
import { anyOf } from "../../../base/lists.ts";
import { didYouMean, nearestNames } from "../../../base/nearest_names.ts";
import { classOfApplication } from "../../../log/interactions/application_classes.ts";
import type { InteractionLog } from "../../../log/interactions/interaction_log.ts";
import type { MainStep } from "../definition/main_way.ts";
import { usual } from "../programs/counts.ts";
import { endsOf, textsAt } from "./elements.ts";

export interface Site {
  readonly name: string;
  /** Where each case begins; undefined where it varies or is not known. */
  readonly address: string | undefined;
}

/** The site of each step; undefined for those of no browser. */
export function sitesOf(
  log: InteractionLog,
  steps: readonly MainStep[],
  browser: Readonly<Record<string, string>>,
): (Site | undefined)[] {
  checkNames(log, steps, browser);
  const classOf = classOfApplication();
  const found = steps.map(({ events }) => {
    const app = usual(textsAt(log, "app", events)) ?? "";
    if (Object.hasOwn(browser, app)) return { name: app, address: browser[app]! };
    const urls = textsAt(log, "url", events).filter((url) => /^https?:\/\//i.test(url));
    const origins = urls.map(originOf), origin = usual(origins);
    if (origin !== undefined) return { name: origin, address: startOf(urls.filter((_, k) => origins[k] === origin)) };
    return classOf(app) === "browser" ? { name: app, address: undefined } : undefined;
  });
  // All steps of a site begin where its first one does.
  const first = new Map<string, Site>();
  for (const site of found) if (site && !first.has(site.name)) first.set(site.name, site);
  return found.map((site) => site && first.get(site.name)!);
}

function originOf(url: string): string {
  return /^https?:\/\/[^/?#]+/i.exec(url)![0];
}

/** The address itself, or the folder that all have in common. */
function startOf(urls: readonly string[]): string | undefined {
  const ends = endsOf(urls);
  if (!ends) return undefined;
  return ends.whole ? ends.start : ends.start.slice(0, ends.start.lastIndexOf("/") + 1);
}

function checkNames(log: InteractionLog, steps: readonly MainStep[], browser: Readonly<Record<string, string>>): void {
  const known = [...new Set(steps.flatMap(({ events }) => usual(textsAt(log, "app", events)) ?? []))];
  for (const [name, address] of Object.entries(browser)) {
    if (!known.includes(name)) {
      throw new OptionError(
        `Expected browser to name applications of the main way (${anyOf(known)}) but found "${name}".` +
          didYouMean(nearestNames(name, known)),
      );
    }
    if (!/^(https?|file):\/\/\S/i.test(address)) {
      throw new OptionError(
        `Expected the address of "${name}" to begin with http:// or https:// but found "${address}".`,
      );
    }
  }
}
