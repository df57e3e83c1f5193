import type { LanguageChoice, Localized } from "../base/localized.ts";
import { type BindReport, type BoundClaim, GOOD, type Said } from "../features/storage/bind.ts";
import { OBSTACLES } from "../features/storage/reasons.ts";

const HEADS = {
  claims: { en: "Claims", vi: "Claim" },
  volumes: { en: "Volumes", vi: "Volume" },
  pods: { en: "Pods", vi: "Pod" },
  refused: { en: "Refused by the API server", vi: "Bị API server từ chối" },
  edits: { en: "Edits", vi: "Thay đổi" },
  nothing: { en: "No claims, volumes or pods.", vi: "Không có claim, volume hay Pod nào." },
} as const satisfies Record<string, Localized>;

/** For people: the verdict on each claim and pod, and below a claim that stays Pending why each volume is ruled out. */
export function asText({ claims, volumes, pods, objects }: BindReport, languages: LanguageChoice): string {
  const [first] = languages;
  const sections: readonly (readonly [Localized, readonly string[]])[] = [
    [
      HEADS.claims,
      Object.entries(claims).flatMap(([key, claim]) => [
        ...verdict(key, claim, languages),
        ...obstacles(claim, languages),
      ]),
    ],
    [
      HEADS.volumes,
      Object.entries(volumes).flatMap(([name, { phase }]) => (phase === undefined ? [] : [`  ${name}: ${phase}`])),
    ],
    [HEADS.pods, Object.entries(pods).flatMap(([key, pod]) => verdict(key, pod, languages))],
    [HEADS.refused, answers(objects, "rejected")],
    [HEADS.edits, [...answers(objects, "update-rejected"), ...answers(objects, "update-accepted")]],
  ];
  const lines = sections.flatMap(([head, body]) => (body.length === 0 ? [] : [head[first], ...body, ""]));
  return lines.length === 0 ? HEADS.nothing[first] : lines.slice(0, -1).join("\n");
}

const sign = (isGood: boolean): string => (isGood ? "+" : "-");

function verdict(
  key: string,
  { outcome, message }: { readonly outcome: string; readonly message: Localized },
  [first, ...others]: LanguageChoice,
): readonly string[] {
  return [`  ${sign(GOOD.has(outcome))} ${key}: ${message[first]}`, ...others.map((other) => `    ${message[other]}`)];
}

const SHOWN = 10;

/** The volumes that come nearest first. */
function obstacles({ outcome, candidates }: BoundClaim, [first]: LanguageChoice): readonly string[] {
  if (outcome !== "pending") return [];
  const ruledOut = Object.entries(candidates).filter(([, found]) => found.length > 0);
  const nearest = ruledOut.sort(([, a], [, b]) => a.length - b.length);
  const lines = nearest
    .slice(0, SHOWN)
    .map(([name, found]) => `      ${name}: ${found.map((obstacle) => OBSTACLES[obstacle][first]).join("; ")}`);
  return nearest.length > SHOWN ? [...lines, `      … +${nearest.length - SHOWN}`] : lines;
}

function answers(objects: Readonly<Record<string, Said>>, wanted: string): readonly string[] {
  return Object.entries(objects).flatMap(([key, { outcome, fields = [] }]) =>
    outcome === wanted
      ? [`  ${sign(outcome.endsWith("accepted"))} ${key}${fields.length === 0 ? "" : `: ${fields.join(", ")}`}`]
      : [],
  );
}
