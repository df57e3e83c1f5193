import type { Diagram } from "../../server/src/protocol/messages.ts";
import type { ExportFormat, PanelState } from "../src/panel-messages.ts";
import { element } from "./dom.ts";
import { WORDS, type Words } from "./words.ts";

export interface ToolbarEvents {
  look(change: Partial<PanelState>): void;
  zoom(step: "in" | "out" | "fit"): void;
  export(format: ExportFormat): void;
  copy(format: "svg" | "mermaid"): void;
}

/** The one view that is no picture. */
export const TABLE = "table";

const FORMATS: readonly ExportFormat[] = ["svg", "png", "mermaid", "dot", "json", "csv"];
const TYPING_MS = 150;

/** Everything above the picture. Made once; later pictures only change what it shows. */
export class Toolbar {
  readonly root: HTMLElement;
  readonly filter: HTMLInputElement;
  readonly #events: ToolbarEvents;
  readonly #tabs = element("div", { class: "tabs", role: "tablist" });
  readonly #namespaces = element("select");
  readonly #problems = element("button", { type: "button" });
  readonly #unfocus = element("button", { type: "button" });
  readonly #rest = element("span", { class: "tabs" });
  #language: "en" | "vi" | undefined;
  #typing: ReturnType<typeof setTimeout> | undefined;

  constructor(events: ToolbarEvents) {
    this.#events = events;
    this.filter = element("input", { type: "search", spellcheck: "false" });
    this.root = element(
      "div",
      { class: "bar", role: "toolbar" },
      this.#tabs,
      this.#namespaces,
      this.filter,
      this.#problems,
      this.#unfocus,
      this.#rest,
    );
    this.filter.addEventListener("input", () => {
      clearTimeout(this.#typing);
      this.#typing = setTimeout(() => events.look({ filter: this.filter.value }), TYPING_MS);
    });
    this.#namespaces.addEventListener("change", () =>
      this.#setWord(/\bns:\S+/, this.#namespaces.value && `ns:${this.#namespaces.value}`),
    );
    this.#problems.addEventListener("click", () =>
      this.#setWord(/\bis:problem\b/, PROBLEM.test(this.filter.value) ? "" : "is:problem"),
    );
    this.#unfocus.addEventListener("click", () => events.look({ focus: null }));
  }

  show(diagram: Diagram, view: string, language: "en" | "vi"): void {
    const say = (words: Words): string => words[language];
    if (this.#language !== language) {
      this.#language = language;
      this.#wordsIn(say);
    }
    const views = [...diagram.views, { id: TABLE, title: WORDS.table, about: TABLE }];
    this.#tabs.replaceChildren(
      ...views.map(({ id, title, about }, i) => {
        const isFirst = i > 0 && views[i - 1]?.about !== about;
        const tab = element(
          "button",
          {
            type: "button",
            role: "tab",
            "aria-selected": String(id === view),
            "data-view": id,
            ...(isFirst ? { class: "apart" } : {}),
          },
          title[language],
        );
        tab.addEventListener("click", () => this.#events.look({ view: id }));
        return tab;
      }),
    );
    if (document.activeElement !== this.filter) this.filter.value = diagram.filter;
    const [, chosen = ""] = /\bns:(\S+)/.exec(diagram.filter) ?? [];
    const options = [
      element("option", { value: "" }, say(WORDS.everywhere)),
      ...diagram.namespaces.map((name) => element("option", { value: name }, name)),
    ];
    this.#namespaces.replaceChildren(...options);
    this.#namespaces.value = chosen;
    this.#problems.setAttribute("aria-pressed", String(PROBLEM.test(diagram.filter)));
    this.#unfocus.hidden = diagram.focus === null;
  }

  #wordsIn(say: (words: Words) => string): void {
    this.#tabs.setAttribute("aria-label", say(WORDS.views));
    this.#namespaces.setAttribute("aria-label", say(WORDS.namespace));
    this.filter.setAttribute("aria-label", say(WORDS.filterLabel));
    this.filter.placeholder = say(WORDS.filter);
    this.#problems.textContent = say(WORDS.problems);
    this.#unfocus.textContent = say(WORDS.unfocus);
    const button = (text: string, label: string, run: () => void): HTMLElement => {
      const made = element("button", { type: "button", "aria-label": label, title: label }, text);
      made.addEventListener("click", run);
      return made;
    };
    const menu = element(
      "select",
      { "aria-label": say(WORDS.export) },
      element("option", { value: "" }, say(WORDS.export)),
    );
    for (const format of FORMATS) menu.append(element("option", { value: format }, format.toUpperCase()));
    menu.append(
      element("option", { value: "copy svg" }, say(WORDS.copySvg)),
      element("option", { value: "copy mermaid" }, say(WORDS.copyMermaid)),
    );
    menu.addEventListener("change", () => {
      const { value } = menu;
      menu.value = "";
      const format = FORMATS.find((each) => each === value);
      if (format) this.#events.export(format);
      else if (value !== "") this.#events.copy(value === "copy svg" ? "svg" : "mermaid");
    });
    this.#rest.replaceChildren(
      button("−", say(WORDS.zoomOut), () => this.#events.zoom("out")),
      button("+", say(WORDS.zoomIn), () => this.#events.zoom("in")),
      button("⤢", say(WORDS.fit), () => this.#events.zoom("fit")),
      menu,
    );
  }

  /** One word of the filter, in place of the one like it. */
  #setWord(like: RegExp, word: string): void {
    const rest = this.filter.value.replace(like, "").trim().replace(/\s+/g, " ");
    this.filter.value = [rest, word].filter(Boolean).join(" ");
    this.#events.look({ filter: this.filter.value });
  }
}

const PROBLEM = /\bis:problem\b/;
