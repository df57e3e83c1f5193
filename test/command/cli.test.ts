import assert from "node:assert/strict";
import { test } from "node:test";
import { run } from "../kit/command.ts";
import { TemporaryFolder } from "../kit/folder.ts";

const SERVICE = `apiVersion: v1
kind: Service
metadata: { name: web }
spec:
  selctor: { app: web }
  ports: [{ port: 80 }]
`;

test("a clean document gives 0, an error 1", () => {
  assert.equal(run(["check", "-"], { input: SERVICE.replace("selctor", "selector") }).status, 0);
  const { status, stdout } = run(["check", "-"], { input: SERVICE });
  assert.equal(status, 1);
  assert.match(stdout, /^-:5:3: error: .*`selctor`.*`selector`.* \[schema\/unknown-field\]$/m);
});

test("the JSON names place, severity, both languages and the edits of each fix", () => {
  const { stdout } = run(["check", "-", "--format", "json"], { input: `---\n${SERVICE}` });
  const report = JSON.parse(stdout);
  assert.equal(report.files, 1);
  assert.equal(report.documents, 1);
  assert.equal(report.findings.length, 1);
  const [finding] = report.findings;
  assert.equal(finding.file, "-");
  assert.equal(finding.severity, "error");
  assert.deepEqual(finding.range, { start: { line: 5, character: 2 }, end: { line: 5, character: 9 } });
  assert.ok(finding.message.en !== finding.message.vi);
  const [fix] = finding.fixes;
  assert.equal(fix.preferred, true);
  assert.deepEqual(fix.edits, [{ file: "-", range: finding.range, newText: "selector" }]);
});

test("SARIF places results in one-based lines and describes their rules", () => {
  using folder = new TemporaryFolder({ "service.yaml": SERVICE });
  const log = JSON.parse(run(["check", folder.path, "--format", "sarif"]).stdout);
  assert.equal(log.version, "2.1.0");
  const [result] = log.runs[0].results;
  assert.equal(result.level, "error");
  assert.deepEqual(result.locations[0].physicalLocation.region, {
    startLine: 5,
    startColumn: 3,
    endLine: 5,
    endColumn: 10,
  });
  assert.equal(log.runs[0].tool.driver.rules[result.ruleIndex].id, result.ruleId);
});

test("bad usage and unreadable files get a line each, and the rest is still checked", () => {
  using folder = new TemporaryFolder({ "service.yaml": SERVICE });
  const { status, stdout, stderr } = run(["check", "no-such-folder", folder.path]);
  assert.equal(status, 2);
  assert.match(stderr, /^no-such-folder: no such file or folder$/m);
  assert.match(stdout, /selctor/);
  for (const given of [["chek"], ["check"], ["check", "-", "--format", "xml"], ["check", "-", "--nope"], ["explain"]]) {
    const ran = run(given);
    assert.equal(ran.status, 2, given.join(" "));
    assert.match(ran.stderr, /^kubernetes-authoring: [^\n]+\n$/, given.join(" "));
  }
  assert.equal(run([]).status, 0);
});

test("files of one call are one workspace, unless they are isolated", () => {
  using folder = new TemporaryFolder({
    "pod.yaml":
      "apiVersion: v1\nkind: Pod\nmetadata: { name: a }\nspec:\n  containers: [{ name: a, image: a, envFrom: [{ configMapRef: { name: web-confg } }] }]\n",
    "config.yaml": "apiVersion: v1\nkind: ConfigMap\nmetadata: { name: web-config }\n",
  });
  assert.match(run(["check", folder.path]).stdout, /web-config.*\[reference\/missing-target\]/);
  assert.doesNotMatch(run(["check", folder.path, "--isolated"]).stdout, /`web-config`/);
  assert.doesNotMatch(run(["check", folder.path, "--rules", "reference/*=off"]).stdout, /reference\//);
});

test("the version decides which kinds there are", () => {
  const policy =
    "apiVersion: admissionregistration.k8s.io/v1\nkind: ValidatingAdmissionPolicy\nmetadata: { name: a }\nspec: {}\n";
  assert.doesNotMatch(
    run(["check", "-", "--kubernetes-version", "1.36"], { input: policy }).stdout,
    /not-yet-available/,
  );
  assert.match(run(["check", "-", "--kubernetes-version", "v1.28.3"], { input: policy }).stdout, /not-yet-available/);
});

test("explain speaks the language asked for and says when it does not know", () => {
  const vietnamese = run(["explain", "pod.spec.containers.image", "--language", "vi"]);
  assert.equal(vietnamese.status, 0);
  assert.match(vietnamese.stdout, /image/);
  assert.match(vietnamese.stdout, /[ăâđêôơư]/);
  const unknown = run(["explain", "pod.spec.contaners"]);
  assert.equal(unknown.status, 2);
  assert.match(unknown.stderr, /containers/);
});

test("rules lists the catalogue", () => {
  const { status, stdout } = run(["rules"]);
  assert.equal(status, 0);
  assert.match(stdout, /^schema\/unknown-field +error +essential +\S/m);
});
