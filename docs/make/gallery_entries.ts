/** The views of the gallery: the code of each stands in the page, and draws its picture. */

export interface GalleryEntry {
  /** Name of the picture's file. */
  readonly name: string;
  /** What question the view answers. */
  readonly says: string;
  /** Uses what `preparation` declares; its value is the figure. */
  readonly code: string;
}

export interface GalleryChapter {
  readonly title: string;
  readonly entries: readonly GalleryEntry[];
}

/** What all code of the gallery starts from. */
export const preparation = `const log = await readLog("data/order-to-cash.csv");
const interactions = await readInteractions("data/order-desk.csv");
const segmentation = segmentTasks(interactions);
const usual = filterVariants(log, { top: 5 });
const tree = discoverInductive(usual);
const groups = compareGroups(log, { by: "region", groups: ["North", "South"] });
const programs = findPrograms(segmentation);
const opportunities = automationOpportunities(segmentation, { programs });
const links = linkTasks(segmentation, log);`;

export const chapters: readonly GalleryChapter[] = [
  {
    title: "A process at a glance",
    entries: [
      { name: "summary", says: "What is in the log, and how was it read?", code: "viewSummary(log)" },
      { name: "process-map", says: "Which activity follows which?", code: "viewProcessMap(log)" },
      {
        name: "process-map-durations",
        says: "And how long does it take from one to the next?",
        code: 'viewProcessMap(usual, { show: "duration" })',
      },
      { name: "animation", says: "Where are cases as time passes?", code: "viewAnimation(log, { cases: 500 })" },
      { name: "variants", says: "In which orders do activities happen?", code: "viewVariants(log, { top: 8 })" },
      { name: "cases", says: "Which cases are there, and what happened in one?", code: "viewCases(log, { rows: 8 })" },
      { name: "findings", says: "What stands out?", code: "viewFindings(log)" },
    ],
  },
  {
    title: "Times",
    entries: [
      { name: "throughput", says: "How long do cases take?", code: 'viewThroughput(log, { by: "region" })' },
      { name: "waterfall", says: "Where does the time of a case go?", code: "viewWaterfall(log)" },
      { name: "bottlenecks", says: "Which steps cost most time?", code: "viewBottlenecks(log)" },
      {
        name: "service-level",
        says: "How many cases keep a promise?",
        code: 'viewServiceLevel(log, "case within 10 days", { by: "region" })',
      },
      { name: "survival", says: "How long will open cases still take?", code: "viewSurvival(log)" },
      {
        name: "dotted-chart",
        says: "When did everything happen?",
        code: 'viewDots(filterTimeFrame(log, { to: "2025-01-20", mode: "started" }))',
      },
      {
        name: "performance-spectrum",
        says: "Do cases wait for each other, in queues or batches?",
        code: 'viewPerformanceSpectrum(filterTimeFrame(log, { to: "2025-02-01", mode: "started" }))',
      },
      {
        name: "work-in-progress",
        says: "How much is under way?",
        code: 'viewWorkInProgress(log, { every: "week" })',
      },
      { name: "seasonality", says: "When do cases arrive?", code: "viewSeasonality(log)" },
      { name: "drift", says: "Did the process change?", code: "viewDrift(log)" },
    ],
  },
  {
    title: "Ways",
    entries: [
      {
        name: "funnel",
        says: "How far do cases come?",
        code: 'viewFunnel(log, ["Receive order", "Confirm order", "Receive payment"])',
      },
      { name: "rework", says: "What is done again?", code: "viewRework(log)" },
    ],
  },
  {
    title: "Comparison",
    entries: [
      { name: "comparison", says: "How do two groups differ?", code: "viewComparison(groups)" },
      { name: "difference-map", says: "And where on the map?", code: "viewDifferenceMap(groups)" },
      {
        name: "factors",
        says: "What goes with slow cases?",
        code:
          'viewFactors(factorsOf(log, { outcome: filterThroughput(log, { minSeconds: 20 * 86400 }), name: "slow orders" }))',
      },
    ],
  },
  {
    title: "Models",
    entries: [
      { name: "process-tree", says: "A process tree.", code: "viewProcessTree(tree, { log })" },
      { name: "petri-net", says: "A Petri net.", code: "viewPetriNet(discoverAlpha(usual), { log: usual })" },
      { name: "bpmn", says: "A BPMN diagram.", code: "viewBpmn(discoverSplit(log), { log })" },
      {
        name: "heuristics-net",
        says: "A heuristics net.",
        code: "viewHeuristicsNet(discoverHeuristics(log), { log })",
      },
      { name: "model", says: "Any model, by one name.", code: "viewModel(treeToNet(tree))" },
      { name: "declare", says: "Rules.", code: "viewDeclare(discoverDeclare(usual), { log: usual })" },
      { name: "footprints", says: "Relations between activities.", code: "viewFootprints(discoverFootprints(usual))" },
      {
        name: "alignments",
        says: "Where do cases leave a model?",
        code: "viewAlignments(alignTracesSync(log, treeToNet(tree)), { log })",
      },
      {
        name: "deviations",
        says: "And where in the model?",
        code: "viewDeviations(alignTracesSync(log, treeToNet(tree)), { log })",
      },
      {
        name: "model-comparison",
        says: "Which model is best?",
        code: "viewModelComparison(await compareModels(log, { inductive: tree, split: discoverSplit(log) }))",
      },
    ],
  },
  {
    title: "Tasks",
    entries: [
      { name: "summary-of-interactions", says: "What was recorded?", code: "viewSummary(interactions)" },
      {
        name: "day",
        says: "What did people do all day?",
        code: "viewDay(segmentation, { user: interactions.users[0] })",
      },
      { name: "segments", says: "Which interactions are one task?", code: "viewSegments(segmentation)" },
      { name: "task-variants", says: "In which ways is a task done?", code: "viewTaskVariants(segmentation)" },
      {
        name: "handle-times",
        says: "How long do people work on it?",
        code: 'viewHandleTimes(segmentation, { by: "task" })',
      },
      { name: "applications", says: "Where is the time spent?", code: "viewApplications(interactions)" },
      {
        name: "application-switches",
        says: "Between which applications do people switch?",
        code: "viewApplicationSwitches(interactions)",
      },
      {
        name: "transfers",
        says: "What is carried from one to another by hand?",
        code: "viewTransfers(transfers(interactions), { log: interactions })",
      },
    ],
  },
  {
    title: "Automation",
    entries: [
      { name: "opportunities", says: "What is worth automating?", code: "viewOpportunities(opportunities)" },
      { name: "opportunity", says: "And how sure is the best of it?", code: "viewOpportunity(opportunities)" },
      {
        name: "program",
        says: "By which rule is a field filled?",
        code: "viewProgram(programs.programs[0])",
      },
    ],
  },
  {
    title: "Both logs together",
    entries: [
      { name: "links", says: "Which tasks belong to which cases, and how sure is that?", code: "viewLinks(links)" },
      {
        name: "tasks-behind",
        says: "Which tasks stand behind which activity?",
        code: "viewTasksBehind(links)",
      },
      { name: "joined-map", says: "Which tasks lie within which steps?", code: "viewJoinedMap(links)" },
      {
        name: "case-timeline",
        says: "What was done for one case, and when?",
        code: "viewCaseTimeline(links, links.links.rows()[0].case)",
      },
      {
        name: "link-quality",
        says:
          "Do probabilities of links mean what they say? Here each link is taken for right: say which of yours are.",
        code: "viewLinkQuality(links, () => true)",
      },
      { name: "unseen-time", says: "What does the event log not see?", code: "viewUnseenTime(links)" },
    ],
  },
  {
    title: "Tables",
    entries: [
      {
        name: "table",
        says: "Any result, to be sorted, searched and saved.",
        code: 'viewTable(activityStatistics(log), { title: "Activities", rows: 8 })',
      },
    ],
  },
];
