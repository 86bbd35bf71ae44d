/** What many tasks have in common: signing in, mail, lists in workbooks. */
import type { Desk, Screen } from "./desk.ts";

export interface OfficeTask {
  readonly name: string;
  /** Does the task once, from its first deed to its last. */
  readonly play: (desk: Desk) => void;
}

export const NAMES = ["Alder", "Birch", "Cedar", "Dogwood", "Elm", "Fir", "Ginkgo", "Hazel", "Ivy", "Juniper", "Larch"];
export const FIRST_NAMES = ["Ada", "Bruno", "Chiara", "Dev", "Edda", "Femi", "Greta", "Hugo", "Ines", "Jonas"];
export const STREETS = ["Mill Lane", "Harbour Street", "Station Road", "Church Square", "Park Avenue"];
export const CITIES = ["Bremen", "Gent", "Porto", "Lyon", "Graz"];

const MAIL = "https://mail.nordwind.example";
export const inbox: Screen = { app: "Outlook", window: "Inbox - Outlook", url: `${MAIL}/inbox` };

export function message(subject: string): Screen {
  return { app: "Outlook", window: `${subject} - Message`, url: `${MAIL}/inbox/message` };
}

export function workbook(file: string, sheet: string): Screen {
  return { app: "Excel", window: `${file}.xlsx - Excel`, sheet };
}

/** Where the application asks who is there. */
export function signIn(desk: Desk, home: Screen): void {
  if (!desk.asksWho(home.app)) return;
  const door: Screen = {
    app: home.app,
    window: `Sign in - ${home.app}`,
    ...(home.url && { url: `${home.url}/login` }),
  };
  desk.type(door, "User name", desk.person.name);
  desk.type(door, "Password", "********");
  desk.click(door, "Sign in");
}

export function readMail(desk: Desk, subject: string): Screen {
  desk.click(inbox, "Inbox", "list");
  const mail = message(subject);
  desk.open(mail);
  desk.think(4);
  return mail;
}

export function replyTo(desk: Desk, mail: Screen, text: string): void {
  desk.click(mail, "Reply");
  if (desk.chance("a text block", 0.5)) desk.select(mail, "Text block", "Standard answer");
  desk.type(mail, "Message body", text);
  desk.click(mail, "Send");
}

export function newMail(desk: Desk, to: string, subject: string): void {
  desk.click(inbox, "New mail");
  const mail = message(subject);
  desk.type(mail, "To", to);
  desk.type(mail, "Subject", subject);
  if (desk.chance("an attached file", 0.3)) desk.click(mail, "Attach file");
  desk.type(mail, "Message body", `Please see ${subject}`);
  desk.click(mail, "Send");
}

export function search(desk: Desk, on: Screen, field: string, value: string): void {
  desk.type(on, field, value);
  desk.click(on, "Search");
}
