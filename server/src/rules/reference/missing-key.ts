import { nearest } from "../../base/nearest.ts";
import type { Reference, ResourceFacts } from "../../model/facts.ts";
import type { Part } from "../../model/reference-row.ts";
import type { Target, WorkspaceView } from "../../workspace/view.ts";
import { workspaceRule } from "../rule.ts";
import { either, quoted } from "../wording.ts";
import { renameFixes } from "./rename.ts";

export default workspaceRule({
  id: "reference/missing-key",
  severity: "warning",
  since: "0.1.0",
  docs: {
    title: { en: "Key that the object does not hold", vi: "Khóa không có trong đối tượng" },
    why: {
      en: "The ConfigMap or Secret is there, but not the key that is asked of it. The container does not start until the key exists.",
      vi: "ConfigMap hay Secret thì có, nhưng không có khóa được hỏi đến. Container không khởi động cho đến khi có khóa đó.",
    },
    links: ["https://kubernetes.io/docs/concepts/configuration/configmap/"],
  },
  bad: [
    {
      title: { en: "A misspelt key", vi: "Gõ sai tên khóa" },
      manifest: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang
        data:
          LOG_LEVEL: info
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: gio-hang
        spec:
          containers:
            - name: web
              image: nginx:1.27
              env:
                - name: LOG_LEVEL
                  valueFrom:
                    configMapKeyRef:
                      name: gio-hang
                      key: LOG_LEVL #! @LOG_LEVL
      `,
      fixed: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang
        data:
          LOG_LEVEL: info
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: gio-hang
        spec:
          containers:
            - name: web
              image: nginx:1.27
              env:
                - name: LOG_LEVEL
                  valueFrom:
                    configMapKeyRef:
                      name: gio-hang
                      key: LOG_LEVEL
      `,
    },
  ],
  good: [
    {
      title: { en: "A ConfigMap that something else fills", vi: "ConfigMap do thành phần khác điền vào" },
      manifest: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: ca-bundle
          labels:
            config.openshift.io/inject-trusted-cabundle: "true"
        ---
        apiVersion: v1
        kind: Pod
        metadata:
          name: gio-hang
        spec:
          containers:
            - name: web
              image: nginx:1.27
              volumeMounts:
                - name: ca
                  mountPath: /etc/ssl
          volumes:
            - name: ca
              configMap:
                name: ca-bundle
                items:
                  - key: ca-bundle.crt
                    path: ca.crt
      `,
    },
  ],
  *check(resource, facts, view) {
    for (const reference of facts.references) {
      const { row, to, name, namespace, part, optional } = reference;
      if (row.by !== "key" || !to || name === "" || optional) continue;
      const target = { group: to.group, kind: to.kind, name, namespace };
      const keys = keysOf(target, reference, row.part ?? "key", facts, view);
      if (!keys || keys.includes(part)) continue;
      const meant = nearest(part, keys);
      const holder = `${to.kind} ${quoted(name)}`;
      const hint = meant[0] === undefined ? undefined : either([meant[0]]);
      yield {
        span: { start: reference.start, end: reference.end },
        message: {
          en: `${holder} has no key ${quoted(part)}; ${hint ? `did you mean ${hint.en}?` : `it has ${either(keys).en}.`}`,
          vi: `${holder} không có khóa ${quoted(part)}; ${hint ? `có lẽ là ${hint.vi}.` : `chỉ có ${either(keys).vi}.`}`,
        },
        fixes: () => renameFixes(resource, reference, part, meant),
      };
    }
  },
});

/** Every key that the object surely has and no other; undefined when nobody can tell. */
function keysOf(
  target: Target,
  reference: Reference,
  part: Part,
  from: ResourceFacts,
  view: WorkspaceView,
): readonly string[] | undefined {
  const holders = view.resolve(reference, from);
  if (holders.length === 0) return view.keysOutside(target, from);
  const keys = holders.flatMap(({ facts }) =>
    facts.offers.flatMap((offer) => (offer.part === part ? [offer.name] : [])),
  );
  const isKnown = holders.every(
    (holder) => holder.facts.gvk.kind === target.kind && !holder.facts.partial && !view.isPatched(holder),
  );
  // An object without any key is one that a controller fills.
  return isKnown && keys.length > 0 ? keys : undefined;
}
