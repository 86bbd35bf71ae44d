/** Checks of options that several functions have. */
import type { TextColumn } from "../base/column.ts";
import { InputError, OptionError } from "../base/errors.ts";
import { asText } from "../base/text_codes.ts";
import { didYouMean, nearestNames } from "../base/nearest_names.ts";
import type { InteractionLog } from "../log/interactions/interaction_log.ts";

/** @throws OptionError unless it is a number above 0. */
export function secondsAbove0(name: string, seconds: number): number {
  if (!(seconds > 0)) throw new OptionError(`Expected ${name} to be a number of seconds above 0 but found ${seconds}`);
  return seconds;
}

/**
 * The column that the option `instance` names; undefined for "behaviour", the default.
 */
export function instanceColumn(instance: string = BEHAVIOUR): string | undefined {
  return instance === BEHAVIOUR ? undefined : instance;
}

/** Value of the option `instance` for instances that are found from what people did. */
const BEHAVIOUR = "behaviour";

/**
 * An attribute of each interaction, as text.
 *
 * @throws InputError if the log has none of that name.
 */
export function textAttribute(log: InteractionLog, name: string): TextColumn {
  const column = log.attribute(name);
  if (column) return asText(column);
  const near = nearestNames(name, log.attributes);
  throw new InputError(
    `${log.name}: expected a column "${name}" but found ${log.attributes.map((one) => `"${one}"`).join(", ")}.` +
      didYouMean(near) +
      (ROLES.includes(name) ? ` If a column tells the ${name}, map it while reading: mapping: { ${name}: "…" }.` : ""),
  );
}

const ROLES: readonly string[] = ["team", "task", "case", "segment"];
