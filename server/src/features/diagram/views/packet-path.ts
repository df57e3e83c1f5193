import type { Language, Localized } from "../../../base/localized.ts";
import { bytesOf } from "../../../engines/path/layers.ts";
import type { Hop, Packet } from "../../../engines/path/walk.ts";
import { MODEL_WORDS } from "../../network/models/names.ts";
import { REASONS } from "../../network/models/steps.ts";
import { PROGRAMMER_WORDS, SITUATION_WORDS, UNAVAILABLE_WORDS } from "../../network/models/terms.ts";
import { type JoinedPath, joinedPath } from "../../network/path.ts";
import { doingInWords, misunderstood, mtuInWords, placeInWords, verdictLines } from "../../network/path-text.ts";
import type { Subject } from "../build-model.ts";
import { type Asked, shown as shownOf } from "../filter.ts";
import { pathChosen, questionOf } from "../path-choice.ts";
import { group, type Picture, type Point, path, rect, type Shape, text } from "../scene.ts";
import { round } from "../svg.ts";
import { fitted, widthOf, wrapped } from "../text-size.ts";
import { PORT, type View } from "../view.ts";

/** The way of a packet: a lane for each machine, a line for each hop, and the packet as it is after it. */
export const packetPath: View = {
  id: "path",
  title: { en: "Path", vi: "Đường đi" },
  about: "network",
  follows: false,
  boxesOf: ({ model }) => model.boxes,
  tell: ({ model }, asked) => shownOf(model, asked),
  detail: PORT,
  draw: drawPath,
};

const MARGIN = 24;
const LANE = 212;
const GAP = 16;
/** Between hops. */
const STEP = 16;
/** Height of a packet, and of a hop that is told in one line. */
const CARD = 46;
const LINE = 13;
const MOST_LINES = 4;
const HEAD = 46;
const TOP = 92;
/** Of the packet beside its hop. */
const LAYER = 214;
const INNER = 286;

function drawPath({ world }: Subject, asked: Asked, language: Language): Picture {
  const chosen = pathChosen(world, asked.path, asked.focus);
  const joined = joinedPath(world, questionOf(world, chosen));
  const title = { en: `Path from ${chosen.from} to ${chosen.to}`, vi: `Đường đi từ ${chosen.from} tới ${chosen.to}` };
  return "kind" in joined
    ? { width: 760, height: 120, title, shapes: [text("note", { x: MARGIN, y: 60 }, misunderstood(joined)[language])] }
    : { title, ...strip(joined, language) };
}

function strip(joined: JoinedPath, language: Language): Pick<Picture, "width" | "height" | "shapes"> {
  const { hops, lanes, unavailable, question } = joined.path;
  const { ports, protocol } = question;
  const model = MODEL_WORDS[question.model].name[language];
  const heading = `${joined.from}  →  ${joined.to}  ${protocol} ${ports.dialled}`;
  const lines = [
    [model, joined.path.proxy ? `kube-proxy ${joined.path.proxy}` : "", SITUATION_WORDS[question.situation][language]],
    [unavailable ? UNAVAILABLE_WORDS[unavailable][language] : `MTU: ${mtuInWords(joined)[language]}`],
  ].map((parts) => parts.filter(Boolean).join("  ·  "));
  const columns = new Map(lanes.map(({ place }, i) => [place, MARGIN + i * (LANE + GAP)]));
  const right = MARGIN + lanes.length * (LANE + GAP) + 24;
  const tops: number[] = [];
  let bottom = TOP + HEAD + 20;
  for (const hop of hops) {
    tops.push(bottom);
    bottom += heightOf(hop, language) + STEP;
  }
  const deepest = Math.max(0, ...hops.map(({ after }) => after.outer.length));
  const verdict = joined.verdict ? verdictLines(joined.verdict, language) : [];
  const at = (hop: Hop, i: number): Point => ({ x: columns.get(hop.place) ?? MARGIN, y: tops[i] ?? TOP });
  const width = Math.max(right + deepest * LAYER + INNER + MARGIN, widthOf(heading, 16) + 2 * MARGIN, 720);
  return {
    width,
    height: bottom + 24 + verdict.length * 18 + MARGIN,
    shapes: [
      text("frame-name", { x: MARGIN, y: 34 }, heading),
      ...lines.map((line, i) => text("note", { x: MARGIN, y: 56 + i * 18 }, line)),
      ...lanes.map(({ place, address }) =>
        lane(joined, place, address, { x: columns.get(place) ?? 0, y: TOP }, bottom - TOP, language),
      ),
      ...hops
        .slice(1)
        .map((hop, i) =>
          arrow(below(hops[i] ?? hop, at(hops[i] ?? hop, i), language), at(hop, i + 1), isLost(joined, i + 1)),
        ),
      ...hops.map((hop, i) => hopCard(joined, hop, i, at(hop, i), language)),
      ...hops.flatMap((hop, i) => packetShapes(hop, { x: right, y: at(hop, i).y }, deepest, isLost(joined, i))),
      text(
        "name",
        { x: right, y: TOP + 21 },
        { en: "the packet after each hop", vi: "gói tin sau mỗi chặng" }[language],
      ),
      ...verdict.map((line, i) => text(i === 0 ? "name" : "note", { x: MARGIN, y: bottom + 24 + i * 18 }, line)),
    ],
  };
}

/** Behind the hop where policies drop the packet. */
const isLost = ({ verdict }: JoinedPath, i: number): boolean =>
  verdict?.droppedAt !== undefined && i > verdict.droppedAt;

function lane(
  joined: JoinedPath,
  place: Hop["place"],
  address: string,
  { x, y }: Point,
  height: number,
  language: Language,
): Shape {
  const words = placeInWords({ place }, joined)[language];
  const title = placeInWords({ place }, joined);
  return group({ id: `lane:${place}`, class: "namespace", title: withDetail(title, address), at: undefined }, [
    rect("frame", { x, y }, LANE, height, 10),
    text("name", { x: x + 12, y: y + 21 }, fitted(words, 13.5, LANE - 24)),
    text("caption", { x: x + 12, y: y + 36 }, address),
  ]);
}

const withDetail = ({ en, vi }: Localized, detail: string): Localized => ({
  en: `${en}, ${detail}`,
  vi: `${vi}, ${detail}`,
});

function hopCard(joined: JoinedPath, hop: Hop, i: number, { x, y }: Point, language: Language): Shape {
  const isDropped = joined.verdict?.droppedAt === i;
  const doing = doingInWords(hop);
  const title = (each: Language): string =>
    `${i + 1}. ${hop.device.name}: ${doing[each]}\n${REASONS[hop.why][each]} [${PROGRAMMER_WORDS[hop.by][each]}]`;
  const policy = hop.policy === undefined ? undefined : joined.verdict?.reasons[hop.policy].policies[0]?.policy;
  const classes = ["hop", isDropped ? "dropped" : "", isLost(joined, i) ? "lost" : "", hop.nat ? "nat" : ""];
  const lines = linesOf(hop, language);
  return group(
    {
      id: `hop:${i}`,
      class: classes.filter(Boolean).join(" "),
      title: { en: title("en"), vi: title("vi") },
      at: policy && { origin: policy.origin, path: ["spec", hop.policy ?? ""] },
    },
    [
      rect("card", { x: x + 8, y }, LANE - 16, heightOf(hop, language), 7),
      text(
        "name",
        { x: x + 18, y: y + 19 },
        fitted(`${isDropped ? "✕ " : ""}${i + 1}  ${hop.device.name}`, 13.5, ROOM),
      ),
      ...lines.map((line, j) => text("caption", { x: x + 18, y: y + 35 + j * LINE }, line)),
    ],
  );
}

const ROOM = LANE - 2 * 8 - 20;

const linesOf = (hop: Hop, language: Language): readonly string[] =>
  wrapped(doingInWords(hop)[language], 10.8, ROOM, MOST_LINES);

const heightOf = (hop: Hop, language: Language): number => CARD + (linesOf(hop, language).length - 1) * LINE;

const below = (hop: Hop, { x, y }: Point, language: Language): Point => ({ x, y: y + heightOf(hop, language) });

function arrow(from: Point, to: Point, isLostHere: boolean): Shape {
  const classes = isLostHere ? "edge lost" : "edge routes";
  const title = { en: "next hop", vi: "chặng tiếp theo" };
  const [x, y] = [from.x + LANE / 2, from.y];
  const end = { x: to.x + LANE / 2, y: to.y };
  const turn = (y + end.y) / 2;
  const d =
    x === end.x
      ? `M${round(x)} ${round(y)}V${round(end.y - 7)}`
      : `M${round(x)} ${round(y)}C${round(x)} ${round(turn + 8)} ${round(end.x)} ${round(turn - 8)} ${round(end.x)} ${round(end.y - 7)}`;
  const tip = `M${round(end.x)} ${round(end.y)}l-4.5 -8h9z`;
  return { kind: "layer", class: classes, title, shapes: [path("wire", d), path("tip", tip)] };
}

/** The packet after a hop, outermost layer first. Only what changed is drawn in full strength. */
function packetShapes(hop: Hop, { x, y }: Point, deepest: number, isLostHere: boolean): readonly Shape[] {
  if (isLostHere) return [];
  const { outer, source, destination } = hop.after;
  const start = x + (deepest - outer.length) * LAYER;
  const layers = outer.map(({ layer, from, to }, i): readonly Shape[] => {
    const at = { x: start + i * LAYER, y };
    const ways = from === undefined ? "" : `${from} → ${to}`;
    return [
      rect("packet-layer", at, LAYER, CARD, 4),
      text("name", { x: at.x + 10, y: y + 19 }, `${layer.name} +${bytesOf(layer)} B`),
      text("tiny-port", { x: at.x + 10, y: y + 35 }, fitted(ways, 10.5, LAYER - 18)),
    ];
  });
  const inner = { x: start + outer.length * LAYER, y };
  const size = hop.mtu === undefined ? "" : `${hop.size} / MTU ${hop.mtu}`;
  return [
    ...layers.flat(),
    rect(hop.nat ? "packet packet-nat" : "packet", inner, INNER, CARD, 4),
    text("tiny-port", { x: inner.x + 10, y: y + 19 }, `${shown(source)} → ${shown(destination)}`),
    text("caption", { x: inner.x + 10, y: y + 36 }, [hop.nat ? "NAT" : "", size].filter(Boolean).join("  ·  ")),
  ];
}

const shown = ({ address, port }: Packet["source"]): string => `${address}:${port}`;
