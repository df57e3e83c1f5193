import { readFileSync } from "node:fs";
import { Catalog } from "../../server/src/schema/catalog.ts";
import { SchemaStore } from "../../server/src/schema/store.ts";

/** The schemas that the build left in dist/; one store for all tests of a process. */
export const schemas = new SchemaStore((name) => readFileSync(`dist/schemas/${name}`, "latin1"));

const catalogs = new Map<string, Catalog>();

/** Kinds of a Kubernetes version, "1.30"; of the newest one when it is empty. No custom kinds but those that ship. */
export function catalogFor(version: string): Catalog {
  const known = catalogs.get(version);
  if (known) return known;
  const catalog = new Catalog(schemas.forVersion(version || "latest"), []);
  catalogs.set(version, catalog);
  return catalog;
}
