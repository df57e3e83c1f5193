import { at, entriesOf, type YMap, type YPair } from "../../yaml/node.ts";
import { isGiven, mapAt } from "../given.ts";

export interface Probe {
  /** `livenessProbe`, or `lifecycle.preStop`. */
  readonly field: string;
  readonly pair: YPair;
  readonly map: YMap;
}

const PROBES: ReadonlySet<string> = new Set(["livenessProbe", "readinessProbe", "startupProbe"]);
const HOOKS: ReadonlySet<string> = new Set(["postStart", "preStop"]);

export const probesOf = (container: YMap): readonly Probe[] =>
  entriesOf(container).flatMap((pair) => (PROBES.has(pair.key.text) ? probe(pair, pair.key.text) : []));

/** What runs when a container starts or stops. */
export const hooksOf = (container: YMap): readonly Probe[] =>
  entriesOf(at(container, "lifecycle")).flatMap((pair) =>
    HOOKS.has(pair.key.text) ? probe(pair, `lifecycle.${pair.key.text}`) : [],
  );

function probe(pair: YPair, field: string): readonly Probe[] {
  const map = mapAt(pair.value);
  return map ? [{ field, pair, map }] : [];
}

/** The ways to probe that are filled in. */
export const handlersOf = (map: YMap): readonly YPair[] =>
  map.entries.filter(({ key, value }) => HANDLERS.includes(key.text) && isGiven(value));

export const HANDLERS: readonly string[] = ["exec", "httpGet", "tcpSocket", "grpc", "sleep"];
