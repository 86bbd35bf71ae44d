/** The site or the application that the title of a window ends with. */
import { plainName } from "../application_classes.ts";
import { partsOf, titleOf } from "./title_parts.ts";

/**
 * A title parted into window and site, as labels name them: "Ticket # - HelpDesk" of a browser is "Ticket #" in
 * "HelpDesk". Other programs end titles with their own name, if anything: "Chat | # | Microsoft Teams".
 */
export function siteOf(
  title: string | undefined,
  app: string | undefined,
): { readonly container1: string | undefined; readonly site?: string } {
  if (title === undefined || app === undefined) return { container1: title };
  const { slots, separators } = partsOf(title);
  const site = slots.at(-1)!;
  if (slots.length < 2 || site.includes("#") || !/^\s+[-–—|]\s+$/u.test(separators.at(-1)!)) {
    return { container1: title };
  }
  if (app !== "browser" && !isNamedFor(site, plainName(app))) return { container1: title };
  return { container1: titleOf({ slots: slots.slice(0, -1), separators: separators.slice(0, -1) }), site };
}

/** "Microsoft Teams" for `ms-teams`, "SAP" for `saplogon`. */
function isNamedFor(site: string, app: string): boolean {
  return site.toLowerCase().split(/[^\p{L}\p{N}]+/u).some((word) => word.length >= 3 && app.includes(word));
}
