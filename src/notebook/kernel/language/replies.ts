/** The answers of a language service as the contents of Jupyter's replies. */
import type { LanguageService } from "./language.ts";
import type { Json } from "../protocol/messages.ts";

export interface LanguageReplies {
  /** Told of each cell that is run. */
  update(code: string): void;
  /** Content of a `complete_reply`. */
  complete(code: string, cursor: number): Promise<Json>;
  /** Content of an `inspect_reply`. */
  inspect(code: string, cursor: number, detail: number): Promise<Json>;
  /** Content of an `is_complete_reply`. */
  isComplete(code: string): Json;
  close(): Promise<void>;
}

export function languageReplies(service: LanguageService): LanguageReplies {
  return {
    update: (code) => service.remember(code),
    async complete(code, cursor) {
      const { matches, cursorStart, cursorEnd, metadata } = await service.complete(code, cursor);
      return { status: "ok", matches, cursor_start: cursorStart, cursor_end: cursorEnd, metadata };
    },
    async inspect(code, cursor, detail) {
      const { found, data } = await service.inspect(code, cursor, detail === 1 ? 1 : 0);
      return { status: "ok", found, data, metadata: {} };
    },
    isComplete(code) {
      const { status, indent } = service.isComplete(code);
      return status === "incomplete" ? { status, indent } : { status };
    },
    close: () => service.close(),
  };
}
