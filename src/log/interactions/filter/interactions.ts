import { asText } from "../../../base/text_codes.ts";
import { InputError } from "../../../base/errors.ts";
import type { InteractionLog } from "../interaction_log.ts";
import { selectInteractions } from "../select_interactions.ts";
import { ignoresMissing, listOf, type MatchOptions, quoted, suggestion } from "../../filter/options.ts";
import { anyOf } from "../../../base/lists.ts";
import { requireInteractionLog } from "../../require_log.ts";

/**
 * Keeps the interactions whose attribute has one of the values (`null`: has none), or drops them.
 *
 * Actions keep the names that they have in the whole log. Gaps are measured between what is left: what happened in
 * between counts as a pause.
 *
 * @param attribute a name that `log.attribute` knows: `team`, `app`, `windowTitle` or a column of the file.
 * @throws InputError if the log has no such attribute, or the attribute no such value.
 * @example
 * ```ts
 * import { filterInteractions, readInteractions } from "tracebook";
 * const log = await readInteractions("data/order-desk.csv");
 * filterInteractions(log, "team", "Desk North").filters; // ["team is Desk North"]
 * ```
 */
export function filterInteractions(
  log: InteractionLog,
  attribute: string,
  values: string | null | readonly (string | null)[],
  options: MatchOptions = {},
): InteractionLog {
  requireInteractionLog(log);
  const { drop = false } = options;
  const column = log.attribute(attribute);
  if (!column) {
    throw new InputError(
      `Expected an attribute of ${log.name} but found ${quoted(attribute)}. ${suggestion(attribute, log.attributes)}`,
    );
  }
  const { codes, dictionary } = asText(column);
  const used = new Uint8Array(dictionary.length);
  for (const code of codes) if (code >= 0) used[code] = 1;
  const names = dictionary.filter((_, code) => used[code] === 1);
  const wanted = listOf<string | null>(values);
  for (const value of wanted) {
    if (value === null || names.includes(value) || ignoresMissing(options)) continue;
    throw new InputError(
      `Expected a value of "${attribute}" in ${log.name} but found ${quoted(value)}. ${suggestion(value, names)}`,
    );
  }
  const isWanted = dictionary.map((value) => wanted.includes(value));
  const keep = Uint8Array.from(codes, (code) => (code < 0 ? wanted.includes(null) : isWanted[code]!) !== drop ? 1 : 0);
  const words = anyOf(wanted.map((value) => value ?? "unknown"));
  return selectInteractions(log, keep, `${attribute} is ${drop ? "not " : ""}${words}`);
}

/**
 * Keeps the interactions of the users named, or drops them; `null` stands for one who is not known.
 *
 * @throws InputError if the log has no such user.
 * @example
 * ```ts
 * import { filterUsers, readInteractions } from "tracebook";
 * const log = await readInteractions("data/order-desk.csv");
 * filterUsers(log, log.users[0]!, { drop: true });
 * ```
 */
export function filterUsers(
  log: InteractionLog,
  users: string | null | readonly (string | null)[],
  options: MatchOptions = {},
): InteractionLog {
  return filterInteractions(log, "user", users, options);
}

/**
 * Keeps the interactions with the applications named, or drops them; `null` stands for one that is not known.
 *
 * @throws InputError if the log has no such application.
 * @example
 * ```ts
 * import { filterApplications, readInteractions } from "tracebook";
 * filterApplications(await readInteractions("data/order-desk.csv"), "Mail", { drop: true }).filters; // ["app is not Mail"]
 * ```
 */
export function filterApplications(
  log: InteractionLog,
  applications: string | null | readonly (string | null)[],
  options: MatchOptions = {},
): InteractionLog {
  return filterInteractions(log, "app", applications, options);
}
