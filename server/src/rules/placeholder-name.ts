import { DNS_LABEL } from "../base/names.ts";
import type { Resource } from "../model/resource.ts";
import { at, textOf } from "../yaml/node.ts";

/** A name for something that has none yet: what its labels call it, else one that says what it is. */
export function placeholderName(resource: Resource | undefined): string {
  const { root } = resource ?? {};
  const metadata = at(root, "metadata");
  const given =
    textOf(at(metadata, "name")) ??
    textOf(at(metadata, "labels", "app.kubernetes.io/name")) ??
    textOf(at(metadata, "labels", "app"));
  return given !== undefined && DNS_LABEL.test(given) ? given : `my-${resource?.gvk.kind.toLowerCase() || "object"}`;
}
