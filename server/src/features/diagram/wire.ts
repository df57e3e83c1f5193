import type { Link } from "./model.ts";
import { group, type Point, path, type Shape, text } from "./scene.ts";
import { round } from "./svg.ts";
import { fitted } from "./text-size.ts";

const TIP = 8;

/**
 * A link through its points: bends lie between points, and what it means shows in its line, its end and its colour.
 * `room` is what its label may take, before its end.
 */
export function wire(link: Link, ends: readonly [string, string], points: readonly Point[], room: number): Shape {
  const [first, last] = [points[0], points.at(-1)];
  const item = { id: link.id, class: `edge ${link.kind}`, title: link.title, at: link.at, ends };
  if (!first || !last) return group(item, []);
  const before = points.at(-2) ?? first;
  const toRight = last.x >= before.x;
  const end = { x: last.x + (toRight ? -TIP : TIP), y: last.y };
  const d = curve([...points.slice(0, -1), end]);
  const back = toRight ? -TIP : TIP;
  const tip = `M${round(last.x)} ${round(last.y)}l${back} -4.5v9z`;
  return group(item, [
    path("hit", d),
    path("wire", d),
    path("tip", tip),
    ...(link.kind === "denied" || link.kind === "impossible" ? cross(midOf(points)) : []),
    ...(link.kind === "impossible" ? reason(link, midOf(points), room) : label(link, last, toRight, room)),
  ]);
}

function curve([first, ...rest]: readonly Point[]): string {
  if (!first) return "";
  let d = `M${round(first.x)} ${round(first.y)}`;
  let from = first;
  for (const to of rest) {
    if (to.y === from.y) d += `H${round(to.x)}`;
    else {
      const middle = round((from.x + to.x) / 2);
      d += `C${middle} ${round(from.y)} ${middle} ${round(to.y)} ${round(to.x)} ${round(to.y)}`;
    }
    from = to;
  }
  return d;
}

/** In the last bend before the end, where no box is. */
function midOf(points: readonly Point[]): Point {
  const [from, to] = [points.at(-2), points.at(-1)];
  return from && to ? { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 } : { x: 0, y: 0 };
}

function cross({ x, y }: Point): readonly Shape[] {
  const [left, top] = [round(x - 4.5), round(y - 4.5)];
  return [
    path("cross-back", `M${round(x - 7)} ${round(y)}a7 7 0 1 0 14 0a7 7 0 1 0 -14 0z`),
    path("cross", `M${left} ${top}l9 9m0 -9l-9 9`),
  ];
}

/** Beside the cross: where many lines end at one place, their middles are apart. */
const reason = ({ label: words }: Link, { x, y }: Point, room: number): readonly Shape[] => [
  text("label", { x, y: y - 9 }, fitted(words, 10.5, room), "middle"),
];

function label({ label: words }: Link, { x, y }: Point, toRight: boolean, room: number): readonly Shape[] {
  if (words === "") return [];
  const shown = fitted(words === "*" ? "all ports" : words, 10.5, room);
  return [text("label", { x: x + (toRight ? -12 : 12), y: y - 5 }, shown, toRight ? "end" : "start")];
}
