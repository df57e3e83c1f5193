import type { Draft } from "./draft.ts";

/** Skeletons as they read in JavaScript; strings are snippets. */
type Plain = string | Bare | Quoted | readonly Plain[] | { readonly [key: string]: Plain };

/** A number or boolean, or a tab stop that stands for one. */
class Bare {
  readonly snippet: string;
  constructor(snippet: string) {
    this.snippet = snippet;
  }
}

/** A string that YAML would misread without quotes. */
class Quoted {
  readonly snippet: string;
  constructor(snippet: string) {
    this.snippet = snippet;
  }
}

const bare = (snippet: string): Bare => new Bare(snippet);
const quoted = (snippet: string): Quoted => new Quoted(snippet);

export interface KindSkeleton {
  readonly apiVersion: string;
  readonly kind: string;
  /** Everything below `apiVersion` and `kind`. */
  readonly body: readonly (readonly [key: string, value: Draft])[];
}

const name = { name: "${1:web}" };
const podTemplate = (labels: Plain, spec: Plain): Plain => ({ metadata: { labels }, spec });
const container = (image: string): Plain => ({ name: "$1", image });
const webPod = podTemplate(
  { app: "$1" },
  { containers: [{ name: "$1", image: "${2:nginx:1.29}", ports: [{ containerPort: bare("${3:80}") }] }] },
);
const claimSpec: Plain = {
  accessModes: ["${2|ReadWriteOnce,ReadWriteMany,ReadOnlyMany,ReadWriteOncePod|}"],
  resources: { requests: { storage: "${3:1Gi}" } },
};
const roleRules: Plain = [
  { apiGroups: [quoted("$2")], resources: ["${3:pods}"], verbs: ["${4:get}", "list", "watch"] },
];
const binding = (kind: string): Plain => ({
  metadata: { name: "${1:read-pods}" },
  subjects: [{ kind: "ServiceAccount", name: "${2:web}", namespace: "${3:default}" }],
  roleRef: { apiGroup: "rbac.authorization.k8s.io", kind, name: "${4:$1}" },
});

/** The kinds people write most, most used first; the rest is made from the schema. */
const PLAIN: readonly (readonly [apiVersion: string, kind: string, body: Plain])[] = [
  [
    "apps/v1",
    "Deployment",
    {
      metadata: name,
      spec: { replicas: bare("${4:2}"), selector: { matchLabels: { app: "$1" } }, template: webPod },
    },
  ],
  [
    "v1",
    "Service",
    {
      metadata: name,
      spec: { selector: { app: "$1" }, ports: [{ port: bare("${2:80}"), targetPort: bare("${3:80}") }] },
    },
  ],
  ["v1", "ConfigMap", { metadata: { name: "${1:web-config}" }, data: { "${2:key}": "${3:value}" } }],
  [
    "networking.k8s.io/v1",
    "Ingress",
    {
      metadata: name,
      spec: {
        ingressClassName: "${2:nginx}",
        rules: [
          {
            host: "${3:web.example.com}",
            http: {
              paths: [
                {
                  path: "${4:/}",
                  pathType: "Prefix",
                  backend: { service: { name: "${5:web}", port: { number: bare("${6:80}") } } },
                },
              ],
            },
          },
        ],
      },
    },
  ],
  [
    "v1",
    "Secret",
    { metadata: { name: "${1:web-secret}" }, type: "Opaque", stringData: { "${2:password}": quoted("$3") } },
  ],
  ["v1", "Namespace", { metadata: { name: "${1:shop}" } }],
  ["v1", "PersistentVolumeClaim", { metadata: { name: "${1:data}" }, spec: claimSpec }],
  [
    "apps/v1",
    "StatefulSet",
    {
      metadata: { name: "${1:db}" },
      spec: {
        serviceName: "$1",
        replicas: bare("${4:1}"),
        selector: { matchLabels: { app: "$1" } },
        template: podTemplate(
          { app: "$1" },
          {
            containers: [
              {
                name: "$1",
                image: "${2:postgres:17}",
                volumeMounts: [{ name: "data", mountPath: "${3:/var/lib/data}" }],
              },
            ],
          },
        ),
        volumeClaimTemplates: [
          {
            metadata: { name: "data" },
            spec: { accessModes: ["ReadWriteOnce"], resources: { requests: { storage: "${5:1Gi}" } } },
          },
        ],
      },
    },
  ],
  [
    "apps/v1",
    "DaemonSet",
    {
      metadata: { name: "${1:agent}" },
      spec: {
        selector: { matchLabels: { app: "$1" } },
        template: podTemplate({ app: "$1" }, { containers: [container("${2:busybox:1.37}")] }),
      },
    },
  ],
  [
    "batch/v1",
    "CronJob",
    {
      metadata: { name: "${1:nightly}" },
      spec: {
        schedule: quoted("${2:0 2 * * *}"),
        jobTemplate: {
          spec: { template: { spec: { restartPolicy: "OnFailure", containers: [container("${3:busybox:1.37}")] } } },
        },
      },
    },
  ],
  [
    "batch/v1",
    "Job",
    {
      metadata: { name: "${1:migrate}" },
      spec: { template: { spec: { restartPolicy: "Never", containers: [container("${2:busybox:1.37}")] } } },
    },
  ],
  ["v1", "Pod", { metadata: name, spec: { containers: [container("${2:nginx:1.29}")] } }],
  ["v1", "ServiceAccount", { metadata: { name: "${1:web}" } }],
  ["rbac.authorization.k8s.io/v1", "Role", { metadata: { name: "${1:read-pods}" }, rules: roleRules }],
  ["rbac.authorization.k8s.io/v1", "RoleBinding", binding("Role")],
  ["rbac.authorization.k8s.io/v1", "ClusterRole", { metadata: { name: "${1:read-pods}" }, rules: roleRules }],
  ["rbac.authorization.k8s.io/v1", "ClusterRoleBinding", binding("ClusterRole")],
  [
    "autoscaling/v2",
    "HorizontalPodAutoscaler",
    {
      metadata: name,
      spec: {
        scaleTargetRef: { apiVersion: "apps/v1", kind: "${2|Deployment,StatefulSet|}", name: "$1" },
        minReplicas: bare("${3:2}"),
        maxReplicas: bare("${4:10}"),
        metrics: [
          {
            type: "Resource",
            resource: {
              name: "${5|cpu,memory|}",
              target: { type: "Utilization", averageUtilization: bare("${6:80}") },
            },
          },
        ],
      },
    },
  ],
  [
    "networking.k8s.io/v1",
    "NetworkPolicy",
    {
      metadata: { name: "${1:web}" },
      spec: {
        podSelector: { matchLabels: { app: "${2:web}" } },
        policyTypes: ["Ingress"],
        ingress: [
          {
            from: [{ podSelector: { matchLabels: { app: "${3:frontend}" } } }],
            ports: [{ protocol: "TCP", port: bare("${4:80}") }],
          },
        ],
      },
    },
  ],
  [
    "policy/v1",
    "PodDisruptionBudget",
    { metadata: name, spec: { minAvailable: bare("${2:1}"), selector: { matchLabels: { app: "$1" } } } },
  ],
  [
    "storage.k8s.io/v1",
    "StorageClass",
    {
      metadata: { name: "${1:fast}" },
      provisioner: "${2:ebs.csi.aws.com}",
      volumeBindingMode: "WaitForFirstConsumer",
      reclaimPolicy: "${3|Delete,Retain|}",
    },
  ],
  [
    "v1",
    "PersistentVolume",
    {
      metadata: { name: "${1:data}" },
      spec: {
        capacity: { storage: "${2:1Gi}" },
        accessModes: ["${3|ReadWriteOnce,ReadWriteMany,ReadOnlyMany,ReadWriteOncePod|}"],
        persistentVolumeReclaimPolicy: "Retain",
        storageClassName: "${4:manual}",
        nfs: { server: "${5:nfs.example.com}", path: "${6:/exports/data}" },
      },
    },
  ],
  [
    "v1",
    "ResourceQuota",
    {
      metadata: { name: "${1:quota}" },
      spec: { hard: { "requests.cpu": quoted("${2:4}"), "requests.memory": "${3:8Gi}" } },
    },
  ],
  [
    "v1",
    "LimitRange",
    {
      metadata: { name: "${1:defaults}" },
      spec: {
        limits: [
          {
            type: "Container",
            default: { cpu: "${2:500m}", memory: "${3:256Mi}" },
            defaultRequest: { cpu: "${4:100m}", memory: "${5:128Mi}" },
          },
        ],
      },
    },
  ],
];

function toDraft(plain: Plain): Draft {
  if (typeof plain === "string") return { kind: "text", snippet: plain };
  if (plain instanceof Bare) return { kind: "bare", snippet: plain.snippet };
  if (plain instanceof Quoted) return { kind: "quoted", snippet: plain.snippet };
  if (isList(plain)) return { kind: "list", items: plain.map(toDraft) };
  return { kind: "map", entries: Object.entries(plain).map(([key, value]) => [key, toDraft(value)]) };
}

function isList(plain: readonly Plain[] | { readonly [key: string]: Plain }): plain is readonly Plain[] {
  return Array.isArray(plain);
}

export const KIND_SKELETONS: readonly KindSkeleton[] = PLAIN.map(([apiVersion, kind, body]) => {
  const draft = toDraft(body);
  return { apiVersion, kind, body: draft.kind === "map" ? draft.entries : [] };
});
