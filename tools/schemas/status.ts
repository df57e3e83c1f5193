import type { KindEntry } from "../../server/src/schema/types.ts";
import type { Definition } from "./definition.ts";

/** Marks the `status` of every kind as written by controllers: the API server drops what a manifest says there. */
export function withOwnedStatus(
  definitions: ReadonlyMap<string, Definition>,
  kinds: readonly KindEntry[],
): ReadonlyMap<string, Definition> {
  const marked = new Map(definitions);
  for (const { definition: name } of kinds) {
    const definition = definitions.get(name);
    const status = definition?.schema.properties?.status;
    if (definition === undefined || status === undefined) continue;
    const properties = { ...definition.schema.properties, status: { ...status, "x-server-owned": true } };
    marked.set(name, { ...definition, schema: { ...definition.schema, properties } });
  }
  return marked;
}
