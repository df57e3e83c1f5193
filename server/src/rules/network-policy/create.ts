import type { Edit } from "../../base/span.ts";
import type { Resource } from "../../model/resource.ts";
import type { Direction, LabelSelector, PortMatch } from "../../workspace/network-cluster.ts";
import { quoteIfNeeded } from "../../yaml/edit.ts";
import { documentAfter } from "../new-document.ts";

/** A policy that lets one kind of traffic through, or, without `peer`, nothing. */
export interface NewPolicy {
  readonly name: string;
  /** Undefined where it is that of the object at hand, which does not say it either. */
  readonly namespace: string | undefined;
  readonly subject: LabelSelector;
  readonly direction: Direction;
  readonly peer?: { readonly namespace: string | undefined; readonly pods: LabelSelector | undefined };
  readonly ports?: readonly PortMatch[];
}

/** A policy as a document below the object at hand. */
export function createPolicy({ doc, root, path }: Resource, policy: NewPolicy): Edit {
  // The items of a List are no documents.
  const end = path.length === 0 ? root.end : (doc.root?.end ?? root.end);
  return documentAfter(doc.text, end, linesOf(policy));
}

function linesOf({ name, namespace, subject, direction, peer, ports }: NewPolicy): readonly string[] {
  const [field, peers] = direction === "ingress" ? ["ingress", "from"] : ["egress", "to"];
  const head = [
    "apiVersion: networking.k8s.io/v1",
    "kind: NetworkPolicy",
    "metadata:",
    `  name: ${quoteIfNeeded(name)}`,
    ...(namespace === undefined ? [] : [`  namespace: ${quoteIfNeeded(namespace)}`]),
    "spec:",
    ...selectorLines("podSelector", subject).map((line) => `  ${line}`),
    `  policyTypes: [${direction === "ingress" ? "Ingress" : "Egress"}]`,
  ];
  if (!peer) return head;
  const selectors = [
    ...(peer.namespace === undefined
      ? []
      : selectorLines("namespaceSelector", {
          matchLabels: { "kubernetes.io/metadata.name": peer.namespace },
          matchExpressions: [],
        })),
    ...(peer.pods ? selectorLines("podSelector", peer.pods) : []),
  ];
  const rule = [
    `${peers}:`,
    ...selectors.map((line, i) => `  ${i === 0 ? "- " : "  "}${line}`),
    ...(ports && ports.length > 0 ? ["ports:", ...ports.flatMap(portLines)] : []),
  ];
  return [...head, `  ${field}:`, ...rule.map((line, i) => `    ${i === 0 ? "- " : "  "}${line}`)];
}

function selectorLines(field: string, { matchLabels, matchExpressions }: LabelSelector): readonly string[] {
  const labels = Object.entries(matchLabels).map(
    ([key, value]) => `    ${quoteIfNeeded(key)}: ${quoteIfNeeded(value)}`,
  );
  const expressions = matchExpressions.map(({ key, operator, values }) => {
    const list = values.length === 0 ? "" : `, values: [${values.map(quoteIfNeeded).join(", ")}]`;
    return `    - { key: ${quoteIfNeeded(key)}, operator: ${operator}${list} }`;
  });
  if (labels.length + expressions.length === 0) return [`${field}: {}`];
  return [
    `${field}:`,
    ...(labels.length > 0 ? ["  matchLabels:", ...labels] : []),
    ...(expressions.length > 0 ? ["  matchExpressions:", ...expressions] : []),
  ];
}

function portLines(port: PortMatch): readonly string[] {
  switch (port.kind) {
    case "range": {
      if (port.from === 1 && port.to === 65535) return [`  - protocol: ${port.protocol}`];
      const end = port.to === port.from ? [] : [`    endPort: ${port.to}`];
      return [`  - port: ${port.from}`, ...end, ...(port.protocol === "TCP" ? [] : [`    protocol: ${port.protocol}`])];
    }
    case "name": {
      const protocol = port.protocol === undefined || port.protocol === "TCP" ? [] : [`    protocol: ${port.protocol}`];
      return [`  - port: ${quoteIfNeeded(port.name)}`, ...protocol];
    }
    case "unknown":
      return [];
  }
}
