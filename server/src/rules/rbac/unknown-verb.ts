import { nearest } from "../../base/nearest.ts";
import { choices } from "../fixes.ts";
import { spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { groupsOf } from "./resources.ts";
import { listed, rulesOf } from "./roles.ts";

export default objectRule({
  id: "rbac/unknown-verb",
  severity: "warning",
  since: "0.1.0",
  kinds: ["Role", "ClusterRole"],
  docs: {
    title: { en: "Verb that no request has", vi: "Hành động không có trong request nào" },
    why: {
      en: "The API server knows `get`, `list`, `watch`, `create`, `update`, `patch`, `delete` and a few special verbs. A misspelt verb is accepted and grants nothing.",
      vi: "API server biết `get`, `list`, `watch`, `create`, `update`, `patch`, `delete` và vài hành động đặc biệt. Hành động gõ sai vẫn được nhận nhưng không cấp quyền gì.",
    },
    links: ["https://kubernetes.io/docs/reference/access-authn-authz/authorization/#determine-the-request-verb"],
  },
  bad: [
    {
      title: { en: "A misspelt verb", vi: "Hành động gõ sai" },
      manifest: `
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata:
          name: doc-pod
        rules:
          - apiGroups: [""]
            resources: [pods]
            verbs:
              - lsit #! @lsit
              - get
      `,
      fixed: `
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata:
          name: doc-pod
        rules:
          - apiGroups: [""]
            resources: [pods]
            verbs:
              - list
              - get
      `,
    },
  ],
  good: [
    {
      title: { en: "Verbs of the API server", vi: "Các hành động của API server" },
      manifest: `
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata:
          name: doc-pod
        rules:
          - apiGroups: [""]
            resources: [pods]
            verbs: [get, list, watch]
      `,
    },
  ],
  *check(resource, _subject, { catalog, doc }) {
    for (const rule of rulesOf(resource)) {
      // Other API servers, and special resources of ours, have verbs of their own.
      const groups = listed(rule, "apiGroups").map(({ text }) => text);
      const known = groupsOf(catalog);
      const isOurs = groups.length > 0 && groups.every((group) => group === "" || catalog.release.isBuiltin(group));
      const isPlain = listed(rule, "resources").every(({ text }) => known.has(text.split("/")[0] ?? ""));
      if (!isOurs || !isPlain) continue;
      for (const node of listed(rule, "verbs")) {
        if (VERBS.has(node.text)) continue;
        const meant = MEANT[node.text.toLowerCase()] ?? nearest(node.text, VERBS);
        yield {
          span: spanOf(node),
          message: {
            en: `No request has the verb ${quoted(node.text)}, so it grants nothing.`,
            vi: `Không request nào có hành động ${quoted(node.text)} nên nó không cấp quyền gì.`,
          },
          fixes: () => choices(doc, node, meant),
        };
      }
    }
  },
});

const VERBS: ReadonlySet<string> = new Set([
  "*",
  "get",
  "list",
  "watch",
  "create",
  "update",
  "patch",
  "delete",
  "deletecollection",
  "bind",
  "escalate",
  "impersonate",
  "use",
  "approve",
  "sign",
  "attest",
  "proxy",
]);

/** Words of other systems. */
const MEANT: Readonly<Record<string, readonly string[]>> = {
  add: ["create"],
  all: ["*"],
  edit: ["update", "patch"],
  modify: ["update", "patch"],
  post: ["create"],
  put: ["update"],
  read: ["get", "list"],
  remove: ["delete"],
  view: ["get", "list"],
  write: ["update", "create"],
};
