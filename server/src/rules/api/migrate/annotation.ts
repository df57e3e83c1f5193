import type { Edit } from "../../../base/span.ts";
import type { Resource } from "../../../model/resource.ts";
import type { YDocument } from "../../../yaml/document.ts";
import { insertEntry, quoteIfNeeded, removeEntry } from "../../../yaml/edit.ts";
import { pairOf, type YMap, type YPair } from "../../../yaml/node.ts";
import { isA, isGiven, mapAt, scalarAt } from "../../given.ts";
import { podOf } from "../../pod/pods.ts";
import type { Fix } from "../../rule.ts";
import { quoted } from "../../wording.ts";

export interface OldAnnotation {
  readonly resource: Resource;
  /** The metadata that holds it: the object's own, or that of its Pod template. */
  readonly metadata: YMap;
  readonly pair: YPair;
  readonly doc: YDocument;
}

/** The field in its place first, then no annotation at all. */
export function annotationFixes(old: OldAnnotation): readonly Fix[] {
  const without: Fix = {
    title: { en: "Remove the annotation", vi: "Xóa annotation" },
    preferred: false,
    safe: false,
    edits: withoutAnnotation(old),
  };
  const moved = movedTo(old);
  if (!moved) return [without];
  const title = { en: `Move it to ${quoted(moved.field)}`, vi: `Chuyển sang ${quoted(moved.field)}` };
  const edits = [...withoutAnnotation(old), ...moved.edits];
  return [{ title, preferred: true, safe: false, edits }, without];
}

function withoutAnnotation({ metadata, pair, doc }: OldAnnotation): readonly Edit[] {
  const holder = pairOf(metadata, "annotations");
  const map = mapAt(holder?.value);
  if (!holder || !map) return [];
  return map.entries.length === 1 ? removeEntry(doc, metadata, holder) : removeEntry(doc, map, pair);
}

interface Moved {
  readonly field: string;
  readonly edits: readonly Edit[];
}

function movedTo(old: OldAnnotation): Moved | undefined {
  const { resource, pair, doc } = old;
  const value = scalarAt(pair.value)?.text;
  const spec = mapAt(resource.root, "spec");
  if (value === undefined) return undefined;
  const name = pair.key.text;
  switch (name) {
    case "volume.beta.kubernetes.io/storage-class":
    case "volume.alpha.kubernetes.io/storage-class":
      return isA(resource, "", "PersistentVolumeClaim", "PersistentVolume")
        ? intoField(doc, spec, "storageClassName", quoteIfNeeded(value), "start")
        : undefined;
    case "kubernetes.io/ingress.class":
      return resource.gvk.version === "v1"
        ? intoField(doc, spec, "ingressClassName", quoteIfNeeded(value), "start")
        : undefined;
    case "service.alpha.kubernetes.io/tolerate-unready-endpoints":
      return intoField(doc, spec, "publishNotReadyAddresses", value === "true" ? "true" : "false");
    case "storageclass.beta.kubernetes.io/is-default-class":
      return renamed(old, "storageclass.kubernetes.io/is-default-class");
    case "service.kubernetes.io/topology-aware-hints":
      return renamed(old, "service.kubernetes.io/topology-mode");
    case "scheduler.alpha.kubernetes.io/critical-pod":
      return intoField(doc, podOf(resource)?.spec, "priorityClassName", "system-cluster-critical", "start");
    case "seccomp.security.alpha.kubernetes.io/pod":
      return profile(doc, podOf(resource)?.spec, "seccompProfile", value);
    default:
      return ofContainer(old, name, value);
  }
}

/** The name of the container stands behind the slash. */
function ofContainer({ resource, doc }: OldAnnotation, name: string, value: string): Moved | undefined {
  const [prefix = "", container] = name.split("/");
  const field = prefix.startsWith("container.seccomp.")
    ? "seccompProfile"
    : prefix.startsWith("container.apparmor.")
      ? "appArmorProfile"
      : undefined;
  const holder = podOf(resource)?.containers.find((each) => each.name === container);
  return field === undefined ? undefined : profile(doc, holder?.map, field, value);
}

function profile(doc: YDocument, holder: YMap | undefined, field: string, value: string): Moved | undefined {
  const context = mapAt(holder, "securityContext");
  const lines = profileLines(value);
  if (!holder || !lines || (context && isGiven(pairOf(context, field)?.value))) return undefined;
  if (context)
    return { field: `securityContext.${field}`, edits: insertEntry(doc, context, field, indented(lines, 2)) };
  const containers = pairOf(holder, "containers");
  const value2 = `\n  ${field}:${indented(lines, 4)}`;
  const edits = insertEntry(doc, holder, "securityContext", value2, containers ? { before: containers } : "end");
  return { field: `securityContext.${field}`, edits };
}

function profileLines(value: string): readonly string[] | undefined {
  if (value === "runtime/default" || value === "docker/default") return ["type: RuntimeDefault"];
  if (value === "unconfined") return ["type: Unconfined"];
  const [, path = ""] = /^localhost\/(.+)$/.exec(value) ?? [];
  return path === "" ? undefined : ["type: Localhost", `localhostProfile: ${quoteIfNeeded(path)}`];
}

const indented = (lines: readonly string[], by: number): string =>
  lines.map((line) => `\n${" ".repeat(by)}${line}`).join("");

function intoField(
  doc: YDocument,
  map: YMap | undefined,
  field: string,
  value: string,
  at: "start" | "end" = "end",
): Moved | undefined {
  if (!map) return undefined;
  return {
    field: `spec.${field}`,
    edits: isGiven(pairOf(map, field)?.value) ? [] : insertEntry(doc, map, field, value, at),
  };
}

/** The same annotation by its new name: where the old one is taken out, the new one is put in. */
function renamed({ pair, doc, metadata }: OldAnnotation, to: string): Moved | undefined {
  const map = mapAt(metadata, "annotations");
  if (!map || pairOf(map, to) || map.entries.length === 1) return undefined;
  const value = pair.value ? doc.text.slice(pair.value.start, pair.value.end) : '""';
  const other = map.entries.find((entry) => entry !== pair);
  return other ? { field: to, edits: insertEntry(doc, map, to, value, { before: other }) } : undefined;
}
