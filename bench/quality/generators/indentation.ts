import type { Host } from "../hosts.ts";
import { type Generator, generators, type Mistake, on, relined } from "../mistake.ts";
import { childrenOf, type Field, fieldsIn, indentOf, itemsIn, moved, placesOf, siblingsOf } from "../places.ts";

/** Lines in the wrong column. */
export const INDENTATION: readonly Generator[] = generators("indentation", "shape", {
  "key-one-right": (host) =>
    own(host)
      .filter(isLine)
      .map((field) => shifted(host, field.line, field.line, 1)),
  "key-one-left": (host) =>
    own(host)
      .filter(isLine)
      .map((field) => shifted(host, field.line, field.line, -1)),
  "block-one-right": (host) => blocks(host).map((field) => shifted(host, field.line, field.lastLine, 1)),
  "block-one-left": (host) => blocks(host).map((field) => shifted(host, field.line, field.lastLine, -1)),
  "header-one-right": (host) => blocks(host).map((field) => shifted(host, field.line, field.line, 1)),
  "header-one-left": (host) => blocks(host).map((field) => shifted(host, field.line, field.line, -1)),
  "key-deeper": (host) =>
    own(host)
      .filter(isLine)
      .map((field) => shifted(host, field.line, field.line, 2)),
  "key-shallower": (host) =>
    own(host)
      .filter(isLine)
      .map((field) => shifted(host, field.line, field.line, -2)),
  "block-deeper": [1.5, (host) => blocks(host).map((field) => shifted(host, field.line, field.lastLine, 2))],
  "block-shallower": [1.5, (host) => blocks(host).map((field) => shifted(host, field.line, field.lastLine, -2))],
  "all-under-api-version": [
    1.5,
    (host) => {
      const version = placesOf(host).fields.find(({ key, column }) => key === "apiVersion" && column === 0);
      if (version === undefined || version.index !== 0) return [];
      return [2, 1, 4].map((by) => shifted(host, version.line + 1, placesOf(host).lines.length, by));
    },
  ],
  "all-under-kind": [
    0.7,
    (host) => {
      const kind = placesOf(host).fields.find(({ key, column }) => key === "kind" && column === 0);
      return kind?.index === 1 ? [shifted(host, kind.line + 1, placesOf(host).lines.length, 2)] : [];
    },
  ],
  "nested-under-valued-sibling": [
    1.5,
    (host) =>
      own(host)
        .filter((field) => previous(host, field)?.pair.value?.type === "scalar")
        .map((field) => shifted(host, field.line, field.lastLine, 2)),
  ],
  "siblings-nested-under-valued": (host) =>
    own(host)
      .filter(
        (field) => previous(host, field)?.pair.value?.type === "scalar" && field.index < field.map.entries.length - 1,
      )
      .map((field) => shifted(host, field.line, lastOf(host, field), 2)),
  "beside-dash": [
    2,
    (host) =>
      placesOf(host).items.flatMap((item) => {
        const [first, second] = fieldsIn(host, item);
        if (first === undefined || second === undefined || second.line <= first.lastLine) return [];
        const by = item.column - second.column;
        return [
          shifted(host, second.line, lastOf(host, second), by),
          ...(second.lastLine === second.line ? [shifted(host, second.line, second.line, by)] : []),
        ];
      }),
  ],
  "item-field-one-off": (host) =>
    placesOf(host)
      .items.flatMap((item) => fieldsIn(host, item).slice(1))
      .flatMap((field) => [-1, 1].map((by) => shifted(host, field.line, field.lastLine, by))),
  "item-one-right": (host) => later(host).map(({ line, lastLine }) => shifted(host, line, lastLine, 1)),
  "item-one-left": (host) => later(host).map(({ line, lastLine }) => shifted(host, line, lastLine, -1)),
  "item-deeper": (host) => later(host).map(({ line, lastLine }) => shifted(host, line, lastLine, 2)),
  "item-shallower": (host) => later(host).map(({ line, lastLine }) => shifted(host, line, lastLine, -2)),
  "first-item-off": (host) =>
    placesOf(host)
      .items.filter(({ index, seq }) => index === 0 && seq.items.length > 1)
      .flatMap(({ line, lastLine }) => [2, -2].map((by) => shifted(host, line, lastLine, by))),
  "list-shallower": (host) =>
    lists(host).flatMap((field) => {
      const items = itemsIn(host, field);
      const column = items[0]?.column ?? 0;
      return column >= 2
        ? [shifted(host, items[0]?.line ?? 0, items.at(-1)?.lastLine ?? 0, column > field.column ? -4 : -2)]
        : [];
    }),
  "children-not-indented": (host) =>
    maps(host).flatMap((field) => {
      const children = childrenOf(host, field);
      const [first] = children;
      if (first === undefined || first.line === field.line) return [];
      return [on(shifted(host, first.line, lastOf(host, first), field.column - first.column), field.line, first.line)];
    }),
  "first-child-not-indented": (host) =>
    maps(host).flatMap((field) => {
      const [first, second] = childrenOf(host, field);
      if (first === undefined || second === undefined || first.line === field.line) return [];
      return [shifted(host, first.line, first.lastLine, field.column - first.column)];
    }),
  "first-child-deeper": (host) =>
    maps(host).flatMap((field) => {
      const [first, second] = childrenOf(host, field);
      if (first === undefined || second === undefined || first.line === field.line) return [];
      return [on(shifted(host, first.line, first.lastLine, 2), first.line, second.line)];
    }),
  "last-child-shallower": (host) =>
    maps(host).flatMap((field) => {
      const children = childrenOf(host, field);
      const last = children.at(-1);
      if (last === undefined || children.length < 2) return [];
      return [shifted(host, last.line, last.lastLine, field.column - last.column)];
    }),
  "rest-deeper": (host) =>
    placesOf(host)
      .fields.filter(({ column, index, afterDash }) => column === 0 && index > 1 && !afterDash)
      .map(({ line }) => shifted(host, line, placesOf(host).lines.length, 2)),
  "rest-of-block-off": (host) =>
    own(host)
      .filter(({ column, index, map }) => column > 0 && index > 0 && index < map.entries.length - 1)
      .flatMap((field) => [1, -1].map((by) => shifted(host, field.line, lastOf(host, field), by))),
  "whole-document-but-first-line": [
    0.5,
    (host) => {
      const first = placesOf(host).fields.find(({ column }) => column === 0);
      return first === undefined ? [] : [on(shifted(host, first.line, first.line, 1), first.line, first.line + 1)];
    },
  ],
});

const isLine = ({ line, lastLine }: Field): boolean => line === lastLine;

/** Fields that begin a line. */
const own = (host: Host): readonly Field[] =>
  placesOf(host).fields.filter(({ afterDash, column }) => !afterDash && column > 0);

const isBlock = ({ line, lastLine, pair }: Field): boolean => lastLine > line && pair.value?.type !== "scalar";

const blocks = (host: Host): readonly Field[] => own(host).filter(isBlock);

const maps = (host: Host): readonly Field[] =>
  placesOf(host).fields.filter(({ pair: { value } }) => value?.type === "map" && !value.flow);

const lists = (host: Host): readonly Field[] =>
  placesOf(host).fields.filter(({ pair: { value } }) => value?.type === "seq" && !value.flow);

/** Items other than the first of their list. */
const later = (host: Host) => placesOf(host).items.filter(({ index }) => index > 0);

const previous = (host: Host, field: Field): Field | undefined => siblingsOf(host, field)[field.index - 1];

/** Last line of the map that holds a field. */
const lastOf = (host: Host, field: Field): number => siblingsOf(host, field).at(-1)?.lastLine ?? field.lastLine;

/** Lines moved sideways; those that have no room stay, and then nothing is moved. */
function shifted(host: Host, from: number, to: number, by: number): Mistake {
  const { lines } = placesOf(host);
  const hasRoom = by >= 0 || lines.slice(from, to + 1).every((line) => line.trim() === "" || indentOf(line) >= -by);
  return on(
    relined(host, (line, at) => (hasRoom && at >= from && at <= to ? moved(line, by) : line)),
    from,
  );
}
