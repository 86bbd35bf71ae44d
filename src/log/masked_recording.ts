/** A recording of what people did, read as an event log: it is masked as reading it as a recording masks it. */
import { columnNamed } from "../base/column.ts";
import type { InteractionMapping } from "../io/interactions/canonical_columns.ts";
import { detectKind } from "../io/interactions/detect_kind.ts";
import type { Mapping } from "../io/raw_log.ts";
import type { PrivacyOptions } from "../privacy/privacy_options.ts";
import {
  formatOf,
  type InteractionTable,
  protectedRecording,
  recordingMapping,
} from "./interactions/canonical_interactions.ts";

export interface MaskingOptions {
  /** Which column is what of the events, as far as it is known. */
  readonly mapping?: Partial<Mapping>;
  /**
   * Where the columns of an event log are those of a recording of what people did, it is masked as `readInteractions`
   * masks it; `false` does nothing. Other logs, and XES, are read as they are. @default all that is safe
   */
  readonly privacy?: PrivacyOptions | false;
}

/** The table itself where its columns are not those of a recording, or nothing is to be masked. */
export function maskedRecording<T extends InteractionTable>(source: T, { mapping, privacy }: MaskingOptions): T {
  if (privacy === false || detectKind(source.table.columns) !== "interactions") return source;
  const { source: masked } = protectedRecording(source, rolesGiven(source, mapping), privacy);
  if (masked.privacy.entries.some(({ action }) => action !== "kept")) {
    source.report.add(
      "privacy: recording masked",
      `${source.name} has the columns of a recording: it is masked as reading it as a recording masks it`,
    );
  }
  return masked;
}

/**
 * The time, where no format of a recorder tells it; and the case, whose masked ids have to stay distinct, where the
 * recording gives its column no other role.
 */
function rolesGiven(
  { table, name }: InteractionTable,
  mapping: Partial<Mapping> = {},
): Partial<InteractionMapping> {
  const time = mapping.timestamp === undefined || formatOf(table) ? {} : { timestamp: mapping.timestamp };
  const roles = Object.values(recordingMapping(table, time, name));
  const isOpen = mapping.case !== undefined && columnNamed(table, mapping.case) && !roles.includes(mapping.case);
  return isOpen ? { ...time, case: mapping.case! } : time;
}
