import { expect, test } from "vitest";
import { valueAt } from "../../src/base/column.ts";
import { interactionsFromTable } from "../../src/log/interactions/read_interactions.ts";
import { makeRedactor } from "../../src/privacy/redactor.ts";
import { readSigns, signsOf } from "../../src/privacy/detectors/text_traits.ts";
import { findSecrets, mayHoldSecret } from "../../src/privacy/detectors/secrets_in_text.ts";
import { findBirthDates, mayHoldBirthDate } from "../../src/privacy/detectors/birth_dates.ts";
import { findPostalAddresses, mayHoldAddress } from "../../src/privacy/detectors/postal_addresses.ts";
import { findTokens, mayHoldToken } from "../../src/privacy/detectors/tokens.ts";
import { inventedSecrets } from "../support/privacy/invented_secrets.ts";
import { maskedTitles } from "../support/privacy/masking.ts";
import { type InteractionRow, tableOf } from "../support/interactions.ts";

test.each(["app", "team", "action"] as const)("a name as %s of one row unmasks it nowhere", (role) => {
  for (const name of ["Sophie Zetterqvist", "Anneke Hoogland", "Rajesh Subramanian"]) {
    const rows: InteractionRow[] = Array.from({ length: 12 }, (_, at) => ({
      at,
      user: "u1",
      app: "ERP",
      team: "Desk",
      action: "click",
      window: `Order for ${name}`,
      value: at % 2 === 0 ? name : `memo for ${name.split(" ")[1]}`,
      ...(at === 11 ? { [role]: name } : {}),
    }));
    const log = interactionsFromTable(tableOf(rows), { privacy: { tags: "none" } });
    rows.forEach((_, i) => {
      expect(valueAt(log.attribute("window")!, i)).toBe("Order for [name]");
      if (i % 2 === 0) expect(valueAt(log.attribute("value")!, i)).toBe("[name]");
    });
  }
});

test("nor does the name of a user, or one that a field asked for", () => {
  const rows: InteractionRow[] = [
    { at: 0, user: "Quirina Featherstone", app: "Featherstone", action: "click", window: "Mail to Featherstone" },
    {
      at: 1,
      user: "Quirina Featherstone",
      app: "CRM",
      element: "Customer name",
      action: "edit",
      value: "Mairead Quilligan",
    },
    { at: 2, user: "Quirina Featherstone", app: "Quilligan", action: "edit", window: "see Mairead Quilligan" },
  ];
  const log = interactionsFromTable(tableOf(rows), { privacy: { tags: "none" } });
  expect([0, 2].map((i) => valueAt(log.attribute("window")!, i))).toEqual(["Mail to [name]", "see [name]"]);
});

test("dates of birth and addresses in fields for them are masked, other dates and texts stay", () => {
  const rows: InteractionRow[] = [
    { at: 0, app: "CRM", element: "Date of birth", action: "edit", value: "14.03.1978" },
    { at: 1, app: "CRM", element: "Delivery date", action: "edit", value: "15.03.2026" },
    { at: 2, app: "CRM", element: "Street", action: "edit", value: "Sunnyside 12" },
    { at: 3, app: "CRM", element: "E-mail address", action: "edit", value: "none given 12" },
    { at: 4, app: "CRM", element: "Geburtsdatum", action: "edit", value: "unknown" },
  ];
  const values = (privacy: object) => {
    const log = interactionsFromTable(tableOf(rows), { privacy: { tags: "none", ...privacy } });
    return rows.map((_, i) => valueAt(log.attribute("value")!, i));
  };
  expect(values({})).toEqual(["[birthdate]", "15.03.2026", "[address]", "none given 12", "unknown"]);
  expect(values({ birthDates: false, addresses: false })[0]).toBe("14.03.1978");
});

test("what stands around a secret is kept", () => {
  for (
    const [text, expected] of [
      ["Order 4711 for Sophie Becker - Mail", "Order 4711 for [name] - Mail"],
      ["Re: Dr. Hoffmann, invoice 12", "Re: Dr. [name], invoice 12"],
      ["Authorization: Bearer 7f3c9a1e5b2d4f6088aa", "Authorization: [token]"],
      ["password: Tr0ub4dor&3, then Enter", "password: [password], then Enter"],
      ["https://a.example/reset/9f8e7d6c5b4a39281706/form", "https://a.example/reset/[password]/form"],
      ["born 14.03.1978 in Graz", "born [birthdate] in Graz"],
      ["Call 030 901820-11 at 9", "Call [phone] at 9"],
      ["Herr der Ringe", "Herr der Ringe"],
      ["Password: required", "Password: required"],
      ["The password is stored safely", "The password is stored safely"],
      ["the password is geheim", "the password is [password]"],
    ] as const
  ) expect(maskedTitles([text])[0]).toBe(expected);
});

test("what a quick look at a text rules out cannot be found in it", () => {
  const redactor = makeRedactor();
  const signs = signsOf("");
  let looked = 0;
  for (const [kind, secrets] of Object.entries(inventedSecrets(7, 150))) {
    for (const { text } of secrets) {
      readSigns(text, signs);
      for (
        const [may, find] of [
          [mayHoldSecret, findSecrets],
          [mayHoldToken, findTokens],
          [mayHoldBirthDate, findBirthDates],
          [mayHoldAddress, findPostalAddresses],
        ] as const
      ) {
        if (find(text).length === 0) continue;
        looked++;
        expect(may(signs, text), `${kind}: ${text}`).toBe(true);
      }
      redactor.redact(text);
    }
  }
  expect(looked).toBeGreaterThan(500);
});
