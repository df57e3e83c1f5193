import { nearest } from "../../base/nearest.ts";
import { parametersOf } from "../../schema/known/storage-parameters.ts";
import { isOpaque } from "../../schema/validate.ts";
import { rename } from "../fixes.ts";
import { isA, mapAt, scalarAt, spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";
import { either, quoted } from "../wording.ts";
import { storageClass } from "./example.ts";

export default objectRule({
  id: "storage/unknown-parameter",
  severity: "warning",
  since: "0.1.0",
  kinds: ["StorageClass"],
  docs: {
    title: { en: "Misspelt parameter of a provisioner", vi: "Gõ sai tham số của provisioner" },
    why: {
      en: "Kubernetes hands parameters on unseen. The driver then refuses every claim of the class, or silently leaves the parameter out.",
      vi: "Kubernetes chuyển nguyên tham số đi mà không kiểm tra. Sau đó driver từ chối mọi claim của class, hoặc lặng lẽ bỏ qua tham số.",
    },
    links: ["https://kubernetes.io/docs/concepts/storage/storage-classes/#parameters"],
  },
  bad: [
    {
      title: { en: "A slip of the keyboard", vi: "Gõ nhầm" },
      manifest: storageClass("nhanh", "ebs.csi.aws.com", ["parameters:", "  typ: gp3 #! @typ"]),
      fixed: storageClass("nhanh", "ebs.csi.aws.com", ["parameters:", "  type: gp3"]),
    },
  ],
  good: [
    {
      title: { en: "A parameter of the driver", vi: "Tham số của driver" },
      manifest: storageClass("nhanh", "ebs.csi.aws.com", ["parameters:", "  type: gp3", "  tagSpecification_1: a=b"]),
    },
  ],
  *check(resource, _subject, { doc }) {
    if (!isA(resource, "storage.k8s.io", "StorageClass")) return;
    const provisioner = scalarAt(resource.root, "provisioner")?.text ?? "";
    const known = parametersOf(provisioner);
    const parameters = mapAt(resource.root, "parameters");
    if (!known || !parameters) return;
    const names = known.map(({ value }) => value);
    const lower = new Set(names.map((name) => name.toLowerCase()));
    for (const pair of parameters.entries) {
      const { text } = pair.key;
      if (lower.has(text.toLowerCase()) || isOpaque(text)) continue;
      // Lists of parameters grow: only what looks like a slip is spoken of.
      const meant = nearest(text, names).filter((name) => !parameters.entries.some(({ key }) => key.text === name));
      if (meant.length === 0) continue;
      const shown = either(meant.slice(0, 2));
      yield {
        span: spanOf(pair.key),
        message: {
          en: `${quoted(provisioner)} has no parameter ${quoted(text)}; did you mean ${shown.en}?`,
          vi: `${quoted(provisioner)} không có tham số ${quoted(text)}; có lẽ là ${shown.vi}.`,
        },
        fixes: () => meant.slice(0, 2).map((name, index) => rename(doc, pair, name, { preferred: index === 0 })),
      };
    }
  },
});
