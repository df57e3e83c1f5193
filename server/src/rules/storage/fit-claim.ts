import { mapOf, stringsOf } from "../../base/json.ts";
import type { Resource } from "../../model/resource.ts";
import type { Claim, Obstacle, Volume } from "../../workspace/storage-cluster.ts";
import { setScalar } from "../../yaml/edit.ts";
import { deref } from "../../yaml/node.ts";
import { mapAt } from "../given.ts";
import type { Fix } from "../rule.ts";
import { quoted } from "../wording.ts";
import { dropField, rewritten, setClass, setField, setModes } from "./rewrite.ts";
import { capacityOf } from "./words.ts";

/** Changes of the claim that take one obstacle between it and the volume away. */
export function claimFits(resource: Resource, claim: Claim, volume: Volume, obstacle: Obstacle): readonly Fix[] {
  const to = { en: `, for ${quoted(volume.name)}`, vi: `, để khớp với ${quoted(volume.name)}` };
  switch (obstacle) {
    case "CAPACITY_TOO_SMALL":
      return setField(resource, ["spec", "resources", "requests"], "storage", capacityOf(volume), to);
    case "STORAGE_CLASS_MISMATCH":
      return setClass(resource, volume.className, to);
    case "VOLUME_MODE_MISMATCH":
      return setField(resource, ["spec"], "volumeMode", volume.volumeMode, to);
    case "VOLUME_ATTRIBUTES_CLASS_MISMATCH":
      return volume.attributesClass === ""
        ? dropField(resource, "volumeAttributesClassName", to)
        : setField(resource, ["spec"], "volumeAttributesClassName", volume.attributesClass, to);
    case "ACCESS_MODES_MISMATCH": {
      const kept = claim.modes.filter((mode) => volume.modes.includes(mode));
      return setModes(resource, kept.length > 0 ? kept : volume.modes.slice(0, 1), to);
    }
    case "SELECTOR_MISMATCH":
      return [...selectorFix(resource, volume), ...dropField(resource, "selector", to)];
    case "NOT_REQUESTED":
      return setField(resource, ["spec"], "volumeName", volume.name, { en: "", vi: "" });
    case "CLAIMED_BY_OTHER":
      return [];
  }
}

/** The volume's own values for the labels that are asked for; none where it has not all of them. */
function selectorFix(resource: Resource, volume: Volume): readonly Fix[] {
  const labels = mapAt(resource.root, "spec", "selector", "matchLabels");
  const isPlain = mapAt(resource.root, "spec", "selector")?.entries.length === 1;
  if (!labels || !isPlain) return [];
  const edits = labels.entries.map(({ key, value }) => {
    const scalar = deref(value);
    const wanted = volume.labels.get(key.text);
    if (scalar?.type !== "scalar" || wanted === undefined) return undefined;
    return scalar.text === wanted ? [] : setScalar(resource.doc, scalar, wanted);
  });
  const known = edits.flatMap((each) => each ?? []);
  if (edits.includes(undefined) || known.length === 0) return [];
  const name = quoted(volume.name);
  return [
    rewritten({ en: `Ask for the labels of ${name}`, vi: `Yêu cầu label của ${name}` }, { en: "", vi: "" }, known),
  ];
}

/** Labels that the claim has itself, where only those of volumes count. */
export function strayLabels({ json, selector }: Claim): ReadonlyMap<string, string> {
  const own = stringsOf(mapOf(json.metadata).labels);
  const asked = stringsOf(selector?.matchLabels);
  const isSame = asked.size > 0 && [...asked].every(([key, value]) => own.get(key) === value);
  return isSame ? asked : new Map();
}
