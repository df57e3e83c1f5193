import type { Span } from "../../base/span.ts";
import { POD_MAKERS } from "../../model/pod-templates.ts";
import type { WorkspaceView } from "../../workspace/view.ts";
import type { Lens } from "../storage/lenses.ts";

const KINDS = new Set(
  "Pod Deployment StatefulSet DaemonSet ReplicaSet ReplicationController Job CronJob Service Ingress NetworkPolicy AdminNetworkPolicy BaselineAdminNetworkPolicy ClusterNetworkPolicy Gateway HTTPRoute GRPCRoute TLSRoute TCPRoute UDPRoute".split(
    " ",
  ),
);

/** Above everything that is in the picture of the network: the way to it. */
export const diagramLenses = (view: WorkspaceView): readonly Lens[] =>
  view.ownEntries().flatMap((entries, document) =>
    entries.flatMap(({ facts }): readonly Lens[] => {
      if (!KINDS.has(facts.gvk.kind) || facts.name === "") return [];
      const title = { en: "Network diagram", vi: "Sơ đồ mạng" };
      return [{ document, span: facts.nameSpan, title, opens: "network" }];
    }),
  );

/** Above workloads: where it will be said who can call them, once somebody sees the line. */
export const reachLenses = (view: WorkspaceView): readonly { readonly document: number; readonly span: Span }[] =>
  view.ownEntries().flatMap((entries, document) =>
    entries.flatMap(({ facts }) => {
      const { kind } = facts.gvk;
      const isWorkload = POD_MAKERS.has(kind) && kind !== "PodTemplate" && facts.name !== "";
      return isWorkload ? [{ document, span: facts.nameSpan }] : [];
    }),
  );
