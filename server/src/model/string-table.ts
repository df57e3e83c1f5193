import type { Gvk } from "../schema/types.ts";

/**
 * Gives equal strings one copy that shares nothing with the text they were cut from. V8 keeps a slice of a long string
 * as a view of the whole: without a copy, one name would hold a whole file in memory.
 */
export class StringTable {
  #strings = new Map<string, string>();
  #gvks = new Map<string, Gvk>();

  own(text: string): string {
    const known = this.#strings.get(text);
    if (known !== undefined) return known;
    // Past this size the table itself would be the leak. Strings given out before stay valid; they are only not shared.
    if (this.#strings.size >= CAPACITY) this.#strings = new Map();
    const copy = detached(text);
    this.#strings.set(copy, copy);
    return copy;
  }

  /** One object for each kind. There are few of them, however many objects a workspace has. */
  gvk({ group, version, kind }: Gvk): Gvk {
    const key = `${group}/${version}/${kind}`;
    const known = this.#gvks.get(key);
    if (known) return known;
    if (this.#gvks.size >= CAPACITY) this.#gvks = new Map();
    const gvk = { group: this.own(group), version: this.own(version), kind: this.own(kind) };
    this.#gvks.set(this.own(key), gvk);
    return gvk;
  }
}

const CAPACITY = 4_096;

/** Cutting flattens the joined string, so the slice views a copy of its own. Up to 12 characters a slice is one already. */
const detached = (text: string): string => (text.length <= 12 ? text : ` ${text}`.slice(1));
