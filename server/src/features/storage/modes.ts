import { factsOfResource } from "../../model/facts.ts";
import type { Resource } from "../../model/resource.ts";
import { driverNamed, IN_TREE, modesOfType } from "../../schema/known/storage-drivers.ts";
import type { Gvk } from "../../schema/types.ts";
import type { WorkspaceView } from "../../workspace/view.ts";
import { at, entriesOf, type Path, textOf } from "../../yaml/node.ts";

/** A place for an access mode of a claim, of a template for claims, or of a volume. */
export const asksForModes = ({ kind }: Gvk, path: Path): boolean => {
  const at = path.indexOf("accessModes");
  if (at < 1 || path[at - 1] !== "spec") return false;
  const isOwn = kind === "PersistentVolumeClaim" || kind === "PersistentVolume";
  return isOwn ? at === 1 : path.includes("volumeClaimTemplates") || path.includes("volumeClaimTemplate");
};

/** Modes that the driver behind a claim or volume offers; none where the driver is not known. */
export function offeredModes(
  view: WorkspaceView,
  resource: Resource,
  path: Path,
): readonly { readonly mode: string; readonly by: string }[] {
  const spec = at(resource.root, ...path.slice(0, path.indexOf("accessModes")));
  const own = ownType(resource);
  if (own) return own.modes.map((mode) => ({ mode, by: own.source }));
  const name = driverOf(view, resource, textOf(at(spec, "storageClassName")));
  const driver = name === undefined ? undefined : driverNamed(name);
  const isBlock = textOf(at(spec, "volumeMode")) === "Block";
  const modes = [...(driver?.filesystem ?? []), ...(isBlock ? (driver?.block ?? []) : [])];
  return modes.map((mode) => ({ mode, by: name ?? "" }));
}

/** The type of a volume that Kubernetes serves itself, with what it offers. */
function ownType({ root, gvk }: Resource): { readonly source: string; readonly modes: readonly string[] } | undefined {
  if (gvk.kind !== "PersistentVolume") return undefined;
  for (const { key } of entriesOf(at(root, "spec"))) {
    const modes = modesOfType(key.text);
    if (modes) return { source: key.text, modes };
  }
  return undefined;
}

function driverOf(view: WorkspaceView, resource: Resource, written: string | undefined): string | undefined {
  const own = textOf(at(resource.root, "spec", "csi", "driver"));
  if (own !== undefined) return own;
  const old = IN_TREE.find(({ source }) => at(resource.root, "spec", source) !== undefined);
  if (old?.provisioner !== undefined && resource.gvk.kind === "PersistentVolume") return old.provisioner;
  const [cluster] = view.storage();
  const facts = factsOfResource(resource);
  const claim = facts && cluster?.claimOf(facts);
  const storageClass = claim
    ? cluster?.classOf(claim)
    : written === undefined
      ? cluster?.world.defaultClass
      : cluster?.world.classes.get(written);
  return storageClass?.provisioner;
}
