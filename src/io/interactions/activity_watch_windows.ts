/** Which windows a browser's or an editor's watcher speaks of, and which are private. */
import type { AwBucket } from "./activity_watch_buckets.ts";

/** Names of applications by what a bucket is called. They differ by system: `chrome.exe`, `Google Chrome`. */
const BROWSERS: Readonly<Record<string, RegExp>> = {
  chrome: /chrom/i,
  firefox: /firefox|librewolf|waterfox|floorp|zen|navigator/i,
  edge: /edge/i,
  brave: /brave/i,
  opera: /opera/i,
  vivaldi: /vivaldi/i,
  safari: /safari/i,
  arc: /\barc\b/i,
};

const EDITORS: Readonly<Record<string, RegExp>> = {
  vscode: /\bcode\b|vscode|visual studio code|codium|cursor|windsurf/i,
  vim: /vim|term|konsole|console|alacritty|kitty|wezterm|ghostty|powershell|\bcmd\b/i,
  emacs: /emacs/i,
  jetbrains: /idea|pycharm|webstorm|phpstorm|goland|clion|rider|rubymine|datagrip|android studio|jetbrains/i,
  sublime: /sublime/i,
  "visual-studio": /devenv|visual studio/i,
};

export function isBrowser(app: string | undefined): boolean {
  return app !== undefined && Object.values(BROWSERS).some((name) => name.test(app));
}

/**
 * Whether a watcher speaks of the windows of an application: the browser or editor that the bucket is named for; where
 * it is named for none that is known here, any browser, or an application of the bucket's name.
 */
export function isWatchedBy({ type, watches }: AwBucket, app: string | undefined): boolean {
  if (app === undefined) return false;
  const name = watches?.toLowerCase() ?? "";
  const known = Object.entries(type === "web.tab.current" ? BROWSERS : EDITORS).find(([key]) => name.startsWith(key));
  if (known) return known[1].test(app);
  if (type === "web.tab.current") return isBrowser(app);
  const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  return plain(name) !== "" && (plain(app).includes(plain(name)) || plain(name).includes(plain(app)));
}

const PRIVATE =
  /incognito|inkognito|inc[oó]gnito|inprivate|private browsing|privater modus|privates surfen|navigation priv[ée]e|navegaci[oó]n privada|priv[ée]navigatie|priv[ée]venster|navigazione anonima/i;

/** Whether the end of a browser window's title, behind that of the page, says that the window is private. */
export function isPrivateTitle(title: string): boolean {
  const [, ...behind] = title.split(/ [-–—|] /);
  return behind.slice(-2).some((part) => PRIVATE.test(part)) ||
    /^mozilla firefox .*priva|^\[?inprivate\]?$|\((private|incognito|inprivate)\)$/i.test(title.trim());
}
