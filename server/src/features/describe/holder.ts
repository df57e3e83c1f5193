import type { Gvk } from "../../schema/types.ts";
import type { Path } from "../../yaml/node.ts";

/** The fields that hold a template of another object, and the kind of that object. */
const TEMPLATES: { readonly [field: string]: string } = {
  template: "Pod",
  jobTemplate: "Job",
  volumeClaimTemplate: "PersistentVolumeClaim",
  volumeClaimTemplates: "PersistentVolumeClaim",
};

/** The kind whose metadata `path` leads into: that of the object itself, or of a template within it. */
export function holderKind(gvk: Gvk | undefined, path: Path): string | undefined {
  const holder = path.slice(0, path.lastIndexOf("metadata")).findLast((step) => typeof step === "string");
  return holder !== undefined && Object.hasOwn(TEMPLATES, holder) ? TEMPLATES[holder] : gvk?.kind;
}
