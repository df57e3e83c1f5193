import type { Language, Localized } from "../../../base/localized.ts";
import type { Peer } from "../../../engines/network/parties.ts";
import type { ContainerShape, PodShape, VolumeShape } from "../../../workspace/pod-shape.ts";
import type { Subject } from "../build-model.ts";
import { type Asked, shown } from "../filter.ts";
import { portRowId, workloadId } from "../ids.ts";
import { group, type Picture, type Point, path, rect, type Shape, text } from "../scene.ts";
import { onShelves } from "../shelves.ts";
import { round } from "../svg.ts";
import { fitted, widthOf } from "../text-size.ts";
import { PORT, type View } from "../view.ts";
import { portText } from "../words.ts";

/** Inside a Pod: one network for all of its containers, and the volumes they share. */
export const pod: View = {
  id: "pod",
  title: { en: "Pod", vi: "Pod" },
  about: "network",
  follows: false,
  boxesOf: ({ model }) => model.boxes,
  tell: ({ model }, asked) => shown(model, asked),
  detail: PORT,
  draw: drawPods,
};

const WIDTH = 196;
const GAP = 20;
const PAD = 18;
const MARGIN = 24;
const ROW = 18;
const BARS = 92;
/** Pods beyond these are for a filter to find. */
const MOST = 24;

function drawPods(subject: Subject, asked: Asked, language: Language): Picture {
  const { world, objects, model } = subject;
  const focus = asked.focus?.startsWith("workload:") ? asked.focus : undefined;
  const visible = focus ? new Set([focus]) : new Set(shown(model, asked).boxes.map(({ id }) => id));
  const peers = world.parties.peers.filter((peer) => visible.has(workloadId(peer)));
  const pods = peers.slice(0, MOST).flatMap((peer) => {
    const [first] = peer.pods;
    const shape = first && objects.get(first.origin)?.pod;
    return shape ? [podOf(peer, first.origin, shape, language)] : [];
  });
  const { placed, width, height } = onShelves(pods, 1560, { across: 26, down: 26 });
  const rest = peers.length - MOST;
  const note = { en: `and ${rest} more: use the filter`, vi: `và ${rest} workload nữa: hãy dùng bộ lọc` }[language];
  return {
    width: width + 2 * MARGIN,
    height: height + 2 * MARGIN + (rest > 0 ? 24 : 0),
    title: { en: "Inside the Pods", vi: "Bên trong các Pod" },
    shapes: [
      ...placed.map(({ thing, x, y }) => thing.at({ x: MARGIN + x, y: MARGIN + y })),
      ...(rest > 0 ? [text("note", { x: MARGIN, y: height + MARGIN + 26 }, note)] : []),
    ],
  };
}

interface PodDrawing {
  readonly width: number;
  readonly height: number;
  readonly at: (at: Point) => Shape;
}

function podOf(peer: Peer, origin: string, shape: PodShape, language: Language): PodDrawing {
  const { containers, volumes } = shape;
  const tallest = Math.max(...containers.map(heightOf), 60);
  const across = Math.max(containers.length, volumes.length);
  const width = Math.max(400, across * (WIDTH + GAP) - GAP + 4 * PAD);
  const network = 34 + BARS + tallest + PAD;
  const height = 44 + network + (volumes.length > 0 ? 46 + 42 : 0) + PAD;
  return { width, height, at: (at) => drawPod({ peer, origin, shape, language, width, height, network, at }) };
}

interface Drawing {
  readonly peer: Peer;
  readonly origin: string;
  readonly shape: PodShape;
  readonly language: Language;
  readonly width: number;
  readonly height: number;
  /** Height of the network namespace. */
  readonly network: number;
  readonly at: Point;
}

function drawPod(drawing: Drawing): Shape {
  const { peer, origin, shape, language, width, height, network, at } = drawing;
  const { x, y } = at;
  const id = workloadId(peer);
  const title = {
    en: `Pod of ${peer.kind} ${peer.name}, namespace ${peer.namespace}`,
    vi: `Pod của ${peer.kind} ${peer.name}, namespace ${peer.namespace}`,
  };
  const caption = `${peer.kind} · ${fitted(peer.namespace, 10.5, 90)}`;
  const box = { x: x + PAD, y: y + 44 };
  const spots = shape.containers.map((_, i) => ({ x: box.x + PAD + i * (WIDTH + GAP), y: box.y + 34 + BARS }));
  const below = shape.volumes.map((_, i) => ({ x: box.x + PAD + i * (WIDTH + GAP), y: box.y + network + 46 }));
  return group({ id, class: "workload pod", title, at: { origin, path: ["metadata", "name"] } }, [
    rect("frame", at, width, height, 12),
    text("frame-name", { x: x + 18, y: y + 28 }, fitted(peer.name, 15.5, width - 54 - widthOf(caption, 11))),
    text("caption", { x: x + width - 18, y: y + 27 }, caption, "end"),
    ...networkShapes(drawing, box),
    ...mounts(shape, spots, below),
    ...listening(drawing, box, spots),
    ...captions(drawing, box),
    ...shape.containers.map((container, i) =>
      containerCard(container, spots[i] ?? at, origin, id, language, numberOf(shape, i)),
    ),
    ...shape.volumes.map((volume, i) =>
      volumeCard(volume, sharersOf(shape, volume), below[i] ?? at, origin, id, language),
    ),
  ]);
}

/** Init containers run one after the other: their number among them. */
const numberOf = ({ containers }: PodShape, i: number): number =>
  containers.slice(0, i + 1).filter(({ role }) => role === "init").length;

function networkShapes({ shape, width, network, language }: Drawing, { x, y }: Point): readonly Shape[] {
  const inner = width - 2 * PAD;
  const own = {
    en: "one network namespace, held by the pause container",
    vi: "một network namespace chung, do container pause giữ",
  };
  const node = { en: "the network of the node itself (hostNetwork)", vi: "mạng của chính node (hostNetwork)" };
  return [
    rect("shared", { x, y }, inner, network, 9),
    text("note", { x: x + PAD, y: y + 21 }, fitted((shape.hostNetwork ? node : own)[language], 11.5, inner - 90)),
    ...(shape.hostNetwork
      ? []
      : [
          rect("badge", { x: x + inner - 66, y: y + 9 }, 52, 17, 8.5),
          text("badge-text", { x: x + inner - 40, y: y + 21 }, "pause", "middle"),
        ]),
    rect("card", { x: x + PAD, y: y + 34 }, inner - 2 * PAD, 38, 4),
    rect("card", { x: x + PAD, y: y + 80 }, inner - 2 * PAD, 18, 4),
  ];
}

/** On top of the lines that cross them. */
function captions({ shape, width, language }: Drawing, { x, y }: Point): readonly Shape[] {
  const right = x + width - 3 * PAD - 10;
  const address = shape.hostNetwork
    ? { en: "IP of the node", vi: "IP của node" }
    : { en: "one IP for the whole Pod", vi: "một IP cho cả Pod" };
  const local = { en: "127.0.0.1: containers reach each other here", vi: "127.0.0.1: các container gọi nhau ở đây" };
  return [
    text("halo", { x: right, y: y + 49 }, `eth0 · ${address[language]}`, "end"),
    text("halo", { x: right, y: y + 93 }, `lo · ${local[language]}`, "end"),
  ];
}

const heightOf = ({ ports, mounts }: ContainerShape): number => 46 + (ports.length + mounts.length) * ROW + 6;

/** From each port up to the shared addresses: the second container on a port finds it taken. */
function listening({ shape }: Drawing, { y }: Point, spots: readonly Point[]): readonly Shape[] {
  const taken = new Set<string>();
  return shape.containers.flatMap(({ ports, role }, i) =>
    ports.map((port, j): Shape => {
      const key = `${port.protocol}/${port.number}`;
      const isTaken = role !== "init" && taken.has(key);
      if (role !== "init") taken.add(key);
      const step = Math.min(62, (WIDTH - 24) / ports.length);
      const left = (spots[i]?.x ?? 0) + 14 + j * step;
      const words = portText(port.protocol, port.number);
      const classes = isTaken ? "row conflict" : "row plain";
      return {
        kind: "layer",
        class: classes,
        title: { en: words, vi: words },
        shapes: [
          path("listen", `M${round(left)} ${round(spots[i]?.y ?? 0)}V${round(y + 69)}`),
          ...(step >= 50 ? [text("port", { x: left - 3, y: y + 65.5 }, isTaken ? `✕${words}` : words)] : []),
        ],
      };
    }),
  );
}

function mounts({ containers, volumes }: PodShape, spots: readonly Point[], below: readonly Point[]): readonly Shape[] {
  return containers.flatMap((container, i) =>
    [...new Set(container.mounts.map(({ volume }) => volume))].flatMap((name) => {
      const j = volumes.findIndex((volume) => volume.name === name);
      const [from, to] = [spots[i], below[j]];
      if (!from || !to) return [];
      const [x, y, tx] = [from.x + WIDTH / 2, from.y + heightOf(container), to.x + WIDTH / 2];
      const middle = round(to.y - 26);
      return [
        path(
          "mount",
          `M${round(x)} ${round(y)}V${round(Math.max(to.y - 52, y))}C${round(x)} ${middle} ${round(tx)} ${middle} ${round(tx)} ${round(to.y)}`,
        ),
      ];
    }),
  );
}

const ROLES: Readonly<Record<ContainerShape["role"], Localized>> = {
  container: { en: "container", vi: "container" },
  sidecar: { en: "sidecar", vi: "sidecar" },
  init: { en: "init", vi: "init" },
};

function containerCard(
  container: ContainerShape,
  { x, y }: Point,
  origin: string,
  owner: string,
  language: Language,
  number: number,
): Shape {
  const { name, image, role, ports, mounts: mounted } = container;
  const id = `${owner}/${name}`;
  const kind = role === "init" ? `init ${number}` : ROLES[role][language];
  const title = {
    en: `Container ${name} (${ROLES[role].en}), image ${image}`,
    vi: `Container ${name} (${ROLES[role].vi}), image ${image}`,
  };
  const rows = [
    ...ports.map((port) => ({
      id: `${portRowId({ id: owner.replace(/^workload:/, "") }, port.protocol, port.number)}/${name}`,
      class: "port",
      main: portText(port.protocol, port.number),
      detail: [port.name, port.hostPort === undefined ? undefined : `hostPort ${port.hostPort}`]
        .filter(Boolean)
        .join(" · "),
      path: port.path,
    })),
    ...mounted.map((mount, i) => ({
      id: `${id}/mount/${i}`,
      class: "way",
      main: mount.mountPath,
      detail: mount.readOnly ? "ro" : "",
      path: mount.path,
    })),
  ];
  return group({ id, class: `container ${role}`, title, at: { origin, path: container.path } }, [
    rect("card", { x, y }, WIDTH, heightOf(container), 7),
    text("name", { x: x + 12, y: y + 19 }, fitted(name, 13.5, WIDTH - 34 - widthOf(kind, 10.5))),
    text("caption", { x: x + WIDTH - 12, y: y + 19 }, kind, "end"),
    text("caption", { x: x + 12, y: y + 35 }, fitted(image, 10.5, WIDTH - 24)),
    ...rows.map((row, i) => {
      const detail = fitted(row.detail, 11, 84);
      const words = { en: `${row.main} ${row.detail}`.trim(), vi: `${row.main} ${row.detail}`.trim() };
      return group({ id: row.id, class: "row plain", title: words, at: { origin, path: row.path } }, [
        text(row.class, { x: x + 12, y: y + 56 + i * ROW }, fitted(row.main, 12, WIDTH - 34 - widthOf(detail, 11))),
        text("detail", { x: x + WIDTH - 12, y: y + 56 + i * ROW }, detail, "end"),
      ]);
    }),
  ]);
}

const sharersOf = ({ containers }: PodShape, { name }: VolumeShape): number =>
  containers.filter(({ mounts: mounted }) => mounted.some(({ volume }) => volume === name)).length;

function volumeCard(
  { name, type, of, path: where }: VolumeShape,
  sharers: number,
  { x, y }: Point,
  origin: string,
  owner: string,
  language: Language,
): Shape {
  const shared = { en: `shared by ${sharers}`, vi: `${sharers} container dùng chung` };
  const unused = { en: "mounted by nobody", vi: "không container nào mount" };
  const note = sharers > 1 ? shared : sharers === 0 ? unused : { en: "", vi: "" };
  const what = of === undefined ? type : `${type} ${of}`;
  const title = { en: `Volume ${name}: ${what} ${note.en}`.trim(), vi: `Volume ${name}: ${what} ${note.vi}`.trim() };
  const caption = [what, note[language]].filter(Boolean).join(" · ");
  return group({ id: `${owner}/volume/${name}`, class: "volume", title, at: { origin, path: where } }, [
    rect("card", { x, y }, WIDTH, 42, 21),
    text("name", { x: x + WIDTH / 2, y: y + 18 }, fitted(name, 13, WIDTH - 36), "middle"),
    text("caption", { x: x + WIDTH / 2, y: y + 32 }, fitted(caption, 10.5, WIDTH - 36), "middle"),
  ]);
}
