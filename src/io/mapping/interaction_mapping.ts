/** Finding out which column of a table of interactions is what, from its names and contents. */
import type { Column, Table, TextColumn } from "../../base/column.ts";
import { InputError } from "../../base/errors.ts";
import type { InteractionMapping, InteractionRole } from "../interactions/canonical_columns.ts";
import { asText } from "../../base/text_codes.ts";
import { isMeaningless, looksOf } from "./roles_by_content.ts";
import { didYouMean, nearestNames } from "../../base/nearest_names.ts";
import { firstNames } from "../../base/lists.ts";
import { shareOfTimes } from "../time/timestamps.ts";

/**
 * Maps each role to the column whose name says so in English, German, French, Spanish or Dutch, whatever its case,
 * accents and separators: the whole name first, then one of its words. A column serves one role at most; roles are
 * served in the order of `NAMES`, columns in that of the file. The column of time must hold times: where none with
 * such a name does, the first that does is taken. Where it holds days only, a column of clock times completes it. Where
 * none holds times, and none is called so, the order of the rows is all there is. Columns whose names say nothing (`c1`,
 * `Feld 3`) serve the roles that their contents tell.
 *
 * @param given roles that are known already; they win.
 * @param name of the file, for errors.
 * @throws InputError if a given column is not there or given twice, or if no column says what was done or where.
 */
export function inferInteractionMapping(
  table: Table,
  given: Partial<InteractionMapping> = {},
  name = "the table",
): InteractionMapping {
  const columns = table.columns;
  checkGiven(table, given, name);
  const found = new Map<InteractionRole, string>(Object.entries(given) as [InteractionRole, string][]);
  const taken = new Set<string>(found.values());
  const free = () => columns.filter((column) => !taken.has(column.name));
  const assign = (role: InteractionRole, column: string | undefined) => {
    if (column === undefined) return;
    found.set(role, column);
    taken.add(column);
  };

  if (!found.has("timestamp")) {
    const times = free().filter((column) => column.kind === "time" || isTimes(asText(column)));
    const named = times.find((column) => namedFor("timestamp", column.name, true)) ??
      times.find((column) => namedFor("timestamp", column.name, false));
    assign("timestamp", (named ?? times[0])?.name);
  }
  for (const whole of [true, false]) {
    for (const role of ROLES) {
      if (found.has(role) || role === "clock") continue;
      const fits = free().find((column) =>
        !isMeaningless(column.name) && namedFor(role, column.name, whole) && holds(role, column)
      );
      assign(role, fits?.name);
    }
  }
  const unclear = columns.filter(({ name: one }) => !taken.has(one) && isMeaningless(one));
  const looks = looksOf(unclear, table.rows);
  for (const { role, column } of looks) if (role !== undefined && !found.has(role)) assign(role, column);
  const timestamp = found.get("timestamp");
  const day = columns.find((column) => column.name === timestamp);
  if (!found.has("clock") && day && isDays(day)) {
    const clocks = free().filter((column) => holds("clock", column));
    assign("clock", (clocks.find((column) => namedFor("clock", column.name, true)) ?? clocks[0])?.name);
  }
  if (!["app", "action", "window", "url", "element"].some((role) => found.has(role as InteractionRole))) {
    const each = looks.map(({ column, words }) => `${JSON.stringify(column)} holds ${words}`).slice(0, 12).join("; ");
    throw new InputError(
      `${name}: expected a column that says what was done, or in which application or window, but found ` +
        `${listed(columns)}.${each === "" ? "" : ` By their contents, ${each}.`} Name one in the mapping: ` +
        `{ action: "…" } or { app: "…" }, or --map action=….`,
    );
  }
  return Object.fromEntries(found);
}

/** Names of each role, without case, accents and separators. The order of roles is that in which they choose. */
const NAMES: Partial<Record<InteractionRole, string>> = {
  timestamp: "timestamp ts time datetime eventtime starttime start begin date created createdat tsstart zeitstempel " +
    "zeitpunkt zeit startzeit beginn datum uhrzeit datumuhrzeit horodatage dateheure datedebut heure debut date " +
    "fechahora fechayhora marcadetiempo fecha hora inicio tijdstip tijdstempel tijd datumtijd starttijd",
  clock: "clock clocktime timeofday time uhrzeit zeit heure hora tijd",
  end: "end endtime tsend endtimestamp finish finished stop ende endzeit fin heurefin datefin horafin fechafin einde " +
    "eindtijd",
  duration: "duration durationseconds seconds dauer dauersekunden duree dureesecondes duracion duracionsegundos duur",
  segment: "segment segmentid segmento",
  case:
    "caseid case casenumber caseref conceptcase instanceid taskinstance fallid fall fallnummer vorgangsid vorgangsnummer " +
    "idcas numerodecas cas idcaso caso zaakid zaaknummer zaak dossier dossiernummer",
  task:
    "task taskname tasktype tasklabel aufgabe aufgabentyp vorgangsart tache typetache tarea tipotarea taak taaktype",
  team:
    "team teamname group department orggroup unit abteilung gruppe equipe departement equipo departamento afdeling " +
    "groep",
  user:
    "user userid username login employee agent operator worker clerk person resource benutzer benutzername nutzer " +
    "anwender mitarbeiter sachbearbeiter bearbeiter utilisateur employe agente usuario empleado operador gebruiker " +
    "gebruikersnaam medewerker",
  host:
    "host hostname machine machinename computer computername device workstation rechner rechnername ordinateur poste " +
    "ordenador",
  url: "url uri pageurl pageaddress webaddress browserurl webadresse adresseweb direccionweb webadres",
  app:
    "app application appname applicationname targetapp program programname software processname exe system anwendung " +
    "programm logiciel programme aplicacion programa applicatie toepassing programma " +
    "activeapplication activeapp nameapp applicationprocessname processname process executable",
  elementId: "elementid fieldid controlid automationid targetid feldid idchamp idcampo veldid",
  elementLabel: "elementlabel label buttonlabel caption beschriftung libelle etiqueta opschrift",
  elementType: "elementtype controltype fieldtype tagname targettype elementtyp feldtyp",
  oldValue: "oldvalue valueold previousvalue alterwert anciennevaleur valoranterior oudewaarde",
  clipboard: "clipboard clipboardcontent clipboardtext zwischenablage pressepapiers portapapeles klembord",
  value:
    "value newvalue valuenew enteredvalue text input content wert neuerwert inhalt eingabe valeur nouvellevaleur " +
    "contenu valor nuevovalor contenido waarde nieuwewaarde inhoud",
  container:
    "container2 container sheet sheetname worksheet tab form screen transaction view blatt tabellenblatt maske " +
    "formular bildschirm feuille onglet formulaire ecran hoja pestana formulario pantalla blad werkblad tabblad formulier " +
    "scherm",
  window:
    "windowtitle window title container1 document workbook workbookname filename file page fenstertitel fenster " +
    "titel datei titrefenetre fenetre titre fichier page ventana tituloventana titulo archivo pagina venstertitel venster " +
    "bestand",
  element:
    "element elementname uielement uielementname targetelement field fieldname control controlname widget target " +
    "button object feld feldname " +
    "steuerelement champ nomchamp controle bouton campo nombrecampo boton veld veldnaam knop",
  row: "rowkey row rownumber line zeile ligne fila rij",
  action:
    "action actiontype eventtype event activity interaction operation type aktion ereignis ereignistyp aktivitat " +
    "handlung evenement typeevenement activite accion tipoaccion evento tipoevento actividad actie actietype gebeurtenis " +
    "activiteit typeevent conceptname",
};

const ROLES = Object.keys(NAMES) as InteractionRole[];
const WORDS = new Map(ROLES.map((role) => [role, new Set(NAMES[role]!.split(" "))]));

/** What a column must hold to serve a role, whatever its name. */
const CONTENTS: Partial<Record<InteractionRole, (column: TextColumn) => boolean>> = {
  end: isTimes,
  duration: (column) => isNumbers(column, /^\d+([.,]\d+)?$|^\d+:\d{2}:\d{2}([.,]\d+)?$/),
  clock: (column) => isNumbers(column, /^\d{1,2}:\d{2}(:\d{2}([.,]\d+)?)?( ?[ap]\.?m\.?)?$/i),
};

/** Whether the name, as a whole or by one of its words, is one of the role's. */
function namedFor(role: InteractionRole, name: string, whole: boolean): boolean {
  const words = name.normalize("NFD").replace(/\p{M}/gu, "").replace(/ß/g, "ss")
    .replace(/(\p{Ll})(\p{Lu})/gu, "$1 $2").toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  const known = WORDS.get(role)!;
  return whole ? known.has(words.join("")) : words.some((word) => word.length > 2 && known.has(word));
}

function holds(role: InteractionRole, column: Column): boolean {
  const check = CONTENTS[role];
  if (!check) return true;
  if (column.kind === "time") return check === isTimes;
  return check(asText(column));
}

function isNumbers(column: TextColumn, least: RegExp): boolean {
  const { dictionary } = column;
  let numbers = 0;
  const looked = Math.min(dictionary.length, 50);
  for (let code = 0; code < looked; code++) if (least.test(dictionary[code]!.trim())) numbers++;
  return looked > 0 && numbers >= 0.9 * looked;
}

/** Nine of ten distinct values are dates, or seconds, milliseconds and so on since 1970 that lie after 2001. */
function isTimes(column: TextColumn): boolean {
  return shareOfTimes(column.dictionary) >= 0.9 || isNumbers(column, /^\d{10}(\d{3}){0,3}(\.\d+)?$/);
}

/** Days without a clock time, such as 2026-01-05 and 5 Jan 2026. */
function isDays(column: Column): boolean {
  if (column.kind === "time") return false;
  const { dictionary } = asText(column);
  return shareOfTimes(dictionary) >= 0.9 && !dictionary.slice(0, 50).some((value) => /:|T\d/.test(value));
}

function checkGiven(table: Table, given: Partial<InteractionMapping>, name: string): void {
  const names = table.columns.map((column) => column.name);
  for (const [role, column] of Object.entries(given)) {
    if (!ROLES.includes(role as InteractionRole)) {
      const near = nearestNames(role, ROLES)[0];
      throw new InputError(
        `${name}: expected a role such as ${ROLES.join(", ")} but found "${role}" in the mapping.` +
          (near ? ` Did you mean "${near}"?` : ""),
      );
    }
    if (names.includes(column)) continue;
    const near = nearestNames(column, names);
    throw new InputError(
      `${name}: expected a column "${column}" for ${role} but found ${listed(table.columns)}.` +
        didYouMean(near),
    );
  }
}

function listed(columns: Table["columns"]): string {
  return firstNames(columns.map((column) => `"${column.name}"`), 12);
}
