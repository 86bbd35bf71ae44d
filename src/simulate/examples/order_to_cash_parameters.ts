/** Everything that is planted in the order-to-cash process, in one place. Minutes and days are in the names. */
import { AFTERNOONS, FULL_TIME, type Holidays, holidays, MORNINGS } from "../engine/calendar.ts";
import type { Person, Team } from "../engine/queueing.ts";

export type Region = "North" | "South";
export type Segment = "Key" | "Trade" | "Retail";

/** One way of doing a task; `leadShare` of the work comes before the ERP screen is opened, `tailShare` after saving. */
export interface Way {
  readonly medianMinutes: number;
  readonly sigma: number;
  readonly leadShare: number;
  readonly tailShare: number;
}

/** Ways of the order desk's tasks. The event log sees only the middle part of each: from opening to saving in the ERP. */
export const DESK_WAYS = {
  "Enter order": {
    direct: { medianMinutes: 7, sigma: 0.35, leadShare: 0.15, tailShare: 0.05 },
    "by spreadsheet": { medianMinutes: 16, sigma: 0.35, leadShare: 0.4, tailShare: 0.05 },
  },
  "Confirm order": {
    direct: { medianMinutes: 3, sigma: 0.3, leadShare: 0.2, tailShare: 0.2 },
  },
  "Correct address": {
    direct: { medianMinutes: 5, sigma: 0.35, leadShare: 0.3, tailShare: 0.1 },
    "by terminal": { medianMinutes: 8, sigma: 0.35, leadShare: 0.35, tailShare: 0.1 },
  },
  "Chase delivery date": {
    direct: { medianMinutes: 9, sigma: 0.4, leadShare: 0.6, tailShare: 0.15 },
  },
  "Resolve credit hold": {
    direct: { medianMinutes: 14, sigma: 0.35, leadShare: 0.4, tailShare: 0.2 },
    "by terminal": { medianMinutes: 26, sigma: 0.35, leadShare: 0.5, tailShare: 0.15 },
  },
} as const satisfies Record<string, Record<string, Way>>;

export type DeskTask = keyof typeof DESK_WAYS;

/** How often each desk goes which way. This, and nothing else, makes Desk South the slow team. */
export const DESK_HABITS: Record<Region, Record<DeskTask, Readonly<Record<string, number>>>> = {
  North: {
    "Enter order": { direct: 0.9, "by spreadsheet": 0.1 },
    "Confirm order": { direct: 1 },
    "Correct address": { direct: 0.9, "by terminal": 0.1 },
    "Chase delivery date": { direct: 1 },
    "Resolve credit hold": { direct: 0.85, "by terminal": 0.15 },
  },
  South: {
    "Enter order": { direct: 0.12, "by spreadsheet": 0.88 },
    "Confirm order": { direct: 1 },
    "Correct address": { direct: 0.2, "by terminal": 0.8 },
    "Chase delivery date": { direct: 1 },
    "Resolve credit hold": { direct: 0.1, "by terminal": 0.9 },
  },
};

/** Lognormal service times outside the desk. */
export const SERVICE_TIMES = {
  "Check credit": { medianMinutes: 8, sigma: 0.4 },
  "Release credit hold": { medianMinutes: 5, sigma: 0.4 },
  "Approve order": { medianMinutes: 6, sigma: 0.5 },
  "Pick goods": { medianMinutes: 17, sigma: 0.45 },
  "Create invoice": { medianMinutes: 6, sigma: 0.4 },
  "Correct invoice": { medianMinutes: 11, sigma: 0.4 },
} as const;

export type OfficeTask = keyof typeof SERVICE_TIMES;

/** Draws of service times are kept within these multiples of the median. */
export const SERVICE_BOUNDS = { least: 0.4, most: 2.2 };

/** Requests of one urgency are served first come, first served; 0 goes first. The desk takes credit holds last. */
export const URGENCY = {
  call: 0,
  "Enter order": 1,
  "Confirm order": 1,
  "Correct address": 2,
  "Chase delivery date": 2,
  "Resolve credit hold": 3,
} as const;

export const RATES = {
  ordersPerWorkday: 66,
  ordersPerFreeDay: 9,
  southShare: 0.5,
  segments: { Key: 0.12, Trade: 0.43, Retail: 0.45 } satisfies Record<Segment, number>,
  /** Orders that come by mail and have to be entered by hand; the others come electronically. */
  byMail: { North: 0.4, South: 0.75 } satisfies Record<Region, number>,
  creditCheckRepeated: 0.08,
  creditHold: {
    North: { Key: 0.04, Trade: 0.08, Retail: 0.12 },
    South: { Key: 0.1, Trade: 0.2, Retail: 0.26 },
  } satisfies Record<Region, Record<Segment, number>>,
  /** What follows after the desk has worked on a hold. */
  holdOutcomes: { released: 0.66, "worked on again": 0.16, "never ends": 0.1, cancelled: 0.08 },
  /** Orders of South above this value need an approval. */
  approvalAbove: 8000,
  addressCorrected: { North: 0.05, South: 0.1 } satisfies Record<Region, number>,
  /** Of the corrected addresses, those that come to light after shipping: the goods are shipped again. */
  addressFoundAfterShipping: 0.25,
  backorder: 0.07,
  cancelled: 0.025,
  invoiceCorrected: 0.06,
  paymentReminded: 0.12,
  /** Chance that a piece of desk work is paused for a while, and that it is put aside for another. */
  pause: 0.1,
  putAside: 0.05,
};

/**
 * Work of the desks that leaves no event in the ERP: calls. They take people's time, so that orders wait.
 *
 * From January to the end of February, Desk South has more to do than it can: what it takes last piles up.
 */
export const CALLS: Record<Region, { readonly perHour: number; readonly perHourInPeak: number }> = {
  North: { perHour: 5.5, perHourInPeak: 5.5 },
  South: { perHour: 6.5, perHourInPeak: 9.2 },
};
export const CALL_MEAN_MINUTES = 15;
export const PEAK_MONTHS: readonly number[] = [1, 2];

export const DELAYS = {
  creditFileMissingDays: { median: 0.8, sigma: 0.5 },
  customerPaysOldDebtDays: { median: 4, sigma: 0.6 },
  holdWorkedOnAgainDays: 7,
  backorderDays: { median: 4, sigma: 0.5 },
  invoiceComplaintDays: { median: 3, sigma: 0.5 },
  returnedGoodsDays: { median: 4, sigma: 0.3 },
  /** Key accounts pay on account; the others by card or direct debit when goods are shipped. */
  onAccountDays: { median: 9, sigma: 0.4 },
  directDebitMinutes: { median: 40, sigma: 0.6 },
  reminderAfterDays: 14,
};

const NORTH_HOLIDAYS = holidays(["01-01", "05-01", "10-03", "12-25", "12-26"], [-2, 1, 39, 50]);
const SOUTH_HOLIDAYS = holidays(["01-01", "01-06", "04-25", "05-01", "06-02", "08-15", "11-01", "12-25", "12-26"], [1]);

/** Days off: some are common to both regions, some are not. Central teams follow North. */
export const HOLIDAYS: Record<Region, Holidays> = { North: NORTH_HOLIDAYS, South: SOUTH_HOLIDAYS };

function team(
  name: string,
  isHoliday: Holidays,
  people: readonly (readonly [string, Person["hours"], number])[],
): Team {
  return { name, isHoliday, people: people.map(([name, hours, pace]) => ({ name, hours, pace })) };
}

export const DESKS: Record<Region, Team> = {
  North: team("Desk North", NORTH_HOLIDAYS, [
    ["Ada", FULL_TIME, 0.92],
    ["Bo", MORNINGS, 1.05],
    ["Cem", AFTERNOONS, 0.98],
    ["Dora", MORNINGS, 1.1],
    ["Eli", AFTERNOONS, 0.95],
  ]),
  South: team("Desk South", SOUTH_HOLIDAYS, [
    ["Fay", FULL_TIME, 0.94],
    ["Gil", FULL_TIME, 1.08],
    ["Hugo", MORNINGS, 1],
    ["Ines", AFTERNOONS, 0.97],
    ["Jon", MORNINGS, 1.04],
  ]),
};

export const CREDIT = team("Credit", NORTH_HOLIDAYS, [["Kim", FULL_TIME, 0.95], ["Lea", FULL_TIME, 1.05]]);
export const BILLING = team("Billing", NORTH_HOLIDAYS, [["Max", FULL_TIME, 1], ["Nora", MORNINGS, 1]]);
export const SALES_SOUTH = team("Sales South", SOUTH_HOLIDAYS, [["Otto", MORNINGS, 1]]);
export const WAREHOUSES: Record<Region, Team> = {
  North: team("Depot North", NORTH_HOLIDAYS, [["Pia", FULL_TIME, 1], ["Quin", FULL_TIME, 1]]),
  South: team("Depot South", SOUTH_HOLIDAYS, [["Rosa", FULL_TIME, 1], ["Sam", FULL_TIME, 1]]),
};
