/** The interaction log that task miners read: immutable, columnar, dictionary-encoded, sorted by user and then time. */
import type { ColumnTable } from "arquero";
import { type Column, columnNamed, takeRows, type TextColumn } from "../../base/column.ts";
import type { DriverName } from "../../db/database.ts";
import type { ActionClass } from "../../io/interactions/action_class.ts";
import { ACTION_CLASSES } from "../../io/interactions/action_class.ts";
import type { InteractionMapping } from "../../io/interactions/canonical_columns.ts";
import { combineText } from "../../io/interactions/text_columns.ts";
import type { InteractionColumns, InteractionContents, InteractionSource } from "./interaction_contents.ts";
import { queryLog, sqlText } from "../sql.ts";

/**
 * Interactions of users with applications, as typed arrays.
 *
 * Where the log knows no user, all of it counts as one person's stream.
 */
export class InteractionLog implements InteractionContents {
  readonly time: Float64Array;
  declare readonly end?: Float64Array;
  readonly user: Int32Array;
  readonly users: readonly string[];
  readonly app: Int32Array;
  readonly apps: readonly string[];
  readonly action: Int32Array;
  readonly actions: readonly string[];
  readonly actionLabels: readonly string[];
  readonly actionClass: Uint8Array;
  readonly sessions: Int32Array;
  readonly sessionGapSeconds: number;
  readonly rows: Int32Array;
  readonly source: InteractionSource;
  /** What this log was filtered by, in words, oldest first. */
  readonly filters: readonly string[];

  constructor(columns: InteractionColumns, source: InteractionSource, filters: readonly string[] = []) {
    this.time = columns.time;
    if (columns.end) this.end = columns.end;
    this.user = columns.user;
    this.users = columns.users;
    this.app = columns.app;
    this.apps = columns.apps;
    this.action = columns.action;
    this.actions = columns.actions;
    this.actionLabels = columns.actionLabels ?? columns.actions;
    this.actionClass = columns.actionClass;
    this.sessions = columns.sessions;
    this.sessionGapSeconds = columns.sessionGapSeconds;
    this.rows = columns.rows;
    this.source = source;
    this.filters = filters;
  }

  get name(): string {
    return this.source.name;
  }

  /** Whether it is known when things were done. If not, `time` counts rows: it tells the order and nothing else. */
  get hasTimes(): boolean {
    return this.source.mapping.timestamp !== undefined;
  }

  /** Number of interactions. */
  get interactions(): number {
    return this.time.length;
  }

  /** Names that `attribute` knows: those of the log, the canonical columns it has, and the columns of the file. */
  get attributes(): string[] {
    const { canonical, interactions } = this.source;
    const names = [...canonical.columns, ...interactions.columns].map((column) => column.name);
    return [...new Set(["user", "app", "action", ...names])];
  }

  /**
   * An attribute of each interaction, aligned with `time`; undefined where the log has none of that name. The name is
   * `user`, `app` or `action` as in this log, or that of a canonical column (`elementLabel`), of a mapped role (`team`)
   * or of a column of the file, in this order; `session` is the number of the session where no column has that name.
   */
  attribute(name: string): Column | undefined {
    switch (name) {
      case "user":
        return { kind: "text", name, codes: this.user, dictionary: this.users };
      case "app":
        return { kind: "text", name, codes: this.app, dictionary: this.apps };
      case "action":
        return { kind: "text", name, codes: this.action, dictionary: this.actions };
    }
    const { canonical, interactions, mapping } = this.source;
    const mapped = mapping[name as keyof InteractionMapping] ?? name;
    const column = columnNamed(canonical, name) ?? columnNamed(interactions, mapped) ?? columnNamed(interactions, name);
    if (column) return takeRows(column, this.rows);
    return name === "session" ? this.#sessions() : undefined;
  }

  /** Workbook, window or page of each interaction. */
  get window(): TextColumn {
    return this.#text("container1", "windowTitle", "url");
  }

  /** Field, button or column: its id, else its name, else its label. */
  get element(): TextColumn {
    return this.#text("elementId", "elementName", "elementLabel");
  }

  /** The recorder's own word for what was done. */
  get eventType(): TextColumn {
    return this.#text("eventType");
  }

  /** What was typed or pasted, else copied, else found there. */
  get value(): TextColumn {
    return this.#text("valueNew", "clipboard", "valueOld");
  }

  /** Name of the kind of action of one interaction. */
  actionClassAt(index: number): ActionClass {
    return ACTION_CLASSES[this.actionClass[index]!]!;
  }

  /** The driver that serves this log's queries. */
  get driver(): DriverName {
    return this.source.database.driver;
  }

  /**
   * Runs a query; the result is an Arquero table. The table `interactions` holds this log in its order: `position`,
   * `session`, `action`, the canonical columns, and the columns of the file (`url_1` where its name is taken).
   *
   * In a template each value becomes an SQL literal. The first query opens the database and loads the log.
   * A query reads and writes no other files and installs nothing, unless the log was read with `allowFiles: true`.
   *
   * @throws InputError if DuckDB cannot run the query.
   * @example
   * ```ts
   * import { readInteractions } from "tracebook";
   * const log = await readInteractions("data/order-desk.csv");
   * await log.sql`SELECT app, count(*) AS n FROM interactions WHERE user = ${"Ada"} GROUP BY app ORDER BY n DESC`;
   * ```
   */
  async sql(query: string | TemplateStringsArray, ...values: unknown[]): Promise<ColumnTable> {
    return await queryLog(this, sqlText(query, values), EXAMPLE_QUERY);
  }

  /** Numbers from 1, as in `sql`. */
  #sessions(): Column {
    const values = new Float64Array(this.interactions);
    for (let s = 0; s + 1 < this.sessions.length; s++) values.fill(s + 1, this.sessions[s]!, this.sessions[s + 1]!);
    return { kind: "number", name: "session", integer: true, values };
  }

  /** First known value of the columns named. */
  #text(...names: string[]): TextColumn {
    const columns = names.map((name) => this.attribute(name)).filter((column) => column?.kind === "text");
    const [first, ...rest] = columns;
    if (first && rest.length === 0) return first;
    return combineText(
      columns,
      names[0]!,
      this.interactions,
      (...values) => values.find((value) => value !== undefined),
    );
  }
}

const EXAMPLE_QUERY = "SELECT app, count(*) FROM interactions GROUP BY ALL";
