import { LineIndex } from "../../server/src/base/lines.ts";
import type { Path, YItem, YMap, YNode, YPair, YScalar, YSeq } from "../../server/src/yaml/node.ts";
import type { Host } from "./hosts.ts";

/** An entry of a map written in lines. */
export interface Field {
  readonly pair: YPair;
  readonly key: string;
  readonly map: YMap;
  /** Its place among its siblings. */
  readonly index: number;
  readonly path: Path;
  readonly line: number;
  readonly lastLine: number;
  readonly column: number;
  /** It stands on the line of its list item's dash. */
  readonly afterDash: boolean;
}

/** An item of a list written in lines. */
export interface Item {
  readonly item: YItem;
  readonly seq: YSeq;
  readonly index: number;
  readonly path: Path;
  readonly line: number;
  readonly lastLine: number;
  readonly column: number;
}

export interface Places {
  readonly fields: readonly Field[];
  readonly items: readonly Item[];
  readonly lines: readonly string[];
}

const memo = new WeakMap<Host, Places>();

/** All fields and items of a document that stand on lines of their own, in its order. */
export function placesOf(host: Host): Places {
  const known = memo.get(host);
  if (known !== undefined) return known;
  const fields: Field[] = [];
  const items: Item[] = [];
  const index = new LineIndex(host.text);
  const position = (offset: number) => index.positionAt(offset);
  const endLine = (start: number, end: number) => position(start + host.text.slice(start, end).trimEnd().length).line;
  const visit = (node: YNode | null, path: Path): void => {
    if (node?.type === "map" && !node.flow) {
      node.entries.forEach((pair, place) => {
        const { line, character: column } = position(pair.start);
        const key = pair.key.text;
        const afterDash = /^\s*-/.test(host.text.slice(index.startOf(line), pair.start));
        const lastLine = endLine(pair.start, Math.max(pair.end, pair.value?.end ?? 0));
        fields.push({ pair, key, map: node, index: place, path: [...path, key], line, lastLine, column, afterDash });
        visit(pair.value, [...path, key]);
      });
    }
    if (node?.type === "seq" && !node.flow) {
      node.items.forEach((item, place) => {
        const { line, character: column } = position(item.start);
        const lastLine = endLine(item.start, item.end);
        items.push({ item, seq: node, index: place, path: [...path, place], line, lastLine, column });
        visit(item.value, [...path, place]);
      });
    }
  };
  visit(host.root, []);
  const places = { fields, items, lines: host.text.split("\n") };
  memo.set(host, places);
  return places;
}

/** Fields whose value is a scalar on the key's line. */
export const scalars = (host: Host): readonly (Field & { readonly value: YScalar })[] =>
  placesOf(host).fields.flatMap((field) => {
    const { value } = field.pair;
    const onLine =
      value?.type === "scalar" &&
      field.line === field.lastLine &&
      value.tag === undefined &&
      value.anchor === undefined;
    return onLine && value.style !== "literal" && value.style !== "folded" && value.end > value.start
      ? [{ ...field, value }]
      : [];
  });

/** Scalars with one of these keys. */
export const scalarsNamed = (host: Host, ...keys: readonly string[]) =>
  scalars(host).filter(({ key }) => keys.includes(key));

export const fieldsNamed = (host: Host, ...keys: readonly string[]): readonly Field[] =>
  placesOf(host).fields.filter(({ key }) => keys.includes(key));

/** The field at the end of a path that ends so; `*` stands for any step. */
export const fieldsAt = (host: Host, ...ending: readonly string[]): readonly Field[] =>
  placesOf(host).fields.filter(({ path }) => endsSo(path, ending));

export const scalarsAt = (host: Host, ...ending: readonly string[]) =>
  scalars(host).filter(({ path }) => endsSo(path, ending));

const endsSo = (path: Path, ending: readonly string[]): boolean =>
  path.length >= ending.length &&
  ending.every((step, i) => step === "*" || step === path[path.length - ending.length + i]);

/** Fields of one map, given by the map's path. */
export const childrenOf = (host: Host, parent: Field): readonly Field[] =>
  placesOf(host).fields.filter(({ map }) => map === parent.pair.value);

export const siblingsOf = (host: Host, field: Field): readonly Field[] =>
  placesOf(host).fields.filter(({ map }) => map === field.map);

export const parentOf = (host: Host, field: Field): Field | undefined =>
  placesOf(host).fields.find(({ pair }) => pair.value === field.map);

/** The list item whose map holds this field. */
export const itemOf = (host: Host, field: Field): Item | undefined =>
  placesOf(host).items.find(({ item }) => item.value === field.map);

export const itemsIn = (host: Host, parent: Field): readonly Item[] =>
  placesOf(host).items.filter(({ seq }) => seq === parent.pair.value);

/** Fields of a list item's map. */
export const fieldsIn = (host: Host, item: Item): readonly Field[] =>
  placesOf(host).fields.filter(({ map }) => map === item.item.value);

export const raw = (host: Host, { start, end }: { readonly start: number; readonly end: number }): string =>
  host.text.slice(start, end);

/** Text keys people choose themselves: nothing there is misspelt. */
export const isFree = (path: Path): boolean =>
  path.some((step, i) => i < path.length - 1 && FREE.has(String(step))) ||
  (path.length === 3 && path[1] === "selector" && path[0] === "spec");

const FREE = new Set([
  "labels",
  "annotations",
  "matchLabels",
  "nodeSelector",
  "data",
  "stringData",
  "binaryData",
  "parameters",
  "limits",
  "requests",
  "capacity",
  "hard",
  "properties",
  "driverOpts",
  "volumeAttributes",
]);

export const indentOf = (line: string): number => line.length - line.trimStart().length;

/** A line moved to the right, or to the left when `by` is negative; undefined when there is no room. */
export function moved(line: string, by: number): string {
  if (line.trim() === "") return line;
  return by >= 0 ? " ".repeat(by) + line : line.slice(Math.min(-by, indentOf(line)));
}

/** Comments that a change to the field's lines would lose. */
export const hasComments = (host: Host, { line, lastLine }: Field): boolean =>
  placesOf(host)
    .lines.slice(line, lastLine + 1)
    .some((text, at) => / #/.test(text) || (at > 0 && text.trimStart().startsWith("#")));

/** Pod specs: the fields that hold `containers`. */
export const podSpecsOf = (host: Host): readonly Field[] =>
  placesOf(host).fields.filter(
    ({ key, pair }) =>
      key === "spec" && pair.value?.type === "map" && pair.value.entries.some((each) => each.key.text === "containers"),
  );

/** Items of `containers` lists. */
export const containersOf = (host: Host): readonly Item[] =>
  podSpecsOf(host).flatMap((spec) =>
    childrenOf(host, spec)
      .filter(({ key }) => key === "containers")
      .flatMap((field) => itemsIn(host, field)),
  );
