import { pairOf, type YMap } from "../../yaml/node.ts";
import { remove } from "../fixes.ts";
import { mapAt, numberAt, scalarAt, spanOf } from "../given.ts";
import { containerWith } from "../pod/example.ts";
import { podRule } from "../pod/pod-rule.ts";

export default podRule({
  id: "security/root-user",
  fields: ["runAsUser"],
  severity: "warning",
  since: "0.1.0",
  docs: {
    title: { en: "Root where root is forbidden", vi: "Chạy bằng root ở nơi cấm root" },
    why: {
      en: "With `runAsNonRoot: true` the kubelet refuses to start a container whose user is 0. What a container says of itself wins over its Pod.",
      vi: "Với `runAsNonRoot: true`, kubelet không khởi động container có người dùng là 0. Giá trị ở container được ưu tiên hơn ở Pod.",
    },
    links: ["https://kubernetes.io/docs/tasks/configure-pod-container/security-context/"],
  },
  bad: [
    {
      title: { en: "User 0", vi: "Người dùng 0" },
      manifest: containerWith(`
        securityContext:
          runAsNonRoot: true
          runAsUser: 0 #! @0
      `),
      fixed: containerWith(`
        securityContext:
          runAsNonRoot: true
      `),
    },
  ],
  good: [
    {
      title: { en: "Another user", vi: "Người dùng khác" },
      manifest: containerWith(`
        securityContext:
          runAsNonRoot: true
          runAsUser: 1000
      `),
    },
  ],
  *checkPod({ spec, containers }, { doc }) {
    const own = mapAt(spec, "securityContext");
    const said = new Set<YMap>();
    for (const { map } of containers) {
      const context = mapAt(map, "securityContext");
      const flag = scalarAt(context, "runAsNonRoot") ?? scalarAt(own, "runAsNonRoot");
      const holder = scalarAt(context, "runAsUser") ? context : own;
      const node = scalarAt(holder, "runAsUser");
      const pair = pairOf(holder, "runAsUser");
      if (!holder || !node || !pair || flag?.text !== "true" || numberAt(holder, "runAsUser") !== 0) continue;
      if (said.has(holder)) continue;
      said.add(holder);
      yield {
        span: spanOf(node),
        message: {
          en: "User 0 is root, which `runAsNonRoot: true` forbids: the container does not start.",
          vi: "Người dùng 0 là root, điều `runAsNonRoot: true` cấm: container không khởi động.",
        },
        fixes: () => [remove(doc, holder, pair)],
      };
    }
  },
});
