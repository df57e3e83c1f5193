import { metadata, podLabels } from "./app.mjs";

/** The manifests around the workloads. Every function returns one YAML document that ends in a newline. */
export const supporting = {
  service,
  configMap,
  secret,
  serviceAccount,
  ingress,
  horizontalPodAutoscaler,
  networkPolicy,
  podDisruptionBudget,
  role,
  roleBinding,
  persistentVolumeClaim,
};

function service(app) {
  return `apiVersion: v1
kind: Service
${metadata(app, "", "server")}spec:
  type: ClusterIP
  selector:
${podLabels(app, "server", 4)}  ports:
    - name: http
      port: 80
      targetPort: http
      protocol: TCP
    - name: metrics
      port: 9102
      targetPort: metrics
`;
}

function configMap(app) {
  const entry = (index) =>
    `    ${app.random.pick(["cache", "queue", "route", "limit"])}.${index} = ${app.random.words(4)}\n`;
  return `apiVersion: v1
kind: ConfigMap
${metadata(app, "-config", "server")}data:
  log-level: ${app.random.pick(["info", "debug", "warn"])}
  workers: "${app.random.between(2, 32)}"
  application.properties: |
    # ${app.random.words(7)}
${Array.from({ length: 14 }, (_, index) => entry(index)).join("")}`;
}

function secret(app) {
  return `apiVersion: v1
kind: Secret
${metadata(app, "-credentials", "server")}type: Opaque
data:
  password: ${Buffer.from(app.random.hex(24)).toString("base64")}
  token: ${Buffer.from(app.random.hex(48)).toString("base64")}
  client.key: ${Buffer.from(app.random.hex(240)).toString("base64")}
`;
}

function serviceAccount(app) {
  return `apiVersion: v1
kind: ServiceAccount
${metadata(app, "", "server")}automountServiceAccountToken: true
`;
}

function ingress(app) {
  const path = (name) => `          - path: /${name}
            pathType: Prefix
            backend:
              service:
                name: ${app.name}
                port:
                  name: http
`;
  return `apiVersion: networking.k8s.io/v1
kind: Ingress
${metadata(app, "", "server")}spec:
  ingressClassName: nginx
  tls:
    - hosts:
        - ${app.name}.example.com
  rules:
    - host: ${app.name}.example.com
      http:
        paths:
${["api", "static", app.team].map(path).join("")}`;
}

function horizontalPodAutoscaler(app) {
  return `apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
${metadata(app, "", "server")}spec:
  scaleTargetRef:
    apiVersion: apps/v1
    kind: Deployment
    name: ${app.name}
  minReplicas: ${app.replicas}
  maxReplicas: ${app.replicas * 3}
  metrics:
    - type: Resource
      resource:
        name: cpu
        target:
          type: Utilization
          averageUtilization: ${app.random.between(50, 90)}
    - type: Resource
      resource:
        name: memory
        target:
          type: Utilization
          averageUtilization: 80
  behavior:
    scaleDown:
      stabilizationWindowSeconds: 300
`;
}

function networkPolicy(app) {
  return `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
${metadata(app, "", "server")}spec:
  podSelector:
    matchLabels:
${podLabels(app, "server", 6)}  policyTypes: ["Ingress", "Egress"]
  ingress:
    - from:
        - namespaceSelector:
            matchLabels:
              kubernetes.io/metadata.name: ingress-nginx
      ports:
        - port: http
          protocol: TCP
  egress:
    - to:
        - podSelector:
            matchLabels:
${podLabels(app, "store", 14)}      ports:
        - port: 5432
`;
}

function podDisruptionBudget(app) {
  return `apiVersion: policy/v1
kind: PodDisruptionBudget
${metadata(app, "", "server")}spec:
  minAvailable: 1
  selector:
    matchLabels:
${podLabels(app, "server", 6)}`;
}

function role(app) {
  return `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
${metadata(app, "", "server")}rules:
  - apiGroups: [""]
    resources: ["configmaps", "secrets"]
    resourceNames: ["${app.name}-config", "${app.name}-credentials"]
    verbs: ["get", "watch"]
  - apiGroups: ["coordination.k8s.io"]
    resources: ["leases"]
    verbs: ["get", "create", "update"]
`;
}

function roleBinding(app) {
  return `apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
${metadata(app, "", "server")}roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: Role
  name: ${app.name}
subjects:
  - kind: ServiceAccount
    name: ${app.name}
    namespace: ${app.namespace}
`;
}

function persistentVolumeClaim(app) {
  return `apiVersion: v1
kind: PersistentVolumeClaim
${metadata(app, "-uploads", "server")}spec:
  accessModes: ["ReadWriteOnce"]
  volumeMode: Filesystem
  resources:
    requests:
      storage: ${app.random.between(1, 100)}Gi
`;
}
