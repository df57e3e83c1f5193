import { change } from "../fixes.ts";
import { isA, mapAt, scalarAt, spanOf } from "../given.ts";
import { type Draft, objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { onNode, volume } from "./example.ts";

const local = (path: string): string =>
  volume("pv-a", { more: onNode("node-1") }).replace(/ {2}nfs:[\s\S]*/, `  local:\n    path: ${path}\n`);

export default objectRule({
  id: "storage/volume-path",
  severity: "error",
  since: "0.1.0",
  kinds: ["PersistentVolume"],
  docs: {
    title: { en: "Path of a volume that leads nowhere", vi: "Đường dẫn của volume không đến đâu" },
    why: {
      en: "The API server refuses `..` in the path of a local or hostPath volume. A path without a slash at its start is taken, and then fails when a Pod mounts it.",
      vi: "API server từ chối `..` trong đường dẫn của volume local hay hostPath. Đường dẫn không bắt đầu bằng dấu gạch chéo thì được nhận, nhưng lỗi khi Pod mount.",
    },
    links: ["https://kubernetes.io/docs/concepts/storage/volumes/#local"],
  },
  bad: [
    {
      title: { en: "One folder up", vi: "Lên một thư mục" },
      manifest: local("/mnt/../dia #! @/mnt/../dia"),
    },
    {
      title: { en: "No slash at the start", vi: "Thiếu dấu gạch chéo ở đầu" },
      manifest: local("mnt/dia #! @mnt/dia"),
      fixed: local("/mnt/dia"),
    },
  ],
  good: [{ title: { en: "From the root", vi: "Từ gốc" }, manifest: local("/mnt/dia") }],
  *check(resource, _subject, { doc }): Iterable<Draft> {
    const spec = isA(resource, "", "PersistentVolume") ? mapAt(resource.root, "spec") : undefined;
    for (const source of ["local", "hostPath"]) {
      const node = scalarAt(spec, source, "path");
      if (!node) continue;
      const path = node.text;
      if (path.split("/").includes(".."))
        yield {
          span: spanOf(node),
          message: { en: `${quoted(path)} must not hold \`..\`.`, vi: `${quoted(path)} không được có \`..\`.` },
        };
      // `C:\\data` and `$(VAR)` have their own ways.
      else if (!path.startsWith("/") && !/^[A-Za-z]:|^\\|[$<]/.test(path))
        yield {
          span: spanOf(node),
          severity: "warning",
          message: {
            en: `${quoted(path)} must begin with a slash, or the mount fails.`,
            vi: `${quoted(path)} phải bắt đầu bằng dấu gạch chéo, nếu không mount sẽ lỗi.`,
          },
          fixes: () => [change(doc, node, `/${path.replace(/^\.\//, "")}`)],
        };
    }
  },
});
