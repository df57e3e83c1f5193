import type { Localized } from "../../../base/localized.ts";
import type { NetworkObject } from "../../../workspace/network-objects.ts";
import type { VolumeShape } from "../../../workspace/pod-shape.ts";
import type { Claim, PodReport } from "../../../workspace/storage-cluster.ts";
import { podVerdict } from "../../storage/verdict.ts";
import type { Mark, Standing } from "../model.ts";
import { addClaim, type ClaimHome } from "./boxes.ts";
import type { Site } from "./site.ts";
import { plain } from "./words.ts";

/** Something that makes Pods, and the claims behind its volumes. */
export interface User {
  readonly object: NetworkObject;
  readonly namespace: string;
  readonly pods: readonly (readonly [key: string, report: PodReport])[];
  readonly volumes: readonly { readonly shape: VolumeShape; readonly claims: readonly string[] }[];
}

export function usersOf(site: Site): readonly User[] {
  const { cluster, snapshot } = site;
  const users: User[] = [];
  const seen = new Set<string>();
  const add = (object: NetworkObject | undefined, namespace: string, pods: User["pods"]): void => {
    if (!object?.pod || seen.has(object.origin)) return;
    seen.add(object.origin);
    const names = pods.map(([key]) => key.slice(namespace.length + 1));
    const volumes = object.pod.volumes.flatMap((shape) => {
      const claims = claimsBehind(shape, names);
      return claims ? [{ shape, claims: claims.map((name) => `${namespace}/${name}`) }] : [];
    });
    if (volumes.length > 0) users.push({ object, namespace, pods, volumes });
  };
  for (const { entry, manifest, namespace, name } of cluster.sent) {
    if (entry) add(site.object(manifest.kind, namespace, name), namespace, cluster.podsOf(entry.facts));
  }
  // The binder follows no schedules, but what they start mounts claims as well.
  for (const object of snapshot.objects) {
    const { pod, namespace } = object;
    const uses = pod?.volumes.some(({ type, of }) => type === CLAIM && cluster.report.claims.has(`${namespace}/${of}`));
    if (uses) add(object, namespace, []);
  }
  return users;
}

const CLAIM = "persistentVolumeClaim";

/** Undefined for volumes that are no claims. component-helpers `storage/ephemeral` and pkg/controller/statefulset name them. */
function claimsBehind({ name, type, of }: VolumeShape, pods: readonly string[]): readonly string[] | undefined {
  switch (type) {
    case CLAIM:
      return of === undefined ? [] : [of];
    case "ephemeral":
      return pods.map((pod) => `${pod}-${name}`);
    case "volumeClaimTemplate":
      return pods.map((pod) => `${name}-${pod}`);
    default:
      return undefined;
  }
}

/** More claims than these that were made alike and stand alike are one box. */
const MOST_ALIKE = 3;

/** A box for every claim: for those in manifests, and for those that are made from templates. */
export function addClaims(site: Site, users: readonly User[]): ReadonlyMap<string, ClaimHome> {
  const { cluster } = site;
  const templates = new Map<string, ClaimHome>();
  for (const { object, volumes } of users) {
    for (const { shape, claims } of volumes) {
      if (shape.type === CLAIM) continue;
      const home = { at: { origin: object.origin, path: shape.path }, isTemplate: true };
      for (const key of claims) templates.set(key, home);
    }
  }
  const homes = new Map<string, ClaimHome>();
  const alike = new Map<string, Claim[]>();
  for (const claim of cluster.world.claims) {
    const { key, namespace, name } = claim;
    const own = site.pointer("PersistentVolumeClaim", namespace, name);
    const home = own ? { at: own, isTemplate: false } : (templates.get(key) ?? { at: undefined, isTemplate: true });
    homes.set(key, home);
    const report = cluster.report.claims.get(key);
    const isUnlike = !home.isTemplate || (report?.volumes.length ?? 0) > 0;
    const shape = isUnlike ? key : JSON.stringify([home.at, report?.outcome, report?.reasons]);
    alike.set(shape, [...(alike.get(shape) ?? []), claim]);
  }
  for (const claims of alike.values()) {
    const groups = claims.length > MOST_ALIKE ? [claims] : claims.map((claim) => [claim]);
    for (const group of groups) {
      const [first] = group;
      if (!first) continue;
      const id = addClaim(site, first, group, homes.get(first.key) ?? { at: undefined, isTemplate: true });
      for (const { key } of group) site.claimBoxes.set(key, id);
    }
  }
  addRefused(site);
  return homes;
}

function addRefused(site: Site): void {
  for (const [key, { outcome, fields }] of site.cluster.report.claims) {
    if (outcome !== "rejected" || site.claimBoxes.has(key)) continue;
    const [namespace = "", name = ""] = key.split("/");
    const id = site.idOf(`claim:${key}`);
    const list = fields.join(", ");
    const title = { en: `The API server refuses ${key}: ${list}`, vi: `API server từ chối ${key}: ${list}` };
    const at = site.pointer("PersistentVolumeClaim", namespace, name);
    const text: Localized = { en: `Refused: ${list}`, vi: `Bị từ chối: ${list}` };
    site.sheet.box({
      id,
      kind: "claim",
      namespace,
      name,
      caption: "PersistentVolumeClaim",
      title,
      at,
      marks: [{ id: `${id}!verdict`, direction: undefined, state: "stuck", policies: [], text, title, at }],
    });
    site.claimBoxes.set(key, id);
  }
}

export function addUsers(site: Site, users: readonly User[]): void {
  for (const { object, namespace, pods, volumes } of users) {
    const { kind, name, origin, labels } = object;
    const id = site.idOf(`workload:${namespace}/${name}[${kind}]`);
    const at = { origin, path: ["metadata", "name"] };
    const isOpen = volumes.some(({ claims }) => claims.some((key) => isUnknown(site, key)));
    const marks = pods.length > 0 ? [markOf(id, pods, at, isOpen ? OPEN : undefined)] : [];
    site.sheet.box({
      id,
      kind: "workload",
      namespace,
      name,
      caption: kind,
      labels,
      marks,
      title: {
        en: [`${kind} ${name}, namespace ${namespace}`, ...marks.map(({ title }) => title.en)].join("\n"),
        vi: [`${kind} ${name}, namespace ${namespace}`, ...marks.map(({ title }) => title.vi)].join("\n"),
      },
      at,
    });
    for (const { shape, claims } of volumes) {
      const mounts = (object.pod?.containers ?? []).flatMap((container) =>
        container.mounts.filter(({ volume }) => volume === shape.name),
      );
      const row = site.sheet.row(id, {
        id: `${id}#${shape.name}`,
        text: mounts[0]?.mountPath ?? shape.name,
        detail: mounts[0] ? shape.name : "",
        title: {
          en: `Volume ${shape.name}, mounted at ${mounts.map(({ mountPath }) => mountPath).join(", ") || "no path"}`,
          vi: `Volume ${shape.name}, mount tại ${mounts.map(({ mountPath }) => mountPath).join(", ") || "không đường dẫn nào"}`,
        },
        at: { origin, path: shape.path },
        state: "plain",
      });
      for (const key of claims) mount(site, key, { box: id, row }, { origin, path: shape.path }, name);
    }
  }
}

function mount(
  site: Site,
  key: string,
  to: { readonly box: string; readonly row: string },
  at: { readonly origin: string; readonly path: readonly (string | number)[] },
  user: string,
): void {
  const box = site.claimBoxes.get(key);
  if (box) {
    const title = { en: `${user} mounts ${key}`, vi: `${user} mount ${key}` };
    return site.sheet.link({ from: { box, row: undefined }, to, kind: "mounts", title, at });
  }
  const [namespace = "", name = ""] = key.split("/");
  const title = {
    en: `${user} mounts ${name}, but no claim of that name is in ${namespace} here`,
    vi: `${user} mount ${name}, nhưng ở đây không có claim nào tên đó trong ${namespace}`,
  };
  const missing = site.sheet.box({
    id: site.idOf(`missing:claim:${key}`),
    kind: "missing",
    namespace,
    name,
    caption: "PersistentVolumeClaim",
    title,
    at,
  });
  site.sheet.link({ from: { box: missing, row: undefined }, to, kind: "dangling", title, at });
}

const STANDINGS: Readonly<Record<PodReport["outcome"], Standing>> = {
  scheduled: "settled",
  "schedulable-after-provisioning": "waiting",
  pending: "stuck",
  rejected: "stuck",
};

const SHORT: Readonly<Record<PodReport["outcome"], Localized>> = {
  scheduled: { en: "Storage is ready", vi: "Lưu trữ đã sẵn sàng" },
  "schedulable-after-provisioning": { en: "Starts after provisioning", vi: "Chạy khi cấp phát xong" },
  pending: { en: "Pod stays Pending", vi: "Pod sẽ Pending" },
  rejected: { en: "Pod is refused", vi: "Pod bị từ chối" },
};

/** No file shows what becomes of the claim. */
function isUnknown({ cluster }: Site, key: string): boolean {
  const [claim, report] = [cluster.world.claimsByKey.get(key), cluster.report.claims.get(key)];
  return claim !== undefined && report !== undefined && cluster.certaintyOf(claim, report) === "unknown";
}

const OPEN: Localized = { en: "Depends on its claims", vi: "Còn tùy vào claim" };

/** The worst that befalls one of its Pods; `open` where that is not known. */
function markOf(id: string, pods: User["pods"], at: Mark["at"], open: Localized | undefined): Mark {
  const order: readonly PodReport["outcome"][] = ["rejected", "pending", "schedulable-after-provisioning", "scheduled"];
  const [worst] = [...pods].sort(([, a], [, b]) => order.indexOf(a.outcome) - order.indexOf(b.outcome));
  const [key = "", report] = worst ?? [];
  const outcome = report?.outcome ?? "scheduled";
  const verdict = open ?? (report ? podVerdict(report) : SHORT[outcome]);
  const title = { en: plain(`${key}: ${verdict.en}`), vi: plain(`${key}: ${verdict.vi}`) };
  return {
    id: `${id}!storage`,
    direction: undefined,
    state: open ? "unknown" : STANDINGS[outcome],
    policies: [],
    text: open ?? SHORT[outcome],
    title,
    at,
  };
}
