/** An arrow with its label. */
export interface Line {
  readonly src: string;
  readonly dst: string;
  readonly label: string;
  readonly kind: "same" | "added" | "removed" | "changed";
}

const COLOURS = { same: "", added: "darkgreen", removed: "firebrick", changed: "darkorange" } as const;

/** For Graphviz. */
export function* asDot(lines: readonly Line[]): Generator<string> {
  yield 'digraph reach {\n  rankdir=LR;\n  node [shape=box, style=rounded, fontname="sans-serif"];\n';
  for (const name of namesIn(lines)) yield `  ${quoted(name)};\n`;
  for (const { src, dst, label, kind } of lines) {
    const colour = COLOURS[kind] && `, color=${COLOURS[kind]}${kind === "removed" ? ", style=dashed" : ""}`;
    yield `  ${quoted(src)} -> ${quoted(dst)} [label=${quoted(label)}${colour}];\n`;
  }
  yield "}\n";
}

const quoted = (text: string): string => `"${text.replace(/["\\]/g, "\\$&")}"`;

/** For Markdown. Mermaid's names are plain words, so boxes are numbered and labelled. */
export function* asMermaid(lines: readonly Line[]): Generator<string> {
  const names = namesIn(lines);
  const numbers = new Map(names.map((name, i) => [name, `n${i}`]));
  yield "flowchart LR\n";
  for (const [name, number] of numbers) yield `  ${number}["${escaped(name)}"]\n`;
  for (const { src, dst, label, kind } of lines) {
    const arrow = kind === "removed" ? "-.->" : "-->";
    yield `  ${numbers.get(src)} ${arrow}|"${MARKS[kind]}${escaped(label)}"| ${numbers.get(dst)}\n`;
  }
}

const MARKS = { same: "", added: "+ ", removed: "- ", changed: "~ " } as const;

const escaped = (text: string): string => text.replaceAll("&", "#amp;").replaceAll('"', "#quot;");

const namesIn = (lines: readonly Line[]): readonly string[] =>
  [...new Set(lines.flatMap(({ src, dst }) => [src, dst]))].sort();
