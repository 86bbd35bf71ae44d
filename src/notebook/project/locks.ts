/** Lock files of Deno joined into one, in their version 5. */

interface Lock {
  readonly version: string;
  readonly npm?: Record<string, LockedPackage>;
  readonly [part: string]: unknown;
}

interface LockedPackage {
  readonly dependencies?: readonly string[];
  readonly optionalDependencies?: readonly string[];
  readonly [part: string]: unknown;
}

/** What any of them pins is pinned; where two differ the first one counts. Those of another version are left out. */
export function joinLocks(texts: readonly string[]): string {
  const locks = texts.map(readLock).filter((lock) => lock !== undefined);
  const joined: Record<string, unknown> = { version: "5" };
  for (const lock of locks) {
    for (const [part, value] of Object.entries(lock)) {
      // What the projects themselves asked for is asked for anew by the configuration that the lock stands beside.
      if (part === "version" || part === "workspace" || typeof value !== "object") continue;
      joined[part] = { ...value, ...joined[part] as Record<string, unknown> | undefined };
    }
  }
  return JSON.stringify(joined, null, 2) + "\n";
}

function readLock(text: string): Lock | undefined {
  try {
    const lock = JSON.parse(text) as Lock;
    return lock.version === "5" ? { ...lock, npm: inFull(lock.npm ?? {}) } : undefined;
  } catch {
    return undefined;
  }
}

/** A dependency without a version means the only one of that name: in a joined lock there may be two. */
function inFull(packages: Readonly<Record<string, LockedPackage>>): Record<string, LockedPackage> {
  const versions = new Map<string, string[]>();
  for (const key of Object.keys(packages)) {
    const name = nameOf(key);
    versions.set(name, [...versions.get(name) ?? [], key]);
  }
  const full = (dependency: string) =>
    versions.get(dependency)?.length === 1 ? versions.get(dependency)![0]! : dependency;
  return Object.fromEntries(
    Object.entries(packages).map(([key, { dependencies, optionalDependencies, ...rest }]) => [key, {
      ...rest,
      ...(dependencies ? { dependencies: dependencies.map(full) } : {}),
      ...(optionalDependencies ? { optionalDependencies: optionalDependencies.map(full) } : {}),
    }]),
  );
}

/** `d3-array` of `d3-array@3.2.4`, `@types/d3` of `@types/d3@7.4.3`. */
function nameOf(key: string): string {
  return key.slice(0, key.indexOf("@", 1));
}
