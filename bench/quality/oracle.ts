import { readFileSync } from "node:fs";
import { Ajv, type ValidateFunction } from "ajv";
import { publishedDefinitions, standalone } from "../targets/peer-schema.mjs";
import { type Json, textAt } from "./data.ts";

/**
 * Knows what the API server refuses for its shape, without any code of ours: what is no YAML, has no known kind, or
 * fails the official schema with unknown fields refused. It knows nothing of validation beyond the schema.
 */
export class Oracle {
  readonly #definitions: Readonly<Record<string, unknown>>;
  readonly #names: ReadonlyMap<string, string>;
  readonly #validators = new Map<string, ValidateFunction>();
  readonly #ajv = new Ajv({ strict: false, validateFormats: false });

  private constructor(definitions: Readonly<Record<string, unknown>>, names: ReadonlyMap<string, string>) {
    this.#definitions = definitions;
    this.#names = names;
  }

  /** `schemas` is the folder that our build writes from the official packages. */
  static async read(schemas: string): Promise<Oracle> {
    const json = (name: string) => JSON.parse(readFileSync(`${schemas}/${name}`, "utf8"));
    const { releases }: { readonly releases: readonly string[] } = json("index.json");
    const { kinds }: { readonly kinds: readonly Kind[] } = json(`releases/${releases.at(-1)}.json`);
    const names = kinds.map(({ group, version, kind, definition }) => {
      const apiVersion = group === "" ? version : `${group}/${version}`;
      return [`${apiVersion}/${kind}`, definition] as const;
    });
    return new Oracle(await publishedDefinitions(schemas), new Map(names));
  }

  knows(object: Json): boolean {
    return this.#names.has(`${textAt(object, "apiVersion")}/${textAt(object, "kind")}`);
  }

  accepts(object: Json): boolean {
    if (object === null) return true;
    const definition = this.#names.get(`${textAt(object, "apiVersion")}/${textAt(object, "kind")}`);
    if (definition === undefined) return false;
    const named = textAt(object, "metadata", "name") ?? textAt(object, "metadata", "generateName");
    return named !== undefined && this.#validator(definition)(object) === true;
  }

  #validator(definition: string): ValidateFunction {
    const known = this.#validators.get(definition);
    if (known !== undefined) return known;
    const validator = this.#ajv.compile(JSON.parse(standalone(this.#definitions, definition)));
    this.#validators.set(definition, validator);
    return validator;
  }
}

interface Kind {
  readonly group: string;
  readonly version: string;
  readonly kind: string;
  readonly definition: string;
}
