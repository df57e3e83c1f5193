import type { NamedSchema, SchemaFault } from "../schema/complaint.ts";
import { readSchemaFile, type SchemaFile, withoutFragment } from "../schema/schema-file.ts";

/** A schema, and the files that it was read from or would be: when one of them changes it is read again. */
export interface ReadSchema {
  readonly schema: NamedSchema;
  readonly files: ReadonlySet<string>;
}

type ReadText = (uri: string) => string | undefined | Promise<string | undefined>;

/** Reads schemas that people name. Each is compiled once for each text that it has. */
export class SchemaReader {
  readonly #readText: ReadText;
  readonly #compiled = new Map<string, { readonly texts: string; readonly schema: NamedSchema }>();

  constructor(readText: ReadText) {
    this.#readText = readText;
  }

  async read(uri: string): Promise<ReadSchema> {
    const main = withoutFragment(uri);
    const files = new Set([main]);
    const texts: (string | undefined)[] = [];
    const parts = new Map<string, SchemaFile>();
    // What a file refers to joins the loop behind it.
    for (const file of files) {
      const text = await this.#readText(file);
      texts.push(text);
      const part = text === undefined ? undefined : readSchemaFile(file, text);
      if (part) parts.set(file, part);
      else if (file === main) return { schema: faultOf(text), files };
      for (const reference of part?.references ?? []) if (isReadable(reference)) files.add(reference);
    }
    return { schema: await this.#compile(uri, parts, JSON.stringify(texts)), files };
  }

  async #compile(uri: string, parts: ReadonlyMap<string, SchemaFile>, texts: string): Promise<NamedSchema> {
    const known = this.#compiled.get(uri);
    if (known?.texts === texts) return known.schema;
    const { compileSchema } = await import("../schema/named-schema.ts");
    const schema = compileSchema(uri, parts);
    this.#compiled.set(uri, { texts, schema });
    return schema;
  }
}

const faultOf = (text: string | undefined): SchemaFault => ({
  fault: text === undefined ? "unreadable" : "not-json",
  detail: "",
});

/** Nothing is ever fetched from the network. */
const isReadable = (uri: string): boolean => !/^https?:/i.test(uri);
