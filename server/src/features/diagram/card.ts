import { LANGUAGES, type Language } from "../../base/localized.ts";
import type { Box, Mark } from "./model.ts";
import { group, type Point, path, rect, type Shape, text } from "./scene.ts";
import { fitted, widthOf, wrapped } from "./text-size.ts";

export interface Size {
  readonly width: number;
  readonly height: number;
}

const HEAD = 42;
const ROW = 21;
const MARKS = 28;
/** Of a further line in a mark. */
const LINE = 13;
const MOST_LINES = 3;
export const CARD_WIDTH = 220;
const PILL = 150;

const isPill = ({ kind }: Box): boolean => kind === "outside" || kind === "group" || kind === "missing";

export function sizeOf(box: Box): Size {
  if (isPill(box)) return { width: PILL, height: HEAD };
  const marks = marksHeight(box);
  return {
    width: CARD_WIDTH,
    height: HEAD + box.rows.length * ROW + marks + (box.rows.length > 0 && marks === 0 ? 5 : 0),
  };
}

/** The same in every language, so that a picture does not move when it is read in another. */
function marksHeight({ marks }: Box): number {
  if (marks.length === 0) return 0;
  const lines = LANGUAGES.flatMap((language) => marks.map((each) => linesOf(each, marks.length, language).length));
  return MARKS + (Math.max(...lines) - 1) * LINE;
}

const linesOf = ({ text: words }: Mark, count: number, language: Language): readonly string[] =>
  wrapped(words[language], 10.5, (CARD_WIDTH - 18) / count - 16, count === 1 ? MOST_LINES : 1);

/** Where an edge meets the box, from its top. */
export function anchorOf(box: Box, row: string | undefined): number {
  const index = box.rows.findIndex(({ id }) => id === row);
  return index < 0 ? HEAD / 2 : HEAD + index * ROW + ROW / 2;
}

/** A card with a head, a row for each port, and what policies say about each direction. */
export function card(box: Box, id: string, at: Point, language: Language): Shape {
  const { width, height } = sizeOf(box);
  const { x, y } = at;
  const item = { id, class: box.kind, title: box.title, at: box.at };
  if (isPill(box))
    return group(item, [rect("card", at, width, height, HEAD / 2), ...centred(box, at, width, language)]);
  const badge = badgeOf(box);
  const left = x + 50;
  const room = width - 58;
  return group(item, [
    rect("card", at, width, height, 7),
    rect("badge", { x: x + 8, y: y + 11 }, 37, 20, 5),
    text("badge-text", { x: x + 26.5, y: y + 24.5 }, badge, "middle"),
    text("name", { x: left, y: y + 19 }, fitted(box.words?.name[language] ?? box.name, 13.5, room)),
    text("caption", { x: left, y: y + 33 }, fitted(box.words?.caption[language] ?? box.caption, 10.5, room)),
    ...(box.rows.length > 0 ? [path("rule", `M${x} ${y + HEAD}H${x + width}`)] : []),
    ...box.rows.map((_, i) => rows(box, i, at, width)),
    ...box.marks.map((each, i) => {
      const share = (width - 18) / box.marks.length;
      const start = { x: x + 9 + i * share, y: y + height - marksHeight(box) };
      return mark(each, box.marks.length, start, share, language);
    }),
  ]);
}

function centred({ words, ...box }: Box, { x, y }: Point, width: number, language: Language): readonly Shape[] {
  const [name, caption] = words ? [words.name[language], words.caption[language]] : [box.name, box.caption];
  const middle = x + width / 2;
  const shown = fitted(name, 12.5, width - 26);
  if (caption === "") return [text("name", { x: middle, y: y + 25.5 }, shown, "middle")];
  return [
    text("name", { x: middle, y: y + 19 }, shown, "middle"),
    text("caption", { x: middle, y: y + 33 }, fitted(caption, 10.5, width - 26), "middle"),
  ];
}

function rows(box: Box, i: number, { x, y }: Point, width: number): Shape {
  const row = box.rows[i] ?? { id: "", text: "", detail: "", title: box.title, at: undefined, state: "plain" as const };
  const top = y + HEAD + i * ROW;
  const isPort = row.text.startsWith(":");
  const room = width - 24;
  const aside = row.detail === "" ? 0 : Math.min(widthOf(row.detail, 11), room * 0.34) + 8;
  const main = fitted(row.text, 12.5, room - aside);
  const detail = fitted(row.detail, 11, room - widthOf(main, 12.5) - 8);
  return group({ id: row.id, class: `row ${row.state}`, title: row.title, at: row.at }, [
    ...(i % 2 === 0 ? [rect("row-back", { x: x + 1, y: top + 0.5 }, width - 2, ROW)] : []),
    text(isPort ? "port" : "way", { x: x + 12, y: top + 14.5 }, main),
    ...(detail === "" ? [] : [text("detail", { x: x + width - 12, y: top + 14.5 }, detail, "end")]),
  ]);
}

function mark(of: Mark, count: number, { x, y }: Point, width: number, language: Language): Shape {
  const { id, state, title, at } = of;
  const lines = linesOf(of, count, language);
  return group({ id, class: `mark mark-${state}`, title, at }, [
    rect("pill", { x: x + 1, y: y + 5 }, width - 4, 17 + (lines.length - 1) * LINE, 8.5),
    ...lines.map((line, i) => text("pill-text", { x: x + width / 2 - 1, y: y + 17 + i * LINE }, line, "middle")),
  ]);
}

/** What kubectl calls the kind for short. */
const SHORT: Readonly<Record<string, string>> = {
  Deployment: "deploy",
  StatefulSet: "sts",
  DaemonSet: "ds",
  ReplicaSet: "rs",
  ReplicationController: "rc",
  Job: "job",
  CronJob: "cj",
  Pod: "pod",
  Ingress: "ing",
  Route: "route",
  Gateway: "gtw",
  HTTPRoute: "http",
  GRPCRoute: "grpc",
  TLSRoute: "tls",
  TCPRoute: "tcp",
  UDPRoute: "udp",
};

function badgeOf({ kind, caption }: Box): string {
  switch (kind) {
    case "service":
      return "svc";
    case "storage-class":
      return "sc";
    case "persistent-volume":
      return "pv";
    case "claim":
      return "pvc";
    default:
  }
  if (kind === "balancer") return caption === "load balancer" ? "LB" : "node";
  return SHORT[caption] ?? caption.slice(0, 5).toLowerCase();
}
