import type { Host } from "../hosts.ts";
import { type Generator, generators, inserted, type Mistake, on, relined, replaced } from "../mistake.ts";
import {
  childrenOf,
  type Field,
  fieldsIn,
  fieldsNamed,
  hasComments,
  isFree,
  itemsIn,
  moved,
  placesOf,
  raw,
  scalars,
  siblingsOf,
} from "../places.ts";

/** Lines that were joined, swapped, doubled or lost a character or two while somebody edited. */
export const LINES: readonly Generator[] = [
  ...generators("syntax", "shape", {
    "trailing-comma": (host) =>
      scalars(host)
        .filter(({ path, value }) => !isFree(path) && value.style === "plain")
        .map(({ value }) => replaced(host, { start: value.end, end: value.end }, ",")),
    "tab-among-spaces": [
      0.7,
      (host) =>
        placesOf(host)
          .fields.filter(({ column, afterDash }) => column > 2 && !afterDash)
          .map(({ line }) => relined(host, (text, at) => (at === line ? text.replace(/^( +) {2}/, "$1\t") : text))),
    ],
    "duplicate-key-apart": (host) =>
      scalars(host).flatMap((field) => {
        const last = siblingsOf(host, field).at(-1);
        if (last === undefined || last.line === field.line) return [];
        const copy = `${" ".repeat(field.column)}${raw(host, { start: field.pair.start, end: field.value.end })}`;
        return [on(inserted(host, last.lastLine + 1, [copy]), field.line, last.lastLine + 1)];
      }),
    "joined-lines": (host) =>
      scalars(host).flatMap((field) => {
        const next = siblingsOf(host, field)[field.index + 1];
        if (next === undefined || next.line !== field.line + 1 || field.value.style !== "plain") return [];
        return [on(joined(host, field.line), field.line)];
      }),
  }),
  ...generators("structure", "shape", {
    "dash-deleted": (host) =>
      placesOf(host).items.flatMap((item) => {
        const [first] = fieldsIn(host, item);
        if (first?.line !== item.line || first.column !== item.column + 2) return [];
        return [
          relined(host, (text, at) =>
            at === item.line ? text.slice(0, item.column) + text.slice(first.column) : text,
          ),
        ];
      }),
    "only-item-as-map": (host) =>
      placesOf(host)
        .fields.filter(({ pair: { value } }) => value?.type === "seq" && !value.flow && value.items.length === 1)
        .flatMap((list) => {
          const [item] = itemsIn(host, list);
          const fields = item === undefined ? [] : fieldsIn(host, item);
          // How deep its dash stood must show elsewhere.
          const isShown = placesOf(host).items.some(({ index, seq }) => index === 0 && seq !== item?.seq);
          if (item === undefined || fields.length === 0 || item.column <= list.column || !isShown) return [];
          const mistake = relined(host, (text, at) => {
            if (at < item.line || at > item.lastLine) return text;
            return at === item.line ? text.replace(/- +/, "") : moved(text, item.column - (fields[0]?.column ?? 0));
          });
          return [on(mistake, list.line, item.line)];
        }),
    "doubled-dash": [
      0.7,
      (host) =>
        placesOf(host)
          .items.filter(({ item }) => raw(host, { start: item.start, end: item.start + 2 }) === "- ")
          .map(({ item }) => replaced(host, { start: item.start, end: item.start }, "- ")),
    ],
    "item-on-key-line": (host) =>
      placesOf(host).fields.flatMap((list) => {
        const [item] = itemsIn(host, list);
        return item === undefined || item.line !== list.line + 1 ? [] : [on(joined(host, list.line), list.line)];
      }),
    "child-on-key-line": (host) =>
      placesOf(host).fields.flatMap((field) => {
        const [child] = childrenOf(host, field);
        return child === undefined || child.line !== field.line + 1 ? [] : [on(joined(host, field.line), field.line)];
      }),
    "key-below-its-child": [
      0.7,
      (host) =>
        placesOf(host).fields.flatMap((field) => {
          const [child] = childrenOf(host, field);
          if (child === undefined || child.line !== field.line + 1 || child.lastLine !== child.line || field.afterDash)
            return [];
          return [on(swapped(host, field.line), field.line, field.line + 1)];
        }),
    ],
    "compose-environment": (host) =>
      fieldsNamed(host, "env").flatMap((list) => {
        const items = itemsIn(host, list).map((item) => fieldsIn(host, item));
        if (items.length === 0 || !items.every(isPlainVariable) || hasComments(host, list)) return [];
        return itemsIn(host, list).map((item) => {
          const [name, value] = fieldsIn(host, item).map(({ pair }) => (pair.value ? raw(host, pair.value) : ""));
          const text = `${name}=${(value ?? "").replace(/^"(.*)"$/, "$1")}`;
          return on(replaced(host, { start: item.item.start + 2, end: item.item.end }, text), item.line);
        });
      }),
    "bare-port": [
      0.7,
      (host) =>
        fieldsNamed(host, "ports").flatMap((list) =>
          itemsIn(host, list).flatMap((item) => {
            const [port, more] = fieldsIn(host, item);
            if (port?.key !== "containerPort" || more !== undefined || port.pair.value === null) return [];
            return [replaced(host, { start: port.pair.start, end: port.pair.value.end }, raw(host, port.pair.value))];
          }),
        ),
    ],
  }),
];

/** A line and the next one as one. */
function joined(host: Host, line: number): Mistake {
  const lines = placesOf(host).lines.flatMap((text, at, all) => {
    if (at === line + 1) return [];
    return [at === line ? `${text} ${(all[line + 1] ?? "").trimStart()}` : text];
  });
  return { after: lines.join("\n") };
}

function swapped(host: Host, line: number): Mistake {
  const lines = placesOf(host).lines.map((text, at, all) => {
    if (at === line) return all[line + 1] ?? "";
    return at === line + 1 ? (all[line] ?? "") : text;
  });
  return { after: lines.join("\n") };
}

/** `name` and `value`, as text in double quotes or without any. */
const isPlainVariable = (fields: readonly Field[]): boolean => {
  const [name, value, more] = fields;
  const text = value?.pair.value;
  return name?.key === "name" && value?.key === "value" && text?.type === "scalar" && text.style === "double" && !more;
};
