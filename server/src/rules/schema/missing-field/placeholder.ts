import type { Resource } from "../../../model/resource.ts";
import type { SchemaCursor } from "../../../schema/cursor.ts";
import { quoteIfNeeded } from "../../../yaml/edit.ts";
import { at, entriesOf, textOf } from "../../../yaml/node.ts";
import { quote } from "../../../yaml/quote.ts";
import { placeholderName } from "../../placeholder-name.ts";

/**
 * The value of a field that has to be there, as good as can be guessed: what the rest of the object says, the default,
 * the first allowed value, or the usual value of a field of that name. Required fields below it come along. YAML as
 * `insertEntry` takes it.
 */
export function placeholder(field: string, cursor: SchemaCursor, resource: Resource | undefined): string {
  const [first = "", ...rest] = linesFor(field, cursor, resource);
  return [first.slice(field.length + 1).trimStart(), ...rest].join("\n");
}

function linesFor(field: string, cursor: SchemaCursor, resource: Resource | undefined): readonly string[] {
  const known = suitsKnown(field, cursor) && resource ? KNOWN[field]?.(resource) : undefined;
  if (known) return [`${field}:`, ...known.map(indent)];
  const scalar = scalarFor(field, cursor, resource);
  if (scalar !== undefined) return [`${field}: ${scalar}`];
  if (cursor.type === "list") return listFor(field, cursor, resource);
  const below = requiredLines(cursor, resource);
  return below.length > 0 ? [`${field}:`, ...below.map(indent)] : [`${field}: {}`];
}

const indent = (line: string): string => `  ${line}`;

function requiredLines(cursor: SchemaCursor, resource: Resource | undefined): readonly string[] {
  return (cursor.schema.required ?? []).flatMap((field) => {
    const child = cursor.child(field);
    return child ? linesFor(field, child, resource) : [];
  });
}

function listFor(field: string, cursor: SchemaCursor, resource: Resource | undefined): readonly string[] {
  const item = cursor.item();
  const below = item?.type === "object" ? requiredLines(item, resource) : [];
  const [first, ...rest] = below;
  if (first !== undefined) return [`${field}:`, `  - ${first}`, ...rest.map((line) => `    ${line}`)];
  const words = USUAL_LISTS[field];
  if (words && item?.type === "string") {
    const isFlow = /\b(?:verbs|resources|apiGroups): *\[/.test(resource?.doc.text ?? "");
    return isFlow
      ? [`${field}: [${words.map(quote).join(", ")}]`]
      : [`${field}:`, ...words.map((word) => `  - ${word}`)];
  }
  const scalar = item && scalarFor(field, item, resource);
  return scalar === undefined ? [`${field}: []`] : [`${field}:`, `  - ${scalar}`];
}

function scalarFor(field: string, cursor: SchemaCursor, resource: Resource | undefined): string | undefined {
  const { schema, site, type } = cursor;
  if (type === "object" || type === "map" || type === "list" || type === "any") return undefined;
  const usual =
    field === "maxReplicas" ? mostReplicas(resource) : Object.hasOwn(USUAL, field) ? USUAL[field] : undefined;
  const allowed = (schema.enum ?? site.enum)?.filter((choice) => choice !== null) ?? [];
  const choice = usual !== undefined && allowed.includes(usual) ? usual : allowed[0];
  const given = site.default ?? schema.default ?? choice;
  if (given !== undefined) return typeof given === "string" ? quoteIfNeeded(given) : JSON.stringify(given);
  switch (type) {
    case "integer":
    case "number":
      return typeof usual === "number" ? String(usual) : String(Math.max(1, schema.minimum ?? 1));
    case "boolean":
      return "true";
    case "int-or-string":
      return String(usual ?? 80);
    case "quantity":
      return "1Gi";
    case "date-time":
      return '"2026-01-01T00:00:00Z"';
    case "base64":
      return '""';
    case "string":
      return typeof usual === "string" ? usual : placeholderName(resource);
  }
}

/** Room to grow. */
const mostReplicas = (resource: Resource | undefined): number =>
  Math.max(3, 2 * Number(textOf(at(resource?.root, "spec", "minReplicas")) ?? 1) || 0);

const USUAL_LISTS: { readonly [field: string]: readonly string[] } = { verbs: ["get", "list", "watch"] };

/** What manifests mostly hold there. */
const USUAL: { readonly [field: string]: string | number } = {
  apiGroup: "rbac.authorization.k8s.io",
  apiVersion: "apps/v1",
  cidr: "10.0.0.0/8",
  containerPort: 80,
  fieldPath: "metadata.name",
  host: "example.com",
  image: "nginx:1.27",
  ip: "10.0.0.1",
  key: "key",
  kind: "Deployment",
  mountPath: "/data",
  operator: "In",
  path: "/",
  pathType: "Prefix",
  port: 80,
  provisioner: "kubernetes.io/no-provisioner",
  schedule: '"0 3 * * *"',
  scope: "Namespaced",
  topologyKey: "kubernetes.io/hostname",
  type: "Ready",
  value: '"value"',
};

/** Fields of workloads that follow from one another. */
const KNOWN: { readonly [field: string]: (resource: Resource) => readonly string[] | undefined } = {
  selector: ({ root }) => {
    const labels = labelLines(at(root, "spec", "template", "metadata", "labels"));
    return labels.length > 0 ? ["matchLabels:", ...labels.map(indent)] : undefined;
  },
  template: (resource) => {
    const { root } = resource;
    const labels = labelLines(at(root, "spec", "selector", "matchLabels"));
    const name = placeholderName(resource);
    const own = labels.length > 0 ? labels : [`app: ${name}`];
    const job = resource.gvk.kind === "Job" ? ["  restartPolicy: Never"] : [];
    const containers = ["  containers:", `    - name: ${name}`, "      image: nginx:1.27"];
    return ["metadata:", "  labels:", ...own.map((line) => `    ${line}`), "spec:", ...job, ...containers];
  },
};

/** The known lines are for workloads: a field of that name elsewhere has another type. */
function suitsKnown(field: string, cursor: SchemaCursor): boolean {
  if (field === "template") return cursor.child("spec")?.child("containers") !== undefined;
  return field === "selector" && cursor.child("matchLabels") !== undefined;
}

const labelLines = (node: ReturnType<typeof at>): readonly string[] =>
  entriesOf(node).flatMap(({ key, value }) => {
    const text = textOf(value);
    return text === undefined ? [] : [`${key.text}: ${quoteIfNeeded(text)}`];
  });
