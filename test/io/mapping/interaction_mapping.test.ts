import { expect, test } from "vitest";
import { inferInteractionMapping } from "../../../src/io/mapping/interaction_mapping.ts";
import { text } from "../../support/interactions.ts";

/** A table of one row of such columns; a column of times holds one. */
function columns(names: string, values: Record<string, string> = {}) {
  const list = names.split(",");
  return {
    rows: 1,
    columns: list.map((name, i) => text(name, [values[name] ?? (i === 0 ? "2026-01-05 08:00" : "x")])),
  };
}

const LANGUAGES = {
  English: "Timestamp,User Name,Department,Application,Window Title,Field,Action,New Value,Task,Case ID",
  German: "Zeitstempel,Benutzer,Abteilung,Anwendung,Fenstertitel,Feld,Aktion,Wert,Aufgabe,Vorgangsnummer",
  French: "Horodatage,Utilisateur,Équipe,Logiciel,Fenêtre,Champ,Événement,Valeur,Tâche,Dossier",
  Spanish: "Fecha y hora,Usuario,Equipo,Aplicación,Ventana,Campo,Acción,Valor,Tarea,ID caso",
  Dutch: "Tijdstip,Gebruiker,Afdeling,Toepassing,Venster,Veld,Actie,Waarde,Taak,Zaaknummer",
};

test.each(Object.entries(LANGUAGES))("columns named in %s find their roles", (_, names) => {
  const [timestamp, user, team, app, window, element, action, value, task, caseColumn] = names.split(",");
  expect(inferInteractionMapping(columns(names)))
    .toEqual({ timestamp, user, team, app, window, element, action, value, task, case: caseColumn });
});

test("names that other recorders use", () => {
  const found = (names: string) => inferInteractionMapping(columns(names, { EndTime: "2026-01-05 08:01" }));
  expect(found("timestamp,userId,activeApplication,windowTitle,eventType,elementName,clipboardContent")).toEqual({
    timestamp: "timestamp",
    user: "userId",
    app: "activeApplication",
    window: "windowTitle",
    action: "eventType",
    element: "elementName",
    clipboard: "clipboardContent",
  });
  expect(found("StartTime,EndTime,ActionName,ApplicationProcessName,ApplicationWindowTitle,UIElementName,UserName"))
    .toEqual({
      timestamp: "StartTime",
      end: "EndTime",
      action: "ActionName",
      app: "ApplicationProcessName",
      window: "ApplicationWindowTitle",
      element: "UIElementName",
      user: "UserName",
    });
  expect(found("TimeStamp,MorKeyb,TypeEvent,NameApp,CoorX,CoorY,Text,Screenshot"))
    .toEqual({ timestamp: "TimeStamp", action: "TypeEvent", app: "NameApp", value: "Text" });
});

test("the canonical names are understood", () => {
  const names =
    "ts,user,host,app,windowTitle,url,eventType,elementId,elementName,elementLabel,elementType,container2," +
    "rowKey,valueOld,valueNew,clipboard";
  expect(inferInteractionMapping(columns(names))).toEqual({
    timestamp: "ts",
    user: "user",
    host: "host",
    app: "app",
    window: "windowTitle",
    url: "url",
    action: "eventType",
    elementId: "elementId",
    element: "elementName",
    elementLabel: "elementLabel",
    elementType: "elementType",
    container: "container2",
    row: "rowKey",
    oldValue: "valueOld",
    value: "valueNew",
    clipboard: "clipboard",
  });
});

test("the time is where times are, whatever the names say", () => {
  const table = columns("time,booked,app", { time: "morning", booked: "05.01.2026 08:00", app: "ERP" });
  expect(inferInteractionMapping(table)).toEqual({ timestamp: "booked", app: "app" });
  expect(inferInteractionMapping(columns("when,app", { when: "1767600000" })).timestamp).toBe("when");
});

test("an end that holds no times and a duration that holds no numbers are none", () => {
  const mapping = inferInteractionMapping(columns("start,end,duration,app", { start: "2026-01-05T08:00Z" }));
  expect(mapping).toEqual({ timestamp: "start", app: "app" });
});

test("what is given wins, and is not given away again", () => {
  const mapping = inferInteractionMapping(columns("ts,user,app,action"), { task: "action", app: "user" });
  expect(mapping).toEqual({ timestamp: "ts", app: "user", task: "action" });
});

test("errors say what was found and what to do", () => {
  // Without times the order of the rows is all there is.
  expect(inferInteractionMapping(columns("a,app", { a: "1" }), {}, "x.csv")).toEqual({ app: "app" });
  expect(() => inferInteractionMapping(columns("ts,colour"), {}, "x.csv")).toThrow(/what was done.*"ts", "colour"/);
  expect(() => inferInteractionMapping(columns("ts,team"), { app: "teem" })).toThrow(
    /"teem" for app.*Did you mean "team"/,
  );
  expect(() => inferInteractionMapping(columns("ts,app"), JSON.parse('{"usr":"app"}'))).toThrow(/role.*"usr".*"user"/);
});
