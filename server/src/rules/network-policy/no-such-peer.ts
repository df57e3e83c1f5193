import type { PeerMatch } from "../../workspace/network-cluster.ts";
import { isTypo } from "../../workspace/typo.ts";
import { at, pairOf } from "../../yaml/node.ts";
import { type change, choices, rename } from "../fixes.ts";
import { mapAt, scalarAt, spanOf } from "../given.ts";
import { type Draft, workspaceRule } from "../rule.ts";
import { isPatched } from "../storage/stuck.ts";
import { quoted } from "../wording.ts";
import { deployment, file, policy } from "./example.ts";
import { firstKeySpan } from "./places.ts";
import { onlyCluster, writtenRules } from "./written.ts";

export default workspaceRule({
  id: "network-policy/no-such-peer",
  severity: "hint",
  profile: "recommended",
  since: "0.1.0",
  kinds: ["NetworkPolicy"],
  docs: {
    title: { en: "Peer that matches nobody", vi: "Peer không khớp với ai" },
    why: {
      en: "A peer means the Pods that carry every label, in the policy's own namespace or in those that `namespaceSelector` selects. Namespaces carry only the labels they are given and `kubernetes.io/metadata.name`.",
      vi: "Peer là các Pod có đủ mọi label, trong namespace của policy hoặc trong namespace mà `namespaceSelector` chọn. Namespace chỉ mang label được gán và `kubernetes.io/metadata.name`.",
    },
    links: [
      "https://kubernetes.io/docs/concepts/services-networking/network-policies/#targeting-a-namespace-by-its-name",
    ],
  },
  bad: [
    {
      title: { en: "Namespaces have no label `name`", vi: "Namespace không có label `name`" },
      manifest: file(
        policy(
          "gio-hang",
          [
            "podSelector: {}",
            "ingress:",
            "  - from:",
            "      - namespaceSelector:",
            "          matchLabels:",
            "            name: giam-sat #! @name",
          ],
          "cua-hang",
        ),
        "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: giam-sat\n",
        deployment("do-luong", { namespace: "giam-sat" }),
        deployment("gio-hang", { namespace: "cua-hang" }),
      ),
      fixed: file(
        policy(
          "gio-hang",
          [
            "podSelector: {}",
            "ingress:",
            "  - from:",
            "      - namespaceSelector:",
            "          matchLabels:",
            "            kubernetes.io/metadata.name: giam-sat",
          ],
          "cua-hang",
        ),
        "apiVersion: v1\nkind: Namespace\nmetadata:\n  name: giam-sat\n",
        deployment("do-luong", { namespace: "giam-sat" }),
        deployment("gio-hang", { namespace: "cua-hang" }),
      ),
    },
    {
      title: { en: "A slip in a label", vi: "Gõ sai một label" },
      manifest: file(
        policy("db", [
          "podSelector: { matchLabels: { app: db } }",
          "ingress:",
          "  - from:",
          "      - podSelector:",
          "          matchLabels:",
          "            app: gio-hnag #! @gio-hnag",
        ]),
        deployment("gio-hang"),
        deployment("db"),
      ),
      fixed: file(
        policy("db", [
          "podSelector: { matchLabels: { app: db } }",
          "ingress:",
          "  - from:",
          "      - podSelector:",
          "          matchLabels:",
          "            app: gio-hang",
        ]),
        deployment("gio-hang"),
        deployment("db"),
      ),
    },
    {
      title: { en: "Pods that are not here", vi: "Pod không có ở đây" },
      manifest: file(
        policy("db", [
          "podSelector: { matchLabels: { app: db } }",
          "ingress:",
          "  - from:",
          "      - podSelector: { matchLabels: { app: bao-cao } } #! @podSelector",
        ]),
        deployment("db"),
      ),
    },
  ],
  good: [
    {
      title: { en: "By the label that every Namespace has", vi: "Bằng label mà Namespace nào cũng có" },
      manifest: file(
        policy("db", [
          "podSelector: { matchLabels: { app: db } }",
          "ingress:",
          "  - from: [{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: giam-sat } } }]",
        ]),
        deployment("db"),
        deployment("do-luong", { namespace: "giam-sat" }),
      ),
    },
  ],
  *check(resource, facts, view) {
    const found = onlyCluster(view.network(), (cluster) => cluster.policyOf(facts));
    if (!found || isPatched(facts, view)) return;
    const { cluster, policy: here } = found;
    for (const { peers } of writtenRules(resource, here))
      for (const { match, map } of peers) {
        if (match.kind !== "pods" || cluster.matched(match, here).length > 0) continue;
        const isKnown = match.namespaces === undefined || cluster.knowsNamespace(match);
        const named = isKnown ? undefined : namespaceByName(match);
        if (named && cluster.namespaces.has(named.value)) {
          const pair = pairOf(mapAt(map, "namespaceSelector", "matchLabels"), named.key);
          if (pair) yield byName(pair, named, resource);
          continue;
        }
        // Namespaces of others, with whatever runs there, stand in no manifest here.
        if (!isKnown) continue;
        const slip = cluster.nearLabels(match, here).find(({ wanted, found: has }) => isTypo(wanted, has));
        const scalar = slip && scalarAt(at(map, "podSelector", "matchLabels"), slip.key);
        if (slip && scalar) {
          yield {
            span: spanOf(scalar),
            severity: "warning",
            message: {
              en: `No Pod carries the label ${quoted(`${slip.key}: ${slip.wanted}`)}; there is ${quoted(`${slip.key}: ${slip.found}`)}.`,
              vi: `Không Pod nào mang label ${quoted(`${slip.key}: ${slip.wanted}`)}; có ${quoted(`${slip.key}: ${slip.found}`)}.`,
            },
            fixes: () => choices(resource.doc, scalar, [slip.found]),
          };
          continue;
        }
        if (Object.keys(match.pods.matchLabels).length + match.pods.matchExpressions.length === 0) continue;
        yield {
          span: firstKeySpan(map),
          message: {
            en: "No Pod of this workspace matches this peer.",
            vi: "Không Pod nào trong workspace này khớp với peer này.",
          },
        };
      }
  },
});

/** `name: x`, `ns: x` and the like, alone: the name of a namespace is meant. */
function namespaceByName(match: Extract<PeerMatch, { kind: "pods" }>) {
  const [[key, value] = ["", ""], ...more] = Object.entries(match.namespaces?.matchLabels ?? {});
  const isAlone = more.length === 0 && match.namespaces?.matchExpressions.length === 0;
  return isAlone && key !== NAME ? { key, value } : undefined;
}

const NAME = "kubernetes.io/metadata.name";

function byName(
  pair: NonNullable<ReturnType<typeof pairOf>>,
  { key, value }: { readonly key: string; readonly value: string },
  { doc }: { readonly doc: Parameters<typeof change>[0] },
): Draft {
  return {
    span: spanOf(pair.key),
    severity: "warning",
    message: {
      en: `The Namespace ${quoted(value)} carries no label ${quoted(key)}; its name is in ${quoted(NAME)}.`,
      vi: `Namespace ${quoted(value)} không mang label ${quoted(key)}; tên của nó nằm ở ${quoted(NAME)}.`,
    },
    fixes: () => [rename(doc, pair, NAME)],
  };
}
