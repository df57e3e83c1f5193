import type { Protocol } from "../../engines/network/ports.ts";
import { PROTOCOLS } from "../../engines/network/ports.ts";
import { edgesFrom, endsNamed, type World } from "../../engines/network/world.ts";
import { MODEL_WORDS, PROXY_WORDS } from "../network/models/names.ts";
import type { PathQuestion } from "../network/path.ts";
import type { PathAsked } from "./filter.ts";

/** An address that documents use for somebody outside (RFC 5737). */
export const OUTSIDER = "198.51.100.7";

const DEFAULT_MODEL = "kindnet";
const DEFAULT_PROXY = "iptables";

// Records of words are literals without other keys.
const MODEL_IDS = Object.keys(MODEL_WORDS) as readonly (keyof typeof MODEL_WORDS)[];
const PROXY_IDS = Object.keys(PROXY_WORDS) as readonly (keyof typeof PROXY_WORDS)[];

/** Everybody whom a path may begin or end at. */
const endsToChoose = ({ parties, input }: World): readonly string[] => [
  ...parties.peers.map(({ id }) => id),
  ...input.services.map(({ namespace, name }) => `${namespace}/${name}[Service]`).sort(),
  OUTSIDER,
];

/** What was asked, completed: from the focus, or else the first workload, to the first that it reaches on a port. */
export function pathChosen(world: World, asked: PathAsked | undefined, focus: string | undefined): PathAsked {
  const [first] = world.parties.peers;
  const from = asked?.from || focus?.replace(/^workload:/, "") || first?.id || OUTSIDER;
  const peer = world.peerById.get(from) ?? first;
  return {
    from,
    to: asked?.to || (peer ? firstReached(world, peer) : OUTSIDER),
    port: asked?.port ?? "",
    model: MODEL_IDS.find((id) => id === asked?.model) ?? DEFAULT_MODEL,
    proxy: PROXY_IDS.find((id) => id === asked?.proxy) ?? DEFAULT_PROXY,
  };
}

/** What a person chooses among, and what is chosen now. */
export const pathChoices = (world: World, asked: PathAsked | undefined, focus: string | undefined) => ({
  chosen: pathChosen(world, asked, focus),
  ends: endsToChoose(world),
  models: MODEL_IDS.map((id) => ({ id, title: MODEL_WORDS[id].name })),
  proxies: PROXY_IDS,
});

function firstReached(world: World, peer: World["parties"]["peers"][number]): string {
  for (const { dst } of edgesFrom(world, { kind: "workload", peer })) {
    if (dst.kind === "workload" && dst.peer.pods.some(({ ports }) => ports.length > 0)) return dst.peer.id;
  }
  return OUTSIDER;
}

/** Without a port that is asked for, the first that the other end has: a picture need not be exact to be begun. */
export function questionOf(world: World, asked: PathAsked): PathQuestion {
  return {
    from: asked.from,
    to: asked.to,
    situation: undefined,
    port: portIn(asked.port) ?? firstPortOf(world, asked.to),
    model: MODEL_IDS.find((id) => id === asked.model) ?? DEFAULT_MODEL,
    proxy: PROXY_IDS.find((id) => id === asked.proxy) ?? DEFAULT_PROXY,
    fabric: "one-subnet",
    endpoint: "other-node",
    linkMtu: 1500,
    trafficPolicy: undefined,
  };
}

type Port = { readonly protocol: Protocol; readonly number: number };

function portIn(text: string): Port | undefined {
  const [, name = "TCP", digits = ""] = /^\s*(?:([A-Za-z]+)\/)?(\d{1,5})\s*$/.exec(text) ?? [];
  const protocol = PROTOCOLS.find((each) => each === name.toUpperCase());
  return protocol && digits !== "" ? { protocol, number: Number(digits) } : undefined;
}

function firstPortOf(world: World, to: string): Port | undefined {
  const service = world.input.services.find(({ namespace, name }) => `${namespace}/${name}[Service]` === to);
  if (service) return service.ports.map(({ protocol, port }) => ({ protocol, number: port }))[0];
  const [end] = endsNamed(world, to);
  if (end?.kind !== "workload") return { protocol: "TCP", number: 443 };
  return end.peer.pods.flatMap(({ ports }) => ports.map(({ protocol, number }) => ({ protocol, number })))[0];
}
