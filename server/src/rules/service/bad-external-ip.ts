import { pairOf } from "../../yaml/node.ts";
import { parseAddress } from "../address.ts";
import { spanOf, textsIn } from "../given.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { serviceOf } from "./service.ts";

export default objectRule({
  id: "service/bad-external-ip",
  severity: "error",
  since: "0.1.0",
  kinds: ["Service"],
  docs: {
    title: { en: "externalIPs entry that cannot receive traffic", vi: "Mục externalIPs không nhận được lưu lượng" },
    why: {
      en: "`externalIPs` lists addresses that lead to nodes of the cluster. Host names, and addresses that mean the machine itself or nobody (`127.0.0.1`, `0.0.0.0`), are rejected.",
      vi: "`externalIPs` liệt kê địa chỉ dẫn tới node của cluster. Tên máy, và địa chỉ chỉ chính máy đó hoặc không chỉ ai (`127.0.0.1`, `0.0.0.0`), bị từ chối.",
    },
    links: ["https://kubernetes.io/docs/concepts/services-networking/service/#external-ips"],
  },
  bad: [
    {
      title: { en: "The loopback address", vi: "Địa chỉ loopback" },
      kubernetes: "1.34",
      manifest: `
        apiVersion: v1
        kind: Service
        metadata:
          name: gio-hang
        spec:
          ports: [{ port: 80 }]
          externalIPs:
            - 127.0.0.1 #! @127.0.0.1
      `,
    },
  ],
  good: [
    {
      title: { en: "No external addresses", vi: "Không dùng địa chỉ bên ngoài" },
      manifest: `
        apiVersion: v1
        kind: Service
        metadata:
          name: gio-hang
        spec:
          type: LoadBalancer
          ports: [{ port: 80 }]
      `,
    },
  ],
  *check(resource) {
    const service = serviceOf(resource);
    for (const node of textsIn(pairOf(service?.spec, "externalIPs")?.value)) {
      const address = parseAddress(node.text);
      if (address && !SPECIAL.test(address.canonical)) continue;
      yield {
        span: spanOf(node),
        message: address
          ? {
              en: `${quoted(node.text)} is not an address that others can send to.`,
              vi: `${quoted(node.text)} không phải là địa chỉ mà nơi khác gửi tới được.`,
            }
          : {
              en: `${quoted(node.text)} is not an IP address.`,
              vi: `${quoted(node.text)} không phải là địa chỉ IP.`,
            },
      };
    }
  },
});

/** ValidateNonSpecialIP: unspecified, loopback, link-local and link-local multicast. */
const SPECIAL = /^(?:0\.0\.0\.0|127\.|169\.254\.|224\.0\.0\.|::$|::1$|fe[89ab]|ff[0-9a-f]2:)/;
