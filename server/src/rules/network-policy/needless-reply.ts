import { removeItem } from "../../yaml/edit.ts";
import { deref, itemsOf, type YMap } from "../../yaml/node.ts";
import { numberAt, scalarAt, spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { policy } from "./example.ts";
import { rulesOf, specOf } from "./policy.ts";

export default objectRule({
  id: "network-policy/needless-reply",
  severity: "hint",
  profile: "recommended",
  since: "0.1.0",
  kinds: ["NetworkPolicy"],
  docs: {
    title: { en: "Ports opened for replies", vi: "Mở cổng cho gói trả lời" },
    why: {
      en: "Policies follow connections: what answers an allowed request is let through by itself. Opening the ephemeral ports only lets others start connections there.",
      vi: "Policy theo dõi kết nối: gói trả lời cho yêu cầu được phép tự động đi qua. Mở dải cổng tạm chỉ khiến bên khác mở được kết nối vào đó.",
    },
    links: ["https://kubernetes.io/docs/concepts/services-networking/network-policies/#the-two-sorts-of-pod-isolation"],
  },
  bad: [
    {
      title: { en: "The ephemeral ports of Linux", vi: "Dải cổng tạm của Linux" },
      manifest: policy("web", [
        "podSelector: { matchLabels: { app: web } }",
        "ingress:",
        "  - ports:",
        "      - port: 8080",
        "      - port: 32768 #! @32768",
        "        endPort: 60999",
      ]),
      fixed: policy("web", [
        "podSelector: { matchLabels: { app: web } }",
        "ingress:",
        "  - ports:",
        "      - port: 8080",
      ]),
    },
  ],
  good: [
    {
      title: { en: "A range that a program listens on", vi: "Dải cổng mà chương trình mở" },
      manifest: policy("ftp", [
        "podSelector: { matchLabels: { app: ftp } }",
        "ingress:",
        "  - ports: [{ port: 30000, endPort: 30100 }]",
      ]),
    },
  ],
  *check(resource, _subject, { doc }) {
    for (const { ports } of rulesOf(specOf(resource))) {
      const list = deref(ports?.value);
      if (list?.type !== "seq") continue;
      for (const item of itemsOf(list)) {
        const map = deref(item.value);
        const port = scalarAt(map, "port");
        if (map?.type !== "map" || !port || !isEphemeral(map)) continue;
        yield {
          span: spanOf(port),
          message: {
            en: `Replies are let through by themselves: nobody needs the ports from ${quoted(port.text)} on.`,
            vi: `Gói trả lời tự động được cho qua: không cần mở các cổng từ ${quoted(port.text)}.`,
          },
          fixes: () =>
            list.items.length < 2
              ? []
              : [
                  {
                    title: { en: "Remove this range", vi: "Xóa dải cổng này" },
                    preferred: true,
                    safe: false,
                    edits: removeItem(doc, list, item),
                  },
                ],
        };
      }
    }
  },
});

/** Linux, Windows and RFC 6056, and everything above the well-known ports. */
const isEphemeral = (map: YMap): boolean =>
  [1024, 1025, 32768, 49152].includes(numberAt(map, "port") ?? 0) &&
  [60999, 61000, 65535].includes(numberAt(map, "endPort") ?? 0);
