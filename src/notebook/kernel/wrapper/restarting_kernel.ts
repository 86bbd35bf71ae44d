/** The Deno kernel behind the wrapper, which is started anew when it has ended. */
import { type KernelClient, type KernelOptions, startKernel } from "../client/client.ts";
import { howOf } from "../client/kernel_end.ts";

export class RestartingKernel {
  readonly #options: KernelOptions;
  readonly #onRestart: (message: string) => void;
  #client: Promise<KernelClient> | undefined;

  /** @param onRestart is told why all variables are lost. */
  constructor(options: KernelOptions, onRestart: (message: string) => void) {
    this.#options = options;
    this.#onRestart = onRestart;
  }

  /** The kernel as it is, which may have ended; undefined if none was started. */
  get client(): Promise<KernelClient> | undefined {
    return this.#client;
  }

  /** Starts the kernel. If that fails, the next one who needs it starts it again and hears why it does not start. */
  start(): Promise<KernelClient> {
    const starting = startKernel(this.#options);
    this.#client = starting;
    starting.catch(() => this.forget());
    return starting;
  }

  /** The kernel; a new one if the last one has ended. */
  async running(): Promise<KernelClient> {
    if (this.#client) {
      const known = await this.#client;
      const end = await Promise.race([known.ended, Promise.resolve(undefined)]);
      if (!end) return known;
      this.#onRestart(`The kernel had ended (${howOf(end)}): it was started anew, and all variables are lost.`);
    }
    return await this.start();
  }

  /** The kernel has ended, and its end was told: the next one starts without a word. */
  forget(): void {
    this.#client = undefined;
  }
}
