import assert from "node:assert/strict";
import { test } from "node:test";
import { lintReferences } from "../../server/src/features/lint-workspace.ts";
import { factsOf } from "../../server/src/model/facts.ts";
import { NO_CONFIGURATION } from "../../server/src/workspace/configuration.ts";
import { documentContext } from "../../server/src/workspace/context.ts";
import { type FileId, fileId } from "../../server/src/workspace/file.ts";
import { ResourceIndex } from "../../server/src/workspace/index.ts";
import { viewOf } from "../../server/src/workspace/index-view.ts";
import { type ClassifiedFile, classifiedFiles } from "../kit/classified.ts";
import { corpusFolder } from "../kit/corpus.ts";
import { EVERYTHING } from "../kit/rule-sets.ts";
import { newest } from "../kit/schemas.ts";

const folder = corpusFolder();
if (folder === undefined) console.log("references.test.ts: no manifests beside the repository, nothing is checked");

const ROOT = "file:///corpus";
const uriOf = (path: string): FileId => fileId(`${ROOT}/${path}`);

/** What is said of files that make up one workspace, hints left out. */
function complaints(files: readonly ClassifiedFile[], root: string): readonly string[] {
  const index = new ResourceIndex();
  for (const { path, stream } of files)
    index.put(
      uriOf(path),
      stream.docs.map((doc) => ({ facts: factsOf(doc) })),
    );
  return files.flatMap(({ path, stream, role }) => {
    const file = uriOf(path);
    const view = viewOf(index, file, {
      root,
      catalog: newest,
      configuration: NO_CONFIGURATION,
      defaultNamespace: "default",
      declarations: { file: fileId(`${root}/.kubernetes-authoring.yaml`), doc: undefined },
    });
    const actual = index.scopes.place(file).isPatch ? "patch" : role;
    return (
      stream.docs
        .flatMap((doc) =>
          lintReferences(documentContext(doc, actual, newest), view, EVERYTHING, (rule, error) => {
            throw new Error(`${rule} failed on ${path}`, { cause: error });
          }),
        )
        // A volume that nobody mounts is a fact worth a note, and no fault.
        .filter(({ rule, severity }) => severity !== "hint" && rule !== "reference/unmounted-volume")
        .filter(({ rule }) => !isKnown(`${path} ${rule}`))
        .map(({ rule, message }) => `${path}: ${rule}: ${message.en}`)
    );
  });
}

/** These apply, and do not work as they are: the Service leads to a port where nobody listens, and so on. */
const FAULTS: readonly string[] = [
  "csi-driver-host-path/examples/csi-block-clone.yaml storage/clone-unlike-source",
  "k8s-examples/_archived/volumes/flocker/flocker-pod-with-rc.yml reference/undeclared-port",
  "sock-shop/deploy/kubernetes/manifests-policy/netpol-cart-access.yaml reference/policy-selects-no-pod",
  "sock-shop/deploy/kubernetes/manifests-policy/netpol-cart-db-access.yaml network-policy/no-such-peer",
  // The API server refuses a ServiceAccount without a namespace in a ClusterRoleBinding.
  "rook/deploy/examples/sqlitevfs-client.yaml rbac/subject-namespace",
  // The operator makes this Service; near names beside it let us take it for a slip.
  "rook/deploy/examples/dashboard-ingress-https.yaml reference/missing-target",
  // This one may work: the container lists six ports, and the Service leads to a seventh.
  "knative-serving/third_party/kourier-latest/kourier.yaml reference/undeclared-port",
];

const met = new Set<string>();

function isKnown(fault: string): boolean {
  if (!FAULTS.includes(fault)) return false;
  met.add(fault);
  return true;
}

test("references in real manifests", { skip: folder === undefined }, async (context) => {
  if (folder === undefined) return;
  const files = classifiedFiles(folder);
  const projects = grouped(files);
  assert.ok(files.length > 1000 && projects.size >= 17);
  const mentions = files
    .flatMap(({ stream }) => stream.docs.flatMap((doc) => factsOf(doc)))
    .flatMap((facts) => facts.references);
  assert.ok(mentions.length > 3000, `only ${mentions.length} references were looked at`);

  await context.test("nothing is wrong when each repository is a workspace", () => {
    const said = [...projects].flatMap(([name, members]) => complaints(members, `${ROOT}/${name}`));
    assert.deepEqual(said, []);
    assert.deepEqual([...met].sort(), [...FAULTS].sort(), "every fault in the list is still told");
  });

  await context.test("nothing is wrong when each file stands alone", () => {
    assert.deepEqual(
      files.flatMap((file) => complaints([file], ROOT)),
      [],
    );
  });
});

function grouped(files: readonly ClassifiedFile[]): ReadonlyMap<string, readonly ClassifiedFile[]> {
  const groups = new Map<string, ClassifiedFile[]>();
  for (const file of files) {
    const name = file.path.slice(0, file.path.indexOf("/"));
    groups.set(name, [...(groups.get(name) ?? []), file]);
  }
  return groups;
}
