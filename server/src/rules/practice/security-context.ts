import { at, pairOf } from "../../yaml/node.ts";
import { isGiven, lacks, spanOf } from "../given.ts";
import { podOnly } from "../pod/example.ts";
import { containerRule } from "../pod/pod-rule.ts";
import { harden } from "../security/harden.ts";

export default containerRule({
  id: "practice/security-context",
  severity: "hint",
  profile: "recommended",
  since: "0.1.0",
  docs: {
    title: { en: "Container that keeps every default privilege", vi: "Container giữ mọi quyền mặc định" },
    why: {
      en: "Without a security context a container may run as root, gain privileges and keep a dozen capabilities. What it does not need helps only whoever breaks into it.",
      vi: "Không có security context, container có thể chạy bằng root, nâng quyền và giữ hơn chục capability. Quyền nó không cần chỉ giúp kẻ xâm nhập.",
    },
    links: ["https://kubernetes.io/docs/tasks/configure-pod-container/security-context/"],
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
  ],
  good: [
    {
      title: { en: "The Pod says it for all", vi: "Pod ghi chung cho tất cả" },
      manifest: podOnly(`
        securityContext:
          runAsNonRoot: true
        containers:
          - name: web
            image: nginxinc/nginx-unprivileged:1.27
      `),
    },
  ],
  *checkContainer(container, { spec }, { doc }) {
    const { map } = container;
    const said = at(spec, "securityContext");
    const isSaid = isGiven(said) && !(said?.type === "map" && said.entries.length === 0);
    if (isSaid || !lacks(map, "securityContext")) return;
    const span = spanOf(pairOf(map, "name")?.value ?? map.entries[0]?.key ?? map);
    yield {
      span,
      message: {
        en: "Neither this container nor its Pod has a `securityContext`.",
        vi: "Cả container này lẫn Pod đều chưa có `securityContext`.",
      },
      fixes: () =>
        harden(doc, {
          container,
          span,
          missing: ["allowPrivilegeEscalation", "capabilities", "runAsNonRoot", "seccompProfile"],
        }),
    };
  },
});
