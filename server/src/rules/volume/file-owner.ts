import { insertEntry } from "../../yaml/edit.ts";
import { at, pairOf, type YMap } from "../../yaml/node.ts";
import { isGiven, lacks, mapAt, mapsIn, numberAt, scalarAt, spanOf } from "../given.ts";
import { podOnly } from "../pod/example.ts";
import { podRule } from "../pod/pod-rule.ts";
import type { Pod } from "../pod/pods.ts";
import type { Draft } from "../rule.ts";

const pod = (fields: string): string =>
  podOnly(`
    securityContext:
      runAsUser: 1000
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
  id: "volume/file-owner",
  fields: ["securityContext"],
  severity: "hint",
  profile: "recommended",
  since: "0.1.0",
  docs: {
    title: { en: "Fresh disk for a user who is not root", vi: "Đĩa mới cho người dùng không phải root" },
    why: {
      en: "The file system of a fresh disk belongs to root, so a program of another user cannot write to it. With `fsGroup` the kubelet gives the files to that group. File shares and folders of the node are left alone.",
      vi: "Hệ tệp của đĩa mới thuộc về root nên chương trình của người dùng khác không ghi được. Có `fsGroup` thì kubelet giao các tệp cho nhóm đó. File share và thư mục trên node không bị thay đổi.",
    },
    links: ["https://kubernetes.io/docs/tasks/configure-pod-container/security-context/"],
  },
  bad: [
    {
      title: { en: "A user, and no group for the files", vi: "Có người dùng mà không có nhóm cho tệp" },
      manifest: pod("").replace("securityContext:", "securityContext: #! @securityContext"),
      fixed: pod("      fsGroup: 1000\n"),
    },
  ],
  good: [{ title: { en: "A group for the files", vi: "Có nhóm cho tệp" }, manifest: pod("      fsGroup: 1000\n") }],
  *checkPod(own, { doc }): Iterable<Draft> {
    const { spec } = own;
    const pair = pairOf(spec, "securityContext");
    const context = mapAt(spec, "securityContext");
    if (!pair || !context || !lacks(context, "fsGroup") || !hasDisk(spec) || changesOwner(own)) return;
    const user = numberAt(context, "runAsUser");
    const isOther = user !== undefined ? user !== 0 : scalarAt(context, "runAsNonRoot")?.text === "true";
    if (!isOther) return;
    const group = String(numberAt(context, "runAsGroup") ?? user ?? 1000);
    yield {
      span: spanOf(pair.key),
      message: {
        en: "Without `fsGroup` a fresh disk belongs to root, and this user cannot write to it.",
        vi: "Thiếu `fsGroup` thì đĩa mới thuộc về root và người dùng này không ghi được.",
      },
      fixes: () => [
        {
          title: { en: `Add \`fsGroup: ${group}\``, vi: `Thêm \`fsGroup: ${group}\`` },
          preferred: true,
          safe: false,
          edits: insertEntry(doc, context, "fsGroup", group),
        },
      ],
    };
  },
});

const hasDisk = (spec: YMap): boolean =>
  mapsIn(at(spec, "volumes")).some(
    (volume) => isGiven(at(volume, "persistentVolumeClaim")) || isGiven(at(volume, "ephemeral")),
  );

/** An init container that runs as root is there to give the files away. */
const changesOwner = ({ containers }: Pod): boolean =>
  containers.some(({ list, map }) => list === "initContainers" && numberAt(map, "securityContext", "runAsUser") === 0);
