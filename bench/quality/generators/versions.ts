import { kindOf } from "../changes.ts";
import { get, textAt } from "../data.ts";
import type { Host } from "../hosts.ts";
import { type Generator, generators, type Mistake, on, relined, replaced } from "../mistake.ts";
import { childrenOf, fieldsAt, placesOf, raw, scalars, scalarsNamed } from "../places.ts";
import type { Random } from "../random.ts";

/** Versions and fields that were right once, or in another place. */
export const VERSIONS: readonly Generator[] = [
  ...generators("versions", "rejected", {
    "removed-workload": [
      2,
      version(
        /^(?:Deployment|DaemonSet|ReplicaSet|StatefulSet)$/,
        "extensions/v1beta1",
        "apps/v1beta1",
        "apps/v1beta2",
      ),
    ],
    "removed-cron-job": [1.5, version(/^CronJob$/, "batch/v1beta1", "batch/v2alpha1")],
    "removed-budget": version(/^PodDisruptionBudget$/, "policy/v1beta1"),
    "removed-autoscaler": version(/^HorizontalPodAutoscaler$/, "autoscaling/v2beta2"),
    "removed-network-policy": version(/^NetworkPolicy$/, "extensions/v1beta1"),
    "removed-access-control": [
      1.5,
      version(
        /^(?:Cluster)?Role(?:Binding)?$/,
        "rbac.authorization.k8s.io/v1beta1",
        "rbac.authorization.k8s.io/v1alpha1",
      ),
    ],
    "removed-storage": version(/^(?:StorageClass|CSIDriver|VolumeAttachment)$/, "storage.k8s.io/v1beta1"),
    "removed-others": version(
      /^(?:PriorityClass|Lease|APIService|RuntimeClass|CustomResourceDefinition|MutatingWebhookConfiguration|ValidatingWebhookConfiguration)$/,
      {
        PriorityClass: "scheduling.k8s.io/v1beta1",
        Lease: "coordination.k8s.io/v1beta1",
        APIService: "apiregistration.k8s.io/v1beta1",
        RuntimeClass: "node.k8s.io/v1beta1",
        CustomResourceDefinition: "apiextensions.k8s.io/v1beta1",
        MutatingWebhookConfiguration: "admissionregistration.k8s.io/v1beta1",
        ValidatingWebhookConfiguration: "admissionregistration.k8s.io/v1beta1",
      },
    ),
    "old-ingress": [2, oldIngress],
    "old-autoscaler-metric": oldMetric,
    "wrong-group": [
      1.5,
      (host, random) =>
        apiVersionOf(host).map((value) => {
          const others = Object.values(GROUPS).filter((each) => each !== value.text && each !== GROUPS[kindOf(host)]);
          return replaced(host, value, random.pick(others));
        }),
    ],
    "group-forgotten": [
      1.5,
      (host) =>
        apiVersionOf(host)
          .filter(({ text }) => text.includes("/"))
          .map((value) => replaced(host, value, "v1")),
    ],
    "version-too-new": version(/./, (now) => now.replace(/v1$/, "v2")),
    "beta-of-stable": version(/^(?:Deployment|Job|Ingress|Service|ConfigMap|Pod|Secret)$/, (now) =>
      now.replace(/v1$/, "v1beta1"),
    ),
  }),
  ...generators("versions", "accepted", {
    "ingress-class-annotation": (host) =>
      kindOf(host) === "Ingress" ? asAnnotation(host, "ingressClassName", "kubernetes.io/ingress.class") : [],
    "old-node-label": [
      0.5,
      (host) =>
        placesOf(host)
          .fields.filter(({ key, path }) => path.includes("nodeSelector") && /^kubernetes\.io\/(?:os|arch)$/.test(key))
          .map(({ pair }) =>
            replaced(host, pair.key, raw(host, pair.key).replace("kubernetes.io", "beta.kubernetes.io")),
          ),
    ],
    "old-master-taint": [
      0.5,
      (host) =>
        scalarsNamed(host, "key")
          .filter(({ value }) => value.text === "node-role.kubernetes.io/control-plane")
          .map(({ value }) => replaced(host, value, raw(host, value).replace("control-plane", "master"))),
    ],
    "old-service-account-field": [
      0.7,
      (host) =>
        fieldsAt(host, "spec", "serviceAccountName").map(({ pair }) => replaced(host, pair.key, "serviceAccount")),
    ],
    "storage-class-annotation": [
      0.7,
      (host) =>
        kindOf(host) === "PersistentVolumeClaim"
          ? asAnnotation(host, "storageClassName", "volume.beta.kubernetes.io/storage-class")
          : [],
    ],
  }),
];

/** Where people look for the commonest kinds. */
const GROUPS: Readonly<Record<string, string>> = {
  Deployment: "apps/v1",
  Job: "batch/v1",
  Ingress: "networking.k8s.io/v1",
  Role: "rbac.authorization.k8s.io/v1",
  Service: "v1",
};

/** A field's value in the annotation that came before the field. */
function asAnnotation(host: Host, key: string, annotation: string): readonly Mistake[] {
  const [field] = scalarsNamed(host, key);
  const metadata = placesOf(host).fields.find(({ path }) => path.length === 1 && path[0] === "metadata");
  const first = metadata === undefined ? undefined : childrenOf(host, metadata)[0];
  const isTaken = get(host.data, "metadata", "annotations") !== undefined;
  if (field === undefined || metadata === undefined || first === undefined || isTaken) return [];
  const pad = " ".repeat(first.column);
  const added = [`${pad}annotations:`, `${pad}  ${annotation}: ${raw(host, field.value)}`];
  const lines = placesOf(host).lines.flatMap((line, at) => {
    const kept = at === field.line ? [] : [line];
    return at === metadata.lastLine ? [...kept, ...added] : kept;
  });
  return [on({ after: lines.join("\n") }, metadata.lastLine + 1, metadata.lastLine + 2)];
}

const apiVersionOf = (host: Host) =>
  scalars(host)
    .filter(({ path }) => path.length === 1 && path[0] === "apiVersion")
    .map(({ value }) => value);

/** Another version for kinds: one of the given, or whatever the given function makes of today's. */
function version(
  kinds: RegExp,
  first: string | ((now: string) => string) | Readonly<Record<string, string>>,
  ...more: readonly string[]
): Generator["mistakes"] {
  return (host, random) => {
    if (!kinds.test(kindOf(host))) return [];
    return apiVersionOf(host).flatMap((value) => {
      const wrong = choose(host, value.text, random, first, more);
      return wrong === undefined || wrong === value.text ? [] : [replaced(host, value, wrong)];
    });
  };
}

function choose(
  host: Host,
  now: string,
  random: Random,
  first: string | ((now: string) => string) | Readonly<Record<string, string>>,
  more: readonly string[],
): string | undefined {
  if (typeof first === "string") {
    // Of the first workload versions, only some had all kinds.
    const all = [first, ...more].filter(
      (each) =>
        !(each === "apps/v1beta1" && /^(?:DaemonSet|ReplicaSet)$/.test(kindOf(host))) &&
        !(each === "extensions/v1beta1" && kindOf(host) === "StatefulSet"),
    );
    return random.pick(all);
  }
  return typeof first === "function" ? first(now) : first[kindOf(host)];
}

/** An Ingress as it was written before 2020: names and ports of services in flat fields. */
function oldIngress(host: Host, random: Random): readonly Mistake[] {
  const [value] = kindOf(host) === "Ingress" ? apiVersionOf(host) : [];
  if (value === undefined) return [];
  const services = fieldsAt(host, "backend", "service");
  const flat = services.map((service) => {
    const [name, port] = childrenOf(host, service);
    const [number] = port === undefined ? [] : childrenOf(host, port);
    return { service, name, port, number };
  });
  const isPlain = flat.every(
    ({ name, port, number }) => name?.key === "name" && port?.key === "port" && number?.pair.value?.type === "scalar",
  );
  if (flat.length === 0 || !isPlain) return [];
  const replacements = new Map<number, string | undefined>();
  for (const { service, name, port, number } of flat) {
    if (!name?.pair.value || !port || !number?.pair.value) continue;
    const pad = " ".repeat(service.column);
    replacements.set(service.line, `${pad}serviceName: ${raw(host, name.pair.value)}`);
    replacements.set(name.line, `${pad}servicePort: ${raw(host, number.pair.value)}`);
    replacements.set(port.line, undefined);
    replacements.set(number.line, undefined);
  }
  const old = random.pick(["extensions/v1beta1", "networking.k8s.io/v1beta1"]);
  const mistake = relined(host, (line, at) => (replacements.has(at) ? replacements.get(at) : line));
  const versionLine = placesOf(host).fields.find(({ key }) => key === "apiVersion")?.line ?? 0;
  return [on({ after: mistake.after.replace(value.text, old) }, versionLine)];
}

/** `targetAverageUtilization`, as autoscaling/v2beta1 had it. */
function oldMetric(host: Host): readonly Mistake[] {
  if (kindOf(host) !== "HorizontalPodAutoscaler" || textAt(host.data, "apiVersion") !== "autoscaling/v2") return [];
  const [value] = apiVersionOf(host);
  const targets = fieldsAt(host, "resource", "target");
  const utilizations = scalarsNamed(host, "averageUtilization");
  if (value === undefined || targets.length === 0 || targets.length !== utilizations.length) return [];
  const replacements = new Map<number, string | undefined>();
  targets.forEach((target, i) => {
    for (const child of childrenOf(host, target)) replacements.set(child.line, undefined);
    const number = utilizations[i];
    if (number !== undefined)
      replacements.set(target.line, `${" ".repeat(target.column)}targetAverageUtilization: ${raw(host, number.value)}`);
  });
  const mistake = relined(host, (line, at) => (replacements.has(at) ? replacements.get(at) : line));
  const versionLine = placesOf(host).fields.find(({ key }) => key === "apiVersion")?.line ?? 0;
  return [on({ after: mistake.after.replace("autoscaling/v2", "autoscaling/v2beta1") }, versionLine)];
}
