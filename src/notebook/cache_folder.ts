/** Where this machine keeps what Tracebook can make again. */
import { join } from "node:path";

export function cacheFolder(): string {
  const home = Deno.env.get("HOME") ?? Deno.env.get("USERPROFILE") ?? Deno.cwd();
  const base = Deno.build.os === "windows"
    ? Deno.env.get("LOCALAPPDATA") ?? join(home, "AppData", "Local")
    : Deno.build.os === "darwin"
    ? join(home, "Library", "Caches")
    : Deno.env.get("XDG_CACHE_HOME") || join(home, ".cache");
  return join(base, "tracebook");
}
