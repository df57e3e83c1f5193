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
