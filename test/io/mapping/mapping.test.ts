import { expect, test } from "vitest";
import type { Table, TextColumn } from "../../../src/base/column.ts";
import { inferMapping } from "../../../src/io/mapping/mapping.ts";

/** What a column holds, by a letter. */
const CONTENTS: Record<string, (row: number) => string> = {
  c: (row) => `C-${Math.floor(row / 5)}`, // case ids
  a: (row) => ["create", "check", "approve", "pay", "archive"][row % 5]!, // activities
  n: (row) => String(10 + row % 5), // numbers of few values
  t: (row) => `2025-01-01 10:${String(row).padStart(2, "0")}`, // times
  e: (row) => String(1_735_725_600 + row * 60), // epoch seconds
  d: () => "2025-02-01", // a date
  u: (row) => ["ann", "bob", "cem"][row % 3]!, // people
  i: (row) => String(1000 + row), // row numbers
  x: (row) => ["north", "south"][row % 2]!, // anything else
  m: (row) => (row * 1.5).toFixed(2), // amounts
};

/** A table of 40 rows from "name=letter; name=letter". */
function tableOf(spec: string): Table {
  const columns = spec.split(/;\s*/).map((part): TextColumn => {
    const at = part.lastIndexOf("=");
    const texts = Array.from({ length: 40 }, (_, row) => CONTENTS[part.slice(at + 1)]!(row));
    const dictionary = [...new Set(texts)];
    const codes = Int32Array.from(texts, (text) => dictionary.indexOf(text));
    return { kind: "text", name: part.slice(0, at), codes, dictionary };
  });
  return { rows: 40, columns };
}

/** Header and contents; then case, activity, timestamp, start and resource, "-" for none. */
const HEADERS: readonly (readonly [source: string, spec: string, mapping: string])[] = [
  [
    "XES names beside others",
    "column 1=i; concept:name=a; org:resource=u; time:timestamp=t; Activity=a; Resource=u; Costs=n; case:concept:name=c; case:creator=u",
    "case:concept:name | concept:name | time:timestamp | - | org:resource",
  ],
  [
    "PM4Py interval log",
    "case:concept:name=c; concept:name=a; start_timestamp=t; time:timestamp=t; org:resource=u",
    "case:concept:name | concept:name | time:timestamp | start_timestamp | org:resource",
  ],
  [
    "PM4Py tutorial",
    "case_id=c; activity=a; timestamp=t; costs=n; resource=u",
    "case_id | activity | timestamp | - | resource",
  ],
  [
    "Disco export",
    "Case ID=c; Activity=a; Resource=u; Start Timestamp=t; Complete Timestamp=t; Variant=x; Variant index=n",
    "Case ID | Activity | Complete Timestamp | Start Timestamp | Resource",
  ],
  [
    "bupaR patients",
    "handling=a; patient=c; employee=u; handling_id=i; registration_type=x; time=t; .order=i",
    "patient | handling | time | - | employee",
  ],
  [
    "bupaR activity log",
    "case_id=c; activity=a; resource=u; start=t; complete=t",
    "case_id | activity | complete | start | resource",
  ],
  [
    "Celonis activity table",
    "_CASE_KEY=c; ACTIVITY_EN=a; EVENTTIME=t; _SORTING=n; USER_NAME=u",
    "_CASE_KEY | ACTIVITY_EN | EVENTTIME | - | USER_NAME",
  ],
  [
    "Celonis German",
    "CASE_KEY=c; ACTIVITY_DE=a; EVENTTIME=t; USER_TYPE=x",
    "CASE_KEY | ACTIVITY_DE | EVENTTIME | - | -",
  ],
  ["SAP sales order", "VBELN=c; Activity=a; Eventtime=t; USNAM=u; NETWR=m", "VBELN | Activity | Eventtime | - | USNAM"],
  [
    "SAP German",
    "Verkaufsbeleg=c; Vorgang=a; Datum und Uhrzeit=t; Angelegt von=u",
    "Verkaufsbeleg | Vorgang | Datum und Uhrzeit | - | Angelegt von",
  ],
  [
    "SAP purchasing",
    "Purchasing Document=c; Event=a; Timestamp=t; Changed by=u; Due date=d",
    "Purchasing Document | Event | Timestamp | - | Changed by",
  ],
  [
    "service desk",
    "Ticket ID=c; Status=a; Changed at=t; Assigned to=u; Priority=n",
    "Ticket ID | Status | Changed at | - | Assigned to",
  ],
  [
    "incidents",
    "Incident number=c; Status change=a; Updated at=t; SLA due=d; Assignee=u",
    "Incident number | Status change | Updated at | - | Assignee",
  ],
  [
    "decoys",
    "Activity cost=m; Due date=d; Case owner=u; Case ID=c; Activity=a; Event time=t; Resource cost=m",
    "Case ID | Activity | Event time | - | -",
  ],
  ["start and end", "Case=c; Activity=a; Start time=t; End time=t", "Case | Activity | End time | Start time | -"],
  ["end before start", "End=t; Start=t; Task=a; Case no.=c", "Case no. | Task | End | Start | -"],
  ["only a start", "Case=c; Activity=a; Start time=t", "Case | Activity | Start time | - | -"],
  [
    "case dates are no event times",
    "Case ID=c; Case start date=d; Case end date=d; Activity=a; Timestamp=t",
    "Case ID | Activity | Timestamp | - | -",
  ],
  ["orders", "Order no=c; Step=a; Completed at=t; User=u; Order date=d", "Order no | Step | Completed at | - | User"],
  [
    "camel case",
    "caseId=c; activityName=a; startTime=t; endTime=t; userName=u",
    "caseId | activityName | endTime | startTime | userName",
  ],
  [
    "an id and a name of the activity",
    "Case ID=c; Activity ID=n; Activity name=a; Timestamp=t",
    "Case ID | Activity name | Timestamp | - | -",
  ],
  ["an event id is no case", "Event ID=i; Trace=c; Event=a; Time=t", "Trace | Event | Time | - | -"],
  ["epoch seconds", "case=c; activity=a; ts=e; user_id=n", "case | activity | ts | - | user_id"],
  [
    "a number called time is not when",
    "case=c; activity=a; time=n; completed=t",
    "case | activity | completed | - | -",
  ],
  ["German", "Fall=c; Aktivität=a; Zeitstempel=t; Bearbeiter=u", "Fall | Aktivität | Zeitstempel | - | Bearbeiter"],
  [
    "German with start",
    "Fallnummer=c; Tätigkeit=a; Beginn=t; Ende=t; Sachbearbeiterin=u; Fälligkeit=d",
    "Fallnummer | Tätigkeit | Ende | Beginn | Sachbearbeiterin",
  ],
  [
    "German, Vorgang is the case",
    "Vorgangsnummer=c; Prozessschritt=a; Zeitpunkt=t; Benutzer=u",
    "Vorgangsnummer | Prozessschritt | Zeitpunkt | - | Benutzer",
  ],
  [
    "German, Vorgang beside Aktivität",
    "Vorgang=c; Aktivität=a; Datum/Uhrzeit=t; Mitarbeiter=u; Geburtsdatum=d",
    "Vorgang | Aktivität | Datum/Uhrzeit | - | Mitarbeiter",
  ],
  [
    "German, Vorgang beside Auftrag",
    "Auftrag=c; Vorgang=a; Endzeit=t; Startzeit=t",
    "Auftrag | Vorgang | Endzeit | Startzeit | -",
  ],
  [
    "German with decoys",
    "Fall-ID=c; Fallverantwortlicher=u; Aktivität=a; Aktivitätskosten=m; Zeitstempel=t; Plandatum=d",
    "Fall-ID | Aktivität | Zeitstempel | - | -",
  ],
  [
    "French",
    "Numéro de dossier=c; Activité=a; Horodatage=t; Utilisateur=u",
    "Numéro de dossier | Activité | Horodatage | - | Utilisateur",
  ],
  [
    "French with start",
    "N° dossier=c; Étape=a; Début=t; Fin=t; Intervenant=u; Date d'échéance=d",
    "N° dossier | Étape | Fin | Début | Intervenant",
  ],
  [
    "French, dates and hours",
    "ID du cas=c; Nom de l'activité=a; Date et heure=t; Exécutant=u; Coût de l'activité=m",
    "ID du cas | Nom de l'activité | Date et heure | - | Exécutant",
  ],
  [
    "Spanish",
    "ID de caso=c; Actividad=a; Fecha y hora=t; Usuario=u",
    "ID de caso | Actividad | Fecha y hora | - | Usuario",
  ],
  [
    "Spanish with start",
    "Expediente=c; Nombre de la actividad=a; Fecha de inicio=t; Fecha de fin=t; Recurso=u; Fecha de vencimiento=d",
    "Expediente | Nombre de la actividad | Fecha de fin | Fecha de inicio | Recurso",
  ],
  [
    "Spanish, orders",
    "Número de pedido=c; Tarea=a; Marca de tiempo=t; Empleado=u; Costo de la actividad=m",
    "Número de pedido | Tarea | Marca de tiempo | - | Empleado",
  ],
  [
    "Dutch",
    "Zaaknummer=c; Activiteit=a; Tijdstip=t; Medewerker=u",
    "Zaaknummer | Activiteit | Tijdstip | - | Medewerker",
  ],
  [
    "Dutch with start",
    "Zaak=c; Processtap=a; Starttijd=t; Eindtijd=t; Behandelaar=u; Geplande einddatum=d",
    "Zaak | Processtap | Eindtijd | Starttijd | Behandelaar",
  ],
  [
    "Dutch, dossier",
    "Dossiernummer=c; Handeling=a; Datum en tijd=t; Gebruiker=u; Kosten activiteit=m",
    "Dossiernummer | Handeling | Datum en tijd | - | Gebruiker",
  ],
];

test.each(HEADERS)("%s", (_, spec, expected) => {
  const table = tableOf(spec);
  const { case: caseColumn, activity, timestamp, start = "-", resource = "-" } = inferMapping(table);
  expect([caseColumn, activity, timestamp, start, resource].join(" | ")).toBe(expected);
});

test("the order of columns does not matter where names leave no doubt", () => {
  for (const [, spec, expected] of HEADERS) {
    const mapping = inferMapping(tableOf(spec.split("; ").reverse().join("; ")));
    const { case: caseColumn, activity, timestamp, start = "-", resource = "-" } = mapping;
    expect([caseColumn, activity, timestamp, start, resource].join(" | ")).toBe(expected);
  }
});

test("what is given wins, and its column serves no other role", () => {
  const table = tableOf("Case ID=c; Activity=a; Status=x; Timestamp=t; User=u");
  expect(inferMapping(table, { activity: "Status", case: "User" })).toEqual({
    case: "User",
    activity: "Status",
    timestamp: "Timestamp",
  });
});

test("a column that is given but not there is an error that names the nearest", () => {
  expect(() => inferMapping(tableOf("Case ID=c; Activity=a; Timestamp=t"), { case: "caseid" }, "orders.csv")).toThrow(
    'orders.csv: expected a column "caseid" for the case but found "Case ID", "Activity", "Timestamp". ' +
      'Did you mean "Case ID"?',
  );
});

test("columns that cannot be told are an error that lists them, candidates, and what to do", () => {
  expect(() => inferMapping(tableOf("Region=x; Thing=c; Doing=a; Timestamp=t"), {}, "orders.csv")).toThrow(
    "orders.csv: expected columns of case, activity and timestamp but no name tells the case and activity among " +
      '"Region", "Thing", "Doing", "Timestamp". The case may be "Thing" or "Doing" or "Region". The activity may be ' +
      '"Region" or "Thing" or "Doing". Name them: --case COLUMN --activity COLUMN.',
  );
});

test("deadlines alone are no timestamps", () => {
  expect(() => inferMapping(tableOf("Case ID=c; Activity=a; Due date=d; Planned start=d"))).toThrow(
    'The timestamp may be "Due date" or "Planned start". Name them: --timestamp COLUMN.',
  );
});
