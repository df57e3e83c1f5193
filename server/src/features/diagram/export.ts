import type { Language } from "../../base/localized.ts";
import { csvLine } from "../network/as-csv.ts";
import type { Subject } from "./build-model.ts";
import type { Asked } from "./filter.ts";
import type { Box, Link, LinkKind, Model } from "./model.ts";
import { tableOf } from "./table.ts";
import type { View } from "./view.ts";

export const TEXT_FORMATS = ["mermaid", "dot", "json", "csv"] as const;

export type TextFormat = (typeof TEXT_FORMATS)[number];

/** The model for other tools: what the picture of it shows, as text. */
export function exported(view: View, subject: Subject, asked: Asked, format: TextFormat, language: Language): string {
  const model = view.tell(subject, asked);
  switch (format) {
    case "mermaid":
      return mermaid(model, language);
    case "dot":
      return dot(model, language);
    case "json":
      return json(subject, model);
    case "csv": {
      const { columns, rows } = tableOf(model, view.detail);
      return [
        columns.map((column) => column[language]),
        ...rows.map(({ cells }) => cells.map((cell) => cell[language])),
      ]
        .map(csvLine)
        .join("");
    }
  }
}

const ARROWS: Readonly<Record<LinkKind, string>> = {
  enters: "==>",
  routes: "==>",
  selects: "-->",
  allowed: "-.->",
  denied: "--x",
  forbidden: "--x",
  dangling: "-.->",
  provides: "-->",
  bound: "==>",
  possible: "-.->",
  impossible: "--x",
  mounts: "-->",
  becomes: "-->",
  keeps: "-->",
  loses: "--x",
  depends: "-.->",
};

/** Mermaid's names are plain words, so that boxes are numbered and labelled. */
function mermaid({ boxes, links, namespaces }: Model, language: Language): string {
  const names = new Map(boxes.map(({ id }, i) => [id, `n${i}`]));
  const node = (box: Box, indent: string): string =>
    `${indent}${names.get(box.id)}["${entities(inWords(box, language).toReversed().join(" ").trim())}"]\n`;
  const outside = boxes.filter(({ namespace }) => namespace === undefined).map((box) => node(box, "  "));
  const inside = namespaces.map(({ name }, i) => {
    const own = boxes.filter(({ namespace }) => namespace === name).map((box) => node(box, "    "));
    return `  subgraph ns${i}["${entities(name)}"]\n${own.join("")}  end\n`;
  });
  const arrows = links.map((link) => {
    const label = entities(labelOf(boxes, link));
    return `  ${names.get(link.from.box)} ${ARROWS[link.kind]}${label === "" ? "" : `|"${label}"|`} ${names.get(link.to.box)}\n`;
  });
  return `flowchart LR\n${outside.join("")}${inside.join("")}${arrows.join("")}`;
}

/** What the end says, unless the line says it. */
function labelOf(boxes: readonly Box[], { label, to, kind }: Link): string {
  if (label !== "") return isBarred(kind) ? `✕ ${label}` : label;
  const row = boxes.find(({ id }) => id === to.box)?.rows.find(({ id }) => id === to.row);
  return [isBarred(kind) ? "✕" : "", row?.text ?? ""].join(" ").trim();
}

const isBarred = (kind: LinkKind): boolean =>
  kind === "denied" || kind === "forbidden" || kind === "impossible" || kind === "loses";

/** Name and caption. */
const inWords = ({ words, name, caption }: Box, language: Language): readonly string[] =>
  words ? [words.name[language], words.caption[language]] : [name, caption];

const entities = (text: string): string =>
  text.replace(/[&"<>#]/g, (char) => `#${char.charCodeAt(0)};`).replace(/\s+/g, " ");

const STYLES: Readonly<Record<LinkKind, string>> = {
  enters: "color=royalblue, penwidth=1.6",
  routes: "color=royalblue, penwidth=1.6",
  selects: "color=slateblue",
  allowed: "color=seagreen, style=dashed",
  denied: "color=firebrick, style=dashed, arrowhead=tee",
  forbidden: "color=firebrick, arrowhead=tee",
  dangling: "color=firebrick, style=dotted",
  provides: "color=slateblue",
  bound: "color=seagreen, penwidth=1.6",
  possible: "color=seagreen, style=dashed",
  impossible: "color=firebrick, style=dashed, arrowhead=tee",
  mounts: "color=royalblue",
  becomes: "color=dimgray",
  keeps: "color=seagreen",
  loses: "color=firebrick, style=dashed, arrowhead=tee",
  depends: "color=darkgoldenrod, style=dotted",
};

function dot({ boxes, links, namespaces }: Model, language: Language): string {
  const node = (box: Box, indent: string): string =>
    `${indent}${quoted(box.id)} [label=${quoted(inWords(box, language).join("\n"))}${box.kind === "missing" ? ", color=firebrick, style=dashed" : ""}];\n`;
  const outside = boxes.filter(({ namespace }) => namespace === undefined).map((box) => node(box, "  "));
  const inside = namespaces.map(({ name }, i) => {
    const own = boxes.filter(({ namespace }) => namespace === name).map((box) => node(box, "    "));
    return `  subgraph cluster_${i} {\n    label=${quoted(name)};\n${own.join("")}  }\n`;
  });
  const arrows = links.map(
    (link) =>
      `  ${quoted(link.from.box)} -> ${quoted(link.to.box)} [label=${quoted(labelOf(boxes, link))}, ${STYLES[link.kind]}];\n`,
  );
  const head = 'digraph wiring {\n  rankdir=LR;\n  node [shape=box, style=rounded, fontname="sans-serif"];\n';
  return `${head}${outside.join("")}${inside.join("")}${arrows.join("")}}\n`;
}

const quoted = (text: string): string => `"${text.replace(/["\\]/g, "\\$&").replace(/\n/g, "\\n")}"`;

function json({ snapshot }: Subject, { boxes, links, namespaces }: Model): string {
  const placed = <T extends { readonly at: Box["at"] }>({ at, ...rest }: T) => {
    const place = at && snapshot.placeOf(at.origin, at.path);
    return { ...rest, file: place?.file, line: place && place.range.start.line + 1 };
  };
  const answer = {
    namespaces: namespaces.map(({ name, policies }) => ({ name, policies: policies.map(placed) })),
    boxes: boxes.map((box) => ({ ...placed(box), rows: box.rows.map(placed), marks: box.marks.map(placed) })),
    links: links.map(placed),
  };
  return `${JSON.stringify(answer, undefined, 2)}\n`;
}
