/** An opportunity as the quadrant and the ranking below it draw it. */
import type { Range } from "../../taskmining/mod.ts";

export interface QuadrantBubble {
  readonly rank: number;
  readonly name: string;
  /** What stands beside the bubble. */
  readonly label: string;
  readonly days: number;
  readonly hours: Range;
  readonly size: number;
  /** Whether it is a part of a task. */
  readonly part: boolean;
  readonly hoursInWords: string;
  readonly payback: string;
  readonly firstThree: string;
  /** What the card says. */
  readonly facts: readonly (readonly [string, string])[];
}
