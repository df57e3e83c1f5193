import assert from "node:assert/strict";
import { test } from "node:test";
import { applyEdits } from "../../server/src/base/span.ts";
import { lintDocument } from "../../server/src/features/lint.ts";
import { bind } from "../../server/src/features/storage/bind.ts";
import { podWith } from "../../server/src/rules/pod/example.ts";
import { storageClass, volume } from "../../server/src/rules/storage/example.ts";
import { documentContext } from "../../server/src/workspace/context.ts";
import { EVERYTHING, onFailure } from "../kit/rule-sets.ts";
import { newest } from "../kit/schemas.ts";
import { documentsOf } from "../kit/workspace.ts";

/** What the light bulb writes in place of old volume types is valid, taken by the API server, and no longer complained of. */

const SOURCES: Readonly<Record<string, readonly string[]>> = {
  awsElasticBlockStore: ["volumeID: aws://eu-west-1a/vol-0a1b2c", "fsType: ext4", "readOnly: true"],
  gcePersistentDisk: ["pdName: dia-1", "fsType: ext4", "partition: 1"],
  azureDisk: ["diskName: d", "diskURI: /subscriptions/a/disks/d", "kind: Managed", "cachingMode: None"],
  azureFile: ["secretName: azure-storage-account-shop-secret", "shareName: tep"],
  cinder: ["volumeID: 1234-5678", "fsType: ext4"],
  vsphereVolume: ["volumePath: '[ds] a/b.vmdk'", "storagePolicyName: vang"],
  portworxVolume: ["volumeID: '1234'", "fsType: ext4"],
  rbd: ["monitors: ['10.0.0.1:6789']", "image: anh", "pool: kube", "secretRef: { name: ceph }", "fsType: ext4"],
  cephfs: ["monitors: ['10.0.0.1:6789']", "path: /du-lieu", "secretRef: { name: ceph }"],
};

const CLASSES: Readonly<Record<string, readonly string[]>> = {
  "kubernetes.io/aws-ebs": ["type: io1", 'iopsPerGB: "10"', "fsType: ext4", "zone: eu-west-1a"],
  "kubernetes.io/gce-pd": ["type: pd-ssd", "fstype: ext4", "zones: a, b"],
  "kubernetes.io/azure-disk": ["skuName: Premium_LRS", "kind: managed"],
  "kubernetes.io/azure-file": ["skuName: Standard_LRS"],
  "kubernetes.io/cinder": ["availability: nova", "fsType: ext4"],
  "kubernetes.io/vsphere-volume": ["diskformat: thin", "datastore: ds", "fstype: ext4"],
  "kubernetes.io/portworx-volume": ['repl: "2"'],
  "kubernetes.io/rbd": ["monitors: 10.0.0.1:6789", "adminId: kube", "adminSecretName: ceph", "pool: kube"],
};

const RULES: ReadonlySet<string> = new Set([
  "storage/in-tree-source",
  "storage/in-tree-provisioner",
  "api/deprecated-field",
]);

function rewritten(text: string): string {
  const [context, ...more] = contextsOf(text);
  assert.ok(context && more.length === 0);
  const [finding, ...others] = lintDocument(context, EVERYTHING, onFailure).filter(({ rule }) => RULES.has(rule));
  assert.ok(finding && others.length === 0, "it is complained of once");
  const [fix] = finding.fixes?.() ?? [];
  assert.ok(fix, "and can be rewritten");
  if (fix.blank !== undefined) assert.ok(fix.edits.some((edit) => edit.text.includes(fix.blank ?? "")));
  return applyEdits(text, fix.edits);
}

const contextsOf = (text: string) => documentsOf(text).map((doc) => documentContext(doc, "manifest", newest));

function checkSound(text: string): void {
  const said = contextsOf(text).flatMap((context) => lintDocument(context, EVERYTHING, onFailure));
  assert.deepEqual(
    said.filter(({ rule, severity }) => severity === "error" || RULES.has(rule)).map(({ message }) => message.en),
    [],
    text,
  );
  const { objects } = bind(documentsOf(text), undefined, "");
  assert.deepEqual(
    Object.values(objects).map(({ outcome, fields }) => `${outcome} ${fields?.join() ?? ""}`.trim()),
    Object.keys(objects).map(() => "accepted"),
    text,
  );
}

const indented = (lines: readonly string[], by: string): string => lines.map((line) => `${by}${line}\n`).join("");

for (const [field, lines] of Object.entries(SOURCES)) {
  test(`a volume of the type ${field} is rewritten`, () => {
    const text = volume("pv-a").replace(/ {2}nfs:[\s\S]*/, `  ${field}:\n${indented(lines, "    ")}`);
    checkSound(rewritten(text));
  });
  test(`a volume of the type ${field} inside a Pod is rewritten`, () => {
    const source = indented([`${field}:`, ...lines.map((line) => `  ${line}`)], "    ");
    const mount = "image: nginx:1.27\n      volumeMounts: [{ name: tep, mountPath: /tep }]\n";
    const pod = podWith(`volumes:\n  - name: tep\n${source}`).replace("image: nginx:1.27\n", mount);
    const after = rewritten(pod);
    checkSound(after);
    const { claims } = bind(documentsOf(after), undefined, "");
    assert.ok(Object.values(claims).every(({ outcome }) => outcome === "bound"));
  });
}

for (const [provisioner, lines] of Object.entries(CLASSES))
  test(`a class of ${provisioner} is rewritten`, () =>
    checkSound(rewritten(storageClass("c", provisioner, ["parameters:", ...lines.map((line) => `  ${line}`)]))));

test("a gitRepo volume becomes a clone in an init container", () => {
  const source = "    gitRepo:\n      repository: https://example.com/a/b.git\n      revision: v1\n";
  const mount = "image: nginx:1.27\n      volumeMounts: [{ name: ma, mountPath: /ma }]\n";
  const text = podWith(`volumes:\n  - name: ma\n${source}`).replace("image: nginx:1.27\n", mount);
  const after = rewritten(text);
  checkSound(after);
  assert.match(after, /git clone https:\/\/example\.com\/a\/b\.git \/git\/b && git -C \/git\/b checkout v1/);
});
