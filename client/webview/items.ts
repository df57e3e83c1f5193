/** The items of a picture: by id, along the tree, and along the edges. */
export class Items {
  readonly #root: Element;
  readonly #byId = new Map<string, SVGGElement>();

  constructor(root: Element) {
    this.#root = root;
    for (const item of root.querySelectorAll<SVGGElement>("g.item")) {
      const id = item.dataset.id ?? "";
      if (!this.#byId.has(id)) this.#byId.set(id, item);
    }
    this.first?.setAttribute("tabindex", "0");
  }

  get first(): SVGGElement | undefined {
    return this.#root.querySelector<SVGGElement>("g.item:not(.edge)") ?? undefined;
  }

  get(id: string): SVGGElement | undefined {
    return this.#byId.get(id);
  }

  count(selector: string): number {
    return this.#root.querySelectorAll(`g.item${selector}`).length;
  }

  /** The item that is or holds an element. */
  of(target: EventTarget | null): SVGGElement | undefined {
    return target instanceof Element ? (target.closest<SVGGElement>("g.item") ?? undefined) : undefined;
  }

  focus(item: SVGGElement | undefined): void {
    if (!item) return;
    this.#root.querySelector('g.item[tabindex="0"]')?.setAttribute("tabindex", "-1");
    item.setAttribute("tabindex", "0");
    item.focus();
    item.scrollIntoView({ block: "nearest", inline: "nearest" });
  }

  /** Up and down among those beside it, right to what is inside or at the end of an edge, left back again. */
  neighbour(item: SVGGElement, key: string): SVGGElement | undefined {
    switch (key) {
      case "ArrowDown":
      case "ArrowUp": {
        const beside = this.#beside(item);
        return beside[beside.indexOf(item) + (key === "ArrowDown" ? 1 : -1)];
      }
      case "ArrowRight": {
        if (item.classList.contains("edge")) return this.get(item.dataset.to ?? "");
        return this.#inside(item)[0] ?? this.edges(item, "from")[0];
      }
      case "ArrowLeft": {
        if (item.classList.contains("edge")) return this.get(item.dataset.from ?? "");
        return this.parentOf(item) ?? this.edges(item, "to")[0];
      }
      default:
        return undefined;
    }
  }

  /** A family is an item, and after it those that are inside of it. */
  parentOf(item: SVGGElement): SVGGElement | undefined {
    const head = headOf(item.parentElement);
    return head === item ? headOf(item.parentElement?.parentElement ?? null) : head;
  }

  #inside(item: SVGGElement): readonly SVGGElement[] {
    return headOf(item.parentElement) === item ? membersOf(item.parentElement).slice(1) : [];
  }

  #beside(item: SVGGElement): readonly SVGGElement[] {
    const own = item.parentElement;
    if (headOf(own) !== item) return membersOf(own).slice(headOf(own) ? 1 : 0);
    const outer = own?.parentElement ?? null;
    return membersOf(outer).slice(headOf(outer) ? 1 : 0);
  }

  /** Edges that start or end at an item, or at something inside of it. */
  edges(item: SVGGElement, side: "from" | "to"): readonly SVGGElement[] {
    const ids = new Set([item, ...this.#inside(item)].map(({ dataset }) => dataset.id));
    return [...this.#root.querySelectorAll<SVGGElement>("g.item.edge")].filter(({ dataset }) => ids.has(dataset[side]));
  }

  /** Marks items with a class, and nobody else. */
  mark(name: string, ids: Iterable<string>): void {
    for (const marked of this.#root.querySelectorAll(`.${name}`)) marked.classList.remove(name);
    for (const id of ids) this.get(id)?.classList.add(name);
  }
}

/** The items directly in an element, those of families by their heads. */
const membersOf = (element: Element | null): readonly SVGGElement[] => [
  ...(element?.querySelectorAll<SVGGElement>(":scope > g.item, :scope > g.family > g.item:first-child") ?? []),
];

const headOf = (element: Element | null): SVGGElement | undefined =>
  element?.classList.contains("family") ? membersOf(element)[0] : undefined;
