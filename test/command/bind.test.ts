import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { TemporaryFolder } from "../kit/folder.ts";

function run(given: readonly string[]): { readonly status: number | null; readonly stdout: string } {
  return spawnSync(process.execPath, ["dist/cli.js", "bind", ...given], {
    encoding: "utf8",
    env: { ...process.env, LANG: "C.UTF-8" },
  });
}

const VOLUME = `apiVersion: v1
kind: PersistentVolume
metadata: { name: disk }
spec:
  capacity: { storage: 10Gi }
  accessModes: [ReadWriteOnce]
  nfs: { server: nas, path: /disk }
`;

const claim = (name: string, size: string): string => `---
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: ${name} }
spec:
  accessModes: [ReadWriteOnce]
  resources: { requests: { storage: ${size} } }
`;

test("the JSON says of each object what becomes of it", () => {
  using folder = new TemporaryFolder({ "all.yaml": VOLUME + claim("data", "5Gi") + claim("logs", "5GB") });
  const { status, stdout } = run([folder.path, "--format", "json"]);
  assert.equal(status, 1);
  const { claims, volumes, storageClasses, pods, objects } = JSON.parse(stdout);
  const { message, ...data } = claims["default/data"];
  assert.deepEqual(data, {
    outcome: "bound",
    volume: "disk",
    effectiveClass: null,
    reasons: [],
    candidates: { disk: [] },
  });
  assert.deepEqual(message, { en: "Binds to disk.", vi: "Sẽ được ghép với disk." });
  assert.deepEqual(claims["default/logs"].fields, ["(decode)"]);
  assert.deepEqual(volumes, { disk: { outcome: "ok", phase: "Bound" } });
  assert.deepEqual([storageClasses, pods], [{}, {}]);
  assert.deepEqual(objects, {
    "PersistentVolume disk": { outcome: "accepted" },
    "PersistentVolumeClaim default/data": { outcome: "accepted" },
    "PersistentVolumeClaim default/logs": { outcome: "rejected", fields: ["(decode)"] },
  });
});

test("people read the verdict first, in their language, and why each volume is ruled out", () => {
  using folder = new TemporaryFolder({ "all.yaml": VOLUME + claim("data", "50Gi") });
  assert.equal(
    run([folder.path, "--language", "vi"]).stdout,
    `Claim
  - default/data: Sẽ ở trạng thái Pending. Không có volume nào phù hợp, cũng không có StorageClass để cấp phát.
      disk: quá nhỏ

Volume
  disk: Available
`,
  );
  assert.match(run([folder.path]).stdout, /- default\/data: Stays Pending\..*\n {6}disk: too small\n/);
});

test("--before tells what an edit meets", () => {
  using folder = new TemporaryFolder({
    "old.yaml": VOLUME + claim("data", "5Gi"),
    "new.yaml": VOLUME + claim("data", "1Gi"),
  });
  const [old, edited] = [`${folder.path}/old.yaml`, `${folder.path}/new.yaml`];
  const answers = [
    run([edited, "--format", "json", "--before", old]),
    run(["--before", old, edited, "--format", "json"]),
  ].map(({ stdout }) => JSON.parse(stdout).objects);
  const expected = {
    "PersistentVolumeClaim default/data": {
      outcome: "update-rejected",
      fields: ["spec.resources.requests.storage"],
    },
  };
  assert.deepEqual(answers, [expected, expected]);
  assert.equal(run([edited, "--before", old]).status, 1);
});

test("what is settled gives 0, what cannot be read 2", () => {
  using folder = new TemporaryFolder({ "all.yaml": VOLUME + claim("data", "5Gi") });
  assert.equal(run([folder.path]).status, 0);
  assert.equal(run([`${folder.path}/none.yaml`]).status, 2);
  assert.equal(run([]).status, 2);
  assert.equal(run([folder.path, "--format", "sarif"]).status, 2);
});
