import { POD_MAKERS } from "../../model/pod-templates.ts";
import type { DocumentContext } from "../../workspace/context.ts";
import { spotAt } from "../spot.ts";

/** Whether the cursor is on what a workload is called, or on what kind it is. Costs nothing: no network is needed. */
export function namesWorkload(context: DocumentContext, offset: number): boolean {
  if (context.role !== "manifest") return false;
  const spot = spotAt(context, offset);
  const { resource } = spot?.subject ?? {};
  if (!spot || !resource || !POD_MAKERS.has(resource.gvk.kind) || resource.gvk.kind === "PodTemplate") return false;
  const place = spot.path.join(".");
  return spot.part === "value" && (place === "metadata.name" || place === "kind");
}
