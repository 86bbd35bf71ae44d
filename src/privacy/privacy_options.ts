/** What a reader may say about privacy, and what a reading says of what it did. */

/** A text is a glob (`*` stands for anything, upper and lower case are one); a regular expression is itself. */
export type Patterns = readonly (string | RegExp)[];

export interface AllowDeny {
  /** Nothing else is read. @default everything */
  readonly allow?: Patterns;
  /** Not read, also where allowed. @default none */
  readonly deny?: Patterns;
}

/** A pattern of the reader's own; what it matches becomes `[name]`. */
export interface OwnPattern {
  readonly name: string;
  readonly pattern: RegExp | string;
}

/**
 * Privacy on reading. Everything that can be found without knowing the log is on; what depends on the project (which
 * applications, which names, whether values are needed) is the reader's to say.
 */
export interface PrivacyOptions {
  /** Interactions in these applications. */
  readonly apps?: AllowDeny;
  /**
   * Interactions on these pages: a pattern fits the whole address, the address without its scheme, or the host; a host
   * without `*` fits its subdomains, too. Rows without an address are not concerned.
   */
  readonly urls?: AllowDeny;
  /** Private and incognito windows: left out. @default "drop" */
  readonly incognito?: "drop" | "keep";
  /**
   * What is typed into password fields is left out, and masked wherever else it stands; passwords, PINs, keys and tokens
   * in text are masked. @default true
   */
  readonly passwords?: boolean;
  /** @default true */
  readonly emails?: boolean;
  /** @default true */
  readonly phones?: boolean;
  /** @default true */
  readonly ibans?: boolean;
  /** @default true */
  readonly cards?: boolean;
  /** @default true */
  readonly nationalIds?: boolean;
  /** Behind a word that announces one, complete ones, and what is typed into fields for them. @default true */
  readonly addresses?: boolean;
  /** Behind a word that announces one, and what is typed into fields for them. @default true */
  readonly birthDates?: boolean;
  /** Patterns of your own, such as customer numbers. @default none */
  readonly redact?: readonly OwnPattern[];
  /** Names of persons that may stand anywhere, such as those of colleagues. @default none */
  readonly names?: readonly string[];
  /**
   * Names that nobody has given: those that the log tells itself (of the user column, of addresses such as
   * `ada.lovelace@…`, after "Signed in as") in all other columns, and those of strangers. @default true
   */
  readonly knownNames?: boolean;
  /**
   * The user column: `pseudonyms` (keyed by the project's secret, else numbered within the log), `keep`, `drop`; `auto`
   * gives pseudonyms where there is a secret, and to users who are named by an address or a number of their own.
   * @default "auto"
   */
  readonly users?: "auto" | "pseudonyms" | "keep" | "drop";
  /** Values, the clipboard and other columns of data: `hash` keeps only whether two are equal. @default "keep" */
  readonly values?: "keep" | "hash" | "drop";
  /**
   * Where marks tell equal things from different ones, as in `[email 2]`: in columns of data, so that copies can be
   * matched with pastes; everywhere; nowhere. @default "data"
   */
  readonly tags?: "data" | "all" | "none";
  /**
   * File with the project's secret, outside the notebook's folder. @default the environment variable `TRACEBOOK_SECRET`,
   * else the file that `TRACEBOOK_SECRET_FILE` names
   */
  readonly secretFile?: string;
}

/** One thing done for privacy's sake in one column, or to whole rows. */
export interface PrivacyEntry {
  /** `email`, `phone`, `iban`, `card`, `id`, `name`, `password`, `token`, `address`, `birthdate`, one of the reader's own, or what was done to rows. */
  readonly rule: string;
  readonly action: "masked" | "dropped" | "hashed" | "pseudonyms" | "kept";
  /** Column of the file; null for whole rows. */
  readonly column: string | null;
  readonly rows: number;
  /** A text after masking; null where nothing is left to show. */
  readonly example: string | null;
}

/** What a reading did for privacy's sake. */
export interface PrivacyRecord {
  /** False: privacy was switched off. The options themselves are not kept, for they may name what is to be hidden. */
  readonly on: boolean;
  /** Whether a project's secret keys pseudonyms and marks. */
  readonly keyed: boolean;
  readonly rowsRead: number;
  readonly rowsDropped: number;
  readonly entries: readonly PrivacyEntry[];
}
