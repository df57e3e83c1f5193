import { metadata, podLabels } from "./app.mjs";

/** The manifests that run pods. Every function returns one YAML document that ends in a newline. */
export const workloads = { deployment, statefulSet, job, cronJob };

function deployment(app) {
  return `apiVersion: apps/v1
kind: Deployment
${metadata(app, "", "server")}spec:
  replicas: ${app.replicas}
  revisionHistoryLimit: ${app.random.between(2, 10)}
  progressDeadlineSeconds: 600
  strategy:
    type: RollingUpdate
    rollingUpdate:
      maxSurge: 25%
      maxUnavailable: 0
  selector:
    matchLabels:
${podLabels(app, "server", 6)}  template:
    metadata:
      labels:
${podLabels(app, "server", 8)}      annotations:
        example.com/config-hash: "${app.random.hex(16)}"
    spec:
      serviceAccountName: ${app.name}
      terminationGracePeriodSeconds: 45
      securityContext:
        runAsNonRoot: true
        runAsUser: 10001
        fsGroup: 10001
      initContainers:
        - name: migrate
          image: ${app.image}-migrate:${app.version}
          command: ["/bin/migrate", "--wait"]
          resources:
            limits:
              memory: 128Mi
      containers:
        - name: server
          image: ${app.image}:${app.version}
          ports:
            - name: http
              containerPort: ${app.port}
              protocol: TCP
            - name: metrics
              containerPort: 9102
          env:
            - name: LOG_LEVEL
              valueFrom:
                configMapKeyRef:
                  name: ${app.name}-config
                  key: log-level
            - name: DATABASE_PASSWORD
              valueFrom:
                secretKeyRef:
                  name: ${app.name}-credentials
                  key: password
            - name: POD_NAME
              valueFrom:
                fieldRef:
                  fieldPath: metadata.name
${resources(app, 10)}          readinessProbe:
            httpGet:
              path: /ready
              port: http
            periodSeconds: 10
            failureThreshold: 3
          livenessProbe:
            httpGet:
              path: /live
              port: http
            initialDelaySeconds: 20
          securityContext:
            allowPrivilegeEscalation: false
            readOnlyRootFilesystem: true
            capabilities:
              drop: ["ALL"]
          volumeMounts:
            - name: config
              mountPath: /etc/${app.name}
              readOnly: true
            - name: scratch
              mountPath: /tmp
      volumes:
        - name: config
          configMap:
            name: ${app.name}-config
        - name: scratch
          emptyDir:
            sizeLimit: 64Mi
`;
}

function statefulSet(app) {
  return `apiVersion: apps/v1
kind: StatefulSet
${metadata(app, "-store", "store")}spec:
  serviceName: ${app.name}
  replicas: 3
  podManagementPolicy: Parallel
  selector:
    matchLabels:
${podLabels(app, "store", 6)}  template:
    metadata:
      labels:
${podLabels(app, "store", 8)}    spec:
      serviceAccountName: ${app.name}
      containers:
        - name: store
          image: registry.example.com/shared/store:${app.version}
          ports:
            - name: store
              containerPort: 5432
          env:
            - name: STORE_PASSWORD
              valueFrom:
                secretKeyRef:
                  name: ${app.name}-credentials
                  key: password
${resources(app, 10)}          volumeMounts:
            - name: data
              mountPath: /var/lib/store
  volumeClaimTemplates:
    - metadata:
        name: data
      spec:
        accessModes: ["ReadWriteOnce"]
        resources:
          requests:
            storage: ${app.random.between(5, 50)}Gi
`;
}

function job(app) {
  return `apiVersion: batch/v1
kind: Job
${metadata(app, "-import", "import")}spec:
  backoffLimit: 3
  activeDeadlineSeconds: 3600
  ttlSecondsAfterFinished: 86400
  template:
    metadata:
      labels:
${podLabels(app, "import", 8)}    spec:
      restartPolicy: Never
      serviceAccountName: ${app.name}
      containers:
        - name: import
          image: ${app.image}-import:${app.version}
          args: ["--source", "s3://${app.team}-imports/${app.digest}"]
${resources(app, 10)}`;
}

function cronJob(app) {
  return `apiVersion: batch/v1
kind: CronJob
${metadata(app, "-cleanup", "cleanup")}spec:
  schedule: "${app.random.between(0, 59)} ${app.random.between(0, 23)} * * *"
  concurrencyPolicy: Forbid
  successfulJobsHistoryLimit: 2
  jobTemplate:
    spec:
      backoffLimit: 1
      template:
        metadata:
          labels:
${podLabels(app, "cleanup", 12)}        spec:
          restartPolicy: OnFailure
          containers:
            - name: cleanup
              image: ${app.image}-cleanup:${app.version}
              envFrom:
                - configMapRef:
                    name: ${app.name}-config
${resources(app, 14)}`;
}

function resources(app, indent) {
  const pad = " ".repeat(indent);
  const cpu = app.random.between(1, 8) * 50;
  const memory = app.random.between(2, 16) * 64;
  return `${pad}resources:
${pad}  requests:
${pad}    cpu: ${cpu}m
${pad}    memory: ${memory}Mi
${pad}  limits:
${pad}    memory: ${memory * 2}Mi
`;
}
