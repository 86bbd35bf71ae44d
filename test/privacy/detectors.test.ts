import { expect, test } from "vitest";
import { findIbans, isIban } from "../../src/privacy/detectors/bank_accounts.ts";
import { findCardNumbers, isCardNumber } from "../../src/privacy/detectors/card_numbers.ts";
import { findEmails } from "../../src/privacy/detectors/emails.ts";
import { findNationalIds } from "../../src/privacy/detectors/national_ids.ts";
import { asksForPhone, findPhoneNumbers } from "../../src/privacy/detectors/phone_numbers.ts";
import { plainViews } from "../../src/privacy/detectors/plain_view.ts";
import { makeRedactor } from "../../src/privacy/redactor.ts";
import { asksForPassword } from "../../src/privacy/detectors/secret_words.ts";
import { random } from "../support/random.ts";

const redactor = makeRedactor();
const masked = (text: string) => redactor.redact(text)?.text ?? text;

/** ISO 13616: the check digits that make the remainder by 97 equal 1, over big integers. */
function ibanOf(country: string, account: string): string {
  const number = [...`${account}${country}00`].map((c) => parseInt(c, 36)).join("");
  return `${country}${String(98n - BigInt(number) % 97n).padStart(2, "0")}${account}`;
}

const LENGTHS = { DE: 22, GB: 22, FR: 27, NL: 18, NO: 15, MT: 31, CH: 21, PL: 28, ES: 24, IT: 27, AT: 20, SE: 24 };

test("valid account numbers are found as they are written; one wrong digit makes them none", () => {
  const { below, pick } = random(11);
  for (let i = 0; i < 500; i++) {
    const country = pick(Object.keys(LENGTHS)) as keyof typeof LENGTHS;
    const account = Array.from(
      { length: LENGTHS[country] - 4 },
      () => pick([..."0123456789", ...(below(3) ? [] : ["A", "Z"])]),
    ).join("");
    const iban = ibanOf(country, account);
    expect(isIban(iban)).toBe(true);
    const written = pick([
      iban,
      iban.toLowerCase(),
      iban.replace(/(.{4})(?=.)/g, "$1 "),
      iban.replace(/(.{4})(?=.)/g, "$1-"),
      iban.replace(/(.{4})(?=.)/g, "$1\u00a0"),
    ]);
    const text = `${pick(["", "pay ", "(", "iban=", "IBAN: "])}${written}${pick(["", " today", ")", "&x=1", "."])}`;
    expect(masked(text), text).toBe(text.replace(written, "[iban]"));
    const at = 4 + below(iban.length - 4);
    const wrong = iban.slice(0, at) + (iban[at] === "7" ? "8" : "7") + iban.slice(at + 1);
    if (wrong !== iban) expect(findIbans(wrong)).toEqual([]);
  }
});

function luhnDigit(digits: string): number {
  const sum = [...digits].reverse().reduce((all, digit, i) => {
    const value = Number(digit) * (i % 2 === 0 ? 2 : 1);
    return all + (value > 9 ? value - 9 : value);
  }, 0);
  return (10 - sum % 10) % 10;
}

test("card numbers of all issuers are found in their groups; other check digits make them none", () => {
  const { below, pick } = random(12);
  const issuers: [string, number][] = [
    ["4", 16],
    ["51", 16],
    ["2221", 16],
    ["2720", 16],
    ["34", 15],
    ["37", 15],
    ["36", 14],
    ["6011", 16],
    ["3530", 16],
    ["62", 19],
  ];
  for (let i = 0; i < 500; i++) {
    const [prefix, length] = pick(issuers);
    const digits = prefix + Array.from({ length: length - prefix.length - 1 }, () => below(10)).join("");
    const card = digits + luhnDigit(digits);
    expect(isCardNumber(card)).toBe(true);
    const groups = length === 15 ? /^(.{4})(.{6})(.{5})$/ : length === 14 ? /^(.{4})(.{6})(.{4})$/ : /(.{4})(?=.)/g;
    const spaced = length === 15 || length === 14 ? card.replace(groups, "$1 $2 $3") : card.replace(groups, "$1 ");
    const written = pick([
      card,
      spaced,
      spaced.replaceAll(" ", "-"),
      spaced.replaceAll(" ", "%20"),
      spaced.replaceAll(" ", "+"),
    ]);
    const text = `${pick(["", "card ", "pan="])}${written}${pick(["", ", exp. 12/27", "&x"])}`;
    expect(masked(text), text).toBe(text.replace(written, "[card]"));
    const other = digits + (luhnDigit(digits) + 1 + below(9)) % 10;
    expect(findCardNumbers(other)).toEqual([]);
  }
});

test("addresses are found in any script, address or markup, however long the text", () => {
  for (
    const address of [
      "ada@example.com",
      "ADA.LOVELACE@EXAMPLE.CO.UK",
      "a+b_c-d%e@sub.example.org",
      "o'neil@example.ie",
      "jürgen@münchen.example",
      "用户@例子.公司",
      "x@xn--mnchen-3ya.example",
      "ada (at) example.com",
      "ada[at]example[dot]com",
    ]
  ) {
    for (
      const [before, after] of [["", ""], ["Mail to ", " - Outlook"], ["<", ">"], ["mailto:", "?subject=x"], [
        "(",
        ").",
      ]] as const
    ) {
      const text = before + address + after;
      expect(masked(text), text).toBe(`${before}[email]${after}`);
    }
  }
  for (const none of ["@", "a@", "@b", "user@localhost", "5 @ 3.50", "meet @ noon", "@media screen"]) {
    expect(findEmails(none), none).toEqual([]);
  }
  const long = "a".repeat(200_000) + "@".repeat(2000);
  expect(findEmails(long)).toEqual([]);
});

test("telephone numbers of many countries, international and national", () => {
  for (
    const phone of [
      "+49 30 901820",
      "+49 (0)30 901820",
      "+49(30)901820",
      "0049 30 901820",
      "+4915123456789",
      "+1 212 555 0123",
      "+1-212-555-0123",
      "+44 20 7946 0958",
      "+44 7700 900123",
      "+33 1 23 45 67 89",
      "+34 912 345 678",
      "+39 06 1234 5678",
      "+31 6 12345678",
      "+41 44 668 18 00",
      "+43 1 5880430",
      "+46 8 123 456 78",
      "+48 22 123 45 67",
      "+81 3-1234-5678",
      "+86 138 0013 8000",
      "+91 98765 43210",
      "+55 11 91234-5678",
      "+61 2 9876 5432",
      "+353 1 234 5678",
      "+420 234 567 890",
      "+971 4 123 4567",
      "(212) 555-0123",
      "212-555-0123",
      "212.555.0123",
      "030 / 901820-0",
      "030-9018201",
      "(030) 9018201",
      "0171 2345678",
      "0171/2345678",
      "01712345678",
      "01 23 45 67 89",
      "01.23.45.67.89",
      "0612345678",
      "020 7946 0958",
      "07700 900123",
      "07700900123",
      "06-12345678",
      "043-512-4834",
    ]
  ) {
    for (const [before, after] of [["", ""], ["Call ", " today"], ["(", ")"], ["q=", "&n=1"]] as const) {
      const text = before + phone + after;
      expect(masked(text), text).toBe(`${before}[phone]${after}`);
    }
  }
  for (
    const text of ["Tel. 901820", "phone: 5551234567", '"mobile":"5551234567"', "Fax 9018 20-11", "tel:5551234567"]
  ) {
    expect(masked(text), text).toContain("[phone]");
  }
  for (const field of ["phone", "txtPhone", "Telefonnummer", "customer_tel", "Mobile no", "Handy", "Téléphone"]) {
    expect(asksForPhone(field), field).toBe(true);
  }
  for (const field of ["hotel", "intelligence", "total", "telling", "platform"]) {
    expect(asksForPhone(field), field).toBe(false);
  }
});

test("one number is the same however it is written", () => {
  const keys = ["+49 30 9018201", "0049 (0)30 9018201", "030/9018201", "(030) 901-8201"].map((text) =>
    findPhoneNumbers(text)[0]!.key
  );
  expect(new Set(keys).size).toBe(1);
});

test("order numbers, amounts, dates, times, rows and other numbers stay", () => {
  for (
    const text of [
      "4711",
      "4500012345",
      "0000123456",
      "0045001234",
      "0100012345",
      "PO-4500012345",
      "Order 20250203-0017",
      "INV-2025-000123",
      "2025-02-03",
      "03.02.2025",
      "03.02.2025 08:30",
      "3/2/2025",
      "2025-02-03T08:00:00Z",
      "2025-02-03 08:00:00.123+01:00",
      "20250203080000",
      "1738569600000",
      "1738569600000000",
      "1,234,567.89",
      "1.234.567,89",
      "+12,50",
      "+1 200 500",
      "+250000 EUR",
      "12.50",
      "-0.123456789",
      "0.4111111111111111",
      "A1:C99",
      "$B$7",
      "Row 1048576",
      "192.168.178.100",
      "10.0.0.1",
      "ISBN 978-3-16-148410-0",
      "4006381333931",
      "550e8400-e29b-41d4-a716-446655440000",
      "a3f5c2d1e4b6978812345678",
      "12:34:56",
      "08.30 - 09.45",
      "v1.2.3",
      "R2D2",
      "100 000 000",
      "12 345 678 901",
      "DE123456789",
      "Sheet1",
      "VA01",
      "value336",
      "01/2025-00123",
      "12345-67890",
      "99,95 EUR 17",
      "1234567890123456",
      "7000000000000000",
      "0815-4711",
      "page 12 of 345678",
      "7 x 24",
      "Passenger list",
      "Sales order 12345678 (2025)",
    ]
  ) expect(masked(text), text).toBe(text);
});

test("how many plain numbers are taken for something personal", () => {
  const { below } = random(5);
  const number = (length: number) =>
    String(1 + below(9)) + Array.from({ length: length - 1 }, () => below(10)).join("");
  for (let length = 1; length <= 10; length++) {
    for (let i = 0; i < 2000; i++) {
      const text = number(length);
      expect(masked(text), text).toBe(text);
    }
  }
  // Card numbers and tax ids are told by their check digits alone.
  for (const length of [11, 12, 13, 14, 15, 16, 17, 18]) {
    let hits = 0;
    for (let i = 0; i < 2000; i++) {
      if (masked(number(length)) !== number(0)) {
        hits += redactor.redact(number(length)) ? 1 : 0;
      }
    }
    expect(hits / 2000, `${length} digits`).toBeLessThan(0.05);
  }
});

test("national ids by their check digits", () => {
  for (
    const id of [
      "86095742719",
      "65929970489",
      "65 929 970 489",
      "15070649C103",
      "AB123456C",
      "QQ 12 34 56 C".replace("QQ", "JG"),
      "078-05-1120",
      "255081416802538",
      "2 55 08 14 168 025 38",
      "12345678Z",
      "X1234567L",
      "RSSMRA85T10A562S",
      "811228-9874",
      "131052-308T",
      "756.1234.5678.97",
      "111.444.777-35",
      "2341 2341 2346",
    ]
  ) {
    expect(findNationalIds(`ID ${id} given`).length, id).toBeGreaterThan(0);
    expect(masked(id), id).toBe("[id]");
  }
  for (const text of ["PESEL: 44051401359", "BSN 111222333"]) expect(masked(text), text).toContain("[id]");
  for (
    const wrong of [
      "86095742718",
      "255081416802539",
      "12345678A",
      "RSSMRA85T10A562T",
      "811228-9875",
      "756.1234.5678.98",
      "111.444.777-36",
      "2341 2341 2347",
      "44051401359",
    ]
  ) {
    expect(findNationalIds(wrong), wrong).toEqual([]);
  }
});

test("what a text says is found in every way of writing it, and its place is right", () => {
  const { below, pick } = random(9);
  const encode = [
    (c: string) => c,
    (c: string) =>
      [...new TextEncoder().encode(c)].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`).join(""),
    (c: string) => `&#${c.codePointAt(0)};`,
    (c: string) => `&#x${c.codePointAt(0)!.toString(16)};`,
    (c: string) => c.length === 1 ? `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}` : c,
  ];
  for (let i = 0; i < 500; i++) {
    const secret = pick(["jürgen.o@example.com", "DE89370400440532013000", "4111111111111111", "+493090182644"]);
    const way = pick(encode);
    const written = [...secret].map((c) => below(3) === 0 || !/[\w.]/.test(c) ? way(c) : c).join("");
    const text = `before ${written} after`;
    expect(masked(text), text).toMatch(/^before \[(email|iban|card|phone)\] after$/);
  }
  for (const text of ["plain", "100 % sure", "a&b", "C:\\new\\table", "50%off", "%zz", "%E4"]) {
    const last = plainViews(text).at(-1)!;
    if (!last.from) expect(last.text).toBe(text);
    else last.from.forEach((from, k) => expect(from).toBeLessThan(last.to![k]!));
  }
});

test("secrets in addresses, forms and markup", () => {
  for (
    const [text, expected] of [
      ["https://ada:hunter22@ftp.example/x", "https://[password]/x"],
      [
        "https://a.example/login?user=x&password=hunter22&y=1",
        "https://a.example/login?user=x&password=[password]&y=1",
      ],
      ["https://a.example/#access_token=ey.J.x", "https://a.example/#access_token=[password]"],
      ["Passwort: hunter22", "Passwort: [password]"],
      ['{"password":"hunter22"}', '{"password":"[password]"}'],
      ['<input type="password" value="hunter22">', '<input type="password" value="[password]">'],
    ] as const
  ) expect(masked(text), text).toBe(expected);
  for (
    const field of [
      "password",
      "Passwort",
      "pwd",
      "user_pin",
      "PIN",
      "txtPassword",
      "Kennwort",
      "CVV",
      "mot de passe",
      "passwd",
    ]
  ) {
    expect(asksForPassword(field), field).toBe(true);
  }
  for (const field of ["shipping", "Pinboard", "compass", "Passenger", "opinion", "Order"]) {
    expect(asksForPassword(field), field).toBe(false);
  }
});

test("what is masked stays as it is when it is masked again", () => {
  const tag = () => "bcdfghjk";
  for (
    const text of [
      "Mail ada@example.com or call +49 30 901820",
      "password=hunter22&iban=DE89370400440532013000",
      "Tel. 901820, PIN: 1234",
    ]
  ) {
    for (const mark of [undefined, tag]) {
      const once = redactor.redact(text, mark)!.text;
      expect(redactor.redact(once, mark), once).toBeUndefined();
    }
  }
});

test("own patterns and switches", () => {
  const own = makeRedactor({
    redact: [{ name: "customer", pattern: "C\\d{5}" }, { name: "plate", pattern: /b-[a-z]{2} \d+/i }],
    emails: false,
  });
  expect(own.redact("C11354 drives B-XY 123, mail a@example.com")?.text).toBe(
    "[customer] drives [plate], mail a@example.com",
  );
});
