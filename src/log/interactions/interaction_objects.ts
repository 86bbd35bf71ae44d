/** Interactions as events of objects: the user, the application, the window, the document and the element. */
import type { Column, TextColumn } from "../../base/column.ts";
import { textAt } from "../../io/interactions/text_columns.ts";
import type { OcelContent, OcelEvent, OcelObject, OcelType } from "../../io/write_ocel.ts";
import type { InteractionLog } from "./interaction_log.ts";

/** Types of objects with their attributes, in the order in which they contain each other. */
const OBJECT_TYPES: Readonly<Record<string, readonly string[]>> = {
  user: ["name"],
  application: ["name"],
  window: ["title"],
  document: ["name", "part"],
  element: ["id", "name", "label", "type", "value"],
};

/** Canonical columns that become attributes of events. */
const EVENT_ATTRIBUTES = ["actionClass", "rowKey", "url", "valueOld", "valueNew", "clipboard", "sourceFormat"];

const ALWAYS = "1970-01-01T00:00:00Z";

interface Growing extends OcelObject {
  readonly attributes: { name: string; time: string; value: string }[];
  readonly relationships: { objectId: string; qualifier: string }[];
}

/**
 * The log as OCEL 2.0. Objects are named by their type and all that they are in, so that two fields of one name on two
 * pages are two objects. Events are numbered in the order of the log.
 */
export function interactionObjects(log: InteractionLog): OcelContent {
  const column = (name: string) => {
    const found = log.attribute(name);
    return found?.kind === "text" ? found : undefined;
  };
  const eventColumns = EVENT_ATTRIBUTES.flatMap((name) => column(name) ?? []);
  const objects = new Map<string, Growing>();
  const related = relate(log, column, objects);
  const typeOf = eventTypesOf(log);
  return {
    objectTypes: Object.entries(OBJECT_TYPES).filter(([type]) => [...objects.values()].some((one) => one.type === type))
      .map(([name, attributes]) => typed(name, attributes)),
    eventTypes: typeOf.dictionary.map((name) =>
      typed(name, [...eventColumns.map((one) => one.name), "action"], log.end ? ["tsEnd"] : [])
    ),
    objects: objects.values(),
    events: eventsOf(log, typeOf, eventColumns, related),
  };
}

function typed(name: string, texts: readonly string[], times: readonly string[] = []): OcelType {
  return {
    name,
    attributes: [
      ...texts.map((attribute) => ({ name: attribute, type: "string" as const })),
      ...times.map((attribute) => ({ name: attribute, type: "time" as const })),
    ],
  };
}

/** The types of events that occur: the recorder's event type, else the class of the action. */
function eventTypesOf(log: InteractionLog): TextColumn {
  const { eventType } = log;
  const codeOf = new Map<string, number>();
  const codes = Int32Array.from({ length: log.interactions }, (_, i) => {
    const name = textAt(eventType, i)?.trim() || log.actionClassAt(i);
    if (!codeOf.has(name)) codeOf.set(name, codeOf.size);
    return codeOf.get(name)!;
  });
  return { kind: "text", name: "eventType", codes, dictionary: [...codeOf.keys()] };
}

/** Fills `objects`, and gives the ids of those that each interaction is about. */
function relate(
  log: InteractionLog,
  column: (name: string) => TextColumn | undefined,
  objects: Map<string, Growing>,
): (readonly OcelEvent["relationships"][number][])[] {
  const names = ["windowTitle", "container1", "container2", "elementId", "elementName", "elementLabel", "elementType"];
  const columns = names.map(column);
  const values = column("valueNew");
  /** How many objects have the same words for an id. */
  const taken = new Map<string, number>();
  /** The object of this type and place, made when it first occurs. */
  const object = (
    type: string,
    key: readonly (string | undefined)[],
    attributes: Record<string, string | undefined>,
  ) => {
    const words = `${type}:${key.filter((part) => part !== undefined).join(" / ")}`;
    const whole = JSON.stringify([type, ...key]);
    let known = objects.get(whole);
    if (!known) {
      const given = Object.entries(attributes).filter((one): one is [string, string] => one[1] !== undefined);
      const fixed = given.map(([name, value]) => ({ name, time: ALWAYS, value }));
      const times = (taken.get(words) ?? 0) + 1;
      taken.set(words, times);
      const id = times === 1 ? words : `${words} (${times})`;
      objects.set(whole, known = { id, type, attributes: fixed, relationships: [] });
    }
    return known;
  };
  const within = (inner: Growing, outer: Growing | undefined) => {
    if (!outer || inner.relationships.some(({ objectId }) => objectId === outer.id)) return;
    inner.relationships.push({ objectId: outer.id, qualifier: "within" });
  };

  return Array.from({ length: log.interactions }, (_, i) => {
    const [title, document, part, id, name, label, type] = columns.map((one) => one && textAt(one, i));
    const user = log.users[log.user[i]!], app = log.apps[log.app[i]!];
    const links: { objectId: string; qualifier: string }[] = [];
    const link = (one: Growing, qualifier: string) => links.push({ objectId: one.id, qualifier });
    if (user !== undefined) link(object("user", [user], { name: user }), "done by");
    let around: Growing | undefined;
    if (app !== undefined) link(around = object("application", [app], { name: app }), "in");
    if (title !== undefined) {
      const window = object("window", [app, title], { title });
      within(window, around);
      link(window, "in");
    }
    if (document !== undefined && document !== title) {
      const page = object("document", [app, document, part], { name: document, part });
      within(page, around);
      link(around = page, "on");
    }
    if ((id ?? name ?? label) !== undefined) {
      const element = object("element", [app, document, part, id, name, label], { id, name, label, type });
      within(element, around);
      link(element, "on");
      const value = values && textAt(values, i);
      if (value !== undefined && log.actionClassAt(i) === "edit") {
        element.attributes.push({ name: "value", time: iso(log.time[i]!), value });
      }
    }
    return links;
  });
}

function* eventsOf(
  log: InteractionLog,
  types: TextColumn,
  columns: readonly Column[],
  related: readonly OcelEvent["relationships"][],
): Generator<OcelEvent> {
  for (let i = 0; i < log.interactions; i++) {
    const attributes: { name: string; value: string }[] = [];
    for (const column of columns) {
      const value = column.kind === "text" ? textAt(column, i) : undefined;
      if (value !== undefined) attributes.push({ name: column.name, value });
    }
    attributes.push({ name: "action", value: log.actions[log.action[i]!]! });
    if (log.end && !Number.isNaN(log.end[i]!)) attributes.push({ name: "tsEnd", value: iso(log.end[i]!) });
    yield {
      id: `e${i + 1}`,
      type: textAt(types, i)!,
      time: iso(log.time[i]!),
      attributes,
      relationships: related[i]!,
    };
  }
}

function iso(time: number): string {
  return new Date(time).toISOString();
}
