import type { Localized } from "../../base/localized.ts";
import { type Edge, type End, edgesFrom, edgesTo } from "../../engines/network/world.ts";
import { portsInWords } from "../network/words.ts";
import type { Subject } from "./build-model.ts";
import { workloadId } from "./ids.ts";
import type { Model } from "./model.ts";
import { joinedModel, storageParts } from "./storage/build.ts";

/** What there is to say about an item beyond its title. */
export interface Explanation {
  readonly text: Localized;
  /** Ids of workloads that reach it, and that it reaches. */
  readonly from: readonly string[];
  readonly to: readonly string[];
}

/** Undefined for items that no box and no link has. */
export function explanationOf(subject: Subject, id: string): Explanation | undefined {
  const { world, model } = subject;
  const peer = world.parties.peers.find((each) => workloadId(each) === id);
  if (peer) {
    const end: End = { kind: "workload", peer };
    return ofWorkload(subject, id, edgesTo(world, end), edgesFrom(world, end));
  }
  const inNetwork = findIn(model, id);
  if (inNetwork) return inNetwork;
  // What is in no picture of the network may be in that of storage, around it.
  return findIn(joinedModel(storageParts(subject, id)), id);
}

function findIn(model: Model, id: string): Explanation | undefined {
  const box = model.boxes.find((each) => each.id === id || id.startsWith(`${each.id} @`));
  if (box) {
    const into = model.links.filter(({ to }) => to.box === box.id);
    const outOf = model.links.filter(({ from }) => from.box === box.id);
    const titles = [box.title, ...[...into, ...outOf].map(({ title }) => title)];
    return { text: lines(titles), from: into.map(({ from }) => from.box), to: outOf.map(({ to }) => to.box) };
  }
  const link = model.links.find((each) => each.id === id);
  return link && { text: link.title, from: [link.from.box], to: [link.to.box] };
}

function ofWorkload({ model }: Subject, id: string, into: readonly Edge[], outOf: readonly Edge[]): Explanation {
  const box = model.boxes.find((each) => each.id === id);
  const problems = model.links.filter(
    ({ kind, from, to }) => (kind === "denied" || kind === "dangling") && (from.box === id || to.box === id),
  );
  const text = lines([
    ...(box ? [firstLine(box.title)] : []),
    ...(box?.marks ?? []).map(({ title }) => title),
    sides({ en: "Reached by", vi: "Được gọi bởi" }, into, "src"),
    sides({ en: "Reaches", vi: "Gọi được" }, outOf, "dst"),
    ...problems.map(({ title }) => title),
  ]);
  return { text, from: idsOf(into, "src"), to: idsOf(outOf, "dst") };
}

/** The images that follow are in the picture of the Pod. */
const firstLine = ({ en, vi }: Localized): Localized => ({ en: en.split("\n")[0] ?? "", vi: vi.split("\n")[0] ?? "" });

const lines = (texts: readonly Localized[]): Localized => ({
  en: texts.map(({ en }) => en).join("\n"),
  vi: texts.map(({ vi }) => vi).join("\n"),
});

const idsOf = (edges: readonly Edge[], side: "src" | "dst"): readonly string[] =>
  edges.flatMap((edge) => {
    const end = edge[side];
    return end.kind === "workload" ? [workloadId(end.peer)] : [];
  });

/** Names beyond these make nobody wiser. */
const NAMED = 6;

function sides(lead: Localized, edges: readonly Edge[], side: "src" | "dst"): Localized {
  const workloads = edges.flatMap((edge) => {
    const end = edge[side];
    return end.kind === "workload" ? [{ name: `${end.peer.namespace}/${end.peer.name}`, ports: edge.ports }] : [];
  });
  const hasOutside = edges.some((edge) => edge[side].kind === "external");
  const shown = workloads.slice(0, NAMED);
  const listed = (language: keyof Localized, more: string, outside: string): string => {
    const names = shown.map(({ name, ports }) => `${name} (${portsInWords(ports)[language]})`);
    if (workloads.length > NAMED) names.push(`${workloads.length - NAMED} ${more}`);
    if (hasOutside) names.push(outside);
    return names.join(", ") || "–";
  };
  return {
    en: `${lead.en} ${workloads.length} ${workloads.length === 1 ? "workload" : "workloads"}: ${listed("en", "more", "addresses outside")}`,
    vi: `${lead.vi} ${workloads.length} workload: ${listed("vi", "workload khác", "địa chỉ bên ngoài")}`,
  };
}
