import { listPorts, NO_PORTS, type PortSet } from "../../engines/network/ports.ts";
import { idOf } from "../../engines/network/world.ts";
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
  yield* list("isolated", isolations(world));
  if (isExplained) {
    yield ",\n";
    yield* list("explanations", explanationsOf({ world, asked, placeOf }));
  }
  yield "\n}\n";

  function* connections(): Generator<unknown> {
    for (const { src, dst, ports } of rowsBetween(world, asked)) yield { src, dst, ...connectionOf(ports) };
  }

  function* ingress(): Generator<unknown> {
    for (const { dst, ports } of entrances) {
      if (ports !== NO_PORTS) yield { dst: idOf({ kind: "workload", peer: dst }), ...connectionOf(ports) };
    }
  }
}

export const connectionOf = (ports: PortSet): { readonly conn: string; readonly ports: unknown } => ({
  conn: ports === NO_PORTS ? "None" : ports.key,
  ports: listPorts(ports),
});

function* list(name: string, items: Iterable<unknown>): Generator<string> {
  yield `  "${name}": [`;
  let separator = "\n    ";
  for (const item of items) {
    yield separator + JSON.stringify(item);
    separator = ",\n    ";
  }
  yield separator.startsWith(",") ? "\n  ]" : "]";
}
