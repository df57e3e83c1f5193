import { type Subject, subjectOf } from "../../server/src/features/diagram/build-model.ts";
import { fileId } from "../../server/src/workspace/file.ts";
import { NetworkFiles } from "../../server/src/workspace/network-files.ts";
import { Workspace } from "../../server/src/workspace/workspace.ts";
import { schemas } from "./schemas.ts";

/** What a picture is drawn of. */
export function subjectIn(files: Readonly<Record<string, string>>): Subject {
  const workspace = new Workspace(schemas);
  const network = new NetworkFiles("default");
  for (const [name, text] of Object.entries(files)) {
    network.put(workspace, workspace.open(fileId(`file:///workspace/${name}`), text));
  }
  return subjectOf(network.snapshot());
}

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
