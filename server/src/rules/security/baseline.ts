import { remove } from "../fixes.ts";
import { podWith } from "../pod/example.ts";
import { podRule } from "../pod/pod-rule.ts";
import { quoted } from "../wording.ts";
import { baselineViolations } from "./standards.ts";

export default podRule({
  id: "security/baseline",
  severity: "hint",
  profile: "recommended",
  since: "0.1.0",
  docs: {
    title: { en: "More access to the node than an application needs", vi: "Quyền trên node nhiều hơn ứng dụng cần" },
    why: {
      en: "The Pod Security Standard `baseline` keeps out what lets a container leave its bounds: the node's namespaces, files and ports, privileges and most capabilities.",
      vi: "Chuẩn bảo mật Pod `baseline` chặn những thứ giúp container vượt rào: namespace, tệp và cổng của node, đặc quyền và phần lớn capability.",
    },
    links: ["https://kubernetes.io/docs/concepts/security/pod-security-standards/#baseline"],
  },
  bad: [
    {
      title: { en: "The node's network and files", vi: "Mạng và tệp của node" },
      manifest: podWith(`
        hostNetwork: true #! @hostNetwork
        volumes:
          - name: log
            hostPath: #! @hostPath
              path: /var/log
      `),
    },
  ],
  good: [
    {
      title: { en: "Nothing of the node's", vi: "Không dùng gì của node" },
      manifest: podWith(`
        volumes:
          - name: log
            emptyDir: {}
      `),
    },
  ],
  *checkPod(pod, { doc }) {
    for (const { span, what, field } of baselineViolations(pod))
      yield {
        span,
        message: {
          en: `The Pod Security Standard \`baseline\` does not allow ${quoted(what)}.`,
          vi: `Chuẩn bảo mật Pod \`baseline\` không cho phép ${quoted(what)}.`,
        },
        ...(field && field.pair.key.text !== "hostPath"
          ? { fixes: () => [remove(doc, field.map, field.pair, { preferred: false })] }
          : {}),
      };
  },
});
