import type { Language } from "../../../base/localized.ts";
import type { Subject } from "../build-model.ts";
import { type Asked, shown } from "../filter.ts";
import { type Box, isProblem, type Mark, type Model, type NamespaceModel } from "../model.ts";
import { group, type Picture, type Point, rect, type Shape, text } from "../scene.ts";
import { fitted, widthOf } from "../text-size.ts";
import { PORT, type View } from "../view.ts";

/** A line for every workload: hundreds of them at a glance. */
export const overview: View = {
  id: "overview",
  title: { en: "Overview", vi: "Toàn cảnh" },
  about: "network",
  follows: false,
  boxesOf: ({ model }) => model.boxes,
  tell: ({ model }, asked) => shown(model, asked),
  detail: PORT,
  draw: drawOverview,
};

const WIDTH = 190;
const LINE = 13.5;
const HEAD = 24;
const GAP = 7;
const MARGIN = 14;
const KEY = 26;
/** Width by height of a picture that fills a screen. */
const ASPECT = 1.62;

function drawOverview({ model }: Subject, asked: Asked, language: Language): Picture {
  const visible = shown(model, asked);
  const cards = visible.namespaces.map((namespace) => {
    const boxes = visible.boxes.filter(({ kind, namespace: of }) => kind === "workload" && of === namespace.name);
    return { namespace, boxes, height: HEAD + boxes.length * LINE + 8 };
  });
  const total = cards.reduce((sum, { height }) => sum + height + GAP, 0);
  const wanted = Math.round(Math.sqrt((total * ASPECT) / (WIDTH + GAP)));
  const columns = inColumns(cards, Math.max(1, Math.min(cards.length, wanted)));
  const troubled = troubledIn(visible);
  const shapes = columns.flatMap((column, i) => {
    let y = MARGIN + KEY;
    return column.map(({ namespace, boxes, height }) => {
      const at = { x: MARGIN + i * (WIDTH + GAP), y };
      y += height + GAP;
      return namespaceCard(namespace, boxes, at, height, troubled);
    });
  });
  const tallest = Math.max(0, ...columns.map(heightOf));
  const width = MARGIN * 2 + columns.length * (WIDTH + GAP) - GAP;
  return {
    width: Math.max(width, 640),
    height: MARGIN + KEY + tallest + MARGIN,
    title: { en: "Overview of the workloads", vi: "Toàn cảnh các workload" },
    shapes: [key(language), ...shapes],
  };
}

interface Tall {
  readonly height: number;
}

const heightOf = (column: readonly Tall[]): number => column.reduce((sum, { height }) => sum + height + GAP, -GAP);

/** From top to bottom, column by column, in the given order; no column higher than need be. */
function inColumns<T extends Tall>(cards: readonly T[], most: number): readonly (readonly T[])[] {
  const fill = (limit: number): T[][] => {
    const columns: T[][] = [];
    let used = 0;
    for (const card of cards) {
      const last = columns.at(-1);
      if (last && used + GAP + card.height <= limit) {
        last.push(card);
        used += GAP + card.height;
      } else {
        columns.push([card]);
        used = card.height;
      }
    }
    return columns;
  };
  let [low, high] = [Math.max(0, ...cards.map(({ height }) => height)), Math.max(0, heightOf(cards))];
  while (high - low > 1) {
    const middle = (low + high) / 2;
    if (fill(middle).length <= most) high = middle;
    else low = middle;
  }
  return fill(high);
}

function troubledIn({ links, boxes }: Model): ReadonlySet<string> {
  const conflicts = boxes.filter(({ rows }) => rows.some(({ state }) => state === "conflict")).map(({ id }) => id);
  return new Set([...conflicts, ...links.filter(isProblem).flatMap(({ from, to }) => [from.box, to.box])]);
}

function namespaceCard(
  { name, policies }: NamespaceModel,
  boxes: readonly Box[],
  { x, y }: Point,
  height: number,
  troubled: ReadonlySet<string>,
): Shape {
  const count = `${boxes.length}`;
  const note = policies.length > 0 ? `${policies.length} netpol` : "";
  const title = {
    en: `Namespace ${name}: ${count} workloads, ${policies.length} policies`,
    vi: `Namespace ${name}: ${count} workload, ${policies.length} policy`,
  };
  const shown = fitted(name, 13.5, WIDTH - 36 - widthOf(note, 10) - widthOf(count, 10.5));
  return group({ id: `namespace:${name}`, class: "namespace", title, at: policies[0]?.at }, [
    rect("frame", { x, y }, WIDTH, height, 5),
    text("name", { x: x + 8, y: y + 16.5 }, shown),
    text("caption", { x: x + 14 + widthOf(shown, 13.5), y: y + 16.5 }, count),
    ...(note === "" ? [] : [text("tiny-note", { x: x + WIDTH - 8, y: y + 16.5 }, note, "end")]),
    ...boxes.map((box, i) => line(box, { x, y: y + HEAD + i * LINE }, troubled.has(box.id))),
  ]);
}

function line(box: Box, { x, y }: Point, isTroubled: boolean): Shape {
  const ports = box.rows.map((row) => row.text);
  const shown = ports.length > 2 ? `${ports.slice(0, 2).join(" ")} +${ports.length - 2}` : ports.join(" ");
  const portText = fitted(shown, 10.5, 78);
  const room = WIDTH - 34 - widthOf(portText, 10.5) - 14;
  const marks = box.marks.map(({ title }) => title);
  const title = {
    en: [box.title.en, ...marks.map(({ en }) => en)].join("\n"),
    vi: [box.title.vi, ...marks.map(({ vi }) => vi)].join("\n"),
  };
  return group({ id: box.id, class: isTroubled ? "workload line problem" : "workload line", title, at: box.at }, [
    rect("line-back", { x: x + 1, y: y }, WIDTH - 2, LINE),
    ...glyphs(box.marks, { x: x + 8, y: y + 2.5 }),
    text("line-name", { x: x + 33, y: y + 10.5 }, fitted(isTroubled ? `⚠ ${box.name}` : box.name, 11.2, room)),
    ...(portText === "" ? [] : [text("line-ports", { x: x + WIDTH - 8, y: y + 10.5 }, portText, "end")]),
  ]);
}

/** Two squares, in and out: filled where a policy isolates, dashed where everything is open. */
const glyphs = (marks: readonly Pick<Mark, "direction" | "state">[], { x, y }: Point): readonly Shape[] =>
  marks.map(({ direction, state }) =>
    direction === "ingress"
      ? rect(`in-${state}`, { x, y }, 8, 8, 1.5)
      : rect(`out-${state}`, { x: x + 11, y }, 8, 8, 1.5),
  );

function key(language: Language): Shape {
  const meanings = {
    open: { en: "open by default", vi: "mặc định mở" },
    isolated: { en: "isolated: only what policies allow", vi: "bị cách ly: chỉ những gì policy cho phép" },
    closed: { en: "nothing allowed", vi: "chặn hết" },
  } as const;
  const shapes: Shape[] = [];
  const lead = { en: "left: in, right: out", vi: "trái: vào, phải: ra" }[language];
  shapes.push(text("caption", { x: MARGIN, y: MARGIN + 9 }, lead));
  let x = MARGIN + widthOf(lead, 10.5) + 18;
  for (const state of ["open", "isolated", "closed"] as const) {
    const words = meanings[state][language];
    shapes.push(
      rect(`in-${state}`, { x, y: MARGIN + 1 }, 8, 8, 1.5),
      text("caption", { x: x + 13, y: MARGIN + 9 }, words),
    );
    x += 13 + widthOf(words, 10.5) + 18;
  }
  return { kind: "layer", class: "legend", title: { en: "Key", vi: "Chú giải" }, shapes };
}
