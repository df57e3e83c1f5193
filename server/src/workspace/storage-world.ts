import { isMap } from "../base/json.ts";
import type { Manifest } from "../engines/binder/manifest.ts";
import { plainOf } from "../model/plain.ts";
import { isList, resourcesOf } from "../model/resource.ts";
import type { YDocument } from "../yaml/document.ts";

/** The objects of a document as kubectl would send them, for the binder. */
export function manifestsOf(doc: YDocument): readonly Manifest[] {
  return resourcesOf(doc).flatMap((resource) => {
    if (isList(resource)) return [];
    const { apiVersion, gvk, root } = resource;
    const json = plainOf(root);
    return isMap(json) ? [{ apiVersion, kind: gvk.kind, json }] : [];
  });
}
