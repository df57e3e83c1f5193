import assert from "node:assert/strict";
import { test } from "node:test";
import { editDistance, nearest } from "../../server/src/base/nearest.ts";
import { meaningOf } from "../../server/src/schema/meaning.ts";
import { suggestKinds, suggestValues } from "../../server/src/schema/suggest.ts";
import { validate } from "../../server/src/schema/validate.ts";
import { documentContext } from "../../server/src/workspace/context.ts";
import { YDocument } from "../../server/src/yaml/document.ts";
import { catalogFor } from "../kit/catalog.ts";

const catalog = catalogFor("");

/** What is proposed first for the one unknown field of a manifest: a name, or the path of its right place. */
function proposed(manifest: string): string {
  const context = documentContext(new YDocument(manifest, "manifest"), "manifest", catalog);
  const [subject] = context.subjects;
  assert.ok(subject?.cursor, manifest);
  for (const problem of validate(subject.root, subject.cursor, { partial: true })) {
    if (problem.kind !== "unknown-field") continue;
    const meaning = meaningOf(problem, subject.root, subject.cursor);
    if (meaning.kind === "renamed") return meaning.names[0] ?? "";
    if (meaning.kind === "misplaced") return `in ${meaning.path.join(".")}`;
  }
  return "";
}

const indented = (lines: string, by: number): string =>
  lines
    .split("\n")
    .map((line) => " ".repeat(by) + line)
    .join("\n");

const container = (lines: string): string =>
  `apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec:\n  containers:\n    - name: a\n      image: b\n${indented(lines, 6)}\n`;
const pod = (lines: string): string =>
  `apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec:\n${indented(lines, 2)}\n`;
const deployment = (lines: string): string =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: a }\nspec:\n${indented(lines, 2)}\n`;
const service = (lines: string): string =>
  `apiVersion: v1\nkind: Service\nmetadata: { name: a }\nspec:\n${indented(lines, 2)}\n`;
const root = (kind: string, lines: string): string => `${kind}\n${lines}\n`;

const FIELDS: readonly (readonly [manifest: string, meant: string])[] = [
  [container("imagePullPolice: Always"), "imagePullPolicy"],
  [container("image_pull_policy: Always"), "imagePullPolicy"],
  [container("image-pull-policy: Always"), "imagePullPolicy"],
  [container("ImagePullPolicy: Always"), "imagePullPolicy"],
  [container("pullPolicy: Always"), "imagePullPolicy"],
  [container("port:\n  - containerPort: 80"), "ports"],
  [container("ports:\n  - port: 80"), "containerPort"],
  [container("ports:\n  - containerport: 80"), "containerPort"],
  [container("ports:\n  - containerPorts: 80"), "containerPort"],
  [container("ports:\n  - targetPort: 80\n    containerPort: 80"), ""],
  [container("envs:\n  - name: a"), "env"],
  [container("environment:\n  - name: a"), "env"],
  [container("enviroment:\n  - name: a"), "env"],
  [container("envForm:\n  - configMapRef: { name: a }"), "envFrom"],
  [container("volumeMount:\n  - name: a\n    mountPath: /a"), "volumeMounts"],
  [container("volumesMounts:\n  - name: a\n    mountPath: /a"), "volumeMounts"],
  [container("mounts:\n  - name: a\n    mountPath: /a"), "volumeMounts"],
  [container("volumeMounts:\n  - name: a\n    mounthPath: /a"), "mountPath"],
  [container("volumeMounts:\n  - name: a\n    path: /a"), "mountPath"],
  [container("livenesProbe:\n  httpGet: { port: 80 }"), "livenessProbe"],
  [container("livelinessProbe:\n  httpGet: { port: 80 }"), "livenessProbe"],
  [container("redinessProbe:\n  httpGet: { port: 80 }"), "readinessProbe"],
  [container("readynessProbe:\n  httpGet: { port: 80 }"), "readinessProbe"],
  [container("livenessProbe:\n  initialDelay: 5"), "initialDelaySeconds"],
  [container("livenessProbe:\n  timeout: 5"), "timeoutSeconds"],
  [container("livenessProbe:\n  httpget: { port: 80 }"), "httpGet"],
  [container("cmd: [a]"), "command"],
  [container("commands: [a]"), "command"],
  [container("entrypoint: [a]"), "command"],
  [container("arguments: [a]"), "args"],
  [container("arg: [a]"), "args"],
  [container("resource:\n  limits: { cpu: 1 }"), "resources"],
  [container("resources:\n  limit: { cpu: 1 }"), "limits"],
  [container("resources:\n  request: { cpu: 1 }"), "requests"],
  [container("resources:\n  requets: { cpu: 1 }"), "requests"],
  [container("securityContexts: { runAsUser: 1 }"), "securityContext"],
  [container("securityContext:\n  runAsNonroot: true"), "runAsNonRoot"],
  [container("securityContext:\n  runAsNoRoot: true"), "runAsNonRoot"],
  [container("securityContext:\n  readonlyRootFilesystem: true"), "readOnlyRootFilesystem"],
  [container("securityContext:\n  priviledged: true"), "privileged"],
  [container("securityContext:\n  user: 1000"), "runAsUser"],
  [container("workdir: /a"), "workingDir"],
  [container("workingDirectory: /a"), "workingDir"],
  [pod("container:\n  - name: a"), "containers"],
  [pod("contianers:\n  - name: a"), "containers"],
  [pod("volume:\n  - name: a"), "volumes"],
  [pod("initContainer:\n  - name: a"), "initContainers"],
  [pod("restartpolicy: Never"), "restartPolicy"],
  [pod("restart: Never"), "restartPolicy"],
  [pod("serviceaccountName: a"), "serviceAccountName"],
  [pod("nodeselector: { a: b }"), "nodeSelector"],
  [pod("imagePullSecret:\n  - name: a"), "imagePullSecrets"],
  [pod("toleration:\n  - key: a"), "tolerations"],
  [pod("terminationGracePeriod: 5"), "terminationGracePeriodSeconds"],
  [pod("volumes:\n  - name: a\n    pvc: { claimName: a }"), "persistentVolumeClaim"],
  [pod("volumes:\n  - name: a\n    configmap: { name: a }"), "configMap"],
  [pod("volumes:\n  - name: a\n    persistentVolumeClaim:\n      name: a"), "claimName"],
  [pod("volumes:\n  - name: a\n    secret:\n      name: a"), "secretName"],
  [deployment("replica: 3"), "replicas"],
  [deployment("replcias: 3"), "replicas"],
  [deployment("selectors: { matchLabels: { a: b } }"), "selector"],
  [deployment("selector:\n  matchlabels: { a: b }"), "matchLabels"],
  [deployment("selector:\n  matchLabel: { a: b }"), "matchLabels"],
  [deployment("templates: { spec: {} }"), "template"],
  [deployment("updateStrategy: { type: Recreate }"), "strategy"],
  [deployment("selector:\n  app: a"), ""],
  [service("selectr: { a: b }"), "selector"],
  [service("port:\n  - port: 80"), "ports"],
  [service("ports:\n  - port: 80\n    targetport: 80"), "targetPort"],
  [service("ports:\n  - port: 80\n    nodeport: 30080"), "nodePort"],
  [service("ports:\n  - port: 80\n    containerPort: 80"), "targetPort"],
  [service("types: NodePort"), "type"],
  [service("clusterIp: None"), "clusterIP"],
  [root("apiVersion: v1\nkind: ConfigMap", "meta: { name: a }"), "metadata"],
  [root("apiVersion: v1\nkind: ConfigMap", "metaData: { name: a }"), "metadata"],
  [root("apiVersion: v1\nkind: ConfigMap", "metadata: { name: a }\ndatas: { a: b }"), "data"],
  [root("apiVersion: v1\nkind: Secret", "metadata: { name: a }\nstringdata: { a: b }"), "stringData"],
  [root("apiVersion: v1\nkind: Pod", "metadata: { name: a, namspace: b }"), "namespace"],
  [root("apiVersion: v1\nkind: Pod", "metadata: { name: a, lables: { a: b } }"), "labels"],
  [root("apiVersion: v1\nkind: Pod", "metadata: { name: a, anotations: { a: b } }"), "annotations"],
  [root("apiVersion: v1\nkind: Pod", "metadata: { nmae: a }"), "name"],
  [root("apiVersion: v1\nkind: Pod", "metadata: { name: a }\nspecs: { containers: [] }"), "spec"],
  [root("apiVersion: rbac.authorization.k8s.io/v1\nkind: Role", "rules:\n  - verb: [get]"), "verbs"],
  [root("apiVersion: rbac.authorization.k8s.io/v1\nkind: Role", "rules:\n  - apiGroup: ['']"), "apiGroups"],
  [root("apiVersion: networking.k8s.io/v1\nkind: Ingress", "spec:\n  ingressClass: nginx"), "ingressClassName"],
  [root("apiVersion: networking.k8s.io/v1\nkind: Ingress", "spec:\n  rule:\n    - host: a"), "rules"],
  [root("apiVersion: v1\nkind: PersistentVolumeClaim", "spec:\n  accessMode: [ReadWriteOnce]"), "accessModes"],
  [root("apiVersion: v1\nkind: PersistentVolumeClaim", "spec:\n  storageClass: fast"), "storageClassName"],
  [root("apiVersion: batch/v1\nkind: CronJob", "spec:\n  cron: '* * * * *'"), "schedule"],
  [root("apiVersion: batch/v1\nkind: CronJob", "spec:\n  jobTemplates: { spec: {} }"), "jobTemplate"],
  [root("apiVersion: batch/v1\nkind: Job", "spec:\n  backofLimit: 3"), "backoffLimit"],
  [root("apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler", "spec:\n  maxReplica: 3"), "maxReplicas"],
  [root("apiVersion: autoscaling/v2\nkind: HorizontalPodAutoscaler", "spec:\n  max: 3"), "maxReplicas"],
  [deployment("containers:\n  - name: a"), "in spec.template.spec"],
  [deployment("template:\n  containers:\n    - name: a"), "in spec.template.spec"],
  [deployment("template:\n  spec:\n    containers: [{ name: a }]\n    labels: { a: b }"), "in spec.template.metadata"],
  [deployment("template:\n  spec:\n    containers:\n      - name: a\n        replicas: 3"), "in spec"],
  [pod("containers:\n  - name: a\n    volumes:\n      - name: b"), "in spec"],
  [pod("containers:\n  - name: a\nports:\n  - containerPort: 80"), "in spec.containers.0"],
  [root("apiVersion: v1\nkind: Pod", "metadata: { name: a }\ncontainers: [{ name: a }]"), "in spec"],
  [root("apiVersion: apps/v1\nkind: Deployment", "metadata: { name: a }\nreplicas: 3"), "in spec"],
  [root("apiVersion: v1\nkind: Pod", "metadata:\n  name: a\n  spec: { containers: [] }"), "in "],
  [root("apiVersion: v1\nkind: Pod", "name: a\nspec: { containers: [] }"), "in metadata"],
  [root("apiVersion: v1\nkind: Pod", "metadata: { name: a }\nlabels: { a: b }"), "in metadata"],
];

test("an unknown field is taken for the one that was meant", () => {
  const wrong = FIELDS.flatMap(([manifest, meant]) => {
    const first = proposed(manifest);
    return first === meant ? [] : [`${manifest.split("\n").slice(-4).join(" ")} => ${first}, not ${meant}`];
  });
  assert.ok(FIELDS.length >= 100);
  assert.ok(wrong.length <= FIELDS.length * 0.05, `${wrong.length} of ${FIELDS.length}:\n${wrong.join("\n")}`);
});

const KINDS: readonly (readonly [apiVersion: string, kind: string, meant: string])[] = [
  ["apps/v1", "Deploymnet", "Deployment"],
  ["apps/v1", "deployment", "Deployment"],
  ["apps/v1", "Deployments", "Deployment"],
  ["apps/v1", "Deploy", "Deployment"],
  ["apps/v1", "Statefulset", "StatefulSet"],
  ["apps/v1", "StatefullSet", "StatefulSet"],
  ["apps/v1", "Daemonset", "DaemonSet"],
  ["v1", "service", "Service"],
  ["v1", "Serivce", "Service"],
  ["v1", "Services", "Service"],
  ["v1", "svc", "Service"],
  ["v1", "Configmap", "ConfigMap"],
  ["v1", "ConfigMaps", "ConfigMap"],
  ["v1", "cm", "ConfigMap"],
  ["v1", "secret", "Secret"],
  ["v1", "Pods", "Pod"],
  ["v1", "NameSpace", "Namespace"],
  ["v1", "ns", "Namespace"],
  ["v1", "PVC", "PersistentVolumeClaim"],
  ["v1", "PersistantVolumeClaim", "PersistentVolumeClaim"],
  ["v1", "PersistantVolume", "PersistentVolume"],
  ["v1", "Serviceaccount", "ServiceAccount"],
  ["networking.k8s.io/v1", "Ingres", "Ingress"],
  ["networking.k8s.io/v1", "NetworkPolicies", "NetworkPolicy"],
  ["networking.k8s.io/v1", "NetPolicy", "NetworkPolicy"],
  ["batch/v1", "Cronjob", "CronJob"],
  ["batch/v1", "CronJobs", "CronJob"],
  ["batch/v1", "job", "Job"],
  ["autoscaling/v2", "HPA", "HorizontalPodAutoscaler"],
  ["autoscaling/v2", "HorizontalPodAutoScaler", "HorizontalPodAutoscaler"],
  ["autoscaling/v2", "HorizontalPodAutoscaller", "HorizontalPodAutoscaler"],
  ["policy/v1", "PDB", "PodDisruptionBudget"],
  ["policy/v1", "PodDistruptionBudget", "PodDisruptionBudget"],
  ["rbac.authorization.k8s.io/v1", "Rolebinding", "RoleBinding"],
  ["rbac.authorization.k8s.io/v1", "ClusterRolebinding", "ClusterRoleBinding"],
  ["storage.k8s.io/v1", "Storageclass", "StorageClass"],
  ["apiextensions.k8s.io/v1", "CRD", "CustomResourceDefinition"],
  ["v1", "Deploymnet", "Deployment"],
];

test("an unknown kind is taken for the one that was meant", () => {
  const wrong = KINDS.filter(([apiVersion, kind, meant]) => suggestKinds(catalog, kind, apiVersion)[0]?.kind !== meant);
  assert.ok(KINDS.length >= 38);
  assert.deepEqual(wrong, []);
});

const VALUES: readonly (readonly [allowed: readonly string[], text: string, meant: string])[] = [
  [["Always", "IfNotPresent", "Never"], "always", "Always"],
  [["Always", "IfNotPresent", "Never"], "Allways", "Always"],
  [["Always", "IfNotPresent", "Never"], "IfNotPresnt", "IfNotPresent"],
  [["Always", "IfNotPresent", "Never"], "if-not-present", "IfNotPresent"],
  [["Always", "IfNotPresent", "Never"], "IfNotExists", "IfNotPresent"],
  [["Always", "OnFailure", "Never"], "on-failure", "OnFailure"],
  [["Always", "OnFailure", "Never"], "unless-stopped", "Always"],
  [["Always", "OnFailure", "Never"], "no", "Never"],
  [["SCTP", "TCP", "UDP"], "tcp", "TCP"],
  [["SCTP", "TCP", "UDP"], "HTTP", "TCP"],
  [["SCTP", "TCP", "UDP"], "UPD", "UDP"],
  [["ClusterIP", "ExternalName", "LoadBalancer", "NodePort"], "Loadbalancer", "LoadBalancer"],
  [["ClusterIP", "ExternalName", "LoadBalancer", "NodePort"], "LB", "LoadBalancer"],
  [["ClusterIP", "ExternalName", "LoadBalancer", "NodePort"], "nodeport", "NodePort"],
  [["ClusterIP", "ExternalName", "LoadBalancer", "NodePort"], "clusterip", "ClusterIP"],
  [["ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce", "ReadWriteOncePod"], "RWO", "ReadWriteOnce"],
  [["ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce", "ReadWriteOncePod"], "ReadWriteOnes", "ReadWriteOnce"],
  [["ReadOnlyMany", "ReadWriteMany", "ReadWriteOnce", "ReadWriteOncePod"], "rwx", "ReadWriteMany"],
  [["Recreate", "RollingUpdate"], "Rolling", "RollingUpdate"],
  [["Recreate", "RollingUpdate"], "rollingupdate", "RollingUpdate"],
  [["Delete", "Recycle", "Retain"], "retain", "Retain"],
  [["Delete", "Recycle", "Retain"], "Retian", "Retain"],
  [["Exact", "ImplementationSpecific", "Prefix"], "prefix", "Prefix"],
];

test("a value outside an enumeration is taken for the one that was meant", () => {
  const wrong = VALUES.filter(([allowed, text, meant]) => suggestValues(allowed, text)[0] !== meant);
  assert.ok(VALUES.length >= 20);
  assert.deepEqual(wrong, []);
});

test("words that have nothing to do with each other are not proposed", () => {
  assert.deepEqual(nearest("banana", ["replicas", "selector", "template"]), []);
  assert.deepEqual(nearest("xyz", ["name", "image", "env"]), []);
  assert.deepEqual(suggestValues(["TCP", "UDP"], "whatever"), []);
  assert.equal(proposed(container("banana: 1")), "");
});

test("neighbours that changed places count as one edit, and distances stop at the limit", () => {
  assert.equal(editDistance("naem", "name", 3), 1);
  assert.equal(editDistance("kitten", "sitting", 9), 3);
  assert.equal(editDistance("kitten", "sitting", 2), 3);
  assert.equal(editDistance("", "abc", 5), 3);
});
