/** Cells that a run leaves out, as their tags say, because it has nothing for them to work on. */
import { type Cell, type Notebook, tagsOf } from "../notebook.ts";
import { parametersOf, textValues } from "../parameters/parameters.ts";

/** `only-with-previousLog`: the cell is for runs in which that parameter is neither empty text nor an empty list. */
const ONLY_WITH = "only-with-";
/** The cell speaks of the example, and is for runs without any parameter given. */
const ONLY_EXAMPLE = "only-example";

/** The notebook without the cells whose tags do not fit the values that are given. */
export function withoutIdleCells(notebook: Notebook, given: Readonly<Record<string, unknown>>): Notebook {
  const parameters = parametersOf(notebook);
  const isEmpty = (name: string) => {
    const own = parameters.filter((parameter) => parameter.name === name);
    return own.length > 0 && textValues(own, given).every((text) => text.trim() === "") && !holdsOther(given[name]);
  };
  const stays = (cell: Cell) =>
    tagsOf(cell).every((tag) =>
      tag === ONLY_EXAMPLE
        ? Object.keys(given).length === 0
        : !(tag.startsWith(ONLY_WITH) && isEmpty(tag.slice(ONLY_WITH.length)))
    );
  return { ...notebook, cells: notebook.cells.filter(stays) };
}

/** Parameters that some cell needs in order to have something to say. */
export function optionalParameters(notebook: Notebook): Set<string> {
  return new Set(
    notebook.cells.flatMap((cell) =>
      tagsOf(cell).filter((tag) => tag.startsWith(ONLY_WITH)).map((tag) => tag.slice(ONLY_WITH.length))
    ),
  );
}

function holdsOther(value: unknown): boolean {
  return value !== undefined && typeof value !== "string" && !(Array.isArray(value) && value.length === 0);
}
