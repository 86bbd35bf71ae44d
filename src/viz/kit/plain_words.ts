/** Words of the code in the words of those who read a figure. */

/** `medianHandleSeconds` as `median handle, seconds`; a name of a log's column stays as it is. */
export function columnInWords(name: string): string {
  if (Object.hasOwn(measures, name)) return measures[name]!;
  if (!/^[a-z]+(?:[A-Z0-9]+[a-z]*)+$/.test(name)) return name;
  const words = name.replace(/([a-z0-9])([A-Z])/g, "$1 $2").toLowerCase();
  return words.replace(/ seconds$/, ", seconds");
}

const measures: Readonly<Record<string, string>> = {
  f1: "F1",
  cvHandle: "variation of handle",
  cvActive: "variation of active",
  p90HandleSeconds: "90 % of handle within, seconds",
  p90ActiveSeconds: "90 % of active within, seconds",
  iqrToMedianActive: "middle half of active to its median",
  p90ToP50Active: "90 % of active to its median",
  idleShare: "idle, share",
  interruptedShare: "put aside for another, share",
  fittingShare: "fitting cases, share",
  suppressed: "not shown",
};

/**
 * What a finding's example says, without the file's name and without what to set where: that is for the reading report,
 * which says it in full.
 */
export function exampleInWords(example: string, file: string): string {
  const bare = example.startsWith(file) ? example.slice(file.length).replace(/^[:,]\s*/, "") : example;
  const kept = bare.split(/(?<=;)\s+|(?<=\.)\s+(?=[A-Z])/u)
    .filter((sentence, i) => i === 0 || !/--[a-z]|\b[a-z]+[A-Z]\w*\b|\btb \w+/u.test(sentence));
  return kept.join(" ").replace(/[.;]$/, "");
}
