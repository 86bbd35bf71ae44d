/** What leaves the page: by the clipboard, or as a file. */

/** Copies a text; false if the browser does not let it. Pages that are not served safely have only the old way. */
export async function copyText(near: HTMLElement, text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const focused = document.activeElement as HTMLElement | null;
    const area = document.createElement("textarea");
    area.value = text;
    area.style.cssText = "position:fixed;top:0;opacity:0";
    near.append(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    focused?.focus();
    return done;
  }
}

/** Copies a picture that is still being drawn; false if the browser does not let it. */
export async function copyPicture(png: Promise<Blob>): Promise<boolean> {
  try {
    await navigator.clipboard.write([new ClipboardItem({ "image/png": png })]);
    return true;
  } catch {
    return false;
  }
}

/** Saves a table as a file. */
export function saveText(near: HTMLElement, name: string, text: string): void {
  saveFile(near, name, new Blob([text], { type: "text/csv;charset=utf-8" }));
}

/** Saves a file, where the browser saves what it loads. */
export function saveFile(near: HTMLElement, name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.hidden = true;
  near.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** A title as the name of a file on every system, without its ending. */
export function fileName(title: string, otherwise: string): string {
  const name = title.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "").slice(0, 60);
  return name || otherwise;
}
