/** Rows of events and traces while they are read, and the elements that are open around the place of reading. */
import { type ColumnBuilder, type ColumnKind, TableBuilder } from "../bytes/column_builder.ts";
import { type AttributeType, fixedKind, kindOfType, newScope, type Scope, type Shape } from "./xes_shapes.ts";

export class XesRows {
  readonly events = new TableBuilder();
  readonly traces = new TableBuilder();
  /** Trace of each event, -1 outside of traces. */
  traceOf: Int32Array = new Int32Array(1024);
  lineOfEvent: Int32Array = new Int32Array(1024);
  readonly lineOfTrace: number[] = [];
  /** The innermost open element. */
  scope: Scope = newScope("ignored", "", "", undefined);
  /** Shape read last in it. */
  last: Shape | undefined;
  readonly #outerScopes: Scope[] = [];
  readonly #outerShapes: (Shape | undefined)[] = [];
  readonly #tops: Partial<Record<"log" | "trace" | "event", Scope>> = {};

  /** Events that have been read up to their end. */
  get wholeEvents(): number {
    const open = [this.scope, ...this.#outerScopes].some(({ kind }) => kind === "event");
    return this.events.rows - (open ? 1 : 0);
  }

  enterEvent(line: number, element: string): void {
    const row = this.events.rows++;
    if (row === this.traceOf.length) {
      this.traceOf = grown(this.traceOf);
      this.lineOfEvent = grown(this.lineOfEvent);
    }
    this.traceOf[row] = this.scope.kind === "trace" ? this.traces.rows - 1 : -1;
    this.lineOfEvent[row] = line;
    this.enterScope(this.topScope("event", element));
  }

  enterTrace(line: number, element: string): void {
    this.lineOfTrace[this.traces.rows++] = line;
    this.enterScope(this.topScope("trace", element));
  }

  enterScope(scope: Scope): void {
    this.#outerScopes.push(this.scope);
    this.#outerShapes.push(this.last);
    this.scope = scope;
    this.last = undefined;
  }

  leaveScope(): void {
    this.scope = this.#outerScopes.pop()!;
    this.last = this.#outerShapes.pop();
  }

  topScope(kind: "log" | "trace" | "event", element: string): Scope {
    const known = this.#tops[kind];
    if (known?.element === element) return known;
    const table = kind === "log" ? undefined : kind === "trace" ? this.traces : this.events;
    return this.#tops[kind] = newScope(kind, element, kind === "trace" ? "case:" : "", table);
  }
}

/** The scope of an element with a key in another one. */
export function childScope(scope: Scope, kind: "attribute" | "list", element: string, key: string): Scope {
  const name = `${element} ${key}`;
  let child = scope.scopes.get(name);
  if (!child) scope.scopes.set(name, child = newScope(kind, element, `${scope.prefix}${key}/`, scope.table));
  return child;
}

/** Where an attribute's values go. */
export function columnOf(scope: Scope, type: AttributeType, key: string): ColumnBuilder {
  return scope.table!.column(scope.prefix + key, kindOf(scope, type, key));
}

export function kindOf(scope: Scope, type: AttributeType, key: string): ColumnKind {
  const fixed = scope.kind === "event" || scope.kind === "trace" ? fixedKind(key) : undefined;
  return fixed ?? kindOfType(type);
}

function grown(from: Int32Array): Int32Array {
  const into = new Int32Array(from.length * 2);
  into.set(from);
  return into;
}
