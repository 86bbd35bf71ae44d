/** Elements of a page and texts on it, without a case: how they are found, read and filled; and questions on the terminal. */
export const PAGE = String.raw`function said({ names }: Element): string {
  return "\"" + names[0] + "\"";
}

function renamed(what: string): string {
  return " Nothing was done at this step. If the " + what + " has a new name, write it into task.ts.";
}

/** What stands on the page instead. */
async function others(page: Page, what: string): Promise<string> {
  const selector = what === "field" ? "input:not([type=hidden]), select, textarea" : "button, a, [role=button], input[type=submit]";
  const names = await page.locator(selector).evaluateAll((elements) =>
    elements.map((element) => {
      const labels = (element as HTMLInputElement).labels;
      const text = labels && labels.length > 0 ? labels[0]!.textContent : element.getAttribute("aria-label") ?? element.textContent;
      return (text ?? "").replace(/\s+/g, " ").trim() || element.getAttribute("name") || element.id;
    }).filter((name) => name !== "").slice(0, 12)
  );
  const list = names.length === 0 ? "nothing of the kind" : names.map((name) => "\"" + name.slice(0, 60) + "\"").join(", ");
  return "found " + list + " at " + page.url() + ".";
}

function anyOf(locators: Locator[]): Locator | undefined {
  return locators.length === 0 ? undefined : locators.reduce((all, one) => all.or(one));
}

/** The whole name in any case; marks of required fields do not count. */
function pattern(name: string): RegExp {
  const words = name.trim().split(/\s+/).map((word) => word.replace(/[\\^$.*+?()[\]{}|\/-]/g, "\\$&"));
  return new RegExp("^\\s*" + words.join("\\s+") + "[\\s:*]*$", "i");
}

function fits(text: string, ends: Ends | undefined): boolean {
  if (!ends) return false;
  const plain = text.replace(/\s+/g, " ").trim();
  if (ends.end === undefined) return plain === ends.start || plain.startsWith(ends.start + " ");
  return plain.length >= ends.start.length + ends.end.length && plain.startsWith(ends.start) && plain.endsWith(ends.end);
}

async function textOf(element: Locator): Promise<string> {
  return await element.evaluate((it) => {
    const value = (it as HTMLInputElement).value;
    return (typeof value === "string" ? value : it.textContent ?? "").trim();
  });
}

async function enter(element: Locator, value: string): Promise<void> {
  const kind = await element.evaluate((it) => it.tagName === "SELECT" ? "select" : (it as HTMLInputElement).type ?? "");
  if (kind === "checkbox" || kind === "radio") return await element.setChecked(!/^(|0|no|false|off|unchecked)$/i.test(value));
  if (kind !== "select") return await element.fill(value);
  const options = await element.locator("option").allTextContents();
  const label = options.find((option) => option.trim() === value.trim());
  await element.selectOption(label === undefined ? value : { label });
}

/** Asks on the terminal. Nobody is there to answer where the input has ended: the answer is then empty. */
export function asker(): { ask: (question: string) => Promise<string>; close: () => void } {
  let terminal: ReturnType<typeof createInterface> | undefined, lines: AsyncIterator<string> | undefined;
  return {
    async ask(question) {
      stdout.write(question);
      terminal ??= createInterface({ input: stdin });
      lines ??= terminal[Symbol.asyncIterator]();
      const { done, value } = await lines.next();
      return done ? "" : String(value).trim();
    },
    close() {
      terminal?.close();
      if (terminal) stdin.destroy();
    },
  };
}
`;
