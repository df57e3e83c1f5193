import { pairOf } from "../../yaml/node.ts";
import { remove } from "../fixes.ts";
import { isGiven, spanOf } from "../given.ts";
import { podWith } from "./example.ts";
import { podRule } from "./pod-rule.ts";

export default podRule({
  id: "pod/ephemeral-containers",
  fields: ["ephemeralContainers"],
  severity: "error",
  since: "0.1.0",
  docs: {
    title: { en: "Ephemeral containers in a manifest", vi: "Ghi ephemeral container trong manifest" },
    why: {
      en: "Ephemeral containers join a running Pod, through `kubectl debug`. A manifest cannot create them: the API server rejects the Pod.",
      vi: "Ephemeral container được thêm vào Pod đang chạy bằng `kubectl debug`. Manifest không tạo được chúng: API server từ chối Pod.",
    },
    links: ["https://kubernetes.io/docs/concepts/workloads/pods/ephemeral-containers/"],
  },
  bad: [
    {
      title: { en: "A shell for debugging", vi: "Shell để gỡ lỗi" },
      manifest: podWith(`
        ephemeralContainers: #! @ephemeralContainers
          - name: debug
            image: busybox:1.36
      `),
      fixed: podWith(""),
    },
  ],
  good: [
    {
      title: { en: "A helper that always runs is a sidecar", vi: "Công cụ chạy thường trực là sidecar" },
      manifest: podWith(`
        initContainers:
          - name: debug
            image: busybox:1.36
            restartPolicy: Always
            command: [sleep, "86400"]
      `),
    },
  ],
  *checkPod({ spec }, { doc }) {
    const pair = pairOf(spec, "ephemeralContainers");
    if (!pair || !isGiven(pair.value)) return;
    yield {
      span: spanOf(pair.key),
      message: {
        en: "Only `kubectl debug` adds `ephemeralContainers`; a manifest cannot.",
        vi: "Chỉ `kubectl debug` thêm được `ephemeralContainers`; manifest thì không.",
      },
      fixes: () => [remove(doc, spec, pair)],
    };
  },
});
