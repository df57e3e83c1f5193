import type { Json } from "../engines/binder/json.ts";
import type { Manifest } from "../engines/binder/manifest.ts";
import { isList, resourcesOf } from "../model/resource.ts";
import type { YDocument } from "../yaml/document.ts";
import { deref, type YNode } from "../yaml/node.ts";
import { integerValue, jsonKey, jsonValue, mergedEntries } from "../yaml/scalar.ts";

/** The objects of a document as kubectl would send them, for the binder. */
export function manifestsOf(doc: YDocument): readonly Manifest[] {
  return resourcesOf(doc).flatMap((resource) => {
    if (isList(resource)) return [];
    const { apiVersion, gvk, root } = resource;
    const json = jsonOf(root, { left: NODES });
    return typeof json === "object" && json !== null && !Array.isArray(json)
      ? // An object that is no list has string keys and JSON values: `jsonOf` makes nothing else.
        [{ apiVersion, kind: gvk.kind, json: json as Manifest["json"] }]
      : [];
  });
}

/** Aliases are followed no further than this. */
const NODES = 300_000;

interface Budget {
  left: number;
}

/** Unlike `toJson` this keeps whole numbers exact: `storage: 9007199254740993` is an amount of bytes. */
function jsonOf(node: YNode | null, budget: Budget): Json {
  const target = --budget.left < 0 ? null : deref(node);
  switch (target?.type) {
    case undefined:
      return null;
    case "seq":
      return target.items.map(({ value }) => jsonOf(value, budget));
    case "map": {
      const json: Record<string, Json> = {};
      for (const { key, value } of mergedEntries(target)) {
        const name = jsonKey(key);
        // Assigned, this one would not become a key.
        if (name !== "__proto__") json[name] = jsonOf(value, budget);
      }
      return json;
    }
    case "scalar": {
      const whole = integerValue(target);
      if (whole === undefined) return jsonValue(target);
      return BigInt(Number(whole)) === whole ? Number(whole) : whole;
    }
  }
}
