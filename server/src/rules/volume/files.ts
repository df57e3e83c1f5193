import { at, type YMap } from "../../yaml/node.ts";
import { mapAt, mapsIn } from "../given.ts";
import type { Pod } from "../pod/pods.ts";

/** Something that writes files into a volume: a ConfigMap, a Secret or the Pod's own fields. */
export interface FileSource {
  /** May have `defaultMode`, and `items` if it is not `projected`. */
  readonly map: YMap;
  readonly items: readonly YMap[];
}

const KINDS = ["configMap", "secret", "downwardAPI"];

/** The sources of each volume, those of a projected one together: they share a folder. */
export const fileSourcesOf = ({ spec }: Pod): readonly (readonly FileSource[])[] =>
  mapsIn(at(spec, "volumes")).map((volume) => {
    const projected = mapAt(volume, "projected");
    const holders = [volume, ...mapsIn(at(projected, "sources"))];
    const sources = holders.flatMap((holder) => KINDS.flatMap((kind) => mapAt(holder, kind) ?? []));
    return [...(projected ? [projected] : []), ...sources].map((map) => ({ map, items: mapsIn(at(map, "items")) }));
  });
