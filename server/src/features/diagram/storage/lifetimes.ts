import { type Localized, same } from "../../../base/localized.ts";
import type { NetworkObject } from "../../../workspace/network-objects.ts";
import type { VolumeShape } from "../../../workspace/pod-shape.ts";
import type { Subject } from "../build-model.ts";
import type { Box, Model, Pointer } from "../model.ts";
import { Sheet } from "../sheet.ts";
import { behindClaim } from "./behind.ts";
import { storageParts } from "./build.ts";
import { type Behind, EVENT_WORDS, EVENTS, type Event, type Fate, fatesOf } from "./fate.ts";
import { usersOf } from "./workloads.ts";

/** A Pod, and what becomes of everything that is written in it. */
export interface Lifetime {
  readonly id: string;
  readonly object: NetworkObject;
  readonly rows: readonly LifetimeRow[];
}

export interface LifetimeRow {
  readonly id: string;
  readonly name: Localized;
  readonly caption: Localized;
  /** Where containers see it. */
  readonly paths: readonly string[];
  readonly at: Pointer;
  readonly fates: Readonly<Record<Event, Fate>>;
}

export const podId = ({ namespace, name, kind }: NetworkObject): string => `workload:${namespace}/${name}[${kind}]`;

/** Whatever makes Pods; of those with volumes what becomes of each is worth a picture. */
export const podBoxes = ({ snapshot }: Subject): readonly Box[] => {
  const sheet = new Sheet();
  for (const object of snapshot.objects) {
    if (!object.pod) continue;
    const { namespace, name, kind, labels, origin } = object;
    const words = same(`${kind} ${name}`);
    const at = { origin, path: ["metadata", "name"] };
    sheet.box({ id: podId(object), kind: "workload", namespace, name, caption: kind, labels, title: words, at });
  }
  return sheet.boxes;
};

/** `wanted`: ids of those that are to be seen. */
export function lifetimesOf(subject: Subject, wanted: ReadonlySet<string>): readonly Lifetime[] {
  const parts = storageParts(subject, undefined);
  const behind = new Map<string, Behind>();
  for (const { site } of parts) {
    for (const { object, volumes } of usersOf(site)) {
      for (const { shape, claims } of volumes) {
        const isTemplate = shape.type === "volumeClaimTemplate";
        behind.set(`${object.origin} ${shape.name}`, behindClaim(site, claims[0] ?? "", isTemplate));
      }
    }
  }
  return subject.snapshot.objects
    .filter((object) => object.pod && wanted.has(podId(object)))
    .map((object) => ({ id: podId(object), object, rows: rowsOf(object, behind) }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

function rowsOf(object: NetworkObject, behind: ReadonlyMap<string, Behind>): readonly LifetimeRow[] {
  const { origin, pod } = object;
  const [first] = pod?.containers ?? [];
  const layer: LifetimeRow = {
    id: `${podId(object)}/layer`,
    name: { en: "everything else", vi: "mọi chỗ khác" },
    caption: { en: "the container's own layer", vi: "lớp ghi riêng của container" },
    paths: ["/"],
    at: { origin, path: first?.path ?? ["spec"] },
    fates: fatesOf("layer", undefined, undefined),
  };
  return [...(pod?.volumes ?? []).map((shape) => rowOf(object, shape, behind)), layer];
}

function rowOf(object: NetworkObject, shape: VolumeShape, behind: ReadonlyMap<string, Behind>): LifetimeRow {
  const { name, type, of, medium, path } = shape;
  const mounts = (object.pod?.containers ?? []).flatMap((container) =>
    container.mounts.flatMap(({ volume, mountPath }) => (volume === name ? [mountPath] : [])),
  );
  return {
    id: `${podId(object)}/volume/${name}`,
    name: same(name),
    caption: same([type, medium ?? of].filter(Boolean).join(" ")),
    paths: [...new Set(mounts)],
    at: { origin: object.origin, path },
    fates: fatesOf(type, medium, behind.get(`${object.origin} ${name}`)),
  };
}

export const cellId = (row: LifetimeRow, event: Event): string => `${row.id} -> event:${event}`;

/** The same for tables and other tools. */
export function lifetimeModel(lifetimes: readonly Lifetime[]): Model {
  const sheet = new Sheet();
  for (const event of EVENTS) {
    const { name, what } = EVENT_WORDS[event];
    const words = { name, caption: same("") };
    const id = `event:${event}`;
    sheet.box({ id, kind: "state", namespace: undefined, name: event, caption: "", words, title: what, at: undefined });
  }
  for (const { object, rows } of lifetimes) {
    for (const row of rows) {
      const name = `${object.namespace}/${object.name}`;
      sheet.box({
        id: row.id,
        kind: "mounted",
        namespace: object.namespace,
        name: row.name.en,
        caption: row.caption.en,
        words: {
          name: { en: `${name}: ${row.name.en}`, vi: `${name}: ${row.name.vi}` },
          caption: row.caption,
        },
        title: row.caption,
        at: row.at,
      });
      for (const event of EVENTS) {
        const { state, words, why, at } = row.fates[event];
        if (state === "none") continue;
        const ends = { from: { box: row.id, row: undefined }, to: { box: `event:${event}`, row: undefined } };
        const title = { en: `${words.en}. ${why.en}`, vi: `${words.vi}. ${why.vi}` };
        sheet.link({ ...ends, id: cellId(row, event), kind: state, title, at: at ?? row.at });
      }
    }
  }
  const names = new Set(lifetimes.map(({ object }) => object.namespace));
  const namespaces = [...names].sort().map((name) => ({ name, policies: [] }));
  return { boxes: sheet.boxes, links: sheet.links, namespaces, policies: [] };
}
