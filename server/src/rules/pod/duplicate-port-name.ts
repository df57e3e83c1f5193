import { at } from "../../yaml/node.ts";
import { change } from "../fixes.ts";
import { mapsIn, scalarAt, spanOf } from "../given.ts";
import { quoted } from "../wording.ts";
import { podOnly } from "./example.ts";
import { podRule } from "./pod-rule.ts";

export default podRule({
  id: "pod/duplicate-port-name",
  severity: "hint",
  since: "0.1.0",
  docs: {
    title: { en: "One port name in two containers", vi: "Hai container dùng chung một tên cổng" },
    why: {
      en: "Containers of a Pod share one network, and a Service or policy that names a port means the first that has the name. Which one that is, the order of the containers decides.",
      vi: "Các container của Pod dùng chung mạng; Service hay policy ghi tên cổng sẽ hiểu là cổng đầu tiên mang tên đó. Thứ tự container quyết định đó là cổng nào.",
    },
    links: ["https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports"],
  },
  bad: [
    {
      title: { en: "Two ports called `http`", vi: "Hai cổng tên `http`" },
      manifest: podOnly(`
        containers:
          - name: web
            image: nginx:1.27
            ports: [{ name: http, containerPort: 80 }]
          - name: so-do
            image: nginx:1.27
            ports: [{ name: http, containerPort: 9113 }] #! @http
      `),
      fixed: podOnly(`
        containers:
          - name: web
            image: nginx:1.27
            ports: [{ name: http, containerPort: 80 }]
          - name: so-do
            image: nginx:1.27
            ports: [{ name: http-9113, containerPort: 9113 }]
      `),
    },
  ],
  good: [
    {
      title: { en: "Names of their own", vi: "Mỗi cổng một tên" },
      manifest: podOnly(`
        containers:
          - name: web
            image: nginx:1.27
            ports: [{ name: http, containerPort: 80 }]
          - name: so-do
            image: nginx:1.27
            ports: [{ name: so-do, containerPort: 9113 }]
      `),
    },
  ],
  *checkPod({ containers }, { doc }) {
    const owners = new Map<string, object>();
    for (const { map, list, isSidecar } of containers) {
      if (list !== "containers" && !isSidecar) continue;
      for (const port of mapsIn(at(map, "ports"))) {
        const name = scalarAt(port, "name");
        if (!name) continue;
        const owner = owners.get(name.text);
        // Within one container the API server rejects it.
        if (owner && owner !== map) {
          const other = `${name.text}-${scalarAt(port, "containerPort")?.text ?? "2"}`;
          yield {
            span: spanOf(name),
            message: {
              en: `Another container of this Pod has a port ${quoted(name.text)}, which comes first.`,
              vi: `Một container khác trong Pod này đã có cổng ${quoted(name.text)} đứng trước.`,
            },
            fixes: () => (other.length > 15 ? [] : [change(doc, name, other)]),
          };
        }
        if (!owner) owners.set(name.text, map);
      }
    }
  },
});
