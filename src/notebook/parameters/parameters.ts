/**
 * Typed parameters of a notebook, by papermill's convention.
 *
 * The cell tagged `parameters` holds `let name: Type = default; // help`. Values given go into a cell tagged
 * `injected-parameters` right after it, as plain assignments, so that the types stay those of the declarations.
 */
import { InputError } from "../../base/errors.ts";
import { nearestNames } from "../../base/nearest_names.ts";
import { type Cell, type Notebook, tagsOf } from "../notebook.ts";
import { declarations } from "./declarations.ts";
import { isPlainType, membersOf, typeOfLiteral } from "./parameter_types.ts";
import { parsed, readValue, shown } from "./parameter_values.ts";

export interface Parameter {
  readonly name: string;
  /** As written, or inferred from the default. */
  readonly type: string;
  /** Source text of the default; undefined where the parameter has to be given. */
  readonly default: string | undefined;
  readonly help: string;
}

/** The parameters that a notebook declares; none where it has no cell tagged `parameters`. */
export function parametersOf(notebook: Notebook): Parameter[] {
  const cell = notebook.cells.find((cell) => isTagged(cell, "parameters"));
  if (!cell) return [];
  return declarations(cell.source).flatMap(({ text, help }) => {
    const match = /^(?:let|var)\s+([\p{L}_$][\p{L}\p{N}_$]*)\s*(?::\s*([^=]+?))?\s*(?:=\s*([\s\S]+))?$/u.exec(text);
    if (!match) return [];
    const [, name, written, value] = match;
    const type = (written ?? typeOfLiteral(value ?? "undefined")).replace(/\s+/g, " ").trim();
    const optional = membersOf(type).includes("undefined");
    return [{
      name: name!,
      type,
      default: value?.trim().replace(/\s*\n\s*/g, " ") ?? (optional ? "undefined" : undefined),
      help,
    }];
  });
}

/**
 * A copy of the notebook with the values given injected.
 *
 * Values are of the parameter's type, or text that is read as that type: `true`, `3.5`, `a,b` or `["a","b"]` for lists,
 * nothing for `undefined`.
 *
 * @throws InputError on an unknown name, a value of the wrong type, or a parameter that has to be given and is not; it
 * lists the parameters there are.
 */
export function injectParameters(
  notebook: Notebook,
  values: Readonly<Record<string, unknown>>,
  name: string,
): Notebook {
  const cells = notebook.cells.filter((cell) => !isTagged(cell, "injected-parameters"));
  const parameters = parametersOf(notebook);
  const known = new Map(parameters.map((parameter) => [parameter.name, parameter]));
  const problems: string[] = [];
  const assignments: string[] = [];
  for (const [key, value] of Object.entries(values)) {
    const parameter = known.get(key);
    if (!parameter) {
      const near = nearestNames(key, parameters.map((parameter) => parameter.name))[0];
      problems.push(`${name}: no parameter is called "${key}".${near ? ` Did you mean "${near}"?` : ""}`);
      continue;
    }
    const read = readValue(value, parameter.type);
    if (read) assignments.push(`${key} = ${read.code};`);
    else problems.push(`${name}, parameter "${key}": expected ${parameter.type} but found ${shown(value)}.`);
  }
  for (const parameter of parameters) {
    if (parameter.default === undefined && !(parameter.name in values)) {
      problems.push(
        `${name}, parameter "${parameter.name}": expected a value of type ${parameter.type} but found none.`,
      );
    }
  }
  if (problems.length > 0) throw new InputError(`${problems.join("\n")}\n${describeParameters(parameters, notebook)}`);
  if (assignments.length === 0) return { ...notebook, cells };
  const at = cells.findIndex((cell) => isTagged(cell, "parameters")) + 1;
  const injected: Cell = {
    id: "injected-parameters",
    cell_type: "code",
    metadata: { tags: ["injected-parameters"] },
    source: ["// Parameters", ...assignments].join("\n"),
    execution_count: null,
    outputs: [],
  };
  return { ...notebook, cells: [...cells.slice(0, at), injected, ...cells.slice(at)] };
}

/**
 * Whether `injectParameters` alone can tell if a value fits every parameter. Types of the notebook's own need the type
 * checker.
 */
export function hasPlainTypes(parameters: readonly Parameter[]): boolean {
  return parameters.every(({ type }) => isPlainType(type));
}

/** Values that are text, given or by default: parameters that name a file are among them. */
export function textValues(parameters: readonly Parameter[], values: Readonly<Record<string, unknown>>): string[] {
  return parameters.flatMap(({ name, default: text }) => {
    const value = name in values ? values[name] : parsed((text ?? "").replace(/^'(.*)'$/, '"$1"'));
    return (Array.isArray(value) ? value : [value]).filter((item): item is string => typeof item === "string");
  });
}

/** The parameters with types, defaults and help, a line each. */
export function describeParameters(parameters: readonly Parameter[], notebook?: Notebook): string {
  if (parameters.length === 0) return `The notebook has no parameters: ${whyNone(notebook)}`;
  const left = parameters.map(({ name, type, default: value }) =>
    `${name}: ${type}${value === undefined ? "" : ` = ${value}`}`
  );
  const width = Math.min(60, Math.max(...left.map((text) => text.length)));
  const rows = parameters.map(({ help }, i) => `  ${left[i]!.padEnd(help ? width : 0)}${help ? `  ${help}` : ""}`);
  return ["Parameters of the notebook:", ...rows].join("\n");
}

function whyNone(notebook: Notebook | undefined): string {
  const cell = notebook?.cells.find((cell) => isTagged(cell, "parameters"));
  if (!cell) return "no cell of it is tagged `parameters`.";
  const constants = declarations(cell.source).flatMap(({ text }) =>
    /^const\s+([\p{L}_$][\p{L}\p{N}_$]*)/u.exec(text)?.[1] ?? []
  );
  return constants.length > 0
    ? `its cell tagged \`parameters\` declares ${
      constants.join(", ")
    } by \`const\`, which cannot be given another value. ` +
      `Write \`let\`, not \`const\`.`
    : "its cell tagged `parameters` declares none. Write `let name: Type = value;`.";
}

function isTagged(cell: Cell, tag: string): boolean {
  return cell.cell_type === "code" && tagsOf(cell).includes(tag);
}
