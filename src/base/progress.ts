/** Progress of long work: whoever works reports it here, and the command line or a notebook listens. */

export interface WorkProgress {
  /** What is being done: "reading orders.csv". */
  readonly what: string;
  /** Bytes read so far; of a packed file, packed bytes. */
  readonly bytes: number;
  /** Bytes in all, as far as known. */
  readonly total: number;
  /** Whether this was the last report of the work. */
  readonly ended: boolean;
}

export type ProgressListener = (progress: WorkProgress) => void;

let listener: ProgressListener | undefined;

/** Sets the listener; the function returned sets back the one before. */
export function onWorkProgress(next: ProgressListener | undefined): () => void {
  const before = listener;
  listener = next;
  return () => listener = before;
}

/** May be called often: without a listener it costs nothing. A listener must not throw. */
export function reportWork(progress: WorkProgress): void {
  listener?.(progress);
}
