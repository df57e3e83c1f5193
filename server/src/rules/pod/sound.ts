import type { DocumentContext } from "../../workspace/context.ts";
import { pairOf, type YMap } from "../../yaml/node.ts";
import type { Pod } from "./pods.ts";

type Type = "Container" | "PodSpec" | "Probe" | "Volume" | "PodTemplateSpec" | "PersistentVolumeSpec";

/** Whether no key is misspelt or astray: only then is a field that is absent surely missing. */
export function hasOnlyKnownFields(map: YMap, type: Type, { catalog }: DocumentContext): boolean {
  const fields = catalog.release.definition(`io.k8s.api.core.v1.${type}`)?.properties;
  return fields === undefined || map.entries.every(({ key }) => Object.hasOwn(fields, key.text));
}

/** The same for all of a Pod down to its containers, each of which has a name. */
export const isSound = ({ spec, containers }: Pod, context: DocumentContext): boolean =>
  context.doc.problems.length === 0 &&
  hasOnlyKnownFields(spec, "PodSpec", context) &&
  containers.every(({ map }) => pairOf(map, "name") !== undefined && hasOnlyKnownFields(map, "Container", context));
