/** Pseudonyms and marks: keyed by the project's secret, or numbered within one log where there is none. */
import { createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import process from "node:process";
import { InputError } from "../base/errors.ts";

/** What stands for something that is not to be shown: equal for equal things. */
export interface Pseudonyms {
  /** Whether a secret keys them: they are then the same in every log, and nobody without it can try names out. */
  readonly keyed: boolean;
  /** For a user: `P-7F3A90C214` with a secret, `P-01`, `P-02`, … without. */
  user(name: string): string;
  /** What tells two things of a kind apart within their mark: eight letters with a secret, a number without. */
  tag(kind: string, key: string): string;
}

/**
 * With a secret: the first 40 bits of HMAC-SHA-256 over kind and text. Without: numbers in the order of first asking,
 * which nobody can trace back, and which mean nothing in another log.
 *
 * @param users how many there are, so that numbers of equal length sort as they were given.
 */
export function pseudonyms(secret: string | undefined, users: number): Pseudonyms {
  const known = new Map<string, string>();
  const counts = new Map<string, number>();
  const once = (kind: string, key: string, make: () => string) => {
    const id = `${kind}\0${key}`;
    let made = known.get(id);
    if (made === undefined) known.set(id, made = make());
    return made;
  };
  const next = (kind: string) => {
    const n = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, n);
    return String(n);
  };
  const digest = (kind: string, key: string) => createHmac("sha256", secret!).update(`${kind}\0${key}`).digest();
  const width = Math.max(2, String(users).length);
  return {
    keyed: secret !== undefined,
    user: (name) =>
      once(
        "user",
        name,
        () =>
          secret === undefined
            ? `P-${next("user").padStart(width, "0")}`
            : `P-${digest("user", name).toString("hex").slice(0, 10).toUpperCase()}`,
      ),
    tag: (kind, key) => once(kind, key, () => secret === undefined ? next(kind) : consonants(digest(kind, key))),
  };
}

/** Eight letters of which no word, name or number can be made by chance: 34 bits. */
function consonants(digest: Uint8Array): string {
  let number = 0n;
  for (const byte of digest.subarray(0, 8)) number = number << 8n | BigInt(byte);
  let letters = "";
  for (let i = 0; i < 8; i++, number /= 20n) letters += "bcdfghjklmnpqrstvwxz"[Number(number % 20n)]!;
  return letters;
}

/**
 * The project's secret: the content of `secretFile`, else the environment variable `TRACEBOOK_SECRET`, else the content
 * of the file that `TRACEBOOK_SECRET_FILE` names; undefined where there is none of them.
 *
 * @throws InputError if a file is named that cannot be read or is empty.
 */
export function projectSecret(secretFile?: string): string | undefined {
  if (secretFile !== undefined && secretFile !== "") return secretIn(secretFile);
  const given = environment("TRACEBOOK_SECRET")?.trim();
  if (given) return given;
  const file = environment("TRACEBOOK_SECRET_FILE")?.trim();
  return file ? secretIn(file) : undefined;
}

function secretIn(file: string): string {
  let text: string;
  try {
    text = readFileSync(resolve(file), "utf8").trim();
  } catch {
    throw new InputError(
      `${file}: expected a file with the project's secret but it cannot be read. Make one outside the notebook's ` +
        `folder, e.g. \`openssl rand -hex 32 > ${file}\`.`,
    );
  }
  if (text === "") throw new InputError(`${file}: expected the project's secret but the file is empty.`);
  return text;
}

/** Undefined also where the environment may not be read. */
function environment(name: string): string | undefined {
  try {
    return process.env[name];
  } catch {
    return undefined;
  }
}
