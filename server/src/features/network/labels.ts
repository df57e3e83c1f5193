import type { Labels } from "../../engines/network/input.ts";
import type { Peer } from "../../engines/network/parties.ts";
import type { World } from "../../engines/network/world.ts";

/** What a release, a tool or a controller writes: another rollout has other values. */
const PASSING =
  /^(?:version|release|heritage|chart|pod-template-hash|controller-revision-hash|pod-template-generation|statefulset\.kubernetes\.io\/.*|apps\.kubernetes\.io\/.*|batch\.kubernetes\.io\/.*|job-name|controller-uid|helm\.sh\/chart|app\.kubernetes\.io\/(?:version|managed-by))$/;

/** Which label people name a workload by, the most usual first. */
const USUAL = [
  "app",
  "app.kubernetes.io/name",
  "k8s-app",
  "name",
  "app.kubernetes.io/component",
  "component",
  "app.kubernetes.io/instance",
  "tier",
  "role",
];

/**
 * The fewest labels that tell a workload's Pods from those of all others in its namespace. Where no labels do, all that
 * will last; none at all where its Pods have none in common.
 */
export function tellingLabels(world: World, peer: Peer): Labels {
  const shared = sharedLabels(peer);
  const lasting = shared.filter(([key]) => !PASSING.test(key));
  const usable = [...(lasting.length > 0 ? lasting : shared)].sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const meant = selectedBy(world, peer, usable);
  for (const each of usable) if (selectedBy(world, peer, [each]) === meant) return Object.fromEntries([each]);
  for (const [i, first] of usable.entries()) {
    for (const second of usable.slice(i + 1)) {
      if (selectedBy(world, peer, [first, second]) === meant) return Object.fromEntries([first, second]);
    }
  }
  return Object.fromEntries(usable);
}

function rank(key: string): number {
  const index = USUAL.indexOf(key);
  return index < 0 ? USUAL.length : index;
}

function sharedLabels({ pods: [first, ...others] }: Peer): readonly (readonly [string, string])[] {
  return Object.entries(first?.labels ?? {}).filter(([key, value]) =>
    others.every(({ labels }) => labels[key] === value),
  );
}

const selectedBy = ({ matching }: World, { namespace }: Peer, labels: readonly (readonly [string, string])[]): number =>
  matching.selectedBy(namespace, Object.fromEntries(labels)).length;
