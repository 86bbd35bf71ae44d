/** What the kernel says of itself. */
import type { Json } from "../protocol/messages.ts";

/** Content of a `kernel_info_reply`. */
export const KERNEL_INFO: Json = {
  status: "ok",
  protocol_version: "5.3",
  implementation: "tracebook",
  implementation_version: Deno.version.deno,
  language_info: {
    name: "typescript",
    version: Deno.version.typescript,
    mimetype: "text/x.typescript",
    file_extension: ".ts",
    pygments_lexer: "typescript",
    codemirror_mode: "typescript",
    nbconvert_exporter: "script",
  },
  banner: `Tracebook on Deno ${Deno.version.deno}, TypeScript ${Deno.version.typescript}`,
  help_links: [{ text: "Deno", url: "https://docs.deno.com" }],
  debugger: false,
  supported_features: [],
};
