import { pairOf } from "../../yaml/node.ts";
import { add } from "../fixes.ts";
import { lacks, spanOf } from "../given.ts";
import { podOnly, podWith } from "../pod/example.ts";
import { podRule } from "../pod/pod-rule.ts";

export default podRule({
  id: "practice/service-account-token",
  severity: "hint",
  profile: "strict",
  since: "0.1.0",
  docs: {
    title: { en: "Token that the Pod has no use for", vi: "Token mà Pod không dùng đến" },
    why: {
      en: "Every Pod gets a token for the API server. One that names no service account of its own hardly ever calls it; without the token a break-in stays in the Pod.",
      vi: "Pod nào cũng được cấp token để gọi API server. Pod không ghi service account riêng hầu như không gọi; không có token thì kẻ xâm nhập khó ra khỏi Pod.",
    },
    links: [
      "https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/#opt-out-of-api-credential-automounting",
    ],
  },
  bad: [
    {
      title: { en: "The default account", vi: "Tài khoản mặc định" },
      manifest: podOnly(`
        containers: #! @containers
          - name: web
            image: nginx:1.27
      `),
      fixed: podOnly(`
        containers:
          - name: web
            image: nginx:1.27
        automountServiceAccountToken: false
      `),
    },
  ],
  good: [
    {
      title: { en: "An account of its own", vi: "Tài khoản riêng" },
      manifest: podWith(`
        serviceAccountName: gio-hang
      `),
    },
  ],
  *checkPod({ spec }, { doc }) {
    const fields = ["automountServiceAccountToken", "serviceAccountName", "serviceAccount"];
    if (!fields.every((field) => lacks(spec, field))) return;
    yield {
      span: spanOf(pairOf(spec, "containers")?.key ?? spec),
      message: {
        en: "This Pod gets a token of the default account: `automountServiceAccountToken: false` keeps it out.",
        vi: "Pod này được cấp token của tài khoản mặc định: `automountServiceAccountToken: false` sẽ bỏ nó.",
      },
      fixes: () => [add(doc, spec, "automountServiceAccountToken", "false")],
    };
  },
});
