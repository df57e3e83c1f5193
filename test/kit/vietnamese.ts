import type { Glossary } from "../../tools/texts/glossary.mjs";

/** What a Vietnamese text of ours does wrong, by the rules of schemas/docs/glossary.yaml. Code spans are not prose. */
export function vietnameseFaults(text: string, glossary: Glossary): readonly string[] {
  const prose = text.replace(/`[^`]*`/g, "`…`");
  return [
    ...commonFaults(text),
    ...glossary.banned
      .filter(({ word }) => new RegExp(`(?<!\\p{L})${word}(?!\\p{L})`, "iu").test(prose))
      .map(({ word, instead }) => `"${word}" is banned, write "${instead}"`),
    ...glossary.spelling
      .filter(({ wrong }) => new RegExp(`(?<!q)${wrong}(?!\\p{L})`, "iu").test(prose))
      .map(({ wrong, right }) => `"${wrong}" is spelt "${right}"`),
    ...glossary.singular
      .filter((word) => new RegExp(`(?<![\\p{L}/.-])${word}s(?![\\p{L}/-])`, "u").test(prose))
      .map((word) => `"${word}s" has an English plural`),
  ];
}

/** What an English text of ours does wrong. */
export function englishFaults(text: string): readonly string[] {
  const prose = text.replace(/`[^`]*`/g, "`…`");
  const british = /\b(colour|behaviour|favour|licence|centre|(?:organ|recogn|initial|author|custom)ise[ds]?)\b/i.exec(
    prose,
  );
  const contraction = /\b(?:don|doesn|isn|aren|can|won|hasn|shouldn)['’]t\b/i.exec(prose);
  return [
    ...commonFaults(text),
    ...(british ? [`"${british[0]}" is British spelling`] : []),
    ...(contraction ? [`"${contraction[0]}" is a contraction`] : []),
  ];
}

function commonFaults(text: string): readonly string[] {
  const prose = text.replace(/`[^`]*`/g, "`…`");
  const faults: string[] = [];
  if (text !== text.normalize("NFC")) faults.push("not in NFC");
  if ((text.match(/`/g) ?? []).length % 2 !== 0) faults.push("odd number of backticks");
  if (/ {2}/.test(prose)) faults.push("two spaces");
  if (/ [:;,.?!](?:\s|$)/.test(prose)) faults.push("space before punctuation");
  if (/[,;](?=\p{L})/u.test(prose)) faults.push("no space after punctuation");
  if (/<\/?[a-z]/i.test(prose)) faults.push("raw HTML");
  if (/[!—]/.test(prose)) faults.push("exclamation mark or em dash");
  return faults;
}
