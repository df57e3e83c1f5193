import { applyEdits, type Edit } from "../../../base/span.ts";
import type { Resource } from "../../../model/resource.ts";
import type { Catalog } from "../../../schema/catalog.ts";
import { apiVersionOf, type Gvk, type KindEntry } from "../../../schema/types.ts";
import { validate } from "../../../schema/validate.ts";
import { YDocument } from "../../../yaml/document.ts";
import { setScalar } from "../../../yaml/edit.ts";
import { at, deref, type YMap } from "../../../yaml/node.ts";
import type { Fix } from "../../rule.ts";
import { quoted } from "../../wording.ts";
import { autoscaler } from "./autoscaler.ts";
import { ingress } from "./ingress.ts";
import { customResourceDefinition, endpointSlice, priorityLevel, signingRequest, webhooks } from "./others.ts";
import { workload } from "./workload.ts";

/**
 * How to move an object to the API version that took over: `apiVersion` and whatever else changed with it. When the
 * rest cannot be moved with certainty, only `apiVersion` is offered, and not as the preferred fix.
 */
export function migrations(
  resource: Resource,
  successor: KindEntry | undefined,
  catalog: Catalog,
  doc: YDocument,
): readonly Fix[] {
  const node = deref(at(resource.root, "apiVersion"));
  if (!successor || node?.type !== "scalar") return [];
  const right = apiVersionOf(successor);
  const version = setScalar(doc, node, right);
  const rest = restOf(resource.gvk)(resource.root, doc);
  if (!rest) {
    const title = {
      en: `Change only \`apiVersion\` to ${quoted(right)}`,
      vi: `Chỉ đổi \`apiVersion\` thành ${quoted(right)}`,
    };
    return [{ title, preferred: false, safe: false, edits: version }];
  }
  const edits = [...version, ...rest];
  const title = { en: `Move to ${quoted(right)}`, vi: `Chuyển sang ${quoted(right)}` };
  return [{ title, preferred: true, safe: isValid(resource, successor, catalog, doc, edits), edits }];
}

type Migration = (root: YMap, doc: YDocument) => readonly Edit[] | undefined;

const sameShape: Migration = () => [];

function restOf({ group, version, kind }: Gvk): Migration {
  switch (kind) {
    case "Ingress":
      return ingress;
    case "HorizontalPodAutoscaler":
      return version === "v2beta1" ? autoscaler : sameShape;
    case "Deployment":
    case "DaemonSet":
    case "ReplicaSet":
    case "StatefulSet":
      return group === "extensions" || version !== "v1" ? workload : sameShape;
    case "MutatingWebhookConfiguration":
    case "ValidatingWebhookConfiguration":
      return webhooks;
    case "PriorityLevelConfiguration":
      return priorityLevel;
    case "EndpointSlice":
      return endpointSlice;
    case "CertificateSigningRequest":
      return signingRequest;
    case "CustomResourceDefinition":
      return customResourceDefinition;
    default:
      return sameShape;
  }
}

/** Whether the schema of the new version has nothing to say about the result. */
function isValid(
  resource: Resource,
  successor: KindEntry,
  catalog: Catalog,
  doc: YDocument,
  edits: readonly Edit[],
): boolean {
  const cursor = catalog.root(successor);
  const after = new YDocument(applyEdits(doc.text, edits), doc.dialect);
  const root = at(after.root, ...resource.path);
  return cursor !== undefined && root !== undefined && validate(root, cursor, { partial: false }).length === 0;
}
