import assert from "node:assert/strict";
import { isMap, type Json, type JsonMap, mapOf, withValue } from "../../server/src/base/json.ts";
import type { Manifest } from "../../server/src/engines/binder/manifest.ts";
import { candidatesOf, reportOf } from "../../server/src/engines/binder/report.ts";
import { type Outcome, settle } from "../../server/src/engines/binder/settle.ts";

/**
 * A case of `test/cases/storage`: a cluster in one line an object, and what becomes of it in one line a fact.
 *
 *     ## topic
 *     # name of the case
 *     version 1.33                                  otherwise the newest
 *     before pvc c 1Gi RWO                          what was there before the objects below were sent
 *     pv a 10Gi RWO,ROX class=fast mode=Block labels=disk:ssd ref=default/c on=node-1
 *     pvc c 5Gi RWO class=fast sel=disk:ssd vol=a done
 *     sc fast ebs.csi.aws.com wffc default expand
 *     pod p uses=c spec.any.path={"json":1}
 *     = c bound a                                   or `a|b`, `pending`, `pv a Bound`, `pod p scheduled node-1` ...
 *     = c for a CAPACITY_TOO_SMALL                  why a volume is ruled out; `fits` if it is not
 *     = pvc c answer rejected spec.accessModes      what the API server says
 */
export interface StorageCase {
  readonly topic: string;
  readonly name: string;
  readonly version: string;
  readonly before: readonly string[];
  readonly objects: readonly string[];
  readonly facts: readonly string[];
}

export function readStorageCases(text: string): readonly StorageCase[] {
  return text.split(/^(?=## )/m).flatMap((section) => {
    const [head = "", ...cases] = section.split(/^# /m);
    const topic = head.replace("## ", "").trim();
    return cases.map((body): StorageCase => {
      const [name = "", ...lines] = body.split("\n").map((line) => line.trim());
      const after = (word: string): readonly string[] =>
        lines.filter((line) => line.startsWith(`${word} `)).map((line) => line.slice(word.length + 1));
      const objects = lines.filter((line) => line !== "" && !/^(?:version|before|=) /.test(line));
      return { topic, name, version: after("version")[0] ?? "", before: after("before"), objects, facts: after("=") };
    });
  });
}

export function checkCase({ version, before, objects, facts }: StorageCase): void {
  assert.ok(facts.length > 0, "the case states nothing");
  const held = before.length === 0 ? undefined : before.map(readObject);
  const known = factsOf(settle(objects.map(readObject), held, version));
  for (const fact of facts) {
    const subjects = [...known.keys()].filter((key) => `${fact} `.startsWith(`${key} `));
    const subject = subjects.sort((a, b) => b.length - a.length)[0] ?? assert.fail(`nothing is known of "${fact}"`);
    assert.equal(known.get(subject), fact.slice(subject.length + 1), fact);
  }
}

/** Everything that is known, by what it is about. */
function factsOf(outcome: Outcome): ReadonlyMap<string, string> {
  const { world } = outcome;
  const report = reportOf(outcome);
  const facts = new Map<string, string>();
  const short = (key: string): string => key.replace(/^default\//, "");
  for (const [key, claim] of report.claims) {
    const name = short(key);
    facts.set(`${name} class`, claim.effectiveClass === null ? "none" : JSON.stringify(claim.effectiveClass));
    facts.set(`${name} reasons`, claim.reasons.join());
    const found = world.claimsByKey.get(key);
    if (found === undefined || claim.outcome === "rejected") continue;
    for (const [volume, obstacles] of candidatesOf(world, found, claim.effectiveClass, world.volumes.length))
      facts.set(`${name} for ${volume}`, obstacles.join() || "fits");
  }
  for (const [key, { outcome: said, volumes, provisioner }] of report.claims) {
    const detail = said === "dynamic-provisioning" ? (provisioner ?? "") : volumes.join("|");
    facts.set(short(key), `${said} ${detail}`.trim());
  }
  for (const [name, { phase }] of report.volumes) facts.set(`pv ${name}`, phase ?? "refused");
  for (const [key, pod] of report.pods) {
    facts.set(`pod ${short(key)}`, `${pod.outcome} ${pod.nodes.join("|")}`.trim());
    facts.set(`pod ${short(key)} reasons`, pod.reasons.join());
  }
  for (const [key, { outcome: said, fields }] of outcome.answers) {
    const subject = key.replace(/^(\S+) (?:default\/)?/, (_, kind: string) => `${WORDS.get(kind) ?? kind} `);
    facts.set(`${subject} answer`, fields.length === 0 ? said : `${said} ${fields.join()}`);
  }
  return facts;
}

const KINDS: Readonly<Record<string, readonly [apiVersion: string, kind: string]>> = {
  pv: ["v1", "PersistentVolume"],
  pvc: ["v1", "PersistentVolumeClaim"],
  sc: ["storage.k8s.io/v1", "StorageClass"],
  vac: ["storage.k8s.io/v1", "VolumeAttributesClass"],
  node: ["v1", "Node"],
  pod: ["v1", "Pod"],
  sts: ["apps/v1", "StatefulSet"],
  deploy: ["apps/v1", "Deployment"],
  ds: ["apps/v1", "DaemonSet"],
  job: ["batch/v1", "Job"],
  cron: ["batch/v1", "CronJob"],
  quota: ["v1", "ResourceQuota"],
  limits: ["v1", "LimitRange"],
  driver: ["storage.k8s.io/v1", "CSIDriver"],
  room: ["storage.k8s.io/v1", "CSIStorageCapacity"],
};

const WORDS = new Map(Object.entries(KINDS).map(([word, [, kind]]) => [kind, word]));

/** An object from its line. */
export function readObject(line: string): Manifest {
  const [word = "", name = "", ...attributes] = line.split(/\s+/);
  const [apiVersion, kind] = KINDS[word] ?? assert.fail(`no kind "${word}"`);
  const start = START[word] ?? {};
  const json = attributes.reduce(
    (object, attribute) => apply(word, object, attribute),
    withValue({ apiVersion, kind, ...start }, ["metadata", "name"], name),
  );
  return { apiVersion, kind, json: word === "node" ? withHost(json, name) : json };
}

const TEMPLATE: JsonMap = {
  metadata: { labels: { app: "x" } },
  spec: { containers: [{ name: "main", image: "x" }], volumes: [] },
};

const START: Readonly<Record<string, JsonMap>> = {
  pv: { spec: { csi: { driver: "x.io", volumeHandle: "h" } } },
  pod: { spec: { containers: [{ name: "main", image: "x" }], volumes: [] } },
  sts: { spec: { selector: { matchLabels: { app: "x" } }, serviceName: "x", template: TEMPLATE } },
  deploy: { spec: { selector: { matchLabels: { app: "x" } }, template: TEMPLATE } },
  ds: { spec: { selector: { matchLabels: { app: "x" } }, template: TEMPLATE } },
  job: { spec: { template: TEMPLATE } },
  cron: { spec: { jobTemplate: { spec: { template: TEMPLATE } } } },
};

const withHost = (json: JsonMap, name: string): JsonMap =>
  withValue(json, ["metadata", "labels", "kubernetes.io/hostname"], name);

const MODES: Readonly<Record<string, string>> = {
  RWO: "ReadWriteOnce",
  ROX: "ReadOnlyMany",
  RWX: "ReadWriteMany",
  RWOP: "ReadWriteOncePod",
};

function apply(word: string, json: JsonMap, attribute: string): JsonMap {
  const equals = attribute.indexOf("=");
  const key = equals < 0 ? attribute : attribute.slice(0, equals);
  const value = equals < 0 ? "" : attribute.slice(equals + 1);
  const set = (path: string, to: Json): JsonMap => withValue(json, path.split("."), to);
  if (/^(spec|metadata|status)\./.test(key) || key === "raw") return put(json, key, value);
  if (/^\d/.test(attribute))
    return set(word === "pv" ? "spec.capacity.storage" : "spec.resources.requests.storage", attribute);
  if (/^(RWO|ROX|RWX|RWOP)(,|$)/.test(attribute))
    return set(
      "spec.accessModes",
      attribute.split(",").map((mode) => MODES[mode] ?? mode),
    );
  switch (key) {
    case "ns":
      return set("metadata.namespace", value);
    case "class":
      return set("spec.storageClassName", value);
    case "beta":
      return withValue(json, ["metadata", "annotations", "volume.beta.kubernetes.io/storage-class"], value);
    case "vac":
      return set("spec.volumeAttributesClassName", value);
    case "mode":
      return set("spec.volumeMode", value);
    case "labels":
      return set("metadata.labels", { ...mapOf(mapOf(json.metadata).labels), ...table(value) });
    case "sel":
      return set("spec.selector.matchLabels", table(value));
    case "ref": {
      const [namespace = "", name = ""] = value.split("/");
      return set("spec.claimRef", { ...mapOf(mapOf(json.spec).claimRef), namespace, name });
    }
    case "uid":
      return set("spec.claimRef.uid", value);
    case "vol":
      return set("spec.volumeName", value);
    case "done":
      return withValue(json, ["metadata", "annotations", "pv.kubernetes.io/bind-completed"], "yes");
    case "on":
      return set("spec.nodeAffinity", affinity("kubernetes.io/hostname", value.split(",")));
    case "in":
      return set("spec.nodeAffinity", affinity("topology.kubernetes.io/zone", value.split(",")));
    case "zone":
      return withValue(json, ["metadata", "labels", "topology.kubernetes.io/zone"], value);
    case "policy":
      return set("spec.persistentVolumeReclaimPolicy", value);
    case "host":
      return set("spec", { ...mapOf(json.spec), csi: undefined, hostPath: { path: value } });
    case "uses":
      return set(
        "spec.volumes",
        value.split(",").map((claimName): Json => ({ name: claimName, persistentVolumeClaim: { claimName } })),
      );
    case "select":
      return set("spec.nodeSelector", table(value));
    case "replicas":
      return set("spec.replicas", Number(value));
    case "wffc":
      return set("volumeBindingMode", "WaitForFirstConsumer");
    case "default":
      return withValue(json, ["metadata", "annotations", "storageclass.kubernetes.io/is-default-class"], "true");
    case "expand":
      return set("allowVolumeExpansion", true);
    case "topo": {
      const [label = "", values = ""] = value.split(":");
      const term = { matchLabelExpressions: [{ key: label, values: values.split("|") }] };
      return set("allowedTopologies", [term]);
    }
    default:
      return word === "sc" && equals < 0 ? set("provisioner", key) : assert.fail(`no attribute "${attribute}"`);
  }
}

/** `spec.a.b=JSON`, or a string where it is none; `raw={...}` for fields at the top. */
function put(json: JsonMap, path: string, text: string): JsonMap {
  const value = parse(text);
  if (path === "raw") return isMap(value) ? { ...json, ...value } : assert.fail("raw takes a map");
  return withValue(json, path.split("."), value);
}

function parse(text: string): Json {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

const table = (text: string): JsonMap =>
  Object.fromEntries(
    text
      .split(",")
      .map((pair) => pair.split(":"))
      .map(([key = "", value = ""]) => [key, value]),
  );

const affinity = (key: string, values: readonly string[]): JsonMap => ({
  required: { nodeSelectorTerms: [{ matchExpressions: [{ key, operator: "In", values }] }] },
});
