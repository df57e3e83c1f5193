import type { CustomKind } from "./crd.ts";
import { SchemaCursor } from "./cursor.ts";
import type { ReleaseSchemas } from "./store.ts";
import { apiVersionOf, type Gvk, type KindEntry, type Schema } from "./types.ts";

/**
 * Every kind that documents of a folder may use: those of one Kubernetes release, the well-known custom resources that
 * ship with us, and the CRDs found in the workspace, which win. Immutable; a CRD edit makes another catalogue.
 */
export class Catalog {
  readonly release: ReleaseSchemas;
  readonly #custom: ReadonlyMap<string, CustomKind>;
  readonly #roots = new Map<string, SchemaCursor | undefined>();
  #kinds: readonly KindEntry[] | undefined;

  constructor(release: ReleaseSchemas, custom: readonly CustomKind[]) {
    this.release = release;
    this.#custom = new Map(custom.map((kind) => [keyOf(kind), kind]));
  }

  /** The catalogue of a release without kinds of the workspace: one for all who ask, with every cursor made once. */
  static plain(release: ReleaseSchemas): Catalog {
    let catalog = plainCatalogs.get(release);
    if (!catalog) {
      catalog = new Catalog(release, []);
      plainCatalogs.set(release, catalog);
    }
    return catalog;
  }

  /** The schema of a kind's whole object; undefined when nobody here knows the kind. */
  root(gvk: Gvk): SchemaCursor | undefined {
    const key = keyOf(gvk);
    if (!this.#roots.has(key)) this.#roots.set(key, this.#makeRoot(gvk, key));
    return this.#roots.get(key);
  }

  #makeRoot(gvk: Gvk, key: string): SchemaCursor | undefined {
    const custom = this.#custom.get(key);
    if (custom) return new SchemaCursor(this.release, custom.schema, { definition: key });
    const entry = this.release.kind(gvk);
    return entry && new SchemaCursor(this.release, { $ref: entry.definition }, {});
  }

  kind(gvk: Gvk): KindEntry | undefined {
    return this.#custom.get(keyOf(gvk)) ?? this.release.kind(gvk);
  }

  /** Kinds of that name in any group: built-in ones and preferred versions first. */
  kindsNamed(kind: string): readonly KindEntry[] {
    return [...this.release.kindsNamed(kind), ...[...this.#custom.values()].filter((entry) => entry.kind === kind)];
  }

  kinds(): readonly KindEntry[] {
    this.#kinds ??= [...this.release.kinds(), ...this.#custom.values()];
    return this.#kinds;
  }

  /** The English text that upstream gives a field, or a whole definition; undefined when it gives none. */
  describe(cursor: SchemaCursor): string | undefined {
    if (cursor.site.description !== undefined) return cursor.site.description;
    if (cursor.owner !== undefined && cursor.name !== undefined) {
      const text = this.release.describe(cursor.owner, cursor.name);
      if (text !== undefined) return text;
    }
    return cursor.definition === undefined ? cursor.schema.description : this.release.describe(cursor.definition);
  }

  /** A cursor for a schema of our own, such as that of the configuration file. */
  cursor(schema: Schema, definition: string): SchemaCursor {
    return new SchemaCursor(this.release, schema, { definition });
  }
}

const plainCatalogs = new WeakMap<ReleaseSchemas, Catalog>();

const keyOf = (gvk: Gvk): string => `${apiVersionOf(gvk)}/${gvk.kind}`;
