import type { Language, Localized } from "../../../base/localized.ts";
import type { Subject } from "../build-model.ts";
import { type Asked, shown } from "../filter.ts";
import { group, type Picture, type Point, rect, type Shape, text } from "../scene.ts";
import { EVENT_WORDS, EVENTS, type Event, type Fate } from "../storage/fate.ts";
import { cellId, type Lifetime, type LifetimeRow, lifetimeModel, lifetimesOf, podBoxes } from "../storage/lifetimes.ts";
import { fitted, widthOf, wrapped } from "../text-size.ts";
import type { View } from "../view.ts";

/** What is still there after what: a line for each volume of a Pod, a column for each thing that may happen. */
export const lifetime: View = {
  id: "lifetime",
  title: { en: "Data lifetime", vi: "Tuổi thọ dữ liệu" },
  detail: { en: "Detail", vi: "Chi tiết" },
  about: "storage",
  follows: true,
  boxesOf: podBoxes,
  tell: (subject, asked) => lifetimeModel(lifetimesShown(subject, asked).lifetimes),
  draw: drawLifetimes,
};

const MARGIN = 24;
const SIDE = 236;
const CELL = 168;
const GAP = 6;
const ROW = 58;
const HEAD = 74;
const TITLE = 40;
const BETWEEN = 30;
/** Pods beyond these are for a filter to find. */
const MOST = 12;

/** What somebody looks at; else whatever has volumes, and if nothing has, whatever there is. */
function lifetimesShown(
  subject: Subject,
  asked: Asked,
): { readonly lifetimes: readonly Lifetime[]; readonly rest: number } {
  const boxes = podBoxes(subject);
  const isFocused = boxes.some(({ id }) => id === asked.focus);
  const wanted =
    isFocused && asked.focus !== undefined
      ? [asked.focus]
      : shown({ boxes, links: [], namespaces: [], policies: [] }, { ...asked, focus: undefined }).boxes.map(
          ({ id }) => id,
        );
  const all = lifetimesOf(subject, new Set(wanted));
  const withVolumes = all.filter(({ rows }) => rows.length > 1);
  const kept = isFocused || withVolumes.length === 0 ? all : withVolumes;
  return { lifetimes: kept.slice(0, MOST), rest: Math.max(0, kept.length - MOST) };
}

function drawLifetimes(subject: Subject, asked: Asked, language: Language): Picture {
  const { lifetimes, rest } = lifetimesShown(subject, asked);
  const width = SIDE + EVENTS.length * (CELL + GAP);
  const shapes: Shape[] = lifetimes.length > 0 ? EVENTS.map((event, i) => eventHead(event, i, language)) : [];
  let y = MARGIN + HEAD;
  for (const each of lifetimes) {
    const height = TITLE + each.rows.length * (ROW + GAP) + 10;
    shapes.push(podGround(each, { x: MARGIN - 10, y }, width + 20, height));
    for (const [i, row] of each.rows.entries()) {
      const top = y + TITLE + i * (ROW + GAP);
      shapes.push(rowHead(row, { x: MARGIN, y: top }, language));
      for (const [j, event] of EVENTS.entries()) {
        shapes.push(cell(row, event, { x: MARGIN + SIDE + j * (CELL + GAP), y: top }, language));
      }
    }
    y += height + BETWEEN;
  }
  const more = { en: `and ${rest} more: use the filter`, vi: `và ${rest} workload nữa: hãy dùng bộ lọc` }[language];
  if (rest > 0) shapes.push(text("note", { x: MARGIN, y: y - 8 }, more));
  return {
    width: width + 2 * MARGIN,
    height: y + (rest > 0 ? 16 : 0) + 26,
    title: { en: "What outlives what", vi: "Dữ liệu nào còn sau sự kiện nào" },
    shapes: [...shapes, key({ x: MARGIN, y: y + (rest > 0 ? 14 : -6) }, language)],
  };
}

function eventHead(event: Event, column: number, language: Language): Shape {
  const { name, what } = EVENT_WORDS[event];
  const x = MARGIN + SIDE + column * (CELL + GAP);
  const lines = wrapped(what[language], 10.5, CELL - 8, 3);
  return group(
    {
      id: `event:${event}`,
      class: "event",
      title: { en: `${name.en}. ${what.en}`, vi: `${name.vi}. ${what.vi}` },
      at: undefined,
    },
    [
      text("name", { x: x + 2, y: MARGIN + 10 }, fitted(name[language], 13, CELL - 4)),
      ...lines.map((line, i) => text("caption", { x: x + 2, y: MARGIN + 26 + i * 13 }, line)),
    ],
  );
}

function podGround({ id, object }: Lifetime, { x, y }: Point, width: number, height: number): Shape {
  const { kind, name, namespace, origin } = object;
  const words = `${kind} ${namespace}/${name}`;
  return group(
    { id, class: "workload pod", title: { en: words, vi: words }, at: { origin, path: ["metadata", "name"] } },
    [
      rect("frame", { x, y }, width, height, 10),
      text("frame-name", { x: x + 12, y: y + 26 }, fitted(name, 15.5, 560)),
      text("caption", { x: x + width - 14, y: y + 25 }, `${kind} · ${fitted(namespace, 10.5, 200)}`, "end"),
    ],
  );
}

function rowHead(row: LifetimeRow, { x, y }: Point, language: Language): Shape {
  const { id, name, caption, paths, at } = row;
  const title: Localized = {
    en: [name.en, caption.en, ...paths].join("\n"),
    vi: [name.vi, caption.vi, ...paths].join("\n"),
  };
  return group({ id, class: "volume", title, at }, [
    rect("card", { x, y }, SIDE - 10, ROW, 7),
    text("name", { x: x + 12, y: y + 19 }, fitted(name[language], 13.5, SIDE - 34)),
    text("caption", { x: x + 12, y: y + 34 }, fitted(caption[language], 10.5, SIDE - 34)),
    text("tiny-port", { x: x + 12, y: y + 49 }, fitted(paths.join(" "), 11, SIDE - 34)),
  ]);
}

const SIGNS: Readonly<Record<Fate["state"], string>> = { keeps: "✓", loses: "✕", depends: "~", none: "" };

function cell(row: LifetimeRow, event: Event, { x, y }: Point, language: Language): Shape {
  const { state, words, why, at } = row.fates[event];
  if (state === "none") return text("detail", { x: x + CELL / 2, y: y + ROW / 2 + 4 }, words[language], "middle");
  const { name } = EVENT_WORDS[event];
  const title: Localized = {
    en: `${row.name.en}, ${name.en.toLowerCase()}: ${words.en}. ${why.en}.`,
    vi: `${row.name.vi}, ${name.vi.charAt(0).toLowerCase()}${name.vi.slice(1)}: ${words.vi}. ${why.vi}.`,
  };
  const lines = wrapped(words[language], 12, CELL - 44, 3);
  const top = y + ROW / 2 + 4 - ((lines.length - 1) * LINE) / 2;
  return group(
    { id: cellId(row, event), class: `fate ${state}`, title, at: at ?? row.at, ends: [row.id, `event:${event}`] },
    [
      rect("card", { x, y }, CELL, ROW, 7),
      text("sign", { x: x + 20, y: y + ROW / 2 + 6 }, SIGNS[state], "middle"),
      ...lines.map((line, i) => text("way", { x: x + 36, y: top + i * LINE }, line)),
    ],
  );
}

const LINE = 15;

function key({ x, y }: Point, language: Language): Shape {
  const meanings = [
    ["keeps", { en: "the data are still there", vi: "dữ liệu vẫn còn" }],
    ["loses", { en: "the data are gone", vi: "dữ liệu đã mất" }],
    ["depends", { en: "it depends", vi: "còn tùy" }],
  ] as const;
  const shapes: Shape[] = [];
  let left = x;
  for (const [state, words] of meanings) {
    const title = words;
    shapes.push({
      kind: "layer",
      class: `fate ${state}`,
      title,
      shapes: [
        rect("card", { x: left, y }, 22, 18, 4),
        text("sign", { x: left + 11, y: y + 14 }, SIGNS[state], "middle"),
      ],
    });
    shapes.push(text("caption", { x: left + 30, y: y + 13 }, words[language]));
    left += 30 + widthOf(words[language], 10.5) + 26;
  }
  return { kind: "layer", class: "legend", title: { en: "Key", vi: "Chú giải" }, shapes };
}
