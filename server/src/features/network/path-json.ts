import { bytesOf, type Layer } from "../../engines/path/layers.ts";
import type { Hop, Packet } from "../../engines/path/walk.ts";
import { explanationOf } from "./explanations.ts";
import { MODEL_WORDS } from "./models/names.ts";
import { REASONS } from "./models/steps.ts";
import { PROGRAMMER_WORDS, SITUATION_WORDS, UNAVAILABLE_WORDS } from "./models/terms.ts";
import type { JoinedPath } from "./path.ts";
import { placeInWords } from "./path-text.ts";
import type { PlaceOf } from "./scene.ts";

/** The whole path with its words in both languages. */
export function pathAsJson(joined: JoinedPath, placeOf: PlaceOf): unknown {
  const { from, to, path, verdict, isReachable } = joined;
  const { question, unavailable, mtu, lanes, hops, proxy } = path;
  const { model, situation, fabric, endpoint, trafficPolicy, protocol, ports, addresses } = question;
  return {
    from,
    to,
    model: { id: model, ...MODEL_WORDS[model] },
    proxy: proxy ?? null,
    situation: { id: situation, name: SITUATION_WORDS[situation] },
    fabric,
    endpoint,
    externalTrafficPolicy: trafficPolicy,
    protocol,
    ports,
    reachable: isReachable,
    unavailable: unavailable ? { id: unavailable, why: UNAVAILABLE_WORDS[unavailable] } : null,
    mtu,
    /** Addresses that are not among these are examples. */
    knownAddresses: addresses,
    lanes: lanes.map((lane) => ({ ...lane, name: placeInWords(lane, joined) })),
    hops: hops.map((hop) => hopAsJson(hop, joined)),
    policies: verdict && {
      allowed: verdict.allowed,
      enforced: verdict.isEnforced,
      droppedAt: verdict.droppedAt ?? null,
      namesServicePort: verdict.namesServicePort,
      reasons: explanationOf(verdict.reasons, placeOf),
    },
  };
}

function hopAsJson(hop: Hop, joined: JoinedPath): unknown {
  return {
    place: hop.place,
    name: placeInWords(hop, joined),
    device: hop.device,
    action: hop.action,
    before: packetAsJson(hop.before),
    after: packetAsJson(hop.after),
    pushed: hop.pushed ? layerAsJson(hop.pushed) : null,
    popped: hop.popped ? layerAsJson(hop.popped) : null,
    nat: hop.nat ?? null,
    size: hop.size,
    mtu: hop.mtu ?? null,
    policy: hop.policy ?? null,
    programmedBy: { id: hop.by, name: PROGRAMMER_WORDS[hop.by] },
    why: { id: hop.why, ...REASONS[hop.why] },
  };
}

const packetAsJson = ({ outer, source, destination }: Packet): unknown => ({
  outer: outer.map(({ layer, from = null, to = null }) => ({ layer: layer.name, from, to, bytes: bytesOf(layer) })),
  source,
  destination,
});

const layerAsJson = (layer: Layer): unknown => ({ ...layer, bytes: bytesOf(layer) });
