/** Each kind of click that the explorer answers, as a person does it. */
import type { Page } from "playwright-core";

/** Each does one click of its kind, at the place of that number. */
export const CLICKS: Record<string, (page: Page, at: number) => Promise<void>> = {
  "with an activity": (page, at) => fromMenu(page, `.tbx-activities li:nth-child(${1 + at % 8}) button`, 0),
  "without an activity": (page, at) => fromMenu(page, `.tbx-activities li:nth-child(${3 + at % 6}) button`, 1),
  "begins with": (page, at) => fromMenu(page, `.tbx-activities li:nth-child(${1 + at % 3}) button`, 2),
  "ends with": (page, at) => fromMenu(page, `.tbx-activities li:nth-child(${1 + at % 8}) button`, 3),
  "directly follows": (page, at) => fromArrow(page, at, 0),
  "eventually follows": (page, at) => fromArrow(page, at, 2),
  "variant": (page, at) => page.click(`.tbx-variants-list li:nth-child(${1 + at % 8}) button`),
  "time": (page, at) => brush(page, ".tbx-times .tbx-plot", 0.1 + 0.05 * (at % 9), 0.5 + 0.04 * (at % 9)),
  "throughput": (page, at) => brush(page, ".tbx-durations .tbx-plot", 0.04 * (at % 9), 0.4 + 0.06 * (at % 9)),
  "resource": (page, at) => fromMenu(page, `.tbx-people li:nth-child(${1 + at % 8}) button`, 0),
  "attribute": (page, at) => fromMenu(page, `.tbx-attributes li:nth-child(1) button`, at % 2),
};

async function fromMenu(page: Page, selector: string, item: number): Promise<void> {
  await page.locator(selector).first().click();
  await page.locator(".tbx-menu [role=menuitem]").nth(item).click();
}

/** The arrows between activities, the most frequent drawn last. */
async function fromArrow(page: Page, at: number, item: number): Promise<void> {
  await page.evaluate((at) => {
    const arrows = [...document.querySelectorAll<SVGElement>(".tb-edges [data-edge]")].reverse()
      .filter((arrow) => !arrow.querySelector("[stroke-dasharray]"));
    arrows[at % arrows.length]!.dispatchEvent(new MouseEvent("click", { bubbles: true, clientX: 300, clientY: 300 }));
  }, at);
  await page.locator(".tbx-menu [role=menuitem]").nth(item).click();
}

async function brush(page: Page, selector: string, from: number, to: number): Promise<void> {
  await page.locator(selector).scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await page.locator(selector).boundingBox())!;
  await page.mouse.move(x + from * width, y + height / 2);
  await page.mouse.down();
  await page.mouse.move(x + to * width, y + height / 2, { steps: 3 });
  await page.mouse.up();
}
