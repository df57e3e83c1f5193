/** Manifests that examples have in common, to be written one below the other. */

interface Shape {
  readonly namespace?: string;
  /** The value of the label `app`: the name when absent. */
  readonly app?: string;
  /** Items of `ports`, each on one line. */
  readonly ports?: readonly string[];
  /** Further lines of the Pod's `spec`. */
  readonly more?: readonly string[];
}

const inNamespace = (namespace: string | undefined): string => (namespace ? `\n  namespace: ${namespace}` : "");

export function deployment(name: string, { namespace, app = name, ports = [], more = [] }: Shape = {}): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}${inNamespace(namespace)}
spec:
  selector: { matchLabels: { app: ${app} } }
  template:
    metadata: { labels: { app: ${app} } }
    spec:
${more.map((line) => `      ${line}\n`).join("")}      containers:
        - name: web
          image: nginx:1.27
${ports.length === 0 ? "" : `          ports:\n${ports.map((port) => `            - ${port}\n`).join("")}`}`;
}

export function service(name: string, ports: readonly string[], { namespace, app = name }: Shape = {}): string {
  return `apiVersion: v1
kind: Service
metadata:
  name: ${name}${inNamespace(namespace)}
spec:
  selector: { app: ${app} }
  ports:
${ports.map((port) => `    - ${port}\n`).join("")}`;
}

/** `spec` without indentation of its own. */
export function policy(name: string, spec: readonly string[], namespace?: string): string {
  return `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: ${name}${inNamespace(namespace)}
spec:
${spec.map((line) => `  ${line}\n`).join("")}`;
}

/** Several documents as one file. */
export const file = (...documents: readonly string[]): string => documents.join("---\n");
