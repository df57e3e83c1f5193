import { at, itemsOf, textOf, type YNode } from "../yaml/node.ts";
import { toJson } from "../yaml/scalar.ts";
import { OBJECT_META, openApiSchema } from "./openapi.ts";
import { type KindEntry, parseApiVersion, type Schema } from "./types.ts";

/** A version of a kind that a CustomResourceDefinition in the workspace defines. */
export interface CustomKind extends KindEntry {
  /** The whole object, descriptions inside, complete but for references to Kubernetes' own ObjectMeta. */
  readonly schema: Schema;
}

/**
 * The served versions of the kind that a CustomResourceDefinition defines; none while its essentials are missing. Their
 * schemas are made when first asked for, from what `reread` gives: the same tree, which need not be kept until then.
 */
export function customKinds(root: YNode | null, reread: () => YNode | null = () => root): readonly CustomKind[] {
  const { group: ownGroup, version: ownVersion } = parseApiVersion(textOf(at(root, "apiVersion")) ?? "");
  if (ownGroup !== "apiextensions.k8s.io" || textOf(at(root, "kind")) !== "CustomResourceDefinition") return [];
  const spec = at(root, "spec");
  const group = textOf(at(spec, "group"));
  const kind = textOf(at(spec, "names", "kind"));
  if (!group || !kind) return [];
  const plural = textOf(at(spec, "names", "plural")) || `${kind.toLowerCase()}s`;
  const namespaced = textOf(at(spec, "scope")) !== "Cluster";
  const schemaOf = ownVersion === "v1beta1" ? betaSchema : stableSchema;
  return versionsOf(spec).map((version) => {
    let made: Schema | undefined;
    const entry = { group, version, kind, definition: `${group}.${version}.${kind}`, namespaced, plural };
    return {
      ...entry,
      get schema(): Schema {
        made ??= schemaOf(at(reread(), "spec"), version);
        return made;
      },
    };
  });
}

/** Names of the served versions. v1beta1 may name a single one beside the list. */
function versionsOf(spec: YNode | undefined): readonly string[] {
  const versions = served(spec).map(({ version }) => version);
  const only = textOf(at(spec, "version"));
  return versions.length > 0 || !only ? versions : [only];
}

const stableSchema = (spec: YNode | undefined, version: string): Schema =>
  rootSchema(at(nodeOf(spec, version), "schema"), true);

/** v1beta1 may give one schema for all versions, and by default keeps the fields that the schema does not know. */
function betaSchema(spec: YNode | undefined, version: string): Schema {
  const pruned = textOf(at(spec, "preserveUnknownFields")) === "false";
  return rootSchema(at(nodeOf(spec, version), "schema") ?? at(spec, "validation"), pruned);
}

const nodeOf = (spec: YNode | undefined, version: string): YNode | null =>
  served(spec).find((each) => each.version === version)?.node ?? null;

function served(spec: YNode | undefined): readonly { readonly version: string; readonly node: YNode | null }[] {
  return itemsOf(at(spec, "versions")).flatMap(({ value }) => {
    const version = textOf(at(value, "name"));
    return version && textOf(at(value, "served")) !== "false" ? [{ version, node: value }] : [];
  });
}

/** The object schema in `holder.openAPIV3Schema`; without one any object passes, though kind and metadata are known. */
function rootSchema(holder: YNode | undefined, pruned: boolean): Schema {
  const written = at(holder, "openAPIV3Schema");
  const schema = openApiSchema(written === undefined ? undefined : toJson(written));
  const open = written === undefined || !pruned;
  return {
    ...schema,
    type: "object",
    properties: {
      apiVersion: { type: "string" },
      kind: { type: "string" },
      ...schema.properties,
      metadata: { ...described(schema.properties?.metadata), $ref: OBJECT_META },
    },
    ...(open && { "x-kubernetes-preserve-unknown-fields": true }),
  };
}

/** The API server reads `metadata` as its own type whatever the CRD says of it; only the CRD's words are kept. */
const described = (schema: Schema | undefined): Schema =>
  schema?.description === undefined ? {} : { description: schema.description };
