import { podOnly } from "../pod/example.ts";
import { podRule } from "../pod/pod-rule.ts";
import { all, quoted } from "../wording.ts";
import { harden } from "./harden.ts";
import { REQUIREMENTS, restrictedViolations, shortfalls } from "./standards.ts";

export default podRule({
  id: "security/restricted",
  severity: "hint",
  profile: "strict",
  since: "0.1.0",
  docs: {
    title: { en: "Less hardened than `restricted` asks for", vi: "Chưa siết đủ theo chuẩn `restricted`" },
    why: {
      en: "The Pod Security Standard `restricted` wants containers without root, without new privileges or capabilities, and with a seccomp profile. Most programs run so once they are told to.",
      vi: "Chuẩn bảo mật Pod `restricted` muốn container không dùng root, không nâng quyền hay thêm capability, và có seccomp profile. Phần lớn chương trình chạy được như vậy.",
    },
    links: ["https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted"],
  },
  bad: [
    {
      title: { en: "Nothing is said", vi: "Không ghi gì" },
      manifest: podOnly(`
        containers:
          - name: web #! @web
            image: nginxinc/nginx-unprivileged:1.27
      `),
      fixed: podOnly(`
        containers:
          - name: web
            image: nginxinc/nginx-unprivileged:1.27
            securityContext:
              allowPrivilegeEscalation: false
              capabilities:
                drop:
                  - ALL
              runAsNonRoot: true
              seccompProfile:
                type: RuntimeDefault
      `),
    },
    {
      title: { en: "Half of it is said", vi: "Mới ghi một nửa" },
      manifest: podOnly(`
        securityContext:
          runAsNonRoot: true
          seccompProfile:
            type: RuntimeDefault
        containers:
          - name: web #! @web
            image: nginxinc/nginx-unprivileged:1.27
            securityContext:
              readOnlyRootFilesystem: true
      `),
      fixed: podOnly(`
        securityContext:
          runAsNonRoot: true
          seccompProfile:
            type: RuntimeDefault
        containers:
          - name: web
            image: nginxinc/nginx-unprivileged:1.27
            securityContext:
              readOnlyRootFilesystem: true
              allowPrivilegeEscalation: false
              capabilities:
                drop:
                  - ALL
      `),
    },
  ],
  good: [
    {
      title: { en: "All of it", vi: "Đủ cả" },
      manifest: podOnly(`
        securityContext:
          runAsNonRoot: true
          seccompProfile:
            type: RuntimeDefault
        containers:
          - name: web
            image: nginxinc/nginx-unprivileged:1.27
            securityContext:
              allowPrivilegeEscalation: false
              capabilities:
                drop: [ALL]
      `),
    },
  ],
  *checkPod(pod, { doc }) {
    for (const { span, what } of restrictedViolations(pod))
      yield {
        span,
        message: {
          en: `The Pod Security Standard \`restricted\` does not allow ${quoted(what)}.`,
          vi: `Chuẩn bảo mật Pod \`restricted\` không cho phép ${quoted(what)}.`,
        },
      };
    for (const shortfall of shortfalls(pod)) {
      const wanted = all(shortfall.missing.map((requirement) => REQUIREMENTS[requirement]));
      yield {
        span: shortfall.span,
        message: {
          en: `\`restricted\` asks for ${wanted.en}.`,
          vi: `\`restricted\` yêu cầu ${wanted.vi}.`,
        },
        fixes: () => harden(doc, shortfall),
      };
    }
  },
});
