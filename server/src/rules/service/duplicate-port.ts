import type { Localized } from "../../base/localized.ts";
import { removeItem } from "../../yaml/edit.ts";
import { deref, pairOf, type YMap, type YScalar } from "../../yaml/node.ts";
import { scalarAt, spanOf, textAt } from "../given.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { serviceOf } from "./service.ts";

export default objectRule({
  id: "service/duplicate-port",
  severity: "error",
  awaits: "block",
  since: "0.1.0",
  kinds: ["Service"],
  docs: {
    title: { en: "Two Service ports with the same number or name", vi: "Hai cổng của Service trùng số hoặc tên" },
    why: {
      en: "Within a Service each pair of protocol and port, each node port and each name may occur once. TCP and UDP may share a number.",
      vi: "Trong một Service, mỗi cặp giao thức–cổng, mỗi node port và mỗi tên chỉ xuất hiện một lần. TCP và UDP có thể dùng chung một số.",
    },
    links: ["https://kubernetes.io/docs/concepts/services-networking/service/#multi-port-services"],
  },
  bad: [
    {
      title: { en: "One port listed twice", vi: "Một cổng được ghi hai lần" },
      manifest: `
        apiVersion: v1
        kind: Service
        metadata:
          name: gio-hang
        spec:
          ports:
            - name: http
              port: 80
            - name: web
              port: 80 #! @80
              targetPort: 8080
      `,
    },
    {
      title: { en: "One name for two ports", vi: "Một tên cho hai cổng" },
      manifest: `
        apiVersion: v1
        kind: Service
        metadata:
          name: gio-hang
        spec:
          ports:
            - name: http
              port: 80
            - name: http #! @http
              port: 8080
      `,
    },
  ],
  good: [
    {
      title: { en: "DNS over UDP and TCP", vi: "DNS qua UDP và TCP" },
      manifest: `
        apiVersion: v1
        kind: Service
        metadata:
          name: dns
        spec:
          ports:
            - name: dns
              port: 53
              protocol: UDP
            - name: dns-tcp
              port: 53
      `,
    },
  ],
  *check(resource, _subject, { doc }) {
    const service = serviceOf(resource);
    if (!service || service.ports.length < 2) return;
    const list = deref(pairOf(service.spec, "ports")?.value);
    const seen = new Map<string, YScalar>();
    for (const port of service.ports) {
      const keys = keysOf(port);
      const twice = keys.find(({ key }) => seen.has(key));
      for (const { key, node } of keys) if (!seen.has(key)) seen.set(key, node);
      const first = twice && seen.get(twice.key);
      if (!twice || !first) continue;
      const item = list?.type === "seq" ? list.items.find(({ value }) => deref(value) === port) : undefined;
      yield {
        span: spanOf(twice.node),
        message: twice.message,
        related: [{ span: spanOf(first), message: { en: "First used here.", vi: "Đã dùng ở đây." } }],
        fixes: () =>
          list?.type !== "seq" || !item
            ? []
            : [
                {
                  title: { en: "Remove this port", vi: "Xóa cổng này" },
                  preferred: false,
                  safe: false,
                  edits: removeItem(doc, list, item),
                },
              ],
      };
    }
  },
});

interface Key {
  readonly key: string;
  readonly node: YScalar;
  readonly message: Localized;
}

function keysOf(port: YMap): readonly Key[] {
  const protocol = textAt(port, "protocol") ?? "TCP";
  const [number, nodePort, name] = [scalarAt(port, "port"), scalarAt(port, "nodePort"), scalarAt(port, "name")];
  const text = (node: YScalar): string => quoted(node.text);
  return [
    ...(number
      ? [
          {
            key: `port ${protocol} ${number.text}`,
            node: number,
            message: {
              en: `The ${protocol} port ${text(number)} is listed twice in this Service.`,
              vi: `Cổng ${protocol} ${text(number)} bị ghi hai lần trong Service này.`,
            },
          },
        ]
      : []),
    ...(nodePort && nodePort.text !== "0"
      ? [
          {
            key: `node ${protocol} ${nodePort.text}`,
            node: nodePort,
            message: {
              en: `The node port ${text(nodePort)} is used twice in this Service.`,
              vi: `Node port ${text(nodePort)} bị dùng hai lần trong Service này.`,
            },
          },
        ]
      : []),
    ...(name
      ? [
          {
            key: `name ${name.text}`,
            node: name,
            message: {
              en: `Two ports of this Service are named ${text(name)}.`,
              vi: `Hai cổng của Service này cùng tên ${text(name)}.`,
            },
          },
        ]
      : []),
  ];
}
