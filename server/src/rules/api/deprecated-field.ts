import type { Localized } from "../../base/localized.ts";
import type { Resource } from "../../model/resource.ts";
import { isAtLeast } from "../../schema/lifecycle.ts";
import { GONE_VOLUMES } from "../../schema/lifecycle-fields.ts";
import type { YDocument } from "../../yaml/document.ts";
import { pairOf, type YMap, type YPair } from "../../yaml/node.ts";
import { remove, rename } from "../fixes.ts";
import { isA, isGiven, mapAt, mapsIn, scalarAt, spanOf } from "../given.ts";
import { POD_KINDS, podOf } from "../pod/pods.ts";
import { type Draft, type Fix, objectRule, type Retired } from "../rule.ts";
import { gitToInit } from "../storage/migrate/git-repo.ts";
import { inlineToCsi } from "../storage/migrate/inline.ts";
import { toCsi } from "../storage/migrate/volume.ts";
import { quoted } from "../wording.ts";

export default objectRule({
  id: "api/deprecated-field",
  fields: [...GONE_VOLUMES.keys(), "gitRepo", "serviceAccount", "externalIPs", "loadBalancerIP"],
  severity: "information",
  since: "0.1.0",
  kinds: [...POD_KINDS, "PersistentVolume", "Service"],
  docs: {
    title: { en: "Field or volume type on its way out", vi: "Trường hoặc kiểu volume sắp bị gỡ bỏ" },
    why: {
      en: "Some fields are kept for old manifests only: `serviceAccount` became `serviceAccountName`. Others, such as the volume types of retired drivers, are still accepted but do nothing any more.",
      vi: "Một số trường chỉ còn để đọc manifest cũ: `serviceAccount` đã thành `serviceAccountName`. Số khác, như kiểu volume của driver đã ngừng, vẫn được nhận nhưng không còn tác dụng.",
    },
    links: ["https://kubernetes.io/docs/reference/using-api/deprecation-policy/"],
  },
  bad: [
    {
      title: { en: "The old name of a field", vi: "Tên cũ của một trường" },
      manifest: `
        apiVersion: v1
        kind: Pod
        metadata:
          name: gio-hang
        spec:
          serviceAccount: gio-hang #! @serviceAccount
          containers:
            - name: web
              image: nginx:1.27
        ---
        apiVersion: v1
        kind: ServiceAccount
        metadata:
          name: gio-hang
      `,
      fixed: `
        apiVersion: v1
        kind: Pod
        metadata:
          name: gio-hang
        spec:
          serviceAccountName: gio-hang
          containers:
            - name: web
              image: nginx:1.27
        ---
        apiVersion: v1
        kind: ServiceAccount
        metadata:
          name: gio-hang
      `,
    },
    {
      title: { en: "A volume type without a driver", vi: "Kiểu volume không còn driver" },
      manifest: `
        apiVersion: v1
        kind: Pod
        metadata:
          name: gio-hang
        spec:
          containers:
            - name: web
              image: nginx:1.27
              volumeMounts: [{ name: code, mountPath: /code }]
          volumes:
            - name: code
              glusterfs: #! @glusterfs "1.26"
                endpoints: cluster
                path: code
      `,
    },
  ],
  good: [
    {
      title: { en: "Today's name", vi: "Tên hiện nay" },
      manifest: `
        apiVersion: v1
        kind: Pod
        metadata:
          name: gio-hang
        spec:
          serviceAccountName: default
          containers:
            - name: web
              image: nginx:1.27
      `,
    },
  ],
  *check(resource, _subject, { catalog, doc }) {
    const { version } = catalog.release;
    const pod = podOf(resource);
    if (pod) {
      const account = pairOf(pod.spec, "serviceAccount");
      if (account && isGiven(account.value)) yield* accountDraft(doc, pod.spec, account);
      for (const volume of mapsIn(pairOf(pod.spec, "volumes")?.value)) yield* volumeDraft(resource, volume, version);
    } else if (isA(resource, "", "PersistentVolume")) {
      const spec = mapAt(resource.root, "spec");
      if (spec) yield* volumeDraft(resource, spec, version);
    } else if (isA(resource, "", "Service")) {
      const external = pairOf(mapAt(resource.root, "spec"), "externalIPs");
      if (external && isGiven(external.value) && isAtLeast(version, "1.36"))
        yield draft(
          external,
          {
            en: "`externalIPs` is deprecated since Kubernetes 1.36: anybody who may write Services can take over addresses.",
            vi: "`externalIPs` đã lỗi thời (deprecated) từ Kubernetes 1.36: ai ghi được Service đều chiếm được địa chỉ.",
          },
          { isGone: false, deprecated: "1.36" },
        );
      const address = pairOf(mapAt(resource.root, "spec"), "loadBalancerIP");
      if (address && isGiven(address.value))
        yield draft(
          address,
          {
            en: "`loadBalancerIP` is deprecated since Kubernetes 1.24: providers have annotations of their own for it.",
            vi: "`loadBalancerIP` đã lỗi thời (deprecated) từ Kubernetes 1.24: nhà cung cấp có annotation riêng thay thế.",
          },
          { isGone: false, deprecated: "1.24" },
        );
    }
  },
});

const draft = (
  { key }: YPair,
  message: Localized,
  retired: Omit<Retired, "what">,
  fixes?: () => readonly Fix[],
): Draft => ({
  span: spanOf(key),
  tag: "deprecated",
  retired: { what: key.text, ...retired },
  message,
  ...(fixes ? { fixes } : {}),
});

function* accountDraft(doc: YDocument, spec: YMap, account: YPair): Iterable<Draft> {
  const named = pairOf(spec, "serviceAccountName");
  // `kubectl get -o yaml` prints both, and they agree.
  if (named && scalarAt(named.value)?.text === scalarAt(account.value)?.text) return;
  yield draft(
    account,
    {
      en: "`serviceAccount` is the old name of `serviceAccountName`.",
      vi: "`serviceAccount` là tên cũ của `serviceAccountName`.",
    },
    { isGone: false, instead: "serviceAccountName" },
    () => [named ? remove(doc, spec, account) : rename(doc, account, "serviceAccountName", { safe: true })],
  );
}

function* volumeDraft(resource: Resource, volume: YMap, version: string): Iterable<Draft> {
  for (const pair of volume.entries) {
    const gone = GONE_VOLUMES.get(pair.key.text);
    if (gone !== undefined && isGiven(pair.value) && isAtLeast(version, gone))
      yield draft(
        pair,
        {
          en: `Kubernetes mounts no ${quoted(pair.key.text)} volumes since ${gone}; use a CSI driver.`,
          vi: `Từ ${gone} Kubernetes không còn mount volume ${quoted(pair.key.text)}; dùng CSI driver.`,
        },
        { isGone: true, removed: gone, instead: "csi" },
        () => rewritten(resource, volume, pair),
      );
    else if (pair.key.text === "gitRepo" && isGiven(pair.value))
      yield draft(
        pair,
        {
          en: "`gitRepo` volumes are deprecated, and off by default since Kubernetes 1.33; use an init container.",
          vi: "Volume `gitRepo` đã lỗi thời (deprecated) và mặc định tắt từ Kubernetes 1.33; dùng init container.",
        },
        { isGone: isAtLeast(version, "1.33"), deprecated: "1.11", removed: "1.33", instead: "initContainers" },
        () => {
          const spec = podOf(resource)?.spec;
          const fix = spec && gitToInit(resource, spec, volume, pair);
          return fix ? [fix] : [];
        },
      );
  }
}

/** For Ceph's drivers; of the other systems that are gone nothing can be carried over. */
function rewritten(resource: Resource, volume: YMap, pair: YPair): readonly Fix[] {
  const source = mapAt(pair.value);
  if (!source) return [];
  const isVolume = isA(resource, "", "PersistentVolume");
  const fix = isVolume
    ? toCsi(resource.doc, volume, pair, source, mapAt(resource.root, "metadata"))
    : inlineToCsi(resource, volume, pair, source);
  return fix ? [fix] : [];
}
