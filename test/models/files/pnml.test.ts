import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { parsePnml, writePnml } from "../../../src/models/files/pnml.ts";
import { lacksSharedLogs, sharedLog } from "../../support/shared.ts";
import { netParts, randomNet } from "./random_models.ts";

test("reading what was written gives the same net, whatever the names", () => {
  for (let seed = 0; seed < 300; seed++) {
    const net = randomNet(seed), notes: string[] = [];
    expect(netParts(parsePnml(writePnml(net), "net.pnml", { onNote: (note) => notes.push(note) }))).toEqual(
      netParts(net),
    );
    expect(notes.length).toBe(Number(net.initial.size === 0) + Number(net.final.size === 0));
  }
});

test("ids in the file are ids of XML, each once", () => {
  for (let seed = 0; seed < 50; seed++) {
    const ids = [...writePnml(randomNet(seed)).matchAll(/<(?:net|page|place|transition|arc) id="([^"]*)"/g)].map((m) =>
      m[1]!
    );
    expect(ids.filter((id) => !/^[A-Za-z_][\w.-]*$/.test(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  }
});

test.skipIf(lacksSharedLogs)("nets of ProM and PM4Py are read whole", async () => {
  const sizes = [];
  for (
    const file of [
      "process/running-example.pnml",
      "../reference/running-example/alpha.pnml",
      "../reference/running-example/im.pnml",
      "../reference/receipt/alpha.pnml",
      "../reference/receipt/imf.pnml",
    ]
  ) {
    const text = await readFile(sharedLog(file), "latin1");
    const net = parsePnml(text, file, { onNote: (note) => expect(note).toBe("") });
    const count = (pattern: RegExp) => [...text.matchAll(pattern)].length;
    expect(net.places.length).toBe(count(/<place id=/g));
    expect(net.arcs.length).toBe(count(/<arc /g));
    expect(net.transitions.filter(({ label }) => label === undefined).length).toBe(count(/invisible/g));
    expect([net.initial.size, net.final.size]).toEqual([1, 1]);
    sizes.push([net.places.length, net.transitions.length]);
  }
  expect(sizes[0]).toEqual([9, 10]);
});

const SMALL = (inside: string, after = "") =>
  `<pnml><net id="n" type="http://www.pnml.org/version-2009/grammar/ptnet"><page id="g">
<place id="p"><initialMarking><text>1</text></initialMarking></place>
<place id="q"/>
<transition id="t"><name><text>a</text></name></transition>
<arc id="1" source="p" target="t"/>
<arc id="2" source="t" target="q"/>
${inside}
</page>${after}</net></pnml>`;
const FINAL = `<finalmarkings><marking><place idref="q"><text>1</text></place></marking></finalmarkings>`;

test("markings that are missing stay empty unless they are to be guessed; a note says so either way", () => {
  const notes: string[] = [];
  const onNote = (note: string) => notes.push(note);
  expect(parsePnml(SMALL(""), "a.pnml", { onNote }).final).toEqual(new Map());
  expect(parsePnml(SMALL(""), "a.pnml", { onNote, guessMarkings: true }).final).toEqual(new Map([["q", 1]]));
  parsePnml(SMALL(`<place id="r"/>`), "a.pnml", { onNote, guessMarkings: true });
  expect(notes).toEqual([
    'a.pnml: has no final marking; it stays empty. To assume a token in "q", the only one of its places without ' +
    "outgoing arcs, read it with guessMarkings: true.",
    'a.pnml: has no final marking; a token in the only one of its places without outgoing arcs is assumed: "q".',
    "a.pnml: has no final marking; it stays empty. It has 2 places without outgoing arcs, so none is obvious.",
  ]);
});

test("silent transitions, as different tools mark them", () => {
  const marks = [
    `<toolspecific tool="ProM" version="6.4" activity="$invisible$" localNodeID="x"/>`,
    `<toolspecific tool="StochasticPetriNet" version="0.2"><property key="invisible">true</property></toolspecific>`,
  ];
  for (const mark of marks) {
    const net = parsePnml(SMALL(`<transition id="s"><name><text>skip</text></name>${mark}</transition>`, FINAL));
    expect(net.transitions.map(({ label }) => label)).toEqual(["a", undefined]);
  }
});

test("ProM 5: events of a log give the labels, transitions without one are silent", () => {
  const event = (name: string) =>
    `<toolspecific tool="ProM" version="5.2"><logevent><name>${name}</name><type>complete</type></logevent></toolspecific>`;
  const notes: string[] = [];
  const net = parsePnml(
    SMALL(
      `<transition id="u"><name><text>b\\ncomplete</text></name>${event("b")}</transition>
       <transition id="v"><name><text>c\ncomplete</text></name>${event("c")}</transition>
       <transition id="w"><name><text>d+x</text></name>${event("d")}</transition>`,
      FINAL,
    ),
    "old.pnml",
    { onNote: (note) => notes.push(note) },
  );
  expect(net.transitions.map(({ label }) => label)).toEqual([undefined, "b", "c", "d+x"]);
  expect(notes).toEqual([
    "old.pnml: 1 of 4 transitions are linked to no event of a log, as ProM 5 writes silent steps; they are read as silent.",
  ]);
});

test("weights, pages, references, names on lines of their own, and labels that are missing", () => {
  const net = parsePnml(SMALL(
    `<page id="h"><referencePlace id="q2" ref="q"/><transition id="u"><name>
        <text>
          two words
        </text></name></transition>
     <transition id="v"/>
     <arc id="3" source="q2" target="u"><inscription><text>2</text></inscription></arc></page>`,
    FINAL,
  ));
  expect(net.transitions.map(({ label }) => label)).toEqual(["a", "two words", "v"]);
  expect(net.arcs.at(-1)).toEqual({ source: "q", target: "u", weight: 2 });
});

test("of several nets and final markings the first is read, and it is said", () => {
  const notes: string[] = [];
  const text = SMALL(
    "",
    FINAL.replace("</finalmarkings>", `<marking><place idref="p"><text>1</text></place></marking></finalmarkings>`),
  )
    .replace("</pnml>", "\n<net id='m'/></pnml>");
  const net = parsePnml(text, "two.pnml", { onNote: (note) => notes.push(note) });
  expect(net.final).toEqual(new Map([["q", 1]]));
  expect(notes).toEqual([
    "two.pnml: holds 2 nets; only the first is read (line 1), that on line 9 is not.",
    "two.pnml: has 2 final markings; only the first is read (line 8). Cases that end in another count as not finished.",
  ]);
});

test.each([
  ["<a/>", "x.pnml, line 1: expected PNML, beginning with <pnml>, but found <a>."],
  ["<pnml/>", "x.pnml, line 1: expected <pnml> to hold a <net> but found none."],
  [
    SMALL(`<arc id="3" source="p" target="x"/>`),
    `x.pnml, line 7: expected the arc's target to be a place or a transition but found "x".`,
  ],
  [
    SMALL(`<arc id="3" source="p" target="q"/>`),
    `x.pnml, line 7: expected the arc to join a place and a transition but found two places: "p" and "q".`,
  ],
  [SMALL(`<place id="t"/>`), `x.pnml, line 7: expected each id once but found "t" again; it is also on line 4.`],
  [SMALL(`<place/>`), `x.pnml, line 7: expected <place> to have the attribute "id" but found none.`],
  [
    SMALL(`<place id="r"><initialMarking><text>x+1</text></initialMarking></place>`),
    `x.pnml, line 7: expected a whole number in <initialMarking> but found "x+1". Tokens with colours or variables are not read.`,
  ],
  [
    SMALL(`<arc id="3" source="q" target="t"><arctype><text>inhibitor</text></arctype></arc>`),
    `x.pnml, line 7: expected ordinary arcs but found one of the type "inhibitor". Nets with such arcs are of another class, and are not read.`,
  ],
  [
    SMALL(`<arc id="3" source="q" target="t"><inscription><text>0</text></inscription></arc>`),
    "x.pnml, line 7: expected an arc of weight 1 or more but found 0.",
  ],
  [
    SMALL("").replace("ptnet", "symmetricnet"),
    'x.pnml, line 1: expected a place/transition net but found one of the type "http://www.pnml.org/version-2009/grammar/symmetricnet".',
  ],
  [SMALL("").slice(0, 300), "x.pnml, line 6, byte 268: expected the end of the tag or comment"],
])("an error says what is wrong: %#", (text, message) => {
  expect(() => parsePnml(text, "x.pnml", { onNote: () => {} })).toThrow(message);
});

test("a name that XML cannot hold is refused", () => {
  const net = randomNet(1);
  expect(() => writePnml(Object.assign(Object.create(Object.getPrototypeOf(net)), { ...net, name: "a\u0001" })))
    .toThrow(
      'expected names of characters that XML can hold but found U+0001 in "a\\u0001"',
    );
});
