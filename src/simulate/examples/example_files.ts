/** The files under data/: two logs, the truth beside them, and the planted facts. */
import { isoSeconds } from "../engine/calendar.ts";
import { csvText } from "../engine/csv_text.ts";
import { simulateOrderDesk } from "./order_desk.ts";
import { simulateOrderToCash } from "./order_to_cash.ts";
import { plantedFacts } from "./planted_facts.ts";

/** File name and text, in the order in which they are written. */
export function exampleFiles(options: { readonly seed: number; readonly cases: number }): [string, string][] {
  const process = simulateOrderToCash(options);
  const desk = simulateOrderDesk(process, { seed: options.seed });
  const orderOf = new Map(process.orders.map((order) => [order.case, order]));
  const time = (seconds: number | undefined) => seconds === undefined ? undefined : isoSeconds(seconds);
  return [
    [
      "order-to-cash.csv",
      csvText(
        ["case", "activity", "start", "timestamp", "resource", "team", "region", "customer_group", "value"],
        process.events.map((event) => {
          const { region, segment, value } = orderOf.get(event.case)!;
          return [
            event.case,
            event.activity,
            time(event.start),
            time(event.time),
            event.resource,
            event.team,
            region,
            segment,
            value,
          ];
        }),
      ),
    ],
    [
      "order-to-cash-truth.csv",
      csvText(
        [
          "case",
          "region",
          "customer",
          "byMail",
          "creditChecks",
          "addressCorrected",
          "invoiceCorrected",
          "holdFrom",
          "holdTo",
          "outcome",
        ],
        process.orders.map((o) => [
          o.case,
          o.region,
          o.customer,
          Number(o.byMail),
          o.creditChecks,
          Number(o.addressCorrected),
          Number(o.invoiceCorrected),
          time(o.holdFrom),
          time(o.holdTo),
          o.outcome,
        ]),
      ),
    ],
    [
      "order-desk.csv",
      csvText(
        [
          "timestamp",
          "user",
          "team",
          "application",
          "window",
          "url",
          "element",
          "row",
          "action",
          "value",
          "segment",
          "task",
        ],
        desk.interactions.map((i) => [
          isoSeconds(i.time),
          i.user,
          i.team,
          i.application,
          i.window,
          i.url,
          i.element,
          i.row,
          i.action,
          i.value,
          i.segment,
          i.task,
        ]),
      ),
    ],
    [
      "order-desk-truth.csv",
      csvText(
        [
          "segment",
          "task",
          "case",
          "user",
          "team",
          "way",
          "begin",
          "end",
          "erpStart",
          "erpTime",
          "pauses",
          "putAside",
          "interactions",
        ],
        desk.instances.map((i) => [
          i.segment,
          i.task,
          i.case,
          i.user,
          i.team,
          i.way,
          time(i.begin),
          time(i.end),
          time(i.erpStart),
          time(i.erpTime),
          i.pauses,
          i.putAside,
          i.interactions,
        ]),
      ),
    ],
    ["truth.json", JSON.stringify(plantedFacts(process, desk, options.seed), null, 2) + "\n"],
  ];
}
