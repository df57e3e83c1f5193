import assert from "node:assert/strict";
import { test } from "node:test";
import { applyEdits, type Edit } from "../../server/src/base/span.ts";
import { fixesOf } from "../../server/src/features/remedies.ts";
import type { Finding, Fix } from "../../server/src/rules/rule.ts";
import { claim, NO_CLASS, storageClass, volume } from "../../server/src/rules/storage/example.ts";
import { YStream } from "../../server/src/yaml/stream.ts";
import { SmallWorkspace, uriOf } from "../kit/workspace.ts";

/** Whatever the light bulb offers for a claim that stays Pending, on either side, the claim is bound afterwards. */

const block = (modes: readonly string[]): string =>
  ["  accessModes:", ...modes.map((mode) => `    - ${mode}`)].join("\n");

const inBlock = (text: string, ...modes: readonly string[]): string =>
  text.replace(/ {2}accessModes: .*/, block(modes));

const BETA = 'metadata:\n  annotations:\n    volume.beta.kubernetes.io/storage-class: ""\n';

const csi = (text: string, more: string): string =>
  text.replace(/ {2}nfs:[\s\S]*/, `  csi:\n    driver: x.io\n    volumeHandle: v\n${more}`);

const SCENES: Readonly<Record<string, readonly [claim: string, volume: string]>> = {
  "too small": [claim("c", { size: "10Gi", more: NO_CLASS }), volume("pv-a", { size: "10G" })],
  "another class": [
    `${claim("c", { more: ["storageClassName: nhanh"] })}---\n${storageClass("nhanh", "kubernetes.io/no-provisioner")}`,
    volume("pv-a", { more: ["storageClassName: cham"] }),
  ],
  "a class on one side": [claim("c", { more: NO_CLASS }), volume("pv-a", { more: ["storageClassName: cham"] })],
  "a class in the annotation": [
    claim("c", { more: NO_CLASS }).replace("metadata:\n", BETA),
    volume("pv-a", { more: ["storageClassName: nhanh"] }),
  ],
  "a mode": [claim("c", { modes: "ReadWriteMany", more: NO_CLASS }), volume("pv-a")],
  "two modes": [claim("c", { modes: "ReadWriteMany, ReadOnlyMany", more: NO_CLASS }), volume("pv-a")],
  "a mode in a block": [
    inBlock(claim("c", { more: NO_CLASS }), "ReadWriteMany", "ReadWriteOnce"),
    inBlock(volume("pv-a"), "ReadWriteOnce"),
  ],
  "a mode that stands alone": [
    inBlock(claim("c", { more: NO_CLASS }), "ReadWriteOncePod"),
    inBlock(volume("pv-a"), "ReadWriteOnce", "ReadOnlyMany"),
  ],
  "the volumeMode": [claim("c", { more: [...NO_CLASS, "volumeMode: Block"] }), volume("pv-a")],
  "a label": [claim("c", { more: [...NO_CLASS, "selector: { matchLabels: { disk: ssd } }"] }), volume("pv-a")],
  "a label's value": [
    claim("c", { more: [...NO_CLASS, "selector:", "  matchLabels:", "    disk: ssd"] }),
    volume("pv-a").replace("metadata:\n", "metadata:\n  labels:\n    disk: hdd\n"),
  ],
  "an expression": [
    claim("c", { more: [...NO_CLASS, "selector:", "  matchExpressions: [{ key: disk, operator: Exists }]"] }),
    volume("pv-a").replace("metadata:\n", "metadata:\n  labels: {}\n"),
  ],
  "an attributes class of the volume": [
    claim("c", { more: NO_CLASS }),
    csi(volume("pv-a", { more: ["volumeAttributesClassName: vang"] }), ""),
  ],
  "an attributes class of the claim": [
    claim("c", { more: [...NO_CLASS, "volumeAttributesClassName: vang"] }),
    csi(volume("pv-a"), ""),
  ],
  "an old reservation": [
    claim("c", { more: NO_CLASS }),
    volume("pv-a", { more: ["claimRef:", "  name: c", "  namespace: default", "  uid: an-older-one"] }),
  ],
  "a reservation for somebody else": [
    claim("c", { more: NO_CLASS }),
    volume("pv-a", { more: ["claimRef: { name: d, namespace: default }"] }),
  ],
  "the volume that is named is too small": [
    claim("c", { size: "10Gi", more: [...NO_CLASS, "volumeName: pv-a"] }),
    volume("pv-a", { size: "1Gi" }),
  ],
  "a volume that does not exist": [claim("c", { more: [...NO_CLASS, "volumeName: pv-z"] }), volume("pv-a")],
  "two obstacles": [
    claim("c", { size: "10Gi", modes: "ReadWriteMany", more: NO_CLASS }),
    volume("pv-a", { size: "1Gi" }),
  ],
};

const RULES: ReadonlySet<string> = new Set(["storage/claim-pending", "storage/volume-nearly-fits"]);

/** Findings of a file, with the place in the file at which their document starts. */
const pending = (workspace: SmallWorkspace, path: string): readonly Finding[] =>
  workspace.lint(path).flatMap(({ finding }) => (RULES.has(finding.rule) ? [finding] : []));

interface Offered {
  readonly title: string;
  readonly texts: Readonly<Record<string, string>>;
}

function offered(texts: Readonly<Record<string, string>>, path: string, finding: Finding): readonly Offered[] {
  const after = (changed: string, edits: readonly Edit[], title: string): Offered => ({
    title,
    texts: { ...texts, [changed]: applyEdits(texts[changed] ?? "", edits) },
  });
  const isWhole = (fix: Fix): boolean => fix.blank === undefined;
  const own = (finding.fixes?.() ?? []).filter(isWhole).map((fix) => after(path, fix.edits, fix.title.en));
  const others = (finding.remedies?.() ?? []).flatMap((remedy) => {
    const other = Object.keys(texts).find((each) => uriOf(each) === remedy.entry.file) ?? assert.fail("no such file");
    const file = { file: uriOf(other), stream: YStream.of(texts[other] ?? "", "manifest") };
    return fixesOf(remedy, file)
      .filter(isWhole)
      .map((fix) => after(other, fix.elsewhere?.[0]?.edits ?? [], fix.title.en));
  });
  return [...own, ...others];
}

for (const [name, [claimText, volumeText]] of Object.entries(SCENES))
  test(`every fix binds the claim: ${name}`, () => {
    const texts = { "claim.yaml": claimText, "volume.yaml": `# of the shop\n---\n${volumeText}` };
    const workspace = new SmallWorkspace(texts);
    const fixes = Object.keys(texts).flatMap((path) =>
      pending(workspace, path).flatMap((finding) => offered(texts, path, finding)),
    );
    const [first] = pending(workspace, "claim.yaml");
    assert.ok(first, "the claim stays Pending");
    assert.ok(fixes.length > 0, "something is offered");
    for (const { title, texts: changed } of fixes) {
      const then = new SmallWorkspace(changed);
      const outcome = then.view("claim.yaml").storage()[0]?.report.claims.get("default/c")?.outcome;
      assert.equal(outcome, "bound", `${title}\n${Object.values(changed).join("---\n")}`);
      assert.deepEqual(
        pending(then, "claim.yaml").map(({ message }) => message.en),
        [],
        title,
      );
    }
    // On both sides, wherever the other side can be met.
    const sides = new Set(fixes.map(({ title }) => title.startsWith("PersistentVolume")));
    if (!ONE_SIDED.has(name)) assert.equal(sides.size, 2, fixes.map(({ title }) => title).join("; "));
  });

/** A volume that does not exist cannot be changed, and whom a volume is kept for is said on the volume. */
const ONE_SIDED: ReadonlySet<string> = new Set([
  "a volume that does not exist",
  "an old reservation",
  "a reservation for somebody else",
]);
