import { at } from "../../yaml/node.ts";
import { choices } from "../fixes.ts";
import { isA, mapsIn, scalarAt, spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { claim, NO_CLASS } from "./example.ts";

export default objectRule({
  id: "storage/tiny-size",
  severity: "warning",
  since: "0.1.0",
  kinds: ["PersistentVolume", "PersistentVolumeClaim", "StatefulSet"],
  docs: {
    title: { en: "Size of a few bytes", vi: "Dung lượng chỉ vài byte" },
    why: {
      en: "A number without a unit is bytes, and `m` is thousandths: `10` asks for ten bytes, `100m` for a tenth of one. Both are accepted.",
      vi: "Số không có đơn vị được tính bằng byte, còn `m` là phần nghìn: `10` là mười byte, `100m` là một phần mười byte. Cả hai đều được chấp nhận.",
    },
    links: ["https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/"],
  },
  bad: [
    {
      title: { en: "Thousandths", vi: "Phần nghìn" },
      manifest: claim("du-lieu", { size: "100m #! @100m", more: NO_CLASS }),
      fixed: claim("du-lieu", { size: "100Mi", more: NO_CLASS }),
    },
    {
      title: { en: "No unit", vi: "Thiếu đơn vị" },
      manifest: claim("du-lieu", { size: "10 #! @10", more: NO_CLASS }),
      fixed: claim("du-lieu", { size: "10Gi", more: NO_CLASS }),
    },
  ],
  good: [{ title: { en: "With a unit", vi: "Có đơn vị" }, manifest: claim("du-lieu", { more: NO_CLASS }) }],
  *check(resource, _subject, { doc }) {
    if (!isA(resource, "", "PersistentVolume", "PersistentVolumeClaim") && !isA(resource, "apps", "StatefulSet"))
      return;
    const claims = [resource.root, ...mapsIn(at(resource.root, "spec", "volumeClaimTemplates"))];
    const sizes = [
      scalarAt(resource.root, "spec", "capacity", "storage"),
      ...claims.map((each) => scalarAt(each, "spec", "resources", "requests", "storage")),
    ];
    for (const size of sizes) {
      const [, digits = "", unit = ""] = /^(\d+)(m?)$/.exec(size?.text ?? "") ?? [];
      // Whole sizes written in bytes are large.
      if (!size || digits === "" || (unit === "" && digits.length > 4)) continue;
      yield {
        span: spanOf(size),
        message: {
          en: `${quoted(size.text)} is ${unit === "m" ? "less than a byte for each thousand" : "that many bytes"}; a unit such as \`Mi\` or \`Gi\` is meant.`,
          vi: `${quoted(size.text)} ${unit === "m" ? "tính bằng phần nghìn byte" : "tính bằng byte"}; có lẽ cần đơn vị như \`Mi\` hay \`Gi\`.`,
        },
        fixes: () => choices(doc, size, unit === "m" ? [`${digits}Mi`, `${digits}Gi`] : [`${digits}Gi`, `${digits}Mi`]),
      };
    }
  },
});
