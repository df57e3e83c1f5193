/** Manifests that examples have in common, to be written one below the other. */

export const gateway = (name: string, listener: readonly string[], namespace = "ha-tang"): string =>
  `apiVersion: gateway.networking.k8s.io/v1
kind: Gateway
metadata:
  name: ${name}
  namespace: ${namespace}
spec:
  gatewayClassName: vi-du
  listeners:
    - name: web
      protocol: HTTP
${listener.map((line) => `      ${line}\n`).join("")}`;

/** `spec` without indentation of its own. */
export const route = (name: string, spec: readonly string[], namespace = "cua-hang"): string =>
  `apiVersion: gateway.networking.k8s.io/v1
kind: HTTPRoute
metadata:
  name: ${name}
  namespace: ${namespace}
spec:
${spec.map((line) => `  ${line}\n`).join("")}`;

export const serviceIn = (name: string, namespace: string): string =>
  `apiVersion: v1
kind: Service
metadata:
  name: ${name}
  namespace: ${namespace}
spec:
  selector: { app: ${name} }
  ports: [{ port: 80 }]
`;

/** So that the Services of an example have somebody to send to. */
export const podIn = (name: string, namespace: string): string =>
  `apiVersion: v1
kind: Pod
metadata:
  name: ${name}
  namespace: ${namespace}
  labels: { app: ${name} }
spec:
  containers: [{ name: web, image: "nginx:1.27" }]
`;

/** Several documents as one file. */
export const file = (...documents: readonly string[]): string => documents.join("---\n");
