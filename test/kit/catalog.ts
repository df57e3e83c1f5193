import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Catalog } from "../../server/src/schema/catalog.ts";
import { SchemaStore } from "../../server/src/schema/store.ts";

/** The schemas as they ship; `npm run build` makes them. */
const store = new SchemaStore((name) => readFileSync(join("dist/schemas", name), "latin1"));

/** Kinds of a Kubernetes version, "1.30"; of the newest one when it is empty. No custom kinds but those that ship. */
export const catalogFor = (version: string): Catalog => new Catalog(store.forVersion(version || "latest"), []);
