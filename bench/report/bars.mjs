import { brokenSuffix, hugeName } from "../data.mjs";
import { median, pairedRatio, percentile } from "../statistics.mjs";

/**
 * The promises that the project makes about speed, each with what was measured. A promise whose servers did not run has
 * no verdict.
 *
 * @typedef {{ promise: string, limit: number, measured: number, show: (value: number) => string }} Bar
 * @returns {readonly Bar[]}
 */
export function bars(results) {
  const texts = ["", brokenSuffix];
  return [
    ...texts.flatMap((text) => startBars(results, text)),
    ...texts.flatMap((text) => typingBars(results, text)),
    ...indexBars(results),
  ];
}

const whereOf = (text) => (text === "" ? "" : ", a key half typed");

function startBars({ cold }, text) {
  const of = (target) => cold?.[`1 document${text}`]?.[target] ?? [];
  const wall = (target) => of(target).map(({ wallMs }) => median(wallMs));
  const memory = (target) => of(target).map(({ rssBytes }) => rssBytes);
  const where = whereOf(text);
  return [
    bar(`First right diagnostics${where}: against the empty server`, 2, pairedRatio(wall("ours"), wall("echo")), times),
    bar(`First right diagnostics${where}: against the peer`, 1 / 25, pairedRatio(wall("ours"), wall("peer")), part),
    bar(`Memory then${where}: against the peer`, 1 / 7, pairedRatio(memory("ours"), memory("peer")), part),
  ];
}

function typingBars({ typing }, text) {
  const of = (file, target) => typing?.[file + text]?.[target] ?? [];
  const cpu = (file, target) => of(file, target).map(({ cpuMs }) => cpuMs);
  const sizes = Object.keys(typing ?? {}).filter((name) => name.endsWith(brokenSuffix) === (text !== ""));
  const slowest = (series) =>
    Math.max(
      ...sizes.map((name) =>
        percentile(
          (typing[name].ours ?? []).flatMap((round) => round[series]),
          0.5,
        ),
      ),
    );
  const large = "1000 documents";
  const where = whereOf(text);
  return [
    bar(
      `CPU of a keystroke${where}: 1,000 documents against 1`,
      1.5,
      pairedRatio(cpu(large, "ours"), cpu("1 document", "ours")),
      times,
    ),
    bar(
      `CPU of a keystroke${where}: 1,000 documents, against the peer`,
      1 / 100,
      pairedRatio(cpu(large, "ours"), cpu(large, "peer")),
      part,
    ),
    bar(
      `Keystroke to diagnostics${where}: one ${hugeName}`,
      30,
      percentile(
        of(hugeName, "ours").flatMap(({ wallMs }) => wallMs),
        0.5,
      ),
      milliseconds,
    ),
    bar(`Completion after an edit${where}: the slowest size`, 8, slowest("completionMs"), milliseconds),
    bar(`Hover after an edit${where}: the slowest size`, 8, slowest("hoverMs"), milliseconds),
  ];
}

function indexBars({ index }) {
  const rounds = index?.["10000 files"]?.ours ?? [];
  const cpu = pairedRatio(
    rounds.map(({ cpuMs }) => cpuMs),
    rounds.map(({ readCpuMs }) => readCpuMs),
  );
  const kept = median(rounds.map(({ keptBytes }) => keptBytes));
  return [
    bar("CPU of indexing 10,000 files, against reading them", 10, cpu, times),
    bar("Kept in memory for a document of the index", 2048, kept, (value) => `${value.toFixed(0)} bytes`),
  ];
}

const bar = (promise, limit, measured, show) => ({ promise, limit, measured, show });
const times = (value) => `${value.toFixed(2)}×`;
const part = (value) => (value < 1 ? `1/${(1 / value).toFixed(0)}` : `${value.toFixed(1)}×`);
const milliseconds = (value) => `${value.toFixed(1)} ms`;
