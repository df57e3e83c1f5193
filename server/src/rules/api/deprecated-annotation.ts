import { isAtLeast } from "../../schema/lifecycle.ts";
import { OLD_ANNOTATIONS, OLD_CONTAINER_ANNOTATIONS, type OldName } from "../../schema/lifecycle-fields.ts";
import { entriesOf, pairOf } from "../../yaml/node.ts";
import { mapAt, scalarAt, spanOf } from "../given.ts";
import { podOf } from "../pod/pods.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { annotationFixes } from "./migrate/annotation.ts";

export default objectRule({
  id: "api/deprecated-annotation",
  fields: ["annotations"],
  severity: "information",
  since: "0.1.0",
  docs: {
    title: { en: "Annotation that became a field", vi: "Annotation nay đã thành trường" },
    why: {
      en: "New features often begin as annotations and then get fields. The annotation is deprecated first and ignored later, without any error.",
      vi: "Tính năng mới thường bắt đầu bằng annotation rồi thành trường. Annotation trước tiên bị đánh dấu lỗi thời (deprecated), sau đó bị bỏ qua mà không báo lỗi.",
    },
    links: ["https://kubernetes.io/docs/reference/labels-annotations-taints/"],
  },
  bad: [
    {
      title: { en: "A storage class", vi: "Chọn StorageClass" },
      manifest: `
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata:
          name: du-lieu
          annotations:
            volume.beta.kubernetes.io/storage-class: nhanh #! @volume.beta.kubernetes.io/storage-class
        spec:
          accessModes: [ReadWriteOnce]
          resources: { requests: { storage: 1Gi } }
      `,
      fixed: `
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata:
          name: du-lieu
        spec:
          storageClassName: nhanh
          accessModes: [ReadWriteOnce]
          resources: { requests: { storage: 1Gi } }
      `,
    },
    {
      title: { en: "An Ingress class", vi: "Chọn lớp Ingress" },
      manifest: `
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: gio-hang
          annotations:
            kubernetes.io/ingress.class: nginx #! @kubernetes.io/ingress.class
            team: cua-hang
        spec:
          rules: [{ host: cua-hang.example.com }]
      `,
      fixed: `
        apiVersion: networking.k8s.io/v1
        kind: Ingress
        metadata:
          name: gio-hang
          annotations:
            team: cua-hang
        spec:
          ingressClassName: nginx
          rules: [{ host: cua-hang.example.com }]
      `,
    },
    {
      title: { en: "A seccomp profile that is ignored", vi: "Hồ sơ seccomp đã bị bỏ qua" },
      manifest: `
        apiVersion: v1
        kind: Pod
        metadata:
          name: gio-hang
          annotations:
            seccomp.security.alpha.kubernetes.io/pod: runtime/default #! @seccomp.security.alpha.kubernetes.io/pod "1.27"
        spec:
          containers:
            - name: web
              image: nginx:1.27
      `,
      fixed: `
        apiVersion: v1
        kind: Pod
        metadata:
          name: gio-hang
        spec:
          securityContext:
            seccompProfile:
              type: RuntimeDefault
          containers:
            - name: web
              image: nginx:1.27
      `,
    },
  ],
  good: [
    {
      title: { en: "The field", vi: "Dùng trường" },
      manifest: `
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata:
          name: du-lieu
        spec:
          storageClassName: nhanh
          accessModes: [ReadWriteOnce]
          resources: { requests: { storage: 1Gi } }
      `,
    },
  ],
  *check(resource, _subject, { catalog, doc }) {
    const own = mapAt(resource.root, "metadata");
    const pod = podOf(resource);
    const ofPod = pod && pod.owner !== resource.root ? mapAt(pod.owner, "metadata") : undefined;
    for (const metadata of [own, ofPod]) {
      if (!metadata) continue;
      for (const pair of entriesOf(pairOf(metadata, "annotations")?.value)) {
        const name = pair.key.text;
        const old = oldOf(name);
        if (!old || !isAtLeast(catalog.release.version, old.since)) continue;
        // Beside the field that it disagrees with it is an error of its own.
        const field =
          name === "kubernetes.io/ingress.class" ? scalarAt(resource.root, "spec", "ingressClassName") : undefined;
        if (field && field.text !== scalarAt(pair.value)?.text) continue;
        const isGone = old.gone !== undefined && isAtLeast(catalog.release.version, old.gone);
        const use =
          old.instead === undefined
            ? { en: "", vi: "" }
            : { en: `; use ${quoted(old.instead)}`, vi: `; dùng ${quoted(old.instead)}` };
        yield {
          span: spanOf(pair.key),
          tag: "deprecated",
          retired: { what: name, isGone, deprecated: old.since, removed: old.gone, instead: old.instead },
          message: isGone
            ? {
                en: `Kubernetes ignores this annotation since ${old.gone}${use.en}.`,
                vi: `Từ ${old.gone} Kubernetes bỏ qua annotation này${use.vi}.`,
              }
            : {
                en: `This annotation is deprecated since Kubernetes ${old.since}${use.en}.`,
                vi: `Annotation này đã lỗi thời (deprecated) từ Kubernetes ${old.since}${use.vi}.`,
              },
          fixes: () => annotationFixes({ resource, metadata, pair, doc }),
        };
      }
    }
  },
});

function oldOf(name: string): OldName | undefined {
  const slash = name.indexOf("/");
  return OLD_ANNOTATIONS.get(name) ?? OLD_CONTAINER_ANNOTATIONS.get(name.slice(0, slash + 1));
}
