// @slow: reads files of 200 MB
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { columnNamed, valueAt } from "../../src/base/column.ts";
import { InputError } from "../../src/base/errors.ts";
import { readXesTable } from "../../src/io/xes/xes.ts";
import { rowsOf } from "./xes/xes_random.ts";

const FOLDER = decodeURIComponent(new URL("./broken/", import.meta.url).pathname);
const encoder = new TextEncoder();

async function errorOf(reading: Promise<unknown>): Promise<string> {
  const error = await reading.then(() => undefined, (error) => error);
  expect(error).toBeInstanceOf(InputError);
  return error.message;
}

const CUT = "It was cut off: copy or export it again.";
const NOTHING_AFTER = "expected the end of the file after its last element but found";
const NO_ENTITIES =
  "expected no definitions of entities but found <!ENTITY …>. They are refused, because a few lines of " +
  "them can stand for gigabytes. Replace them by their text and take the definition out.";
const reference = (found: string) =>
  `expected one of &amp; &lt; &gt; &quot; &apos; or a number such as &#233; but found ${found}. ` +
  'An "&" by itself is written as &amp;.';
const read = (events: number) => `\nUp to there ${events} event${events === 1 ? " was" : "s were"} read.`;

/** Files that cannot be read, and what is said of them after their name. */
const REFUSED: Record<string, string> = {
  "attributes_run_together.xes": ', line 6, byte 142: expected a space, "/>" or ">" but found "value=\\"a\\"/>".' +
    read(0),
  "attribute_twice.xes": ', line 6, byte 143: expected each attribute of a tag once but found "key" again.' + read(0),
  "bare_ampersand.xes": `, line 6, byte 151: ${reference('"&D"')}` + read(0),
  "billion_laughs.xes": `, line 3, byte 40: ${NO_ENTITIES}`,
  "control_character.xes":
    ", line 6, byte 151: expected text but found the control character 0x01, which XML does not allow." + read(0),
  "cut_between_events.xes":
    `, line 9, byte 232: expected </trace> (its <trace> is on line 3) but the file ends. ${CUT}` + read(1),
  "cut_in_a_comment.xes":
    `, line 2, byte 6: expected the end of the tag or comment that begins with "<!-- never ends" but the file ends. ${CUT}`,
  "cut_in_a_tag.xes":
    ', line 10, byte 250: expected the end of the tag or comment that begins with "<string key=\\"concept:nam"… ' +
    `but the file ends. ${CUT}` + read(1),
  "empty.xes": ": expected XES but the file is empty.",
  "end_tag_too_many.xes": ", line 15, byte 384: expected a start tag but found </log>." + read(2),
  "entity_from_a_file.xes": `, line 2, byte 38: ${NO_ENTITIES}`,
  "event_in_event.xes": ", line 6, byte 114: expected attributes or an end tag within <event> but found <event>." +
    read(0),
  "less_in_a_value.xes":
    ', line 6, byte 157: expected " at the end of a value, but found "<". Within a value it is written as &lt;.' +
    read(0),
  "mxml.xes": ", line 2, byte 22: expected <log>, with which XES begins, but found <WorkflowLog>. " +
    "This is MXML, the format before XES: convert it with ProM or PM4Py.",
  "not_xml.xes": ', line 1, byte 0: expected XML, beginning with "<", but found "case,activity,time".',
  "nul_bytes.xes": ", line 6, byte 150: expected text but found the control character 0x00, which XML does not allow." +
    read(0),
  "only_a_mark.xes": ", line 1, byte 3: expected XML but the file ends.",
  "reference_to_half_a_character.xes":
    ', line 6, byte 151: expected a reference to a character that XML allows but found "&#xD83D;".' +
    read(0),
  "reference_to_nul.xes": ', line 6, byte 151: expected a reference to a character that XML allows but found "&#0;".' +
    read(0),
  "text_after_the_log.xes": `, line 15, byte 384: ${NOTHING_AFTER} "That was all.".` + read(2),
  "two_logs.xes": `, line 15, byte 384: ${NOTHING_AFTER} "<log/>".` + read(2),
  "unknown_encoding.xes": ', line 1: expected an encoding such as UTF-8, UTF-16 or ISO-8859-1 but found "klingon-8". ' +
    "Save the file as UTF-8, and take the encoding out of its first line.",
  "unknown_entity.xes": `, line 6, byte 151: ${reference('"&nbsp;"')}` + read(0),
  "value_without_quotes.xes": ', line 6, byte 149: expected the value of an attribute in quotes but found "a/>".' +
    read(0),
  "web_page.xes": ", line 2, byte 16: expected <log>, with which XES begins, but found <html>. " +
    "Export the log as XES (IEEE 1849) or CSV.",
  "wrong_end_tag.xes": ", line 12, byte 357: expected </event> (its <event> is on line 9) but found </trace>." +
    read(1),
};

for (const [file, message] of Object.entries(REFUSED)) {
  test(`${file} is refused`, async () => {
    expect(await errorOf(readXesTable(FOLDER + file))).toBe(file + message);
  });
}

/** Files that are odd but readable: each finding (after the file's name), and the rows' activities. */
const REPAIRED: Record<string, { findings: [rule: string, count: number, example: string][]; activities: unknown[] }> =
  {
    "bytes_no_utf8.xes": {
      findings: [[
        "encoding",
        1,
        ', line 5, "concept:name": bytes that are no UTF-8 are read as \ufffd in "caf\ufffd". ' +
        'Name the encoding in the file\'s first line: <?xml version="1.0" encoding="windows-1252"?>',
      ]],
      activities: ["caf\ufffd"],
    },
    "case_without_events.xes": {
      findings: [["case without events", 1, ', line 3: the trace "1" has no events']],
      activities: ["a"],
    },
    "cases_without_names.xes": {
      findings: [["missing case", 2, ', line 3: a trace without concept:name is called "1"']],
      activities: ["a", "b"],
    },
    "document_type.xes": { findings: [], activities: ["a"] },
    "empty_activity.xes": { findings: [], activities: [undefined, "a"] },
    "event_outside_of_traces.xes": { findings: [], activities: ["a", "b"] },
    "key_twice.xes": {
      findings: [["attribute repeated", 1, ', line 8: "concept:name" stands here again; the last one counts']],
      activities: ["b"],
    },
    "markup_in_values.xes": {
      findings: [],
      activities: ["<script>alert(1)</script>", '"><img onerror=alert(1)>'],
    },
    "no_traces.xes": { findings: [], activities: [] },
    "no_zone.xes": {
      findings: [["time zone assumed", 2, ', line 7: "2020-01-01T00:00:00" has no zone; read as UTC']],
      activities: ["a", "b"],
    },
    "same_case_twice.xes": {
      findings: [[
        "case merged",
        1,
        ', line 17: the trace "1" has the name of the one on line 3; their events are one case',
      ]],
      activities: ["a", "a", "b"],
    },
    "says_utf16.xes": {
      findings: [["encoding", 1, ': declares "UTF-16" but its bytes are not; read as UTF-8']],
      activities: ["é"],
    },
    "two_types.xes": {
      findings: [[
        "mixed types",
        1,
        ', line 13: "cost" is a string here and of another type before; column "cost" is text',
      ]],
      activities: ["a", "b", "c"],
    },
    "unknown_elements.xes": {
      findings: [["element left out", 4, ", line 8: found the element <money>, which XES does not have"]],
      activities: ["a"],
    },
    "unreadable_times.xes": {
      findings: [[
        "unreadable time",
        2,
        ', line 7, "time:timestamp": expected a time in ISO 8601, such as 2011-04-13T14:02:31.199+02:00, ' +
        'but found "01.02.2020 12:00"',
      ]],
      activities: ["a", "b", "c"],
    },
  };

for (const [file, { findings, activities }] of Object.entries(REPAIRED)) {
  test(`${file} is read, and what is odd in it is counted`, async () => {
    const log = await readXesTable(FOLDER + file);
    expect(log.report.findings).toEqual(
      findings.map(([rule, count, example]) => ({ rule, count, example: file + example })),
    );
    expect(rowsOf(log.events).map((row) => row["concept:name"])).toEqual(activities);
  });
}

test("events outside of traces have no case", async () => {
  expect(Array.from((await readXesTable(`${FOLDER}event_outside_of_traces.xes`)).traces.of)).toEqual([0, -1]);
});

/** A log of many events, so that it is longer than any chunk. */
function longLog(): string {
  const event = (i: number) =>
    `<event><string key="concept:name" value="a${i % 10}"/><int key="n" value="${i}"/></event>`;
  const trace = (t: number) =>
    `<trace><string key="concept:name" value="${t}"/>${
      Array.from({ length: 1000 }, (_, i) => event(t * 1000 + i)).join("\n")
    }</trace>`;
  return `<log>${Array.from({ length: 60 }, (_, t) => trace(t)).join("")}</log>`;
}

test("gzipped data cut in half are refused, and the events up to there counted, the same each time", async () => {
  const packed = gzipSync(longLog());
  const half = packed.subarray(0, packed.length >> 1);
  const message = await errorOf(readXesTable(half, { name: "log.xes.gz" }));
  expect(message).toMatch(
    /^log\.xes\.gz: expected gzipped data up to the end but they stop in the middle, after [\d,]+ unpacked bytes\./,
  );
  const [, events] = /\nUp to there ([\d,]+) events were read\.$/.exec(message)!;
  expect(Number(events!.replaceAll(",", ""))).toBeGreaterThan(20_000);
  for (let i = 0; i < 3; i++) expect(await errorOf(readXesTable(half, { name: "log.xes.gz" }))).toBe(message);
});

test("gzipped data may lack their last bytes only if nothing is lost in silence", async () => {
  const packed = gzipSync(longLog());
  for (const missing of [1, 4, 8, 9]) {
    expect(await errorOf(readXesTable(packed.subarray(0, packed.length - missing)))).toMatch(/stop in the middle/);
  }
});

test("damaged gzipped data are refused", async () => {
  const packed = gzipSync(longLog());
  packed[packed.length - 6]! ^= 0xff;
  expect(await errorOf(readXesTable(packed))).toMatch(/^bytes: expected gzipped data but found them damaged/);
});

test("gzipped data in several members are one file", async () => {
  const text = longLog(), middle = text.length >> 1;
  const members = [gzipSync(text.slice(0, middle)), gzipSync(text.slice(middle))];
  const joined = new Uint8Array(members[0]!.length + members[1]!.length);
  joined.set(members[0]!);
  joined.set(members[1]!, members[0]!.length);
  expect((await readXesTable(joined)).events.rows).toBe(60_000);
});

test("a log that ends at any byte is an error, not a shorter log", async () => {
  const text =
    '<?xml version="1.0"?>\n<log><trace><string key="concept:name" value="1"/><event><date key="time:timestamp" ' +
    'value="2020-01-01T00:00:00Z"/></event><!-- c --><![CDATA[x]]></trace></log>';
  const bytes = encoder.encode(text);
  for (let length = 0; length < bytes.length; length++) await errorOf(readXesTable(bytes.subarray(0, length)));
  expect((await readXesTable(bytes)).events.rows).toBe(1);
});

test("any damaged byte gives a log or an error with its place", async () => {
  const text =
    '<log><trace><string key="concept:name" value="1"/>\n<event><int key="n" value="12"/><list key="l"><string key="x" ' +
    'value="&amp;"/></list></event></trace></log>';
  const bytes = encoder.encode(text);
  for (let at = 0; at < bytes.length; at++) {
    for (const byte of [0, 0x20, 0x22, 0x26, 0x2f, 0x3c, 0x3e, 0x41, 0xff]) {
      const damaged = bytes.slice();
      damaged[at] = byte;
      const message = await readXesTable(damaged).then(
        () => "",
        (error) => error instanceof InputError ? error.message : String(error),
      );
      if (message !== "") expect(message).toMatch(/^bytes(, line \d+(, byte \d+)?)?: expected /);
    }
  }
});

test("a value of 200 MB is read", async () => {
  const piece = new Uint8Array(1_000_000).fill(0x78);
  async function* chunks() {
    yield encoder.encode('<log><trace><string key="concept:name" value="1"/><event><string key="a" value="');
    for (let i = 0; i < 200; i++) yield piece;
    yield encoder.encode('"/></event></trace></log>');
  }
  const log = await readXesTable(chunks());
  expect((valueAt(columnNamed(log.events, "a")!, 0) as string).length).toBe(200_000_000);
}, 60_000);

test("a comment of 200 MB is passed over", async () => {
  const piece = new Uint8Array(1_000_000).fill(0x2d);
  piece[500_000] = 0x3e; // "->" everywhere, and "-->" only where it is meant
  piece[499_999] = 0x78;
  async function* chunks() {
    yield encoder.encode("<log><!--");
    for (let i = 0; i < 200; i++) yield piece;
    yield encoder.encode("x--><trace><event/></trace></log>");
  }
  expect((await readXesTable(chunks())).events.rows).toBe(1);
}, 60_000);

test("elements within each other without end are refused", async () => {
  const text = `<log><trace><event>${'<string key="a" value="1">'.repeat(100_000)}`;
  expect(await errorOf(readXesTable(encoder.encode(text)))).toMatch(
    /expected elements nested 256 deep at the most but found more/,
  );
});

test("10,000 keys are 10,000 columns, and take no more memory than their values", async () => {
  const events = Array.from({ length: 10_000 }, (_, i) => `<event><int key="k${i}" value="${i}"/></event>`);
  const log = await readXesTable(encoder.encode(`<log><trace>${events.join("")}</trace></log>`));
  expect(log.events.columns.length).toBe(10_000);
  for (const i of [0, 1, 4_999, 9_999]) {
    expect(rowsOf({ rows: 10_000, columns: [columnNamed(log.events, `k${i}`)!] })[i]).toEqual({ [`k${i}`]: i });
  }
});
