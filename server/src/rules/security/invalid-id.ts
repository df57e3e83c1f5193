import { at, itemsOf, type YNode } from "../../yaml/node.ts";
import { change } from "../fixes.ts";
import { numberAt, scalarAt, spanOf } from "../given.ts";
import { podWith } from "../pod/example.ts";
import { podRule } from "../pod/pod-rule.ts";
import { quoted } from "../wording.ts";
import { contextsOf } from "./contexts.ts";

export default podRule({
  id: "security/invalid-id",
  fields: ["runAsUser", "runAsGroup", "fsGroup", "supplementalGroups"],
  severity: "error",
  since: "0.1.0",
  docs: {
    title: { en: "User or group number out of range", vi: "Số hiệu người dùng hay nhóm ngoài khoảng" },
    why: {
      en: "Numbers of users and groups go from 0 to 2147483647. The API server rejects others.",
      vi: "Số hiệu người dùng và nhóm từ 0 đến 2147483647. API server từ chối số khác.",
    },
    links: ["https://kubernetes.io/docs/tasks/configure-pod-container/security-context/"],
  },
  bad: [
    {
      title: { en: "Below zero", vi: "Nhỏ hơn không" },
      manifest: podWith(`
        securityContext:
          runAsUser: -1000 #! @-1000
      `),
      fixed: podWith(`
        securityContext:
          runAsUser: 1000
      `),
    },
  ],
  good: [
    {
      title: { en: "A usual number", vi: "Số thường gặp" },
      manifest: podWith(`
        securityContext:
          runAsUser: 1000
          supplementalGroups: [2000, 3000]
      `),
    },
  ],
  *checkPod(pod, { doc }) {
    for (const context of contextsOf(pod)) {
      const places: (YNode | null | undefined)[] = FIELDS.map((field) => at(context, field));
      for (const { value } of itemsOf(at(context, "supplementalGroups"))) places.push(value);
      for (const place of places) {
        const node = scalarAt(place);
        const value = numberAt(place);
        if (!node || value === undefined || (value >= 0 && value <= MOST)) continue;
        yield {
          span: spanOf(node),
          message: {
            en: `${quoted(node.text)} is no number of a user or group: they go from 0 to 2147483647.`,
            vi: `${quoted(node.text)} không phải là số hiệu người dùng hay nhóm: từ 0 đến 2147483647.`,
          },
          ...(value < 0 ? { fixes: () => [change(doc, node, -value)] } : {}),
        };
      }
    }
  },
});

const FIELDS = ["runAsUser", "runAsGroup", "fsGroup"];
const MOST = 2_147_483_647;
