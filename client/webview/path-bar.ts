import type { Diagram, DiagramPath } from "../../server/src/protocol/messages.ts";
import { element } from "./dom.ts";
import { WORDS } from "./words.ts";

/** Two ends, a port and a network model: what a path is asked with. */
export class PathBar {
  readonly root = element("div", { class: "bar", role: "group", hidden: "" });
  readonly #look: (path: DiagramPath) => void;

  constructor(look: (path: DiagramPath) => void) {
    this.#look = look;
  }

  show({ path }: Diagram, language: "en" | "vi"): void {
    this.root.hidden = path === null;
    if (!path || this.root.contains(document.activeElement)) return;
    const { chosen, ends, models, proxies } = path;
    const list = element("datalist", { id: "ends" }, ...ends.map((end) => element("option", { value: end })));
    const field = (name: "from" | "to" | "port", size: string): HTMLInputElement => {
      const input = element("input", { "aria-label": WORDS[name][language], placeholder: WORDS[name][language], size });
      if (name !== "port") input.setAttribute("list", "ends");
      input.value = chosen[name];
      input.addEventListener("change", () => this.#look({ ...chosen, ...read() }));
      return input;
    };
    const choice = (
      label: string,
      options: readonly (readonly [string, string])[],
      value: string,
    ): HTMLSelectElement => {
      const made = element(
        "select",
        { "aria-label": label },
        ...options.map(([id, name]) => element("option", { value: id }, name)),
      );
      made.value = value;
      made.addEventListener("change", () => this.#look({ ...chosen, ...read() }));
      return made;
    };
    const [from, to, port] = [field("from", "18"), field("to", "18"), field("port", "7")];
    const model = choice(
      WORDS.model[language],
      models.map(({ id, title }) => [id, title[language].replaceAll("`", "")]),
      chosen.model,
    );
    const proxy = choice(
      "kube-proxy",
      proxies.map((id) => [id, id]),
      chosen.proxy,
    );
    const read = (): DiagramPath => ({
      from: from.value,
      to: to.value,
      port: port.value,
      model: model.value,
      proxy: proxy.value,
    });
    this.root.replaceChildren(list, from, "→", to, port, model, proxy);
  }
}
