/** How far long work has come, told to whoever listens: a command line or a notebook, of which nothing is known here. */

export interface WorkProgress {
  /** What is being done: "reading orders.csv". */
  readonly what: string;
  /** Bytes so far. Of a packed file those that are stored. */
  readonly bytes: number;
  /** All bytes, where that is known. */
  readonly total: number;
  /** Nothing more will come of this. */
  readonly ended: boolean;
}

export type ProgressListener = (progress: WorkProgress) => void;

let listener: ProgressListener | undefined;

/** Sets who is told; gives a function that sets back who was told before. */
export function onWorkProgress(next: ProgressListener | undefined): () => void {
  const before = listener;
  listener = next;
  return () => listener = before;
}

/** To be called often: it costs nothing where nobody listens. A listener must not throw. */
export function reportWork(progress: WorkProgress): void {
  listener?.(progress);
}
