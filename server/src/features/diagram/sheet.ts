import type { Box, Link, Row } from "./model.ts";

/** A model while it is drawn up: the second of a kind with an id that is taken changes nothing. */
export class Sheet {
  readonly #boxes = new Map<string, Box>();
  readonly #links = new Map<string, Link>();

  box(box: Omit<Box, "rows" | "marks" | "labels" | "side" | "words"> & Partial<Box>): string {
    if (!this.#boxes.has(box.id))
      this.#boxes.set(box.id, { rows: [], marks: [], labels: {}, side: undefined, words: undefined, ...box });
    return box.id;
  }

  /** Adds a row that is not there yet, and gives its id. */
  row(box: string, row: Row): string {
    const known = this.#boxes.get(box);
    if (known && !known.rows.some(({ id }) => id === row.id)) {
      this.#boxes.set(box, { ...known, rows: [...known.rows, row] });
    }
    return row.id;
  }

  rowsOf(box: string): readonly Row[] {
    return this.#boxes.get(box)?.rows ?? [];
  }

  link(link: Omit<Link, "id" | "policies" | "label"> & Partial<Link>): void {
    const id = link.id ?? linkId(link);
    if (!this.#links.has(id)) this.#links.set(id, { policies: [], label: "", ...link, id });
  }

  get boxes(): readonly Box[] {
    return [...this.#boxes.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** Those whose ends are both there. */
  get links(): readonly Link[] {
    const ends = [...this.#links.values()].filter(
      ({ from, to }) => this.#boxes.has(from.box) && this.#boxes.has(to.box),
    );
    return ends.sort((a, b) => (a.id < b.id ? -1 : 1));
  }
}

const linkId = ({ from, to, kind }: Pick<Link, "from" | "to" | "kind">): string =>
  `${from.row ?? from.box} -> ${to.row ?? to.box} ${kind}`;
