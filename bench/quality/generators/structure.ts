import type { Host } from "../hosts.ts";
import { type Generator, generators, type Mistake, on, relined, replaced } from "../mistake.ts";
import {
  childrenOf,
  containersOf,
  type Field,
  fieldsIn,
  fieldsNamed,
  hasComments,
  type Item,
  itemOf,
  itemsIn,
  moved,
  parentOf,
  placesOf,
  podSpecsOf,
  raw,
  scalars,
  siblingsOf,
} from "../places.ts";

/** Fields that stand in the wrong place, and lists and maps taken for each other. */
export const STRUCTURE: readonly Generator[] = [
  ...generators("structure", "shape", {
    "missing-dash": [
      2,
      (host) =>
        placesOf(host)
          .items.filter(({ item }) => raw(host, { start: item.start, end: item.start + 2 }) === "- ")
          .map(({ item }) => replaced(host, { start: item.start, end: item.start + 1 }, " ")),
    ],
    "dash-on-second-field": (host) =>
      placesOf(host).items.flatMap((item) => {
        const fields = fieldsIn(host, item).slice(1);
        return fields.map((field) =>
          relined(host, (line, at) =>
            at === field.line && field.column >= item.column + 2
              ? `${line.slice(0, item.column)}- ${" ".repeat(field.column - item.column - 2)}${line.slice(field.column)}`
              : line,
          ),
        );
      }),
    "dropped-level": [
      2,
      (host) =>
        placesOf(host).fields.flatMap((field) => {
          const [first] = childrenOf(host, field);
          if (first === undefined || field.afterDash || first.line === field.line) return [];
          return [on(withoutLevel(host, field, first.column), field.line - 1, field.line)];
        }),
    ],
    "dropped-list-key": (host) =>
      placesOf(host).fields.flatMap((field) => {
        if (
          field.pair.value?.type !== "seq" ||
          field.pair.value.flow ||
          field.afterDash ||
          field.line === field.lastLine
        )
          return [];
        return [
          on(
            relined(host, (line, at) => (at === field.line ? undefined : line)),
            field.line - 1,
            field.line,
          ),
        ];
      }),
    "container-field-in-pod-spec": [1.5, inPlace(containerFieldsInPodSpec)],
    "pod-field-in-container": [1.5, inPlace(podFieldsInContainer)],
    "spec-field-at-top": inPlace((host) => fieldsAtTop(host, "spec")),
    "metadata-field-at-top": inPlace((host) => fieldsAtTop(host, "metadata")),
    "top-field-in-metadata": inPlace(topFieldsInMetadata),
    "one-level-too-high": [1.5, inPlace(fieldsTooHigh)],
    "one-level-too-low": [1.5, inPlace(fieldsTooLow)],
    "item-field-above-list": inPlace(itemFieldsBesideList),
    // Which of its siblings a field stood beside is lost: only the place can be right, not every byte.
    "field-at-other-level": (host) =>
      [
        ...containerFieldsInPodSpec(host),
        ...podFieldsInContainer(host),
        ...fieldsAtTop(host, "spec"),
        ...fieldsTooHigh(host),
        ...fieldsTooLow(host),
      ]
        .filter((move) => !isInPlace(move))
        .map((move) => transplanted(host, move)),
    "named-list-as-map": (host) =>
      fieldsNamed(host, "env", "volumes", "ports", "volumeMounts").flatMap((list) => {
        const items = itemsIn(host, list);
        const pairs = items.map((item) => fieldsIn(host, item));
        const isPlain =
          pairs.length > 0 &&
          !hasComments(host, list) &&
          pairs.every((fields) => fields.length === 2 && fields[0]?.key === "name" && fields[1]?.key === "value");
        return isPlain ? [composeStyle(host, list, pairs)] : [];
      }),
    "map-as-list": [
      1.5,
      (host) =>
        placesOf(host).fields.flatMap((field) => {
          const children = childrenOf(host, field);
          if (children.length === 0 || children.some(({ line, lastLine }) => line !== lastLine || line === field.line))
            return [];
          const lines = new Set(children.map(({ line }) => line));
          const mistake = relined(host, (line, at) =>
            lines.has(at) ? `${" ".repeat(children[0]?.column ?? 0)}- ${line.trimStart()}` : line,
          );
          return [on(mistake, field.line, ...lines)];
        }),
    ],
    "map-as-one-item": (host) =>
      placesOf(host).fields.flatMap((field) => {
        const [first] = childrenOf(host, field);
        if (first === undefined || first.line === field.line || field.column + 2 > first.column) return [];
        const mistake = relined(host, (line, at) => {
          if (at < first.line || at > field.lastLine) return line;
          return at === first.line ? `${" ".repeat(first.column)}- ${line.trimStart()}` : moved(line, 2);
        });
        return [on(mistake, field.line, first.line)];
      }),
    "scalar-for-list": [
      1.5,
      (host) =>
        placesOf(host).fields.flatMap((field) => {
          const value = field.pair.value;
          if (value?.type !== "seq" || value.items.length !== 1 || value.items[0]?.value?.type !== "scalar") return [];
          const text = raw(host, value.items[0].value);
          return [on(replaced(host, { start: field.pair.colon, end: value.end }, `: ${text}`), field.line)];
        }),
    ],
    "list-for-scalar": (host) =>
      scalars(host).map((field) =>
        on(
          replaced(
            host,
            { start: field.pair.colon, end: field.value.end },
            `:\n${" ".repeat(field.column + 2)}- ${raw(host, field.value)}`,
          ),
          field.line,
          field.line + 1,
        ),
      ),
    "bracketed-scalar": [
      0.7,
      (host) => scalars(host).map(({ value }) => replaced(host, value, `[${raw(host, value)}]`)),
    ],
    "items-in-one-string": (host) =>
      placesOf(host).fields.flatMap((field) => {
        const value = field.pair.value;
        if (value?.type !== "seq" || value.items.length < 2 || hasComments(host, field)) return [];
        const texts = value.items.map(({ value: each }) => (each?.type === "scalar" ? raw(host, each) : undefined));
        if (texts.some((text) => text === undefined || /["',]/.test(text))) return [];
        return [on(replaced(host, { start: field.pair.colon, end: value.end }, `: ${texts.join(", ")}`), field.line)];
      }),
    "doubled-level": [
      0.7,
      (host) =>
        placesOf(host).fields.flatMap((field) => {
          const [first] = childrenOf(host, field);
          if (first === undefined || first.line === field.line || field.afterDash) return [];
          const lines = placesOf(host).lines.flatMap((line, at) => {
            if (at === field.line) return [line, " ".repeat(first.column) + line.trimStart()];
            return [at > field.line && at <= field.lastLine ? moved(line, first.column - field.column) : line];
          });
          return [on({ after: lines.join("\n") }, field.line, field.line + 1)];
        }),
    ],
    "value-for-map": [
      0.7,
      (host) =>
        fieldsNamed(
          host,
          "configMap",
          "secret",
          "persistentVolumeClaim",
          "configMapRef",
          "secretRef",
          "roleRef",
        ).flatMap((field) => {
          const [only, more] = childrenOf(host, field);
          const value = only?.pair.value;
          if (only === undefined || more !== undefined || value?.type !== "scalar" || hasComments(host, field))
            return [];
          return [on(replaced(host, { start: field.pair.colon, end: value.end }, `: ${raw(host, value)}`), field.line)];
        }),
    ],
  }),
  ...generators("structure", "accepted", {
    "lines-fold": (host) =>
      fieldsNamed(host, "args", "command")
        .flatMap((field) => itemsIn(host, field))
        .filter(({ index, item }) => index > 0 && item.value?.type === "scalar" && item.value.style === "plain")
        .map(({ item, line }) => on(replaced(host, { start: item.start, end: item.start + 1 }, " "), line - 1, line)),
  }),
];

const listOf = (host: Host, item: Item): Field | undefined =>
  placesOf(host).fields.find(({ pair }) => pair.value === item.seq);

/** A field's line taken away; its children take its column. */
const withoutLevel = (host: Host, field: Field, childColumn: number): Mistake =>
  relined(host, (line, at) => {
    if (at === field.line) return undefined;
    return at > field.line && at <= field.lastLine ? moved(line, field.column - childColumn) : line;
  });

/** A field's lines put before another line, in another column. */
interface Move {
  readonly field: Field;
  readonly before: number;
  readonly column: number;
}

function containerFieldsInPodSpec(host: Host): readonly Move[] {
  return containersOf(host).flatMap((container) => {
    const spec = podSpecsOf(host).find(
      ({ line, lastLine }) => line <= container.line && container.lastLine <= lastLine,
    );
    const siblings = spec === undefined ? [] : childrenOf(host, spec);
    const list = siblings.find(({ key }) => key === "containers");
    const column = siblings[0]?.column ?? 0;
    return fieldsIn(host, container)
      .filter(({ key, afterDash }) => key !== "name" && !afterDash)
      .flatMap((field) => (list === undefined ? [] : [{ field, before: list.lastLine + 1, column }]));
  });
}

function podFieldsInContainer(host: Host): readonly Move[] {
  return podSpecsOf(host).flatMap((spec) => {
    const last = containersOf(host)
      .filter(({ line, lastLine }) => line > spec.line && lastLine <= spec.lastLine)
      .at(-1);
    const column = last === undefined ? undefined : fieldsIn(host, last)[0]?.column;
    if (last === undefined || column === undefined) return [];
    return childrenOf(host, spec)
      .filter(({ key, afterDash }) => key !== "containers" && key !== "initContainers" && !afterDash)
      .map((field) => ({ field, before: last.lastLine + 1, column }));
  });
}

/** Fields of a top-level map put behind it, beside it. */
function fieldsAtTop(host: Host, name: string): readonly Move[] {
  return placesOf(host)
    .fields.filter(({ path }) => path.length === 2 && path[0] === name)
    .flatMap((field) => {
      const parent = parentOf(host, field);
      const isAlone = field.map.entries.length < 2 || parent?.line === field.line;
      return parent === undefined || isAlone ? [] : [{ field, before: parent.lastLine + 1, column: 0 }];
    });
}

function topFieldsInMetadata(host: Host): readonly Move[] {
  return placesOf(host)
    .fields.filter(({ column, key }) => column === 0 && TOP.includes(key))
    .flatMap((field) => {
      const metadata = siblingsOf(host, field).find(({ key }) => key === "metadata");
      const child = metadata === undefined ? undefined : childrenOf(host, metadata)[0];
      if (metadata === undefined || child === undefined || child.line === metadata.line) return [];
      return [{ field, before: metadata.lastLine + 1, column: child.column }];
    });
}

const TOP: readonly string[] = ["spec", "data", "rules", "subjects", "roleRef", "type"];

function fieldsTooHigh(host: Host): readonly Move[] {
  return placesOf(host).fields.flatMap((field) => {
    const parent = parentOf(host, field);
    if (parent === undefined || field.afterDash || field.map.entries.length < 2) return [];
    return [{ field, before: parent.lastLine + 1, column: parent.column }];
  });
}

function fieldsTooLow(host: Host): readonly Move[] {
  return placesOf(host).fields.flatMap((field) =>
    siblingsOf(host, field)
      .filter((sibling) => sibling !== field && sibling.pair.value?.type === "map")
      .flatMap((sibling) => {
        const child = childrenOf(host, sibling).at(-1);
        if (child === undefined || child.afterDash || child.line === sibling.line || field.afterDash) return [];
        return [{ field, before: sibling.lastLine + 1, column: child.column }];
      }),
  );
}

function itemFieldsBesideList(host: Host): readonly Move[] {
  return placesOf(host).fields.flatMap((field) => {
    const item = itemOf(host, field);
    const list = item === undefined ? undefined : listOf(host, item);
    if (item === undefined || list === undefined || field.afterDash) return [];
    return [{ field, before: list.lastLine + 1, column: list.column }];
  });
}

/** Only the column changes, so that what was meant can be told. */
const isInPlace = ({ field, before }: Move): boolean => before === field.line || before === field.lastLine + 1;

function inPlace(find: (host: Host) => readonly Move[]): Generator["mistakes"] {
  return (host) =>
    find(host)
      .filter(isInPlace)
      .map((move) => transplanted(host, move));
}

function transplanted(host: Host, { field, before, column }: Move): Mistake {
  const { lines } = placesOf(host);
  const block = lines.slice(field.line, field.lastLine + 1).map((line) => moved(line, column - field.column));
  const rest = lines.flatMap((line, at) => {
    const kept = at >= field.line && at <= field.lastLine ? [] : [line];
    return at === before ? [...block, ...kept] : kept;
  });
  if (before >= lines.length) rest.push(...block);
  return on({ after: rest.join("\n") }, before > field.line ? before - block.length : before);
}

/** `- name: A` and `value: b` as `A: b`, as docker-compose has it. */
function composeStyle(host: Host, list: Field, pairs: readonly (readonly Field[])[]): Mistake {
  const column = list.column + 2;
  const lines = pairs.flatMap(([name, value]) =>
    name?.pair.value && value?.pair.value
      ? [`${" ".repeat(column)}${raw(host, name.pair.value)}: ${raw(host, value.pair.value)}`]
      : [],
  );
  const after = placesOf(host).lines.flatMap((line, at) => {
    if (at === list.line) return [line, ...lines];
    return at > list.line && at <= list.lastLine ? [] : [line];
  });
  return on({ after: after.join("\n") }, ...lines.map((_, i) => list.line + i + 1), list.line);
}
