import type { Gvk } from "../schema/types.ts";
import { at, deref, itemsOf, pairOf, type YMap, type YNode } from "../yaml/node.ts";
import { nameOf } from "./siblings.ts";

/** What a kustomization file says about other files. Paths are as written, relative to its folder. */
export interface Kustomization {
  /** Files and folders of `resources`, `bases`, `components`, `crds`. */
  readonly includes: readonly string[];
  /** Files of patches: pieces of objects that stand elsewhere. */
  readonly patches: readonly string[];
  readonly namespace: string | undefined;
}

export const KUSTOMIZATION: Gvk = { group: "kustomize.config.k8s.io", version: "v1beta1", kind: "Kustomization" };

const INCLUDES = ["resources", "bases", "components", "crds"];
const PATCHES = ["patches", "patchesStrategicMerge", "patchesJson6902"];

/** Type and version may be left out of a kustomization; then its lists of files give it away. */
export const looksLikeKustomization = (root: YMap): boolean =>
  pairOf(root, "kind") === undefined &&
  pairOf(root, "metadata") === undefined &&
  [...INCLUDES, ...PATCHES, "configMapGenerator", "secretGenerator"].some(
    (field) => deref(at(root, field))?.type === "seq",
  );

export function readKustomization(root: YMap, gvk: Gvk, own: (text: string) => string): Kustomization | undefined {
  if (gvk.group !== KUSTOMIZATION.group) return undefined;
  const namespace = nameOf(at(root, "namespace"));
  return {
    includes: INCLUDES.flatMap((field) => itemsOf(at(root, field)).flatMap(({ value }) => nameOf(value) ?? [])).map(
      own,
    ),
    patches: PATCHES.flatMap((field) => itemsOf(at(root, field)).flatMap(({ value }) => patchFile(value) ?? [])).map(
      own,
    ),
    namespace: namespace === undefined ? undefined : own(namespace),
  };
}

/** A patch is `path: file.yaml`, a file's name alone, or text in place. */
function patchFile(node: YNode | null): string | undefined {
  const value = deref(node);
  if (value?.type === "map") return nameOf(at(value, "path"));
  const name = nameOf(value);
  return name?.includes("\n") ? undefined : name;
}
