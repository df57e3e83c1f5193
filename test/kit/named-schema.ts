import type { NamedSchema } from "../../server/src/schema/complaint.ts";
import { compileSchema } from "../../server/src/schema/named-schema.ts";
import { readSchemaFile } from "../../server/src/schema/schema-file.ts";
import { fileId } from "../../server/src/workspace/file.ts";
import type { SchemaUse } from "../../server/src/workspace/named-schemas.ts";
import { namingIn } from "../../server/src/workspace/schema-naming.ts";
import type { YDocument } from "../../server/src/yaml/document.ts";

const FOLDER = "file:///schemas/";
const URI = `${FOLDER}main.json`;

/** A schema, and the files beside it by their names, as if read from disk. */
export const compiled = (schema: unknown, beside: Readonly<Record<string, unknown>> = {}): NamedSchema =>
  compileTexts(
    URI,
    Object.entries({ "main.json": schema, ...beside }).map(([name, each]) => [FOLDER + name, JSON.stringify(each)]),
  );

/** The schema at `uri`, out of texts by their URIs. */
export function compileTexts(uri: string, texts: readonly (readonly [string, string])[]): NamedSchema {
  const files = texts.flatMap(([name, text]) => {
    const file = readSchemaFile(name, text);
    return file ? [[name, file] as const] : [];
  });
  return compileSchema(uri, new Map(files));
}

/** The schema in use where the document names one. */
export function useOf(doc: YDocument, schema: NamedSchema): SchemaUse | undefined {
  const naming = namingIn(doc, fileId("file:///example.yaml"), "other");
  return naming && { uri: URI, span: naming.span, schema };
}
