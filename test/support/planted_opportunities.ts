/** A small office whose best automation is known: six kinds of task, done by six people, on some days. */
import { pick, type Random, randomStream, uniformInteger } from "../../src/base/random.ts";
import { type InteractionRow, interactionsOf } from "./interactions.ts";
import { taskInstances } from "../../src/taskmining/instances/task_instances.ts";

export interface PlantedTask {
  readonly name: string;
  readonly perDay: number;
  /** The steps of one instance: application, action, element, value, and the seconds before it. */
  readonly steps: (random: Random) => readonly Step[];
}

export type Step = readonly [app: string, action: string, element: string, value: string, seconds: number];

const WORDS = "please check again soon the part went missing after repair and nobody knows where it is now".split(" ");
const prose = (random: Random) => Array.from({ length: 9 }, () => pick(random, WORDS)).join(" ");
const number = (random: Random) => String(uniformInteger(random, 100_000, 999_999));

/**
 * By hand: of "Post invoice" 30 a day take 150 s each, all of which follows from the mail, or is fixed: 1.25 h a day. Of
 * "Answer complaint" there are twice as many, of 240 s, nine tenths of which go into free text: the 24 s of fixed steps are
 * fewer than it takes to ask a person. The others are as sure as the first, and rarer or shorter: 0.33 h, 0.1 h, 0.07 h,
 * 0.03 h.
 */
export const OFFICE: readonly PlantedTask[] = [
  {
    name: "Post invoice",
    perDay: 30,
    steps: (random) => {
      const id = number(random);
      return [
        ["Mail", "click", "Message", "", 1],
        ["Mail", "copy", "Number", id, 30],
        ["Finance", "click", "New posting", "", 40],
        ["Finance", "type", "Reference", `INV-${id}`, 50],
        ["Finance", "click", "Post", "", 30],
      ];
    },
  },
  {
    name: "Answer complaint",
    perDay: 60,
    steps: (random) => [
      ["Tickets", "click", "Next ticket", "", 1],
      ["Tickets", "type", "Answer", prose(random), 116],
      ["Tickets", "type", "Reason", prose(random), 100],
      ["Tickets", "click", "Send", "", 24],
    ],
  },
  {
    name: "Register parcel",
    perDay: 20,
    steps: (random) => carried("Parcels", "Stock", number(random), 20),
  },
  { name: "Extend loan", perDay: 9, steps: (random) => carried("Library", "Desk", number(random), 13) },
  { name: "File contract", perDay: 8, steps: (random) => carried("Scans", "Archive", number(random), 10) },
  { name: "Book room", perDay: 6, steps: (random) => carried("Calendar", "Rooms", number(random), 6) },
];

function carried(from: string, to: string, value: string, seconds: number): Step[] {
  return [
    [from, "click", "Open", "", 1],
    [from, "copy", "Number", value, seconds],
    [to, "paste", "Number", value, seconds],
    [to, "click", "Save", "", seconds],
  ];
}

export interface OfficeOptions {
  readonly seed?: number;
  readonly days?: number;
  readonly tasks?: readonly PlantedTask[];
  readonly people?: number;
}

/** Rows with the truth in `segment` and `task`. Times of steps vary by a fifth; an instance is one person's. */
export function officeRows({ seed = 1, days = 10, tasks = OFFICE, people = 6 }: OfficeOptions = {}): InteractionRow[] {
  const random = randomStream(seed, "office"), rows: InteractionRow[] = [];
  let segment = 0;
  for (let day = 0; day < days; day++) {
    const clock = new Float64Array(people);
    for (const { name, perDay, steps } of tasks) {
      for (let n = 0; n < perDay; n++) {
        const person = (n + day) % people;
        clock[person]! += 200;
        segment++;
        for (const [app, action, element, value, seconds] of steps(random)) {
          clock[person]! += seconds === 1 ? 1 : Math.round(seconds * (0.8 + 0.4 * random()));
          const at = day * 86_400 + clock[person]!;
          const user = `user ${person}`;
          rows.push({ at, user, app, action, element, value, segment: `${segment}`, task: name });
        }
      }
    }
  }
  return rows;
}

export function officeWork(options: OfficeOptions = {}) {
  return taskInstances(interactionsOf(officeRows(options)), { instance: "segment", task: "task" });
}
