import type { Target } from "./view.ts";

/** Objects that every cluster has from its first minute, whoever runs it. */
export function inEveryCluster({ kind, name, namespace }: Target): boolean {
  switch (kind) {
    case "Namespace":
      return ["default", "kube-system", "kube-public", "kube-node-lease"].includes(name);
    case "ServiceAccount":
      return name === "default";
    case "ConfigMap":
      // kube-controller-manager publishes the root certificate in each namespace (root-ca-cert-publisher).
      return name === "kube-root-ca.crt" || (name === "extension-apiserver-authentication" && isSystem(namespace));
    case "Role":
      return (
        name.startsWith("system:") || (name === "extension-apiserver-authentication-reader" && isSystem(namespace))
      );
    case "ClusterRole":
    case "ClusterRoleBinding":
      return name.startsWith("system:") || ["cluster-admin", "admin", "edit", "view"].includes(name);
    case "PriorityClass":
      return name === "system-cluster-critical" || name === "system-node-critical";
    case "Service":
      return (
        (name === "kubernetes" && (namespace ?? "default") === "default") ||
        (name === "kube-dns" && isSystem(namespace))
      );
    default:
      return false;
  }
}

const isSystem = (namespace: string | undefined): boolean => namespace === undefined || namespace === "kube-system";
