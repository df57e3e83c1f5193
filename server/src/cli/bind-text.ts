import type { LanguageChoice, Localized } from "../base/localized.ts";
import { type ClaimReport, candidatesOf } from "../engines/binder/report.ts";
import type { Outcome } from "../engines/binder/settle.ts";
import { OBSTACLES } from "../features/storage/reasons.ts";
import { claimVerdict, podVerdict } from "../features/storage/verdict.ts";
import type { Bound } from "./bind.ts";

const HEADS = {
  claims: { en: "Claims", vi: "Claim" },
  volumes: { en: "Volumes", vi: "Volume" },
  pods: { en: "Pods", vi: "Pod" },
  refused: { en: "Refused by the API server", vi: "Bị API server từ chối" },
  edits: { en: "Edits", vi: "Thay đổi" },
  nothing: { en: "No claims, volumes or pods.", vi: "Không có claim, volume hay Pod nào." },
} as const satisfies Record<string, Localized>;

/** For people: the verdict on each claim and pod, and below a claim that stays Pending why each volume is ruled out. */
export function asText({ outcome, report }: Bound, languages: LanguageChoice): string {
  const [first] = languages;
  const sections: readonly (readonly [Localized, readonly string[]])[] = [
    [
      HEADS.claims,
      [...report.claims].flatMap(([key, claim]) => [
        ...verdict(key, claimVerdict(claim), languages, GOOD_CLAIMS.has(claim.outcome)),
        ...obstacles(outcome, key, claim, languages),
      ]),
    ],
    [
      HEADS.volumes,
      [...report.volumes].flatMap(([name, { phase }]) => (phase === undefined ? [] : [`  ${name}: ${phase}`])),
    ],
    [
      HEADS.pods,
      [...report.pods].flatMap(([key, pod]) =>
        verdict(key, podVerdict(pod), languages, pod.outcome.startsWith("sched")),
      ),
    ],
    [HEADS.refused, answers(outcome, "rejected")],
    [HEADS.edits, [...answers(outcome, "update-rejected"), ...answers(outcome, "update-accepted")]],
  ];
  const lines = sections.flatMap(([head, body]) => (body.length === 0 ? [] : [head[first], ...body, ""]));
  return lines.length === 0 ? HEADS.nothing[first] : lines.slice(0, -1).join("\n");
}

const GOOD_CLAIMS: ReadonlySet<string> = new Set(["bound", "dynamic-provisioning", "waits-for-first-consumer"]);

function verdict(key: string, said: Localized, languages: LanguageChoice, isGood: boolean): readonly string[] {
  const [first, ...others] = languages;
  return [`  ${isGood ? "+" : "-"} ${key}: ${said[first]}`, ...others.map((language) => `    ${said[language]}`)];
}

const SHOWN = 10;

/** The volumes that come nearest first. */
function obstacles(
  { world }: Outcome,
  key: string,
  { outcome, effectiveClass }: ClaimReport,
  [first]: LanguageChoice,
): readonly string[] {
  const claim = world.claimsByKey.get(key);
  if (claim === undefined || outcome !== "pending") return [];
  const listed = candidatesOf(world, claim, effectiveClass, world.volumes.length).filter(
    ([, found]) => found.length > 0,
  );
  const nearest = [...listed].sort(([, a], [, b]) => a.length - b.length);
  const lines = nearest.slice(0, SHOWN).map(([name, found]) => {
    return `      ${name}: ${found.map((obstacle) => OBSTACLES[obstacle][first]).join("; ")}`;
  });
  return nearest.length > SHOWN ? [...lines, `      … +${nearest.length - SHOWN}`] : lines;
}

function answers({ answers: all }: Outcome, wanted: string): readonly string[] {
  return [...all].flatMap(([key, { outcome, fields }]) => {
    if (outcome !== wanted) return [];
    const isGood = outcome.endsWith("accepted");
    return [`  ${isGood ? "+" : "-"} ${key}${fields.length === 0 ? "" : `: ${fields.join(", ")}`}`];
  });
}
