import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { parseBpmn, writeBpmn } from "../../../src/models/files/bpmn_xml.ts";
import { layOutBpmn } from "../../../src/models/layout/bpmn_layout.ts";
import { lacksSharedLogs, sharedLog } from "../../support/shared.ts";
import { randomBpmn } from "./random_models.ts";

const fail = (note: string) => expect(note).toBe("");

test("reading what was written gives the same process, whatever the names, layout included", () => {
  for (let seed = 0; seed < 300; seed++) {
    const bpmn = randomBpmn(seed);
    const { name, nodes, flows, layout } = parseBpmn(writeBpmn(bpmn), "x.bpmn", { onNote: fail });
    expect({ name, nodes, flows }).toEqual({ name: bpmn.name, nodes: bpmn.nodes, flows: bpmn.flows });
    expect(layout).toEqual(bpmn.layout ?? layOutBpmn(bpmn));
  }
});

test("ids are ids of XML, each once, and references lead to them", () => {
  for (let seed = 0; seed < 100; seed++) {
    const text = writeBpmn(randomBpmn(seed));
    const ids = [...text.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]!);
    expect(ids.filter((id) => !/^[A-Za-z_][\w.-]*$/.test(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
    const references = [
      ...text.matchAll(/(?:sourceRef="|targetRef="|bpmnElement="|<bpmn:incoming>|<bpmn:outgoing>)([^"<]*)/g),
    ];
    expect(references.map((match) => match[1]!).filter((id) => !ids.includes(id))).toEqual([]);
  }
});

test.skipIf(lacksSharedLogs)("a file of PM4Py", async () => {
  const file = "process/running-example.bpmn";
  const text = await readFile(sharedLog(file), "utf8");
  const { nodes, flows, layout } = parseBpmn(text, file, { onNote: fail });
  const count = (pattern: RegExp) => [...text.matchAll(pattern)].length;
  expect(nodes.filter(({ kind }) => kind === "task").length).toBe(count(/<bpmn:task /g));
  expect(nodes.filter(({ kind }) => kind.endsWith("Gateway")).length).toBe(count(/<bpmn:\w+Gateway /g));
  expect(flows.length).toBe(count(/<bpmn:sequenceFlow /g));
  expect(layout!.flows.get(flows[0]!.id)!.length).toBeGreaterThan(1);
});

/** As a modeller's file: prefixes of choice, a pool with lanes, kinds of tasks, data, notes. */
const RICH = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:di="http://www.omg.org/spec/BPMN/20100524/DI"
  xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="d" targetNamespace="x">
  <collaboration id="c"><participant id="pool" name="Claims" processRef="P"/><participant id="box" name="Customer"/>
    <messageFlow id="m" sourceRef="box" targetRef="s"/></collaboration>
  <process id="P" isExecutable="true">
    <laneSet id="ls"><lane id="l1"><flowNodeRef>s</flowNodeRef></lane><lane id="l2"/></laneSet>
    <startEvent id="s" name="claim&#10;arrives"><outgoing>f1</outgoing><messageEventDefinition id="md"/></startEvent>
    <userTask id="a" name="Check" camunda:assignee="x"><extensionElements><camunda:y/></extensionElements></userTask>
    <eventBasedGateway id="g"/>
    <intermediateCatchEvent id="t"><timerEventDefinition/></intermediateCatchEvent>
    <serviceTask id="b" name="Pay"/>
    <subProcess id="sub" name="Closed box"/>
    <endEvent id="e"><terminateEventDefinition/></endEvent>
    <sequenceFlow id="f1" sourceRef="s" targetRef="a"/>
    <sequenceFlow id="f2" sourceRef="a" targetRef="g"/>
    <sequenceFlow id="f3" name="late" sourceRef="g" targetRef="t"><conditionExpression>x &lt; 1</conditionExpression></sequenceFlow>
    <sequenceFlow id="f4" sourceRef="g" targetRef="b"/>
    <sequenceFlow id="f5" sourceRef="t" targetRef="sub"/>
    <sequenceFlow id="f6" sourceRef="b" targetRef="sub"/>
    <sequenceFlow id="f7" sourceRef="sub" targetRef="e"/>
    <textAnnotation id="ta"><text>why</text></textAnnotation><association id="as" sourceRef="a" targetRef="ta"/>
    <dataObjectReference id="do" dataObjectRef="dd"/><dataObject id="dd"/>
  </process>
  <process id="Q"/>
  <di:BPMNDiagram><di:BPMNPlane bpmnElement="c"><di:BPMNShape bpmnElement="s"><dc:Bounds x="1" y="2" width="36" height="36"/></di:BPMNShape></di:BPMNPlane></di:BPMNDiagram>
</definitions>`;

test("a modeller's file: the flow of control is read, the rest counted", () => {
  const notes: string[] = [];
  const bpmn = parseBpmn(RICH, "claims.bpmn", { onNote: (note) => notes.push(note) });
  expect(bpmn.name).toBe("Claims");
  expect(bpmn.nodes).toEqual([
    { id: "s", kind: "startEvent", name: "claim\narrives" },
    { id: "a", kind: "task", name: "Check" },
    { id: "g", kind: "exclusiveGateway", name: "" },
    { id: "t", kind: "intermediateEvent", name: "" },
    { id: "b", kind: "task", name: "Pay" },
    { id: "sub", kind: "task", name: "Closed box" },
    { id: "e", kind: "endEvent", name: "" },
  ]);
  expect(bpmn.flows[2]).toEqual({ id: "f3", source: "g", target: "t", name: "late" });
  expect(notes).toEqual([
    "claims.bpmn: 1 processes without any tasks are left out.",
    "claims.bpmn: read without what does not matter for the flow of control: 1 laneSet, 2 lane, 1 textAnnotation, " +
    "1 association, 1 dataObjectReference, 1 dataObject, 1 conditionExpression, 2 participant, 1 messageFlow, " +
    "1 messageEventDefinition (read as plain startEvent), 1 extensionElements, 1 userTask (read as task), " +
    "1 eventBasedGateway (read as exclusive gateway), " +
    "1 timerEventDefinition (read as plain intermediateCatchEvent), 1 serviceTask (read as task), " +
    "1 subProcess (read as task), 1 terminateEventDefinition (read as plain endEvent).",
    'claims.bpmn: its diagram does not show 13 of 14 nodes and flows, such as "a"; its layout is left out.',
  ]);
});

test("of several processes one is chosen by id, name or pool", () => {
  const two = RICH.replace('<process id="Q"/>', '<process id="Q" name="Other"><task id="z" name="zz"/></process>');
  const ignore = () => {};
  expect(() => parseBpmn(two, "two.bpmn", { onNote: ignore })).toThrow(
    'two.bpmn, line 2: expected one process but found 2: "Claims" (line 6), "Other" (line 25). Their messages to each ' +
      'other are no flow of control; choose one of them with process: "P".',
  );
  for (const process of ["P", "Claims"]) {
    expect(parseBpmn(two, "two.bpmn", { onNote: ignore, process }).nodes.length).toBe(7);
  }
  expect(parseBpmn(two, "two.bpmn", { onNote: ignore, process: "Other" }).nodes.map(({ name }) => name)).toEqual([
    "zz",
  ]);
  expect(() => parseBpmn(two, "two.bpmn", { process: "R" })).toThrow(
    'expected a process "R" but found "Claims" (line 6), "Other" (line 25).',
  );
});

const WITH = (inside: string) =>
  `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL"><bpmn:process id="P">
<bpmn:task id="a" name="A"/><bpmn:task id="b" name="B"/><bpmn:sequenceFlow id="f" sourceRef="a" targetRef="b"/>
${inside}
</bpmn:process></bpmn:definitions>`;
const EXPECTED = "x.bpmn, line 3: expected tasks, plain events and gateways but found";

test.each([
  ["<pnml/>", "x.bpmn, line 1: expected BPMN, beginning with <definitions>, but found <pnml>."],
  ["<definitions/>", "x.bpmn, line 1: expected a <process> with tasks or events but found none in 0 processes."],
  [
    WITH(`<bpmn:adHocSubProcess id="s" name="S"><bpmn:task id="t"/></bpmn:adHocSubProcess>`),
    `${EXPECTED} tasks in any order and number in <bpmn:adHocSubProcess> "S". Draw the flow between them, or leave it ` +
    "empty, to be read as a task.",
  ],
  [
    WITH(`<bpmn:boundaryEvent id="be" attachedToRef="c"/>`),
    `${EXPECTED} no task that it is attached to in <bpmn:boundaryEvent> "be". Attach it to one.`,
  ],
  [
    WITH(`<bpmn:complexGateway id="g"/>`),
    `${EXPECTED} a complex gateway in <bpmn:complexGateway> "g". Use an exclusive, inclusive or parallel one.`,
  ],
  [
    WITH(`<bpmn:userTask id="c" name="C"><bpmn:multiInstanceLoopCharacteristics/></bpmn:userTask>`),
    `${EXPECTED} <bpmn:multiInstanceLoopCharacteristics>, a repetition, in <bpmn:userTask> "C". Draw it as a loop of flows.`,
  ],
  [
    WITH(
      `<bpmn:sequenceFlow id="g" sourceRef="b" targetRef="a"><bpmn:conditionExpression>x</bpmn:conditionExpression></bpmn:sequenceFlow>`,
    ),
    `x.bpmn, line 2: expected tasks, plain events and gateways but found the flow "g" (line 3) with a condition in ` +
    '<bpmn:task> "B". Draw the choice as an inclusive gateway after the task.',
  ],
  [
    WITH(
      `<bpmn:endEvent id="e"><bpmn:terminateEventDefinition/></bpmn:endEvent><bpmn:sequenceFlow id="g" sourceRef="a" targetRef="e"/>`,
    ),
    `${EXPECTED} an end of the whole process while parallel paths may still run in <bpmn:endEvent> "e". Join the ` +
    "parallel paths before the end, and make it a plain one.",
  ],
  [
    WITH(`<bpmn:intermediateThrowEvent id="l" name="L"><bpmn:linkEventDefinition/></bpmn:intermediateThrowEvent>`),
    `${EXPECTED} a link to another event in <bpmn:intermediateThrowEvent> "L". Draw the link as a sequence flow.`,
  ],
  [
    WITH(`<bpmn:dataObject id="d"/><bpmn:sequenceFlow id="g" sourceRef="a" targetRef="d"/>`),
    'x.bpmn, line 3: expected targetRef of the sequence flow "g" to name a task, event or gateway but found "d", which ' +
    "is <bpmn:dataObject> on line 3.",
  ],
  [
    WITH(`<bpmn:sequenceFlow id="g" sourceRef="a"/>`),
    'x.bpmn, line 3: expected <bpmn:sequenceFlow> to have the attribute "targetRef" but found none.',
  ],
  [WITH(`<bpmn:task id="a"/>`), 'x.bpmn, line 3: expected each id once but found "a" again; it is also on line 2.'],
])("an error says what is wrong: %#", (text, message) => {
  expect(() => parseBpmn(text, "x.bpmn", { onNote: () => {} })).toThrow(message);
});
