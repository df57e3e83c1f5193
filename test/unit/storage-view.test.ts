import assert from "node:assert/strict";
import { test } from "node:test";
import { storageLenses } from "../../server/src/features/storage/lenses.ts";
import { claim, file, NO_CLASS, volume } from "../../server/src/rules/storage/example.ts";
import { readConfiguration } from "../../server/src/workspace/configuration.ts";
import { YDocument } from "../../server/src/yaml/document.ts";
import { SmallWorkspace } from "../kit/workspace.ts";

const titles = (workspace: SmallWorkspace, path: string): readonly string[] =>
  storageLenses(workspace.view(path)).map(({ title }) => title.en);

test("lenses follow volumes of other files, opened or closed", () => {
  const workspace = new SmallWorkspace({
    "app/claim.yaml": claim("data", { modes: "ReadWriteMany", more: NO_CLASS }),
    "app/volumes/pv.yaml": volume("pv-a"),
  });
  assert.deepEqual(titles(workspace, "app/claim.yaml"), ["Pending: no volume offers ReadWriteMany"]);
  workspace.put("app/volumes/pv.yaml", volume("pv-a", { modes: "ReadWriteOnce, ReadWriteMany" }));
  assert.deepEqual(titles(workspace, "app/claim.yaml"), ["binds to pv-a"]);
  assert.deepEqual(titles(workspace, "app/volumes/pv.yaml"), ["serves default/data"]);
  workspace.remove("app/volumes/pv.yaml");
  assert.deepEqual(titles(workspace, "app/claim.yaml"), ["Pending: no volume fits"]);
});

test("a comment in a claim leaves its lens", () => {
  const workspace = new SmallWorkspace({ "all.yaml": file(volume("pv-a"), claim("data", { more: NO_CLASS })) });
  assert.deepEqual(titles(workspace, "all.yaml"), ["serves default/data", "binds to pv-a"]);
  workspace.put("all.yaml", file(volume("pv-a"), `# now\n${claim("data", { more: NO_CLASS })}`));
  assert.deepEqual(titles(workspace, "all.yaml"), ["serves default/data", "binds to pv-a"]);
});

test("the cluster is made once for each state of storage, whatever else is edited", () => {
  const workspace = new SmallWorkspace({ "all.yaml": file(volume("pv-a"), claim("data")), "cm.yaml": CONFIG_MAP });
  const [before] = workspace.view("all.yaml").storage();
  workspace.put("cm.yaml", CONFIG_MAP.replace("first", "second"));
  assert.equal(workspace.view("all.yaml").storage()[0], before);
  workspace.put("all.yaml", file(volume("pv-a", { size: "1Gi" }), claim("data")));
  assert.notEqual(workspace.view("all.yaml").storage()[0], before);
});

const CONFIG_MAP = "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: first\n";

test("a class that no file has is unknown, unless the configuration lists all classes", () => {
  const files = { "claim.yaml": claim("data", { more: ["storageClassName: fast"] }) };
  const listed = (text: string) => readConfiguration(new YDocument(text, "manifest").root);
  assert.deepEqual(titles(new SmallWorkspace(files), "claim.yaml"), ["left to the class fast, which no file has"]);
  assert.deepEqual(titles(new SmallWorkspace(files, listed("storageClasses: [slow]\n")), "claim.yaml"), [
    "Pending: no volume fits",
  ]);
  const known = "storageClasses:\n  - name: fast\n    provisioner: ebs.csi.aws.com\n";
  assert.deepEqual(titles(new SmallWorkspace(files, listed(known)), "claim.yaml"), ["provisioned by ebs.csi.aws.com"]);
});

test("an overlay's namespace is that of its claims", () => {
  const workspace = new SmallWorkspace({
    "base/kustomization.yaml": "resources: [claim.yaml]\n",
    "base/claim.yaml": claim("data", { more: NO_CLASS }),
    "prod/kustomization.yaml": "namespace: shop\nresources: [../base, pv.yaml]\n",
    "prod/pv.yaml": volume("pv-a", { more: ["claimRef: { name: data, namespace: shop }"] }),
  });
  assert.deepEqual(titles(workspace, "base/claim.yaml"), ["binds to pv-a"]);
  assert.deepEqual(titles(workspace, "prod/pv.yaml"), ["serves shop/data"]);
});

test("a class that surely does not exist may be created", () => {
  const configuration = readConfiguration(new YDocument("storageClasses: [slow]\n", "manifest").root);
  const files = { "claim.yaml": claim("data", { more: ["storageClassName: fast"] }), "pv.yaml": volume("pv-a") };
  const findings = new SmallWorkspace(files, configuration).lint("claim.yaml").map(({ finding }) => finding);
  const fixes = findings.find(({ rule }) => rule === "storage/claim-pending")?.fixes?.() ?? [];
  assert.deepEqual(
    fixes.map(({ title }) => title.en),
    ['Set `storageClassName: ""`, for `pv-a`', "Create the StorageClass `fast`"],
  );
});
