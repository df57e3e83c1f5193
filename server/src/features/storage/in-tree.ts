import type { Localized } from "../../base/localized.ts";
import { standingText } from "../../rules/storage/in-tree.ts";
import { IN_TREE, type InTree } from "../../schema/known/storage-drivers.ts";
import { lessonOf } from "../../schema/known/storage-lessons.ts";
import { isAtLeast } from "../../schema/lifecycle.ts";
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
  const lesson = lessonOf(system.source);
  const isWarned = isSource && !(QUIET.has(system.source) && cursor?.owner?.endsWith("PersistentVolumeSpec"));
  const warning = isWarned ? warningText(system, catalog.release.version) : undefined;
  return [
    { kind: "text", summary: standingText(system, catalog.release.version), detail: lesson },
    ...(warning ? [{ kind: "text", summary: warning, detail: undefined } as const] : []),
  ];
}

/** The API server warns of these in Pods only. */
const QUIET: ReadonlySet<string> = new Set(["flocker", "quobyte"]);

/** What kubectl prints when such a volume is applied. */
function warningText({ deprecated, gone }: InTree, version: string): Localized | undefined {
  if (deprecated === undefined || !isAtLeast(version, deprecated)) return undefined;
  const words = `\`deprecated in v${deprecated}, non-functional in v${gone}+\``;
  return { en: `The API server warns: ${words}.`, vi: `API server cảnh báo: ${words}.` };
}
