import { at } from "../../yaml/node.ts";
import { isGiven, mapsIn, scalarAt, spanOf, textAt } from "../given.ts";
import { podOnly } from "../pod/example.ts";
import { containerRule } from "../pod/pod-rule.ts";
import type { Draft } from "../rule.ts";
import { quoted } from "../wording.ts";

const withDevice = (source: string, uses: string): string =>
  podOnly(`
    containers:
      - name: web
        image: nginx:1.27
        volumeDevices:
          - name: dia
            devicePath: /dev/xvda
${uses}    volumes:
      - name: dia
        ${source}
  `);

const CLAIM = "persistentVolumeClaim: { claimName: dia }";

export default containerRule({
  id: "volume/device",
  fields: ["volumeDevices"],
  severity: "error",
  awaits: "object",
  since: "0.1.0",
  docs: {
    title: { en: "Raw device that cannot be given to the container", vi: "Thiết bị thô không trao được cho container" },
    why: {
      en: "Only claims, and ephemeral volumes, can be raw devices. One container takes a volume as a device or mounts it, not both, and each device has a path of its own.",
      vi: "Chỉ claim và ephemeral volume mới làm thiết bị thô được. Một container dùng volume làm thiết bị hoặc mount nó, không được cả hai, và mỗi thiết bị có đường dẫn riêng.",
    },
    links: ["https://kubernetes.io/docs/concepts/storage/persistent-volumes/#raw-block-volume-support"],
  },
  bad: [
    {
      title: { en: "An empty folder", vi: "Thư mục rỗng" },
      manifest: withDevice("emptyDir: {}", "").replace("- name: dia\n", "- name: dia #! @dia\n"),
    },
    {
      title: { en: "A device and a mount", vi: "Vừa là thiết bị vừa mount" },
      manifest: withDevice(
        CLAIM,
        "        volumeMounts:\n          - name: dia\n            mountPath: /dia\n",
      ).replace("- name: dia\n", "- name: dia #! @dia\n"),
    },
  ],
  good: [{ title: { en: "A claim as a device", vi: "Claim làm thiết bị" }, manifest: withDevice(CLAIM, "") }],
  *checkContainer({ map }, { spec }): Iterable<Draft> {
    const mounted = new Set(mapsIn(at(map, "volumeMounts")).map((mount) => textAt(mount, "name")));
    const paths = new Set<string>();
    for (const device of mapsIn(at(map, "volumeDevices"))) {
      const name = scalarAt(device, "name");
      const path = scalarAt(device, "devicePath");
      const volume = mapsIn(at(spec, "volumes")).find((each) => name && textAt(each, "name") === name.text);
      const isClaim = isGiven(at(volume, "persistentVolumeClaim")) || isGiven(at(volume, "ephemeral"));
      if (name && volume && !isClaim)
        yield {
          span: spanOf(name),
          message: {
            en: `Only a claim can be a raw device, and ${quoted(name.text)} is none.`,
            vi: `Chỉ claim mới làm thiết bị thô được, mà ${quoted(name.text)} không phải claim.`,
          },
        };
      else if (name && mounted.has(name.text))
        yield {
          span: spanOf(name),
          message: {
            en: `${quoted(name.text)} is mounted in this container already.`,
            vi: `${quoted(name.text)} đã được mount trong container này.`,
          },
        };
      if (path && (paths.has(path.text) || path.text.split("/").includes("..")))
        yield {
          span: spanOf(path),
          message: paths.has(path.text)
            ? {
                en: `Another device has the path ${quoted(path.text)} already.`,
                vi: `Đã có thiết bị khác ở đường dẫn ${quoted(path.text)}.`,
              }
            : { en: `${quoted(path.text)} must not hold \`..\`.`, vi: `${quoted(path.text)} không được có \`..\`.` },
        };
      if (path) paths.add(path.text);
    }
  },
});
