/** How recorders write down the same work: columns, words for what was done, times. */
import type { Random } from "../../random.ts";
import type { InteractionMapping } from "../../../../src/io/interactions/canonical_columns.ts";
import type { Row } from "../corpus.ts";
import type { DeskAbout } from "./about.ts";
import type { TimedDeed } from "./days.ts";
import type { Act } from "./steps.ts";

type Plain = keyof ReturnType<typeof plainOf>;

export interface Recorder {
  readonly name: string;
  readonly granularity: DeskAbout["granularity"];
  /** Header, what it holds, and which role it has where it has one. */
  readonly columns: readonly (readonly [header: string, holds: Plain | "", role?: keyof InteractionMapping])[];
  readonly acts?: Partial<Record<Act, string>>;
  readonly time: (ms: number) => string;
  /** How applications are named. */
  readonly apps: "name" | "process";
}

const iso = (ms: number) => new Date(ms).toISOString();
const offset = (ms: number) => iso(ms).replace("Z", "+00:00");
const spaced = (ms: number) => iso(ms).replace("T", " ").replace("Z", "");
const german = (ms: number) => {
  const [date, time] = iso(ms).slice(0, 23).split("T");
  return `${date!.split("-").toReversed().join(".")} ${time}`;
};

const GERMAN: Recorder["acts"] = {
  click: "Klick",
  type: "Eingabe",
  select: "Auswahl",
  copy: "Kopieren",
  paste: "Einfügen",
  open: "Fenster geöffnet",
  focus: "Fensterwechsel",
  navigate: "Aufruf",
  key: "Taste",
};
const FRENCH: Recorder["acts"] = {
  click: "Clic",
  type: "Saisie",
  select: "Choisi",
  copy: "Copie",
  paste: "Coller",
  open: "Fenêtre ouverte",
  focus: "Fenêtre active",
  key: "Touche",
  scroll: "Défilement",
};
const SWITCHES: Recorder["acts"] = {
  click: "LeftClick",
  type: "TextEntered",
  select: "LeftClick",
  copy: "Copy",
  paste: "Paste",
  open: "WindowActivated",
  focus: "WindowActivated",
  navigate: "WindowActivated",
  key: "KeyCombination",
  scroll: "MouseWheel",
};
const CPN: Recorder["acts"] = {
  click: "clickButton",
  type: "insertValue",
  select: "insertValue",
  open: "openFile",
  focus: "clickButton",
  navigate: "goToUrl",
  key: "pressKey",
  scroll: "waitResponse",
};

export const RECORDERS: readonly Recorder[] = [
  {
    name: "plain",
    granularity: "fields",
    columns: [
      ["timestamp", "time", "timestamp"],
      ["user", "user", "user"],
      ["application", "app", "app"],
      ["window", "title", "window"],
      ["element", "element", "element"],
      ["elementType", "elementType", "elementType"],
      ["action", "act", "action"],
      ["value", "value", "value"],
      ["row", "row", "row"],
    ],
    time: iso,
    apps: "name",
  },
  {
    name: "German",
    granularity: "fields",
    columns: [
      ["Zeitstempel", "time", "timestamp"],
      ["Benutzer", "user", "user"],
      ["Anwendung", "app", "app"],
      ["Fenstertitel", "title", "window"],
      ["URL", "url", "url"],
      ["Feld", "element", "element"],
      ["Feldtyp", "elementType", "elementType"],
      ["Aktion", "act", "action"],
      ["Wert", "value", "value"],
    ],
    acts: GERMAN,
    time: german,
    apps: "name",
  },
  {
    name: "French",
    granularity: "fields",
    columns: [
      ["Utilisateur", "user", "user"],
      ["Horodatage", "time", "timestamp"],
      ["Logiciel", "app", "app"],
      ["Fenêtre", "title", "window"],
      ["Champ", "element", "element"],
      ["Action", "act", "action"],
      ["Valeur", "value", "value"],
      ["Ligne", "row", "row"],
    ],
    acts: FRENCH,
    time: spaced,
    apps: "name",
  },
  {
    name: "web",
    granularity: "fields",
    columns: [
      ["time", "time", "timestamp"],
      ["employee", "user", "user"],
      ["program", "app", "app"],
      ["page title", "title", "window"],
      ["page_url", "url", "url"],
      ["field_name", "element", "element"],
      ["control_type", "elementType", "elementType"],
      ["event", "act", "action"],
      ["content", "value", "value"],
    ],
    acts: {
      click: "clicked",
      type: "changed",
      copy: "copied",
      paste: "pasted",
      select: "selected",
      open: "tab opened",
    },
    time: iso,
    apps: "process",
  },
  {
    name: "action logger",
    granularity: "fields",
    columns: [
      ["timeStamp", "time", "timestamp"],
      ["userID", "user", "user"],
      ["targetApp", "app", "app"],
      ["eventType", "act", "action"],
      ["url", "url", "url"],
      ["content", "clipboard", "clipboard"],
      ["target.workbookName", "file", "window"],
      ["target.sheetName", "", "container"],
      ["target.id", "", "elementId"],
      ["target.tagName", "tag"],
      ["target.type", "elementType", "elementType"],
      ["target.name", "field", "element"],
      ["target.value", "typed", "value"],
      ["target.innerText", "label", "elementLabel"],
      ["target.href", ""],
      ["target.option", ""],
    ],
    acts: { click: "clickButton", type: "editField", select: "selectOptions", open: "link", key: "save" },
    time: iso,
    apps: "name",
  },
  {
    name: "activity",
    granularity: "windows",
    columns: [
      ["start", "time", "timestamp"],
      ["duration", "duration", "duration"],
      ["user", "user", "user"],
      ["app", "app", "app"],
      ["title", "title", "window"],
    ],
    time: offset,
    apps: "process",
  },
  {
    name: "German activity",
    granularity: "windows",
    columns: [
      ["Benutzer", "user", "user"],
      ["Programm", "app", "app"],
      ["Fenster", "title", "window"],
      ["Startzeit", "time", "timestamp"],
      ["Endzeit", "endTime", "end"],
    ],
    time: german,
    apps: "name",
  },
  {
    name: "process times",
    granularity: "windows",
    columns: [
      ["Start Time", "time", "timestamp"],
      ["End Time", "endTime", "end"],
      ["Agent", "user", "user"],
      ["Process Name", "app", "app"],
      ["Window Title", "title", "window"],
      ["URL", "url", "url"],
    ],
    time: spaced,
    apps: "process",
  },
  {
    name: "coloured nets",
    granularity: "cpn",
    columns: [
      ["eventType", "act", "action"],
      ["timeStamp", "time", "timestamp"],
      ["source", "source", "app"],
      ["lifecycle:transition", "complete"],
      ["Sheet", "", "container"],
      ["FileName", "fileName", "window"],
      ["Url", "page", "url"],
      ["Label", "element", "element"],
      ["Value", "value", "value"],
      ["Column", "", "elementId"],
      ["Row", "row", "row"],
    ],
    acts: CPN,
    time: iso,
    apps: "name",
  },
  {
    name: "events and labels",
    granularity: "cpn",
    columns: [
      ["When", "time", "timestamp"],
      ["Person", "user", "user"],
      ["Program", "source", "app"],
      ["Event", "act", "action"],
      ["Page", "page", "window"],
      ["Label", "element", "elementLabel"],
      ["Text", "value", "value"],
    ],
    acts: CPN,
    time: iso,
    apps: "name",
  },
  {
    name: "switches",
    granularity: "titles",
    columns: [
      ["Timestamp", "time", "timestamp"],
      ["User", "user", "user"],
      ["Process", "app", "app"],
      ["WindowTitle", "title", "window"],
      ["Event", "act", "action"],
      ["Text", "value", "value"],
    ],
    acts: SWITCHES,
    time: offset,
    apps: "process",
  },
  {
    name: "Spanish titles",
    granularity: "titles",
    columns: [
      ["FechaHora", "time", "timestamp"],
      ["Usuario", "user", "user"],
      ["Aplicación", "app", "app"],
      ["Título", "title", "window"],
      ["Evento", "act", "action"],
      ["Contenido", "value", "value"],
    ],
    acts: {
      click: "Clic",
      type: "Escribir",
      copy: "Copiar",
      paste: "Pegar",
      open: "Ventana activa",
      focus: "Ventana activa",
      navigate: "Ventana activa",
      key: "Tecla",
    },
    time: spaced,
    apps: "name",
  },
];

/** A recorder that fits; some know no people. */
export function drawRecorder(about: DeskAbout, { pick }: Random): Recorder {
  const several = about.users > 1;
  return pick(
    RECORDERS.filter(({ granularity, columns }) =>
      granularity === about.granularity && (!several || columns.some(([, holds]) => holds === "user"))
    ),
  );
}

export function recorded(deed: TimedDeed, recorder: Recorder): Row {
  const plain = plainOf(deed, recorder);
  const cells = Object.fromEntries(
    recorder.columns.map(([header, holds]) => [header, holds === "" ? "" : plain[holds]]),
  );
  return { cells, instance: deed.instance, task: deed.task };
}

/** The mapping a reader should find, for the columns that hold something. */
export function mappingOf(recorder: Recorder, rows: readonly Row[]): Partial<InteractionMapping> {
  return Object.fromEntries(
    recorder.columns.flatMap(([header, , role]) =>
      role && rows.some(({ cells }) => cells[header]) ? [[role, header]] : []
    ),
  );
}

function plainOf({ step, title, url, value, row, person, time, end }: TimedDeed, recorder: Recorder) {
  const { application } = step.screen;
  const inBrowser = application.web;
  const name = inBrowser ? person.browser.name : application.name;
  const process = inBrowser ? person.browser.process : application.process;
  const office = application.kind === "sheet";
  const moved = step.act === "copy" || step.act === "paste";
  const button = step.elementType !== "text" && step.element !== "";
  return {
    time: recorder.time(time),
    endTime: recorder.time(end),
    duration: String((end - time) / 1000),
    user: person.name,
    app: recorder.apps === "name" ? name : process,
    source: inBrowser ? "Web" : application.name,
    title,
    url,
    page: url || (office ? "" : application.kind === "other" ? title : step.screen.noun),
    fileName: office ? title.split(" - ")[0]! : "",
    file: inBrowser ? "" : title,
    element: step.element,
    elementType: step.element === "" ? "" : step.elementType,
    act: recorder.acts?.[step.act] ?? step.act,
    value,
    row,
    clipboard: moved ? value : "",
    typed: moved ? "" : value,
    field: button ? "" : step.element,
    label: button ? step.element : "",
    tag: step.element === "" ? "" : button ? "BUTTON" : "INPUT",
    complete: "complete",
  };
}
