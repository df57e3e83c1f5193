import type { Language, Localized } from "../../../base/localized.ts";
import type { Subject } from "../build-model.ts";
import type { Asked } from "../filter.ts";
import type { Item, Picture, Point, Shape } from "../scene.ts";
import { group, path, rect, text } from "../scene.ts";
import { joinedModel, storageParts } from "../storage/build.ts";
import { type Life, lifeOf } from "../storage/life.ts";
import {
  type LifePicture,
  lifeModel,
  lifePicture,
  ROLE_WORDS,
  type ShownMove,
  type ShownState,
  volumeAt,
} from "../storage/life-model.ts";
import type { Lane } from "../storage/life-states.ts";
import { round } from "../svg.ts";
import { fitted, widthOf, wrapped } from "../text-size.ts";
import type { View } from "../view.ts";

/** The states that a claim and its volume go through, and where they stand. */
export const lifecycle: View = {
  id: "lifecycle",
  title: { en: "Life cycle", vi: "Vòng đời" },
  detail: { en: "Detail", vi: "Chi tiết" },
  about: "storage",
  follows: true,
  boxesOf: (subject) => joinedModel(storageParts(subject, undefined)).boxes,
  tell: (subject, asked) => lifeModel(lifePicture(lifeIn(subject, asked))),
  draw: drawLife,
};

const lifeIn = (subject: Subject, { focus }: Asked): Life | undefined =>
  lifeOf(storageParts(subject, undefined), focus);

const WIDTH = 204;
const GUTTER = 128;
const MARGIN = 24;
const PAD = 22;
const HEAD = 58;
const BELOW = 40;
const BETWEEN = 44;
const LINE = 14;
/** Where level arrows leave and arrive, below the top of a card. */
const LEVEL = 20;

interface Placed extends ShownState {
  readonly x: number;
  readonly y: number;
  readonly height: number;
}

function drawLife(subject: Subject, asked: Asked, language: Language): Picture {
  const life = lifeIn(subject, asked);
  const picture = lifePicture(life);
  const claims = laneOf("claim", picture, MARGIN, language);
  const volumes = laneOf("volume", picture, claims.bottom + BETWEEN, language);
  const placed = new Map([...claims.cards, ...volumes.cards].map((card) => [card.id, card]));
  const width = 4 * WIDTH + 3 * GUTTER + 2 * PAD;
  return {
    width: width + 2 * MARGIN,
    height: volumes.bottom + MARGIN,
    title: { en: "Life cycle of a claim and its volume", vi: "Vòng đời của claim và volume" },
    shapes: [
      ground("claim", life, picture, { top: MARGIN, bottom: claims.bottom, width }, language),
      ground("volume", life, picture, { top: claims.bottom + BETWEEN, bottom: volumes.bottom, width }, language),
      ...together(placed, claims.bottom, language),
      ...picture.moves.map((move) => arrow(move, placed, language)),
      ...[...placed.values()].map((card) => stateCard(card, language)),
    ],
  };
}

function laneOf(lane: Lane, { states }: LifePicture, top: number, language: Language) {
  const own = states.filter((state) => state.lane === lane);
  const tallest = (row: number): number =>
    Math.max(...own.map((each) => (each.state.row === row ? heightOf(each, language) : 0)));
  const rows = [top + HEAD, top + HEAD + tallest(0) + BELOW];
  const cards = own.map((each): Placed => {
    const { column, row } = each.state;
    const x = MARGIN + PAD + column * (WIDTH + GUTTER);
    return { ...each, x, y: rows[row] ?? top, height: heightOf(each, language) };
  });
  return { cards, bottom: (rows[1] ?? top) + tallest(1) + PAD };
}

const wordsOf = ({ state }: ShownState, language: Language): readonly string[] =>
  wrapped(state.what[language], 11, WIDTH - 24, 5);

const whyOf = ({ why }: ShownState, language: Language): readonly string[] =>
  why && why[language] !== "" ? wrapped(why[language], 11, WIDTH - 24, 6) : [];

function heightOf(state: ShownState, language: Language): number {
  const why = whyOf(state, language).length;
  return 32 + wordsOf(state, language).length * LINE + (why > 0 ? 10 + why * LINE : 0) + 4;
}

function ground(
  lane: Lane,
  life: Life | undefined,
  { volumeWhy, states }: LifePicture,
  { top, bottom, width }: { readonly top: number; readonly bottom: number; readonly width: number },
  language: Language,
): Shape {
  const kind = lane === "claim" ? "PersistentVolumeClaim" : "PersistentVolume";
  const name = lane === "claim" ? life?.claim?.key : life?.volume?.name;
  const isComing = states.some((state) => state.lane === lane && state.role === "next");
  const absent = lane === "volume" && life && !life.volume && !isComing ? `: ${volumeWhy[language]}` : "";
  const heading = `${kind}${name === undefined ? absent : ` ${name}`}`;
  const note = lane === "volume" && life?.policy ? `persistentVolumeReclaimPolicy: ${life.policy}` : "";
  const item: Omit<Item, "ends"> = {
    id: lane === "claim" ? `claim:${name ?? ""}` : `volume:${name ?? ""}`,
    class: "namespace",
    title: { en: heading, vi: heading },
    at: lane === "claim" ? life?.claimAt : life && volumeAt(life),
  };
  return group(item, [
    rect("frame", { x: MARGIN, y: top }, width, bottom - top, 10),
    text(
      "frame-name",
      { x: MARGIN + PAD, y: top + 27 },
      fitted(heading, 15.5, width - 2 * PAD - widthOf(note, 11.5) - 20),
    ),
    ...(note === "" ? [] : [text("note", { x: MARGIN + width - PAD, y: top + 26 }, note, "end")]),
  ]);
}

function stateCard(card: Placed, language: Language): Shape {
  const { id, x, y, height, role, state, why, at } = card;
  const lines = wordsOf(card, language);
  const reasons = whyOf(card, language);
  const below = y + 32 + lines.length * LINE;
  const title = (each: Language): string =>
    [state.name[each], state.what[each], why?.[each] ?? ""].filter(Boolean).join("\n");
  const isHere = role === "now" || role === "next";
  return group({ id, class: `state ${role}`, title: { en: title("en"), vi: title("vi") }, at }, [
    rect("card", { x, y }, WIDTH, height, 8),
    text("name", { x: x + 12, y: y + 21 }, fitted(state.name[language], 13.5, WIDTH - (isHere ? 92 : 24))),
    ...(isHere ? tag(ROLE_WORDS[role], { x: x + WIDTH, y }, language) : []),
    ...lines.map((line, i) => text("detail", { x: x + 12, y: y + 39 + i * LINE }, line)),
    ...(reasons.length > 0 ? [path("rule", `M${round(x)} ${round(below + 3)}h${WIDTH}`)] : []),
    ...reasons.map((line, i) => text("reason", { x: x + 12, y: below + 18 + i * LINE }, line)),
  ]);
}

function tag(words: Localized, { x, y }: Point, language: Language): readonly Shape[] {
  const width = widthOf(words[language], 10.5) + 16;
  return [
    rect("pill", { x: x - width - 9, y: y + 8 }, width, 17, 8.5),
    text("pill-text", { x: x - width / 2 - 9, y: y + 20 }, words[language], "middle"),
  ];
}

function arrow(
  { id, move, from, to, isBarred, title, at }: ShownMove,
  placed: ReadonlyMap<string, Placed>,
  language: Language,
): Shape {
  const [start, end] = [placed.get(from), placed.get(to)];
  const item = { id, class: isBarred ? "edge becomes barred" : "edge becomes", title, at, ends: [from, to] as const };
  if (!start || !end) return group(item, []);
  const way = start.state.column < end.state.column ? onward(start, end) : back(start, end);
  const room = way.isLong ? 420 : GUTTER - 12;
  const lines = wrapped(move.label[language], 10.5, room, 3);
  const { x, y } = way.middle;
  return group(item, [
    path("hit", way.d),
    path("wire", way.d),
    path("tip", way.tip),
    ...lines.map((line, i) => text("label", { x, y: y - 6 - (lines.length - 1 - i) * 12 }, line, "middle")),
  ]);
}

interface Way {
  readonly d: string;
  readonly tip: string;
  readonly middle: Point;
  readonly isLong: boolean;
}

function onward(start: Placed, end: Placed): Way {
  const isLevel = start.state.row === end.state.row;
  // Arrows from and to the same card keep apart.
  const from = { x: start.x + WIDTH, y: start.y + (end.state.row > start.state.row ? LEVEL + 26 : LEVEL) };
  const to = { x: end.x, y: end.y + (end.state.row < start.state.row ? LEVEL + 26 : LEVEL) };
  const middle = round((from.x + to.x) / 2);
  const d = isLevel
    ? `M${round(from.x)} ${round(from.y)}H${round(to.x - 7)}`
    : `M${round(from.x)} ${round(from.y)}C${middle} ${round(from.y)} ${middle} ${round(to.y)} ${round(to.x - 7)} ${round(to.y)}`;
  return {
    d,
    tip: `M${round(to.x)} ${round(to.y)}l-8 -4.5v9z`,
    middle: { x: (from.x + to.x) / 2, y: isLevel ? from.y : (from.y + to.y) / 2 + 6 },
    isLong: false,
  };
}

/** Below everything between them. */
function back(start: Placed, end: Placed): Way {
  const x = start.x + WIDTH / 2;
  const y = end.y + Math.max(end.height - 18, LEVEL + 20);
  const to = end.x + WIDTH;
  return {
    d: `M${round(x)} ${round(start.y + start.height)}V${round(y - 8)}Q${round(x)} ${round(y)} ${round(x - 8)} ${round(y)}H${round(to + 7)}`,
    tip: `M${round(to)} ${round(y)}l8 -4.5v9z`,
    middle: { x: (x + to) / 2 + 20, y },
    isLong: true,
  };
}

/** What happens to both at once. */
function together(placed: ReadonlyMap<string, Placed>, between: number, language: Language): readonly Shape[] {
  const [claim, volume] = [placed.get("state:claim/Bound"), placed.get("state:volume/Bound")];
  const [gone, released] = [placed.get("state:claim/gone"), placed.get("state:volume/Released")];
  if (!claim || !volume || !gone || !released) return [];
  const x = claim.x + WIDTH / 2;
  const [left, right] = [released.x + WIDTH / 2, gone.x + WIDTH / 2];
  const turn = between + BETWEEN / 2;
  const joint = { en: "one claim, one volume", vi: "một claim, một volume" };
  const follows = { en: "then, for the volume", vi: "khi đó, với volume" };
  return [
    {
      kind: "layer",
      class: "edge bound",
      title: joint,
      shapes: [
        path("wire", `M${round(x)} ${round(claim.y + claim.height)}V${round(volume.y)}`),
        text("label", { x: x + 10, y: turn + 4 }, joint[language]),
      ],
    },
    {
      kind: "layer",
      class: "edge routes",
      title: follows,
      shapes: [
        path(
          "wire",
          `M${round(right)} ${round(gone.y + gone.height)}V${round(turn)}H${round(left)}V${round(released.y - 7)}`,
        ),
        path("tip", `M${round(left)} ${round(released.y)}l-4.5 -8h9z`),
        text("label", { x: left + 14, y: turn - 6 }, follows[language]),
      ],
    },
  ];
}
