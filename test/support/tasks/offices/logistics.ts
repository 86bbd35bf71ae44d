/** A dispatch office: orders in the ERP system, carriers' portals, labels. */
import type { Desk, Screen } from "./desk.ts";
import { CITIES, NAMES, newMail, type OfficeTask, search, signIn, STREETS, workbook } from "./shared_steps.ts";

const erp = (screen: string): Screen => ({ app: "ERP", window: `${screen} - ERP` });
const carrier = (title: string, path: string): Screen => ({
  app: "Chrome",
  window: `${title} - QuickFreight`,
  url: `https://business.quickfreight.example${path}`,
});

export const shipmentBooking: OfficeTask = { name: "shipment booking", play: bookShipment };

function bookShipment(desk: Desk): void {
  const delivery = desk.id("80", 7), tracking = desk.id("QF", 9), booking = desk.id("", 8);
  const list = erp("Deliveries due"), form = erp(`Delivery ${delivery}`);
  signIn(desk, erp("Home"));
  if (desk.chance("list refreshed", 0.4)) desk.click(list, "Refresh");
  desk.click(list, "Delivery", "row");
  const order = carrier("New shipment", "/shipments/new");
  signIn(desk, carrier("Home", ""));
  desk.carry(form, "Ship-to", order, "Name", desk.of(NAMES));
  desk.carry(form, "Street", order, "Street", `${desk.of(STREETS)} ${desk.id("", 2)}`);
  desk.carry(form, "City", order, "City", desk.of(CITIES));
  desk.select(order, "Country", "Germany");
  for (let n = desk.times("parcels", 1, 4); n > 0; n--) {
    desk.click(order, "Add parcel");
    desk.type(order, "Weight", desk.id("", 2));
    if (desk.chance("bulky", 0.2)) desk.click(order, "Bulky goods", "checkbox");
  }
  if (desk.chance("express", 0.2)) desk.select(order, "Service", "Express");
  desk.click(order, "Book");
  const done = carrier(`Shipment ${booking}`, `/shipments/${booking}`);
  desk.click(done, "Print label");
  if (desk.chance("print dialogue", 0.6)) desk.click({ app: "Chrome", window: "Print" }, "Print");
  desk.copy(done, "Tracking number", tracking);
  desk.paste(form, "Bill of lading", tracking);
  desk.click(form, "Post goods issue");
  if (desk.chance("message confirmed", 0.3)) desk.click(form, "OK");
}

export const pickupChange: OfficeTask = { name: "pick-up change", play: changePickup };

/** In the carrier's portal and the ERP system as bookings are, with a workbook beside. */
function changePickup(desk: Desk): void {
  const tracking = desk.id("QF", 9), plan = workbook("Gate plan", desk.of(["Mon", "Tue", "Wed"]));
  const row = desk.nextRow("gates"), list = carrier("Shipments", "/shipments");
  signIn(desk, carrier("Home", ""));
  search(desk, list, "Tracking number", tracking);
  const shipment = carrier("Pick-up", `/shipments/${desk.id("", 8)}/pickup`);
  desk.click(shipment, "Change pick-up", "link");
  desk.select(shipment, "Day", desk.of(["Tomorrow", "Friday"]));
  desk.select(shipment, "Window", desk.of(["8-12", "12-16"]));
  desk.click(shipment, "Confirm");
  const pickup = desk.id("PU", 6);
  desk.copy(shipment, "Pick-up number", pickup);
  desk.paste(plan, "C", pickup, row);
  desk.write(plan, "D", row, desk.of(["Gate 1", "Gate 2"]));
  if (desk.chance("plan saved", 0.5)) desk.save(plan);
  if (desk.chance("warehouse told", 0.35)) newMail(desk, "warehouse@nordwind.example", `Pick-up of ${tracking}`);
}
