import type { Edit } from "../../../base/span.ts";
import type { YDocument } from "../../../yaml/document.ts";
import { at, deref, itemsOf, pairOf, type YMap } from "../../../yaml/node.ts";
import { deeper } from "./deeper.ts";

/**
 * From autoscaling/v2beta1 to v2: what a metric aims at moved into `target`, its name into `metric`. Undefined where a
 * selector would have to move along, or where the map is written in one line.
 */
export function autoscaler(root: YMap, doc: YDocument): readonly Edit[] | undefined {
  const edits: Edit[] = [];
  for (const { value } of itemsOf(at(root, "spec", "metrics"))) {
    for (const source of ["resource", "containerResource", "pods", "object", "external"]) {
      const map = deref(at(value, source));
      if (map?.type !== "map") continue;
      const moved = metricEdits(source, map, doc);
      if (!moved) return undefined;
      edits.push(...moved);
    }
  }
  return edits;
}

/** Old field -> the lines that take its key's place. */
const TARGETS: Readonly<Record<string, readonly string[]>> = {
  targetAverageUtilization: ["target:", "  type: Utilization", "  averageUtilization"],
  targetAverageValue: ["target:", "  type: AverageValue", "  averageValue"],
  targetValue: ["target:", "  type: Value", "  value"],
  metricName: ["metric:", "  name"],
};

function metricEdits(source: string, map: YMap, doc: YDocument): readonly Edit[] | undefined {
  const stuck = ["selector", "metricSelector", ...(source === "object" ? ["averageValue"] : [])];
  if (stuck.some((field) => pairOf(map, field))) return undefined;
  const edits = map.entries.flatMap((pair) => {
    if (source === "object" && pair.key.text === "target") return [{ span: pair.key, text: "describedObject" }];
    const lines = Object.hasOwn(TARGETS, pair.key.text) ? TARGETS[pair.key.text] : undefined;
    return lines ? [deeper(doc, pair, lines)] : [];
  });
  return map.flow && edits.length > 0 ? undefined : edits;
}
