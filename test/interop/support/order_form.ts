/** A small web application to be filled in: a start page, a form with four lines, and what was saved. */
import { createServer } from "node:http";
import process from "node:process";
import type { AddressInfo } from "node:net";

export interface OrderForm {
  readonly address: string;
  /** Fields of each form that was sent, in their order; empty ones left out. */
  readonly records: [string, string][][];
  /** Labels that the page gives its fields instead of the usual ones. */
  readonly labels: Map<string, string>;
  stop(): Promise<void>;
}

const LINES = 4;

export async function startOrderForm(): Promise<OrderForm> {
  const records: [string, string][][] = [], labels = new Map<string, string>();
  const label = (name: string) => labels.get(name) ?? name;
  const input = (name: string, type = "text") =>
    `<p><label>${label(name)} <input name="${name}" type="${type}"></label></p>`;
  const page = (title: string, body: string) =>
    `<!doctype html><html lang="en"><title>${title}</title><h1>${title}</h1>${body}</html>`;
  const pages: Record<string, () => string> = {
    "/": () => page("ERP", '<a href="/order">New order</a> <a href="/worklist">Worklist</a>'),
    "/order": () =>
      page(
        "New order",
        `<form method="post" action="/save">${input("Customer")}` +
          Array.from({ length: LINES }, () => input("Article") + input("Quantity", "number")).join("") +
          `${input("Delivery date", "date")}<button type="button">Check total</button> <button>${
            label("Save")
          }</button></form>`,
      ),
    "/saved": () => page("Saved", "<p>The order was saved.</p>"),
  };
  const server = createServer((request, response) => {
    if (request.method === "POST") {
      let body = "";
      request.setEncoding("utf8").on("data", (part) => body += part).on("end", () => {
        records.push([...new URLSearchParams(body)].filter(([, value]) => value !== ""));
        response.writeHead(303, { location: "/saved" }).end();
      });
      return;
    }
    const found = pages[new URL(request.url!, "http://localhost").pathname];
    response.writeHead(found ? 200 : 404, { "content-type": "text/html; charset=utf-8" }).end(found?.() ?? "");
  });
  await new Promise<void>((resolve) => server.listen(Number(process.env.ORDER_PORT ?? 0), "127.0.0.1", resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    records,
    labels,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
