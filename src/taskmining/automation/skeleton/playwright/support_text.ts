/**
 * The part of a skeleton that is the same for every task: it finds elements, checks screens, asks people, and says where it
 * stopped. It stands here as a text because it runs where Tracebook is not; test/interop/skeleton.test.ts runs it.
 */
import { CASE } from "./support/case_text.ts";
import { PAGE } from "./support/page_text.ts";
import { STEPS } from "./support/steps_text.ts";

export const SUPPORT = [STEPS, CASE, PAGE].join("\n");
