import { KUSTOMIZATION } from "../model/kustomization.ts";
import { isList, type Resource, resourcesOf } from "../model/resource.ts";
import type { Catalog } from "../schema/catalog.ts";
import type { SchemaCursor } from "../schema/cursor.ts";
import { parseApiVersion } from "../schema/types.ts";
import type { YDocument } from "../yaml/document.ts";
import { at, deref, textOf, type YMap } from "../yaml/node.ts";
import type { SchemaUse } from "./named-schemas.ts";

/** What a file is for, which decides how strictly its documents are read. */
export type FileRole =
  | "manifest" // documents to apply as they are
  | "template" // a Helm or Go template: YAML only after rendering
  | "patch" // a kustomize patch: pieces of objects
  | "kustomization"
  | "configuration" // our own .kubernetes-authoring.yaml
  | "other"; // YAML or JSON that is none of our business

/** One tree with the schema that describes it: an object of the document, or the document as a whole. */
export interface Subject {
  readonly root: YMap;
  /** Undefined when nobody knows the kind: then nothing is said about its fields. */
  readonly cursor: SchemaCursor | undefined;
  /** Undefined for documents that are not Kubernetes objects, such as our configuration file. */
  readonly resource: Resource | undefined;
}

/** Everything that may be known about a document without looking at any other: the input of checks and features. */
export interface DocumentContext {
  readonly doc: YDocument;
  readonly role: FileRole;
  readonly catalog: Catalog;
  readonly subjects: readonly Subject[];
  /** Schema of the whole document when it is no Kubernetes object. It holds for an empty document too. */
  readonly own: SchemaCursor | undefined;
  /** The JSON Schema that the document, or a setting, names: it is heard in addition to ours. */
  readonly named: SchemaUse | undefined;
}

export function documentContext(
  doc: YDocument,
  role: FileRole,
  catalog: Catalog,
  given?: SchemaCursor,
  named?: SchemaUse,
): DocumentContext {
  const own = given ?? (role === "kustomization" ? kustomizationSchema(doc, catalog) : undefined);
  return { doc, role, catalog, own, named, subjects: own ? wholeDocument(doc, own) : objects(doc, catalog) };
}

/**
 * kustomize fills in a type and version that are left out (FixKustomization). A document that has both is an object like
 * any other, and one with a type that kustomize would refuse is left alone.
 */
function kustomizationSchema(doc: YDocument, catalog: Catalog): SchemaCursor | undefined {
  const root = deref(doc.root);
  if (root && root.type !== "map") return undefined;
  const kind = textOf(at(root, "kind")) ?? "";
  const apiVersion = textOf(at(root, "apiVersion")) ?? "";
  if (kind !== "" && apiVersion !== "") return undefined;
  const isOurs = ["", KUSTOMIZATION.kind, "Component"].includes(kind);
  const isTheirs = apiVersion !== "" && parseApiVersion(apiVersion).group !== KUSTOMIZATION.group;
  return isOurs && !isTheirs ? catalog.root(KUSTOMIZATION) : undefined;
}

function wholeDocument(doc: YDocument, cursor: SchemaCursor): readonly Subject[] {
  const root = deref(doc.root);
  return root?.type === "map" ? [{ root, cursor, resource: undefined }] : [];
}

function objects(doc: YDocument, catalog: Catalog): readonly Subject[] {
  return resourcesOf(doc).map((resource) => ({
    root: resource.root,
    cursor: isList(resource) ? undefined : catalog.root(resource.gvk),
    resource,
  }));
}

/** The subject whose tree holds `offset`; the innermost, so that a List's item wins over the List. */
export function subjectAt(context: DocumentContext, offset: number): Subject | undefined {
  const holding = context.subjects.filter(({ root }) => root.start <= offset && offset <= root.end);
  return holding.at(-1) ?? (context.subjects.length === 1 ? context.subjects[0] : undefined);
}
