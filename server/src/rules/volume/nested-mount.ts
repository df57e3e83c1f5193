import { at } from "../../yaml/node.ts";
import { mapsIn, scalarAt, spanOf, textAt } from "../given.ts";
import { podOnly } from "../pod/example.ts";
import { containerRule } from "../pod/pod-rule.ts";
import { quoted } from "../wording.ts";

const mounts = (inner: string): string =>
  podOnly(`
    containers:
      - name: web
        image: nginx:1.27
        volumeMounts:
          - name: ngoai
            mountPath: /du-lieu
            readOnly: true
          - name: trong
            mountPath: ${inner}
    volumes:
      - name: ngoai
        configMap:
          name: gio-hang
      - name: trong
        emptyDir: {}
  `);

export default containerRule({
  id: "volume/nested-mount",
  fields: ["mountPath"],
  severity: "hint",
  profile: "recommended",
  since: "0.1.0",
  docs: {
    title: { en: "Mount inside a mount that cannot be written", vi: "Mount nằm trong mount không ghi được" },
    why: {
      en: "The folder for the inner mount has to be made inside the outer volume. In one that is read-only, as those of ConfigMaps and Secrets are, that fails when the container starts.",
      vi: "Thư mục cho mount bên trong phải được tạo trong volume bên ngoài. Nếu volume ngoài chỉ đọc, như của ConfigMap và Secret, thì container không khởi động được.",
    },
    links: ["https://kubernetes.io/docs/concepts/storage/volumes/#background"],
  },
  bad: [
    {
      title: { en: "Below a read-only mount", vi: "Bên trong mount chỉ đọc" },
      manifest: mounts("/du-lieu/tam #! @/du-lieu/tam"),
    },
  ],
  good: [{ title: { en: "Side by side", vi: "Cạnh nhau" }, manifest: mounts("/tam") }],
  *checkContainer({ map }) {
    const all = mapsIn(at(map, "volumeMounts"));
    const outer = all.filter((mount) => scalarAt(mount, "readOnly")?.text === "true");
    for (const mount of all) {
      const node = scalarAt(mount, "mountPath");
      const over = outer.find((each) => each !== mount && node && isBelow(node.text, textAt(each, "mountPath") ?? ""));
      if (!node || !over) continue;
      const path = quoted(textAt(over, "mountPath") ?? "");
      yield {
        span: spanOf(node),
        message: {
          en: `This lies in ${path}, which is read-only: the folder for it must be there already.`,
          vi: `Đường dẫn này nằm trong ${path} là mount chỉ đọc: thư mục phải có sẵn ở đó.`,
        },
      };
    }
  },
});

const isBelow = (path: string, folder: string): boolean =>
  folder.length > 1 && path.startsWith(`${folder.replace(/\/+$/, "")}/`);
