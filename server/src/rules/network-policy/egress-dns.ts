import { insertItem } from "../../yaml/edit.ts";
import { deref, itemsOf, pairOf, type YMap } from "../../yaml/node.ts";
import { isGiven, mapsIn, numberAt, scalarAt, spanOf, textAt } from "../given.ts";
import { objectRule } from "../rule.ts";
import { rulesOf, specOf } from "./policy.ts";

export default objectRule({
  id: "network-policy/egress-dns",
  severity: "hint",
  profile: "recommended",
  since: "0.1.0",
  kinds: ["NetworkPolicy"],
  docs: {
    title: { en: "Egress policy that leaves out DNS", vi: "Policy hướng ra không cho phép DNS" },
    why: {
      en: "A Pod that may only send what a policy allows cannot resolve names unless some policy allows port 53 over UDP, and over TCP for long answers.",
      vi: "Pod chỉ được gửi những gì policy cho phép thì không phân giải được tên, trừ khi có policy mở cổng 53 qua UDP, và qua TCP cho câu trả lời dài.",
    },
    links: ["https://kubernetes.io/docs/concepts/services-networking/network-policies/"],
  },
  bad: [
    {
      title: { en: "Only the database", vi: "Chỉ cho tới cơ sở dữ liệu" },
      manifest: `
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: han-che-ra
        spec:
          podSelector: {}
          policyTypes: [Egress]
          egress: #! @egress
            - to: [{ podSelector: { matchLabels: { app: db } } }]
              ports: [{ port: 5432 }]
      `,
      fixed: `
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: han-che-ra
        spec:
          podSelector: {}
          policyTypes: [Egress]
          egress:
            - to: [{ podSelector: { matchLabels: { app: db } } }]
              ports: [{ port: 5432 }]
            - ports: [{ port: 53, protocol: UDP }, { port: 53, protocol: TCP }]
      `,
    },
    {
      title: { en: "DNS over UDP alone", vi: "DNS chỉ qua UDP" },
      manifest: `
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: han-che-ra
        spec:
          podSelector: {}
          policyTypes: [Egress]
          egress: #! @egress "TCP"
            - ports: [{ port: 53, protocol: UDP }]
      `,
    },
  ],
  good: [
    {
      title: { en: "DNS and the database", vi: "DNS và cơ sở dữ liệu" },
      manifest: `
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: han-che-ra
        spec:
          podSelector: {}
          policyTypes: [Egress]
          egress:
            - ports: [{ port: 53, protocol: UDP }, { port: 53, protocol: TCP }]
            - to: [{ podSelector: { matchLabels: { app: db } } }]
              ports: [{ port: 5432 }]
      `,
    },
  ],
  *check(resource, _subject, { doc }) {
    const spec = specOf(resource);
    const pair = pairOf(spec, "egress");
    const rules = rulesOf(spec).filter(({ direction }) => direction === "Egress");
    // A policy that denies everything is the basis which others add to.
    if (!pair || rules.length === 0 || rules.length < itemsOf(pair.value).length) return;
    const allows = (protocol: string): boolean => rules.some(({ ports }) => allowsDns(ports?.value, protocol));
    const [udp, tcp] = [allows("UDP"), allows("TCP")];
    if (udp && tcp) return;
    yield {
      span: spanOf(pair.key),
      fixes: () => {
        const list = deref(pair.value);
        if (list?.type !== "seq") return [];
        const ports = udp
          ? "[{ port: 53, protocol: TCP }]"
          : "[{ port: 53, protocol: UDP }, { port: 53, protocol: TCP }]";
        const title = udp
          ? { en: "Allow DNS over TCP too", vi: "Cho phép cả DNS qua TCP" }
          : { en: "Allow DNS over UDP and TCP", vi: "Cho phép DNS qua UDP và TCP" };
        return [{ title, preferred: true, safe: false, edits: insertItem(doc, list, `ports: ${ports}`) }];
      },
      message: udp
        ? {
            en: "DNS is allowed over UDP only; long answers need TCP on port 53 too.",
            vi: "Chỉ cho phép DNS qua UDP; câu trả lời dài cần cả TCP ở cổng 53.",
          }
        : {
            en: "No rule here allows DNS (port 53): names do not resolve unless another policy allows it.",
            vi: "Không quy tắc nào ở đây mở DNS (cổng 53): không phân giải được tên, trừ khi policy khác cho phép.",
          },
    };
  },
});

function allowsDns(ports: Parameters<typeof mapsIn>[0], protocol: string): boolean {
  if (!isGiven(ports) || itemsOf(ports).length === 0) return true;
  return mapsIn(ports).some((port) => (textAt(port, "protocol") ?? "TCP") === protocol && holds53(port));
}

/** Named ports may be anything; 5353 is where some clusters answer. */
function holds53(port: YMap): boolean {
  const [first, last] = [numberAt(port, "port"), numberAt(port, "endPort")];
  if (first === undefined) return !scalarAt(port, "port") || textAt(port, "port") !== undefined;
  return [53, 5353].some((dns) => first <= dns && dns <= (last ?? first));
}
