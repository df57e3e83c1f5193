import { listPorts, NO_PORTS, type PortSet } from "../../engines/network/ports.ts";
import { explanationsOf } from "./explanations.ts";
import { isolations, rowsBetween } from "./reach.ts";
import type { Scene } from "./scene.ts";

/**
 * `{ peers, connections, ingress, isolated }`, and `explanations` where they were asked for. Written row by row: five
 * thousand workloads that all see each other make twenty-five million rows, which no string can hold.
 */
export function* asJson({ world, asked, entrances, placeOf }: Scene, isExplained: boolean): Generator<string> {
  yield `{\n  "peers": ${JSON.stringify(world.parties.peers.map(({ id }) => id))},\n`;
  yield* list("connections", connections());
  yield ",\n";
  yield* list("ingress", ingress());
  yield ",\n";
  yield* list("isolated", written(isolations(world)));
  if (isExplained) {
    yield ",\n";
    yield* list("explanations", written(explanationsOf({ world, asked, placeOf })));
  }
  yield "\n}\n";

  function* connections(): Generator<string> {
    const fields = fieldsOfPorts();
    for (const { src, dst, ports } of rowsBetween(world, asked)) {
      yield `{"src":${JSON.stringify(src)},"dst":${JSON.stringify(dst)},${fields(ports)}`;
    }
  }

  function* ingress(): Generator<string> {
    const fields = fieldsOfPorts();
    for (const { dst, ports } of entrances) {
      if (ports !== NO_PORTS) yield `{"dst":${JSON.stringify(dst.id)},${fields(ports)}`;
    }
  }
}

/** The rest of a row. A world has a handful of port sets, each of which is written once. */
function fieldsOfPorts(): (ports: PortSet) => string {
  const known = new Map<PortSet, string>();
  return (ports) => {
    const text = known.get(ports) ?? JSON.stringify(connectionOf(ports)).slice(1);
    known.set(ports, text);
    return text;
  };
}

export const connectionOf = (ports: PortSet): { readonly conn: string; readonly ports: unknown } => ({
  conn: ports === NO_PORTS ? "None" : ports.key,
  ports: listPorts(ports),
});

function* written(items: Iterable<unknown>): Generator<string> {
  for (const item of items) yield JSON.stringify(item);
}

/** `items` are JSON already. */
function* list(name: string, items: Iterable<string>): Generator<string> {
  yield `  "${name}": [`;
  let separator = "\n    ";
  for (const item of items) {
    yield separator + item;
    separator = ",\n    ";
  }
  yield separator.startsWith(",") ? "\n  ]" : "]";
}
