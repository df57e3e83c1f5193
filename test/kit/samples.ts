/** Manifests in the layouts that people use: both list styles, wide steps, flow, JSON, comments, block scalars. */
export const SAMPLES: readonly string[] = [
  `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
  labels:
    app: web
spec:
  replicas: 2
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
      - name: web
        image: nginx:1.29 # the server
        ports:
        - containerPort: 80
        env:
        - name: MODE
          value: "on"
      volumes: []
`,
  `---
apiVersion: apps/v1
kind: StatefulSet
metadata:
    name: db
spec:
    serviceName: db
    selector:
        matchLabels: { app: db }
    template:
        metadata: { labels: { app: db } }
        spec:
            containers:
              - name: db
                image: postgres:17
                args: ["-c", "max_connections=200"]
                resources:
                    requests: { cpu: 100m }
`,
  `apiVersion: v1
kind: ConfigMap
metadata:
  name: settings
data:
  app.conf: |
    # not a comment
    key: value

  one: "1"
`,
  `{
  "apiVersion": "v1",
  "kind": "Service",
  "metadata": { "name": "web" },
  "spec": {
    "selector": { "app": "web" },
    "ports": [
      { "port": 80, "targetPort": "http" }
    ]
  }
}
`,
  `apiVersion: v1
kind: List
items:
- apiVersion: v1
  kind: Service
  metadata:
    name: a
  spec:
    ports:
    - port: 80
- apiVersion: v1
  kind: ServiceAccount
  metadata:
    name: b
`,
  `apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: reader
rules:
  - apiGroups: [""]
    resources: [pods, pods/log]
    verbs:
      - get
      - list
`,
];
