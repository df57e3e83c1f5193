import { add, change } from "../fixes.ts";
import { scalarAt, spanOf, textAt } from "../given.ts";
import { workspaceRule } from "../rule.ts";
import { either, quoted } from "../wording.ts";
import { file, podsWith, serviceWith } from "./example.ts";
import { serviceOf } from "./service.ts";

export default workspaceRule({
  id: "service/target-protocol",
  severity: "warning",
  since: "0.1.0",
  kinds: ["Service"],
  docs: {
    title: { en: "Target port of another protocol", vi: "Cổng đích dùng giao thức khác" },
    why: {
      en: "A named `targetPort` has to be the name of a container port of the same protocol; else the Pod gets no endpoint. By number the packets arrive, where nothing listens for that protocol.",
      vi: "`targetPort` ghi bằng tên phải là tên cổng container cùng giao thức, nếu không Pod không có endpoint. Ghi bằng số thì gói tin vẫn tới nhưng không có gì nghe giao thức đó.",
    },
    links: ["https://kubernetes.io/docs/reference/networking/service-protocols/"],
  },
  bad: [
    {
      title: { en: "DNS over TCP alone", vi: "DNS chỉ qua TCP" },
      manifest: file(
        serviceWith(["selector: { app: ten-mien }", "ports:", "  - port: 53", "    targetPort: dns #! @dns"]),
        podsWith("Deployment", "ten-mien", "{ app: ten-mien }", ["{ name: dns, containerPort: 53, protocol: UDP }"]),
      ),
      fixed: file(
        serviceWith([
          "selector: { app: ten-mien }",
          "ports:",
          "  - port: 53",
          "    targetPort: dns",
          "    protocol: UDP",
        ]),
        podsWith("Deployment", "ten-mien", "{ app: ten-mien }", ["{ name: dns, containerPort: 53, protocol: UDP }"]),
      ),
    },
  ],
  good: [
    {
      title: { en: "The protocol of the container", vi: "Đúng giao thức của container" },
      manifest: file(
        serviceWith(["selector: { app: ten-mien }", "ports: [{ port: 53, targetPort: dns, protocol: UDP }]"]),
        podsWith("Deployment", "ten-mien", "{ app: ten-mien }", ["{ name: dns, containerPort: 53, protocol: UDP }"]),
      ),
    },
  ],
  *check(resource, facts, view) {
    const service = serviceOf(resource);
    const selecting = facts.references.find(({ row }) => row.by === "selector");
    if (!service || !selecting || facts.partial || service.type === "ExternalName") return;
    const pods = view.resolve(selecting, facts);
    if (pods.length === 0 || pods.some((entry) => entry.facts.partial || view.isPatched(entry))) return;
    const listed = pods.flatMap((entry) => entry.facts.offers.filter(({ part }) => part === "container-port"));
    for (const port of service.ports) {
      const node = scalarAt(port, "targetPort") ?? scalarAt(port, "port");
      const wanted = textAt(port, "protocol") ?? "TCP";
      if (!node) continue;
      const same = listed.filter(({ name, number }) => name === node.text || String(number) === node.text);
      const protocols = [...new Set(same.map(({ details }) => details?.protocol || "TCP"))];
      if (protocols.length === 0 || protocols.includes(wanted)) continue;
      // A Service with the port for both protocols was meant so.
      if (service.ports.some((other) => other !== port && scalarAt(other, "targetPort")?.text === node.text)) continue;
      const names = either(protocols);
      yield {
        span: spanOf(node),
        message: {
          en: `The Pods list the port ${quoted(node.text)} for ${names.en}, not for ${quoted(wanted)}.`,
          vi: `Pod khai báo cổng ${quoted(node.text)} với ${names.vi}, không phải ${quoted(wanted)}.`,
        },
        fixes: () => {
          const written = scalarAt(port, "protocol");
          return protocols.map((protocol, i) =>
            written
              ? change(resource.doc, written, protocol, { preferred: i === 0 })
              : add(resource.doc, port, "protocol", protocol, { preferred: i === 0 }),
          );
        },
      };
    }
  },
});
