/**
 * Orders of data/order-desk.csv that were entered straight from the mail: what stood in the mail, and what people entered
 * into the ERP. The file is read as a table here, without the library.
 */
import { readFileSync } from "node:fs";

export interface DeskOrder {
  /** A row of the input file of a skeleton. */
  readonly input: Record<string, string>;
  /** Element and value of everything entered into the ERP, in its order. */
  readonly entered: [string, string][];
}

export function ordersFromMail(count: number): DeskOrder[] {
  const [header, ...lines] = readFileSync("data/order-desk.csv", "utf8").trim().split("\n");
  const names = header!.split(",");
  const rows = lines.map((line) => Object.fromEntries(line.split(",").map((cell, k) => [names[k]!, cell])));
  const segments = Map.groupBy(rows.filter((row) => row["task"] === "Enter order"), (row) => row["segment"]!);
  const direct = [...segments.values()].filter((own) => own.every((row) => row["application"] !== "Spreadsheet"));
  return direct.slice(0, count).map((own) => {
    const erp = own.filter((row) => row["application"] === "ERP" && /^(paste|type)$/.test(row["action"]!));
    const copied = own.filter((row) => row["application"] === "Mail" && row["action"] === "copy").map((row) =>
      row["value"]!
    );
    const quantities = erp.filter((row) => row["element"] === "Quantity").map((row) => row["value"]!);
    // The mail has the customer first, then the articles, and the date at last.
    const articles = copied.slice(1, -1);
    const lines = articles.flatMap((article, k) =>
      [[`Article ${k + 1}`, article], [`Quantity ${k + 1}`, quantities[k]!]] as const
    );
    return {
      input: { Customer: copied[0]!, ...Object.fromEntries(lines), "Delivery date": copied.at(-1)! },
      entered: erp.map((row) => [row["element"]!, row["value"]!]),
    };
  });
}
