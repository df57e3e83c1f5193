import { at } from "../../yaml/node.ts";
import { change } from "../fixes.ts";
import { mapsIn, scalarAt, spanOf, textAt } from "../given.ts";
import { podOnly } from "../pod/example.ts";
import { containerRule } from "../pod/pod-rule.ts";
import { quoted } from "../wording.ts";

const mounted = (flag: string): string =>
  podOnly(`
    containers:
      - name: web
        image: nginx:1.27
        volumeMounts:
          - name: du-lieu
            mountPath: /du-lieu
            readOnly: ${flag}
    volumes:
      - name: du-lieu
        persistentVolumeClaim:
          claimName: du-lieu
          readOnly: true
  `);

export default containerRule({
  id: "volume/read-only-throughout",
  fields: ["readOnly"],
  severity: "warning",
  since: "0.1.0",
  docs: {
    title: { en: "Writable mount of a volume that is read-only", vi: "Mount để ghi trên volume chỉ đọc" },
    why: {
      en: "`readOnly: true` at the volume holds for every mount of it; `readOnly: false` at a mount does not lift it.",
      vi: "`readOnly: true` ở volume áp dụng cho mọi mount của nó; `readOnly: false` ở mount không bỏ được điều đó.",
    },
    links: ["https://kubernetes.io/docs/concepts/storage/volumes/#read-only-mounts"],
  },
  bad: [
    {
      title: { en: "The mount says otherwise", vi: "Mount ghi ngược lại" },
      manifest: mounted("false #! @false"),
      fixed: mounted("true"),
    },
  ],
  good: [{ title: { en: "Both agree", vi: "Hai bên thống nhất" }, manifest: mounted("true") }],
  *checkContainer({ map }, { spec }, { doc }) {
    for (const mount of mapsIn(at(map, "volumeMounts"))) {
      const flag = scalarAt(mount, "readOnly");
      const volume = mapsIn(at(spec, "volumes")).find((each) => textAt(each, "name") === textAt(mount, "name"));
      if (flag?.text !== "false" || scalarAt(volume, "persistentVolumeClaim", "readOnly")?.text !== "true") continue;
      yield {
        span: spanOf(flag),
        message: {
          en: `The volume ${quoted(textAt(mount, "name") ?? "")} is read-only as a whole.`,
          vi: `Cả volume ${quoted(textAt(mount, "name") ?? "")} chỉ đọc.`,
        },
        fixes: () => [change(doc, flag, true)],
      };
    }
  },
});
