import { expect, test } from "vitest";
import { actionClassOf } from "../../../src/io/interactions/action_class.ts";

const EXPECTED = {
  click: "clickButton clickLink getCell clickTextField mouseClick doubleClick Klick clic pulsar klikken auswählen",
  edit:
    "editField insertValue changeField typed enter_value Eingabe ändern saisir escribir invoeren fieldChanged delete",
  copy: "copy copyCell copyRange cut kopieren copier copiar kopiëren",
  paste: "paste pasteIntoCell Einfügen coller pegar plakken",
  navigate: "goToUrl navigate_to reload visit aufrufen",
  submit: "form_submit submitForm send absenden envoyer enviar verzenden",
  scroll: "scroll défiler",
  hotkey: "hotkey pressKey shortcut Tastenkürzel raccourci",
  window: "currentwindow openWindow selectTab focus Fensterwechsel fenêtre ventana",
  idle: "idle afk afkstatus inactive Leerlauf pause",
  file: "openFile saveFile created Datei_öffnen enregistrer guardar opslaan",
  other: "waitResponse findValue not-afk collect table environment xyz 3 ?",
};

test("the words of recorders and of five languages have their class", () => {
  for (const [name, types] of Object.entries(EXPECTED)) {
    for (const type of types.split(" ")) {
      expect([type, actionClassOf(type)]).toEqual([type, name]);
    }
  }
});

test("a click on an element that submits is a submit, other acts on it are not", () => {
  expect(actionClassOf("clickButton", "submit")).toBe("submit");
  expect(actionClassOf("clickButton", "button")).toBe("click");
  expect(actionClassOf("scroll", "submit")).toBe("scroll");
});

test("what SmartRPA says of windows, files and links", () => {
  const told = (types: string) => types.split(" ").map((type) => actionClassOf(type));
  expect(
    new Set(told("activateWorkbook deactivateWorkbook selectWorksheet deselectWorksheet programOpen programClose")),
  )
    .toEqual(new Set(["window"]));
  expect(
    new Set(told("openFolder openFile newPresentation openPresentation closePresentation saveWorkbook printDocument")),
  )
    .toEqual(new Set(["file"]));
  expect(told("followHiperlinkSheet insertUSB enableBrowserExtension sendMail cut"))
    .toEqual(["navigate", "other", "other", "submit", "copy"]);
});
