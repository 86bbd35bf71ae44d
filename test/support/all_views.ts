/** Every view, drawn from the example logs: what is asked of all pictures is asked of these. */
import {
  alignTracesSync,
  automationOpportunities,
  compareModels,
  discoverAlpha,
  discoverDeclare,
  discoverFootprints,
  discoverHeuristics,
  discoverInductive,
  discoverSplit,
  type EventLog,
  filterTimeFrame,
  filterVariants,
  findPrograms,
  type InteractionLog,
  linkTasks,
  ProcessTree,
  readInteractions,
  readLog,
  segmentTasks,
  transfers,
  treeToNet,
  viewAlignments,
  viewApplications,
  viewApplicationSwitches,
  viewBpmn,
  viewCaseTimeline,
  viewDay,
  viewDeclare,
  viewDeviations,
  viewDots,
  viewDrift,
  viewFindings,
  viewFootprints,
  viewFunnel,
  viewHandleTimes,
  viewHeuristicsNet,
  viewJoinedMap,
  viewModelComparison,
  viewOpportunities,
  viewOpportunity,
  viewPerformanceSpectrum,
  viewPetriNet,
  viewProcessMap,
  viewProcessTree,
  viewProgram,
  viewRework,
  viewSeasonality,
  viewSegments,
  viewServiceLevel,
  viewSummary,
  viewSurvival,
  viewTaskVariants,
  viewThroughput,
  viewTransfers,
  viewUnseenTime,
  viewVariants,
  viewWorkInProgress,
} from "../../src/mod.ts";
import { changingLog } from "./changing_log.ts";
import type { Figure } from "../../src/viz/figure/figure.ts";

export interface DrawnView {
  readonly name: string;
  readonly figure: Figure;
}

export async function exampleLogs(): Promise<{ log: EventLog; interactions: InteractionLog }> {
  return {
    log: await readLog("data/order-to-cash.csv"),
    interactions: await readInteractions("data/order-desk.csv"),
  };
}

/** Charts: rows, bars and matrices, whose text must be readable at every width. */
export function charts(log: EventLog, interactions: InteractionLog): DrawnView[] {
  const segmentation = segmentTasks(interactions);
  const programs = findPrograms(segmentation);
  const opportunities = automationOpportunities(segmentation, { programs });
  const links = linkTasks(segmentation, log);
  const middle = (log.time[0]! + log.time.at(-1)!) / 2;
  const by = log.attribute("region") ? "region" : undefined;
  return Object.entries({
    "summary of events": viewSummary(log),
    "summary of interactions": viewSummary(interactions),
    variants: viewVariants(log),
    throughput: viewThroughput(log),
    ...(by === undefined ? {} : { "throughput by region": viewThroughput(log, { by }) }),
    "throughput before and after": viewThroughput({
      earlier: filterTimeFrame(log, { to: middle, mode: "started" }),
      later: filterTimeFrame(log, { from: middle, mode: "started" }),
    }),
    "dotted chart": viewDots(log),
    "dotted chart since the case began": viewDots(log, { x: "age", ...(by === undefined ? {} : { sort: by }) }),
    "dotted chart by position": viewDots(log, { x: "position" }),
    "dotted chart over the week": viewDots(log, { x: "week", colour: "resource" }),
    "dotted chart of few cases": viewDots(filterTimeFrame(log, { to: log.time[0]! + 36 * 3_600_000, mode: "started" })),
    "performance spectrum": viewPerformanceSpectrum(log),
    "performance spectrum as bars": viewPerformanceSpectrum(log, { show: "bars", count: "pending" }),
    "handle times": viewHandleTimes(segmentation, { by: "task" }),
    "handle times of groups": viewHandleTimes(segmentation, { by: ["task", "team"] }),
    applications: viewApplications(interactions),
    "application switches": viewApplicationSwitches(interactions),
    "application switches as chords": viewApplicationSwitches(interactions, { as: "chord" }),
    transfers: viewTransfers(transfers(interactions), { log: interactions }),
    "transfers by application": viewTransfers(transfers(interactions), { by: "application", log: interactions }),
    "task variants": viewTaskVariants(segmentation),
    segments: viewSegments(segmentation),
    day: viewDay(segmentation, { individuals: true }),
    opportunities: viewOpportunities(opportunities),
    opportunity: viewOpportunity(opportunities),
    program: viewProgram(programs.programs.find(({ counterExamples }) => counterExamples.length > 0)!),
    "step without a program": viewProgram(programs.steps.find(({ verdict }) => verdict === "decision")!),
    findings: viewFindings(log),
    drift: viewDrift(changingLog({ seed: 2, cases: 400, change: { from: 200, check: 0.05, hours: 12 } })),
    "no drift": viewDrift(log),
    "work in progress": viewWorkInProgress(log, { every: "week" }),
    seasonality: viewSeasonality(log),
    funnel: viewFunnel(
      log,
      ["Receive order", "Confirm order", "Receive payment"].filter((name) => log.activities.includes(name)),
    ),
    rework: viewRework(log),
    "service level": viewServiceLevel(log, "case within 10 days", by === undefined ? {} : { by }),
    survival: viewSurvival(log),
    "unseen time": viewUnseenTime(links),
    "case timeline": viewCaseTimeline(links, links.links.rows()[0]?.case ?? log.caseIds[0]!),
    "joined map": viewJoinedMap(links),
    ...(by === undefined ? {} : { "survival by region": viewSurvival(log, { by }) }),
  }).map(([name, figure]) => ({ name, figure }));
}

/** Maps and models. */
export async function models(log: EventLog): Promise<DrawnView[]> {
  const usual = filterVariants(log, { top: 5 });
  const tree = discoverInductive(usual);
  const alignments = alignTracesSync(log, treeToNet(tree));
  const flower = ProcessTree.node("loop", [ProcessTree.TAU, ...log.activities.map((name) => ProcessTree.leaf(name))]);
  return Object.entries({
    "process map": viewProcessMap(log),
    "process tree": viewProcessTree(tree, { log }),
    "Petri net": viewPetriNet(discoverAlpha(usual), { log: usual }),
    BPMN: viewBpmn(discoverSplit(log), { log }),
    "heuristics net": viewHeuristicsNet(discoverHeuristics(log), { log }),
    declare: viewDeclare(discoverDeclare(usual), { log: usual }),
    footprints: viewFootprints(discoverFootprints(usual)),
    alignments: viewAlignments(alignments, { log }),
    deviations: viewDeviations(alignments, { log }),
    "model comparison": viewModelComparison(await compareModels(log, { tree, flower }), { of: log.name }),
  }).map(([name, figure]) => ({ name, figure }));
}
