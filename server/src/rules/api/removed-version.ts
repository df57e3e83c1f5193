import type { Localized } from "../../base/localized.ts";
import { type KindFault, kindFault } from "../../schema/kind-fault.ts";
import { apiVersionOf } from "../../schema/types.ts";
import { at, deref } from "../../yaml/node.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { migrations } from "./migrate/migrations.ts";

export default objectRule({
  id: "api/removed-version",
  severity: "error",
  since: "0.1.0",
  docs: {
    title: { en: "apiVersion that Kubernetes has removed", vi: "apiVersion đã bị gỡ bỏ" },
    why: {
      en: "Old API versions disappear with a release. A cluster of that release or a newer one refuses the manifest, and Helm cannot upgrade what still uses it.",
      vi: "Phiên bản API cũ bị gỡ bỏ theo từng bản phát hành. Cluster từ bản đó trở đi từ chối manifest, còn Helm không nâng cấp được thứ vẫn dùng nó.",
    },
    links: ["https://kubernetes.io/docs/reference/using-api/deprecation-guide/"],
  },
  bad: [
    {
      title: { en: "An Ingress of the old form", vi: "Ingress viết theo dạng cũ" },
      manifest: `
        apiVersion: extensions/v1beta1 #! @extensions/v1beta1
        kind: Ingress
        metadata:
          name: cua-hang
        spec:
          rules:
            - host: cua-hang.example.com
              http:
                paths:
                  - path: /
                    backend:
                      serviceName: gio-hang-web
                      servicePort: 80
      `,
      fixed: `
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: cua-hang
        spec:
          rules:
            - host: cua-hang.example.com
              http:
                paths:
                  - path: /
                    pathType: ImplementationSpecific
                    backend:
                      service:
                        name: gio-hang-web
                        port:
                          number: 80
      `,
    },
    {
      title: { en: "A Deployment without a selector", vi: "Deployment chưa có selector" },
      manifest: `
        apiVersion: extensions/v1beta1 #! @extensions/v1beta1
        kind: Deployment
        metadata:
          name: gio-hang-web
        spec:
          template:
            metadata:
              labels:
                app: gio-hang-web
            spec:
              containers:
                - name: web
                  image: nginx:1.27
      `,
      fixed: `
        apiVersion: apps/v1
        kind: Deployment
        metadata:
          name: gio-hang-web
        spec:
          selector:
            matchLabels:
              app: gio-hang-web
          template:
            metadata:
              labels:
                app: gio-hang-web
            spec:
              containers:
                - name: web
                  image: nginx:1.27
      `,
    },
    {
      title: { en: "A metric in the beta form", vi: "Chỉ số viết theo dạng beta" },
      manifest: `
        apiVersion: autoscaling/v2beta1 #! @autoscaling/v2beta1
        kind: HorizontalPodAutoscaler
        metadata:
          name: gio-hang-web
        spec:
          maxReplicas: 5
          scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: gio-hang-web }
          metrics:
            - type: Resource
              resource:
                name: cpu
                targetAverageUtilization: 80
      `,
      fixed: `
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata:
          name: gio-hang-web
        spec:
          maxReplicas: 5
          scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: gio-hang-web }
          metrics:
            - type: Resource
              resource:
                name: cpu
                target:
                  type: Utilization
                  averageUtilization: 80
      `,
    },
    {
      title: { en: "A kind with nothing in its place", vi: "Loại đối tượng không có gì thay thế" },
      manifest: `
        apiVersion: policy/v1beta1 #! @policy/v1beta1 "Pod Security"
        kind: PodSecurityPolicy
        metadata:
          name: han-che
        spec:
          privileged: false
      `,
    },
  ],
  good: [
    {
      title: { en: "The version that is served", vi: "Phiên bản còn dùng được" },
      manifest: `
        apiVersion: batch/v1
        kind: CronJob
        metadata:
          name: bao-cao
        spec:
          schedule: "0 3 * * *"
          jobTemplate:
            spec:
              template:
                spec:
                  restartPolicy: Never
                  containers:
                    - name: bao-cao
                      image: busybox:1.36
      `,
    },
  ],
  *check(resource, _subject, { catalog, doc }) {
    if (resource.apiVersion === "" || resource.gvk.kind === "") return;
    const fault = kindFault(catalog, resource.apiVersion, resource.gvk.kind);
    const node = deref(at(resource.root, "apiVersion"));
    if (fault?.fault !== "removed" || node?.type !== "scalar") return;
    yield {
      span: { start: node.start, end: node.end },
      message: message(fault, resource.apiVersion, resource.gvk.kind, catalog.release.version),
      retired: {
        what: `${resource.apiVersion} ${resource.gvk.kind}`,
        isGone: true,
        removed: fault.since,
        instead: fault.successor ? apiVersionOf(fault.successor) : REPLACED.get(resource.gvk.kind),
      },
      fixes: () => migrations(resource, fault.successor, catalog, doc),
    };
  },
});

/** What does the work of kinds that no other kind follows. */
const REPLACED: ReadonlyMap<string, string> = new Map([["PodSecurityPolicy", "Pod Security Admission"]]);

function message(
  { since, successor }: Extract<KindFault, { fault: "removed" }>,
  apiVersion: string,
  kind: string,
  version: string,
): Localized {
  const old = quoted(`${apiVersion} ${kind}`);
  const release = since ?? version;
  const removed =
    since === undefined
      ? { en: `Kubernetes ${version} no longer serves ${old}`, vi: `Kubernetes ${version} không còn ${old}` }
      : { en: `${old} was removed in Kubernetes ${release}`, vi: `${old} đã bị gỡ bỏ từ Kubernetes ${release}` };
  if (successor) {
    const right = quoted(apiVersionOf(successor));
    return { en: `${removed.en}; use ${right}.`, vi: `${removed.vi}; dùng ${right}.` };
  }
  const instead = REPLACED.get(kind);
  if (instead !== undefined) return { en: `${removed.en}; use ${instead}.`, vi: `${removed.vi}; dùng ${instead}.` };
  return { en: `${removed.en}.`, vi: `${removed.vi}.` };
}
