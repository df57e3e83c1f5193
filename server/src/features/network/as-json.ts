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
    const [quoted, fields] = [once((id: string) => JSON.stringify(id)), once(fieldsOf)];
    for (const { src, dst, ports } of rowsBetween(world, asked)) {
      yield `{"src":${quoted(src)},"dst":${quoted(dst)},${fields(ports)}`;
    }
  }

  function* ingress(): Generator<string> {
    for (const { dst, ports } of entrances) {
      if (ports !== NO_PORTS) yield `{"dst":${JSON.stringify(dst.id)},${fieldsOf(ports)}`;
    }
  }
}

/** The end of a row. */
const fieldsOf = (ports: PortSet): string => JSON.stringify(connectionOf(ports)).slice(1);

/** A world has thousands of ends and a handful of port sets, and millions of rows of them. */
function once<K>(write: (key: K) => string): (key: K) => string {
  const known = new Map<K, string>();
  return (key) => {
    let text = known.get(key);
    if (text === undefined) {
      text = write(key);
      known.set(key, text);
    }
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
