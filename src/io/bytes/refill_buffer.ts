/** A window on a stream of bytes. */

/** The part of a stream that is being scanned: whole records leave it at the front, chunks come in at the back. */
export class RefillBuffer {
  bytes = new Uint8Array(1 << 16);
  from = 0;
  to = 0;
  ended = false;
  readonly #chunks: AsyncIterator<Uint8Array>;

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  rest(): Uint8Array {
    return this.bytes.subarray(this.from, this.to);
  }

  /** Reads on until at least so many bytes wait, or the stream ends. */
  async fill(bytes: number): Promise<void> {
    while (!this.ended && this.to - this.from < bytes) {
      const { done, value } = await this.#chunks.next();
      if (done) this.ended = true;
      else this.#append(value);
    }
  }

  #append(chunk: Uint8Array): void {
    const rest = this.rest();
    const needed = rest.length + chunk.length + 1;
    if (needed > this.bytes.length) {
      const larger = new Uint8Array(needed * 2);
      larger.set(rest);
      this.bytes = larger;
    } else this.bytes.copyWithin(0, this.from, this.to);
    this.bytes.set(chunk, rest.length);
    this.from = 0;
    this.to = rest.length + chunk.length;
  }
}
