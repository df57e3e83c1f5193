import { isEqual, isMap, type Json, type JsonMap, mapOf } from "../../base/json.ts";
import { plainOf } from "../../model/plain.ts";
import type { Resource } from "../../model/resource.ts";
import { YDocument } from "../../yaml/document.ts";
import { at, pairOf, type YPair } from "../../yaml/node.ts";
import { mapAt, scalarAt, spanOf } from "../given.ts";
import { parseQuantity } from "../quantity.ts";
import { type Draft, objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { claim, NO_CLASS } from "./example.ts";

const APPLIED = "kubectl.kubernetes.io/last-applied-configuration";

const applied = JSON.stringify({
  apiVersion: "v1",
  kind: "PersistentVolumeClaim",
  metadata: { name: "du-lieu" },
  spec: { accessModes: ["ReadWriteOnce"], storageClassName: "" },
});

const live = (modes: string): string =>
  claim("du-lieu", { modes, more: NO_CLASS }).replace(
    "name: du-lieu\n",
    `name: du-lieu\n  annotations:\n    ${APPLIED}: '${applied}'\n`,
  );

export default objectRule({
  id: "storage/live-edit",
  severity: "error",
  since: "0.1.0",
  kinds: ["PersistentVolume", "PersistentVolumeClaim", "StorageClass", "StatefulSet", "VolumeAttributesClass"],
  docs: {
    title: { en: "Edit that the API server refuses", vi: "Sửa đổi mà API server từ chối" },
    why: {
      en: "An object from a cluster remembers how it was applied last. Most fields of claims, volumes, classes and claim templates cannot be changed after creation: make a new object and move the data.",
      vi: "Đối tượng lấy từ cluster nhớ lần apply gần nhất. Hầu hết trường của claim, volume, class và claim template không sửa được sau khi tạo: hãy tạo đối tượng mới rồi chuyển dữ liệu.",
    },
    links: ["https://kubernetes.io/docs/concepts/storage/persistent-volumes/#expanding-persistent-volumes-claims"],
  },
  bad: [
    {
      title: { en: "Another access mode", vi: "Đổi access mode" },
      manifest: live("ReadWriteMany").replace("[ReadWriteMany]", "[ReadWriteMany] #! @accessModes"),
    },
  ],
  good: [{ title: { en: "As it was applied", vi: "Như lần apply trước" }, manifest: live("ReadWriteOnce") }],
  *check(resource): Iterable<Draft> {
    const before = appliedOf(resource);
    const paths = Object.hasOwn(FIXED, resource.gvk.kind) ? FIXED[resource.gvk.kind] : undefined;
    if (!before || !paths) return;
    for (const path of paths) yield* compare(resource, before, path);
    yield* shrunk(resource, before);
  },
});

/** What cannot be changed, by kind (pkg/apis/core/validation and pkg/apis/storage/validation, the update functions). */
const FIXED: Readonly<Record<string, readonly (readonly string[])[]>> = {
  PersistentVolumeClaim: ["accessModes", "selector", "storageClassName", "volumeMode", "volumeName", "dataSource"].map(
    (field) => ["spec", field],
  ),
  PersistentVolume: [
    ...["csi", "nfs", "local", "hostPath", "iscsi", "fc", "volumeMode", "nodeAffinity"].map((field) => ["spec", field]),
  ],
  StorageClass: [["provisioner"], ["parameters"], ["reclaimPolicy"], ["volumeBindingMode"]],
  VolumeAttributesClass: [["driverName"], ["parameters"]],
  StatefulSet: [
    ["spec", "volumeClaimTemplates"],
    ["spec", "serviceName"],
    ["spec", "selector"],
  ],
};

function appliedOf({ root }: Resource): JsonMap | undefined {
  const text = scalarAt(root, "metadata", "annotations", APPLIED)?.text;
  if (text === undefined || !text.trimStart().startsWith("{")) return undefined;
  return parsed(text);
}

/** Undefined where somebody has cut the text short. */
function parsed(text: string): JsonMap | undefined {
  const doc = new YDocument(text, "manifest");
  const json = doc.problems.length > 0 ? undefined : plainOf(doc.root);
  return isMap(json) ? json : undefined;
}

const inside = (json: JsonMap, path: readonly string[]): Json | undefined =>
  path.reduce<Json | undefined>((value, step) => mapOf(value)[step], json);

/** Only what was said before and now is said otherwise: defaults and what controllers write are no edits. */
function* compare({ root }: Resource, before: JsonMap, path: readonly string[]): Iterable<Draft> {
  const was = inside(before, path);
  const pair = pairOf(at(root, ...path.slice(0, -1)), path.at(-1) ?? "");
  if (was === undefined || was === null || !pair?.value) return;
  if (contains(plainOf(pair.value), was)) return;
  yield refused(pair);
}

/** Whether all that was said before is still said; lists must agree item by item. */
function contains(now: Json | undefined, was: Json): boolean {
  if (isMap(was)) return isMap(now) && Object.keys(was).every((key) => contains(now[key], was[key] ?? null));
  if (Array.isArray(was))
    return Array.isArray(now) && now.length === was.length && was.every((item, index) => contains(now[index], item));
  return was === null || isEqual(now, was);
}

const refused = ({ key }: YPair): Draft => ({
  span: spanOf(key),
  message: {
    en: `${quoted(key.text)} was applied with another value, and cannot be changed after creation.`,
    vi: `${quoted(key.text)} đã được apply với giá trị khác và không sửa được sau khi tạo.`,
  },
});

/** A bound claim only grows, and one that is not bound stays as it is. */
function* shrunk(resource: Resource, before: JsonMap): Iterable<Draft> {
  const status = mapAt(resource.root, "status");
  const now = scalarAt(resource.root, ...REQUEST);
  const was = inside(before, REQUEST);
  if (resource.gvk.kind !== "PersistentVolumeClaim" || !status || !now || now.text === was) return;
  const isBound = scalarAt(status, "phase")?.text === "Bound";
  const held = scalarAt(status, "capacity", "storage");
  if (!isBound)
    yield {
      span: spanOf(now),
      message: {
        en: "The size of a claim that is not bound cannot be changed.",
        vi: "Không đổi được dung lượng của claim chưa ghép.",
      },
    };
  else if (held && amount(now.text) < amount(held.text))
    yield {
      span: spanOf(now),
      message: {
        en: `A volume never shrinks: the claim has ${quoted(held.text)} already.`,
        vi: `Volume không bao giờ thu nhỏ: claim đã có ${quoted(held.text)}.`,
      },
    };
}

const REQUEST = ["spec", "resources", "requests", "storage"];

const amount = (text: string): number => parseQuantity(text)?.amount ?? Number.NaN;
