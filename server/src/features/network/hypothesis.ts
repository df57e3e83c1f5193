import type { Peer } from "../../engines/network/parties.ts";
import { buildWorld, type End, type World } from "../../engines/network/world.ts";
import type { FileId } from "../../workspace/file.ts";
import type { NetworkSnapshot } from "../../workspace/network-files.ts";
import { type NetworkObject, networkObjectsOf } from "../../workspace/network-objects.ts";
import { networkInput } from "../../workspace/network-world.ts";
import { YStream } from "../../yaml/stream.ts";
import { type Change, differences } from "./difference.ts";
import { entrancesOf } from "./neighbourhood.ts";

/** The network as it is, and as it would be if some files read otherwise. */
export interface Comparison {
  readonly before: Picture;
  readonly after: Picture;
}

interface Picture {
  readonly world: World;
  /** Objects of the files that differ. */
  readonly changed: ReadonlySet<string>;
}

/** `undefined`: the file is gone. */
export type Texts = ReadonlyMap<FileId, string | undefined>;

/** What changes if the files read as given. `namespace` is the one that holds where the manifest names none. */
export function compared(snapshot: NetworkSnapshot, world: World, texts: Texts, namespace: string): Comparison {
  const isChanged = ({ origin }: NetworkObject): boolean => {
    const place = snapshot.placeOf(origin, []);
    return place !== undefined && texts.has(place.file);
  };
  const old = snapshot.objects.filter(isChanged);
  const kept = snapshot.objects.filter((object) => !isChanged(object));
  const young = [...texts].flatMap(([file, text]) => (text === undefined ? [] : objectsIn(file, text, namespace)));
  return {
    before: { world, changed: originsOf(old) },
    after: {
      world: buildWorld(networkInput([...kept, ...young].map(({ part }) => part))),
      changed: originsOf(young),
    },
  };
}

const originsOf = (objects: readonly NetworkObject[]): ReadonlySet<string> =>
  new Set(objects.map(({ origin }) => origin));

function objectsIn(file: FileId, text: string, namespace: string): readonly NetworkObject[] {
  return YStream.of(text, "manifest").docs.flatMap((doc, document) =>
    networkObjectsOf(doc, namespace, (index) => `${file}#${document}/${index}`),
  );
}

/** The pairs that connect otherwise. Only those are looked at that the changed objects can have to do with. */
export function changesIn({ before, after }: Comparison): readonly Change[] {
  const touched = new Set([...touchedIn(before), ...touchedIn(after)]);
  const isAll = touched.has(EVERYBODY);
  const asked = (world: World): readonly End[] | undefined =>
    isAll
      ? undefined
      : [...touched].flatMap((id): readonly End[] => {
          const peer = world.peerById.get(id);
          return peer ? [{ kind: "workload", peer }] : [];
        });
  const [old, young] = [asked(before.world), asked(after.world)];
  const into = differences(
    { world: before.world, asked: { from: undefined, to: old } },
    { world: after.world, asked: { from: undefined, to: young } },
  );
  if (isAll) return into;
  const outOf = differences(
    { world: before.world, asked: { from: old, to: undefined } },
    { world: after.world, asked: { from: young, to: undefined } },
  );
  const all = new Map([...into, ...outOf].map((change) => [`${change.src} ${change.dst}`, change]));
  return [...all.values()].sort((a, b) => (`${a.src} ${a.dst}` < `${b.src} ${b.dst}` ? -1 : 1));
}

/** Stands for all workloads: labels of namespaces and tiers of the cluster may concern anybody. */
const EVERYBODY = "*";

function touchedIn({ world, changed }: Picture): readonly string[] {
  const { input, matching, parties } = world;
  const isOurs = ({ origin }: { readonly origin: string }): boolean => changed.has(origin);
  if (input.namespaces.some(isOurs) || input.adminPolicies.some(isOurs)) return [EVERYBODY];
  const selected = input.policies
    .filter(isOurs)
    .flatMap(({ namespace, subject }) => matching.subjects(namespace, subject))
    .flatMap(({ index }) => parties.peersOf.get(index) ?? []);
  const own = parties.peers.filter(({ pods }) => pods.some(isOurs));
  const sentTo = entrancesOf(world)
    .filter(({ ways }) => ways.some(({ from, service }) => isOurs(from) || isOurs(service)))
    .map(({ dst }) => dst);
  const ids = [...selected, ...own, ...sentTo].map(({ id }: Peer) => id);
  return ids;
}
