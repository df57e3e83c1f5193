import { standingText } from "../../rules/storage/in-tree.ts";
import { IN_TREE } from "../../schema/known/storage-drivers.ts";
import type { DocumentContext } from "../../workspace/context.ts";
import type { Block } from "../describe/block.ts";
import type { Spot } from "../spot.ts";

/** What has become of a storage system of old, on its field in a volume and on its name in a StorageClass. */
export function describeInTree({ part, path, node, cursor }: Spot, { catalog }: DocumentContext): readonly Block[] {
  const field = path.at(-1);
  const isProvisioner = part === "value" && field === "provisioner" && path.length === 1;
  const isSource = part === "key" && /\.(?:Volume|PersistentVolumeSpec)$/.test(cursor?.owner ?? "");
  if (!isProvisioner && !isSource) return [];
  const system = IN_TREE.find(({ source, provisioner }) =>
    isProvisioner ? provisioner === node.text : source === field,
  );
  if (!system) return [];
  return [{ kind: "text", summary: standingText(system, catalog.release.version), detail: undefined }];
}
