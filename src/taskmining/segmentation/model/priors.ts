/**
 * Every setting of the segmentation model: its value, its unit, and why it is there.
 *
 * A debt: few of these values follow from theory. Those of groups marked "by trial" were tried out on the corpora of
 * `deno task bench --tasks` and on the random desks of seeds 1 to 60. docs/segmentation.md has figures of seeds that
 * nothing was chosen by.
 *
 * Evidence grows with the log, in all of its parts: twice the same log has about twice the evidence, for every parse. What
 * depends on counts all the same stands under `VALUES` (`often`, `mostThings`) and `SAMPLES`.
 *
 * Units: a nat is a difference of 1 in the natural logarithm of a probability; evidence is in nats. A pseudo-count is
 * how many events of a sort are taken to have been seen before any is.
 */

/** What choices are expected to look like before they are counted (Dirichlet priors). By trial. */
export const CHOICES = {
  /** Pseudo-count of each outcome. Far below 1: most of the actions that could come next never do. */
  outcome: 0.05,
  /** Pseudo-count of the rare one of two outcomes, beside 1 of the usual one: about one in eleven is rare. */
  rare: 0.1,
} as const;

/** Steps of a task instance. By trial. */
export const STEPS = {
  /**
   * Nats of a round within an instance that does all of its actions again. If only a part of them is done again, it costs
   * that part to the power of `part`: an instance is a thing done once, in which some part may be done again.
   */
  round: 2,
  part: 3,
  /**
   * Share of its evidence that it counts whether a step is done again. Below 1, because what is done again in a round is
   * no independent witness. It is learnt for each step, and apart for steps after one that was done again: a loop whose
   * steps all come again costs nothing but its first.
   */
  repeatedAction: 0.2,
  /**
   * Nats that an instance of 0, 1, 2, or 3 and more steps costs. One or two steps by themselves are rather strays than
   * a task.
   */
  shortInstance: [0, 6, 3, 0],
  /** Share that a step counts for the step two places on: a step between may be left out. */
  leftOut: 0.05,
} as const;

/** States of a chain that are split by what came before. By trial. */
export const SPLITS = {
  /** Steps ahead that what came before may tell of. Later ones are reached by splitting the states between. */
  distances: [1, 2, 4, 7],
  /** Visits by the way that is to get a state of its own, at least. */
  fewestVisits: 4,
  /** Nats that a split costs, beside the choice of the way among all ways to the action. */
  price: 2,
  /** Rounds of splitting at most. */
  rounds: 10,
  /** Nats that a split must gain over none, so that rounding errors do not split. */
  leastGain: 1e-9,
} as const;

/** Interactions that are no step of any task. By trial. */
export const STRAYS = {
  /** Pseudo-count of interactions that are steps, beside 1 of a stray: one in about fifty is expected to be stray. */
  steps: 50,
  /** Pseudo-count of strays, shared by the actions as frequent as they are in the log. */
  actions: 20,
  /** Occurrences of each action taken for granted when that frequency is counted. */
  everyAction: 0.5,
  /** Nats in favour of each run of strays: what is tied to nothing around it is rather no step than one that may come anywhere. */
  free: 1,
  /** Between instances they count less, the more of them have one between: by their share to this power. What comes each time is a step. */
  mostly: 4,
} as const;

/** Actions that belong to no task wherever they are. Chosen for speed: candidates that are tried in full. */
export const BACKGROUND = {
  /** Share of strays that is taken for granted when candidates are chosen. */
  share: 0.1,
  /** Occurrences at least. */
  fewest: 2,
  /** How many of them are tried at once. */
  together: [2, 3, 5, 8, 13, 21, 34, 55],
  /** Nats by which an occurrence may be worse as a stray, by the rough estimate. */
  slack: 1.5,
  tried: 16,
  triedPlaces: 8,
  leastGain: 1e-6,
} as const;

/** Instances that are put aside for another and taken up later. By trial. */
export const INTERRUPTIONS = {
  /** Pseudo-count of steps without an interruption, beside 1 with one. */
  steps: 60,
  /** Nats that an interruption costs beside its rate: noise could else be told as one. */
  price: 1,
} as const;

/** Choices that are much like those shortly before, because tasks come in blocks. By trial. */
export const BLOCKS = {
  /** What a choice counts at each later one, as a share. */
  fade: 0.9,
  /** Pseudo-count of the choice that all choices so far make likely. */
  allChoices: 0.5,
  /** Choices after which an older one no longer counts: by then `fade` has made it less than 1e-9. */
  forgotten: 200,
} as const;

/** Signals that hold whatever the actions are. By trial. */
export const SIGNALS = {
  /** Nats for each point of an outset at a beginning, and share that the edges of sessions count. */
  outset: 0.4,
  edge: 1,
  /** Least share of instances taken to begin or end with any action: sessions are cut off, and there is noise. */
  oddEdge: 0.05,
  /** Least and most nats that the pause before an interaction adds to a beginning there. */
  leastOfPause: -1,
  mostOfPause: 5,
  /** Pseudo-count of each level of a pause or a value. */
  level: 0.5,
} as const;

/** How much like a beginning the surroundings of an interaction are: points that are added up. By trial. */
export const OUTSETS = {
  /** A word that completes stands right before: "Submit". */
  completed: 1,
  /** A word that opens stands here: "Open". */
  opens: 0.5,
  /** Another application than right before. */
  otherApp: 0.5,
  /** Points of the longest pause over the shortest one; the median pause has none. */
  pause: 2,
} as const;

/** What a person told by hand. */
export const HINTS = {
  /** Nats of a marked place: more than any evidence of one place, so that the parse has it as it is marked. */
  marked: 60,
  /**
   * Pseudo-counts of beginnings, and of places where none begins, among those that are like marked ones: the same action
   * before and at the place, the same action there, the same action before. One mark makes a beginning 21 times as likely
   * where both actions are the same, for a person marks what is usual; and three times where one of them is, which may be
   * so by chance. A mark and its opposite at like places tell nothing.
   */
  likePair: 0.05,
  likeOne: 0.5,
  /** Interactions before and after a marked place that a sample takes in. */
  around: 60,
} as const;

/** Pauses of three sorts: none, long, very long. */
export const PAUSES = {
  /** A long pause is so many times the median one; a very long one so many times a long one. */
  times: 10,
  /** Seconds of a long pause at least. */
  leastSeconds: 60,
} as const;

/** Values that tie interactions to each other. By trial. */
export const VALUES = {
  /** Interactions within which a value that recurs spans the boundaries between, for the first rules of the search. */
  within: 60,
  /** Values of so many characters are looked at, longer ones up to here; from `short` on their words are looked at. */
  characters: 400,
  short: 24,
  /** Values of one interaction at most. */
  most: 12,
  /** A value that this share of an action's occurrences has says where something is done, not on what. */
  context: 0.5,
  /** Occurrences of a value at an action from which its share of them is its probability there. */
  often: 10,
  /** Logarithm of the probability by chance from which a value is a constant, and ties nothing. */
  constant: -3,
  /** The same below which a value is taken to name one thing, for the first rules of the search. */
  telling: -4,
  /** A log is about so many things at most: a coincidence is as probable as one in so many. */
  mostThings: 1000,
  /** Pseudo-count of a value that came once. */
  unseen: 0.5,
  /** Share of values that are those their action usually has; others may be any value of the log. */
  likeHere: 0.9,
  /** Pseudo-counts of values that their instance has had, and that it has not. */
  repeated: 1,
  fresh: 1,
  /** The same of new values that are those of the time before, such as a date that stays, and that are not. */
  kept: 0.1,
  changed: 1,
} as const;

/** Actions as codes. */
export const CODES = {
  /** Actions with a code of their own: the most frequent ones. The others share codes by application and class. */
  most: 400,
  /** Where there are more actions than this, those that occur fewer times than `fewestTimes` share codes, too. */
  few: 60,
  fewestTimes: 3,
} as const;

/** Samples of long logs. Chosen for speed: figures hardly change beyond. */
export const SAMPLES = {
  /** Interactions of one piece of a sample, about. */
  piece: 600,
  /** Interactions before and after the place where a piece should begin; it begins at the longest pause among them. */
  around: 60,
  /** Interactions that the search looks at; what it finds is counted again over all that is to be learnt from. */
  searched: 4000,
  /** Interactions that the first rules are chosen by, which are tried by the thousand. */
  rules: 3000,
} as const;

/** The decoder. Chosen for speed, as wide as made no difference to the parses of the corpora. */
export const BEAM = {
  /** Nats behind the best hypothesis at which one is given up. */
  nats: 12,
  /** The same for hypotheses in which an instance waits. */
  natsWaiting: 10,
  /** Hypotheses of one moment that are kept at most. */
  most: 200,
  /** Interactions at the beginning of a stream that may be stray before anything begins. */
  lead: 20,
  /** Moves that are remembered; once there are more, the best hypothesis is written down and goes on alone. */
  moves: 1 << 21,
} as const;

/** Rules such as "an instance begins before each openFile", from which the search sets out. By trial. */
export const RULES = {
  /** An instance begins so many interactions before the action of the rule: 0 is at it, -1 right after it. */
  offsets: [0, -1, 1, 2],
  /** Beginnings that a rule makes at least: so many, and one in so many interactions. */
  fewest: 3,
  oneIn: 2000,
  /** Rules that are each grown into a set of rules. */
  grown: 5,
  /** Most promising rules by themselves that are tried as further members of a set, and rounds of trying. */
  tried: 40,
  rounds: 12,
  /** Nats by which a further rule must be better. */
  leastGain: 1e-6,
} as const;

/** Parsing and counting in turn. By trial. */
export const SEARCH = {
  /** Sets of rules that are improved, and those of them that are improved further. */
  promising: 7,
  /** Sizes of instances that are told apart among them: one for each doubling of their number. */
  sizes: 1,
  best: 3,
  /** Those of the latter that are changed until nothing makes them better. */
  climbed: 2,
  /** Rounds of parsing and counting: at first, of what is best so far, of a changed parse, of one that is a bit worse. */
  roundsAtFirst: 3,
  roundsOfBest: 8,
  roundsOfChanged: 6,
  roundsOfNear: 3,
  /** Rounds of forbidding rare beginnings and trying changes. */
  rounds: 6,
  /** Least share of strays that the first, the second round of parsing expects. */
  strayShares: [0.05, 0.03],
  /** An action begins or ends instances only if it does so in this share of its occurrences; both are tried. */
  tidyShares: [0.1, 0.3],
  /** Nats of a beginning or an end that is thereby forbidden. */
  nearlyNever: -12,
  /** Share of steps at which interruptions are then expected. */
  interrupted: 0.03,
  /** Times that the search sets out again from what is best so far, with beginnings and ends made likelier at random. */
  restarts: 2,
  /** Nats behind the best by which such a start is still looked at further; the seed of its random numbers. */
  worthClimbing: 40,
  /** Nats within which it is taken for the same parse. */
  same: 1,
  seed: 2026,
  /** Nats by which they are made likelier or less likely, about. */
  heat: 5,
  /** Nats by which a parse must be better. */
  leastGain: 1e-6,
} as const;

/** Changes of many instances at once. By trial. */
export const CHANGES = {
  /** Steps by which all instances, and those with one of the usual beginnings, begin sooner or later. */
  shiftsOfAll: [-4, -3, -2, -1, 1, 2, 3, 4],
  shiftsOfUsual: [-2, -1, 1, 2],
  /** Beginnings that are usual: of one in so many instances, and so many of them at most. */
  usualOneIn: 10,
  usual: 2,
  /** Instances of at most so many steps may be strays; so many sets of actions of such instances are tried. */
  shortSteps: 3,
  shortSets: 4,
  /** Pairs of actions at which instances are joined or parted, of each sort. */
  pairs: 8,
  /** Actions after which, or before which, instances are parted whatever comes there, of each sort. */
  wide: 8,
  /** Times that a pair, or a set, must occur. */
  fewest: 3,
  /** A pair may part instances if its first action ends, or its second begins, one in so many of its occurrences. */
  edgeOneIn: 5,
  /** Rounds of moving further beginnings once a change was for the better. */
  moreRounds: 4,
  /** Nats by which a change may be worse to be looked at again, and how many of those are. */
  near: 60,
  nearest: 4,
  leastGain: 1e-6,
} as const;

/** Other beginnings of the same rounds. By trial. */
export const BEGINNINGS = {
  /** Other beginnings that get a full look, best first by the simple model. */
  promising: 12,
  /** Nats that the simple model may find them worse: it knows neither strays nor roles. */
  slack: 60,
  /** Actions at beginnings, and at ends, by which boundaries are grouped: for moves by steps, and to a state. */
  groupsForSteps: 14,
  groupsForStates: 5,
  /** Boundaries of a group: at least so many, and one in so many of all. */
  fewest: 3,
  oneIn: 50,
  /** Boundaries move by so many steps. */
  steps: [1, 2],
  /** They move to a state that at least one in so many of the instances has. */
  stateOneIn: 2,
} as const;

/** Strays and false starts, once a log is parsed. By trial. */
export const SETTLING = {
  /** An action is no step of a task if more than one in so many of its occurrences is stray, or stands alone. */
  aloneOneIn: 2,
  /** A false start has at most so many steps, or one in so many of those of the median instance. */
  falseStartSteps: 2,
  falseStartOneIn: 5,
  /** The same few steps are an instance of their own if they recur more often than in one of so many instances. */
  recurringOneIn: 50,
} as const;

/** Kinds of task. */
export const KINDS = {
  /** Ways of doing a task that are compared with each other; rarer ones go to the kind that they are most like. */
  variants: 150,
  /** Likeness (cosine of shares of actions, 0 to 1) from which two groups are one kind: they share half of what they do. */
  same: 0.5,
  /** A kind of fewer than one in so many instances goes to the nearest kind from this likeness on. By trial. */
  fewOneIn: 200,
  somewhat: 0.2,
} as const;
