import { at } from "../../yaml/node.ts";
import { mapsIn, scalarAt, spanOf, textAt } from "../given.ts";
import { podWith } from "../pod/example.ts";
import { podRule } from "../pod/pod-rule.ts";
import { quoted } from "../wording.ts";

export default podRule({
  id: "security/sysctl",
  fields: ["sysctls"],
  severity: "error",
  since: "0.1.0",
  docs: {
    title: { en: "Kernel parameter that a Pod cannot set", vi: "Tham số kernel mà Pod không đặt được" },
    why: {
      en: "Sysctls are named in small letters with dots, each once. Those of the network or of IPC belong to the node when the Pod uses the node's own, and the API server rejects them.",
      vi: "Sysctl ghi bằng chữ thường và dấu chấm, mỗi tên một lần. Tham số mạng hay IPC thuộc về node khi Pod dùng chung với node, và API server từ chối.",
    },
    links: ["https://kubernetes.io/docs/tasks/administer-cluster/sysctl-cluster/"],
  },
  bad: [
    {
      title: { en: "The network is the node's", vi: "Mạng là của node" },
      manifest: podWith(`
        hostNetwork: true
        securityContext:
          sysctls:
            - name: net.core.somaxconn #! @net.core.somaxconn
              value: "1024"
      `),
    },
    {
      title: { en: "A blank in the name", vi: "Tên có dấu cách" },
      manifest: podWith(`
        securityContext:
          sysctls:
            - name: net.core somaxconn #! @'net.core somaxconn'
              value: "1024"
      `),
    },
  ],
  good: [
    {
      title: { en: "In a network of its own", vi: "Trong mạng riêng" },
      manifest: podWith(`
        securityContext:
          sysctls:
            - name: net.ipv4.ip_unprivileged_port_start
              value: "80"
      `),
    },
  ],
  *checkPod({ spec }) {
    const uses = (field: string): boolean => scalarAt(spec, field)?.text === "true";
    const seen = new Set<string>();
    for (const sysctl of mapsIn(at(spec, "securityContext", "sysctls"))) {
      const node = scalarAt(sysctl, "name");
      const text = textAt(sysctl, "name");
      if (!node || text === undefined) continue;
      const name = text.replaceAll("/", ".");
      const host = /^(?:kernel\.shm|kernel\.msg|kernel\.sem$|fs\.mqueue\.)/.test(name)
        ? "hostIPC"
        : name.startsWith("net.")
          ? "hostNetwork"
          : undefined;
      const isTaken = seen.has(name);
      seen.add(name);
      const span = spanOf(node);
      if (!NAME.test(text) || text.length > 253)
        yield {
          span,
          message: { en: `${quoted(text)} is no name of a sysctl.`, vi: `${quoted(text)} không phải là tên sysctl.` },
        };
      else if (isTaken)
        yield {
          span,
          message: { en: `${quoted(text)} is set above already.`, vi: `${quoted(text)} đã được đặt ở trên.` },
        };
      else if (host !== undefined && uses(host))
        yield {
          span,
          message: {
            en: `With ${quoted(host)} the Pod cannot set ${quoted(text)}: it is the node's.`,
            vi: `Với ${quoted(host)}, Pod không đặt được ${quoted(text)}: đó là của node.`,
          },
        };
    }
  },
});

const NAME = /^[a-z0-9](?:[-_a-z0-9]*[a-z0-9])?(?:[./][a-z0-9](?:[-_a-z0-9]*[a-z0-9])?)*$/;
