import type { Language } from "../../server/src/base/localized.ts";
import { readPath, type TracePath } from "../../server/src/cli/path-arguments.ts";
import { buildWorld, type World } from "../../server/src/engines/network/world.ts";
import { type Hop, pathOf } from "../../server/src/engines/path/walk.ts";
import { UNAVAILABLE_WORDS } from "../../server/src/features/network/models/terms.ts";
import { type JoinedPath, joinedPath } from "../../server/src/features/network/path.ts";
import { pathAsText } from "../../server/src/features/network/path-text.ts";
import { resourcesOf } from "../../server/src/model/resource.ts";
import { networkInput, networkPartOf } from "../../server/src/workspace/network-world.ts";
import type { Scene } from "./scene.ts";

/** `way MODEL SITUATION [--option value…]`: one line a hop, with what it does to the packet. */
export function wayAsked(_scene: Scene, argument: string): string {
  const [model = "", situation = "", ...more] = argument.split(" ");
  const given = asked([
    "--from",
    "a/a",
    "--to",
    "b/b",
    "--port",
    "80",
    "--model",
    model,
    "--situation",
    situation,
    ...more,
  ]);
  const joined = answered(undefined, given);
  // Services dial one port and lead to another one.
  const ports = { source: 40000, dialled: 80, target: 8080, node: 30080 };
  const path = pathOf({ ...joined.path.question, ports });
  if (path.unavailable) return `${UNAVAILABLE_WORDS[path.unavailable].en}\n`;
  return path.hops.map((hop) => `${inOneLine(hop)}\n`).join("");
}

function inOneLine({ place, device, action, pushed, popped, nat, after, size, mtu, by, policy }: Hop): string {
  const layer = (pushed ?? popped)?.name;
  const what = [action, ...(layer ? [layer] : []), ...(nat ? [nat] : []), ...(policy ? [`(${policy})`] : [])].join(" ");
  const outer = after.outer
    .map(({ from, to, layer: { name } }) => (from ? `${name} ${from} > ${to} | ` : `${name} | `))
    .join("");
  const { source, destination } = after;
  const inner = `${source.address}:${source.port} > ${destination.address}:${destination.port}`;
  return `${place} ${device.name}: ${what} · ${outer}${inner} · ${size}${mtu === undefined ? "" : `/${mtu}`} · ${by}`;
}

/** `path en --from … --to … --model …`: what the command line prints about the case's files. */
export function pathAsked(scene: Scene, argument: string): string {
  const [language = "en", ...words] = argument.split(" ");
  return pathAsText(answered(worldOf(scene), asked(words)), [language as Language]);
}

function asked(words: readonly string[]): TracePath {
  const given = readPath(words, {});
  if (given.command === "path" && given.wanted === "trace") return given;
  throw new Error(`no path is asked for by ${words.join(" ")}`);
}

function answered(world: World | undefined, given: TracePath): JoinedPath {
  const joined = joinedPath(world, given);
  if ("kind" in joined) throw new Error(JSON.stringify(joined));
  return joined;
}

function worldOf({ files }: Scene): World {
  const documents = files.flatMap(({ held }) => held.stream.starts.map((_, index) => held.stream.doc(index)));
  const resources = documents.flatMap((doc) => resourcesOf(doc));
  return buildWorld(networkInput(resources.flatMap((resource) => networkPartOf(resource, "case", "default") ?? [])));
}
