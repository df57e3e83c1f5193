import type { DocumentContext } from "../../workspace/context.ts";
import type { YMap, YPair } from "../../yaml/node.ts";
import { isGiven } from "../given.ts";

/** Where a volume says that its content comes from. */
export function sourcesOf(volume: YMap, { catalog }: DocumentContext): readonly YPair[] {
  const known = catalog.release.definition("io.k8s.api.core.v1.Volume")?.properties ?? {};
  return volume.entries.filter(
    ({ key, value }) => key.text !== "name" && Object.hasOwn(known, key.text) && isGiven(value),
  );
}
