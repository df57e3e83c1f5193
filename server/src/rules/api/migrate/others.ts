import type { Edit } from "../../../base/span.ts";
import type { YDocument } from "../../../yaml/document.ts";
import { insertEntry, removeEntry, renameKey } from "../../../yaml/edit.ts";
import { at, deref, itemsOf, pairOf, type YMap } from "../../../yaml/node.ts";

/** To admissionregistration.k8s.io/v1: what had a default in v1beta1 is required. */
export function webhooks(root: YMap, doc: YDocument): readonly Edit[] | undefined {
  const edits: Edit[] = [];
  for (const { value } of itemsOf(at(root, "webhooks"))) {
    const map = deref(value);
    const client = pairOf(value, "clientConfig");
    if (map?.type !== "map" || !client) return undefined;
    if (!pairOf(map, "admissionReviewVersions"))
      edits.push(...insertEntry(doc, map, "admissionReviewVersions", "[v1, v1beta1]", { before: client }));
    if (!pairOf(map, "sideEffects")) edits.push(...insertEntry(doc, map, "sideEffects", "None", { before: client }));
  }
  return edits;
}

/** To flowcontrol v1: one field has another name since v1beta3. */
export function priorityLevel(root: YMap, doc: YDocument): readonly Edit[] {
  const shares = pairOf(at(root, "spec", "limited"), "assuredConcurrencyShares");
  return shares ? renameKey(doc, shares, "nominalConcurrencyShares") : [];
}

/** To discovery.k8s.io/v1: the free-form topology became fields, which only its author can sort out. */
export const endpointSlice = (root: YMap): readonly Edit[] | undefined =>
  itemsOf(at(root, "endpoints")).some(({ value }) => pairOf(value, "topology")) ? undefined : [];

/** To certificates.k8s.io/v1: the signer has no default any more. */
export const signingRequest = (root: YMap): readonly Edit[] | undefined =>
  pairOf(at(root, "spec"), "signerName") && pairOf(at(root, "spec"), "usages") ? [] : undefined;

/** To apiextensions.k8s.io/v1, where each version brings its own schema, as this definition's versions already do. */
export function customResourceDefinition(root: YMap, doc: YDocument): readonly Edit[] | undefined {
  const spec = deref(at(root, "spec"));
  if (spec?.type !== "map") return undefined;
  const versions = itemsOf(pairOf(spec, "versions")?.value);
  const shared = ["validation", "subresources", "additionalPrinterColumns", "preserveUnknownFields", "conversion"];
  const ready = versions.length > 0 && versions.every(({ value }) => at(value, "schema", "openAPIV3Schema"));
  const columns = versions.some(({ value }) => pairOf(value, "additionalPrinterColumns"));
  if (!ready || columns || shared.some((field) => pairOf(spec, field))) return undefined;
  const version = pairOf(spec, "version");
  return version ? removeEntry(doc, spec, version) : [];
}
