import type { Json, JsonMap } from "../../base/json.ts";
import type { Language, Localized } from "../../base/localized.ts";
import type { Direction } from "../../engines/network/input.ts";
import type { Peer } from "../../engines/network/parties.ts";
import type { World } from "../../engines/network/world.ts";
import { writeBlock } from "../../yaml/write-block.ts";
import type { Intent } from "./intents.ts";
import { tellingLabels } from "./labels.ts";
import { freeName, type OpenPort, type Other, policyJson, policyNames, ruleJson } from "./policy-json.ts";
import { endInWords, portOf, reasonInWords } from "./workload-words.ts";

/** A policy as its manifest, and what is to be said above it. */
export interface Written {
  readonly policy: JsonMap;
  readonly comments: readonly Localized[];
}

/**
 * Policies that allow what the manifests mean to be connected, and nothing else: for each namespace one that denies
 * everything and one that lets its Pods ask DNS, then one for every workload that has something to be allowed.
 */
export function leastPrivilege(
  world: World,
  intents: readonly Intent[],
  namespaces: ReadonlySet<string>,
): readonly Written[] {
  const ofPeer = new Map<Peer, Intent[]>(world.parties.peers.map((peer) => [peer, []]));
  for (const intent of intents) for (const peer of peersOf(intent)) ofPeer.get(peer)?.push(intent);
  return [...namespaces].sort().flatMap((namespace) => {
    const peers = [...ofPeer].filter(([peer]) => peer.namespace === namespace);
    if (peers.length === 0) return [];
    const taken = new Set(policyNames(world, namespace));
    const named = (wanted: string): string => {
      const name = freeName(taken, wanted);
      taken.add(name);
      return name;
    };
    return [
      denyAll(named("deny-all"), namespace),
      allowDns(world, named("allow-dns"), namespace),
      ...peers.flatMap(([peer, own]) => forWorkload(world, peer, own, named)),
    ];
  });
}

const denyAll = (name: string, namespace: string): Written => ({
  policy: policyJson(name, namespace, {}, { ingress: [], egress: [] }),
  comments: [
    {
      en: `Nobody in ${namespace} may call or be called, but for what the policies below allow.`,
      vi: `Không Pod nào trong ${namespace} được gọi hay bị gọi, trừ những gì các policy bên dưới cho phép.`,
    },
  ],
});

const allowDns = (world: World, name: string, namespace: string): Written => ({
  policy: policyJson(name, namespace, {}, { egress: [dnsRule(world, namespace)] }),
  comments: [{ en: "Names have to be looked up.", vi: "Pod cần phân giải tên." }],
});

const DNS: readonly OpenPort[] = [
  { protocol: "UDP", number: 53 },
  { protocol: "TCP", number: 53 },
];

const dnsRule = (world: World, home: string): JsonMap => ruleJson(world, "egress", [{ kind: "dns" }], DNS, home);

/** One workload's policy by itself, with DNS: what is isolated for the first time must still find names. */
export function workloadPolicy(world: World, peer: Peer, intents: readonly Intent[]): Written {
  const own = intents.filter((intent) => peersOf(intent).includes(peer));
  const { comments, ingress, egress } = rulesOf(world, peer, own);
  const rules = { ingress, egress: [dnsRule(world, peer.namespace), ...egress] };
  const name = freeName(policyNames(world, peer.namespace), peer.name);
  return { policy: policyJson(name, peer.namespace, tellingLabels(world, peer), rules), comments };
}

function forWorkload(
  world: World,
  peer: Peer,
  own: readonly Intent[],
  named: (wanted: string) => string,
): readonly Written[] {
  const { comments, ingress, egress } = rulesOf(world, peer, own);
  if (peer.parties.some((party) => party.onNode) || ingress.length + egress.length === 0) return [];
  const rules = {
    ...(ingress.length > 0 ? { ingress } : {}),
    ...(egress.length > 0 ? { egress } : {}),
  };
  return [{ policy: policyJson(named(peer.name), peer.namespace, tellingLabels(world, peer), rules), comments }];
}

/** The workloads at its ends; one when a workload calls itself. */
const peersOf = ({ src, dst }: Intent): readonly Peer[] => [
  ...new Set([src, dst].flatMap((end) => (end.kind === "workload" ? [end.peer] : []))),
];

function rulesOf(world: World, peer: Peer, own: readonly Intent[]) {
  const ingress = own.filter(({ dst }) => is(dst, peer));
  const egress = own.filter(({ src }) => is(src, peer));
  const home = peer.namespace;
  return {
    ingress: grouped(world, "ingress", home, ingress),
    egress: grouped(world, "egress", home, egress),
    comments: own.map((intent) => commentOn(intent, home)),
  };
}

const is = (end: Intent["src"] | Intent["dst"], peer: Peer): boolean => end.kind === "workload" && end.peer === peer;

/** A rule for each set of ports, with everybody who gets those. */
function grouped(world: World, direction: Direction, home: string, intents: readonly Intent[]): readonly JsonMap[] {
  const byOther = new Map<string, { other: Other; ports: Map<string, OpenPort> }>();
  for (const { src, dst, protocol, number } of intents) {
    const other = direction === "ingress" ? src : dst;
    const key = other.kind === "workload" ? other.peer.id : other.kind;
    const known = byOther.get(key) ?? { other, ports: new Map<string, OpenPort>() };
    known.ports.set(`${protocol}/${number}`, { protocol, number });
    byOther.set(key, known);
  }
  const byPorts = new Map<string, { others: Other[]; ports: readonly OpenPort[] }>();
  for (const { other, ports } of byOther.values()) {
    const key = [...ports.keys()].sort().join();
    const known = byPorts.get(key) ?? { others: [], ports: [...ports.values()] };
    known.others.push(other);
    byPorts.set(key, known);
  }
  return [...byPorts.values()].map(({ others, ports }) => {
    const rule = ruleJson(world, direction, others, ports, home);
    // Two workloads with the same labels are one to a policy.
    return Object.fromEntries(Object.entries(rule).map(([field, list]) => [field, distinct(list)]));
  });
}

const distinct = (list: Json | undefined): Json => {
  const items: readonly Json[] = Array.isArray(list) ? list : [];
  return [...new Map(items.map((item) => [JSON.stringify(item), item])).values()];
};

function commentOn(intent: Intent, home: string): Localized {
  const [src, dst, why] = [endInWords(intent.src, home), endInWords(intent.dst, home), reasonInWords(intent)];
  const port = portOf(intent);
  const more =
    intent.src.kind === "controller" ? NARROW : intent.dst.kind === "outside" ? PUBLIC_NAMES : { en: "", vi: "" };
  return {
    en: `${src.en} → ${dst.en}, ${port}: ${why.en}.${more.en}`,
    vi: `${src.vi} → ${dst.vi}, ${port}: ${why.vi}.${more.vi}`,
  };
}

/** What the rule below allows beyond the wish, because manifests or policies cannot say more. */
const NARROW: Localized = {
  en: " Any namespace but these may hold the controller: name its own where you know it.",
  vi: " Controller có thể ở bất kỳ namespace nào khác: hãy ghi đúng namespace của nó nếu biết.",
};

const PUBLIC_NAMES: Localized = {
  en: " A policy cannot hold names, so all public addresses are allowed on that port.",
  vi: " Policy không ghi được tên miền, nên mọi địa chỉ công khai đều được phép ở cổng này.",
};

/** All of them as one file, with an introduction. */
export function manifestOf(written: readonly Written[], language: Language): string {
  const documents = written.map(({ policy, comments }) =>
    [...comments.map((each) => `# ${each[language]}`), writeBlock(policy, "indented"), ""].join("\n"),
  );
  const intro = INTRO[language].map((line) => `# ${line}\n`).join("");
  return `${intro}---\n${documents.join("---\n")}`;
}

const INTRO: Readonly<Record<Language, readonly string[]>> = {
  en: [
    "NetworkPolicies that allow what these manifests mean to be connected, and nothing else.",
    "Read from: addresses in env, args and ConfigMaps, Ingresses, routes, Services open to the outside, existing policies.",
    "What manifests do not show has to be added by hand: calls to the API server, scraping of metrics, addresses in Secrets.",
  ],
  vi: [
    "NetworkPolicy chỉ cho phép những kết nối mà các manifest này cần, ngoài ra chặn hết.",
    "Căn cứ: địa chỉ trong env, args và ConfigMap, Ingress, route, Service mở ra bên ngoài, các policy đã có.",
    "Những gì manifest không cho thấy thì phải tự thêm: gọi API server, thu thập metric, địa chỉ nằm trong Secret.",
  ],
};
