import assert from "node:assert/strict";
import { test } from "node:test";
import type { Subject } from "../../server/src/features/diagram/build-model.ts";
import { explanationOf } from "../../server/src/features/diagram/explanation.ts";
import { exported } from "../../server/src/features/diagram/export.ts";
import { itemsOf } from "../../server/src/features/diagram/scene.ts";
import { svgOf } from "../../server/src/features/diagram/svg.ts";
import { tableOf } from "../../server/src/features/diagram/table.ts";
import { lifecycle } from "../../server/src/features/diagram/views/lifecycle.ts";
import { lifetime } from "../../server/src/features/diagram/views/lifetime.ts";
import { storage } from "../../server/src/features/diagram/views/storage.ts";
import { STORE, subjectIn } from "../kit/network-picture.ts";

const EVERYTHING = { filter: "", focus: undefined };
const files = { "store.yaml": STORE };

test("lines say what is bound, what a class makes, and why the nearest volumes are ruled out", () => {
  const { links } = storage.tell(subjectIn(files), EVERYTHING);
  assert.deepEqual(
    links.map(({ id, label }) => [id, label].filter(Boolean).join(" | ")),
    [
      "claim:shop/data-db-0 -> workload:shop/db[StatefulSet]#data mounts",
      "claim:shop/data-db-1 -> workload:shop/db[StatefulSet]#data mounts",
      "claim:shop/files -> workload:shop/reader[Pod]#files mounts",
      "class:gp3 -> claim:shop/data-db-0#class provides",
      "class:gp3 -> claim:shop/data-db-1#class provides",
      "missing:claim:shop/nowhere -> workload:shop/reader[Pod]#lost dangling",
      "volume:large -> claim:shop/files bound",
      "volume:large#capacity -> claim:shop/shared#capacity impossible | – RWX",
      "volume:small#capacity -> claim:shop/shared#capacity impossible | – RWX",
    ],
  );
});

test("all that rules volumes out is told only of the claim that somebody looks at, and leads to the deciding line", () => {
  const subject = subjectIn(files);
  const of = (focus: string | undefined) =>
    storage.tell(subject, { filter: "", focus }).links.filter(({ kind }) => kind === "impossible");
  const [link] = of("claim:shop/files").filter(({ to }) => to.box === "claim:shop/files");
  assert.deepEqual([link?.from.row, link?.label], ["volume:small#capacity", "5Gi < 10Gi"]);
  assert.match(link?.title.en ?? "", /^shop\/files ✕ small: its 5Gi are less than the 10Gi asked for$/);
  const place = link?.at && subject.snapshot.placeOf(link.at.origin, link.at.path);
  assert.equal(STORE.split("\n")[place?.range.start.line ?? 0], "  resources: { requests: { storage: 10Gi } }");
  assert.deepEqual(
    of(undefined).filter(({ to }) => to.box === "claim:shop/files"),
    [],
  );
});

test("boxes tell how claims, volumes and Pods stand, and a filter finds those in trouble", () => {
  const subject = subjectIn(files);
  const states = new Map(
    storage.boxesOf(subject).map(({ id, marks }) => [id, marks.map(({ state, text }) => `${state}: ${text.en}`)[0]]),
  );
  assert.equal(states.get("claim:shop/files"), "settled: Binds to large");
  assert.equal(states.get("claim:shop/shared"), "stuck: Pending: no volume offers ReadWriteMany");
  assert.equal(states.get("volume:small"), "waiting: Available");
  assert.equal(states.get("workload:shop/reader[Pod]"), "stuck: Pod stays Pending");
  const found = storage.tell(subject, { filter: "is:problem", focus: undefined }).boxes.map(({ id }) => id);
  assert.ok(found.includes("claim:shop/shared") && !found.includes("claim:shop/data-db-0"));
});

test("claims of one template that stand alike are one box; so are volumes that nothing tells apart", () => {
  const volume = (i: number) => `---
apiVersion: v1
kind: PersistentVolume
metadata: { name: disk-${i} }
spec: { capacity: { storage: 1Gi }, accessModes: [ReadWriteOnce], storageClassName: disks, nfs: { server: a, path: /b } }
`;
  const many = STORE.replace("replicas: 2", "replicas: 9") + [1, 2, 3, 4, 5, 6].map(volume).join("");
  const boxes = new Map(storage.boxesOf(subjectIn({ "a.yaml": many })).map((box) => [box.id, box]));
  assert.equal(boxes.get("claim:shop/data-db-0")?.caption, "PersistentVolumeClaim × 9");
  assert.equal(boxes.get("volume:disk-1")?.caption, "PersistentVolume × 6");
  assert.equal(boxes.get("volume:disk-1")?.marks[0]?.text.vi, "0 / 6 Bound");
  assert.ok(!boxes.has("volume:disk-2"));
});

test("two clusters of one workspace are drawn apart, with names of their own", () => {
  const subject = subjectIn({ "dev/a.yaml": STORE, "prod/a.yaml": STORE });
  const ids = storage.boxesOf(subject).map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length);
  assert.ok(ids.includes("claim:shop/files") && ids.includes("claim:shop/files ~prod"));
});

test("the life of a claim whose class has nothing made: the one volume that fits waits with it", () => {
  const local = `
apiVersion: storage.k8s.io/v1
kind: StorageClass
metadata: { name: local }
provisioner: kubernetes.io/no-provisioner
volumeBindingMode: WaitForFirstConsumer
---
apiVersion: v1
kind: PersistentVolume
metadata: { name: disk }
spec:
  capacity: { storage: 20Gi }
  accessModes: [ReadWriteOnce]
  storageClassName: local
  local: { path: /mnt/disk }
  nodeAffinity:
    required:
      nodeSelectorTerms:
        - matchExpressions: [{ key: kubernetes.io/hostname, operator: In, values: [node-1] }]
---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: files, namespace: shop }
spec:
  accessModes: [ReadWriteOnce]
  storageClassName: local
  resources: { requests: { storage: 10Gi } }
`;
  const { states } = lifecycleOf(subjectIn({ "a.yaml": local }), "claim:shop/files");
  assert.deepEqual(states, {
    "claim/Pending": "now",
    "claim/Bound": "next",
    "volume/made": "barred",
    "volume/Available": "now",
    "volume/Bound": "next",
    "volume/deleted": "barred",
    "volume/Failed": "barred",
  });
});

test("the life of a claim: where it stands, and what its policy rules out", () => {
  const subject = subjectIn(files);
  const roles = (focus: string) => lifecycleOf(subject, focus).states;
  assert.deepEqual(roles("claim:shop/files"), {
    "claim/Bound": "now",
    "volume/made": "barred",
    "volume/Bound": "now",
    "volume/deleted": "barred",
    "volume/Failed": "barred",
  });
  assert.deepEqual(roles("claim:shop/data-db-0"), {
    "claim/Pending": "now",
    "claim/Bound": "next",
    "volume/made": "next",
    "volume/Available": "barred",
  });
  assert.deepEqual(roles("volume:small"), {
    "volume/made": "barred",
    "volume/Available": "now",
    "volume/deleted": "barred",
    "volume/Failed": "barred",
  });
});

test("what outlives what, for each volume of a Pod", () => {
  const subject = subjectIn(files);
  const fates = (focus: string) => {
    const { links } = lifetime.tell(subject, { filter: "", focus });
    const rows: Record<string, string> = {};
    for (const { from, to, kind } of links) {
      const name = from.box.replace(/.*\//, "");
      rows[name] = `${rows[name] ?? ""} ${to.box.replace("event:", "")}:${kind}`.trim();
    }
    return rows;
  };
  assert.deepEqual(fates("workload:shop/reader[Pod]"), {
    files: "claim:keeps move:keeps node:keeps pod:keeps restart:keeps",
    lost: "claim:depends move:depends node:depends pod:keeps restart:keeps",
    scratch: "move:loses node:loses pod:loses restart:keeps",
    layer: "move:loses node:loses pod:loses restart:loses",
  });
  assert.equal(
    fates("workload:shop/db[StatefulSet]").data,
    "claim:loses move:keeps node:keeps pod:keeps restart:keeps",
  );
});

test("tables and other tools get the same", () => {
  const subject = subjectIn(files);
  for (const view of [storage, lifecycle, lifetime]) {
    const model = view.tell(subject, EVERYTHING);
    assert.equal(tableOf(model, view.detail).columns[3]?.vi, "Chi tiết");
    assert.equal(JSON.parse(exported(view, subject, EVERYTHING, "json", "en")).links.length, model.links.length);
    assert.match(exported(view, subject, EVERYTHING, "mermaid", "vi"), /^flowchart LR\n/);
    assert.match(exported(view, subject, EVERYTHING, "dot", "en"), / -> /);
    const ids = new Set([...itemsOf(view.draw(subject, EVERYTHING, "vi").shapes)].map(({ id }) => id));
    for (const { id } of model.links)
      assert.ok(ids.has(id) || view === lifecycle, `${view.id}: no ${id} in the picture`);
  }
  assert.match(svgOf(storage.draw(subject, EVERYTHING, "vi"), "vi", undefined), />Pending: không volume nào có</);
  assert.match(explanationOf(subject, "claim:shop/shared")?.text.en ?? "", /Stays Pending/);
});

/** The states that are more than possible, each with its role. */
function lifecycleOf(subject: Subject, focus: string): { readonly states: Readonly<Record<string, string>> } {
  const items = [...itemsOf(lifecycle.draw(subject, { filter: "", focus }, "en").shapes)];
  const states = items.flatMap(({ id, class: name }) =>
    /^state (?!can)/.test(name) ? [[id.replace("state:", ""), name.replace("state ", "")]] : [],
  );
  return { states: Object.fromEntries(states) };
}
