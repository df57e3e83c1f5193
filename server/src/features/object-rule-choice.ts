import type { ObjectRule } from "../rules/rule.ts";
import type { YDocument } from "../yaml/document.ts";
import { keysOf } from "../yaml/key-set.ts";

type Rules = readonly ObjectRule[];

/**
 * Chooses those of `rules` that look at a kind and have something to say about a field of a document. Most rules are about
 * fields that few documents have, and documents have much the same fields: each choice is made once.
 */
export function objectRuleChoice(rules: Rules): (kind: string, doc: YDocument) => Rules {
  const fields = [...new Set(rules.flatMap((rule) => rule.fields ?? []))];
  const numbers = new Map(fields.map((field, index) => [field, index]));
  let chosen = new Map<string, Rules>();
  return (kind, doc) => {
    const keys = keysOf(doc);
    const occasion = `${kind} ${presence(keys, numbers)}`;
    let choice = chosen.get(occasion);
    if (!choice) {
      choice = rules.filter((rule) => concerns(rule, kind, keys));
      if (chosen.size >= MOST_OCCASIONS) chosen = new Map();
      chosen.set(occasion, choice);
    }
    return choice;
  };
}

const MOST_OCCASIONS = 2_000;

const concerns = ({ kinds, fields }: ObjectRule, kind: string, keys: ReadonlySet<string>): boolean =>
  (kinds === undefined || kinds.includes(kind)) && (fields === undefined || fields.some((field) => keys.has(field)));

/** Which of the numbered keys are there: a bit for each. */
function presence(keys: ReadonlySet<string>, numbers: ReadonlyMap<string, number>): string {
  const words = new Int32Array(Math.ceil(numbers.size / 32));
  for (const key of keys) {
    const number = numbers.get(key);
    if (number !== undefined) words[number >> 5] = (words[number >> 5] ?? 0) | (1 << (number & 31));
  }
  return words.join();
}
