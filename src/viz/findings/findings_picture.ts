/** Findings in rows: figure, words, bars; on a phone one below the other. */
import { textWidth } from "../../base/text_width.ts";
import type { KeyFinding } from "../../mining/mod.ts";
import { chartFrame, isNarrow, TEXT } from "../kit/chart_frame.ts";
import type { Markup } from "../kit/markup.ts";
import { mark } from "../kit/svg.ts";
import { clipText } from "../kit/fit_text.ts";
import { wrapLines } from "../kit/wrap_text.ts";

const LINE = 17, FIGURE = 24, QUESTION = 14, PAD = 16;
/** Columns of the wide picture. */
const FIGURES = 190, BARS = 240, GAP = 26;
const BAR = 10, BAR_ROW = 34;

/** What is drawn downwards from a place, and where it ends. */
interface Drawn {
  readonly marks: readonly Markup[];
  readonly bottom: number;
}

export function findingsPicture(rows: readonly KeyFinding[], width: number): Markup {
  const marks: Markup[] = [];
  let y = 0;
  rows.forEach((row, i) => {
    if (i > 0) {
      marks.push(mark("line", { x1: 0, x2: width, y1: y + 0.5, y2: y + 0.5, class: "tbc-line" }));
      y += PAD;
    }
    const drawn = isNarrow(width) ? narrowRow(row, y, width) : wideRow(row, y, width);
    marks.push(...drawn.marks);
    y = drawn.bottom + PAD;
  });
  return chartFrame(width, y - PAD, marks);
}

function wideRow(row: KeyFinding, y: number, width: number): Drawn {
  const words = FIGURES + GAP, room = width - words - BARS - GAP;
  const drawn = [
    drawFigure(row, y, FIGURES),
    drawWords(row, words, y, row.bars.length > 0 ? room : width - words),
    drawBars(row, width - BARS, y, BARS),
  ];
  return { marks: drawn.flatMap(({ marks }) => marks), bottom: Math.max(...drawn.map(({ bottom }) => bottom)) };
}

function narrowRow(row: KeyFinding, y: number, width: number): Drawn {
  const question = drawQuestion(row, 0, y, width);
  const figure = row.found ? drawFigure(row, question.bottom + 6, width) : { marks: [], bottom: question.bottom };
  const words = drawSentence(row, 0, figure.bottom + 6, width);
  const bars = row.bars.length === 0 ? { marks: [], bottom: words.bottom } : drawBars(row, 0, words.bottom + 10, width);
  return { marks: [question, figure, words, bars].flatMap(({ marks }) => marks), bottom: bars.bottom };
}

function drawFigure({ figure, measures, found }: KeyFinding, y: number, width: number): Drawn {
  const lines = wrapLines(measures, TEXT, width, 5);
  return {
    marks: [
      mark("text", {
        x: 0,
        y: y + 20,
        class: `${found ? "tbc-ink" : "tbc-muted"} tbc-num`,
        "font-size": FIGURE,
        "font-weight": 600,
      }, figure),
      ...lines.map((line, i) => mark("text", { x: 0, y: y + 40 + i * (LINE - 1), class: "tbc-muted" }, line)),
    ],
    bottom: y + 28 + lines.length * (LINE - 1),
  };
}

function drawWords(row: KeyFinding, x: number, y: number, width: number): Drawn {
  const question = drawQuestion(row, x, y, width);
  const sentence = drawSentence(row, x, question.bottom + 4, width);
  return { marks: [...question.marks, ...sentence.marks], bottom: sentence.bottom };
}

function drawQuestion({ question }: KeyFinding, x: number, y: number, width: number): Drawn {
  const lines = wrapLines(question, QUESTION, width / 1.11, 2);
  return {
    marks: lines.map((line, i) =>
      mark("text", {
        x,
        y: y + 14 + i * LINE,
        class: "tbc-ink",
        "font-size": QUESTION,
        "font-weight": 600,
      }, line)
    ),
    bottom: y + 14 + (lines.length - 1) * LINE + 3,
  };
}

function drawSentence({ sentence, found }: KeyFinding, x: number, y: number, width: number): Drawn {
  const lines = wrapLines(sentence, TEXT, width, 14);
  return {
    marks: lines.map((line, i) =>
      mark("text", { x, y: y + 13 + i * LINE, class: found ? "tbc-ink" : "tbc-muted" }, line)
    ),
    bottom: y + lines.length * LINE,
  };
}

/** Name and value above each bar. */
function drawBars({ bars, barsOf }: KeyFinding, x: number, y: number, width: number): Drawn {
  const most = barsOf === "shares" ? 1 : Math.max(...bars.map(({ value }) => value), 1e-12);
  return {
    marks: bars.map(({ name, value, words, main }, i) => {
      const top = y + i * BAR_ROW;
      const shape = { x, y: top + 17, height: BAR, rx: 2 };
      return mark(
        "g",
        {},
        mark("title", {}, `${name}\n${words}`),
        mark("rect", { x, y: top, width, height: BAR_ROW, fill: "#ffffff", "fill-opacity": 0 }),
        mark("text", { x, y: top + 12, class: "tbc-muted" }, clipText(name, TEXT, width - textWidth(words, TEXT) - 12)),
        mark("text", { x: x + width, y: top + 12, class: "tbc-ink tbc-num", "text-anchor": "end" }, words),
        mark("rect", { ...shape, width, class: "tbc-track", opacity: 0.5 }),
        mark("rect", {
          ...shape,
          width: Math.max(1, Math.min(1, value / most) * width),
          class: main ? "tbc-bar" : "tbc-aside",
        }),
      );
    }),
    bottom: y + bars.length * BAR_ROW - (bars.length > 0 ? 6 : 0),
  };
}
