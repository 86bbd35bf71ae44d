/** Options that every command which reads an interaction log has. */
import { InputError } from "../base/errors.ts";
import type { InteractionLog } from "../log/interactions/interaction_log.ts";
import { readInteractions, type ReadInteractionsOptions } from "../log/interactions/read_interactions.ts";
import { fileOptions, logOptions, readFileOptions } from "./log_options.ts";
import { type Arguments, choice, fieldsOf, type Options } from "./options.ts";
import { noteFindings } from "./output.ts";

const { json } = logOptions;

const roles = [
  ...["timestamp", "clock", "end", "duration", "user", "team", "host", "app", "action", "window", "url", "container"],
  ...["element", "elementId", "elementLabel", "elementType", "row", "value", "oldValue", "clipboard"],
  ...["task", "case", "segment"],
];

const privacyOptions = {
  users: choice(["keep", "pseudonyms", "drop"], {
    help: "names of users (default: pseudonyms if there is a secret)",
  }),
  values: choice(["keep", "hash", "drop"], { help: "what was typed, copied and pasted (default keep, masked)" }),
} as const satisfies Options;

export const interactionOptions = {
  unmasked: {
    type: "boolean",
    help: "leave personal values as they are: every table and report then says so (default: masked)",
  },
  json,
  map: {
    type: "string",
    multiple: true,
    value: "ROLE=COLUMN",
    help: `which column is what, e.g. --map app=Program; roles: ${roles.join(", ")}`,
  },
  ...privacyOptions,
  ...fileOptions,
} as const satisfies Options;

/** Of commands about task instances. */
export const instanceOption = {
  instance: { type: "string", value: "COLUMN", help: "column that names the task instances (default: behaviour)" },
} as const satisfies Options;

/** Of commands about kinds of task that a column may name. */
export const instanceOptions = {
  ...instanceOption,
  task: { type: "string", value: "COLUMN", help: "column that names the kinds of task, beside --instance" },
} as const satisfies Options;

/** @throws InputError if kinds of task are named without their instances. */
export function checkInstanceOptions(given: Arguments): void {
  if (given.text("task") !== undefined && given.text("instance") === undefined) {
    throw new InputError(
      "--task: expected --instance beside it. Without --instance, instances and their kinds are found from behaviour.",
    );
  }
}

/** Reads the log of a command, and says on stderr what reading it assumed, left out or changed. */
export async function readNoting(file: string, options: ReadInteractionsOptions): Promise<InteractionLog> {
  const log = await readInteractions(file, options);
  noteFindings(log.source.findings);
  return log;
}

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
  const privacy = fieldsOf(privacyOptions, args);
  const unmasked = args.flag("unmasked");
  if (unmasked && Object.keys(privacy).length > 0) {
    throw new InputError(
      `--unmasked: expected no --${Object.keys(privacy)[0]} beside it, because it leaves everything as it is. ` +
        "Leave one of them out.",
    );
  }
  return {
    privacy: unmasked ? false : privacy,
    ...(Object.keys(mapping).length > 0 ? { mapping } : {}),
    ...readFileOptions(args),
  };
}
