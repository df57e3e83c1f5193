import type { Diagram, DiagramExplanation } from "../../server/src/protocol/messages.ts";
import type { ExportFormat, FromPage, PanelState, ToPage } from "../src/panel-messages.ts";
import { Canvas } from "./canvas.ts";
import { element, styleSheet } from "./dom.ts";
import { Items } from "./items.ts";
import { PathBar } from "./path-bar.ts";
import { pngOf } from "./png.ts";
import { STYLE } from "./style.ts";
import { tableOf } from "./table.ts";
import { TABLE, Toolbar } from "./toolbar.ts";
import { WORDS, type Words } from "./words.ts";

/** What VS Code puts into every webview. */
declare function acquireVsCodeApi(): {
  postMessage(message: FromPage): void;
  setState(state: PanelState): void;
};

const host = acquireVsCodeApi();
const ground = element("main", { class: "ground" });
const canvas = new Canvas(ground);
const verdict = element("div", { class: "verdict", role: "status", "aria-live": "polite" });
// Readers hear the same as the name of what is pointed at.
const tip = element("div", { class: "tip", hidden: "", "aria-hidden": "true" });
const heading = element("h1", { class: "unseen" });
const sheet = styleSheet("");
const toolbar = new Toolbar({
  look,
  zoom,
  export: exportAs,
  copy: (format) => host.postMessage({ kind: "copy", format }),
});

const pathBar = new PathBar((path) => look({ path }));

/** What is on the page now. */
const page: {
  diagram: Diagram | undefined;
  items: Items | undefined;
  titles: ReadonlyMap<string, Words>;
  state: PanelState;
} = { diagram: undefined, items: undefined, titles: new Map(), state: { view: "", filter: "", focus: null } };

document.head.append(styleSheet(STYLE), sheet);
document.body.append(
  element("header", {}, heading, toolbar.root, pathBar.root),
  ground,
  element("footer", {}, verdict),
  tip,
);
window.addEventListener("message", ({ data }: MessageEvent<ToPage>) => receive(data));
window.addEventListener("keydown", press);
ground.addEventListener("click", (event) => choose(event.target));
ground.addEventListener("dblclick", (event) => focusOn(page.items?.of(event.target)));
ground.addEventListener("pointermove", hover);
ground.addEventListener("pointerleave", () => {
  tip.hidden = true;
});
host.postMessage({ kind: "ready" });

function receive(message: ToPage): void {
  switch (message.kind) {
    case "diagram":
      return show(message.diagram);
    case "cursor":
      return page.items?.mark("at-cursor", message.ids);
    case "explanation":
      return tell(message.id, message.explanation);
    case "click":
      return void page.items?.get(message.id)?.dispatchEvent(new MouseEvent("click", { bubbles: true }));
  }
}

function show(diagram: Diagram): void {
  const start = performance.now();
  const before = page.diagram;
  const isTable = page.state.view === TABLE;
  const language = diagram.languages[0] ?? "en";
  page.state = {
    ...page.state,
    view: isTable ? TABLE : diagram.view,
    of: diagram.view,
    filter: diagram.filter,
    focus: diagram.focus,
  };
  page.diagram = diagram;
  page.titles = new Map(diagram.items.map(({ id, title }) => [id, title]));
  host.setState(page.state);
  toolbar.show(diagram, page.state.view, language);
  pathBar.show(diagram, language);
  document.documentElement.lang = language;
  heading.textContent = diagram.title[language];
  if (before?.style !== diagram.style) sheet.textContent = diagram.style;
  if (isTable) showTable(diagram, language);
  else if (before?.svg !== diagram.svg || !canvas.svg?.isConnected) showPicture(diagram, before);
  const { items } = page;
  host.postMessage({
    kind: "drawn",
    view: page.state.view,
    boxes: items?.count(`:is(${BOX},.balancer)`) ?? 0,
    edges: items?.count(".edge") ?? 0,
    milliseconds: performance.now() - start,
  });
}

function showTable(diagram: Diagram, language: "en" | "vi"): void {
  page.items = undefined;
  ground.replaceChildren(tableOf(diagram.table, language, diagram.title[language], (id) => reveal(id, "look")));
}

function showPicture(diagram: Diagram, before: Diagram | undefined): void {
  const focused = page.items?.of(document.activeElement)?.dataset.id;
  const parsed = new DOMParser().parseFromString(diagram.svg, "image/svg+xml").documentElement;
  const svg = document.importNode(parsed, true);
  if (!(svg instanceof SVGSVGElement)) return;
  const isOther = before?.view !== diagram.view || before.filter !== diagram.filter || before.focus !== diagram.focus;
  canvas.show(svg, isOther ? "fit" : "keep");
  page.items = new Items(svg);
  if (page.items.count("") === 0) ground.append(element("p", { class: "note" }, say(WORDS.empty)));
  if (focused !== undefined) page.items.focus(page.items.get(focused));
  if (verdict.textContent === "") verdict.textContent = say(WORDS.help);
}

const say = (words: Words): string => words[page.diagram?.languages[0] ?? "en"];

/** In each of the reader's languages. */
function inLanguages(words: Words): readonly HTMLElement[] {
  return (page.diagram?.languages ?? ["en" as const]).map((language, i) =>
    element("div", { class: i === 0 ? "first" : "second", lang: language }, words[language]),
  );
}

function look(change: Partial<PanelState>): void {
  page.state = { ...page.state, ...change };
  host.setState(page.state);
  host.postMessage({ kind: "look", state: page.state });
}

function choose(target: EventTarget | null): void {
  if (ground.classList.contains("dragging")) return;
  const item = page.items?.of(target);
  canvas.svg?.classList.toggle("chosen", item !== undefined);
  page.items?.mark("related", []);
  page.items?.mark("reached", []);
  page.items?.mark("reaching", []);
  const id = item?.dataset.id;
  if (!item || id === undefined) return;
  page.items?.focus(item);
  for (const edge of [...(page.items?.edges(item, "from") ?? []), ...(page.items?.edges(item, "to") ?? [])])
    edge.classList.add("related");
  if (item.classList.contains("edge")) item.classList.add("related");
  reveal(id, "look");
  host.postMessage({ kind: "explain", id });
}

const reveal = (id: string, take: "focus" | "look"): void => host.postMessage({ kind: "reveal", id, take });

/** Of what is in no other picture, all that there is to say is on the item. */
function tell(id: string, explanation: DiagramExplanation | null): void {
  const text = explanation?.text ?? page.titles.get(id);
  if (text) verdict.replaceChildren(...inLanguages(text));
  if (!explanation) return;
  const { from, to } = explanation;
  if (!page.items?.get(id)?.classList.contains("workload")) return;
  page.items.mark("reaching", from);
  page.items.mark("reached", to);
}

function focusOn(item: SVGGElement | undefined): void {
  const box = [item, item && page.items?.parentOf(item)].find((each) => each?.matches(BOX));
  if (box?.dataset.id !== undefined) look({ focus: box.dataset.id });
}

/** What the picture can be drawn around. */
const BOX = ".workload,.service,.ingress,.route,.gateway,.storage-class,.persistent-volume,.claim";

function hover(event: PointerEvent): void {
  const item = event.buttons === 0 ? page.items?.of(event.target) : undefined;
  const title = page.titles.get(item?.dataset.id ?? "");
  tip.hidden = title === undefined;
  if (!title) return;
  tip.replaceChildren(...inLanguages(title));
  const [x, y] = [event.clientX + 14, event.clientY + 16];
  tip.style.left = `${Math.max(0, Math.min(x, window.innerWidth - tip.offsetWidth - 8))}px`;
  tip.style.top = `${y + tip.offsetHeight > window.innerHeight ? event.clientY - tip.offsetHeight - 8 : y}px`;
}

function press(event: KeyboardEvent): void {
  if (event.target instanceof HTMLInputElement || event.target instanceof HTMLSelectElement) {
    if (event.key === "Escape") page.items?.focus(page.items.first);
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const item = page.items?.of(document.activeElement);
  const act = actionFor(event.key, item);
  if (!act) return;
  event.preventDefault();
  act();
}

function actionFor(key: string, item: SVGGElement | undefined): (() => void) | undefined {
  const id = item?.dataset.id;
  switch (key) {
    case "/":
      return () => toolbar.filter.focus();
    case "+":
    case "=":
      return () => zoom("in");
    case "-":
      return () => zoom("out");
    case "0":
      return () => zoom("fit");
    case "Escape":
      return page.state.focus === null ? () => choose(null) : () => look({ focus: null });
    case "Enter":
      return id === undefined ? undefined : () => reveal(id, "focus");
    case ".":
      return id === undefined ? undefined : () => host.postMessage({ kind: "explain", id });
    case "f":
      return item && (() => focusOn(item));
    default:
      if (!key.startsWith("Arrow") || !page.items) return undefined;
      return item
        ? () => page.items?.focus(page.items.neighbour(item, key))
        : () => page.items?.focus(page.items.first);
  }
}

function zoom(step: "in" | "out" | "fit"): void {
  if (step === "fit") canvas.fit();
  else canvas.zoom(step === "in" ? 1.25 : 0.8);
}

async function exportAs(format: ExportFormat): Promise<void> {
  const { svg } = canvas;
  if (format !== "png") host.postMessage({ kind: "export", format });
  else if (svg) host.postMessage({ kind: "export", format, picture: await pngOf(svg) });
}
