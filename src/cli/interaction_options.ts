/** Options that every command which reads an interaction log has. */
import { InputError } from "../io/input_error.ts";
import type { ReadInteractionsOptions } from "../log/read_interactions.ts";
import type { Arguments, Options } from "./command.ts";
import { given, logOptions, oneOf } from "./log_options.ts";

const { json, "time-zone": timeZone, "date-order": dateOrder, delimiter, encoding } = logOptions;

const roles = [
  ...["timestamp", "end", "duration", "user", "team", "host", "app", "action", "window", "url", "container"],
  ...["element", "elementId", "elementLabel", "elementType", "value", "task", "case", "segment"],
];

export const interactionOptions = {
  json,
  map: {
    type: "string",
    multiple: true,
    value: "ROLE=COLUMN",
    help: `which column is what, e.g. --map app=Program; roles: ${roles.join(", ")}`,
  },
  users: {
    type: "string",
    value: "keep|pseudonyms|drop",
    help: "names of users (default: pseudonyms if there is a secret)",
  },
  values: { type: "string", value: "keep|hash|drop", help: "what was typed, copied and pasted (default keep, masked)" },
  "time-zone": timeZone,
  "date-order": dateOrder,
  delimiter,
  encoding,
} as const satisfies Options;

export function readInteractionOptions(args: Arguments): ReadInteractionsOptions {
  const mapping = Object.fromEntries(
    args.texts("map").map((text) => {
      const [role, ...column] = text.split("=");
      if (column.length === 0 || !roles.includes(role!)) {
        throw new InputError(`--map: expected ROLE=COLUMN with a role of ${roles.join(", ")} but found "${text}".`);
      }
      return [role!, column.join("=")];
    }),
  );
  const privacy = {
    ...given("users", oneOf("users", args.text("users"), ["keep", "pseudonyms", "drop"])),
    ...given("values", oneOf("values", args.text("values"), ["keep", "hash", "drop"])),
  };
  return {
    privacy,
    ...(Object.keys(mapping).length > 0 ? { mapping } : {}),
    ...given("timeZone", args.text("time-zone")),
    ...given("dateOrder", oneOf("date-order", args.text("date-order"), ["dmy", "mdy", "ymd"])),
    ...given("delimiter", args.text("delimiter")),
    ...given("encoding", args.text("encoding")),
  };
}
