/** What a front end starts: `deno run -A src/notebook/kernel/main.ts CONNECTION_FILE`. */
import type { ConnectionInfo } from "./protocol/connection.ts";
import { createLanguageService } from "./language/language.ts";
import { watchFrontEnd } from "./wrapper/front_end_process.ts";
import { serveKernel } from "./wrapper/wrapper.ts";

const [file] = Deno.args;
if (file === undefined) {
  console.error("Expected the path of a connection file, as front ends give it, but found nothing.");
  Deno.exit(2);
}
const connection = JSON.parse(await Deno.readTextFile(file)) as ConnectionInfo;
const wrapper = serveKernel(connection, {
  cwd: Deno.cwd(),
  // The server may be slow to start on a busy machine; a late answer is better than none, and keeps no cell waiting.
  // JupyterLab waits a second for names, and then offers whatever words the notebook has.
  language: createLanguageService(Deno.cwd(), { limitSeconds: 45, patienceSeconds: 0.8 }),
  color: ![undefined, "", "0"].includes(Deno.env.get("FORCE_COLOR")),
});
watchFrontEnd(() => wrapper.shutdown());
await wrapper.ended;
Deno.exit(0);
