/** Sub-processes, events on borders and implicit ends: the traces that BPMN's execution semantics allows. */
import { describe, expect, test } from "vitest";
import { bpmnToNet } from "../../../src/models/convert/bpmn_to_net.ts";
import { checkSoundness } from "../../../src/models/check/soundness.ts";
import { parseBpmn, writeBpmn } from "../../../src/models/files/bpmn_xml.ts";
import { netLanguage } from "../../support/nets.ts";

/** `a>b` are flows; nodes that the rest does not name are tasks. */
function flows(text: string): string {
  return text.split(/\s+/).filter(Boolean).map((flow) => {
    const [source, target] = flow.split(">");
    return `<sequenceFlow id="f_${source}_${target}" sourceRef="${source}" targetRef="${target}"/>`;
  }).join("");
}

const tasks = (...names: string[]) => names.map((name) => `<task id="${name}" name="${name}"/>`).join("");
const start = (id: string) => `<startEvent id="${id}"/>`;
const end = (id: string, inside = "") => `<endEvent id="${id}">${inside}</endEvent>`;
const border = (id: string, host: string, more = "", inside = "<timerEventDefinition/>") =>
  `<boundaryEvent id="${id}" attachedToRef="${host}" ${more}>${inside}</boundaryEvent>`;
const beside = 'cancelActivity="false"';
const sub = (id: string, ...inside: string[]) => `<subProcess id="${id}" name="${id}">${inside.join("")}</subProcess>`;

function parsed(...inside: string[]) {
  const text = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="x">` +
    `<process id="P">${inside.join("")}</process></definitions>`;
  return parseBpmn(text, "x.bpmn", { onNote: () => {} });
}

function language(...inside: string[]): string[] {
  const bpmn = parsed(...inside), net = bpmnToNet(bpmn);
  expect(checkSoundness(net).isSound).toBe(true);
  const words = netLanguage(net, 6);
  // What was read can be written, laid out and read again.
  expect(netLanguage(bpmnToNet(parseBpmn(writeBpmn(bpmn), "again.bpmn", { onNote: () => {} })), 6)).toEqual(words);
  return words;
}

describe("a sub-process", () => {
  test("gives its place to its contents", () => {
    const inside = [start("is"), tasks("a", "b"), end("ie"), flows("is>a a>b b>ie")];
    expect(language(start("s"), sub("S", ...inside), tasks("c"), end("e"), flows("s>S S>c c>e"))).toEqual(["a b c"]);
  });

  test("within another, each with several starts and ends that exclude each other", () => {
    const inner = sub(
      "T",
      start("t1"),
      start("t2"),
      tasks("a", "b"),
      end("u1"),
      end("u2"),
      flows("t1>a a>u1 t2>b b>u2"),
    );
    const outer = sub("S", start("is"), inner, end("ie"), flows("is>T T>ie"));
    expect(language(start("s"), outer, tasks("c"), end("e"), flows("s>S S>c c>e"))).toEqual(["a c", "b c"]);
  });

  test("that says neither start nor end begins with all and ends with all", () => {
    expect(language(start("s"), sub("S", tasks("a", "b")), tasks("c"), end("e"), flows("s>S S>c c>e")))
      .toEqual(["a b c", "b a c"]);
  });

  test("waits for the ends of parallel paths", () => {
    const inside = [start("is"), `<parallelGateway id="g"/>`, tasks("a", "b"), end("x"), end("y")];
    expect(
      language(
        start("s"),
        sub("S", ...inside, flows("is>g g>a g>b a>x b>y")),
        tasks("c"),
        end("e"),
        flows("s>S S>c c>e"),
      ),
    )
      .toEqual(["a b c", "b a c"]);
  });

  test("in a loop runs again", () => {
    const inside = sub("S", start("is"), tasks("a"), end("ie"), flows("is>a a>ie"));
    const gates = `<exclusiveGateway id="m"/><exclusiveGateway id="g"/>`;
    expect(language(start("s"), gates, inside, end("e"), flows("s>m m>S S>g g>m g>e")).slice(0, 3))
      .toEqual(["a", "a a", "a a a"]);
  });
});

describe("an event on a border", () => {
  test("that interrupts a task is a choice", () => {
    const inside = [start("s"), tasks("fill", "remind"), border("late", "fill"), end("e"), end("e2")];
    expect(language(...inside, flows("s>fill fill>e late>remind remind>e2"))).toEqual(["fill", "remind"]);
  });

  test("that leaves the task running runs beside it, or not at all", () => {
    const inside = [start("s"), tasks("fill", "remind", "send"), border("late", "fill", beside), end("e"), end("e2")];
    expect(language(...inside, flows("s>fill fill>send send>e late>remind remind>e2")))
      .toEqual(["fill remind send", "fill send", "fill send remind", "remind fill send"]);
  });

  test("that interrupts a sub-process may come before each of its steps", () => {
    const inside = sub("S", start("is"), tasks("a", "b"), end("ie"), flows("is>a a>b b>ie"));
    const outside = [start("s"), inside, tasks("c", "stop"), border("x", "S"), end("e"), end("e2")];
    expect(language(...outside, flows("s>S S>c c>e x>stop stop>e2"))).toEqual(["a b c", "a stop", "stop"]);
  });

  test("that an end within throws comes from there only", () => {
    const error = '<errorEventDefinition errorRef="E"/>';
    const inside = sub(
      "S",
      start("is"),
      tasks("a", "b"),
      `<exclusiveGateway id="g"/>`,
      end("ie"),
      end("bad", error),
      flows("is>a a>g g>b b>ie g>bad"),
    );
    const outside = [start("s"), inside, tasks("c", "mend"), border("x", "S", "", error), end("e"), end("e2")];
    expect(language(...outside, flows("s>S S>c c>e x>mend mend>e2"))).toEqual(["a b c", "a mend"]);
  });

  test("two on one task, and one on a task within a sub-process that is interrupted too", () => {
    const inside = sub("S", start("is"), tasks("a", "aa"), border("y", "a"), end("ie"), flows("is>a a>ie y>aa aa>ie"));
    const outside = [start("s"), inside, tasks("c", "k", "l"), border("x", "S"), border("w", "c"), border("v", "c")];
    expect(language(...outside, tasks("m"), end("e"), flows("s>S S>c c>e x>k k>e w>l l>e v>m m>e")))
      .toEqual(["a c", "a l", "a m", "aa c", "aa l", "aa m", "k"]);
  });
});

describe("an event sub-process", () => {
  const event = (isInterrupting: boolean) =>
    `<subProcess id="E" triggeredByEvent="true"><startEvent id="es" isInterrupting="${isInterrupting}">` +
    `<messageEventDefinition/></startEvent>${tasks("x")}${end("ee")}${flows("es>x x>ee")}</subProcess>`;
  const main = [start("s"), tasks("a", "b"), end("e"), flows("s>a a>b b>e")];

  test("that interrupts may come before each step, and ends the process", () => {
    expect(language(...main, event(true))).toEqual(["a b", "a x", "x"]);
  });

  test("that does not runs beside, or not at all", () => {
    expect(language(...main, event(false))).toEqual(["a b", "a b x", "a x b", "x a b"]);
  });

  test("within a sub-process ends that one", () => {
    const inside = sub("S", start("is"), tasks("k"), end("ie"), flows("is>k k>ie"), event(true));
    expect(language(start("s"), inside, tasks("c"), end("e"), flows("s>S S>c c>e"))).toEqual(["k c", "x c"]);
  });
});

test("a process that says neither start nor end begins with all first tasks and ends with all last ones", () => {
  expect(language(tasks("a", "b"), flows("a>b"))).toEqual(["a b"]);
  expect(language(tasks("a", "b", "c"), flows("a>b"))).toEqual(["a b c", "a c b", "c a b"]);
});

test("what no net can say is refused by name", () => {
  const parallel = sub(
    "S",
    start("is"),
    `<parallelGateway id="g"/>`,
    tasks("a", "b"),
    end("x"),
    end("y"),
    flows("is>g g>a g>b a>x b>y"),
  );
  expect(() => parsed(start("s"), parallel, tasks("c"), border("t", "S"), end("e"), flows("s>S S>e t>c c>e"))).toThrow(
    'x.bpmn, line 1: expected tasks, plain events and gateways but found an event that interrupts parallel paths of "S" ' +
      'in <boundaryEvent> "t".',
  );
  const twice = sub(
    "S",
    start("is"),
    `<parallelGateway id="g"/>`,
    tasks("a", "b"),
    end("x"),
    flows("is>g g>a g>b a>x b>x"),
  );
  expect(() => parsed(start("s"), twice, end("e"), flows("s>S S>e"))).toThrow(
    'parallel paths that end it in several ways or more than once in <subProcess> "S". Join the paths before its end.',
  );
  expect(() => parsed(`<adHocSubProcess id="A" name="Any">${tasks("a")}</adHocSubProcess>`)).toThrow(
    'tasks in any order and number in <adHocSubProcess> "Any".',
  );
  expect(() => parsed(tasks("a"), border("c", "a", "", "<compensateEventDefinition/>"))).toThrow(
    'compensation in <boundaryEvent> "c".',
  );
  expect(() => parsed(tasks("a"), border("c", "nobody"))).toThrow(
    'no task that it is attached to in <boundaryEvent> "c"',
  );
});

test("ids are looked at in all sub-processes", () => {
  expect(() => parsed(tasks("a"), sub("S", tasks("a")))).toThrow('expected each id once but found "a" again');
});
