import { at, pairOf } from "../../yaml/node.ts";
import { remove } from "../fixes.ts";
import { mapAt, scalarAt, spanOf, textsIn } from "../given.ts";
import { containerWith } from "../pod/example.ts";
import { containerRule } from "../pod/pod-rule.ts";
import { quoted } from "../wording.ts";

export default containerRule({
  id: "security/escalation-conflict",
  fields: ["allowPrivilegeEscalation"],
  severity: "error",
  since: "0.1.0",
  docs: {
    title: { en: "Privileges given and denied at once", vi: "Vừa cấp vừa chặn đặc quyền" },
    why: {
      en: "A privileged container, or one with `CAP_SYS_ADMIN`, can always gain more privileges, so `allowPrivilegeEscalation: false` contradicts it. The API server rejects both together.",
      vi: "Container đặc quyền, hoặc có `CAP_SYS_ADMIN`, luôn nâng quyền được nên mâu thuẫn với `allowPrivilegeEscalation: false`. API server từ chối khi có cả hai.",
    },
    links: ["https://kubernetes.io/docs/tasks/configure-pod-container/security-context/"],
  },
  bad: [
    {
      title: { en: "Privileged without escalation", vi: "Có đặc quyền mà cấm nâng quyền" },
      manifest: containerWith(`
        securityContext:
          privileged: true
          allowPrivilegeEscalation: false #! @allowPrivilegeEscalation
      `),
      fixed: containerWith(`
        securityContext:
          privileged: true
      `),
    },
  ],
  good: [
    {
      title: { en: "Neither of them", vi: "Không có cả hai" },
      manifest: containerWith(`
        securityContext:
          privileged: false
          allowPrivilegeEscalation: false
      `),
    },
  ],
  *checkContainer({ map }, _pod, { doc }) {
    const context = mapAt(map, "securityContext");
    const denied = pairOf(context, "allowPrivilegeEscalation");
    if (!context || !denied || scalarAt(denied.value)?.text !== "false") return;
    const isPrivileged = scalarAt(context, "privileged")?.text === "true";
    const isAdmin = textsIn(at(context, "capabilities", "add")).some(({ text }) => text === "CAP_SYS_ADMIN");
    if (!isPrivileged && !isAdmin) return;
    const reason = quoted(isPrivileged ? "privileged: true" : "CAP_SYS_ADMIN");
    yield {
      span: spanOf(denied.key),
      message: {
        en: `\`allowPrivilegeEscalation: false\` contradicts ${reason}.`,
        vi: `\`allowPrivilegeEscalation: false\` mâu thuẫn với ${reason}.`,
      },
      fixes: () => {
        const privileged = pairOf(context, "privileged");
        return [
          remove(doc, context, denied),
          ...(isPrivileged && privileged ? [remove(doc, context, privileged, { preferred: false })] : []),
        ];
      },
    };
  },
});
