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
