import { readFileSync } from "node:fs";
import { SchemaStore } from "../../server/src/schema/store.ts";
import { Texts } from "../../server/src/schema/texts.ts";
import { catalogFor } from "./catalog.ts";

/** The schemas and texts that the build left in dist/; one of each for all tests of a process. */
export const schemas = new SchemaStore((name) => readFileSync(`dist/schemas/${name}`, "latin1"));

export const texts = new Texts(readFileSync("dist/texts.json", "utf8"));

export const newest = catalogFor("");
