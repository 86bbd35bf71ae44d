/**
 * Logs of simulated offices, as independent of the given ones as can be: hand-written tasks with options, loops, slips,
 * shared screens and shared steps, done by people with habits of their own, and written down in several formats.
 */
import { type Corpus, type Row, withNoise, withoutTimes } from "./corpus.ts";
import { masterDataChange, onboarding, orderStatus } from "./offices/customers.ts";
import type { Workplace } from "./offices/desk.ts";
import { bankReconciliation, invoiceEntry, paymentQuestion, purchaseApproval } from "./offices/finance.ts";
import { pickupChange, shipmentBooking } from "./offices/logistics.ts";
import { leaveRequest, newStarter, travelExpense } from "./offices/people.ts";
import {
  actionLogger,
  cpn,
  type Dress,
  dressed,
  germanTable,
  plainTable,
  processTable,
  webTable,
} from "./offices/recordings.ts";
import { claimPayment, claimTriage, meterReading, moveIn, passwordReset, ticketHandling } from "./offices/service.ts";
import type { OfficeTask } from "./offices/shared_steps.ts";
import { officeRows } from "./offices/working_days.ts";

export const OFFICE_TASKS: readonly OfficeTask[] = [
  invoiceEntry,
  purchaseApproval,
  bankReconciliation,
  paymentQuestion,
  onboarding,
  masterDataChange,
  orderStatus,
  newStarter,
  travelExpense,
  leaveRequest,
  claimTriage,
  claimPayment,
  ticketHandling,
  passwordReset,
  meterReading,
  moveIn,
  shipmentBooking,
  pickupChange,
];

/** Some tasks, some people, one way of recording. */
export interface Office {
  readonly name: string;
  readonly tasks: readonly OfficeTask[];
  readonly weights?: readonly number[];
  readonly instances: number;
  readonly people: number;
  readonly workplace: Workplace;
  readonly dress: Dress;
}

const plain: Workplace = { focus: false, fieldClicks: false, signIn: "never" };
const focus: Workplace = { ...plain, focus: true };
const fields: Workplace = { ...plain, fieldClicks: true };
const daily: Workplace = { ...plain, signIn: "daily" };
const often: Workplace = { ...plain, signIn: "often" };

export const OFFICES: readonly Office[] = [
  { name: "invoices", tasks: [invoiceEntry], instances: 200, people: 3, workplace: plain, dress: plainTable },
  { name: "readings", tasks: [meterReading], instances: 250, people: 1, workplace: fields, dress: actionLogger },
  { name: "triage", tasks: [claimTriage], instances: 150, people: 2, workplace: focus, dress: processTable },
  {
    name: "payables",
    tasks: [invoiceEntry, paymentQuestion],
    weights: [3, 2],
    instances: 240,
    people: 2,
    workplace: daily,
    dress: plainTable,
  },
  { name: "meters", tasks: [meterReading, moveIn], instances: 260, people: 1, workplace: plain, dress: cpn },
  {
    name: "claims",
    tasks: [claimTriage, claimPayment],
    instances: 240,
    people: 4,
    workplace: plain,
    dress: processTable,
  },
  {
    name: "unrelated two",
    tasks: [travelExpense, shipmentBooking],
    instances: 200,
    people: 2,
    workplace: plain,
    dress: webTable,
  },
  {
    name: "customer centre",
    tasks: [onboarding, masterDataChange, orderStatus],
    weights: [1, 2, 2],
    instances: 300,
    people: 3,
    workplace: fields,
    dress: actionLogger,
  },
  {
    name: "people desk",
    tasks: [newStarter, travelExpense, leaveRequest],
    weights: [1, 1, 2],
    instances: 240,
    people: 2,
    workplace: focus,
    dress: germanTable,
  },
  {
    name: "back office",
    tasks: [invoiceEntry, purchaseApproval, bankReconciliation, paymentQuestion],
    weights: [3, 2, 3, 1],
    instances: 400,
    people: 3,
    workplace: plain,
    dress: plainTable,
  },
  {
    name: "four departments",
    tasks: [ticketHandling, passwordReset, shipmentBooking, masterDataChange],
    instances: 360,
    people: 1,
    workplace: often,
    dress: webTable,
  },
  {
    name: "web desk",
    tasks: [pickupChange, meterReading, orderStatus, onboarding],
    instances: 320,
    people: 1,
    workplace: daily,
    dress: cpn,
  },
];

/** Rows in plain columns, before any trouble and before they are dressed. */
function plainCorpus(office: Office, seed: number, order: "one after the other" | "mixed", interrupted = 0): Corpus {
  return { name: office.name, rows: officeRows({ ...office, order, interrupted }, seed) };
}

/** Noise for each person by themselves: a stray interaction is one of theirs. */
function noisy({ rows }: Corpus, p: number, seed: number): Row[] {
  const people = [...Map.groupBy(rows, ({ cells }) => cells.user!).values()];
  return people.flatMap((own, i) => [...withNoise({ name: "", rows: own }, p, seed * 31 + i).rows]);
}

/** Whatever names what was clicked is gone, but for cells. */
function withoutLabels({ rows }: Corpus): Row[] {
  return rows.map((row) =>
    row.cells.deed === "click" && row.cells.elementType !== "cell"
      ? { ...row, cells: { ...row.cells, element: "" } }
      : row
  );
}

/** Every log of every office, each made when it is asked for. */
export function officeCorpora(seed: number): { readonly name: string; readonly make: () => Corpus }[] {
  const corpora: { name: string; make: () => Corpus }[] = [];
  for (const [o, office] of OFFICES.entries()) {
    const own = seed * 101 + o;
    const add = (trouble: string, rows: () => readonly Row[]) => {
      const name = `${office.name} (${office.tasks.length}), ${trouble} #${seed}`;
      corpora.push({ name, make: () => ({ name, rows: dressed(rows(), office.dress) }) });
    };
    const mixed = () => plainCorpus(office, own, "mixed");
    const aside = (p: number) => plainCorpus(office, own + 7, "mixed", p);
    if (office.tasks.length > 1) {
      add("one after the other", () => plainCorpus(office, own, "one after the other").rows);
    }
    add(office.tasks.length > 1 ? "mixed" : "clean", () => mixed().rows);
    for (const p of [0.05, 0.1, 0.2]) add(`noise ${p}`, () => noisy(mixed(), p, own));
    add("interrupted .1", () => aside(0.1).rows);
    add("interrupted .25", () => aside(0.25).rows);
    add("blank", () => withoutLabels(mixed()));
    add("no times", () => withoutTimes(mixed()).rows);
    add("interrupted .25, blank", () => withoutLabels(aside(0.25)));
  }
  return corpora;
}
