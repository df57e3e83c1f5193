import type { Localized } from "../../base/localized.ts";
import { cidrOf } from "../../engines/network/addresses.ts";
import { explain, type Verdict } from "../../engines/network/explain.ts";
import type { Peer } from "../../engines/network/parties.ts";
import { type End, idOf, type World } from "../../engines/network/world.ts";
import type { Block } from "../describe/block.ts";
import type { Intent } from "./intents.ts";
import { type Neighbourhood, neighbourhoodOf, type Side } from "./neighbourhood.ts";
import { entranceInWords, shortName, standingInWords, unmetInWords, verdictInWords } from "./workload-words.ts";

/** Lines of the table in each direction, and wanted connections that are told of. */
const MOST_ROWS = 6;
const MOST_UNMET = 3;

/** Who can call a workload and whom it can call: the verdict first, then which policies say so, then who it is. */
export function describeReach(world: World, peer: Peer, unmet: readonly Intent[]): readonly Block[] {
  const around = neighbourhoodOf(world, peer);
  const { ingress, egress } = around;
  const home = peer.namespace;
  const lines = [
    standingInWords(ingress, home),
    ...entranceInWords(around),
    standingInWords(egress, home),
    ...unmet.slice(0, MOST_UNMET).map((intent) => unmetInWords(intent, home)),
  ];
  const table = tableOf(world, around);
  return [
    { kind: "title", title: `${peer.namespace}/${peer.name}`, type: peer.kind, facts: [] },
    text(verdictInWords(around)),
    text({ en: bullets(lines, "en"), vi: bullets(lines, "vi") }),
    ...(table ? [table] : []),
  ];
}

const text = (summary: Localized): Block => ({ kind: "text", summary, detail: undefined });

const bullets = (lines: readonly Localized[], language: keyof Localized): string =>
  lines.map((line) => `- ${line[language]}`).join("\n");

const HEAD: readonly Localized[] = [
  { en: "← calls it · it calls →", vi: "← gọi nó · nó gọi →" },
  { en: "ports", vi: "cổng" },
  { en: "allowed by", vi: "được phép nhờ" },
];

/** Undefined where nothing is limited: a list of everybody would say no more. */
function tableOf(world: World, { peer, ingress, egress }: Neighbourhood): Block | undefined {
  const rows = [...rowsOf(world, peer, ingress), ...rowsOf(world, peer, egress)];
  return rows.length === 0 ? undefined : { kind: "table", head: HEAD, rows };
}

function rowsOf(world: World, peer: Peer, side: Side): readonly (readonly string[])[] {
  if (side.isUnlimited) return [];
  const home = peer.namespace;
  const arrow = side.direction === "ingress" ? "←" : "→";
  const ends = [
    ...side.workloads.map(({ peer: other, ports }) => {
      const end: End = { kind: "workload", peer: other };
      return { name: shortName(other, home), end, ports };
    }),
    ...side.outside.map(({ end, ports }) => ({ name: rangeName(end), end, ports })),
  ];
  const self: End = { kind: "workload", peer };
  const rows = ends.slice(0, MOST_ROWS).map(({ name, end, ports }) => {
    const verdict = side.direction === "ingress" ? explain(world, end, self) : explain(world, self, end);
    return [`${arrow} ${name}`, ports.key, allowing(verdict, home)];
  });
  const more = ends.length - MOST_ROWS;
  return more > 0 ? [...rows, [`${arrow} … +${more}`, "", ""]] : rows;
}

/** As a CIDR where it is one. */
function rangeName(end: End): string {
  if (end.kind !== "external") return idOf(end);
  const { from, until } = end;
  return cidrOf(from, until) ?? idOf(end).replace("[External]", "");
}

/** `allow-web #1`: rules as people count them; a dash where nothing forbids it. */
function allowing({ egress, ingress }: Verdict, home: string): string {
  const names = [...egress.policies, ...ingress.policies].flatMap(({ policy, effect, rules }) => {
    if (effect !== "allows") return [];
    const name = "namespace" in policy ? shortName(policy, home) : policy.name;
    const rule = rules.find((each) => each.effect === "allows");
    return [rule ? `${name} #${rule.rule + 1}` : name];
  });
  return [...new Set(names)].join(", ") || "–";
}
