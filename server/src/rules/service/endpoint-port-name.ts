import { pairOf } from "../../yaml/node.ts";
import { add, choices } from "../fixes.ts";
import { isA, mapsIn, scalarAt, spanOf } from "../given.ts";
import { workspaceRule } from "../rule.ts";
import { either, quoted } from "../wording.ts";
import { file, serviceWith } from "./example.ts";

const slice = (port: string): string => `apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata:
  name: db-1
  labels:
    kubernetes.io/service-name: db
addressType: IPv4
endpoints:
  - addresses: [203.0.113.10]
ports:
  - ${port}
`;

const DB = serviceWith(["ports: [{ name: postgres, port: 5432 }]"], "db");

export default workspaceRule({
  id: "service/endpoint-port-name",
  severity: "warning",
  since: "0.1.0",
  kinds: ["EndpointSlice"],
  docs: {
    title: { en: "Endpoint port that its Service does not have", vi: "Cổng endpoint mà Service không có" },
    why: {
      en: "Ports of an EndpointSlice answer to the ports of the Service by name. Under another name, or without one, the Service finds no port to send to.",
      vi: "Cổng của EndpointSlice khớp với cổng của Service theo tên. Khác tên, hoặc không có tên, thì Service không tìm được cổng để gửi tới.",
    },
    links: ["https://kubernetes.io/docs/concepts/services-networking/endpoint-slices/"],
  },
  bad: [
    {
      title: { en: "Another name", vi: "Khác tên" },
      manifest: file(DB, slice("{ name: postgre, port: 5432 } #! @postgre")),
      fixed: file(DB, slice("{ name: postgres, port: 5432 }")),
    },
    {
      title: { en: "No name", vi: "Không có tên" },
      manifest: file(DB, slice("port: 5432 #! @5432")),
      fixed: file(DB, slice("name: postgres\n    port: 5432")),
    },
  ],
  good: [
    {
      title: { en: "The name of the Service's port", vi: "Đúng tên cổng của Service" },
      manifest: file(DB, slice("{ name: postgres, port: 5432 }")),
    },
  ],
  *check(resource, facts, view) {
    if (!isA(resource, "discovery.k8s.io", "EndpointSlice") || facts.partial) return;
    const label = facts.labels.find((each) => each.startsWith(PREFIX));
    if (label === undefined) return;
    const name = label.slice(PREFIX.length);
    const [service, ...more] = view.find({ group: "", kind: "Service", name, namespace: undefined }, facts);
    if (!service || more.length > 0 || service.facts.partial || view.isPatched(service)) return;
    const names = service.facts.offers.flatMap((offer) => (offer.part === "service-port" ? [offer.name] : []));
    for (const port of mapsIn(pairOf(resource.root, "ports")?.value)) {
      const written = scalarAt(port, "name");
      const node = written ?? scalarAt(port, "port");
      if (!node || names.length === 0 || names.includes(written?.text ?? "")) continue;
      const known = names.filter(Boolean);
      const listed = either(known);
      yield {
        span: spanOf(node),
        message:
          known.length === 0
            ? {
                en: `The port of the Service ${quoted(name)} has no name, so this one may have none either.`,
                vi: `Cổng của Service ${quoted(name)} không có tên nên cổng này cũng không được có tên.`,
              }
            : {
                en: `The ports of the Service ${quoted(name)} are called ${listed.en}: this one answers to none.`,
                vi: `Các cổng của Service ${quoted(name)} tên là ${listed.vi}: cổng này không khớp cổng nào.`,
              },
        fixes: () => {
          const [only] = known;
          if (written) return choices(resource.doc, written, known);
          return only === undefined || known.length > 1 ? [] : [add(resource.doc, port, "name", only, { at: "start" })];
        },
      };
    }
  },
});

const PREFIX = "kubernetes.io/service-name=";
