import { at, entriesOf, type YMap } from "../yaml/node.ts";
import type { Catalog } from "./catalog.ts";
import type { SchemaCursor } from "./cursor.ts";
import { COMMON_KINDS } from "./synonyms.ts";
import { apiVersionOf, type KindEntry } from "./types.ts";

/**
 * Kinds of an API version that an object without a kind may be: those that know all of its fields, at the root and in
 * `spec`; the more of what they require it holds, the better.
 */
export function suggestKindByFields(catalog: Catalog, apiVersion: string, root: YMap): readonly KindEntry[] {
  return catalog
    .kinds()
    .filter((entry) => apiVersionOf(entry) === apiVersion && !entry.kind.endsWith("List"))
    .flatMap((entry) => {
      const cursor = catalog.root(entry);
      const mismatch = cursor ? misfit(cursor, root) : undefined;
      return mismatch === undefined ? [] : [{ entry, mismatch: mismatch + (COMMON_KINDS.has(entry.kind) ? 0 : 0.5) }];
    })
    .sort((a, b) => a.mismatch - b.mismatch)
    .map(({ entry }) => entry);
}

/** Required fields that are absent; undefined when some field is unknown. */
function misfit(cursor: SchemaCursor, root: YMap): number | undefined {
  const spec = at(root, "spec");
  const levels = [[cursor, root.entries] as const, [cursor.child("spec"), entriesOf(spec)] as const];
  let absent = 0;
  for (const [level, entries] of levels) {
    const names = entries.map(({ key }) => key.text);
    if (names.some((name) => level?.child(name) === undefined)) return undefined;
    absent += (level?.schema.required ?? []).filter((field) => !names.includes(field)).length;
  }
  return absent;
}
