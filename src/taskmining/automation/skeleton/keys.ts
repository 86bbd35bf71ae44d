/** Names of keys in recordings, as Playwright and the Browser library name them. */
const NAMES: Readonly<Record<string, string>> = {
  ctrl: "Control",
  control: "Control",
  strg: "Control",
  alt: "Alt",
  shift: "Shift",
  umschalt: "Shift",
  cmd: "Meta",
  win: "Meta",
  meta: "Meta",
  enter: "Enter",
  return: "Enter",
  eingabe: "Enter",
  tab: "Tab",
  esc: "Escape",
  escape: "Escape",
  space: "Space",
  backspace: "Backspace",
  del: "Delete",
  delete: "Delete",
  entf: "Delete",
  home: "Home",
  end: "End",
  pagedown: "PageDown",
  pgdn: "PageDown",
  pageup: "PageUp",
  pgup: "PageUp",
  up: "ArrowUp",
  down: "ArrowDown",
  left: "ArrowLeft",
  right: "ArrowRight",
};

/** `Control+S` of "Ctrl + s"; null where it names no key. */
export function keysOf(text: string | undefined): string | null {
  if (text === undefined) return null;
  const keys = text.trim().split(/\s*\+\s*/).map((key) => {
    const plain = key.toLowerCase().replace(/[\s_-]/g, "");
    if (Object.hasOwn(NAMES, plain)) return NAMES[plain]!;
    if (/^f([1-9]|1[0-2])$/.test(plain)) return plain.toUpperCase();
    return /^[a-z0-9]$/.test(plain) ? plain.toUpperCase() : undefined;
  });
  return keys.every((key) => key !== undefined) ? keys.join("+") : null;
}
