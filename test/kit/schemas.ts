import { readFileSync } from "node:fs";
import { Texts } from "../../server/src/schema/texts.ts";
import { catalogFor } from "./catalog.ts";

export { schemas } from "./catalog.ts";

/** The texts that the build left in dist/. */
export const texts = new Texts(readFileSync("dist/texts.json", "utf8"));

export const newest = catalogFor("");
