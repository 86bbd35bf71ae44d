/** Writing OCEL 2.0 as JSON (Berti, Koren, Adams, Park, Knopp et al., "OCEL 2.0 Specification", 2024, section 5). */
import { writeWholeFile } from "./files/write_whole_file.ts";

export interface OcelType {
  readonly name: string;
  readonly attributes: readonly { readonly name: string; readonly type: "string" | "time" | "float" | "boolean" }[];
}

export interface OcelRelationship {
  readonly objectId: string;
  readonly qualifier: string;
}

export interface OcelObject {
  readonly id: string;
  readonly type: string;
  /** What was so from a time on: ISO 8601; 1970-01-01T00:00:00Z for what was always so. */
  readonly attributes: readonly { readonly name: string; readonly time: string; readonly value: string }[];
  readonly relationships: readonly OcelRelationship[];
}

export interface OcelEvent {
  readonly id: string;
  readonly type: string;
  /** ISO 8601. */
  readonly time: string;
  readonly attributes: readonly { readonly name: string; readonly value: string }[];
  readonly relationships: readonly OcelRelationship[];
}

export interface OcelContent {
  readonly objectTypes: readonly OcelType[];
  readonly eventTypes: readonly OcelType[];
  readonly objects: Iterable<OcelObject>;
  readonly events: Iterable<OcelEvent>;
}

/**
 * Writes the document to a file, an object and an event a line.
 *
 * @throws InputError if the file cannot be written.
 */
export async function writeOcel(content: OcelContent, path: string): Promise<void> {
  await writeWholeFile(path, ocelText(content));
}

/** The document in parts. */
export function* ocelText({ objectTypes, eventTypes, objects, events }: OcelContent): Generator<string> {
  yield "{\n";
  yield* list("objectTypes", objectTypes);
  yield ",\n";
  yield* list("eventTypes", eventTypes);
  yield ",\n";
  yield* list("objects", objects);
  yield ",\n";
  yield* list("events", events);
  yield "\n}\n";
}

function* list(name: string, items: Iterable<unknown>): Generator<string> {
  yield `  ${JSON.stringify(name)}: [`;
  let first = true;
  for (const item of items) {
    yield `${first ? "" : ","}\n    ${JSON.stringify(item)}`;
    first = false;
  }
  yield first ? "]" : "\n  ]";
}
