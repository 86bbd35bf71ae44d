import { expect, test } from "vitest";
import { existsSync } from "node:fs";
import process from "node:process";
import { REGIONS } from "../../src/privacy/names/by_region/regions.ts";
import { NAME_KIND, nameKinds } from "../../src/privacy/names/known_names.ts";
import { asksForName, mayBeName } from "../../src/privacy/names/name_fields.ts";
import { nameOfAddress, namesMentioned } from "../../src/privacy/names/name_mentions.ts";
import { folded } from "../../src/privacy/names/name_words.ts";
import { nameFinder } from "../../src/privacy/names/person_names.ts";
import { valueAt } from "../../src/base/column.ts";
import { interactionsFromTable, readInteractions } from "../../src/log/interactions/read_interactions.ts";
import { type InteractionRow, tableOf } from "../support/interactions.ts";
import { sharedLog } from "../support/shared.ts";

test("names in any order, case, script and spelling; other words stay", () => {
  const finder = nameFinder([{ name: "Jürgen Müller-Lüdenscheidt", parts: "all" }, { name: "Ada", parts: "all" }, {
    name: "Łukasz Żółć",
    parts: "all",
  }]);
  const count = (text: string) => finder.find(text).length;
  for (
    const text of [
      "Jürgen Müller-Lüdenscheidt",
      "MÜLLER",
      "Mueller",
      "Muller",
      "j.mueller",
      "Lüdenscheidt, Jürgen",
      "juergen_mueller",
      "Ada's inbox",
      "openMüllerFile",
      "Łukasz",
      "ŻÓŁĆ",
      "Ju\u0308rgen",
    ]
  ) expect(count(text), text).toBeGreaterThan(0);
  for (const text of ["Müllerei", "ada", "Adapter", "canada", "Order", "Lukas"]) expect(count(text), text).toBe(0);
  expect(nameFinder([{ name: "Sales Desk", parts: "all" }]).find("Sales report")).toEqual([]);
  expect(nameOfAddress("ada.lovelace2@example.com")).toBe("ada lovelace");
  for (const none of ["info@x.example", "no.reply@x.example", "ada@x.example"]) {
    expect(nameOfAddress(none)).toBeUndefined();
  }
  expect(namesMentioned("Signed in as Ada Lovelace (admin)")).toEqual(["Ada Lovelace"]);
  expect(namesMentioned("Angemeldet als Frau Dr. Köhler")).not.toEqual([]);
  expect(namesMentioned("Signed in as user")).toEqual([]);
});

test("words of every day are no mention of the person who is called so, unless the reader says they are", () => {
  const names = [{ name: "Mark Long", parts: "all" }, { name: "Victoria Grant", parts: "all" }] as const;
  const found = (text: string, sure = false) => nameFinder(names, { sure }).find(text).length;
  for (const label of ["Mark Done", "Victoria Street", "Long list", "Grant access", "Mark all as read"]) {
    expect(found(label), label).toBe(0);
    expect(found(label, true), label).toBeGreaterThan(0);
  }
  for (const text of ["Mark Long", "LONG, Mark", "victoria.grant", "vgrant"]) {
    expect(found(text), text).toBeGreaterThan(0);
  }
});

/** Titles, values and paths that name a person of whom the log says nothing else. */
const NAMED = `
Müller, Anna – CRM | Anna Müller | Chat with Jonas Weber | Re: Contract for Katarzyna Nowak | Sophie Lefèvre - Dossier client
Dr. Heinrich Vogelsang | Invoice 4711 Giovanni Ferrari.pdf | Teams: Ingrid Bergström | Lars van der Meer | García, Lucía - Pedido
Expediente de Carlos Hernández Ruiz | MÜLLER, ANNA | ANNA MÜLLER | /users/anna.mueller/profile | C:\\Users\\thomas.schmidt\\Desktop
Patient: Oluwaseun Adeyemi | Call Priya Raghunathan back | Mehmet Yılmaz | Иван Петров – заявка | Meeting (Elizabeth O'Connor)
Zofia Wiśniewska | Søren Kjærgaard | João Pereira da Silva | Jean-Pierre Dubois | Aoife Ní Bhriain | Nguyễn Thị Hương
Report_by_Michael_Brown | Robert J. Thompson | Letter to Fatima Al-Sayed | Kunde Sabine Köhler-Brandt | Stefan Zweig, Vertrag
Björk Guðmundsdóttir | Yuki Tanaka | Hiroshi Yamamoto | Wei Zhang | Chinedu Okafor | Ahmed Hassan | Mrs Applegate | Sehr geehrte Frau Zimmermann
Herr Dr. Obermayer | Dear Ms. Featherstone | Signed in as Bartholomew Quince | Contact: Ottoline Pettigrew | Name: Tuomas Virtanen
Elif Demir hesabı | Dimitris Papadopoulos | Matteo Rossi (HR) | Emma Watson's file | Monika Schäfer hat angerufen | Isabelle & Julien Moreau
Dossier de Mme Castellane | Kevin McAllister | Siobhán O'Sullivan | Piet de Vries | Agnieszka Kowalczyk-Zielińska | Rajesh Kumar
`;

/** Made up once the list of given names was closed: such as many people have, and such as few do. */
const USUAL = `
Thomas Kern | Claudia Bauer | Peter Hansen | Laura Martínez | Nicolas Petit | Sandra Visser | Andrea Conti | Daniel Costa
Karin Svensson | Jessica Clark | Matthias Vogt | Paweł Lewandowski | Eva Horváth | Patrick Byrne | Emil Stankov | Lorena Cifuentes
`;
const RARE = `
Oda Krumbholz | Gilda Ferraro | Benedict Ashworth | Janneke Hoekstra | Radovan Kovač | Lieselore Brandt | Maximiliane Huber
Tobiasz Wójcik | Eduarda Nogueira | Casper Lindholm | Noémie Charpentier | Quirina Stadler | Ashok Venkataraman | Halima Diallo
Sten Åkesson | Hubertus Falkenhain | Oriana Bellini | Yevgeny Morozov | Marie-Claire Tissot | Sabahattin Eren | Ondine Laforge
Philippa Hargreaves | Kunigunde Rapp | Ludovica Marchetti | Rosmarie Inderbitzin | Aarti Deshpande | Stanislav Hruška
`;

/** Titles, labels and values in which nobody is named. */
const NAMELESS = `
Mark Done | Victoria Street | New York Office | Will Call | Jordan River Report | Grant Access | Order 4711 - ERP Portal
Charlotte Airport Delivery | Save and Close | Max Weight | Max Amount (EUR) | Rose Garden Hotel | Paris, France | Berlin, Germany
Inbox - Outlook | Microsoft Excel - holds.xlsx | Customer Relationship Management | Georgia, USA | Summer Sale | April Invoices
Neue Bestellung | Rechnung drucken | Kunde anlegen | Lieferschein 2026-02 | Bitte Vorname eingeben | Guten Tag | Standard Bericht
Nouvelle commande | Enregistrer et fermer | Tableau de bord | Nuevo pedido | Guardar cambios | Informe mensual | Nieuwe order
Submit, Cancel, Reset | Monday, March 2 | Frank & Co. invoice | Bill of Materials | Chase Bank | Lincoln Center | Austin, Texas
Visual Studio Code | Adobe Acrobat Reader | Google Chrome | SAP Easy Access | Jira Software | Jenkins Pipeline | MariaDB Console
anna.docx | Thomas Register | San Francisco | Santa Clara County | St. Martin Street | Martin Luther King Avenue | Simon Property Group
https://erp.example/customers/list?sort=name | /var/log/system.log | C:\\Program Files\\Common | user.name | first.last | module.exports
Benedikt Straße 5 | Laura Ashley Ltd | Jack Daniels Bottle 0.7 l | Louis Vuitton | Dashboard Overview | Total, Net, Gross | Ford Focus
Add Item | Delete Row 7 | Price List 2026 | Purchase Requisition | Goods Receipt | Vendor Master Data | Material Number | Cost Center
Julia Documentation | Philip Morris Inc | Christian Dior Store | Alexander Platz | Maria Hilf Krankenhaus | Clara Report | Peter Street
Approve Request | Penny Auction | Hope Foundation | Art Director | Drew Charts | June Report | Jade Stone | Hunter Green | Cash Desk
Albert Heijn B.V. | Lloyd Insurance | Oscar Night | Emma Mattress | Ruby on Rails | Dolores Street | San Diego | Santiago, Chile
`;

const cases = (text: string) => text.split(/[|\n]/).map((one) => one.trim()).filter((one) => one !== "");

/** The titles as they are read. */
function read(texts: readonly string[]): string[] {
  const rows = texts.map((window, at): InteractionRow => ({ at, app: "ERP", window }));
  const log = interactionsFromTable(tableOf(rows), { privacy: {} });
  return texts.map((_, i) => String(valueAt(log.attribute("window")!, i)));
}

test("strangers: how many names are found, and how many that are none", () => {
  const found = (text: string) => {
    const titles = cases(text), masked = read(titles);
    return { titles, hit: titles.filter((_, i) => masked[i]!.includes("[name]")) };
  };
  const share = (text: string) => found(text).hit.length / found(text).titles.length;
  expect(share(NAMED)).toBeGreaterThan(0.9);
  expect(share(USUAL)).toBeGreaterThan(0.9);
  // Of a given name that few people have nothing tells that it is one: docs/privacy.md says so.
  expect(share(RARE)).toBeGreaterThan(0);
  const { titles, hit } = found(NAMELESS);
  expect(hit.length / titles.length, hit.join()).toBeLessThanOrEqual(0.06);
  for (const label of ["Mark Done", "Victoria Street", "Grant Access", "Max Weight"]) expect(hit).not.toContain(label);
  if (process.env.SHOW) console.log(share(NAMED), share(USUAL), share(RARE), hit, titles.length);
});

test("labels, titles and fields of real recordings are taken for no names", async () => {
  const files = ["data/order-desk.csv", ...["student-record-raw.csv", "cpn1.csv", "cpn5.csv"].map(sharedLog)];
  for (const file of files) {
    if (!existsSync(file)) continue;
    const log = await readInteractions(file, { privacy: { users: "pseudonyms" } });
    const labels = ["elementId", "elementName", "elementLabel", "app", "url", "windowTitle", "container1"].flatMap(
      (name) => {
        const column = log.attribute(name);
        return column?.kind === "text" ? column.dictionary : [];
      },
    );
    await log.source.database.close();
    expect(labels.length).toBeGreaterThan(5);
    expect(labels.filter((label) => label.includes("[name"))).toEqual([]);
  }
});

test("fields and columns that ask for a person's name, and those that ask for another", () => {
  const yes =
    "Name|Full name|First Name *|lastName|customer_name|customerName|Kundenname|Vorname|Nachname|Prénom|Nom du client|" +
    "Nombre y apellidos|Achternaam|Cognome|姓名|客户名|Имя|Фамилия|Contact person|Ansprechpartner|txtFirstName|Name des Kunden";
  const no =
    "File name|Dateiname|Product name|productName|Company name|Firmenname|Sheet name|hostname|tag_name|Username hint text|" +
    "Customer number|Order|Namespace|Rename|Domain name|Street name|Event name|Nominal|target.workbookName|Kunde";
  for (const label of yes.split("|")) expect(asksForName(label), label).toBeDefined();
  for (const label of no.split("|")) expect(asksForName(label), label).toBeUndefined();
  expect(asksForName("name", false)).toBeUndefined();
  for (const value of ["Anna", "Wei Zhang", "王小明", "O'Neill-Smith", "van der Berg"]) {
    expect(mayBeName(value), value).toBe(true);
  }
  for (const value of ["4711", "a@b.example", "Order desk", "", "x".repeat(80), "all 3"]) {
    expect(mayBeName(value), value).toBe(false);
  }
});

test("what is typed into a field for names is masked there, and known elsewhere", () => {
  const rows: InteractionRow[] = [
    { at: 0, app: "CRM", element: "Last name", action: "edit", value: "Featherstonehaugh" },
    { at: 1, app: "CRM", element: "First name", action: "edit", value: "Wei" },
    { at: 2, app: "CRM", element: "客户名", action: "edit", value: "王小明" },
    { at: 3, app: "CRM", element: "Customer name", action: "edit", value: "Mairead Quilligan" },
    { at: 4, app: "CRM", element: "Subject", action: "edit", value: "call Quilligan, Mairead" },
    { at: 5, app: "CRM", element: "Wei", action: "click", window: "Featherstonehaugh - CRM" },
    { at: 6, app: "CRM", element: "Product", action: "edit", value: "Weight" },
  ];
  const log = interactionsFromTable(tableOf(rows), { privacy: { tags: "none" } });
  const at = (name: string, i: number) => valueAt(log.attribute(name)!, i);
  expect([0, 1, 2, 3, 4].map((i) => at("value", i))).toEqual(["[name]", "[name]", "[name]", "[name]", "call [name]"]);
  expect([at("window", 5), at("element", 5), at("value", 6)]).toEqual(["[name] - CRM", "Wei", "Weight"]);
});

test("lists of names are written as names are compared, each name once a list", () => {
  expect(REGIONS.length).toBeGreaterThanOrEqual(30);
  for (const region of REGIONS) {
    for (const [kind, list] of Object.entries(region) as [string, string][]) {
      const names = list.trim().split(/\s+/);
      expect(names.filter((name) => !/^[a-z]{2,}$/.test(name) || folded(name) !== name), kind).toEqual([]);
      expect(names.filter((name, i) => names.indexOf(name) !== i), kind).toEqual([]);
    }
  }
});

test("a name that is a word in one language needs a surer one beside it in every language", () => {
  expect(nameKinds("berg") & NAME_KIND.family).toBe(0);
  expect(nameKinds("berg") & NAME_KIND.familyWord).not.toBe(0);
  expect(nameKinds("amber")).toBe(NAME_KIND.givenWord);
  const finder = nameFinder([], { strangers: true });
  expect(finder.find("Amber Light").length).toBe(0);
  expect(finder.find("Amber Reynolds").length).toBe(1);
  expect(finder.find("Anna Berg").length).toBe(1);
});
