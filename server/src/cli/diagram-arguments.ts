import type { LanguageChoice } from "../base/localized.ts";
import { type Environment, oneOf, parse, readLanguages, UsageError } from "./options.ts";

export interface DiagramArguments {
  readonly command: "diagram";
  readonly paths: readonly string[];
  readonly view: (typeof VIEW_NAMES)[number];
  /** Undefined: standard output. */
  readonly out: string | undefined;
  readonly format: (typeof FORMATS)[number];
  readonly filter: string;
  /** Id of a box. */
  readonly focus: string | undefined;
  /** For the view of a path: names as in `path`. */
  readonly path: {
    readonly from: string;
    readonly to: string;
    readonly port: string;
    readonly model: string;
    readonly proxy: string;
  };
  readonly theme: (typeof THEMES)[number];
  readonly languages: LanguageChoice;
}

const VIEW_NAMES = ["wiring", "pod", "overview", "path", "matrix", "storage", "lifecycle", "lifetime"] as const;
const FORMATS = ["svg", "mermaid", "dot", "json", "csv"] as const;
const THEMES = ["auto", "light", "dark", "contrast"] as const;

const ENDINGS: Readonly<Record<string, DiagramArguments["format"]>> = {
  mmd: "mermaid",
  mermaid: "mermaid",
  dot: "dot",
  gv: "dot",
  json: "json",
  csv: "csv",
};

export function readDiagram(
  given: readonly string[],
  environment: Environment,
): DiagramArguments | { readonly command: "help" } {
  const { values, positionals } = parse(given, {
    view: { type: "string" },
    out: { type: "string" },
    format: { type: "string" },
    filter: { type: "string" },
    focus: { type: "string" },
    theme: { type: "string" },
    from: { type: "string" },
    to: { type: "string" },
    port: { type: "string" },
    model: { type: "string" },
    proxy: { type: "string" },
    language: { type: "string" },
    help: { type: "boolean" },
  } as const);
  if (values.help) return { command: "help" };
  if (positionals.length === 0) throw new UsageError("diagram needs a file, a folder or - for standard input");
  const ending = ENDINGS[/\.([a-z]+)$/.exec(values.out ?? "")?.[1] ?? ""] ?? "svg";
  return {
    command: "diagram",
    paths: positionals,
    view: oneOf(VIEW_NAMES, values.view ?? "wiring", "--view"),
    out: values.out,
    format: oneOf(FORMATS, values.format ?? ending, "--format"),
    filter: values.filter ?? "",
    focus: values.focus,
    path: {
      from: values.from ?? "",
      to: values.to ?? "",
      port: values.port ?? "",
      model: values.model ?? "",
      proxy: values.proxy ?? "",
    },
    theme: oneOf(THEMES, values.theme ?? "auto", "--theme"),
    languages: readLanguages(values.language, environment),
  };
}
