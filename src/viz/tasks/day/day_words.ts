/** A day in words and in rows: what who cannot see the picture is told, and its table. */
import { countOf, formatCount, formatDuration, formatShare } from "../../../base/format.ts";
import { textTable } from "../../../base/text_table.ts";
import { clockAt, type DayPicture, type DayRow, hand } from "./day_places.ts";

export interface RowFacts {
  readonly label: string;
  readonly note: string;
  readonly activeSeconds: number;
  readonly idleSeconds: number;
  readonly instances: number;
  /** Most seconds first. */
  readonly apps: readonly (readonly [name: string, seconds: number])[];
}

export function factsOf({ apps }: DayPicture, { label, note, visits, idle, pieces }: DayRow): RowFacts {
  const seconds = new Float64Array(apps.length);
  for (const [from, to, app] of visits) seconds[app]! += to - from;
  return {
    label,
    note,
    activeSeconds: seconds.reduce((sum, value) => sum + value, 0),
    idleSeconds: idle.reduce((sum, [from, to]) => sum + to - from, 0),
    instances: new Set(pieces.map(([, , instance]) => instance)).size,
    apps: apps.map(({ name }, a) => [name, seconds[a]!] as const).filter(([, value]) => value > 0)
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)),
  };
}

export function altText(day: string, picture: DayPicture, facts: readonly RowFacts[]): string {
  const words = facts.map(({ label, note, activeSeconds, apps, instances }) =>
    `${label}: ${note}, ${formatDuration(activeSeconds)} active` +
    (apps[0] ? `, most in ${apps[0][0]}` : "") +
    (picture.tasks.length > 0 ? `, ${countOf(instances, "task instance")}` : "")
  );
  return `Timeline of ${day}. ${words.join("; ")}.`;
}

export function tableOf(picture: DayPicture) {
  const { rows, apps, windows, tasks, instances } = picture;
  const exact = (seconds: number) => hand(clockAt(picture, seconds), 1);
  const lines = rows.flatMap(({ label, visits, idle, pieces }) =>
    [
      ...visits.map(([from, to, app, window, actions]) => ({
        from,
        cells: [label, exact(from), to - from, "application", apps[app]!.name, windows[window] ?? null, actions],
      })),
      ...idle.map(([from, to]) => ({ from, cells: [label, exact(from), to - from, "idle", null, null, null] })),
      ...pieces.map(([from, to, k]) => ({
        from,
        cells: [
          label,
          exact(from),
          to - from,
          "task",
          tasks[instances[k]![1]]!.name,
          `instance ${instances[k]![0]}`,
          null,
        ],
      })),
    ].sort((a, b) => a.from - b.from)
  );
  return {
    columns: ["person", "from", "seconds", "what", "name", "window or instance", "interactions"],
    rows: lines.map(({ cells }) => cells),
  };
}

export function textOf(picture: DayPicture, facts: readonly RowFacts[]): string {
  return textTable([
    ["", "from and to", "active", "idle", ...(picture.tasks.length > 0 ? ["instances"] : []), "applications"],
    ...facts.map(({ label, note, activeSeconds, idleSeconds, instances, apps }) => [
      label,
      note,
      formatDuration(activeSeconds),
      formatDuration(idleSeconds),
      ...(picture.tasks.length > 0 ? [formatCount(instances)] : []),
      apps.map(([name, seconds]) => `${name} ${formatShare(seconds / activeSeconds)}`).join(", "),
    ]),
  ], { left: [0, 1, picture.tasks.length > 0 ? 5 : 4], most: 120 });
}

export function changeInWords({ clock, change }: DayPicture): string {
  const [at, by] = change!;
  return `At the dashed line the clock goes ${by > 0 ? "forward" : "back"} from ${hand(clock + at)} to ${
    hand(clock + at + by)
  }.`;
}
