import { Catalog } from "../../server/src/schema/catalog.ts";
import { schemas } from "./schemas.ts";

const catalogs = new Map<string, Catalog>();

/** Kinds of a Kubernetes version, "1.30"; of the newest one when it is empty. No custom kinds but those that ship. */
export function catalogFor(version: string): Catalog {
  const known = catalogs.get(version);
  if (known) return known;
  const catalog = new Catalog(schemas.forVersion(version || "latest"), []);
  catalogs.set(version, catalog);
  return catalog;
}
