import { describe, expect, test } from "vitest";
import type { Column, TextColumn } from "../../../src/base/column.ts";
import { typedColumns, type TypingOptions } from "../../../src/io/bytes/typed_columns.ts";
import { isRounded } from "../../../src/io/numbers/number_text.ts";
import { ReadingReport } from "../../../src/io/report/reading_report.ts";
import { randomOf } from "../csv/csv_cases.ts";

function textColumn(name: string, texts: readonly string[]): TextColumn {
  const dictionary = [...new Set(texts)];
  return { kind: "text", name, codes: Int32Array.from(texts, (text) => dictionary.indexOf(text)), dictionary };
}

/** Columns a, b, … of one file, typed. */
function typed(columns: readonly (readonly string[])[], options: TypingOptions = {}) {
  const report = new ReadingReport();
  const where = { name: "f.csv", lineOf: (row: number) => row + 2 };
  const result = typedColumns(columns.map((texts, i) => textColumn("abcd"[i]!, texts)), options, where, report);
  return {
    columns: result.map((column: Column) => column.kind === "number" ? [...column.values] : column.kind),
    found: report.findings.filter(({ rule }) => rule === "number format"),
    report,
  };
}

describe("one column tells its convention", () => {
  test.each<[texts: string[], values: number[], words: RegExp]>([
    [["1.159,82", "99,00", "10.000,00"], [1159.82, 99, 10000], /decimal comma, thousands by point$/],
    [["1,234.50", "99.00", "10,000.00"], [1234.5, 99, 10000], /decimal point, thousands by comma$/],
    [["1'234.50", "99.00"], [1234.5, 99], /decimal point, thousands by apostrophe$/],
    [["1’234’567,5", "1,25"], [1234567.5, 1.25], /decimal comma, thousands by apostrophe$/],
    [["1 234,50", "99,00"], [1234.5, 99], /decimal comma, thousands by space$/],
    [["1\u00a0234,50", "1\u00a0000\u00a0000,00"], [1234.5, 1e6], /decimal comma, thousands by space$/],
    [["1\u202f234,50", "7,00"], [1234.5, 7], /decimal comma, thousands by space$/],
    [["1.234,50-", "2,00"], [-1234.5, 2], /a minus behind the number$/],
    [["(1,234.50)", "2.00"], [-1234.5, 2], /numbers below zero in parentheses$/],
    [["-1.234,50", "\u22122,00"], [-1234.5, -2], /decimal comma, thousands by point$/],
    [["1.234,50 €", "-5,00 €"], [1234.5, -5], /€ left out$/],
    [["EUR 1,234.50", "EUR 0.99"], [1234.5, 0.99], /EUR left out$/],
    [["$1,234.50", "-$5.00", "($7.25)"], [1234.5, -5, -7.25], /\$ left out, numbers below zero in parentheses$/],
    [["CHF 1'234.–", "CHF 5.50"], [1234, 5.5], /CHF left out$/],
    [["99,- €", "1.299,- €", "5,50 €"], [99, 1299, 5.5], /decimal comma, thousands by point, € left out$/],
    [["12,5 %", "7 %"], [12.5, 7], /percent, so that 12 % is 12$/],
    [["10%", "20%"], [10, 20], /percent/],
    [["1,23,456.50", "12,34,567.00"], [123456.5, 1234567], /thousands by comma$/],
    [["1,234,567", "1,234"], [1234567, 1234], /thousands by comma$/],
    [["1.234.567", "89.000"], [1234567, 89000], /thousands by point$/],
    [["0,125", "0,5"], [0.125, 0.5], /decimal comma$/],
    [[",5", "1,25"], [0.5, 1.25], /decimal comma$/],
    [["1234,567", "2,000"], [1234.567, 2], /decimal comma$/],
    [["1,5E+03", "2,25"], [1500, 2.25], /decimal comma$/],
  ])("%j", (texts, values, words) => {
    const { columns, found } = typed([texts]);
    expect(columns).toEqual([values]);
    expect(found).toHaveLength(1);
    expect(found[0]!.example).toMatch(/^f\.csv, line \d+, column "a": ".*" is read as -?[\d.]+: /);
    expect(found[0]!.example).toMatch(words);
  });
});

describe("stays text", () => {
  test.each<[texts: string[], why: RegExp | undefined]>([
    [["1,234", "5,678"], /"1,234" may be 1234 or 1\.234, and nothing in the file tells which\. Give --decimal comma/],
    [["1.234,50", "1,234.50"], /the other way round; the column is kept as text/],
    [["5 €", "7 $"], /"5 €" and "7 \$" are of different units/],
    [["10%", "0.2"], /of different units/],
    [["12.345.678", "87.654.321"], /equally many digits, as ids have/],
    [["555 123 456", "555 123 457"], /equally many digits, as ids have/],
    [["(1)", "(2)"], /a number below zero or a label/],
    [["01234", "1,5"], undefined],
    [["+49 30", "1,5"], undefined],
    [["9007199254740993", "1,5"], undefined],
    [["10.0.0.1", "10.0.0.2"], undefined],
    [["1.2.3", "1.2.4"], undefined],
    [["12.34,56", "1,5"], undefined],
    [["1,2,3", "4,5"], undefined],
    [["A 12", "B 7"], undefined],
    [["12E5", "13E5"], undefined],
    [["1,5", "n/a"], undefined],
    [["--5", "1,5"], undefined],
    [["$5€", "1,5"], undefined],
  ])("%j", (texts, why) => {
    const { columns, found } = typed([texts]);
    expect(columns).toEqual(["text"]);
    if (why) expect(found[0]!.example).toMatch(why);
    else expect(found).toEqual([]);
  });
});

describe("the file's other columns tell what one leaves open", () => {
  test("a comma between thousands, or as the decimal mark", () => {
    expect(typed([["1,234", "2,500"], ["1,5", "2,25"]]).columns[0]).toEqual([1.234, 2.5]);
    expect(typed([["1,234", "2,500"], ["1.5", "2.25"]]).columns[0]).toEqual([1234, 2500]);
    expect(typed([["1,234", "2,500"], ["1.5", "2.25"], ["1,5", "7,25"]]).columns[0]).toBe("text");
  });

  test("a point between thousands, beside decimal commas", () => {
    const { columns, found } = typed([["1.234", "250"], ["1.159,82", "99,00"]]);
    expect(columns).toEqual([[1234, 250], [1159.82, 99]]);
    expect(found).toEqual([{
      rule: "number format",
      count: 3,
      example: 'f.csv, line 2, column "a": "1.234" is read as 1234: decimal comma, thousands by point; ' +
        'line 2, column "b": "1.159,82" is read as 1159.82: decimal comma, thousands by point',
    }]);
  });

  test("a point alone is the decimal mark, and it is said that nothing tells it", () => {
    const { columns, found } = typed([["1.234", "2.500"]]);
    expect(columns).toEqual([[1.234, 2.5]]);
    expect(found[0]!.example).toMatch(/is read as 1\.234: .* Nothing in the file tells it/);
    for (const more of ["0.5", "1234", "1.25"]) expect(typed([["1.234", more]]).found).toEqual([]);
  });

  test("or the option does", () => {
    expect(typed([["1,234"]], { decimal: "comma" }).columns).toEqual([[1.234]]);
    expect(typed([["1,234"]], { decimal: "point" }).columns).toEqual([[1234]]);
    expect(typed([["1.234"]], { decimal: "comma" }).columns).toEqual([[1234]]);
    // What the column tells is not overruled.
    expect(typed([["1,234.5"]], { decimal: "comma" }).columns).toEqual([[1234.5]]);
  });
});

test("what Intl writes is read back, in any locale", () => {
  const random = randomOf(3);
  const numbers = Array.from({ length: 60 }, (_, i) => (random(2_000_000_000) - 1e9) / 10 ** (i % 6) | 0).map((n, i) =>
    i === 0 ? 1234567.25 : n + random(100) / 100
  );
  for (const locale of ["en", "de", "fr", "de-CH", "de-AT", "en-IN", "sv", "nl", "pl", "es", "it", "pt-BR", "cs"]) {
    for (
      const options of [{}, { style: "currency", currency: "EUR" }, {
        style: "currency",
        currency: "EUR",
        currencySign: "accounting",
      }] as const
    ) {
      const format = new Intl.NumberFormat(locale, {
        minimumFractionDigits: 2,
        maximumFractionDigits: 2,
        ...options,
      });
      const texts = numbers.map((n) => format.format(n));
      expect([locale, texts[0], ...typed([texts]).columns]).toEqual([
        locale,
        texts[0],
        numbers.map((n) => Number(n.toFixed(2))),
      ]);
    }
  }
});

test("numbers with more digits than a double holds are told", () => {
  expect(["0.1", "0.10000000000000001", "0.30000000000000004", "1234567.8900000000", "5e-324"].filter(isRounded))
    .toEqual([]);
  expect(["33.333333333333333333", "90071992547409.931", "0.123456789012345678"].filter(isRounded)).toHaveLength(3);
  const { columns, report } = typed([["33.333333333333333333", "1.5"]]);
  expect(columns).toEqual([[33.333333333333336, 1.5]]);
  expect(report.findings).toEqual([{
    rule: "number rounded",
    count: 1,
    example: 'f.csv, line 2, column "a": "33.333333333333333333" has more digits than a number holds and is read as ' +
      "33.333333333333336",
  }]);
});

test.each([[["8.00000E+17", "8.00001E+17"]], [["8,00000E+17", "8,00001E+17"]], [["8E+17", "9E+17"]]])(
  "digits that a spreadsheet dropped are told: %j",
  (texts) => {
    const { report } = typed([texts]);
    expect(report.findings.find(({ rule }) => rule === "digits lost")).toMatchObject({
      count: 2,
      example: expect.stringMatching(/^f\.csv, line 2, column "a": "8.*E\+17" is in scientific notation/),
    });
  },
);
