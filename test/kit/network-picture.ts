import { type Subject, subjectOf } from "../../server/src/features/diagram/build-model.ts";
import { fileId } from "../../server/src/workspace/file.ts";
import { NetworkFiles } from "../../server/src/workspace/network-files.ts";
import { storageSites } from "../../server/src/workspace/storage-sites.ts";
import { Workspace } from "../../server/src/workspace/workspace.ts";
import { schemas } from "./schemas.ts";

/** What a picture is drawn of. */
export function subjectIn(files: Readonly<Record<string, string>>): Subject {
  const workspace = new Workspace(schemas);
  const network = new NetworkFiles("default");
  for (const [name, text] of Object.entries(files)) {
    network.put(workspace, workspace.open(fileId(`file:///workspace/${name}`), text));
  }
  return subjectOf(network.snapshot(), () => storageSites(workspace));
}

/** A class, two volumes, a claim that gets one and one that does not, and Pods that mount them. */
export const STORE = `apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: { name: gp3 }
provisioner: ebs.csi.aws.com
volumeBindingMode: WaitForFirstConsumer
---
apiVersion: v1
kind: PersistentVolume
metadata: { name: small }
spec:
  capacity: { storage: 5Gi }
  accessModes: [ReadWriteOnce]
  storageClassName: ""
  nfs: { server: 10.0.0.5, path: /small }
---
apiVersion: v1
kind: PersistentVolume
metadata: { name: large }
spec:
  capacity: { storage: 50Gi }
  accessModes: [ReadWriteOnce]
  storageClassName: ""
  nfs: { server: 10.0.0.5, path: /large }
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: files, namespace: shop }
spec:
  accessModes: [ReadWriteOnce]
  storageClassName: ""
  resources: { requests: { storage: 10Gi } }
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: shared, namespace: shop }
spec:
  accessModes: [ReadWriteMany]
  storageClassName: ""
  resources: { requests: { storage: 1Gi } }
---
apiVersion: v1
kind: Pod
metadata: { name: reader, namespace: shop }
spec:
  containers:
    - name: reader
      image: example/reader:1
      volumeMounts: [{ name: files, mountPath: /files }, { name: lost, mountPath: /lost }]
  volumes:
    - { name: files, persistentVolumeClaim: { claimName: files } }
    - { name: lost, persistentVolumeClaim: { claimName: nowhere } }
    - { name: scratch, emptyDir: {} }
---
apiVersion: apps/v1
kind: StatefulSet
metadata: { name: db, namespace: shop }
spec:
  replicas: 2
  selector: { matchLabels: { app: db } }
  template:
    metadata: { labels: { app: db } }
    spec:
      containers: [{ name: db, image: example/db:1, volumeMounts: [{ name: data, mountPath: /data }] }]
  volumeClaimTemplates:
    - metadata: { name: data }
      spec:
        accessModes: [ReadWriteOnce]
        storageClassName: gp3
        resources: { requests: { storage: 20Gi } }
`;

export const workload = (namespace: string, name: string, port: number, more = ""): string => `apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: ${namespace} }
spec:
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec:
      containers:
        - name: ${name}
          image: example/${name}:1
          ports: [{ name: http, containerPort: ${port} }]
${more}---
`;

export const service = (namespace: string, name: string, target: string | number, more = ""): string => `apiVersion: v1
kind: Service
metadata: { name: ${name}, namespace: ${namespace} }
spec:
  selector: { app: ${name} }
${more}  ports: [{ name: http, port: 80, targetPort: ${target} }]
---
`;

/** Lets Pods of one app in at others of the namespace. */
export const allow = (
  namespace: string,
  name: string,
  from: string,
  port: number,
): string => `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: ${name}, namespace: ${namespace} }
spec:
  podSelector: { matchLabels: { app: ${name} } }
  policyTypes: [Ingress]
  ingress:
    - from: [{ podSelector: { matchLabels: { app: ${from} } } }]
      ports: [{ port: ${port} }]
---
`;
