/** Finding the column of the lifecycle by its values, that of the instance, and that of the order of equal times. */
import { type Column, columnNamed, type Table } from "../../base/column.ts";
import { asText } from "../../base/text_codes.ts";
import { distinctValues, valueOf } from "../bytes/byte_column.ts";
import { type Transition, transitionNamed } from "./lifecycle_words.ts";
import type { Traits } from "./traits.ts";

/** More values than all transitions in one language have. */
const MOST_VALUES = 30;

/**
 * The column whose values are transitions, all of them, under whatever name: a start and a completion among them, and an
 * activity of a case that has both. A column of states (open, closed, paid) is none, and neither is one in which each
 * activity has one value only.
 */
export function findLifecycle(
  table: Table,
  mapping: { readonly case: string; readonly activity: string },
  free: readonly Traits[],
): string | undefined {
  const candidates = free.filter(isLifecycle);
  if (candidates.length === 0) return undefined;
  const columns = [mapping.case, mapping.activity].map((name) => columnNamed(table, name));
  if (columns.some((column) => column === undefined)) return undefined;
  const [cases, activities] = columns.map((column) => asText(column!).codes) as [Int32Array, Int32Array];
  const best = candidates.find(({ column }) => /lifecycle|transition/i.test(column.name));
  return [...(best ? [best] : []), ...candidates]
    .find(({ column }) => hasPairs(column, cases, activities))?.column.name;
}

/** Whether all values of a column are transitions, with a start and a completion among them. */
export function isLifecycle({ column, distinct }: Traits): boolean {
  if (column.kind !== "text" || distinct > MOST_VALUES || distinctValues(column) > MOST_VALUES) return false;
  const kinds = kindsOf(column);
  return kinds.includes("start") && kinds.includes("complete") && !kinds.includes(undefined);
}

function kindsOf(column: Column & { kind: "text" }): (Transition | undefined)[] {
  return Array.from({ length: distinctValues(column) }, (_, code) => transitionNamed(valueOf(column, code)));
}

/** Whether an activity of a case has both a start and a completion. */
function hasPairs(column: Column, cases: Int32Array, activities: Int32Array): boolean {
  if (column.kind !== "text") return false;
  const kinds = kindsOf(column);
  const width = activities.reduce((most, code) => Math.max(most, code), 0) + 1;
  const seen = new Map<number, Transition>();
  for (let row = 0; row < cases.length; row++) {
    const kind = kinds[column.codes[row]!];
    if (kind === undefined || kind === "other" || cases[row]! < 0 || activities[row]! < 0) continue;
    const key = cases[row]! * width + activities[row]!;
    const other = seen.get(key);
    if (other !== undefined && other !== kind) return true;
    seen.set(key, kind);
  }
  return false;
}

const INSTANCE_NAMES = new Set(
  ("conceptinstance activityinstance activityinstanceid activityinstancekey instance instanceid handlingid taskid " +
    "taskinstance taskinstanceid workitem workitemid eventinstance eventinstanceid executionid activityexecutionid " +
    "aktivitatsinstanz aktivitatsinstanzid instanz instanzid " +
    "instanceactivite instancedactivite idinstance instanciaactividad instanciadeactividad instancia idinstancia " +
    "activiteitinstantie activiteitsinstantie instantie instantieid").split(" "),
);

/**
 * The column that names activity instances: called so, and no value has two starts or two completions, nor belongs to
 * two cases or activities.
 */
export function findInstance(
  table: Table,
  mapping: { readonly case: string; readonly activity: string; readonly lifecycle: string },
  free: readonly Traits[],
): string | undefined {
  const named = free.filter(({ whole, known }) => known > 0 && INSTANCE_NAMES.has(whole));
  if (named.length === 0) return undefined;
  const [cases, activities, transition] = [mapping.case, mapping.activity, mapping.lifecycle]
    .map((name) => asText(columnNamed(table, name)!));
  const kinds = kindsOf(transition!);
  return named.find(({ column }) => {
    const { codes, dictionary } = asText(column);
    const first = new Int32Array(dictionary.length).fill(-1);
    const seen = new Uint8Array(dictionary.length);
    for (let row = 0; row < codes.length; row++) {
      const instance = codes[row]!, kind = kinds[transition!.codes[row]!];
      if (instance < 0) continue;
      if (first[instance]! < 0) first[instance] = row;
      const other = first[instance]!;
      if (cases!.codes[other] !== cases!.codes[row] || activities!.codes[other] !== activities!.codes[row]) {
        return false;
      }
      const bit = kind === "start" ? 1 : kind === "complete" ? 2 : 0;
      if (seen[instance]! & bit) return false;
      seen[instance]! |= bit;
    }
    return true;
  })?.column.name;
}

const ORDER_NAMES = new Set(
  ("sorting sort sortorder sortkey sortid sortindex sequence sequenceno sequencenumber sequencenr sequenceid seq seqno " +
    "seqnr seqnum order eventorder eventno eventnumber eventnr eventindex eventsequence eventseq activityorder " +
    "activitysequence activitysorting activitysort casesorting steporder stepno stepnumber stepnr orderindex " +
    "sortierung sortierreihenfolge sortiernummer sortierschlussel reihenfolge laufendenummer laufendenr lfdnr lfdnummer " +
    "lfnr ereignisnummer ereignisnr schrittnummer schrittnr " +
    "ordre cletri numerodordre numeroordre numerosequence numerodesequence numeroetape " +
    "orden secuencia numerosecuencia numerodesecuencia numerodeorden clasificacion numeroevento numeropaso " +
    "volgorde volgnummer volgnr sortering sorteervolgorde reeksnummer stapnummer").split(" "),
);

/** The column of numbers that is called an order, such as `_SORTING`. */
export function findOrder(free: readonly Traits[]): string | undefined {
  return free.find(({ whole, known, numeric, distinct }) =>
    known > 0 && numeric && (distinct > 1 || known === 1) && ORDER_NAMES.has(whole)
  )?.column.name;
}
