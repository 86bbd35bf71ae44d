/** What readers mend in the canonical columns of any recording: locked screens, rows without a user, tables without times. */
import type { TextColumn, TimeColumn } from "../../base/column.ts";
import type { CanonicalParts } from "../../io/interactions/canonical_columns.ts";
import { fillUsers } from "../../io/interactions/fill_users.ts";
import { idleRows } from "../../io/interactions/locked_screens.ts";
import { textAt } from "../../io/interactions/text_columns.ts";
import { type ApplicationClasses, classOfApplication } from "./application_classes.ts";

/** Without times each row of a user follows the one before at once: what others did in between is no pause. */
export function orderOfUsers(ts: TimeColumn, columns: readonly TextColumn[]): TimeColumn {
  const user = columns.find(({ name }) => name === "user");
  if (!user) return ts;
  const next = new Map<number, number>();
  return {
    ...ts,
    values: ts.values.map((_, row) => {
      const place = next.get(user.codes[row]!) ?? 0;
      next.set(user.codes[row]!, place + 1);
      return place * 1000;
    }),
  };
}

/** The columns, with locked screens as idle; the report says in how many rows. */
export function withIdle(
  columns: readonly TextColumn[],
  { report, placeOf }: CanonicalParts,
  classes: ApplicationClasses | undefined,
): TextColumn[] {
  const named = (name: string) => columns.find((column) => column.name === name);
  const kind = named("actionClass"), app = named("app"), title = named("windowTitle") ?? named("container1");
  if (!kind) return [...columns];
  const classOf = classOfApplication(classes);
  const isOf = (name: string) => (program: string) => classOf(program) === name;
  const { column, count, example } = idleRows(kind, app, title, isOf("lock screen"), isOf("browser"));
  report.add(
    "screen locked",
    () => {
      const names = [app, title].map((one) => one && textAt(one, example)).filter((name) => name !== undefined);
      return `${placeOf(example)}: ${JSON.stringify(names.join(", "))} is no work, so the row is idle`;
    },
    count,
  );
  return columns.map((other) => other === kind ? column : other);
}

/** The columns, with a user in rows that name none; the report says in how many. */
export function withUsers(
  columns: readonly TextColumn[],
  { time, report, placeOf, mapping }: CanonicalParts,
  end: Float64Array | undefined,
): TextColumn[] {
  const named = (name: string) => columns.find((column) => column.name === name);
  const user = named("user");
  if (!user) return [...columns];
  const { column, filled, example, chosen, left } = fillUsers({
    user,
    time,
    end,
    host: named("host"),
    eventType: named("eventType"),
    app: named("app"),
    window: named("container1"),
    element: named("elementId") ?? named("elementName") ?? named("elementLabel"),
    values: ["valueNew", "clipboard", "valueOld"].map(named),
  });
  const who = () => JSON.stringify(column.dictionary[column.codes[example]!]);
  report.add(
    "user inferred",
    () =>
      `${placeOf(example)} has no ${
        mapping.user ?? "user"
      }, filled in: it belongs to ${who()}, who worked at that time` +
      (chosen > 0 ? ` (at the time of ${chosen} such rows several did: it is the one whose work they fit)` : ""),
    filled,
  );
  report.add(
    "no user",
    () => `${placeOf(left[0]!)} has no ${mapping.user ?? "user"}, and nobody worked at that time`,
    left.length,
  );
  return columns.map((other) => other === user ? column : other);
}
