import { at, type YMap, type YPair } from "../../yaml/node.ts";
import { remove } from "../fixes.ts";
import { isGiven, mapAt, mapsIn, spanOf } from "../given.ts";
import { podWith } from "../pod/example.ts";
import { podRule } from "../pod/pod-rule.ts";
import { quoted } from "../wording.ts";

const ephemeral = (metadata: readonly string[]): string =>
  podWith(
    [
      "volumes:",
      "  - name: tam",
      "    ephemeral:",
      "      volumeClaimTemplate:",
      ...metadata.map((line) => `        ${line}`),
      "        spec:",
      "          accessModes: [ReadWriteOnce]",
      "          storageClassName: nhanh",
      "          resources: { requests: { storage: 1Gi } }",
      "",
    ].join("\n"),
  ).replace("image: nginx:1.27\n", "image: nginx:1.27\n      volumeMounts: [{ name: tam, mountPath: /tam }]\n");

export default podRule({
  id: "storage/ephemeral-template",
  fields: ["ephemeral"],
  severity: "error",
  since: "0.1.0",
  docs: {
    title: { en: "Template of an ephemeral volume with a name", vi: "Template của ephemeral volume có tên riêng" },
    why: {
      en: "The claim of a generic ephemeral volume is named after its Pod and volume. Its template may have labels and annotations; the API server refuses everything else in `metadata`.",
      vi: "Claim của ephemeral volume được đặt tên theo Pod và volume. Template của nó chỉ được có label và annotation; API server từ chối mọi thứ khác trong `metadata`.",
    },
    links: ["https://kubernetes.io/docs/concepts/storage/ephemeral-volumes/#generic-ephemeral-volumes"],
  },
  bad: [
    {
      title: { en: "A name", vi: "Có tên" },
      manifest: ephemeral(["metadata:", "  name: tam #! @name", "  labels: { app: web }"]),
      fixed: ephemeral(["metadata:", "  labels: { app: web }"]),
    },
  ],
  good: [{ title: { en: "Labels", vi: "Chỉ có label" }, manifest: ephemeral(["metadata:", "  labels: { app: web }"]) }],
  *checkPod({ spec }, { doc }) {
    for (const volume of mapsIn(at(spec, "volumes"))) {
      const metadata = mapAt(volume, "ephemeral", "volumeClaimTemplate", "metadata");
      for (const pair of metadata ? refused(metadata) : [])
        yield {
          span: spanOf(pair.key),
          message: {
            en: `${quoted(pair.key.text)} cannot be set here: the claim is named after its Pod and volume.`,
            vi: `Không đặt ${quoted(pair.key.text)} ở đây được: claim được đặt tên theo Pod và volume.`,
          },
          fixes: () => (metadata ? [remove(doc, metadata, pair)] : []),
        };
    }
  },
});

const refused = ({ entries }: YMap): readonly YPair[] =>
  entries.filter(({ key, value }) => !ALLOWED.has(key.text) && isGiven(value));

/** A creation time of null is what kubectl writes into templates. */
const ALLOWED: ReadonlySet<string> = new Set(["labels", "annotations", "creationTimestamp"]);
