import { at, pairOf } from "../../yaml/node.ts";
import { isGiven, mapsIn, spanOf } from "../given.ts";
import { podWith } from "../pod/example.ts";
import { podRule } from "../pod/pod-rule.ts";

/** Small machines of the large clouds attach about this many disks, their own among them. */
const MANY = 24;

const withClaims = (count: number, mark = ""): string => {
  const names = Array.from({ length: count }, (_, index) => `dia-${index}`);
  const mounts = names.map((name) => `        - { name: ${name}, mountPath: /${name} }\n`).join("");
  const volumes = names.map((name) => `  - { name: ${name}, persistentVolumeClaim: { claimName: ${name} } }`);
  return podWith([`volumes:${mark}`, ...volumes, ""].join("\n")).replace(
    "image: nginx:1.27\n",
    `image: nginx:1.27\n      volumeMounts:\n${mounts}`,
  );
};

export default podRule({
  id: "storage/many-volumes",
  fields: ["volumes"],
  severity: "information",
  since: "0.1.0",
  docs: {
    title: { en: "More disks than many nodes can attach", vi: "Nhiều đĩa hơn số node gắn được" },
    why: {
      en: 'Each node can attach a limited number of disks, on small machines about two dozen. A Pod that needs more stays Pending with the event "node(s) exceed max volume count".',
      vi: 'Mỗi node chỉ gắn được một số đĩa nhất định, máy nhỏ chừng hai chục. Pod cần nhiều hơn sẽ ở mãi trạng thái Pending với event "node(s) exceed max volume count".',
    },
    links: ["https://kubernetes.io/docs/concepts/storage/storage-limits/"],
  },
  bad: [{ title: { en: "Two dozen and one", vi: "Hơn hai chục đĩa" }, manifest: withClaims(MANY + 1, " #! @volumes") }],
  good: [{ title: { en: "A few", vi: "Vài đĩa" }, manifest: withClaims(2) }],
  *checkPod({ spec }) {
    const pair = pairOf(spec, "volumes");
    const disks = mapsIn(at(spec, "volumes")).filter(
      (volume) => isGiven(at(volume, "persistentVolumeClaim")) || isGiven(at(volume, "ephemeral")),
    ).length;
    if (!pair || disks <= MANY) return;
    yield {
      span: spanOf(pair.key),
      message: {
        en: `The Pod needs ${disks} disks on one node, which many machines cannot attach.`,
        vi: `Pod cần ${disks} đĩa trên một node, nhiều máy không gắn được chừng đó.`,
      },
    };
  },
});
