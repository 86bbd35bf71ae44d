/** What steps, their elements and screens are told by, and what a run knows: the beginning of `SUPPORT`. */
export const STEPS = String
  .raw`/** What every step needs: finding elements, checking screens, asking people, and saying where and why it stopped. */
import { createInterface } from "node:readline/promises";
import { stdin, stdout } from "node:process";
import type { BrowserContext, Locator, Page } from "playwright-core";

/** How an element is found: by role and name, then by label, then by id where no label was recorded. */
export interface Element {
  roles: string[];
  names: string[];
  ids?: string[];
}

export function field(...names: string[]): Element {
  return { names, roles: ["textbox", "combobox", "spinbutton", "searchbox", "checkbox", "radio", "listbox", "switch"] };
}

export function control(...names: string[]): Element {
  return {
    names,
    roles: ["button", "link", "menuitem", "tab", "option", "checkbox", "radio", "switch", "treeitem", "gridcell"],
  };
}

/** Constant beginning and end of a title or an address; without an end it is the whole. */
export interface Ends {
  start: string;
  end?: string;
}

export interface Screen {
  name: string;
  title?: Ends;
  address?: Ends;
}

export interface Step {
  step: number;
  label: string;
  site: string;
  /** Number of the pass in a loop, from 1. */
  pass?: number;
  /** Screen that has to be there before the step, and after it. */
  before?: Screen;
  after?: Screen;
}

export type Value = string | undefined | Promise<string | undefined>;

export interface Settings {
  /** Where each case begins, by application or site. */
  addresses: Record<string, string>;
  /** How long an element or a screen is waited for. */
  timeoutSeconds: number;
}

export interface Run {
  settings: Settings;
  dryRun: boolean;
  /** What to do at steps outside of the browser. */
  desktop: "stop" | "ask" | "skip";
  inputs: string;
  context: BrowserContext | undefined;
  /** Lines that were typed, and what asked for them. */
  ask: (question: string) => Promise<string>;
  /** What each step entered in the case before. */
  before: Map<number, string>;
}

/** Why a case does not go on. */
export class Stop extends Error {}

/** Stands for what is only known while it runs, in a dry run. */
const UNKNOWN = "\u2039";
`;
