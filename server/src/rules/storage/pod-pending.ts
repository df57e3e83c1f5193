import type { Localized } from "../../base/localized.ts";
import type { Resource } from "../../model/resource.ts";
import type { PodReason, PodReport, StorageCluster } from "../../workspace/storage-cluster.ts";
import type { Entry } from "../../workspace/view.ts";
import { podWith } from "../pod/example.ts";
import { POD_KINDS } from "../pod/pods.ts";
import { type Draft, type Remedy, type Severity, workspaceRule } from "../rule.ts";
import { all, quoted } from "../wording.ts";
import { claimRepairs, volumeRemedies } from "./claim-repairs.ts";
import { claim, file, storageClass, volume } from "./example.ts";
import { isPatched, type Stuck, stuckIn } from "./stuck.ts";

const USES = "volumes: [{ name: du-lieu, persistentVolumeClaim: { claimName: du-lieu } }]";
const using = (fields: string): string =>
  podWith(fields).replace(
    "image: nginx:1.27\n",
    "image: nginx:1.27\n      volumeMounts: [{ name: du-lieu, mountPath: /du-lieu }]\n",
  );

export default workspaceRule({
  id: "storage/pod-pending",
  severity: "warning",
  awaits: "object",
  since: "0.1.0",
  kinds: POD_KINDS,
  docs: {
    title: { en: "Pod that its volumes keep Pending", vi: "Pod ở mãi trạng thái Pending vì volume" },
    why: {
      en: "A Pod starts only where all of its claims are bound or can be. A claim that waits, volumes on different nodes, or a node chosen by hand keep it Pending.",
      vi: "Pod chỉ chạy được ở nơi mọi claim của nó đã ghép hoặc ghép được. Claim còn chờ, volume nằm ở các node khác nhau, hay node được chỉ định thủ công đều khiến Pod ở mãi trạng thái Pending.",
    },
    links: ["https://kubernetes.io/docs/concepts/storage/storage-classes/#volume-binding-mode"],
  },
  bad: [
    {
      title: {
        en: "A node by name, and a class that waits for the scheduler",
        vi: "Chỉ định node, trong khi class chờ scheduler",
      },
      manifest: file(
        storageClass("cho", "ebs.csi.aws.com", ["volumeBindingMode: WaitForFirstConsumer"]),
        claim("du-lieu", { more: ["storageClassName: cho"] }),
        using(`nodeName: node-1\n${USES}`).replace("name: gio-hang", "name: gio-hang #! @gio-hang"),
      ),
    },
    {
      title: { en: "More replicas than volumes", vi: "Nhiều bản sao hơn volume" },
      manifest: file(
        volume("pv-0"),
        `apiVersion: apps/v1
kind: StatefulSet
metadata:
  name: web #! @web
spec:
  serviceName: web
  replicas: 2
  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web
          image: nginx:1.27
          volumeMounts: [{ name: data, mountPath: /data }]
  volumeClaimTemplates:
    - metadata: { name: data }
      spec:
        accessModes: [ReadWriteOnce]
        storageClassName: ""
        resources: { requests: { storage: 1Gi } }
`,
        "apiVersion: v1\nkind: Service\nmetadata:\n  name: web\nspec:\n  clusterIP: None\n  selector: { app: web }\n",
      ),
    },
  ],
  good: [
    {
      title: { en: "The scheduler chooses the node", vi: "Để scheduler chọn node" },
      manifest: file(
        storageClass("cho", "ebs.csi.aws.com", ["volumeBindingMode: WaitForFirstConsumer"]),
        claim("du-lieu", { more: ["storageClassName: cho"] }),
        using(USES),
      ),
    },
  ],
  *check(_resource, facts, view) {
    const [cluster, ...others] = view.storage();
    if (!cluster || others.length > 0 || isPatched(facts, view)) return;
    const pods = cluster.podsOf(facts);
    const waiting = pods.flatMap(([key, report]) => {
      const why = report.outcome === "pending" ? certainReasons(cluster, key, report) : [];
      return why.length === 0 ? [] : [{ key, why }];
    });
    const [first] = waiting;
    const reason = first?.why[0];
    if (!first || reason === undefined) return;
    const text = TEXTS[reason];
    const stuck = stuckClaims(cluster, first.key);
    const claims = all(stuck.map(({ claim }) => claim.name));
    const how =
      pods.length > 1
        ? { en: ` (${waiting.length} of ${pods.length})`, vi: ` (${waiting.length}/${pods.length})` }
        : { en: "", vi: "" };
    const name = quoted(first.key.slice(first.key.indexOf("/") + 1));
    const which = reason === "UNBOUND_IMMEDIATE_CLAIM" ? claims : { en: "", vi: "" };
    yield {
      span: facts.nameSpan,
      severity: severityOf(reason, pods.length),
      message: {
        en: `The Pod ${name}${how.en} stays Pending: ${text.en}${which.en && ` ${which.en}`}.`,
        vi: `Pod ${name}${how.vi} ở mãi trạng thái Pending: ${text.vi}${which.vi && ` ${which.vi}`}.`,
      },
      related: relatedOf(cluster, first.key),
      remedies: () => (reason === "UNBOUND_IMMEDIATE_CLAIM" ? stuck.flatMap(bothSides) : []),
    };
  },
});

/** Reasons that hold whatever else the cluster has. A claim that no file has is the business of another rule. */
function certainReasons(cluster: StorageCluster, key: string, { reasons }: PodReport): readonly PodReason[] {
  const knowsNodes = cluster.world.nodes.length > 0;
  return reasons.filter((reason) => {
    switch (reason) {
      case "NODE_NAME_SET":
      case "CLAIM_IN_USE":
        return true;
      case "UNBOUND_IMMEDIATE_CLAIM":
        return stuckClaims(cluster, key).length > 0;
      // Without nodes it stands for a contradiction, which no node could resolve.
      case "NODE_AFFINITY_CONFLICT":
      case "CLAIM_NOT_OWNED":
        return true;
      case "VOLUME_ZONE_CONFLICT":
      case "NO_VOLUME_ON_NODE":
        return knowsNodes;
      default:
        return false;
    }
  });
}

function stuckClaims(cluster: StorageCluster, key: string): readonly Stuck[] {
  const pod = cluster.world.pods.find((each) => each.key === key);
  return (pod?.claims ?? []).flatMap((each) => {
    const own = cluster.world.claimsByKey.get(each.key);
    const stuck = own && stuckIn(cluster, own);
    const isSure = stuck && stuck.certainty !== "unknown" && cluster.world.volumes.length > 0;
    return isSure ? [stuck] : [];
  });
}

/** The claims of the Pod, and the volumes that they are bound to. */
function relatedOf(cluster: StorageCluster, key: string): NonNullable<Draft["related"]> {
  const pod = cluster.world.pods.find((each) => each.key === key);
  return (pod?.claims ?? []).slice(0, 3).flatMap(({ key: claimKey }) => {
    const own = cluster.world.claimsByKey.get(claimKey);
    const volumes = cluster.report.claims.get(claimKey)?.volumes ?? [];
    const claimEntry = own && cluster.entry("PersistentVolumeClaim", own.namespace, own.name);
    const volumeEntries = volumes.slice(0, 2).flatMap((name) => cluster.entry("PersistentVolume", "", name) ?? []);
    return [
      ...(claimEntry ? [place(claimEntry, { en: "A claim of the Pod.", vi: "Claim của Pod." })] : []),
      ...volumeEntries.map((entry) => place(entry, { en: "Its volume.", vi: "Volume của claim." })),
    ];
  });
}

const place = (entry: Entry, message: Localized): NonNullable<Draft["related"]>[number] => ({
  span: entry.facts.nameSpan,
  entry,
  message,
});

/** A claim that no file holds, because a StatefulSet makes it, can only be met by a volume. */
function bothSides(stuck: Stuck): readonly Remedy[] {
  const { claim, cluster } = stuck;
  const entry = cluster.entry("PersistentVolumeClaim", claim.namespace, claim.name);
  const own = entry ? [{ entry, fixes: (resource: Resource) => claimRepairs(resource, stuck) }] : [];
  return [...own, ...volumeRemedies(stuck)];
}

/** What a claim's own finding says already is only echoed here; claims of a StatefulSet have no place of their own. */
function severityOf(reason: PodReason, pods: number): Severity {
  if (reason !== "UNBOUND_IMMEDIATE_CLAIM") return "warning";
  return pods > 1 ? "warning" : "information";
}

const TEXTS: Readonly<Record<PodReason, Localized>> = {
  CLAIM_NOT_FOUND: { en: "a claim does not exist", vi: "có claim không tồn tại" },
  CLAIM_LOST: { en: "a claim has lost its volume", vi: "có claim đã mất volume" },
  CLAIM_NOT_OWNED: { en: "a claim belongs to another Pod", vi: "có claim thuộc Pod khác" },
  CLAIM_IN_USE: {
    en: "another Pod uses its ReadWriteOncePod claim",
    vi: "Pod khác đang dùng claim ReadWriteOncePod của nó",
  },
  UNBOUND_IMMEDIATE_CLAIM: { en: "no volume for", vi: "không có volume cho" },
  NODE_NAME_SET: {
    en: "`nodeName` passes the scheduler by, for which its claim waits; use a `nodeSelector`",
    vi: "`nodeName` bỏ qua scheduler, trong khi claim của nó đang chờ; hãy dùng `nodeSelector`",
  },
  NODE_NOT_ELIGIBLE: { en: "no node takes it", vi: "không node nào nhận nó" },
  NODE_AFFINITY_CONFLICT: {
    en: "its volume cannot be reached from any node that takes it",
    vi: "không node nào nhận nó mà truy cập được volume",
  },
  VOLUME_ZONE_CONFLICT: { en: "its volume is in another zone", vi: "volume của nó ở zone khác" },
  NO_VOLUME_ON_NODE: {
    en: "no node has volumes for all of its claims",
    vi: "không node nào có đủ volume cho mọi claim của nó",
  },
  NOT_ENOUGH_FREE_STORAGE: { en: "too little free storage", vi: "không đủ dung lượng trống" },
  NO_VOLUME_PLUGIN: { en: "nobody makes volumes of its class", vi: "không thành phần nào tạo volume cho class của nó" },
  NODES_UNKNOWN: { en: "its nodes are not known", vi: "không biết có những node nào" },
  SCHEDULING_GATED: { en: "a scheduling gate holds it", vi: "scheduling gate đang giữ nó" },
};
