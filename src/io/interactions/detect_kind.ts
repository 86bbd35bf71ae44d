/** Whether a table holds events or interactions, by the names of its columns. */
import type { Table } from "../../base/column.ts";
import { isActionLogger } from "./action_logger.ts";
import { isActivityWatch } from "./activity_watch.ts";
import { isCanonical } from "./canonical.ts";
import { isCpn } from "./cpn.ts";
import { isSmartRpa } from "./smart_rpa.ts";

/**
 * Whether a table is a log of events or of interactions: of interactions if its columns are those of a recorder, or
 * if it says where people worked (application, window, element) and what they did, but not in which case.
 */
export function detectKind(columns: Table["columns"]): "events" | "interactions" {
  const names = columns.map((column) => column.name);
  if ([isCanonical, isActionLogger, isCpn, isSmartRpa, isActivityWatch].some((fits) => fits(names))) {
    return "interactions";
  }
  const plain = new Set(names.map((name) => name.toLowerCase().replace(/[^a-z]/g, "")));
  const has = (words: string) => words.split(" ").some((word) => plain.has(word));
  const places = [
    "app application appname applicationname targetapp program exe anwendung programm applicatie " +
    "aplicacion logiciel activeapplication nameapp applicationprocessname",
    "window windowtitle applicationwindowtitle title url fenster fenstertitel ventana fenetre venster",
    "element " +
    "elementname elementid uielement uielementname controlname field fieldname control widget button clipboard targetid",
  ].filter(has).length;
  const acts = has(
    "action eventtype typeevent actiontype actionname interaction key keystroke click aktion accion actie",
  );
  const inCase = has("caseid case caseconceptname conceptname activity");
  return places >= 2 || (places === 1 && acts && !inCase) ? "interactions" : "events";
}
