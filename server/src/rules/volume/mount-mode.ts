import { at, pairOf } from "../../yaml/node.ts";
import { add, change } from "../fixes.ts";
import { lacks, mapsIn, scalarAt, spanOf, textAt } from "../given.ts";
import { podOnly } from "../pod/example.ts";
import { containerRule } from "../pod/pod-rule.ts";

export default containerRule({
  id: "volume/mount-mode",
  fields: ["mountPropagation", "recursiveReadOnly"],
  severity: "error",
  awaits: "object",
  since: "0.1.0",
  docs: {
    title: { en: "Mount that its container is not allowed", vi: "Kiểu mount mà container không được phép" },
    why: {
      en: "Only a privileged container may pass its mounts on to the node, `Bidirectional`. `recursiveReadOnly` needs `readOnly: true`. The API server rejects anything else.",
      vi: "Chỉ container đặc quyền được truyền mount của nó ra node, tức `Bidirectional`. `recursiveReadOnly` cần `readOnly: true`. API server từ chối trường hợp khác.",
    },
    links: ["https://kubernetes.io/docs/concepts/storage/volumes/#mount-propagation"],
  },
  bad: [
    {
      title: { en: "Without privileges", vi: "Không có đặc quyền" },
      manifest: podOnly(`
        containers:
          - name: kho
            image: busybox:1.36
            volumeMounts:
              - name: log
                mountPath: /log
                mountPropagation: Bidirectional #! @Bidirectional
        volumes:
          - name: log
            hostPath:
              path: /var/log
      `),
      fixed: podOnly(`
        containers:
          - name: kho
            image: busybox:1.36
            volumeMounts:
              - name: log
                mountPath: /log
                mountPropagation: HostToContainer
        volumes:
          - name: log
            hostPath:
              path: /var/log
      `),
    },
    {
      title: { en: "Writable, and read-only below", vi: "Ghi được, nhưng bên dưới chỉ đọc" },
      manifest: podOnly(`
        containers:
          - name: kho
            image: busybox:1.36
            volumeMounts:
              - name: log
                mountPath: /log
                recursiveReadOnly: Enabled #! @Enabled
        volumes:
          - name: log
            emptyDir: {}
      `),
      fixed: podOnly(`
        containers:
          - name: kho
            image: busybox:1.36
            volumeMounts:
              - name: log
                mountPath: /log
                recursiveReadOnly: Enabled
                readOnly: true
        volumes:
          - name: log
            emptyDir: {}
      `),
    },
  ],
  good: [
    {
      title: { en: "Privileged", vi: "Có đặc quyền" },
      manifest: podOnly(`
        containers:
          - name: kho
            image: busybox:1.36
            securityContext:
              privileged: true
            volumeMounts:
              - name: log
                mountPath: /log
                mountPropagation: Bidirectional
        volumes:
          - name: log
            hostPath:
              path: /var/log
      `),
    },
  ],
  *checkContainer({ map }, _pod, { doc }) {
    const context = at(map, "securityContext");
    const privileged = scalarAt(context, "privileged");
    const mayBePrivileged = privileged ? privileged.text === "true" : pairOf(context, "privileged") !== undefined;
    for (const mount of mapsIn(at(map, "volumeMounts"))) {
      const propagation = scalarAt(mount, "mountPropagation");
      if (propagation?.text === "Bidirectional" && !mayBePrivileged)
        yield {
          span: spanOf(propagation),
          message: {
            en: "`Bidirectional` mounts need a container with `privileged: true`.",
            vi: "Mount `Bidirectional` cần container có `privileged: true`.",
          },
          fixes: () => [change(doc, propagation, "HostToContainer")],
        };
      const recursive = scalarAt(mount, "recursiveReadOnly");
      const isOn = ["Enabled", "IfPossible"].includes(textAt(mount, "recursiveReadOnly") ?? "");
      const readOnly = scalarAt(mount, "readOnly");
      if (!recursive || !isOn || (readOnly ? readOnly.text === "true" : !lacks(mount, "readOnly"))) continue;
      yield {
        span: spanOf(recursive),
        message: {
          en: "`recursiveReadOnly` needs `readOnly: true`.",
          vi: "`recursiveReadOnly` cần `readOnly: true`.",
        },
        fixes: () => [readOnly ? change(doc, readOnly, true) : add(doc, mount, "readOnly", "true")],
      };
    }
  },
});
