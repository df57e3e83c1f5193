import { EntryBag } from "./index-bag.ts";
import { isTypo } from "./typo.ts";
import type { Entry } from "./view.ts";

/** Everything about one kind: its objects by name, and who mentions which name of it, whether it exists or not. */
export class KindIndex {
  readonly objects = new EntryBag();
  readonly mentions = new EntryBag();
  /** Counts changes that others can see. */
  revision = 0;
  #sorted: readonly Entry[] | undefined;
  #typos = new Map<string, readonly string[]>();

  add(name: string, entry: Entry): void {
    this.#sorted = undefined;
    if (this.objects.add(name, entry)) this.#typos = new Map();
  }

  delete(name: string, entry: Entry): void {
    this.#sorted = undefined;
    if (this.objects.delete(name, entry)) this.#typos = new Map();
  }

  /** By name, then by file. */
  sorted(): readonly Entry[] {
    this.#sorted ??= [...this.objects.keys()].sort().flatMap((name) => this.objects.get(name));
    return this.#sorted;
  }

  /** Names of existing objects that `name` may be a slip of the keyboard for. */
  typosOf(name: string): readonly string[] {
    let names = this.#typos.get(name);
    if (!names) {
      names = [...this.objects.keys()].filter((candidate) => isTypo(name, candidate)).sort();
      this.#typos.set(name, names);
    }
    return names;
  }
}
