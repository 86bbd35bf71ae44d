/** Where one way of doing a task leaves another: alignment by insertions and deletions (Myers' edit script, by table). */

export interface Departure {
  /** `skip`: a step is left out; `insert`: one is added; `other order`: a step is done earlier or later. */
  readonly kind: "skip" | "insert" | "other order";
  /** Code of the action. */
  readonly action: number;
  /** Index of the step of the dominant way after which it is done, or after which it would be due; -1: before the first. */
  readonly after: number;
}

/**
 * The departures that turn the dominant way into `way`, in the order of the dominant way. An action that is left out in
 * one place and inserted in another counts as done in another order, where it is done. Of several shortest scripts, the
 * one that leaves out before it inserts is taken.
 */
export function departures(dominant: ArrayLike<number>, way: ArrayLike<number>): Departure[] {
  const n = dominant.length, m = way.length;
  const common = new Int32Array((n + 1) * (m + 1));
  const at = (i: number, j: number) => i * (m + 1) + j;
  for (let i = n - 1; i >= 0; i--) {
    for (let j = m - 1; j >= 0; j--) {
      common[at(i, j)] = dominant[i] === way[j]
        ? common[at(i + 1, j + 1)]! + 1
        : Math.max(common[at(i + 1, j)]!, common[at(i, j + 1)]!);
    }
  }
  const skipped: Departure[] = [], inserted: Departure[] = [];
  for (let i = 0, j = 0; i < n || j < m;) {
    if (i < n && j < m && dominant[i] === way[j]) {
      i++;
      j++;
    } else if (i < n && (j === m || common[at(i + 1, j)]! >= common[at(i, j + 1)]!)) {
      skipped.push({ kind: "skip", action: dominant[i]!, after: i - 1 });
      i++;
    } else {
      inserted.push({ kind: "insert", action: way[j]!, after: i - 1 });
      j++;
    }
  }
  const all: Departure[] = [];
  for (const insert of inserted) {
    const twin = skipped.findIndex(({ action }) => action === insert.action);
    if (twin >= 0) skipped.splice(twin, 1);
    all.push(twin >= 0 ? { ...insert, kind: "other order" } : insert);
  }
  return [...all, ...skipped].sort((a, b) =>
    a.after - b.after || KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || a.action - b.action
  );
}

const KINDS = ["skip", "other order", "insert"];
