/** Texts and selectors as cells of a Robot Framework file. */

/** A text that a cell gives back exactly as it is. */
export function cell(text: string): string {
  if (text === "") return "${EMPTY}";
  return text.replace(/[\\$@%&#=|{}*~]/g, "\\$&").replace(/^ | $|(?<= ) /g, "\\x20")
    .replace(
      /[^\P{C}\u200c\u200d]|(?! )\s/gu,
      (one) => [...one].map((character) => `\\U${character.codePointAt(0)!.toString(16).padStart(8, "0")}`).join(""),
    );
}

/** A name as a regular expression in a selector of Playwright, in any case, with marks of required fields. */
export function namePattern(name: string): string {
  const words = name.trim().split(/\s+/).map((word) =>
    word.replace(/[!-/:-@[-`{-~]/g, (mark) => `\\x${mark.charCodeAt(0).toString(16)}`)
  );
  return `/^\\s*${words.join("\\s+")}[\\s:*]*$/i`;
}
