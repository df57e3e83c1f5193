import { readFileSync } from "node:fs";
import { join } from "node:path";
import { SchemaStore } from "../schema/store.ts";
import { Texts } from "../schema/texts.ts";

/** The data that ships beside the bundles. Nothing is read before it is asked for. */
export interface Home {
  readonly store: () => SchemaStore;
  readonly texts: () => Texts;
}

/** `folder` holds `schemas/` and `texts.json`: the folder of the bundle that was started. */
export function homeAt(folder: string): Home {
  const read = (name: string): string => readFileSync(join(folder, name), "utf8");
  return {
    store: once(() => new SchemaStore((name) => read(join("schemas", name)))),
    texts: once(() => new Texts(read("texts.json"))),
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
