/** A piece of YAML or JSON to be written; its texts are snippets with tab stops. */
export type Draft =
  | { readonly kind: "text"; readonly snippet: string }
  /** A string that plain YAML would misread. */
  | { readonly kind: "quoted"; readonly snippet: string }
  /** A number or boolean. */
  | { readonly kind: "bare"; readonly snippet: string }
  | { readonly kind: "map"; readonly entries: readonly DraftEntry[] }
  | { readonly kind: "list"; readonly items: readonly Draft[] }
  /** A map whose keys the reader will choose. */
  | { readonly kind: "inside"; readonly snippet: string };

/** The key is a snippet too. */
export type DraftEntry = readonly [key: string, value: Draft];

/** Where and how a draft is written. */
export interface Layout {
  readonly form: "block" | "flow" | "json";
  /** Of the keys that are written. */
  readonly column: number;
  readonly step: number;
  readonly listIndent: number;
  /** In flow and JSON: each entry on a line of its own. */
  readonly lines: boolean;
}

/** The entries as they stand in their map, the first without indentation. */
export function writeEntries(entries: readonly DraftEntry[], layout: Layout): string {
  const separator =
    layout.form === "block" ? newLine(layout.column) : `,${layout.lines ? newLine(layout.column) : " "}`;
  return entries.map(([key, value]) => writeEntry(key, value, layout)).join(separator);
}

export function writeEntry(key: string, value: Draft, layout: Layout): string {
  const name = layout.form === "json" ? `"${key}"` : key;
  return `${name}:${layout.form === "block" ? below(value, layout) : ` ${inline(value, layout)}`}`;
}

/** An item as it stands behind its dash or bracket; `layout.column` is the item's own. */
export function writeItem(item: Draft, layout: Layout): string {
  if (layout.form !== "block") return inline(item, layout);
  switch (item.kind) {
    case "map":
      return writeEntries(item.entries, layout);
    case "list":
      return item.items.map((each) => `- ${writeItem(each, deeper(layout, 2))}`).join(newLine(layout.column));
    case "quoted":
      return `"${item.snippet}"`;
    default:
      return item.snippet;
  }
}

/** What follows `key:` in block style. */
function below(value: Draft, layout: Layout): string {
  switch (value.kind) {
    case "text":
    case "bare":
      return ` ${value.snippet}`;
    case "quoted":
      return ` "${value.snippet}"`;
    case "inside":
      return newLine(layout.column + layout.step) + value.snippet;
    case "map": {
      const inner = deeper(layout, layout.step);
      return newLine(inner.column) + writeEntries(value.entries, inner);
    }
    case "list": {
      const dash = layout.column + layout.listIndent;
      const inner = deeper(layout, layout.listIndent + 2);
      return value.items.map((item) => `${newLine(dash)}- ${writeItem(item, inner)}`).join("");
    }
  }
}

function inline(value: Draft, layout: Layout): string {
  const json = layout.form === "json";
  switch (value.kind) {
    case "bare":
      // JSON cannot leave a number out.
      return json ? value.snippet.replace(/^\$(\d+)$/, "${$1:0}") : value.snippet;
    case "text":
      return json ? `"${value.snippet}"` : value.snippet;
    case "quoted":
      return `"${value.snippet}"`;
    case "inside":
      return `{${value.snippet}\\}`;
    case "map": {
      const inner = deeper(layout, 2);
      return bracket("{", writeEntries(value.entries, inner), "\\}", inner, layout);
    }
    case "list": {
      const inner = deeper(layout, 2);
      const separator = `,${layout.lines ? newLine(inner.column) : " "}`;
      return bracket("[", value.items.map((item) => inline(item, inner)).join(separator), "]", inner, layout);
    }
  }
}

const bracket = (open: string, content: string, close: string, inner: Layout, outer: Layout): string =>
  outer.lines
    ? `${open}${newLine(inner.column)}${content}${newLine(outer.column)}${close}`
    : `${open}${open === "{" ? " " : ""}${content}${open === "{" ? " " : ""}${close}`;

const deeper = (layout: Layout, by: number): Layout => ({ ...layout, column: layout.column + by });

const newLine = (column: number): string => `\n${" ".repeat(column)}`;

const STOP = /(\\.)|\$(?:(\d+)|\{(\d+)(?=[}:|]))/g;

/** Numbers of the tab stops in a snippet, each once. */
export function stopsOf(snippet: string): ReadonlySet<string> {
  const stops = [...snippet.matchAll(STOP)].map((match) => match[2] ?? match[3]);
  return new Set(stops.filter((stop) => stop !== undefined));
}

/** A lone empty tab stop is where the cursor ends: leaving it should not take another key press. */
export function settled(snippet: string): string {
  const stops = [...stopsOf(snippet)];
  const [only] = stops;
  return stops.length === 1 && only !== undefined && !snippet.includes(`\${${only}`)
    ? snippet.replace(`$${only}`, "$0")
    : snippet;
}
