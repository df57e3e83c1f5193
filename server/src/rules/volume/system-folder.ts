import { at } from "../../yaml/node.ts";
import { isGiven, mapsIn, scalarAt, spanOf, textAt } from "../given.ts";
import { podOnly } from "../pod/example.ts";
import { containerRule } from "../pod/pod-rule.ts";
import { quoted } from "../wording.ts";

const mounted = (path: string): string =>
  podOnly(`
    containers:
      - name: web
        image: nginx:1.27
        volumeMounts:
          - name: du-lieu
            mountPath: ${path}
    volumes:
      - name: du-lieu
        configMap:
          name: gio-hang
  `);

export default containerRule({
  id: "volume/system-folder",
  fields: ["mountPath"],
  severity: "hint",
  profile: "recommended",
  since: "0.1.0",
  docs: {
    title: { en: "Volume over a folder of the system", vi: "Volume che thư mục hệ thống" },
    why: {
      en: "A mount hides what the image has at that place. Over `/etc` or `/usr` users, libraries and programs are gone; mount a folder below, or one file with `subPath`.",
      vi: "Mount che mất những gì image có ở chỗ đó. Che `/etc` hay `/usr` thì mất người dùng, thư viện và chương trình; hãy mount một thư mục con, hoặc một tệp bằng `subPath`.",
    },
    links: ["https://kubernetes.io/docs/concepts/storage/volumes/#using-subpath"],
  },
  bad: [{ title: { en: "All of /etc", vi: "Toàn bộ /etc" }, manifest: mounted("/etc #! @/etc") }],
  good: [{ title: { en: "A folder below", vi: "Một thư mục con" }, manifest: mounted("/etc/gio-hang") }],
  *checkContainer({ map }, { spec }) {
    for (const mount of mapsIn(at(map, "volumeMounts"))) {
      const node = scalarAt(mount, "mountPath");
      const path = node?.text.replace(/\/+$/, "") ?? "";
      if (!node || !FOLDERS.has(path) || isGiven(at(mount, "subPath")) || isGiven(at(mount, "subPathExpr"))) continue;
      const volume = mapsIn(at(spec, "volumes")).find((each) => textAt(each, "name") === textAt(mount, "name"));
      // Who mounts the node's own folder there knows what is in it.
      if (isGiven(at(volume, "hostPath"))) continue;
      yield {
        span: spanOf(node),
        severity: VITAL.has(path) ? "warning" : "hint",
        message: {
          en: `The volume hides everything that the image has in ${quoted(path)}.`,
          vi: `Volume che mất mọi thứ image có trong ${quoted(path)}.`,
        },
      };
    }
  },
});

/** Without these no program starts. */
const VITAL: ReadonlySet<string> = new Set(["/bin", "/sbin", "/lib", "/lib64", "/usr", "/usr/bin", "/usr/lib", "/etc"]);

const FOLDERS: ReadonlySet<string> = new Set([
  ...VITAL,
  "/var",
  "/var/run",
  "/run",
  "/proc",
  "/sys",
  "/dev",
  "/usr/local",
  "/usr/share",
]);
