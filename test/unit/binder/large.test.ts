import assert from "node:assert/strict";
import { test } from "node:test";
import { bind } from "../../../server/src/engines/binder/bind.ts";
import type { Manifest } from "../../../server/src/engines/binder/manifest.ts";
import { reportOf } from "../../../server/src/engines/binder/report.ts";
import { type Outcome, settle } from "../../../server/src/engines/binder/settle.ts";

/** `count` volumes and claims over `classes` classes; sizes are all different, or all the same. */
function large(count: number, classes: number, sizeOf: (index: number) => number): readonly Manifest[] {
  const shared = (index: number) => ({ storageClassName: `c${index % classes}`, accessModes: ["ReadWriteOnce"] });
  const indices = Array.from({ length: count }, (_, index) => index);
  const volumes = indices.map(
    (index): Manifest => ({
      apiVersion: "v1",
      kind: "PersistentVolume",
      json: {
        metadata: { name: `pv-${index}` },
        spec: { ...shared(index), capacity: { storage: `${sizeOf(index)}Mi` }, nfs: { server: "s", path: "/p" } },
      },
    }),
  );
  const claims = indices.map(
    (index): Manifest => ({
      apiVersion: "v1",
      kind: "PersistentVolumeClaim",
      json: {
        metadata: { name: `c-${index}` },
        spec: { ...shared(index), resources: { requests: { storage: `${sizeOf(count - index)}Mi` } } },
      },
    }),
  );
  return [...volumes, ...claims];
}

/** How often a volume's size is looked at while claims are bound: what the search costs, whatever the machine. */
function looks({ world }: Outcome): number {
  let count = 0;
  for (const group of world.groups.all) {
    const { volume } = group;
    const watched = Object.defineProperty({ ...volume }, "capacity", {
      get() {
        count++;
        return volume.capacity;
      },
    });
    Object.defineProperty(group, "volume", { value: watched });
  }
  bind(world);
  return count;
}

test("a thousand volumes of one class cost their logarithm each, also when they run out", () => {
  const outcome = settle(
    large(1000, 1, (index) => index + 1),
    undefined,
    "",
  );
  const bound = [...reportOf(outcome).claims.values()].filter(({ outcome: said }) => said === "bound");
  assert.ok(bound.length >= 999, `only ${bound.length} claims were bound`);
  const small = looks(
    settle(
      large(250, 1, (index) => index + 1),
      undefined,
      "",
    ),
  );
  const big = looks(outcome);
  assert.ok(big < small * 4 * 2, `${small} looks for 250, ${big} for 1000`);
});

test("a thousand volumes of one size are one kind of volume", () => {
  const outcome = settle(
    large(1000, 1, () => 10),
    undefined,
    "",
  );
  assert.equal(outcome.world.groups.all.length, 1);
  assert.ok([...reportOf(outcome).claims.values()].every(({ outcome: said }) => said === "bound"));
});

test("classes split the field", () => {
  const outcome = settle(
    large(1000, 50, (index) => index + 1),
    undefined,
    "",
  );
  assert.ok(looks(outcome) < 1000 * 20);
});
