/** Manifests that examples have in common, to be written one below the other. */

interface Shape {
  readonly size?: string;
  readonly modes?: string;
  /** Further lines of `spec`, each without indentation of its own. */
  readonly more?: readonly string[];
}

/** No class is meant, and none is given. */
export const NO_CLASS: readonly string[] = ['storageClassName: ""'];

export function volume(name: string, { size = "10Gi", modes = "ReadWriteOnce", more = [] }: Shape = {}): string {
  return `apiVersion: v1
kind: PersistentVolume
metadata:
  name: ${name}
spec:
  capacity:
    storage: ${size}
  accessModes: [${modes}]
${lines(more)}  nfs:
    server: nfs.example.com
    path: /du-lieu
`;
}

export function claim(name: string, { size = "10Gi", modes = "ReadWriteOnce", more = [] }: Shape = {}): string {
  return `apiVersion: v1
kind: PersistentVolumeClaim
metadata:
  name: ${name}
spec:
  accessModes: [${modes}]
${lines(more)}  resources:
    requests:
      storage: ${size}
`;
}

export function storageClass(name: string, provisioner: string, more: readonly string[] = []): string {
  return `apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata:
  name: ${name}
provisioner: ${provisioner}
${more.map((line) => `${line}\n`).join("")}`;
}

const lines = (all: readonly string[]): string => all.map((line) => `  ${line}\n`).join("");

/** Several documents as one file. */
export const file = (...documents: readonly string[]): string => documents.join("---\n");

/** A volume that is on one node. */
export const onNode = (node: string): readonly string[] => [
  "nodeAffinity:",
  "  required:",
  "    nodeSelectorTerms:",
  "      - matchExpressions:",
  `          - { key: kubernetes.io/hostname, operator: In, values: [${node}] }`,
];

/** A Deployment, or another kind of the same form, that mounts a claim. */
export function workload(
  name: string,
  claimName: string,
  { kind = "Deployment", more = [], volume: fields = "" }: Work = {},
): string {
  return `apiVersion: apps/v1
kind: ${kind}
metadata:
  name: ${name}
spec:
${lines(more)}  selector: { matchLabels: { app: web } }
  template:
    metadata: { labels: { app: web } }
    spec:
      containers:
        - name: web
          image: nginx:1.27
          volumeMounts:
            - name: du-lieu
              mountPath: /du-lieu
      volumes:
        - name: du-lieu
          persistentVolumeClaim:
            claimName: ${claimName}
${fields === "" ? "" : `            ${fields}\n`}`;
}

interface Work {
  readonly kind?: string;
  /** Further lines of `spec`. */
  readonly more?: readonly string[];
  /** A further line of the volume's claim. */
  readonly volume?: string;
}
