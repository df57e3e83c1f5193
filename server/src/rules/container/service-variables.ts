import { POD_MAKERS } from "../../model/pod-templates.ts";
import { at, pairOf } from "../../yaml/node.ts";
import { add } from "../fixes.ts";
import { scalarAt, spanOf } from "../given.ts";
import { containerWith } from "../pod/example.ts";
import { podOf } from "../pod/pods.ts";
import { workspaceRule } from "../rule.ts";
import { quoted } from "../wording.ts";

/** Programs that read their settings from variables which begin with their own name, and the last part of their image. */
const PROGRAMS: ReadonlySet<string> = new Set(["neo4j", "verdaccio", "registry"]);

const SERVICE = "apiVersion: v1\nkind: Service\nmetadata:\n  name: neo4j\nspec:\n  ports: [{ port: 7687 }]\n";

const pod = (more: string): string =>
  containerWith("").replace("nginx:1.27", "neo4j:5.20").replace("spec:\n", `spec:\n${more}`);

export default workspaceRule({
  id: "container/service-variables",
  severity: "warning",
  since: "0.1.0",
  kinds: [...POD_MAKERS.keys()].filter((kind) => kind !== "PodTemplate"),
  docs: {
    title: {
      en: "Service whose variables a program takes for settings",
      vi: "Biến của Service bị chương trình hiểu là cấu hình",
    },
    why: {
      en: "Every Pod gets variables such as `NEO4J_PORT` for each Service of its namespace. A program whose settings begin with that name reads `tcp://10.0.0.7:7687` as a setting, and often does not start.",
      vi: "Mỗi Pod nhận các biến như `NEO4J_PORT` cho từng Service trong namespace. Chương trình có cấu hình bắt đầu bằng tên đó sẽ đọc `tcp://10.0.0.7:7687` làm cấu hình và thường không khởi động được.",
    },
    links: ["https://kubernetes.io/docs/concepts/services-networking/service/#environment-variables"],
  },
  bad: [
    {
      title: { en: "Program and Service of one name", vi: "Chương trình và Service trùng tên" },
      manifest: [pod("").replace("neo4j:5.20", "neo4j:5.20 #! @neo4j:5.20"), SERVICE].join("---\n"),
      fixed: [pod("  enableServiceLinks: false\n"), SERVICE].join("---\n"),
    },
  ],
  good: [
    {
      title: { en: "Without these variables", vi: "Tắt các biến này" },
      manifest: [pod("  enableServiceLinks: false\n"), SERVICE].join("---\n"),
    },
  ],
  *check(resource, facts, view) {
    const found = podOf(resource);
    if (!found || scalarAt(found.spec, "enableServiceLinks")?.text === "false") return;
    for (const { map } of found.containers) {
      const image = scalarAt(map, "image");
      const program = /([^/:@]+)(?:[:@].*)?$/.exec(image?.text ?? "")?.[1] ?? "";
      if (!image || !PROGRAMS.has(program)) continue;
      const service = { group: "", kind: "Service", name: program, namespace: undefined };
      if (view.find(service, facts).length === 0) continue;
      const variable = `${program.toUpperCase()}_PORT`;
      yield {
        span: spanOf(image),
        message: {
          en: `The Service ${quoted(program)} sets ${quoted(variable)} in this Pod, which the program takes for a setting.`,
          vi: `Service ${quoted(program)} đặt ${quoted(variable)} trong Pod này và chương trình hiểu đó là cấu hình.`,
        },
        fixes: () => {
          const before = pairOf(found.spec, "containers");
          const where = before && at(found.spec, "containers") ? { at: { before } } : {};
          return [add(resource.doc, found.spec, "enableServiceLinks", "false", where)];
        },
      };
    }
  },
});
