import type { NamedSchema } from "../../server/src/schema/complaint.ts";
import { compileSchema } from "../../server/src/schema/named-schema.ts";
import { readSchemaFile } from "../../server/src/schema/schema-file.ts";
import { fileId } from "../../server/src/workspace/file.ts";
import type { SchemaUse } from "../../server/src/workspace/named-schemas.ts";
import { namingIn } from "../../server/src/workspace/schema-naming.ts";
import type { YDocument } from "../../server/src/yaml/document.ts";

const URI = "file:///schemas/main.json";

/** A schema, and the files beside it by their names, as if read from disk. */
export function compiled(schema: unknown, beside: Readonly<Record<string, unknown>> = {}): NamedSchema {
  const all = Object.entries({ "main.json": schema, ...beside });
  return compileSchema(
    URI,
    new Map(
      all.map(([name, each]) => {
        const uri = `file:///schemas/${name}`;
        const file = readSchemaFile(uri, JSON.stringify(each));
        if (!file) throw new Error(`${name} is no JSON`);
        return [uri, file];
      }),
    ),
  );
}

/** The schema in use where the document names one. */
export function useOf(doc: YDocument, schema: NamedSchema): SchemaUse | undefined {
  const naming = namingIn(doc, fileId("file:///example.yaml"), "other");
  return naming && { uri: URI, span: naming.span, schema };
}
