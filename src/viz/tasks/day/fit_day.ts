/** A day that is small enough for a notebook to carry. */
import { markupText } from "../../kit/markup.ts";
import { drawDay } from "./day_picture.ts";
import type { DayPicture, DayRow, DayVisit } from "./day_places.ts";

/** Bytes of data and picture with which a figure stays within what a notebook carries; the rest is for its table. */
const MOST_BYTES = 220_000;

/** Fewer people, and then shorter stays joined, until the figure is small enough; and seconds that were joined. */
export function fitting(people: number, draw: (people: number) => DayPicture): { picture: DayPicture; joined: number } {
  const size = (picture: DayPicture) =>
    JSON.stringify(picture).length + 4 / 3 * markupText(drawDay(picture, 0, picture.seconds)).length;
  let picture = draw(people);
  while (size(picture) > MOST_BYTES && picture.rows.length > 1) {
    const fewer = Math.floor(picture.rows.length * MOST_BYTES / size(picture));
    picture = draw(Math.max(1, Math.min(picture.rows.length - 1, fewer)));
  }
  const whole = picture;
  if (size(whole) <= MOST_BYTES) return { picture, joined: 0 };
  for (let least = 1; least < whole.seconds; least *= 2) {
    picture = { ...whole, rows: whole.rows.map((row) => ({ ...row, visits: joinShort(row.visits, least) })) };
    if (size(picture) <= MOST_BYTES) return { picture, joined: least };
  }
  return { picture, joined: whole.seconds };
}

/** Visits that follow each other without a gap, joined until they last as long as asked. */
function joinShort(visits: DayRow["visits"], least: number): DayRow["visits"] {
  const joined: DayVisit[] = [];
  let run: DayVisit[] = [];
  const flush = () => {
    if (run.length === 0) return;
    const seconds = new Map<number, number>();
    for (const [from, to, app] of run) seconds.set(app, (seconds.get(app) ?? 0) + to - from);
    const app = [...seconds].sort((a, b) => b[1] - a[1] || a[0] - b[0])[0]![0];
    const window = run.every((visit) => visit[3] === run[0]![3]) ? run[0]![3] : -1;
    joined.push([run[0]![0], run.at(-1)![1], app, window, run.reduce((sum, visit) => sum + visit[4], 0)]);
    run = [];
  };
  for (const visit of visits) {
    if (run.length > 0 && (visit[0] > run.at(-1)![1] || run.at(-1)![1] - run[0]![0] >= least)) flush();
    run.push(visit);
  }
  flush();
  return joined;
}
