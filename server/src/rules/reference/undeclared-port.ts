import type { Offer, Reference, ResourceFacts } from "../../model/facts.ts";
import { SERVICE } from "../../workspace/network-facts.ts";
import type { WorkspaceView } from "../../workspace/view.ts";
import { workspaceRule } from "../rule.ts";
import { either, quoted } from "../wording.ts";
import { renameFixes } from "./rename.ts";

export default workspaceRule({
  id: "reference/undeclared-port",
  severity: "warning",
  since: "0.1.0",
  docs: {
    title: { en: "Port number that no selected Pod lists", vi: "Số cổng không Pod nào được chọn liệt kê" },
    why: {
      en: "A Service sends to `targetPort`, and a NetworkPolicy allows ports of the Pod, not of the Service. Containers may listen on ports that they do not list, but a number that misses a listed one by a digit is mostly wrong.",
      vi: "Service gửi tới `targetPort`, còn NetworkPolicy cho phép cổng của Pod chứ không phải của Service. Container có thể mở cổng không liệt kê, nhưng số lệch một chữ số so với cổng được liệt kê thì thường là sai.",
    },
    links: ["https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports"],
  },
  bad: [
    {
      title: { en: "One digit off", vi: "Sai một chữ số" },
      manifest: `
        apiVersion: v1
        kind: Service
        metadata:
          name: gio-hang
        spec:
          selector:
            app: gio-hang
          ports:
            - port: 80
              targetPort: 8081 #! @8081
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: gio-hang
          labels:
            app: gio-hang
        spec:
          containers:
            - name: web
              image: nginx:1.27
              ports:
                - containerPort: 8080
      `,
      fixed: `
        apiVersion: v1
        kind: Service
        metadata:
          name: gio-hang
        spec:
          selector:
            app: gio-hang
          ports:
            - port: 80
              targetPort: 8080
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: gio-hang
          labels:
            app: gio-hang
        spec:
          containers:
            - name: web
              image: nginx:1.27
              ports:
                - containerPort: 8080
      `,
    },
  ],
  good: [
    {
      title: { en: "A Pod that lists no ports tells nothing", vi: "Pod không liệt kê cổng thì không kết luận được" },
      manifest: `
        apiVersion: v1
        kind: Service
        metadata:
          name: gio-hang
        spec:
          selector:
            app: gio-hang
          ports:
            - port: 80
              targetPort: 8081
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: gio-hang
          labels:
            app: gio-hang
        spec:
          containers:
            - name: web
              image: nginx:1.27
      `,
    },
  ],
  *check(resource, facts, view) {
    const asked = facts.references.filter(({ row, name }) => row.by === "port" && name === "");
    for (const reference of asked) {
      const { part } = reference;
      if (!/^\d+$/.test(part) || part === "0") continue;
      const ports = portsOf(reference, facts, view);
      if (!ports || ports.some(({ number }) => String(number) === part)) continue;
      const numbers = [...new Set(ports.map(({ number }) => String(number)))];
      const orphans = ports
        .filter((port) => !asked.some((other) => isMeant(port, other)))
        .map(({ number }) => `${number}`);
      if (isPortOfService(reference, facts, numbers, view)) continue;
      const near = orphans.filter((number) => isNear(part, number));
      const meant = near.length > 0 ? near : asked.length === 1 && numbers.length === 1 ? numbers : [];
      if (meant.length === 0) continue;
      const listed = either(numbers);
      yield {
        span: { start: reference.start, end: reference.end },
        message: {
          en: `No selected Pod lists the port ${quoted(part)}; they list ${listed.en}.`,
          vi: `Không Pod nào được chọn liệt kê cổng ${quoted(part)}; chúng có ${listed.vi}.`,
        },
        fixes: () => renameFixes(resource, reference, part, [...new Set(meant)]),
      };
    }
  },
});

/** Ports of the selected Pods; undefined when one of them lists none, or does not tell all. */
function portsOf(reference: Reference, from: ResourceFacts, view: WorkspaceView): readonly Offer[] | undefined {
  const holders = view.resolve(reference, from);
  const lists = holders.map(({ facts }) => facts.offers.filter(({ part }) => part === "container-port"));
  const isOpen = holders.some(
    (holder, index) => holder.facts.partial || view.isPatched(holder) || lists[index]?.length === 0,
  );
  return holders.length === 0 || isOpen ? undefined : lists.flat();
}

/** A policy that names the port of a Service in front of these Pods makes another mistake, which is told as such. */
function isPortOfService(
  { row, part }: Reference,
  from: ResourceFacts,
  listed: readonly string[],
  view: WorkspaceView,
): boolean {
  if (row.from !== "networking.k8s.io/NetworkPolicy") return false;
  return view
    .visible(SERVICE, from)
    .some(({ facts }) =>
      facts.offers.some(
        ({ number, details }) => String(number) === part && details !== undefined && listed.includes(details.target),
      ),
    );
}

const isMeant = ({ name, number }: Offer, { part }: Reference): boolean => part === String(number) || part === name;

/** One digit is another, or is missing or too many at the end, or the number was rounded. */
function isNear(typed: string, listed: string): boolean {
  if (typed.startsWith(listed) || listed.startsWith(typed)) return Math.abs(typed.length - listed.length) === 1;
  if (typed.length !== listed.length) return false;
  const others = [...typed].filter((digit, at) => digit !== listed[at]).length;
  return others === 1 || typed === `${listed[0]}${"0".repeat(listed.length - 1)}`;
}
