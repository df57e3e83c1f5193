import { nearest } from "../../base/nearest.ts";
import type { YDocument } from "../../yaml/document.ts";
import { at, type YNode, type YScalar } from "../../yaml/node.ts";
import { choices } from "../fixes.ts";
import { mapAt, mapsIn, scalarAt, spanOf, textAt } from "../given.ts";
import { containerWith } from "../pod/example.ts";
import { podRule } from "../pod/pod-rule.ts";
import type { Draft, Fix } from "../rule.ts";
import { quoted } from "../wording.ts";

export default podRule({
  id: "container/invalid-field-path",
  fields: ["fieldRef", "resourceFieldRef"],
  severity: "error",
  since: "0.1.0",
  docs: {
    title: { en: "Field of the Pod that cannot be passed on", vi: "Trường của Pod không truyền vào container được" },
    why: {
      en: "Variables and files may hold a few fields of their Pod only, a label as `metadata.labels['app']`, and requests or limits as `limits.memory`. The API server rejects others.",
      vi: "Biến và tệp chỉ nhận một số trường của Pod, label ghi là `metadata.labels['app']`, request và limit ghi như `limits.memory`. API server từ chối trường khác.",
    },
    links: ["https://kubernetes.io/docs/concepts/workloads/pods/downward-api/"],
  },
  bad: [
    {
      title: { en: "The node's name is in the spec", vi: "Tên node nằm trong spec" },
      manifest: containerWith(`
        env:
          - name: NODE
            valueFrom:
              fieldRef:
                fieldPath: status.nodeName #! @status.nodeName
      `),
      fixed: containerWith(`
        env:
          - name: NODE
            valueFrom:
              fieldRef:
                fieldPath: spec.nodeName
      `),
    },
    {
      title: { en: "A label after a dot", vi: "Label ghi sau dấu chấm" },
      manifest: containerWith(`
        env:
          - name: UNG_DUNG
            valueFrom:
              fieldRef:
                fieldPath: metadata.labels.app #! @metadata.labels.app
      `),
      fixed: containerWith(`
        env:
          - name: UNG_DUNG
            valueFrom:
              fieldRef:
                fieldPath: metadata.labels['app']
      `),
    },
  ],
  good: [
    {
      title: { en: "An address and a limit", vi: "Địa chỉ và giới hạn" },
      manifest: containerWith(`
        env:
          - name: DIA_CHI
            valueFrom:
              fieldRef:
                fieldPath: status.podIP
          - name: BO_NHO
            valueFrom:
              resourceFieldRef:
                resource: limits.memory
      `),
    },
  ],
  *checkPod({ spec, containers }, { doc }) {
    for (const { map } of containers)
      for (const entry of mapsIn(at(map, "env"))) {
        yield* check(at(entry, "valueFrom", "fieldRef"), "fieldPath", ENV, doc);
        yield* check(at(entry, "valueFrom", "resourceFieldRef"), "resource", RESOURCES, doc);
      }
    for (const volume of mapsIn(at(spec, "volumes"))) {
      const projected = mapsIn(at(volume, "projected", "sources")).map((source) => at(source, "downwardAPI"));
      for (const source of [at(volume, "downwardAPI"), ...projected])
        for (const item of mapsIn(at(source, "items"))) {
          yield* check(at(item, "fieldRef"), "fieldPath", FILES, doc);
          yield* check(at(item, "resourceFieldRef"), "resource", RESOURCES, doc);
        }
    }
  },
});

const BOTH = ["metadata.name", "metadata.namespace", "metadata.uid"];
const ENV = [
  ...BOTH,
  "spec.nodeName",
  "spec.serviceAccountName",
  "status.hostIP",
  "status.hostIPs",
  "status.podIP",
  "status.podIPs",
];
const FILES = [...BOTH, "metadata.labels", "metadata.annotations"];
const RESOURCES = ["limits", "requests"].flatMap((kind) =>
  ["cpu", "memory", "ephemeral-storage"].map((resource) => `${kind}.${resource}`),
);

function* check(source: YNode | undefined, field: string, known: readonly string[], doc: YDocument): Iterable<Draft> {
  const node = scalarAt(source, field);
  const path = textAt(source, field);
  if (!node || path === undefined || known.includes(path)) return;
  if (known === RESOURCES ? /^(?:limits|requests)\.hugepages-/.test(path) : SUBSCRIPT.test(path)) return;
  // Other versions of the API have fields of their own.
  if ((textAt(source, "apiVersion") ?? "v1") !== "v1") return;
  const meant = meantBy(path, known);
  const shown = quoted(path);
  yield {
    span: spanOf(node),
    message: meant[0]
      ? {
          en: `${shown} cannot be passed on; did you mean ${quoted(meant[0])}?`,
          vi: `${shown} không truyền vào được; có lẽ là ${quoted(meant[0])}.`,
        }
      : { en: `${shown} cannot be passed on.`, vi: `${shown} không truyền vào được.` },
    ...(meant.length > 0
      ? {
          fixes: () =>
            choices(doc, node, meant).map((fix, index) => plain(fix, node, meant[index], mapAt(source)?.flow)),
        }
      : {}),
  };
}

const SUBSCRIPT = /^metadata\.(?:labels|annotations)\['.+'\]$/;

function meantBy(path: string, known: readonly string[]): readonly string[] {
  const [, map, key] = /^\.?metadata\.(labels|annotations)(?:\.|\[["`]?)([^"'`\]]+)["`]?\]?$/.exec(path) ?? [];
  if (map !== undefined && known !== RESOURCES) return [`metadata.${map}['${key}']`];
  const last = path.slice(path.lastIndexOf(".") + 1).toLowerCase();
  const same = known.filter((each) => each.toLowerCase().endsWith(`.${last}`) || each.toLowerCase() === last);
  return [...new Set([...same, ...nearest(path, known)])];
}

/** Brackets need no quotes outside of a flow map, and nobody writes them there. */
const plain = (fix: Fix, { start, end, style }: YScalar, text: string | undefined, flow: boolean | undefined): Fix =>
  style === "plain" && flow === false && text !== undefined ? { ...fix, edits: [{ span: { start, end }, text }] } : fix;
