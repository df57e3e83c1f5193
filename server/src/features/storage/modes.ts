import { factsOfResource } from "../../model/facts.ts";
import type { Resource } from "../../model/resource.ts";
import { driverNamed } from "../../schema/known/storage-drivers.ts";
import type { Gvk } from "../../schema/types.ts";
import type { WorkspaceView } from "../../workspace/view.ts";
import { at, type Path, textOf } from "../../yaml/node.ts";

/** A place for an access mode of a claim or volume. */
export const asksForModes = ({ kind }: Gvk, path: Path): boolean =>
  (kind === "PersistentVolumeClaim" || kind === "PersistentVolume") && path[0] === "spec" && path[1] === "accessModes";

/** Modes that the driver behind a claim or volume offers; none where the driver is not known. */
export function offeredModes(
  view: WorkspaceView,
  resource: Resource,
): readonly { readonly mode: string; readonly by: string }[] {
  const name = driverOf(view, resource);
  const driver = name === undefined ? undefined : driverNamed(name);
  const isBlock = textOf(at(resource.root, "spec", "volumeMode")) === "Block";
  const modes = [...(driver?.filesystem ?? []), ...(isBlock ? (driver?.block ?? []) : [])];
  return modes.map((mode) => ({ mode, by: name ?? "" }));
}

function driverOf(view: WorkspaceView, resource: Resource): string | undefined {
  const own = textOf(at(resource.root, "spec", "csi", "driver"));
  if (own !== undefined) return own;
  const [cluster] = view.storage();
  const facts = factsOfResource(resource);
  const claim = facts && cluster?.claimOf(facts);
  const written = textOf(at(resource.root, "spec", "storageClassName"));
  const storageClass = claim ? cluster?.classOf(claim) : cluster?.world.classes.get(written ?? "");
  return storageClass?.provisioner;
}
