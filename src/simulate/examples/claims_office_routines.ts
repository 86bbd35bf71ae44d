/** What claims handlers do on screen, step by step, in each of their tasks. */
import { chance, pick, type Random, uniformInteger } from "../../base/random.ts";

export type ClaimTask = "Take in a notice" | "Look into the policy" | "Phone the expert" | "Pay out";

/** One interaction, without its time and account. */
export interface ClaimAction {
  readonly program: string;
  readonly caption: string;
  readonly field: string;
  readonly what: "focus" | "input" | "press" | "clipboard_copy" | "clipboard_paste";
  readonly content: string;
}

export interface ClaimFacts {
  readonly claim: string;
  readonly policy: string;
  readonly holder: string;
  readonly amount: string;
}

export interface ClaimScript {
  /** Before the event's start, up to its completion, after it. */
  readonly lead: readonly ClaimAction[];
  readonly core: readonly ClaimAction[];
  readonly tail: readonly ClaimAction[];
}

export function claimScript(task: ClaimTask, facts: ClaimFacts, random: Random): ClaimScript {
  const { claim, policy, holder, amount } = facts;
  const file = on("SCHADEN.EXE", `${claim} | file`);
  const host = on("pcshost.exe", "HRB07 CONTRACT");
  switch (task) {
    case "Take in a notice":
      return {
        lead: [SCANS("LST_DOC", "press"), SCANS("PAGE", "focus"), SCANS("OCR_POL", "clipboard_copy", policy)],
        core: [
          INTAKE("F3_NEW", "press"),
          INTAKE("POLNO", "clipboard_paste", policy),
          INTAKE("INSURED", "input", holder),
          ...(chance(random, 0.4) ? [INTAKE("EST_AMT", "input", amount)] : []),
          INTAKE("F8_STORE", "press", claim),
        ],
        tail: [SCANS("ARCHIVE", "press", claim)],
      };
    case "Look into the policy":
      return {
        lead: [
          file("TAB_COVER", "focus"),
          file("POLNO", "clipboard_copy", policy),
          host("KEY", "clipboard_paste", policy),
          ...Array.from({ length: uniformInteger(random, 1, 4) }, () => host("PF8", "press")),
          host("LIMIT", "clipboard_copy", amount),
        ],
        core: [file("LIMIT", "clipboard_paste", amount), file("COVERED", "press"), file("F8_STORE", "press")],
        tail: [],
      };
    case "Phone the expert":
      return {
        lead: [
          on("Dialler", "Call")("NUMBER", "input", pick(random, ["ext 221", "ext 118"])),
          on("Dialler", "Call")("CALL", "press"),
          on("Notes", `Memo ${claim}`)("TEXT", "input", `visit for ${holder}`),
          on("Notes", `Memo ${claim}`)("SAVE", "press"),
        ],
        core: [],
        tail: [],
      };
    case "Pay out":
      return {
        lead: [WORK_QUEUE("ROW", "press", claim), file("TAB_PAY", "focus")],
        core: [
          file("AMOUNT", "input", amount),
          ...(chance(random, 0.25) ? [file("SPLIT", "press")] : []),
          file("RELEASE", "press"),
        ],
        tail: [LETTERS("TEMPLATE", "press", "pay-2"), LETTERS("REF", "input", claim), LETTERS("PRINT", "press")],
      };
  }
}

/** Things done in between that belong to no task. */
export function claimStray(random: Random): ClaimAction {
  return pick(random, [
    on("Dialler", "Missed calls")("LIST", "focus"),
    on("CANTINE", "Week")("PAGE", "focus"),
    WORK_QUEUE("RELOAD", "press"),
  ]);
}

type Form = (field: string, what: ClaimAction["what"], content?: string) => ClaimAction;

function on(program: string, caption: string): Form {
  return (field, what, content = "") => ({ program, caption, field, what, content });
}

const SCANS = on("ScanView", "Inbox of scans");
const INTAKE = on("SCHADEN.EXE", "Intake");
const WORK_QUEUE = on("SCHADEN.EXE", "Queue");
const LETTERS = on("Briefe", "Letter");
