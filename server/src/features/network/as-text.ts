import type { LanguageChoice, Localized } from "../../base/localized.ts";
import { explain, type PolicyVerdict, type RuleVerdict, type Side } from "../../engines/network/explain.ts";
import { NO_PORTS } from "../../engines/network/ports.ts";
import { idOf } from "../../engines/network/world.ts";
import { edgesBetween, entranceRows, rowsBetween } from "./reach.ts";
import type { PlaceOf, Scene } from "./scene.ts";
import {
  caveatInWords,
  nearMissInWords,
  OWN_NODE,
  policyInWords,
  portsInWords,
  sideInWords,
  wayNoteInWords,
} from "./words.ts";

/** One line a connection, and below what the manifests leave open about Ingresses and Gateways. */
export function* asText({ world, asked, entrances, placeOf }: Scene, languages: LanguageChoice): Generator<string> {
  for (const { src, dst, ports } of rowsBetween(world, asked)) yield `${src} => ${dst} : ${ports.key}\n`;
  for (const { src, dst, ports } of entranceRows(entrances)) yield `${src} => ${dst} : ${ports.key}\n`;
  for (const { dst, ways } of entrances) {
    for (const { from, backend, endpoint, isAllowed, notes } of ways) {
      const all = isAllowed ? notes.map(wayNoteInWords) : [BLOCKED, ...notes.map(wayNoteInWords)];
      const { file, line } = placeOf(from.origin, backend.path);
      for (const note of all) {
        yield* languages.map(
          (language) =>
            `${file}:${line}: ${from.kind} ${from.name} -> ${dst.id} ${endpoint.number}: ${note[language]}\n`,
        );
      }
    }
  }
}

const BLOCKED: Localized = {
  en: "policies do not let the controller through",
  vi: "policy không cho controller đi qua",
};

/** Every pair that was asked about with both ends' reasons. */
export function* explanationsAsText(
  { world, asked, placeOf }: Omit<Scene, "entrances">,
  languages: LanguageChoice,
): Generator<string> {
  for (const { src, dst } of edgesBetween(world, asked, "all")) {
    const verdict = explain(world, src, dst);
    const summary = verdict.ports === NO_PORTS ? DENIED : portsInWords(verdict.ports);
    for (const language of languages) {
      yield `${idOf(src)} => ${idOf(dst)} : ${summary[language]}\n`;
      if (verdict.always) yield `  ${OWN_NODE[language]}\n`;
      else for (const side of [verdict.egress, verdict.ingress]) yield* sideAsText(side, language, placeOf);
      for (const caveat of verdict.caveats) yield `  ? ${caveatInWords(caveat)[language]}\n`;
    }
  }
}

const DENIED: Localized = { en: "denied", vi: "bị chặn" };

function* sideAsText(side: Side, language: keyof Localized, placeOf: PlaceOf): Generator<string> {
  yield `  ${sideInWords(side)[language]}\n`;
  for (const policy of side.policies) {
    const deciding = policy.effect === "peer-not-matched" ? undefined : ruleOf(policy);
    const path = deciding ? ["spec", side.direction, deciding.rule] : [];
    const { file, line } = placeOf(policy.policy.origin, path);
    yield `    ${policyInWords(policy)[language]} [${file}:${line}]\n`;
  }
  for (const miss of side.nearMisses) yield `    ~ ${nearMissInWords(miss)[language]}\n`;
}

const ruleOf = ({ effect, rules }: PolicyVerdict): RuleVerdict | undefined =>
  rules.find((rule) => rule.effect === effect);
