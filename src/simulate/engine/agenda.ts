/** What happens when: the agenda of a discrete-event simulation. */

export interface Entry {
  readonly time: number;
  readonly order: number;
  readonly act: () => void;
}

export interface Agenda {
  /** Plans something for a time. */
  add(time: number, act: () => void): void;
  /** Takes out what comes next; undefined if nothing is left. */
  take(): Entry | undefined;
}

/** A binary heap by time; what was added first comes first at equal times. */
export function createAgenda(): Agenda {
  const heap: Entry[] = [];
  let added = 0;
  const before = (a: Entry, b: Entry) => a.time < b.time || (a.time === b.time && a.order < b.order);
  return {
    add(time, act) {
      const entry = { time, order: added++, act };
      let i = heap.push(entry) - 1;
      while (i > 0) {
        const parent = (i - 1) >> 1;
        if (!before(entry, heap[parent]!)) break;
        heap[i] = heap[parent]!;
        i = parent;
      }
      heap[i] = entry;
    },
    take() {
      const top = heap[0];
      const last = heap.pop();
      if (!top || !last || heap.length === 0) return top;
      let i = 0;
      for (let child = 1; child < heap.length; child = 2 * i + 1) {
        if (child + 1 < heap.length && before(heap[child + 1]!, heap[child]!)) child++;
        if (!before(heap[child]!, last)) break;
        heap[i] = heap[child]!;
        i = child;
      }
      heap[i] = last;
      return top;
    },
  };
}
