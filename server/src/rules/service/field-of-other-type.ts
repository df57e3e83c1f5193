import type { YDocument } from "../../yaml/document.ts";
import { insertEntry } from "../../yaml/edit.ts";
import { pairOf, type YMap, type YPair } from "../../yaml/node.ts";
import { change, remove } from "../fixes.ts";
import { isGiven, numberAt, scalarAt, spanOf, textAt } from "../given.ts";
import { type Fix, objectRule } from "../rule.ts";
import { either, quoted } from "../wording.ts";
import { type Service, serviceOf } from "./service.ts";

export default objectRule({
  id: "service/field-of-other-type",
  severity: "error",
  awaits: "object",
  since: "0.1.0",
  kinds: ["Service"],
  docs: {
    title: { en: "Field that this type of Service may not have", vi: "Trường mà kiểu Service này không được có" },
    why: {
      en: "Node ports, source ranges and traffic policies make sense only for Services that can be reached from outside. The API server rejects them on other types; `ClusterIP` is the default.",
      vi: "Node port, dải nguồn, chính sách lưu lượng chỉ có nghĩa với Service truy cập được từ bên ngoài. API server từ chối chúng ở kiểu khác; kiểu mặc định là `ClusterIP`.",
    },
    links: ["https://kubernetes.io/docs/concepts/services-networking/service/#publishing-services-service-types"],
  },
  bad: [
    {
      title: { en: "A node port on a cluster-internal Service", vi: "Node port ở Service nội bộ" },
      manifest: `
        apiVersion: v1
        kind: Service
        metadata:
          name: gio-hang
        spec:
          type: ClusterIP
          ports:
            - port: 80
              nodePort: 30080 #! @nodePort
      `,
      fixed: `
        apiVersion: v1
        kind: Service
        metadata:
          name: gio-hang
        spec:
          type: NodePort
          ports:
            - port: 80
              nodePort: 30080
      `,
    },
    {
      title: { en: "The type was forgotten", vi: "Quên ghi type" },
      manifest: `
        apiVersion: v1
        kind: Service
        metadata:
          name: gio-hang
        spec:
          ports:
            - port: 80
          loadBalancerSourceRanges: ["203.0.113.0/24"] #! @loadBalancerSourceRanges
      `,
      fixed: `
        apiVersion: v1
        kind: Service
        metadata:
          name: gio-hang
        spec:
          type: LoadBalancer
          ports:
            - port: 80
          loadBalancerSourceRanges: ["203.0.113.0/24"]
      `,
    },
  ],
  good: [
    {
      title: { en: "Fields of a load balancer", vi: "Các trường của load balancer" },
      manifest: `
        apiVersion: v1
        kind: Service
        metadata:
          name: gio-hang
        spec:
          type: LoadBalancer
          externalTrafficPolicy: Local
          healthCheckNodePort: 30900
          ports:
            - port: 80
              nodePort: 30080
      `,
    },
  ],
  *check(resource, _subject, { doc }) {
    const service = serviceOf(resource);
    if (!service || service.type === undefined) return;
    for (const { map, pair, types } of misplaced(service, service.type)) {
      const wanted = either(types);
      const name = quoted(pair.key.text);
      const current = quoted(service.type);
      yield {
        span: spanOf(pair.key),
        message: {
          en: `${name} is only for Services of type ${wanted.en}; this one is ${current}.`,
          vi: `${name} chỉ dành cho Service kiểu ${wanted.vi}; Service này là ${current}.`,
        },
        fixes: () => [...retype(doc, service, types), remove(doc, map, pair, { preferred: service.headless })],
      };
    }
  },
});

interface Misplaced {
  readonly map: YMap;
  readonly pair: YPair;
  readonly types: readonly string[];
}

const LOAD_BALANCER = ["LoadBalancer"];
const EXTERNAL = ["NodePort", "LoadBalancer"];

/** The first node port stands for the others: one change of the type settles them all. */
function misplaced({ spec, ports }: Service, type: string): readonly Misplaced[] {
  const found: Misplaced[] = [];
  const look = (map: YMap, field: string, types: readonly string[]): void => {
    const pair = pairOf(map, field);
    if (pair && isGiven(pair.value) && !types.includes(type)) found.push({ map, pair, types });
  };
  if (type === "ClusterIP") {
    const port = ports.find((each) => (numberAt(each, "nodePort") ?? 0) !== 0);
    if (port) look(port, "nodePort", EXTERNAL);
  }
  // A Service with external addresses counts as reachable from outside too.
  if (!(type === "ClusterIP" && isGiven(pairOf(spec, "externalIPs")?.value)))
    look(spec, "externalTrafficPolicy", EXTERNAL);
  if (textAt(spec, "externalTrafficPolicy") === "Local" || numberAt(spec, "healthCheckNodePort") !== 0)
    look(spec, "healthCheckNodePort", LOAD_BALANCER);
  for (const field of ["loadBalancerSourceRanges", "loadBalancerClass", "allocateLoadBalancerNodePorts"])
    look(spec, field, LOAD_BALANCER);
  return found.slice(0, 1);
}

function retype(doc: YDocument, { spec, headless }: Service, types: readonly string[]): readonly Fix[] {
  const type = scalarAt(spec, "type");
  const [right = ""] = types;
  if (headless) return [];
  if (type) return [change(doc, type, right)];
  const title = { en: `Add ${quoted(`type: ${right}`)}`, vi: `Thêm ${quoted(`type: ${right}`)}` };
  return [{ title, preferred: true, safe: false, edits: insertEntry(doc, spec, "type", right, "start") }];
}
