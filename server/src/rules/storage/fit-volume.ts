import { listOf, mapOf, stringsOf, textOf, textsOf } from "../../base/json.ts";
import type { Localized } from "../../base/localized.ts";
import type { Resource } from "../../model/resource.ts";
import type { Claim, Obstacle, Volume } from "../../workspace/storage-cluster.ts";
import { insertEntry, quoteIfNeeded, removeEntry, setScalar } from "../../yaml/edit.ts";
import { deref, pairOf } from "../../yaml/node.ts";
import { mapAt } from "../given.ts";
import type { Fix } from "../rule.ts";
import { quoted } from "../wording.ts";
import { dropField, mapText, rewritten, setClass, setField, setModes } from "./rewrite.ts";
import { requestOf } from "./words.ts";

/** Changes of the volume that take one obstacle between it and the claim away. */
export function volumeFits(resource: Resource, claim: Claim, volume: Volume, obstacle: Obstacle): readonly Fix[] {
  const to = { en: `, for the claim ${quoted(claim.name)}`, vi: `, để khớp với claim ${quoted(claim.name)}` };
  switch (obstacle) {
    case "CAPACITY_TOO_SMALL":
      return setField(resource, ["spec", "capacity"], "storage", requestOf(claim), to);
    case "STORAGE_CLASS_MISMATCH":
      return setClass(resource, claim.className, to);
    case "VOLUME_MODE_MISMATCH":
      return setField(resource, ["spec"], "volumeMode", claim.volumeMode, to);
    case "VOLUME_ATTRIBUTES_CLASS_MISMATCH":
      if (claim.attributesClass === "") return dropField(resource, "volumeAttributesClassName", to);
      // The API server takes the field on CSI volumes alone.
      return mapAt(resource.root, "spec", "csi")
        ? setField(resource, ["spec"], "volumeAttributesClassName", claim.attributesClass, to)
        : [];
    case "ACCESS_MODES_MISMATCH": {
      const isAlone = claim.modes.includes(ALONE);
      const kept = volume.modes.filter((mode) => mode !== ALONE);
      return setModes(resource, isAlone ? [ALONE] : [...new Set([...kept, ...claim.modes])], to);
    }
    case "SELECTOR_MISMATCH":
      return labelFix(resource, claim, to);
    case "CLAIMED_BY_OTHER":
      return takeOver(resource, claim);
    case "NOT_REQUESTED":
      return [];
  }
}

const ALONE = "ReadWriteOncePod";

/** The labels that the claim's selector asks for; none where it asks for absence too. */
function labelFix({ doc, root }: Resource, { selector, name }: Claim, to: Localized): readonly Fix[] {
  const metadata = mapAt(root, "metadata");
  const wanted = selector && labelsFor(selector);
  if (!metadata || !wanted || wanted.size === 0) return [];
  const labels = mapAt(metadata, "labels");
  const title = { en: `Add the labels that ${quoted(name)} asks for`, vi: `Thêm label mà ${quoted(name)} yêu cầu` };
  if (!labels) {
    const edits = insertEntry(doc, metadata, "labels", mapText(metadata, [...wanted]));
    return [rewritten(title, { en: "", vi: "" }, edits)];
  }
  const missing: (readonly [string, string])[] = [];
  const edits = [...wanted].flatMap(([key, value]) => {
    const scalar = deref(pairOf(labels, key)?.value);
    if (scalar?.type === "scalar") return scalar.text === value ? [] : setScalar(doc, scalar, value);
    missing.push([key, value]);
    return [];
  });
  const lines = missing.flatMap(([key, value]) => insertEntry(doc, labels, key, quoteIfNeeded(value)));
  const shown = missing.length === 0 ? { en: "Set the labels", vi: "Đặt lại label" } : title;
  return [rewritten(shown, missing.length === 0 ? to : { en: "", vi: "" }, [...edits, ...lines])];
}

function labelsFor(selector: Claim["json"]): ReadonlyMap<string, string> | undefined {
  const labels = new Map(stringsOf(selector.matchLabels));
  for (const json of listOf(selector.matchExpressions)) {
    const { key, operator, values } = mapOf(json);
    const [first] = textsOf(values);
    if (operator === "In" && first !== undefined) labels.set(textOf(key), first);
    else if (operator === "Exists") labels.set(textOf(key), "true");
    else return undefined;
  }
  return labels;
}

/** A reservation for somebody else, or for a claim of long ago, becomes one for this claim. */
function takeOver({ doc, root }: Resource, claim: Claim): readonly Fix[] {
  const spec = mapAt(root, "spec");
  const pair = spec && pairOf(spec, "claimRef");
  const ref = mapAt(spec, "claimRef");
  if (!spec || !pair || !ref) return [];
  const key = quoted(`${claim.namespace}/${claim.name}`);
  const isOwn = textOfPair(ref, "name") === claim.name && textOfPair(ref, "namespace") === claim.namespace;
  const stale = ref.entries.filter((entry) => STALE.has(entry.key.text));
  const keep = ref.entries.length - stale.length;
  if (isOwn && stale.length > 0 && keep > 0) {
    const edits = stale.flatMap((entry) => removeEntry(doc, ref, entry));
    const names = stale.map((entry) => quoted(entry.key.text)).join(", ");
    return [rewritten({ en: `Remove ${names} from claimRef`, vi: `Xóa ${names} khỏi claimRef` }, NOBODY, edits)];
  }
  const text = mapText(spec, [
    ["name", claim.name],
    ["namespace", claim.namespace],
  ]);
  const column = pair.start - (doc.text.lastIndexOf("\n", pair.start - 1) + 1);
  const value = text.replaceAll("\n", `\n${" ".repeat(column)}`);
  const edits = [{ span: { start: pair.start, end: pair.end }, text: `claimRef:${spec.flow ? " " : ""}${value}` }];
  return [rewritten({ en: `Reserve it for ${key} instead`, vi: `Dành riêng cho ${key} thay vào đó` }, NOBODY, edits)];
}

const NOBODY: Localized = { en: "", vi: "" };

/** What ties a reference to one claim that once was. */
const STALE: ReadonlySet<string> = new Set(["uid", "resourceVersion"]);

const textOfPair = (map: Parameters<typeof pairOf>[0], key: string): string => {
  const scalar = deref(pairOf(map, key)?.value);
  return scalar?.type === "scalar" ? scalar.text : "";
};

/** Keeps the volume for the claim: nobody else can take it then, and class and selector are not compared. */
export function reserveFix(resource: Resource, claim: Pick<Claim, "name" | "namespace">): readonly Fix[] {
  const spec = mapAt(resource.root, "spec");
  if (!spec || pairOf(spec, "claimRef")?.value) return [];
  const value = mapText(spec, [
    ["name", claim.name],
    ["namespace", claim.namespace],
  ]);
  const key = quoted(`${claim.namespace}/${claim.name}`);
  const title = { en: `Reserve it for ${key} with claimRef`, vi: `Dành riêng cho ${key} bằng claimRef` };
  return [rewritten(title, NOBODY, insertEntry(resource.doc, spec, "claimRef", value))];
}
