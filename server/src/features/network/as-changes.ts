import type { LanguageChoice, Localized } from "../../base/localized.ts";
import { NO_PORTS } from "../../engines/network/ports.ts";
import { csvLine } from "./as-csv.ts";
import { connectionOf } from "./as-json.ts";
import type { Change } from "./difference.ts";

export function* changesAsText(changes: readonly Change[], languages: LanguageChoice): Generator<string> {
  for (const { src, dst, before, after } of changes) {
    if (before === NO_PORTS) yield `+ ${src} => ${dst} : ${after.key}\n`;
    else if (after === NO_PORTS) yield `- ${src} => ${dst} : ${before.key}\n`;
    else yield `~ ${src} => ${dst} : ${before.key} -> ${after.key}\n`;
  }
  if (changes.length === 0) yield* languages.map((language) => `${NOTHING[language]}\n`);
}

const NOTHING: Localized = { en: "Nothing can reach more or less than before", vi: "Không có kết nối nào thay đổi" };

export function* changesAsJson(changes: readonly Change[]): Generator<string> {
  const added = changes.filter(({ before }) => before === NO_PORTS);
  const removed = changes.filter(({ after }) => after === NO_PORTS);
  const changed = changes.filter(({ before, after }) => before !== NO_PORTS && after !== NO_PORTS);
  const answer = {
    added: added.map(({ src, dst, after }) => ({ src, dst, ...connectionOf(after) })),
    removed: removed.map(({ src, dst, before }) => ({ src, dst, ...connectionOf(before) })),
    changed: changed.map(({ src, dst, before, after }) => ({
      src,
      dst,
      before: connectionOf(before),
      after: connectionOf(after),
    })),
  };
  yield `${JSON.stringify(answer, undefined, 2)}\n`;
}

export function* changesAsCsv(changes: readonly Change[]): Generator<string> {
  yield csvLine(["change", "src", "dst", "before", "after"]);
  for (const { src, dst, before, after } of changes) {
    const change = before === NO_PORTS ? "added" : after === NO_PORTS ? "removed" : "changed";
    yield csvLine([change, src, dst, before.key, after.key]);
  }
}
