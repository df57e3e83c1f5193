/** Names of colours, and what each is made of in an editor. Everything drawn takes its colours from these. */
const NAMES = [
  "paper",
  "ink",
  "dim",
  "card",
  "head",
  "line",
  "frame",
  "frame-line",
  "blue",
  "green",
  "red",
  "amber",
  "violet",
] as const;

type Palette = Readonly<Record<(typeof NAMES)[number], string>>;

const LIGHT: Palette = {
  paper: "#ffffff",
  ink: "#1b1f24",
  dim: "#59636e",
  card: "#ffffff",
  head: "#f3f5f8",
  line: "#c3cad3",
  frame: "#f7f8fa",
  "frame-line": "#d5dae1",
  blue: "#0b62c4",
  green: "#13774a",
  red: "#c4262e",
  amber: "#9a5b00",
  violet: "#6b42c8",
};

const DARK: Palette = {
  paper: "#1b1d21",
  ink: "#e8eaed",
  dim: "#a3abb6",
  card: "#26292f",
  head: "#2f333a",
  line: "#4a505a",
  frame: "#202328",
  "frame-line": "#3a3f47",
  blue: "#6cb2ff",
  green: "#57c995",
  red: "#ff7b80",
  amber: "#e3b341",
  violet: "#b79cff",
};

const CONTRAST: Palette = {
  paper: "#000000",
  ink: "#ffffff",
  dim: "#ffffff",
  card: "#000000",
  head: "#000000",
  line: "#ffffff",
  frame: "#000000",
  "frame-line": "#6fc3df",
  blue: "#6fc3df",
  green: "#89d185",
  red: "#ff9a9a",
  amber: "#ffd700",
  violet: "#d6b8ff",
};

/** So many parts in a hundred of the editor's ink on its paper. */
function mixed(parts: number): string {
  return `color-mix(in srgb, var(--vscode-editor-foreground) ${parts}%, var(--vscode-editor-background))`;
}

/** Colours for charts fill areas: lines and small letters need some more contrast. */
function deepened(name: string): string {
  return `color-mix(in srgb, var(--vscode-charts-${name}) 78%, var(--vscode-editor-foreground))`;
}

const EDITOR: Palette = {
  paper: "var(--vscode-editor-background)",
  ink: "var(--vscode-editor-foreground)",
  dim: "var(--vscode-descriptionForeground)",
  card: mixed(7),
  head: mixed(15),
  line: `var(--vscode-contrastBorder, ${mixed(38)})`,
  frame: mixed(3),
  "frame-line": `var(--vscode-contrastBorder, ${mixed(22)})`,
  blue: deepened("blue"),
  green: deepened("green"),
  red: deepened("red"),
  amber: deepened("yellow"),
  violet: deepened("purple"),
};

/** On white paper it is the ground that is shaded, not the cards. */
const LIGHT_EDITOR = `body.vscode-light .ka-diagram{--ka-card:${EDITOR.paper};--ka-frame:${mixed(4)};--ka-head:${mixed(7)}}`;

export type Theme = "auto" | "light" | "dark" | "contrast" | "editor";

/** Everything a picture needs to be looked at. `auto` follows the reader's system; `editor` takes the editor's colours. */
export function styleFor(theme: Theme): string {
  switch (theme) {
    case "auto":
      return `${variables(LIGHT)}@media (prefers-color-scheme:dark){${variables(DARK)}}${RULES}`;
    case "light":
      return variables(LIGHT) + RULES;
    case "dark":
      return variables(DARK) + RULES;
    case "contrast":
      return variables(CONTRAST) + RULES + BOLD;
    case "editor":
      return variables(EDITOR) + LIGHT_EDITOR + RULES + scopedToContrast();
  }
}

const variables = (palette: Palette): string =>
  `.ka-diagram{${NAMES.map((name) => `--ka-${name}:${palette[name]}`).join(";")}}`;

/** Kinds of lines differ in their pattern and their ends as well as in colour. */
const RULES = `
.ka-diagram{font-family:system-ui,-apple-system,"Segoe UI",Ubuntu,"Noto Sans",sans-serif;font-size:12px}
.ka-diagram text{fill:var(--ka-ink)}
.ka-diagram .paper{fill:var(--ka-paper)}
.ka-diagram .frame{fill:var(--ka-frame);stroke:var(--ka-frame-line)}
.ka-diagram .frame-name{font-size:15px;font-weight:600}
.ka-diagram .chip{fill:var(--ka-card);stroke:var(--ka-green)}
.ka-diagram .chip-text{font-size:11px;fill:var(--ka-green)}
.ka-diagram .card{fill:var(--ka-card);stroke:var(--ka-line)}
.ka-diagram .rule{fill:none;stroke:var(--ka-line);stroke-width:.75}
.ka-diagram .badge{fill:var(--ka-head);stroke:var(--ka-dim);stroke-width:.75}
.ka-diagram .badge-text{font-size:9.5px;font-weight:700;fill:var(--ka-dim)}
.ka-diagram .workload .badge-text,.ka-diagram .workload>.badge-text{fill:var(--ka-blue)}
.ka-diagram .service .badge-text{fill:var(--ka-violet)}
.ka-diagram .ingress .badge-text,.ka-diagram .route .badge-text,.ka-diagram .gateway .badge-text,.ka-diagram .balancer .badge-text{fill:var(--ka-amber)}
.ka-diagram .name{font-size:13px;font-weight:600}
.ka-diagram .caption{font-size:10.5px;fill:var(--ka-dim)}
.ka-diagram .port{font-family:ui-monospace,"SF Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:12px}
.ka-diagram .detail{font-size:11px;fill:var(--ka-dim)}
.ka-diagram .row-back{fill:var(--ka-head);fill-opacity:.55}
.ka-diagram .undeclared .port{fill:var(--ka-dim);font-style:italic}
.ka-diagram .conflict .port,.ka-diagram .conflict .detail{fill:var(--ka-red);font-weight:600}
.ka-diagram .pill{fill:none;stroke:var(--ka-dim)}
.ka-diagram .pill-text{font-size:10.5px;fill:var(--ka-dim)}
.ka-diagram .mark-open .pill{stroke:var(--ka-amber);stroke-dasharray:3 2}
.ka-diagram .mark-open .pill-text{fill:var(--ka-amber)}
.ka-diagram .mark-isolated .pill{stroke:var(--ka-green)}
.ka-diagram .mark-isolated .pill-text{fill:var(--ka-green)}
.ka-diagram .mark-closed .pill{stroke:var(--ka-ink);stroke-width:1.5}
.ka-diagram .mark-closed .pill-text{fill:var(--ka-ink);font-weight:600}
.ka-diagram .outside>.card{fill:var(--ka-head);stroke:var(--ka-dim)}
.ka-diagram .group>.card{stroke:var(--ka-green);stroke-dasharray:5 3}
.ka-diagram .missing>.card{stroke:var(--ka-red);stroke-dasharray:2 3;stroke-width:1.5}
.ka-diagram .missing>.name,.ka-diagram .missing>.caption{fill:var(--ka-red)}
.ka-diagram .edge path{fill:none;stroke:var(--ka-dim);stroke-width:1.25}
.ka-diagram .edge .hit{stroke:transparent;stroke-width:10}
.ka-diagram .edge .tip{fill:var(--ka-dim);stroke:none}
.ka-diagram .edge text{font-size:10.5px;fill:var(--ka-dim);paint-order:stroke;stroke:var(--ka-frame);stroke-width:4px;stroke-linejoin:round}
.ka-diagram .selects .wire{stroke:var(--ka-violet)}
.ka-diagram .selects .tip{fill:var(--ka-violet)}
.ka-diagram .enters .wire,.ka-diagram .routes .wire{stroke:var(--ka-blue);stroke-width:1.75}
.ka-diagram .enters .tip,.ka-diagram .routes .tip{fill:var(--ka-blue)}
.ka-diagram .allowed .wire{stroke:var(--ka-green);stroke-width:1.5;stroke-dasharray:7 3}
.ka-diagram .allowed .tip{fill:var(--ka-green)}
.ka-diagram .allowed text{fill:var(--ka-green)}
.ka-diagram .denied .wire{stroke:var(--ka-red);stroke-width:1.75;stroke-dasharray:4 4}
.ka-diagram .denied .tip,.ka-diagram .dangling .tip{fill:var(--ka-red)}
.ka-diagram .denied .cross{stroke:var(--ka-red);stroke-width:2.5}
.ka-diagram .denied .cross-back{stroke:none;fill:var(--ka-frame)}
.ka-diagram .dangling .wire{stroke:var(--ka-red);stroke-width:1.75;stroke-dasharray:1.5 4;stroke-linecap:round}
.ka-diagram .dangling text,.ka-diagram .denied text{fill:var(--ka-red);font-weight:600}
.ka-diagram .storage-class .badge-text{fill:var(--ka-blue)}
.ka-diagram .persistent-volume .badge-text{fill:var(--ka-amber)}
.ka-diagram .claim .badge-text{fill:var(--ka-violet)}
.ka-diagram .mark-settled .pill{stroke:var(--ka-green)}
.ka-diagram .mark-settled .pill-text{fill:var(--ka-green)}
.ka-diagram .mark-waiting .pill{stroke:var(--ka-blue);stroke-dasharray:6 3}
.ka-diagram .mark-waiting .pill-text{fill:var(--ka-blue)}
.ka-diagram .mark-stuck .pill{stroke:var(--ka-red);stroke-width:1.75}
.ka-diagram .mark-stuck .pill-text{fill:var(--ka-red);font-weight:600}
.ka-diagram .mark-unknown .pill{stroke:var(--ka-amber);stroke-dasharray:3 2}
.ka-diagram .mark-unknown .pill-text{fill:var(--ka-amber)}
.ka-diagram .provides .wire{stroke:var(--ka-violet)}
.ka-diagram .provides .tip{fill:var(--ka-violet)}
.ka-diagram .bound .wire{stroke:var(--ka-green);stroke-width:2.25}
.ka-diagram .bound .tip{fill:var(--ka-green)}
.ka-diagram .possible .wire{stroke:var(--ka-green);stroke-width:1.5;stroke-dasharray:7 3}
.ka-diagram .possible .tip,.ka-diagram .possible text{fill:var(--ka-green)}
.ka-diagram .impossible .wire{stroke:var(--ka-red);stroke-width:1.5;stroke-dasharray:4 4}
.ka-diagram .impossible .tip{fill:var(--ka-red)}
.ka-diagram .impossible .cross{stroke:var(--ka-red);stroke-width:2.5}
.ka-diagram .impossible .cross-back{stroke:none;fill:var(--ka-paper)}
.ka-diagram .impossible text{fill:var(--ka-red);font-weight:600;stroke:var(--ka-paper)}
.ka-diagram .mounts .wire{stroke:var(--ka-blue)}
.ka-diagram .mounts .tip{fill:var(--ka-blue)}
.ka-diagram .becomes .wire{stroke:var(--ka-dim);stroke-width:1.5}
.ka-diagram .edge.barred{opacity:.45}
.ka-diagram .barred .wire{stroke-dasharray:2 4}
.ka-diagram .state.barred{opacity:.5}
.ka-diagram .state.barred>.card{stroke-dasharray:4 4}
.ka-diagram .now>.card{stroke:var(--ka-blue);stroke-width:3}
.ka-diagram .now>.pill{fill:var(--ka-blue);stroke:none}
.ka-diagram .now>.pill-text{fill:var(--ka-card);font-weight:700}
.ka-diagram .next>.card{stroke:var(--ka-blue);stroke-width:2;stroke-dasharray:6 3}
.ka-diagram .next>.pill{stroke:var(--ka-blue)}
.ka-diagram .next>.pill-text{fill:var(--ka-blue)}
.ka-diagram .reason{font-size:11px;fill:var(--ka-ink)}
.ka-diagram .fate>.card{stroke-width:1.25}
.ka-diagram .fate .sign{font-size:17px;font-weight:700}
.ka-diagram .keeps>.card{stroke:var(--ka-green);fill:var(--ka-green);fill-opacity:.13}
.ka-diagram .keeps>.sign{fill:var(--ka-green)}
.ka-diagram .loses>.card{stroke:var(--ka-red);fill:var(--ka-red);fill-opacity:.13;stroke-dasharray:4 4}
.ka-diagram .loses>.sign{fill:var(--ka-red)}
.ka-diagram .depends>.card{stroke:var(--ka-amber);fill:var(--ka-amber);fill-opacity:.13;stroke-dasharray:7 3}
.ka-diagram .depends>.sign{fill:var(--ka-amber)}
.ka-diagram .fate .way{font-size:12px}
.ka-diagram .forbidden .wire{stroke:var(--ka-red);stroke-width:1.25;stroke-dasharray:12 3 2 3}
.ka-diagram .forbidden .tip,.ka-diagram .forbidden text{fill:var(--ka-red)}
.ka-diagram .admin .chip{stroke:var(--ka-red);stroke-width:1.5}
.ka-diagram .admin .chip-text{fill:var(--ka-red)}
.ka-diagram .legend text{font-size:11px;fill:var(--ka-dim)}
.ka-diagram .cell{fill:none;stroke:var(--ka-line);stroke-width:.5}
.ka-diagram .cell-all{fill:var(--ka-amber);fill-opacity:.35}
.ka-diagram .cell-some{fill:var(--ka-green);fill-opacity:.6}
.ka-diagram .cell-own{fill:var(--ka-line);fill-opacity:.6}
.ka-diagram .axis{font-size:11px}
.ka-diagram .tiny{font-size:9px;fill:var(--ka-ink)}
.ka-diagram .in-open,.ka-diagram .out-open{fill:none;stroke:var(--ka-amber);stroke-dasharray:2 1.5}
.ka-diagram .in-isolated,.ka-diagram .out-isolated{fill:var(--ka-green);stroke:var(--ka-green)}
.ka-diagram .in-closed,.ka-diagram .out-closed{fill:var(--ka-ink);stroke:var(--ka-ink)}
.ka-diagram .in-node,.ka-diagram .out-node{fill:none;stroke:var(--ka-dim)}
.ka-diagram .line-name{font-size:11px}
.ka-diagram .line-ports{font-family:ui-monospace,Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:10px;fill:var(--ka-blue)}
.ka-diagram .line-back{fill:transparent}
.ka-diagram .problem .line-back{fill:var(--ka-red);fill-opacity:.14}
.ka-diagram .problem .line-name{fill:var(--ka-red);font-weight:600}
.ka-diagram .shared{fill:var(--ka-head);stroke:var(--ka-blue);stroke-dasharray:6 3}
.ka-diagram .volume>.card{stroke:var(--ka-amber)}
.ka-diagram .mount{fill:none;stroke:var(--ka-amber);stroke-width:1.25;stroke-dasharray:2 2}
.ka-diagram .listen{fill:none;stroke:var(--ka-blue);stroke-width:1.5}
.ka-diagram .conflict .listen{stroke:var(--ka-red);stroke-dasharray:4 3}
.ka-diagram .init>.card{stroke-dasharray:4 3}
.ka-diagram .tiny-note{font-size:10px;fill:var(--ka-green)}
.ka-diagram .halo{font-size:11px;fill:var(--ka-dim);paint-order:stroke;stroke:var(--ka-card);stroke-width:4px;stroke-linejoin:round}
.ka-diagram .packet{fill:var(--ka-card);stroke:var(--ka-line)}
.ka-diagram .packet-nat{stroke:var(--ka-amber);stroke-width:2}
.ka-diagram .packet-layer{fill:var(--ka-head);stroke:var(--ka-violet)}
.ka-diagram .tiny-port{font-family:ui-monospace,"SF Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:10.5px}
.ka-diagram .dropped>.card{stroke:var(--ka-red);stroke-width:2.5;stroke-dasharray:4 4}
.ka-diagram .dropped>.name{fill:var(--ka-red)}
.ka-diagram .nat>.card{stroke:var(--ka-amber)}
.ka-diagram .lost>.card,.ka-diagram .lost>.wire{stroke-dasharray:2 4;opacity:.5}
.ka-diagram .lost text,.ka-diagram .lost>text{opacity:.5}
.ka-diagram .note{font-size:11.5px;fill:var(--ka-dim)}
`.replace(/\n/g, "");

const BOLD = ".ka-diagram .card,.ka-diagram .frame{stroke-width:1.5}.ka-diagram .edge .wire{stroke-width:2}";

const scopedToContrast = (): string =>
  BOLD.replaceAll(
    ".ka-diagram",
    "body.vscode-high-contrast .ka-diagram,body.vscode-high-contrast-light .ka-diagram",
  ).replace(
    /body\.vscode-high-contrast \.ka-diagram,body\.vscode-high-contrast-light \.ka-diagram ([^,{]+)/g,
    "body.vscode-high-contrast .ka-diagram $1,body.vscode-high-contrast-light .ka-diagram $1",
  );
