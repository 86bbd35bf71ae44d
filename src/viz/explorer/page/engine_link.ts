/** The two workers, as the page talks to them. Their scripts stand in the document, so that nothing is loaded. */

export interface WorkerLink<Request, Reply> {
  send(request: Request, transfer?: Transferable[]): void;
  onReply(take: (reply: Reply) => void): void;
}

export function startWorker<Request, Reply>(script: string, failed: (words: string) => void) {
  const address = URL.createObjectURL(new Blob([script], { type: "text/javascript" }));
  const worker = new Worker(address);
  worker.addEventListener("error", ({ message }) => failed(message || "A part of the explorer could not be started."));
  const link: WorkerLink<Request, Reply> = {
    send: (request, transfer = []) => worker.postMessage(request, transfer),
    onReply: (take) => worker.addEventListener("message", ({ data }: MessageEvent<Reply>) => take(data)),
  };
  return link;
}

/** The bytes of a base64 text. */
export function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const native = Uint8Array as typeof Uint8Array & { fromBase64?(text: string): Uint8Array<ArrayBuffer> };
  if (native.fromBase64) return native.fromBase64(base64);
  const binary = atob(base64);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
