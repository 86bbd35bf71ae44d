/** One case on its way through the steps: values, questions to people, and what is done and checked on pages. */
export const CASE = String.raw`export class Case {
  readonly #run: Run;
  readonly #row: Record<string, string>;
  readonly #line: number;
  readonly #pages = new Map<string, Page>();
  readonly #seen = new Map<number, string>();
  readonly #titles = new Map<number, string>();
  readonly #addresses = new Map<number, string>();
  #field: string | undefined;
  #at = { step: 0, label: "" };

  constructor(run: Run, row: Record<string, string>, line: number) {
    this.#run = run;
    this.#row = row;
    this.#line = line;
  }

  /** The step that the case has come to. */
  get at(): { step: number; label: string } {
    return this.#at;
  }

  /** Where the case is, for messages. */
  get place(): string {
    return this.#run.inputs + ", line " + this.#line + ", step " + this.#at.step + " (" + this.#at.label + ")";
  }

  /** A cell of the input file; in a loop that of the pass. */
  column(name: string, pass?: number): string {
    const cell = this.#cell(name, pass);
    if (cell !== "") return cell;
    throw new Stop("expected a value in the column \"" + this.#header(name, pass) + "\" but the cell is empty.");
  }

  /** What a person decides: the cell of the column if it is filled, else the answer to a question. */
  async person(name: string, why: string, pass?: number): Promise<string> {
    const cell = this.#cell(name, pass);
    if (cell !== "") return cell;
    if (this.#run.dryRun) return UNKNOWN + "a person is asked" + "\u203a";
    const header = this.#header(name, pass);
    const known = Object.entries(this.#row).filter(([, value]) => value !== "");
    const answer = await this.#run.ask(
      "\n" + this.place + "\n" + known.map(([key, value]) => "  " + key + ": " + value).join("\n") +
        "\n" + why + "\n" + header + "? ",
    );
    if (answer !== "") return answer;
    throw new Stop("expected an answer for \"" + header + "\" but got none. Answer, or fill the column beforehand.");
  }

  /** What a rule gives; a person is asked where it gives nothing. */
  async rule(
    number: number,
    rule: (inputs: readonly (string | undefined)[]) => string | undefined,
    inputs: readonly (string | undefined)[],
  ): Promise<string> {
    if (inputs.some((input) => input?.includes(UNKNOWN))) return UNKNOWN + "rule " + number + "\u203a";
    const value = rule(inputs);
    if (value !== undefined) return value;
    const given = inputs.map((input) => input === undefined ? "nothing" : "\"" + input + "\"").join(", ");
    if (this.#run.dryRun) return UNKNOWN + "a person is asked: rule " + number + " gives nothing for " + given + "\u203a";
    const answer = await this.#run.ask("\n" + this.place + "\nRule " + number + " gives nothing for " + given + ". Value? ");
    if (answer !== "") return answer;
    throw new Stop("rule " + number + " gives nothing for " + given + ", and nobody answered.");
  }

  /** Passes of a loop: as many as have one of its columns filled. */
  passes(...columns: string[]): number[] {
    const passes: number[] = [];
    for (let pass = 1; columns.some((name) => this.#cell(name, pass) !== ""); pass++) passes.push(pass);
    if (passes.length > 0) return passes;
    const headers = columns.map((name) => "\"" + this.#header(name, 1) + "\"").join(" or ");
    throw new Stop("expected at least one of " + headers + " to be filled but found none.");
  }

  /** What was read or entered at an earlier step. */
  seen(step: number): string | undefined {
    return this.#seen.get(step);
  }

  title(step: number): string | undefined {
    return this.#titles.get(step);
  }

  address(step: number): string | undefined {
    return this.#addresses.get(step);
  }

  /** What stands in the field that is filled next. */
  fieldBefore(): string | undefined {
    return this.#field;
  }

  /** What the step entered in the case before; a person is asked in the first one. */
  async caseBefore(step: number): Promise<string> {
    const before = this.#run.before.get(step);
    if (before !== undefined) return before;
    if (this.#run.dryRun) return UNKNOWN + "what was entered last before this run" + "\u203a";
    return await this.#run.ask("\n" + this.place + "\nWhat was entered here last, before this run? ");
  }

  async open(step: Step): Promise<void> {
    await this.#do(step, "open " + this.#start(step.site), async (page) => {
      await page.goto(this.#start(step.site));
    });
  }

  async click(step: Step & { element: Element }): Promise<void> {
    await this.#do(step, "click " + said(step.element), async (page) => {
      const element = await this.#find(page, step.element, "button or link", step.pass);
      await element.click();
    });
  }

  async press(step: Step & { keys: string }): Promise<void> {
    await this.#do(step, "press " + step.keys, (page) => page.keyboard.press(step.keys));
  }

  async fill(step: Step & { element: Element; value: () => Value }): Promise<void> {
    this.#begin(step);
    if (this.#run.dryRun) this.#field = UNKNOWN + "what stands in the field\u203a";
    if (this.#run.dryRun) {
      const value = await step.value() ?? "";
      this.#remember(step.step, value);
      return await this.#do(step, "enter \"" + value + "\" into " + said(step.element), async () => {});
    }
    const page = await this.#page(step.site);
    await this.#check(page, step.before, "before");
    const element = await this.#find(page, step.element, "field", step.pass);
    this.#field = await textOf(element);
    const value = await step.value() ?? "";
    await this.#do({ ...step, before: undefined }, "enter", async () => {
      await enter(element, value);
      this.#remember(step.step, value);
    });
  }

  async read(step: Step & { element: Element }): Promise<void> {
    if (this.#run.dryRun) this.#seen.set(step.step, UNKNOWN + "read at step " + step.step + "\u203a");
    await this.#do(step, "read " + said(step.element), async (page) => {
      this.#seen.set(step.step, await textOf(await this.#find(page, step.element, "field", step.pass)));
    });
  }

  /** A step outside of the browser: its stub in desktop.ts, or what --desktop says. */
  async desktop(step: number, label: string, stub: (task: Case) => Promise<void>): Promise<void> {
    this.#begin({ step, label });
    if (this.#run.dryRun) return this.#say("outside of the browser");
    if (this.#run.desktop === "skip") return;
    if (this.#run.desktop === "ask") {
      const answer = await this.#run.ask("\n" + this.place + "\nDo this step, then press Enter (or type stop): ");
      if (/^stop$/i.test(answer)) throw new Stop("stopped by the person.");
      return;
    }
    await stub(this);
  }

  #cell(name: string, pass?: number): string {
    return this.#row[this.#header(name, pass)] ?? "";
  }

  #header(name: string, pass?: number): string {
    if (pass === undefined) return name in this.#row ? name : this.#header(name, 1);
    return pass === 1 && !(name + " 1" in this.#row) ? name : name + " " + pass;
  }

  #begin(at: { step: number; label: string }): void {
    this.#at = { step: at.step, label: at.label };
  }

  #say(what: string): void {
    console.log("  line " + this.#line + ", step " + this.#at.step + ": " + what);
  }

  #remember(step: number, value: string): void {
    this.#seen.set(step, value);
    if (!value.includes(UNKNOWN)) this.#run.before.set(step, value);
  }

  #start(site: string): string {
    const own = this.#row["address of " + site];
    const address = own !== undefined && own !== "" ? own : this.#run.settings.addresses[site] ?? "";
    if (address !== "" || this.#run.dryRun) return address;
    throw new Stop(
      "expected the address where a case begins in \"" + site + "\" but settings.json has none. Write it there, under " +
        "addresses, or in a column \"address of " + site + "\".",
    );
  }

  async #page(site: string): Promise<Page> {
    const known = this.#pages.get(site);
    if (known) return known;
    const page = await this.#run.context!.newPage();
    page.setDefaultTimeout(this.#run.settings.timeoutSeconds * 1000);
    this.#pages.set(site, page);
    await page.goto(this.#start(site));
    return page;
  }

  async #do(step: Step, what: string, act: (page: Page) => Promise<void>): Promise<void> {
    this.#begin(step);
    if (this.#run.dryRun) return this.#say(what + " in " + step.site);
    const page = await this.#page(step.site);
    await this.#check(page, step.before, "before");
    this.#titles.set(step.step, await page.title());
    this.#addresses.set(step.step, page.url());
    await act(page);
    await this.#check(page, step.after, "after");
  }

  /** Waits until the page is the screen by its title, its address or a heading. */
  async #check(page: Page, screen: Screen | undefined, when: string): Promise<void> {
    if (!screen) return;
    const heading = page.getByRole("heading", { name: pattern(screen.name) });
    const found = await this.#until(async () =>
      fits(await page.title(), screen.title) || fits(page.url().replace(/[?#].*$/, ""), screen.address) ||
      await heading.count() > 0
    );
    if (found) return;
    throw new Stop(
      "expected the screen \"" + screen.name + "\" " + when + " this step but found the title \"" + await page.title() +
        "\" at " + page.url() + ".",
    );
  }

  async #find(page: Page, element: Element, what: string, pass?: number): Promise<Locator> {
    const byRole = anyOf(element.names.flatMap((name) =>
      element.roles.map((role) => page.getByRole(role as "button", { name: pattern(name) }))
    ));
    const byLabel = anyOf(element.names.map((name) => page.getByLabel(pattern(name))));
    const byId = anyOf((element.ids ?? []).map((id) => {
      const quoted = JSON.stringify(id);
      return page.locator("[id=" + quoted + "], [name=" + quoted + "]");
    }));
    let found: Locator | undefined, count = 0;
    await this.#until(async () => {
      for (const candidate of [byRole, byLabel, byId]) {
        const visible = candidate?.filter({ visible: true });
        count = await visible?.count() ?? 0;
        if (count > 0) found = visible;
        if (count > 0) return true;
      }
      return false;
    });
    const name = said(element);
    if (!found) throw new Stop("expected a " + what + " " + name + " but " + await others(page, what) + renamed(what));
    if (count === 1) return found;
    if (pass !== undefined && pass <= count) return found.nth(pass - 1);
    throw new Stop("expected one " + what + " " + name + " but found " + count + " at " + page.url() + ".");
  }

  async #until(holds: () => Promise<boolean>): Promise<boolean> {
    const end = Date.now() + this.#run.settings.timeoutSeconds * 1000;
    for (;;) {
      if (await holds()) return true;
      if (Date.now() >= end) return false;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }

  /** Closes the pages of the case, each after it has loaded: one that is closed in between may never say that it is. */
  async close(): Promise<void> {
    const timeout = this.#run.settings.timeoutSeconds * 1000;
    for (const page of this.#pages.values()) {
      await page.waitForLoadState("load", { timeout }).catch(() => {});
      let timer: ReturnType<typeof setTimeout> | undefined;
      await Promise.race([page.close(), new Promise((resolve) => timer = setTimeout(resolve, timeout))]);
      clearTimeout(timer);
    }
  }
}
`;
