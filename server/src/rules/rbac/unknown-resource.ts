import { nearest } from "../../base/nearest.ts";
import { choices } from "../fixes.ts";
import { spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";
import { all, quoted } from "../wording.ts";
import { groupsOf, resourceMeant } from "./resources.ts";
import { listed, rulesOf } from "./roles.ts";

export default objectRule({
  id: "rbac/unknown-resource",
  severity: "warning",
  since: "0.1.0",
  kinds: ["Role", "ClusterRole"],
  docs: {
    title: { en: "Resource that its group does not have", vi: "Tài nguyên không có trong nhóm" },
    why: {
      en: "Rules name resources as URLs do: the lower-case plural without its group, such as `deployments` in the group `apps`. Anything else is accepted and grants nothing.",
      vi: "Quy tắc ghi tài nguyên như trong URL: dạng số nhiều viết thường, không kèm nhóm, ví dụ `deployments` trong nhóm `apps`. Cách viết khác vẫn được nhận nhưng không cấp quyền gì.",
    },
    links: ["https://kubernetes.io/docs/reference/access-authn-authz/rbac/#referring-to-resources"],
  },
  bad: [
    {
      title: { en: "The singular", vi: "Viết số ít" },
      manifest: `
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata:
          name: doc-pod
        rules:
          - apiGroups: [""]
            resources: [pod] #! @pod
            verbs: [get]
      `,
      fixed: `
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata:
          name: doc-pod
        rules:
          - apiGroups: [""]
            resources: [pods]
            verbs: [get]
      `,
    },
    {
      title: { en: "A resource of another group", vi: "Tài nguyên của nhóm khác" },
      manifest: `
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata:
          name: doc-deployment
        rules:
          - apiGroups: [""] #! @""
            resources: [deployments]
            verbs: [get]
      `,
      fixed: `
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata:
          name: doc-deployment
        rules:
          - apiGroups: ["apps"]
            resources: [deployments]
            verbs: [get]
      `,
    },
  ],
  good: [
    {
      title: { en: "Plurals, and a part of one", vi: "Số nhiều, và một phần của tài nguyên" },
      manifest: `
        apiVersion: rbac.authorization.k8s.io/v1
        kind: Role
        metadata:
          name: doc-pod
        rules:
          - apiGroups: [""]
            resources: [pods, pods/log]
            verbs: [get]
          - apiGroups: [shop.example.com]
            resources: [orders]
            verbs: [get]
      `,
    },
  ],
  *check(resource, _subject, { catalog, doc }) {
    const known = groupsOf(catalog);
    for (const rule of rulesOf(resource)) {
      const groups = listed(rule, "apiGroups");
      // What another API server has nobody here can tell.
      if (groups.length === 0 || groups.some(({ text }) => text !== "" && !catalog.release.isBuiltin(text))) continue;
      for (const node of listed(rule, "resources")) {
        const [name = "", part] = node.text.split("/");
        if (name === "*" || SPECIAL.has(name) || name === "") continue;
        const home = known.get(name);
        if (home?.some((group) => groups.some(({ text }) => text === group))) continue;
        if (home && (node.text === name || part !== undefined)) {
          if (groups.length > 1 || home.some(isBygone)) continue;
          const [group] = groups;
          const [right = ""] = home;
          if (!group || isOld(group.text)) continue;
          const others = listed(rule, "resources").every(({ text }) =>
            known.get(text.split("/")[0] ?? "")?.includes(right),
          );
          yield {
            span: spanOf(group),
            message: {
              en: `${quoted(name)} is in the group ${named(right)}, not in ${named(group.text)}.`,
              vi: `${quoted(name)} thuộc nhóm ${named(right)}, không thuộc ${named(group.text)}.`,
            },
            fixes: () => (others ? choices(doc, group, [right]) : []),
          };
          break;
        }
        const bare = name.includes(".") ? (name.split(".")[0] ?? "") : name;
        const meant = resourceMeant(catalog, bare);
        const rest = part === undefined ? "" : `/${part}`;
        const inGroups = [...known].flatMap(([plural, homes]) =>
          homes.some((home) => groups.some(({ text }) => text === home)) ? [plural] : [],
        );
        const guesses = meant === undefined ? nearest(bare, inGroups) : [meant];
        // A name that is near nothing may be of a server that extends ours.
        if (guesses.length === 0) continue;
        const where = all(groups.map(({ text }) => text || "core"));
        yield {
          span: spanOf(node),
          message: {
            en: `The group ${where.en} has no resource ${quoted(node.text)}.`,
            vi: `Nhóm ${where.vi} không có tài nguyên ${quoted(node.text)}.`,
          },
          fixes: () =>
            choices(
              doc,
              node,
              guesses.map((guess) => `${guess}${rest}`),
            ),
        };
      }
    }
  },
});

const named = (group: string): string => quoted(group === "" ? '""' : group);

/** The first home of what now has a group of its own, and roles for old servers still name. */
const isOld = (group: string): boolean => group === "extensions";

const isBygone = (group: string): boolean => group === "extensions";

/** Resources that no list of kinds holds, or that other servers bring into groups of ours. */
const SPECIAL: ReadonlySet<string> = new Set([
  "bindings",
  "componentstatuses",
  "groups",
  "users",
  "userextras",
  "uids",
  "serviceaccounts",
  "podsecuritypolicies",
  "signers",
  "scale",
  "nodes",
  "services",
]);
