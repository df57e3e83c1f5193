import type { Direction } from "../../engines/network/input.ts";
import type { Peer } from "../../engines/network/parties.ts";
import type { World } from "../../engines/network/world.ts";
import { standingOf } from "../network/standing.ts";
import type { Drawn } from "./build-model.ts";
import { policyId, portRowId, workloadId } from "./ids.ts";
import type { Mark, Row } from "./model.ts";
import type { Sheet } from "./sheet.ts";
import { adminMark, markInWords, portText, portTitle, workloadTitle } from "./words.ts";

/** A box for every workload, with a row for every port that a container declares. */
export function addWorkloads(sheet: Sheet, { world, objects }: Drawn): void {
  for (const peer of world.parties.peers) {
    const [pods] = peer.pods;
    if (!pods) continue;
    const id = sheet.box({
      id: workloadId(peer),
      kind: "workload",
      namespace: peer.namespace,
      name: peer.name,
      caption: peer.kind,
      marks: marksOf(world, peer),
      labels: pods.labels,
      title: workloadTitle(peer, objects.get(pods.origin)?.pod),
      at: { origin: pods.origin, path: ["metadata", "name"] },
    });
    for (const row of rowsOf(peer)) sheet.row(id, row);
  }
}

function rowsOf(peer: Peer): readonly Row[] {
  const [pods] = peer.pods;
  if (!pods) return [];
  const containers = new Set(pods.ports.map(({ container }) => container));
  const seen = new Map<string, string>();
  const conflicts = new Set<string>();
  for (const { protocol, number, container } of pods.ports) {
    const key = `${protocol}/${number}`;
    if ((seen.get(key) ?? container) !== container) conflicts.add(key);
    seen.set(key, container);
  }
  return pods.ports.map((port): Row => {
    const sharing = pods.ports.filter(({ protocol, number }) => protocol === port.protocol && number === port.number);
    const owners = containers.size > 1 ? [...new Set(sharing.map(({ container }) => container))].join(", ") : undefined;
    const name = [sharing.length > 1 ? undefined : port.name, owners].filter((each) => each !== undefined);
    const isConflict = conflicts.has(`${port.protocol}/${port.number}`);
    return {
      id: portRowId(peer, port.protocol, port.number),
      text: portText(port.protocol, port.number),
      detail: name.join(" · "),
      title: portTitle(port, isConflict ? "conflict" : "plain"),
      at: { origin: pods.origin, path: port.path },
      state: isConflict ? "conflict" : "plain",
    };
  });
}

function marksOf(world: World, peer: Peer): readonly Mark[] {
  return (["ingress", "egress"] as const).map((direction) => markOf(world, peer, direction));
}

/** "Open by default" is said on the box: arrows from everybody to everybody would say nothing else. */
function markOf(world: World, peer: Peer, direction: Direction): Mark {
  const { state: said, policies, admin: all } = standingOf(world, peer, direction);
  const admin = all.filter((policy) => policy[direction].length > 0);
  const [first = admin[0]] = policies;
  // What the cluster's administrators say of it is no default any more.
  const state = said === "open" && admin.length > 0 ? "isolated" : said;
  const words = markInWords(
    direction,
    said,
    [...policies, ...admin].map(({ name }) => name),
  );
  const { text, title } =
    state === said
      ? words
      : adminMark(
          direction,
          admin.map(({ name }) => name),
        );
  return {
    id: `${workloadId(peer)}!${direction}`,
    direction,
    state,
    policies: [...policies, ...admin].map(policyId),
    text,
    title,
    at: first ? { origin: first.origin, path: ["spec", direction] } : undefined,
  };
}

/** A port that somebody sends to and no container declares: it may well work, but nobody says so. */
export function undeclaredRow(sheet: Sheet, peer: Peer, protocol: string, number: number): string {
  const id = portRowId(peer, protocol, number);
  const [pods] = peer.pods;
  return sheet.row(workloadId(peer), {
    id,
    text: portText(protocol, number),
    detail: "?",
    title: {
      en: `Port ${number}/${protocol}: no container declares it. It works only if something listens there.`,
      vi: `Cổng ${number}/${protocol}: không container nào khai báo. Chỉ hoạt động nếu có tiến trình đang lắng nghe ở đó.`,
    },
    at: pods && { origin: pods.origin, path: ["spec"] },
    state: "undeclared",
  });
}
