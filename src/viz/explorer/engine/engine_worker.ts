/** The worker that holds the log and mines it with the library's own modules. */
import { csvParts } from "../../../io/csv/csv_text.ts";
import { unpackLog } from "../../../log/packed/unpack_log.ts";
import type { EngineReply, EngineRequest } from "./messages.ts";
import { answerNames, openSession, type Session } from "./session.ts";

let session: Session | undefined;
let newest = -1;

const reply = (message: EngineReply) => postMessage(message);

addEventListener("message", ({ data }: MessageEvent<EngineRequest>) => {
  answer(data).catch((error) => reply({ kind: "failed", words: String((error as Error)?.message ?? error) }));
});

async function answer(request: EngineRequest): Promise<void> {
  switch (request.kind) {
    case "open": {
      session = openSession(unpackLog(await inflated(request.packed)));
      return reply({ kind: "opened", overview: session.overview, map: session.map });
    }
    case "case":
      return reply({ kind: "case", found: session!.caseOf(request.id) });
    case "file": {
      const parts = csvParts(session!.table(request.of, request.cases), { escapeFormulas: true });
      return reply({ kind: "file", of: request.of, content: new Blob([...parts], { type: "text/csv;charset=utf-8" }) });
    }
    case "select": {
      const { id, steps, pinned, questions, only } = request;
      newest = id;
      session!.select(steps, pinned);
      for (const name of only ?? answerNames) {
        reply({ kind: "answer", id, name, value: session!.answer(name, questions) });
        await turn();
        if (newest !== id) return;
      }
      return reply({ kind: "done", id });
    }
  }
}

async function inflated(packed: Uint8Array): Promise<Uint8Array> {
  const stream = new Blob([packed as Uint8Array<ArrayBuffer>]).stream()
    .pipeThrough(new DecompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Lets messages in that came meanwhile. */
const channel = new MessageChannel();
function turn(): Promise<void> {
  return new Promise((done) => {
    channel.port1.onmessage = () => done();
    channel.port2.postMessage(null);
  });
}
