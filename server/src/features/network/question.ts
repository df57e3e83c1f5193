import type { Localized } from "../../base/localized.ts";
import type { Side, Verdict } from "../../engines/network/explain.ts";
import { hasPort, type Protocol } from "../../engines/network/ports.ts";
import type { World } from "../../engines/network/world.ts";
import type { Pointer } from "../diagram/model.ts";
import { questionOf } from "../diagram/path-choice.ts";
import { joinedPath } from "./path.ts";
import { misunderstood } from "./path-text.ts";
import { caveatInWords, nearMissInWords, OWN_NODE, policyInWords, sideInWords } from "./words.ts";

/** "Can A reach B on port P?", by names as they are listed. */
export interface ReachQuestion {
  readonly from: string;
  readonly to: string;
  /** `TCP/5432`, `5432`; empty for the first that the other end has. */
  readonly port: string;
}

export interface ReachAnswer {
  readonly kind: "answer";
  readonly isAllowed: boolean;
  readonly title: Localized;
  /** Each with the line that decides it, where one does. */
  readonly reasons: readonly ReachReason[];
  /** The Pod's own port, which is what policies see. */
  readonly port: { readonly protocol: Protocol; readonly number: number };
  readonly verdict: Verdict;
}

export interface ReachReason {
  readonly kind: "side" | "policy" | "near-miss" | "note";
  readonly text: Localized;
  readonly at: Pointer | undefined;
}

/** The question makes no sense as it stands. */
export interface Unclear {
  readonly kind: "unclear";
  readonly text: Localized;
}

export function answerTo(world: World, question: ReachQuestion): ReachAnswer | Unclear {
  const joined = joinedPath(world, questionOf(world, { ...question, model: "", proxy: "" }));
  if ("kind" in joined) return { kind: "unclear", text: misunderstood(joined) };
  const { protocol, ports } = joined.path.question;
  const { verdict } = joined;
  if (!verdict) return { kind: "unclear", text: SAME };
  const { egress, ingress } = verdict.allowed;
  const isAllowed = (egress && ingress) || verdict.reasons.always !== undefined;
  return {
    kind: "answer",
    isAllowed,
    title: titleOf(question, `${protocol} ${ports.dialled}`, isAllowed),
    reasons: [
      ...(ports.dialled === ports.target ? [] : [note(translated(ports.dialled, ports.target))]),
      ...reasonsOf(verdict.reasons, protocol, ports.target),
    ],
    port: { protocol, number: ports.target },
    verdict: verdict.reasons,
  };
}

const SAME: Localized = {
  en: "Inside of one Pod everything is reached over localhost.",
  vi: "Trong cùng một Pod, mọi thứ đều gọi nhau được qua localhost.",
};

function titleOf({ from, to }: ReachQuestion, port: string, isAllowed: boolean): Localized {
  return isAllowed
    ? { en: `✓ ${from} can reach ${to} on ${port}`, vi: `✓ ${from} kết nối được tới ${to}, ${port}` }
    : { en: `✗ ${from} cannot reach ${to} on ${port}`, vi: `✗ ${from} không kết nối được tới ${to}, ${port}` };
}

const translated = (dialled: number, target: number): Localized => ({
  en: `The Service sends port ${dialled} to port ${target} of the Pods, and that is what policies see`,
  vi: `Service chuyển cổng ${dialled} tới cổng ${target} của Pod, và policy xét cổng đó`,
});

const note = (text: Localized): ReachReason => ({ kind: "note", text, at: undefined });

function reasonsOf(verdict: Verdict, protocol: Protocol, number: number): readonly ReachReason[] {
  if (verdict.always) return [note(OWN_NODE)];
  return [
    ...[verdict.egress, verdict.ingress].flatMap((side) => ofSide(side, hasPort(side.ports, protocol, number))),
    ...verdict.caveats.map((caveat) => note(caveatInWords(caveat))),
  ];
}

function ofSide(side: Side, isOpen: boolean): readonly ReachReason[] {
  const { direction, policies, nearMisses } = side;
  const { en, vi } = sideInWords(side);
  const mark = isOpen ? "✓" : "✗";
  return [
    { kind: "side", text: { en: `${mark} ${en}`, vi: `${mark} ${vi}` }, at: undefined },
    ...policies.map((policy): ReachReason => {
      const rule = policy.rules.find(({ effect }) => effect === policy.effect && effect !== "peer-not-matched");
      const path = rule ? ["spec", direction, rule.rule] : ["metadata", "name"];
      return { kind: "policy", text: policyInWords(policy), at: { origin: policy.policy.origin, path } };
    }),
    ...nearMisses.map((miss): ReachReason => {
      const path = miss.kind === "no-rule" ? ["spec"] : ["spec", direction, miss.rule];
      return { kind: "near-miss", text: nearMissInWords(miss), at: { origin: miss.policy.origin, path } };
    }),
  ];
}
