/** Roles beside case, activity, times and resource: times of day, lifecycle, instance and order. */
import { columnNamed, type Table } from "../../base/column.ts";
import type { Mapping } from "../raw_log.ts";
import { findClocks } from "./find_clock.ts";
import { findInstance, findLifecycle, findOrder } from "./find_lifecycle.ts";
import type { Traits } from "./traits.ts";

/** The roles that can be told once case, activity and times are known. */
export function inferOtherRoles(
  table: Table,
  known: Partial<Mapping>,
  traits: readonly Traits[],
  free: () => readonly Traits[],
): Partial<Mapping> {
  const { case: caseColumn, activity, timestamp } = known;
  if (caseColumn === undefined || activity === undefined || timestamp === undefined) return {};
  const { clock, start, startClock } = findClocks({ ...known, timestamp }, traits, free());
  const others = free().filter(({ column: { name } }) => name !== clock && name !== startClock);
  const lifecycle = known.lifecycle ??
    (start === undefined ? findLifecycle(table, { case: caseColumn, activity }, others) : undefined);
  const roles = { case: caseColumn, activity };
  const instance = known.instance ??
    (lifecycle === undefined || !columnNamed(table, lifecycle)
      ? undefined
      : findInstance(table, { ...roles, lifecycle }, others.filter(({ column }) => column.name !== lifecycle)));
  const order = known.order ?? findOrder(others.filter(({ column }) => column.name !== instance));
  const found = { start, clock, startClock, lifecycle, instance, order };
  return Object.fromEntries(Object.entries(found).filter(([, column]) => column !== undefined));
}
