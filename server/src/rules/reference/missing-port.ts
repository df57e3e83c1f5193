import { nearest } from "../../base/nearest.ts";
import type { Offer, Reference, ResourceFacts } from "../../model/facts.ts";
import type { WorkspaceView } from "../../workspace/view.ts";
import { workspaceRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { renameFixes } from "./rename.ts";

export default workspaceRule({
  id: "reference/missing-port",
  severity: "warning",
  awaits: "object",
  since: "0.1.0",
  docs: {
    title: { en: "Port that the target does not have", vi: "Cổng không có ở đích" },
    why: {
      en: "An Ingress or route may only name a port that its Service lists, and a named `targetPort` or probe port must be the name of a container port. Otherwise traffic has nowhere to go.",
      vi: "Ingress hay route chỉ dùng được cổng có trong Service; `targetPort` hay cổng của probe ghi bằng tên phải trùng tên một cổng của container. Nếu không, lưu lượng không có nơi đến.",
    },
    links: ["https://kubernetes.io/docs/concepts/services-networking/service/"],
  },
  bad: [
    {
      title: { en: "The Service listens on another port", vi: "Service mở cổng khác" },
      manifest: `
        apiVersion: v1
        kind: Service
        metadata:
          name: gio-hang
        spec:
          ports:
            - name: http
              port: 80
        ---
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: gio-hang
        spec:
          defaultBackend:
            service:
              name: gio-hang
              port:
                number: 8080 #! @8080
      `,
    },
    {
      title: { en: "A misspelt port name", vi: "Gõ sai tên cổng" },
      manifest: `
        apiVersion: v1
        kind: Pod
        metadata:
          name: gio-hang
        spec:
          containers:
            - name: web
              image: nginx:1.27
              ports:
                - name: metrics
                  containerPort: 9090
              livenessProbe:
                httpGet:
                  path: /
                  port: metrisc #! @metrisc
      `,
      fixed: `
        apiVersion: v1
        kind: Pod
        metadata:
          name: gio-hang
        spec:
          containers:
            - name: web
              image: nginx:1.27
              ports:
                - name: metrics
                  containerPort: 9090
              livenessProbe:
                httpGet:
                  path: /
                  port: metrics
      `,
    },
  ],
  good: [
    {
      title: { en: "A target port by number needs no declaration", vi: "Cổng đích ghi bằng số không cần khai báo" },
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
      `,
    },
  ],
  *check(resource, facts, view) {
    for (const reference of facts.references) {
      const { row, part } = reference;
      const isPort = row.by === "port" || (row.by === "local" && row.part === "container-port");
      if (!isPort || isOpenNumber(reference)) continue;
      const ports = portsOf(reference, facts, view);
      if (!ports || ports.some((port) => port.name === part || String(port.number) === part)) continue;
      const behind = ports.filter(({ details }) => details?.target === part);
      const names = ports.flatMap(({ name }) => (name === "" ? [] : [name]));
      const meant = behind.length > 0 ? behind.map((port) => sameForm(part, port)) : nearest(part, names);
      const holder = holderOf(reference);
      const known = ports.length === 0 ? undefined : ports.map(shown).slice(0, 4).join(", ");
      yield {
        span: { start: reference.start, end: reference.end },
        message: {
          en: `${holder.en} no port ${quoted(part)}${known === undefined ? "." : `; there is ${known}.`}`,
          vi: `${holder.vi} không có cổng ${quoted(part)}${known === undefined ? "." : `; chỉ có ${known}.`}`,
        },
        fixes: () => renameFixes(resource, reference, part, meant),
      };
    }
  },
});

/** What leads to the target port that was written, by number where that was one. */
const sameForm = (part: string, { name, number }: Offer): string =>
  name === "" || /^\d+$/.test(part) ? String(number) : name;

/** Containers may listen on ports that they do not list; a Service has only those that it lists. */
const isOpenNumber = ({ row, name, part }: Reference): boolean =>
  /^\d+$/.test(part) && (row.by === "local" || name === "");

const shown = ({ name, number }: Offer): string =>
  name === "" ? quoted(String(number)) : number === 0 ? quoted(name) : `${quoted(name)} (${number})`;

function holderOf({ row, to, name }: Reference): { readonly en: string; readonly vi: string } {
  if (row.by === "local") return { en: "This Pod has", vi: "Pod này" };
  if (name === "") return { en: "The selected Pods have", vi: "Các Pod được chọn" };
  const holder = `${to?.kind ?? ""} ${quoted(name)}`;
  return { en: `${holder} has`, vi: holder };
}

/** Every port that may be meant; undefined when nobody can tell. */
function portsOf(reference: Reference, from: ResourceFacts, view: WorkspaceView): readonly Offer[] | undefined {
  if (reference.row.by === "local") {
    const isKnown = !from.partial && !view.isPatched({ file: view.file, facts: from });
    return isKnown ? from.offers.filter(({ part }) => part === "container-port") : undefined;
  }
  const holders = view.resolve(reference, from);
  if (holders.length === 0 || holders.some((holder) => holder.facts.partial || view.isPatched(holder)))
    return undefined;
  const part = reference.name === "" ? "container-port" : "service-port";
  if (part === "service-port" && holders.some(({ facts }) => facts.gvk.kind !== "Service")) return undefined;
  return holders.flatMap(({ facts }) => facts.offers.filter((offer) => offer.part === part));
}
