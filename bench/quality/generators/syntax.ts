import type { YNode, YScalar } from "../../../server/src/yaml/node.ts";
import { quoteOf } from "../changes.ts";
import type { Host } from "../hosts.ts";
import { type Generator, generators, inserted, type Mistake, on, relined, replaced } from "../mistake.ts";
import { fieldsNamed, indentOf, itemsIn, placesOf, raw, scalars } from "../places.ts";

/** Text that a person types and YAML reads as something else. */
export const SYNTAX: readonly Generator[] = [
  ...generators("syntax", "shape", {
    "missing-colon": [
      1.5,
      (host) => colons(host).map(({ pair }) => replaced(host, { start: pair.colon, end: pair.colon + 1 }, "")),
    ],
    "missing-colon-above-block": (host) =>
      placesOf(host)
        .fields.filter(
          ({ pair, line, lastLine }) => pair.colon >= 0 && line < lastLine && pair.value?.type !== "scalar",
        )
        .map(({ pair }) => replaced(host, { start: pair.colon, end: pair.colon + 1 }, "")),
    "missing-space-after-colon": [
      1.5,
      (host) =>
        scalars(host)
          .filter(({ pair, value }) => raw(host, { start: pair.colon, end: value.start }) === ": ")
          .map(({ pair, value }) => replaced(host, { start: pair.colon + 1, end: value.start }, "")),
    ],
    "missing-space-after-dash": (host) =>
      placesOf(host)
        .items.filter(({ item }) => raw(host, { start: item.start, end: item.start + 2 }) === "- ")
        .map(({ item }) => replaced(host, { start: item.start + 1, end: item.start + 2 }, "")),
    "unclosed-quote": [
      1.5,
      (host) => quoted(host).map(({ value }) => replaced(host, { start: value.end - 1, end: value.end }, "")),
    ],
    "unopened-quote": (host) =>
      quoted(host).map(({ value }) => replaced(host, { start: value.start, end: value.start + 1 }, "")),
    "mixed-quotes": (host) =>
      quoted(host).map(({ value }) =>
        replaced(host, { start: value.end - 1, end: value.end }, value.style === "double" ? "'" : '"'),
      ),
    "unclosed-bracket": (host) =>
      placesOf(host)
        .fields.map(({ pair }) => pair.value)
        .filter((value) => (value?.type === "seq" || value?.type === "map") && value.flow)
        .filter((value) => value !== null)
        .map((value) => replaced(host, { start: value.end - 1, end: value.end }, "")),
    "missing-comma": (host) =>
      placesOf(host).fields.flatMap(({ pair: { value } }) => {
        if (value?.type !== "seq" || !value.flow) return [];
        return value.items.slice(1).flatMap((item, i) => {
          const start = value.items[i]?.end ?? item.start;
          return raw(host, { start, end: item.start }) === ", " ? [replaced(host, { start, end: start + 1 }, "")] : [];
        });
      }),
    "tab-line": (host) =>
      indentedLines(host).map((number) =>
        relined(host, (line, at) =>
          at === number ? line.replace(/^ +/, (indent) => "\t".repeat(Math.ceil(indent.length / 2))) : line,
        ),
      ),
    "tab-block": (host) =>
      placesOf(host)
        .fields.filter(
          ({ column, line, lastLine, pair }) => column > 0 && lastLine > line && pair.value?.type !== "scalar",
        )
        .map(({ line, lastLine }) => tabbed(host, line + 1, lastLine)),
    "tab-everywhere": [0.5, (host) => [tabbed(host, 0, placesOf(host).lines.length)]],
    "tab-after-colon-space": [
      0.3,
      (host) =>
        placesOf(host)
          .items.filter(({ item }) => raw(host, { start: item.start, end: item.start + 2 }) === "- ")
          .filter(({ item }) => item.value?.type === "map")
          .map(({ item }) => replaced(host, { start: item.start + 1, end: item.start + 2 }, "\t")),
    ],
    "equals-for-colon": (host) =>
      colons(host).map(({ pair, value }) => replaced(host, { start: pair.colon, end: value.start }, " = ")),
    "semicolon-for-colon": [
      0.5,
      (host) => colons(host).map(({ pair }) => replaced(host, { start: pair.colon, end: pair.colon + 1 }, ";")),
    ],
    "fullwidth-colon": [
      0.5,
      (host) => colons(host).map(({ pair, value }) => replaced(host, { start: pair.colon, end: value.start }, "：")),
    ],
    "doubled-colon": [
      0.5,
      (host) => colons(host).map(({ pair }) => replaced(host, { start: pair.colon, end: pair.colon + 1 }, "::")),
    ],
    "no-break-space": [
      0.5,
      (host) =>
        indentedLines(host).map((number) =>
          relined(host, (line, at) =>
            at === number ? line.replace(/^ +/, (indent) => "\u00a0".repeat(indent.length)) : line,
          ),
        ),
    ],
    "slash-comment": [
      0.7,
      (host) =>
        placesOf(host).lines.flatMap((line, number) =>
          /^\s*# ?\w/.test(line) ? [relined(host, (each, at) => (at === number ? each.replace("#", "//") : each))] : [],
        ),
    ],
    "stray-character": [
      0.5,
      (host, random) =>
        placesOf(host)
          .fields.filter(({ column, afterDash }) => column === 0 && !afterDash)
          .map(({ line }) => inserted(host, line, [random.pick(["}", "`", "```", "]", ">"])])),
    ],
    "duplicate-key": (host) =>
      scalars(host).map((field) => {
        const text = host.text.split("\n")[field.line] ?? "";
        const copy = " ".repeat(field.column) + text.slice(field.column);
        return on(inserted(host, field.line + 1, [copy]), field.line, field.line + 1);
      }),
    "duplicate-block": (host) =>
      placesOf(host)
        .fields.filter(
          ({ line, lastLine, afterDash, column }) => lastLine > line && lastLine - line < 6 && !afterDash && column > 0,
        )
        .map(({ line, lastLine }) => {
          const copy = host.text.split("\n").slice(line, lastLine + 1);
          return on(inserted(host, lastLine + 1, copy), line, lastLine + 1);
        }),
    "missing-separator": [1.5, missingSeparator],
    "glued-separator": [
      0.5,
      (host) =>
        host.text.startsWith("---\n") && host.start > 0
          ? [{ after: host.text.replace("---\n", "--\n") }, { after: host.text.replace("---\n", "----\n") }]
          : [],
    ],
    "dedented-block-scalar": (host) =>
      blockScalars(host).map(({ column, from, to }) => dedentedLines(host, from, to, column)),
    "dedented-block-scalar-line": (host, random) =>
      blockScalars(host)
        .filter(({ from, to }) => to > from)
        .map(({ column, from, to }) => {
          const line = from + 1 + random.below(to - from);
          return dedentedLines(host, line, line, column);
        })
        .filter(({ after }) => after !== host.text),
    "missing-block-scalar-header": [
      0.7,
      (host) =>
        blockScalars(host).flatMap(({ from }) => {
          const header = from - 1;
          const mistake = relined(host, (text, at) => (at === header ? text.replace(/:\s*[|>][-+\d]*$/, ":") : text));
          const text = placesOf(host).lines.findIndex((line, at) => at >= from && !/^\s*(?:#|$)/.test(line));
          return [on(mistake, header, from, text)];
        }),
    ],
    "braces-unquoted": quoteNeeded(["{{ name }}", "{{ image }}:{{ tag }}", "{{ .Values.name }}"]),
    "at-sign-unquoted": quoteNeeded(["@hourly", "@example/app", "@every 5m"]),
    "percent-unquoted": quoteNeeded(["%h:%p", "%d{HH:mm:ss} %m", "%CPU%"]),
    "star-unquoted": quoteNeeded(["*.example.com", "*", "*/5 * * * *"]),
    "colon-space-unquoted": quoteNeeded(["Host: example.com", "echo: hello", "note: see below"]),
    "bracket-unquoted": quoteNeeded(["[a-z]+ only", "[::1]:8080", "{name} is here"]),
    "backtick-unquoted": [0.5, quoteNeeded(["`date`", "`hostname`.log"])],
    "bang-unquoted": [0.5, quoteNeeded(["!important", "!include file"])],
    // An item that begins with a dash is rather a dash too many.
    "dash-unquoted": [0.5, quoteNeeded(["- none", "- a - b"], ownValues)],
  }),
  ...generators("syntax", "accepted", {
    "hash-unquoted": quoteNeeded(["a #b", "color #ff0000", "issue #12"]),
  }),
];

const colons = (host: Host) =>
  scalars(host).filter(({ pair, value }) => raw(host, { start: pair.colon, end: value.start }) === ": ");

const quoted = (host: Host) =>
  scalars(host).filter(({ value }) => value.style === "single" || value.style === "double");

const indentedLines = (host: Host): readonly number[] =>
  placesOf(host)
    .fields.filter(({ column, afterDash }) => column > 1 && !afterDash)
    .map(({ line }) => line);

const tabbed = (host: Host, from: number, to: number): Mistake =>
  relined(host, (line, at) =>
    at < from || at > to
      ? line
      : line.replace(/^ +/, (indent) => "\t".repeat(Math.floor(indent.length / 2)) + " ".repeat(indent.length % 2)),
  );

/** Two objects of one file run into each other. The mark stands at the top of the second. */
function missingSeparator(host: Host): readonly Mistake[] {
  if (!/^---[ \t]*\n/.test(host.text) || host.start === 0) return [];
  const after = host.text.replace(/^---[ \t]*\n/, "");
  const first = after.split("\n").findIndex((line) => /^\w/.test(line));
  return [on({ after }, first - 1, first)];
}

interface BlockScalar {
  readonly column: number;
  readonly from: number;
  readonly to: number;
}

const blockScalars = (host: Host): readonly BlockScalar[] =>
  placesOf(host).fields.flatMap(({ pair: { value }, column, line, lastLine }) =>
    value?.type === "scalar" && (value.style === "literal" || value.style === "folded") && lastLine > line
      ? [{ column, from: line + 1, to: lastLine }]
      : [],
  );

/** Lines of a block scalar moved to the column of its key. */
const dedentedLines = (host: Host, from: number, to: number, column: number): Mistake => {
  const by = indentOf(placesOf(host).lines[from] ?? "") - column;
  return relined(host, (line, at) => (at >= from && at <= to && indentOf(line) >= by ? line.slice(by) : line));
};

/** A text that needs its quotes, put in for a text of the document's own, and then without them. */
function quoteNeeded(values: readonly string[], find = places): Generator["mistakes"] {
  return (host, random) =>
    find(host).map(({ start, end }) => {
      const value = random.pick(values);
      const mark = quoteOf(host);
      const before = replaced(host, { start, end }, `${mark}${value}${mark}`).after;
      return { before, after: replaced(host, { start, end }, value).after };
    });
}

/** Values where any text may stand: annotations, environment values, data. */
function ownValues(host: Host): readonly YScalar[] {
  return scalars(host)
    .filter(({ path, key }) => {
      const parent = path[path.length - 2];
      return (
        (parent === "annotations" && !path.includes("properties")) ||
        parent === "data" ||
        parent === "stringData" ||
        (key === "value" && path.includes("env"))
      );
    })
    .map(({ value }) => value);
}

/** The same, and arguments. */
function places(host: Host): readonly YNode[] {
  return [
    ...ownValues(host),
    ...fieldsNamed(host, "args", "command")
      .flatMap((field) => itemsIn(host, field))
      .filter(({ line, lastLine, item }) => line === lastLine && item.value?.type === "scalar")
      .flatMap(({ item }) => (item.value === null ? [] : [item.value])),
  ];
}
