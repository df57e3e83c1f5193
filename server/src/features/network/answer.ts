import type { LanguageChoice } from "../../base/localized.ts";
import { NO_PORTS } from "../../engines/network/ports.ts";
import { changesAsCsv, changesAsJson, changesAsText } from "./as-changes.ts";
import { asCsv } from "./as-csv.ts";
import { asDot, asMermaid, type Line } from "./as-graph.ts";
import { asJson } from "./as-json.ts";
import { asText, explanationsAsText } from "./as-text.ts";
import { type Change, differences } from "./difference.ts";
import { entranceRows, rowsBetween } from "./reach.ts";
import type { Scene } from "./scene.ts";

export interface Wanted {
  readonly format: "text" | "json" | "csv" | "dot" | "mermaid";
  readonly explain: boolean;
  readonly languages: LanguageChoice;
}

/** The answer, in pieces that may be written one after the other: big worlds make long answers. */
export function answer(scene: Scene, { format, explain, languages }: Wanted): Iterable<string> {
  switch (format) {
    case "text":
      return explain ? explanationsAsText(scene, languages) : asText(scene, languages);
    case "json":
      return asJson(scene, explain);
    case "csv":
      return asCsv(scene);
    case "dot":
      return asDot(linesOf(scene));
    case "mermaid":
      return asMermaid(linesOf(scene));
  }
}

/** What changes when the manifests of one scene become those of another. */
export function answerOfDifference(before: Scene, after: Scene, { format, languages }: Wanted): Iterable<string> {
  const changes = differences(before, after);
  switch (format) {
    case "text":
      return changesAsText(changes, languages);
    case "json":
      return changesAsJson(changes);
    case "csv":
      return changesAsCsv(changes);
    case "dot":
      return asDot(changes.map(lineOf));
    case "mermaid":
      return asMermaid(changes.map(lineOf));
  }
}

const linesOf = ({ world, asked, entrances }: Scene): readonly Line[] =>
  [...rowsBetween(world, asked), ...entranceRows(entrances)].map(({ src, dst, ports }) => ({
    src,
    dst,
    label: ports.key,
    kind: "same",
  }));

function lineOf({ src, dst, before, after }: Change): Line {
  if (before === NO_PORTS) return { src, dst, label: after.key, kind: "added" };
  if (after === NO_PORTS) return { src, dst, label: before.key, kind: "removed" };
  return { src, dst, label: `${before.key} -> ${after.key}`, kind: "changed" };
}
