/** Errors of a notebook about its input, in the words of the command that runs it. */
import type { Parameter } from "../notebook/parameters/parameters.ts";
import { logOptions } from "./log_options.ts";
import type { Option } from "./options.ts";
import { ROLE_OPTIONS } from "./role_options.ts";

/** `--date-order dmy`, and several of these in a row. */
const FLAGS = /--[a-z][a-z-]*(?: (?:COLUMN|[A-Za-z0-9+/_-]+))?(?: --[a-z][a-z-]*(?: (?:COLUMN|[A-Za-z0-9+/_-]+))?)*/g;

/**
 * Options of `tb info` and its like that a message names become entries of a mapping file, which is how a run takes
 * them.
 *
 * @param give how the command takes a mapping file, such as `--mapping map.json`.
 */
export function runHints(parameters: readonly Parameter[], give: string): (message: string) => string {
  const takes = parameters.some(({ name }) => name === "mapping");
  return (message) => {
    let found = false;
    const told = outsideQuotes(message, (text) =>
      text.replace(FLAGS, (flags) => {
        const entries = entriesOf(flags);
        if (entries === undefined) return flags;
        found = true;
        return entries;
      }));
    if (!found) return message;
    // It says so itself.
    if (told.includes("a mapping file with `tb map")) return told;
    const file = /^([^\s:,]+\.\w+)[:,]/.exec(message)?.[1] ?? "LOG";
    return `${told}\n${
      takes
        ? `A mapping file says so: write one with \`tb map ${file} -o map.json\`, edit it, and give ${give}.`
        : 'The notebook has no parameter "mapping": give this option where the notebook reads the log.'
    }`;
  };
}

/** Undefined where a flag is none of how a log is read. */
function entriesOf(flags: string): string | undefined {
  const roles: string[] = [], others: string[] = [];
  let rest = "";
  for (const [, flag, value] of flags.matchAll(/--([a-z][a-z-]*)(?: ([^\s-]\S*))?/g)) {
    const option = (logOptions as Readonly<Record<string, Option>>)[flag!];
    if (option === undefined || flag === "json") return undefined;
    const role = Object.entries(ROLE_OPTIONS).find(([, name]) => name === flag)?.[0];
    if (role !== undefined) roles.push(`"${role}": "${value ?? "COLUMN"}"`);
    else if (flag === "milestone") others.push(`"wide": ["${value ?? "COLUMN"}"]`);
    else if (option.type === "boolean") {
      others.push(`"${option.field ?? flag}": true`);
      if (value !== undefined) rest += ` ${value}`;
    } else others.push(`"${option.field ?? flag}": "${value ?? option.value}"`);
  }
  return [...(roles.length > 0 ? [`"mapping": { ${roles.join(", ")} }`] : []), ...others].join(", ") + rest;
}

function outsideQuotes(text: string, change: (part: string) => string): string {
  return text.split(/("[^"]*"|`[^`]*`)/).map((part, i) => i % 2 === 0 ? change(part) : part).join("");
}
