import { at, pairOf } from "../../yaml/node.ts";
import { add } from "../fixes.ts";
import { isGiven, lacks, mapAt, mapsIn, spanOf } from "../given.ts";
import { podOnly } from "../pod/example.ts";
import { podRule } from "../pod/pod-rule.ts";

const POLICY = "fsGroupChangePolicy";

const pod = (fields: string): string =>
  podOnly(`
    securityContext:
      fsGroup: 1000
${fields}    containers:
      - name: web
        image: nginx:1.27
        volumeMounts:
          - name: du-lieu
            mountPath: /du-lieu
    volumes:
      - name: du-lieu
        persistentVolumeClaim:
          claimName: du-lieu
  `);

export default podRule({
  id: "volume/owner-at-every-start",
  fields: ["fsGroup"],
  severity: "hint",
  profile: "strict",
  since: "0.1.0",
  docs: {
    title: { en: "Every file gets its group at every start", vi: "Mỗi lần khởi động lại đổi nhóm mọi tệp" },
    why: {
      en: "With `fsGroup` the kubelet walks through all files of the volume before the container starts; with millions of files that takes minutes. `OnRootMismatch` looks at the top folder first.",
      vi: "Có `fsGroup` thì kubelet duyệt mọi tệp của volume trước khi container khởi động; với hàng triệu tệp sẽ mất nhiều phút. `OnRootMismatch` chỉ xem thư mục gốc trước.",
    },
    links: ["https://kubernetes.io/docs/tasks/configure-pod-container/security-context/"],
  },
  bad: [
    {
      title: { en: "The default policy", vi: "Chính sách mặc định" },
      manifest: pod("").replace("fsGroup: 1000", "fsGroup: 1000 #! @fsGroup"),
      fixed: pod(`      ${POLICY}: OnRootMismatch\n`),
    },
  ],
  good: [{ title: { en: "Only when needed", vi: "Chỉ khi cần" }, manifest: pod(`      ${POLICY}: OnRootMismatch\n`) }],
  *checkPod({ spec }, { doc }) {
    const context = mapAt(spec, "securityContext");
    const group = pairOf(context, "fsGroup");
    const hasDisk = mapsIn(at(spec, "volumes")).some((volume) => isGiven(at(volume, "persistentVolumeClaim")));
    if (!context || !group || !isGiven(group.value) || !hasDisk || !lacks(context, POLICY)) return;
    yield {
      span: spanOf(group.key),
      message: {
        en: `Before each start every file of the volume is given to this group; \`${POLICY}: OnRootMismatch\` saves the walk.`,
        vi: `Trước mỗi lần khởi động, mọi tệp của volume được giao cho nhóm này; \`${POLICY}: OnRootMismatch\` bỏ được việc đó.`,
      },
      fixes: () => [add(doc, context, POLICY, "OnRootMismatch")],
    };
  },
});
