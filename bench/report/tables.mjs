import { median, pairedRatio, percentile } from "../statistics.mjs";

/** A Markdown table of these rows; the first row is the heading. */
export function table(rows) {
  const [heading, ...body] = rows.map((cells) => `| ${cells.join(" | ")} |`);
  const [cells] = rows;
  return [heading, `|${cells.map(() => "---|").join("")}`, ...body].join("\n");
}

const targetNames = ["ours", "peer", "peer-one", "echo"];

export function coldTable({ cold }) {
  const rows = [["file", "server", "ms", "p95", "CPU ms", "memory MB", "ours, of its time"]];
  for (const [file, byTarget] of Object.entries(cold ?? {})) {
    for (const [target, rounds] of entriesOf(byTarget)) {
      rows.push([
        file,
        titles[target],
        ...spread(rounds.flatMap(({ wallMs }) => wallMs)),
        number(median(rounds.map(({ cpuMs }) => cpuMs))),
        megabytes(rounds),
        ratioOfOurs(byTarget, target, ({ wallMs }) => median(wallMs)),
      ]);
    }
  }
  return table(rows);
}

export function typingTable({ typing }, isShown) {
  const heading = ["file", "server", "keystroke ms", "p95", "CPU ms", "ours, of its CPU"];
  const rows = [[...heading, "completion ms", "p95", "hover ms", "p95", "memory MB"]];
  for (const [file, byTarget] of Object.entries(typing ?? {}).filter(([name]) => isShown(name))) {
    for (const [target, rounds] of entriesOf(byTarget)) {
      rows.push([
        file,
        titles[target],
        ...spread(rounds.flatMap(({ wallMs }) => wallMs)),
        number(median(rounds.map(({ cpuMs }) => cpuMs))),
        ratioOfOurs(byTarget, target, ({ cpuMs }) => cpuMs),
        ...spread(rounds.flatMap(({ completionMs }) => completionMs)),
        ...spread(rounds.flatMap(({ hoverMs }) => hoverMs)),
        megabytes(rounds),
      ]);
    }
  }
  return table(rows);
}

export function burstTable({ burst }) {
  const rows = [["file", "server", "last completion ms", "CPU ms a key", "requests answered of 20"]];
  for (const [file, byTarget] of Object.entries(burst ?? {})) {
    for (const [target, rounds] of entriesOf(byTarget)) {
      rows.push([
        file,
        titles[target],
        number(median(rounds.flatMap(({ wallMs }) => wallMs))),
        number(median(rounds.map(({ cpuMs }) => cpuMs))),
        target === "echo" ? "–" : number(median(rounds.map(({ answered }) => answered))),
      ]);
    }
  }
  return table(rows);
}

export function indexTable({ index }) {
  const rows = [["server", "ms", "CPU ms", "CPU ms of reading", "memory MB", "kept bytes a document"]];
  for (const [target, rounds] of entriesOf(index?.["10000 files"])) {
    rows.push([
      titles[target],
      number(median(rounds.flatMap(({ wallMs }) => wallMs))),
      number(median(rounds.map(({ cpuMs }) => cpuMs))),
      number(median(rounds.map(({ readCpuMs }) => readCpuMs))),
      megabytes(rounds),
      number(median(rounds.map(({ keptBytes }) => keptBytes))),
    ]);
  }
  return table(rows);
}

export function busyTable({ busy }) {
  const rows = [["server", "first diagnostics ms", "keystroke ms", "p95", "keystrokes"]];
  for (const [target, rounds] of entriesOf(busy?.["10000 files"])) {
    const keystrokes = rounds.flatMap(({ wallMs }) => wallMs);
    const firstMs = number(median(rounds.flatMap((round) => round.firstMs)));
    rows.push([titles[target], firstMs, ...spread(keystrokes), String(keystrokes.length)]);
  }
  return table(rows);
}

const titles = { ours: "ours", peer: "peer", "peer-one": "peer, one schema", echo: "empty" };

/** In the order of the report, those that ran. */
const entriesOf = (byTarget) =>
  targetNames.filter((name) => byTarget?.[name] !== undefined).map((name) => [name, byTarget[name]]);

const spread = (samples) => [number(percentile(samples, 0.5)), number(percentile(samples, 0.95))];

const megabytes = (rounds) => number(median(rounds.map(({ rssBytes }) => rssBytes)) / 2 ** 20);

function ratioOfOurs(byTarget, target, value) {
  if (target === "ours" || byTarget.ours === undefined) return "–";
  const ratio = pairedRatio(byTarget.ours.map(value), byTarget[target].map(value));
  return ratio < 0.5 ? `1/${(1 / ratio).toFixed(0)}` : `${ratio.toFixed(2)}×`;
}

/** Three significant digits are as many as the noise leaves. */
function number(value) {
  if (!Number.isFinite(value)) return "–";
  return Math.abs(value) >= 100 ? value.toFixed(0) : value.toPrecision(value < 1 ? 2 : 3).replace(/\.0+$/, "");
}
