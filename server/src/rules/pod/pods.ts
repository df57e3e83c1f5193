import { Memo } from "../../base/memo.ts";
import { POD_MAKERS, podTemplatePath } from "../../model/pod-templates.ts";
import type { Resource } from "../../model/resource.ts";
import { at, type YMap } from "../../yaml/node.ts";
import { mapAt, mapsIn, textAt } from "../given.ts";

export type ContainerList = "containers" | "initContainers" | "ephemeralContainers";

export interface Container {
  readonly map: YMap;
  readonly list: ContainerList;
  /** Undefined when it has none, or one that a placeholder stands for. */
  readonly name: string | undefined;
  /** An init container that keeps running beside the others. */
  readonly isSidecar: boolean;
}

/** The Pod that an object is, or makes. */
export interface Pod {
  readonly resource: Resource;
  /** What holds `metadata` and `spec`. */
  readonly owner: YMap;
  readonly spec: YMap;
  readonly isTemplate: boolean;
  /** Init containers first, as they start. */
  readonly containers: readonly Container[];
}

const memo = new Memo<Resource, Pod | null>();

/** Undefined for kinds that make no Pods of this form, and for objects whose Pod is not written yet. */
export function podOf(resource: Resource): Pod | undefined {
  if (!POD_MAKERS.has(resource.gvk.kind)) return undefined;
  return memo.of(resource, readPod) ?? undefined;
}

/** Kinds that are or make Pods of this form. */
export const POD_KINDS: readonly string[] = [...POD_MAKERS.keys()];

function readPod(resource: Resource): Pod | null {
  const path = podTemplatePath(resource.gvk);
  if (!path) return null;
  const owner = path.length === 0 ? resource.root : mapAt(resource.root, ...path);
  const spec = mapAt(owner, "spec");
  if (!owner || !spec) return null;
  const containers = LISTS.flatMap((list) =>
    mapsIn(at(spec, list)).map((map) => ({
      map,
      list,
      name: textAt(map, "name"),
      isSidecar: list === "initContainers" && textAt(map, "restartPolicy") === "Always",
    })),
  );
  return { resource, owner, spec, isTemplate: path.length > 0, containers };
}

const LISTS: readonly ContainerList[] = ["initContainers", "containers", "ephemeralContainers"];
