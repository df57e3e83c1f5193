import type { Localized } from "../../base/localized.ts";
import type { Resource } from "../../model/resource.ts";
import type { Claim, Obstacle, Volume } from "../../workspace/storage-cluster.ts";
import { insertEntry, insertItem, quoteIfNeeded, removeEntry, setScalar } from "../../yaml/edit.ts";
import { at, deref, pairOf, type YMap } from "../../yaml/node.ts";
import { mapAt } from "../given.ts";
import type { Fix } from "../rule.ts";
import { quoted } from "../wording.ts";
import { capacityOf, requestOf } from "./words.ts";

/** Changes of the claim that take one obstacle between it and the volume away. */
export function claimFits(resource: Resource, volume: Volume, obstacle: Obstacle): readonly Fix[] {
  const spec = mapAt(resource.root, "spec");
  if (!spec) return [];
  const to = { en: `, for ${quoted(volume.name)}`, vi: `, để khớp với ${quoted(volume.name)}` };
  switch (obstacle) {
    case "CAPACITY_TOO_SMALL":
      return set(resource, ["spec", "resources", "requests"], "storage", capacityOf(volume), to);
    case "STORAGE_CLASS_MISMATCH":
      return set(resource, ["spec"], "storageClassName", volume.className, to);
    case "VOLUME_MODE_MISMATCH":
      return set(resource, ["spec"], "volumeMode", volume.volumeMode, to);
    case "VOLUME_ATTRIBUTES_CLASS_MISMATCH":
      return set(resource, ["spec"], "volumeAttributesClassName", volume.attributesClass, to);
    case "ACCESS_MODES_MISMATCH":
      return modes(resource, spec, volume.modes.slice(0, 1), to);
    case "SELECTOR_MISMATCH": {
      const pair = pairOf(spec, "selector");
      return pair
        ? [fix({ en: "Remove the selector", vi: "Xóa selector" }, removeEntry(resource.doc, spec, pair))]
        : [];
    }
    case "CLAIMED_BY_OTHER":
    case "NOT_REQUESTED":
      return [];
  }
}

/** Changes of the volume that do the same. */
export function volumeFits(resource: Resource, claim: Claim, volume: Volume, obstacle: Obstacle): readonly Fix[] {
  const spec = mapAt(resource.root, "spec");
  if (!spec) return [];
  const to = { en: `, for the claim ${quoted(claim.name)}`, vi: `, để khớp với claim ${quoted(claim.name)}` };
  switch (obstacle) {
    case "CAPACITY_TOO_SMALL":
      return set(resource, ["spec", "capacity"], "storage", requestOf(claim), to);
    case "STORAGE_CLASS_MISMATCH":
      return set(resource, ["spec"], "storageClassName", claim.className, to);
    case "VOLUME_MODE_MISMATCH":
      return set(resource, ["spec"], "volumeMode", claim.volumeMode, to);
    case "VOLUME_ATTRIBUTES_CLASS_MISMATCH":
      return claim.attributesClass === ""
        ? []
        : set(resource, ["spec"], "volumeAttributesClassName", claim.attributesClass, to);
    case "ACCESS_MODES_MISMATCH": {
      const list = deref(at(spec, "accessModes"));
      const missing = claim.modes.filter((mode) => !volume.modes.includes(mode));
      if (list?.type !== "seq") return [];
      return missing.map((mode) =>
        fix(
          { en: `Add ${quoted(mode)}${to.en}`, vi: `Thêm ${quoted(mode)}${to.vi}` },
          insertItem(resource.doc, list, mode),
        ),
      );
    }
    case "SELECTOR_MISMATCH":
    case "CLAIMED_BY_OTHER":
    case "NOT_REQUESTED":
      return [];
  }
}

/** Keeps the volume for the claim: nobody else can take it then, and class and selector are not compared. */
export function reserveFix(resource: Resource, claim: Claim): Fix | undefined {
  const spec = mapAt(resource.root, "spec");
  if (!spec || pairOf(spec, "claimRef")?.value) return undefined;
  const value = `\n  name: ${quoteIfNeeded(claim.name)}\n  namespace: ${quoteIfNeeded(claim.namespace)}`;
  return fix(
    {
      en: `Reserve it for ${quoted(`${claim.namespace}/${claim.name}`)} with claimRef`,
      vi: `Dành riêng cho ${quoted(`${claim.namespace}/${claim.name}`)} bằng claimRef`,
    },
    insertEntry(resource.doc, spec, "claimRef", value),
  );
}

const fix = (title: Localized, edits: Fix["edits"]): Fix => ({ title, preferred: false, safe: false, edits });

function set(
  { doc, root }: Resource,
  path: readonly string[],
  key: string,
  value: string,
  to: Localized,
): readonly Fix[] {
  const map = mapAt(root, ...path);
  if (!map) return [];
  const pair = pairOf(map, key);
  const scalar = deref(pair?.value);
  if (pair?.value && scalar?.type !== "scalar") return [];
  const shown = quoted(`${key}: ${value === "" ? '""' : value}`);
  const edits =
    scalar?.type === "scalar"
      ? setScalar(doc, scalar, value)
      : insertEntry(doc, map, key, value === "" ? '""' : quoteIfNeeded(value));
  return [fix({ en: `Set ${shown}${to.en}`, vi: `Đặt ${shown}${to.vi}` }, edits)];
}

function modes({ doc }: Resource, spec: YMap, wanted: readonly string[], to: Localized): readonly Fix[] {
  const list = deref(at(spec, "accessModes"));
  if (list?.type !== "seq") return [];
  const [only, ...others] = list.items;
  const scalar = deref(only?.value);
  const [mode] = wanted;
  if (others.length > 0 || scalar?.type !== "scalar" || mode === undefined) return [];
  return [
    fix({ en: `Ask for ${quoted(mode)}${to.en}`, vi: `Yêu cầu ${quoted(mode)}${to.vi}` }, setScalar(doc, scalar, mode)),
  ];
}
