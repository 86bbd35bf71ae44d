/** Which interactions are background, by names of actions, applications and classes of applications. */
import { InputError, OptionError } from "../../../base/errors.ts";
import { didYouMean, nearestNames } from "../../../base/nearest_names.ts";
import { APPLICATION_CLASSES } from "../../../log/interactions/application_classes.ts";
import type { InteractionLog } from "../../../log/interactions/interaction_log.ts";

/**
 * 1 for each interaction that has one of the names.
 *
 * @throws InputError if nothing in the log has such a name, or if all of it is background.
 */
export function backgroundOf(log: InteractionLog, names: readonly string[]): Uint8Array {
  const { action, actions, actionLabels, app, apps, interactions: n } = log;
  const classes = apps.map((name) => log.source.classOf(name));
  const ofAction = new Uint8Array(actions.length), ofApp = new Uint8Array(apps.length);
  for (const name of names) {
    if (typeof name !== "string") {
      throw new OptionError(`Expected hints.background to hold names but found ${JSON.stringify(name)}.`);
    }
    let found = false;
    actions.forEach((one, a) => {
      if (one === name || actionLabels[a] === name) ofAction[a] = 1, found = true;
    });
    apps.forEach((one, a) => {
      if (one === name || classes[a] === name) ofApp[a] = 1, found = true;
    });
    if (!found) throw new InputError(unknownName(log, name, classes));
  }
  const isBackground = Uint8Array.from(action, (a, i) => ofAction[a]! | (app[i]! < 0 ? 0 : ofApp[app[i]!]!));
  if (n > 0 && names.length > 0 && !isBackground.includes(0)) {
    throw new InputError(
      `${log.name}: by hints.background all interactions belong to no task: nothing is left to segment. Leave names out.`,
    );
  }
  return isBackground;
}

function unknownName(log: InteractionLog, name: string, classes: readonly (string | undefined)[]): string {
  const inLog = [...new Set([...log.actionLabels, ...log.actions, ...log.apps, ...classes.filter((one) => one)])];
  const isClass = Object.hasOwn(APPLICATION_CLASSES, name);
  return `${log.name}: hints.background: expected an action, an application or a class of applications of the log but ` +
    `found ${JSON.stringify(name)}${isClass ? ", a class of which the log has no application" : ""}.` +
    didYouMean(nearestNames(name, inLog as string[]));
}
