/** The answers of a language service as the contents of Jupyter's replies. */
import type { Json, Message } from "../protocol/messages.ts";
import type { LanguageService } from "./language_service.ts";

export interface LanguageReplies {
  /** Content of a `complete_reply`. */
  complete(code: string, cursor: number): Promise<Json>;
  /** Content of an `inspect_reply`. */
  inspect(code: string, cursor: number, detail: number): Promise<Json>;
  /** Content of an `is_complete_reply`. */
  isComplete(code: string): Json;
}

/** Answers a `complete_request`, `inspect_request` or `is_complete_request`. */
export async function languageAnswer({ header, content }: Message, service: LanguageService): Promise<Json> {
  const { code, cursor_pos, detail_level } = content as { code: string } & Record<string, number>;
  const cursor = cursor_pos ?? [...code].length;
  const replies = languageReplies(service);
  switch (header.msg_type) {
    case "complete_request":
      return await replies.complete(code, cursor);
    case "inspect_request":
      return await replies.inspect(code, cursor, detail_level ?? 0);
    default:
      return replies.isComplete(code);
  }
}

export function languageReplies(service: LanguageService): LanguageReplies {
  return {
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
  };
}
