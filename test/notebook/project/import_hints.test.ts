import { expect, test } from "vitest";
import { withoutInstallHint } from "../../../src/notebook/project/import_hints.ts";

/** As Deno 2.9.6 says it. */
const said = (name: string) =>
  `Import "${name}" not a dependency and not in import map from "file:///x/check-0.ts"
  hint: If you want to use the npm package, try running \`deno add npm:${name}\``;

test("the advice to add a package is left out, for names near to ours without another", () => {
  expect(withoutInstallHint(said("traceboook"))).toBe('No module is named "traceboook". Did you mean "tracebook"?');
  expect(withoutInstallHint(said("Tracebook"))).toBe('No module is named "Tracebook". Did you mean "tracebook"?');
  expect(withoutInstallHint(said("tracebook/viz"))).toBe(
    'No module is named "tracebook/viz". Everything is imported from "tracebook".',
  );
});

test("a part of tracebook is no module", () => {
  const unknown = "Unknown export './viz/map' for 'tracebook'.\n  Package exports:\n * .";
  expect(withoutInstallHint(unknown)).toBe(
    'No module is named "tracebook/viz/map". Everything is imported from "tracebook".',
  );
});

test("a package of npm is named as a cell can import it", () => {
  expect(withoutInstallHint(said("simple-statistics"))).toBe(
    'No module is named "simple-statistics". A package of npm is imported by its full name, "npm:simple-statistics".',
  );
});

test("other messages stay as they are", () => {
  const message = "Type 'number' is not assignable to type 'string'.\n  The expected type comes from property 'a'";
  expect(withoutInstallHint(message)).toBe(message);
});
