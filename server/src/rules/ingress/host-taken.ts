import { at, listOf, mapOf, optionalText } from "../../base/json.ts";
import { Memo } from "../../base/memo.ts";
import type { ResourceFacts } from "../../model/facts.ts";
import { INGRESS, specOf as specKept } from "../../workspace/network-facts.ts";
import { scalarAt, spanOf } from "../given.ts";
import { workspaceRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { ingressWith } from "./example.ts";
import { pathsOf, specOf } from "./ingress.ts";

export default workspaceRule({
  id: "ingress/host-taken",
  severity: "hint",
  since: "0.1.0",
  kinds: ["Ingress"],
  docs: {
    title: { en: "Host and path of another Ingress", vi: "Host và đường dẫn đã thuộc Ingress khác" },
    why: {
      en: "Where two Ingresses of one class claim the same host and path for different Services, the controller serves one of them, mostly the older, and the other gets no traffic.",
      vi: "Khi hai Ingress cùng lớp nhận cùng host và đường dẫn cho hai Service khác nhau, controller chỉ phục vụ một, thường là cái tạo trước; cái kia không nhận lưu lượng.",
    },
    links: ["https://kubernetes.io/docs/concepts/services-networking/ingress/"],
  },
  bad: [
    {
      title: { en: "Two Services for one path", vi: "Hai Service cho một đường dẫn" },
      manifest: [
        ingressWith("cu", "shop.example.com", "/ #! @/", "gio-hang-cu"),
        ingressWith("moi", "shop.example.com", "/ #! @/", "gio-hang"),
      ].join("---\n"),
    },
  ],
  good: [
    {
      title: { en: "Two paths of one host", vi: "Hai đường dẫn của một host" },
      manifest: [
        ingressWith("web", "shop.example.com", "/", "web"),
        ingressWith("gio-hang", "shop.example.com", "/gio-hang", "gio-hang"),
      ].join("---\n"),
    },
  ],
  *check(resource, facts, view) {
    const own = claims.of(facts, readClaims);
    const keys = new Set(own.map(({ key }) => key));
    const others = view
      .visible(INGRESS, facts, (other) => claims.of(other, readClaims).some(({ key }) => keys.has(key)))
      .filter(
        ({ facts: other }) => other !== facts && (other.name !== facts.name || other.namespace !== facts.namespace),
      )
      .flatMap((entry) => claims.of(entry.facts, readClaims).map((claim) => ({ entry, claim })));
    if (others.length === 0) return;
    for (const [i, { path }] of pathsOf(specOf(resource)).entries()) {
      const claim = own[i];
      const node = scalarAt(path, "path");
      if (!claim || !node) continue;
      const rival = others.find(
        ({ claim: other }) => other.key === claim.key && other.className === claim.className && other.to !== claim.to,
      );
      if (!rival) continue;
      yield {
        span: spanOf(node),
        message: {
          en: `The Ingress ${quoted(rival.entry.facts.name)} has the same host and path for another Service.`,
          vi: `Ingress ${quoted(rival.entry.facts.name)} đã có cùng host và đường dẫn cho Service khác.`,
        },
        related: [
          {
            span: rival.entry.facts.nameSpan,
            entry: rival.entry,
            message: { en: "The other Ingress.", vi: "Ingress kia." },
          },
        ],
      };
    }
  },
});

interface Claim {
  readonly key: string;
  readonly className: string | undefined;
  readonly to: string;
}

/** Every Ingress compares its own with those of all others. */
const claims = new Memo<ResourceFacts, readonly Claim[]>();

function readClaims(facts: ResourceFacts): readonly Claim[] {
  const spec = specKept(facts);
  const className = optionalText(mapOf(spec).ingressClassName);
  return listOf(mapOf(spec).rules).flatMap((rule) =>
    listOf(at(rule, "http", "paths")).map((each) => {
      const { path, pathType, backend } = mapOf(each);
      const host = mapOf(rule).host ?? "";
      return { key: JSON.stringify([host, path ?? "/", pathType]), className, to: JSON.stringify(backend) };
    }),
  );
}
