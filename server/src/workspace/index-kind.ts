import type { KindName } from "../model/reference-row.ts";
import { EntryBag } from "./index-bag.ts";
import { NameList } from "./name-list.ts";
import { isTypo } from "./typo.ts";
import type { Entry } from "./view.ts";

/** Everything about one kind: its objects by name, and who mentions which name of it, whether it exists or not. */
export class KindIndex {
  readonly objects = new EntryBag();
  readonly mentions = new EntryBag();
  /** Counts changes that others can see. */
  revision = 0;
  #names: NameList | undefined;
  #sorted: readonly Entry[] | undefined;

  add(name: string, entry: Entry): void {
    this.#sorted = undefined;
    if (this.objects.add(name, entry)) this.#names?.add(name);
  }

  delete(name: string, entry: Entry): void {
    this.#sorted = undefined;
    if (this.objects.delete(name, entry)) this.#names?.delete(name);
  }

  /** By name, then by file. */
  sorted(): readonly Entry[] {
    this.#sorted ??= this.#allNames().sorted.flatMap((name) => this.objects.get(name));
    return this.#sorted;
  }

  /** Names of existing objects that `name` may be a slip of the keyboard for. */
  typosOf(name: string): readonly string[] {
    return this.#allNames()
      .sharingHalf(name.toLowerCase())
      .filter((candidate) => isTypo(name, candidate));
  }

  #allNames(): NameList {
    this.#names ??= new NameList(this.objects.keys());
    return this.#names;
  }
}

/** The index of each kind. Two steps by strings that exist already: a joined key would be made anew at each look-up. */
export class KindTable {
  readonly #groups = new Map<string, Map<string, KindIndex>>();

  get({ group, kind }: KindName): KindIndex | undefined {
    return this.#groups.get(group)?.get(kind);
  }

  make({ group, kind }: KindName): KindIndex {
    let kinds = this.#groups.get(group);
    if (!kinds) {
      kinds = new Map();
      this.#groups.set(group, kinds);
    }
    let index = kinds.get(kind);
    if (!index) {
      index = new KindIndex();
      kinds.set(kind, index);
    }
    return index;
  }

  /** By group and kind. */
  *all(): Iterable<readonly [KindName, KindIndex]> {
    for (const group of [...this.#groups.keys()].sort())
      for (const [kind, index] of [...(this.#groups.get(group) ?? [])].sort(([a], [b]) => (a < b ? -1 : 1)))
        yield [{ group, kind }, index];
  }
}
