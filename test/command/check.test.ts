import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { Ajv } from "ajv";
import { present } from "../../server/src/base/never.ts";
import { readArguments } from "../../server/src/cli/arguments.ts";
import { UsageError } from "../../server/src/cli/options.ts";
import { listRules } from "../../server/src/cli/rules.ts";
import { runCheck } from "../../server/src/cli/run-check.ts";
import { TemporaryFolder } from "../kit/folder.ts";
import { schemas } from "../kit/schemas.ts";

/** What `check` prints and how it ends, without a process of its own. */
async function check(given: readonly string[], input = "") {
  const read = readArguments(["check", ...given], {});
  if (read.command !== "check") throw new Error(`read as ${read.command}`);
  return runCheck(read, { store: schemas, version: "0.0.0", standardInput: () => input });
}

const POD = `apiVersion: v1
kind: Pod
metadata:
  name: web
spec:
  containers:
    - name: web
      imagee: nginx:latest
`;

const INGRESS = `apiVersion: extensions/v1beta1
kind: Ingress
metadata:
  name: web
spec:
  rules:
    - http:
        paths:
          - path: /
            backend: { serviceName: web, servicePort: 80 }
---
apiVersion: v1
kind: Service
metadata: { name: web }
spec: { ports: [{ port: 80 }] }
`;

const FIXED = POD.replace("imagee", "image");

/** A finding that is ignored for a reason. */
const IGNORED = POD.replace(
  /^( +)imagee/m,
  "$1# kubernetes-authoring: ignore schema/unknown-field because a webhook reads it\n$&",
);

const SCHEMA = "node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json";

/** The official schema is of draft 4, where ajv knows later ones: what it uses of it means the same, but for its `id`. */
function sarifJudge() {
  const schema: Readonly<Record<string, unknown>> = JSON.parse(readFileSync(SCHEMA, "utf8"));
  const known = Object.fromEntries(Object.entries(schema).filter(([key]) => key !== "id"));
  const options = { strict: false, validateFormats: false, validateSchema: false, unicodeRegExp: false };
  return new Ajv({ ...options, allErrors: true }).compile(known);
}

const judge = sarifJudge();

function resultsOf(text: string): readonly Readonly<Record<string, unknown>>[] {
  const log: { readonly runs: readonly { readonly results: readonly Record<string, unknown>[] }[] } = JSON.parse(text);
  judge(log);
  assert.deepEqual(judge.errors, null);
  judge({ ...log, version: "2.0.0", runs: [{}] });
  assert.ok((judge.errors ?? []).length >= 2, "the schema refuses what is wrong");
  return log.runs[0]?.results ?? [];
}

test("SARIF agrees with its schema and carries fingerprints, fixes and suppressions", async () => {
  using folder = new TemporaryFolder({ "pod one.yaml": POD, "ignored.yaml": IGNORED });
  const results = async () => resultsOf((await check([folder.path, "--format", "sarif"])).stdout);
  const told = async () =>
    present(
      (await results()).find(({ suppressions }) => String(suppressions) === ""),
      "the finding",
    );
  const silenced = (await results()).find(({ suppressions }) => String(suppressions) !== "");
  assert.deepEqual(silenced?.suppressions, [{ kind: "inSource", justification: "a webhook reads it" }]);
  assert.match(JSON.stringify((await told()).locations), /\/pod%20one\.yaml"/);
  assert.match(JSON.stringify((await told()).fixes), /"insertedContent":\{"text":"image"\}/);
  const before = (await told()).partialFingerprints;
  assert.match(JSON.stringify(before), /^\{"kubernetesAuthoring\/v1":"[0-9a-f]{32}"\}$/);
  folder.write("pod one.yaml", `# Moved down.\n\n${POD}`);
  assert.deepEqual((await told()).partialFingerprints, before);
});

test("--fix writes what is safe, and with --dry-run only shows it", async () => {
  using folder = new TemporaryFolder({ "pod.yaml": POD, "ignored.yaml": IGNORED });
  const text = (name: string): string => readFileSync(join(folder.path, name), "utf8");
  const shown = await check([folder.path, "--fix", "--dry-run"]);
  assert.match(shown.stdout, /^--- a\/\S+pod\.yaml\n\+\+\+ b\/\S+pod\.yaml\n@@ [^\n]+\n/);
  assert.deepEqual(shown.stdout.match(/^[-+] .*/gm), ["-      imagee: nginx:latest", "+      image: nginx:latest"]);
  assert.equal(text("pod.yaml"), POD);
  const done = await check([folder.path, "--fix"]);
  assert.equal(done.status, 0);
  assert.match(done.stdout, /pod\.yaml:8: fixed: .*`image`.* \[schema\/unknown-field\]$/m);
  assert.equal(text("pod.yaml"), FIXED);
  assert.equal(text("ignored.yaml"), IGNORED);
});

test("standard input comes back fixed, and as it is when there is nothing to fix", async () => {
  const { stdout, stderr } = await check(["-", "--fix"], POD);
  assert.equal(stdout, FIXED);
  assert.match(stderr, /1 fixes applied\n$/);
  assert.equal((await check(["-", "--fix"], FIXED)).stdout, FIXED);
});

test("a baseline leaves out what was there before, and says what is gone", async () => {
  using folder = new TemporaryFolder({ "k8s/pod.yaml": POD });
  const at = (path: string): string => join(folder.path, path);
  const compared = (...more: readonly string[]) => check([at("k8s"), "--baseline", at("known.json"), ...more]);
  assert.equal((await check([at("k8s"), "--write-baseline", at("known.json")])).status, 0);
  folder.write("k8s/pod.yaml", `# Moved.\n${POD}      Command: [sh]\n`);
  const later = await compared();
  assert.equal(later.status, 1);
  assert.match(later.stdout, /`Command`/);
  assert.doesNotMatch(later.stdout, /`imagee`/);
  const states = resultsOf((await compared("--format", "sarif")).stdout).map(({ baselineState }) => baselineState);
  assert.deepEqual(states.sort(), ["new", "unchanged"]);
  folder.write("k8s/pod.yaml", FIXED);
  const gone = await compared();
  assert.equal(gone.status, 0);
  assert.match(gone.stdout, /1 entries of \S+ are no longer found.*\n {4}k8s\/pod\.yaml: schema\/unknown-field\n/);
  folder.write("known.json", "[]");
  await assert.rejects(() => compared(), UsageError);
});

test("an upgrade lists what the release no longer has, and --fix rewrites it", async () => {
  const configuration = 'kubernetesVersion: "1.28"\n';
  using folder = new TemporaryFolder({ "a.yaml": INGRESS, ".kubernetes-authoring.yaml": configuration });
  const upgrade = (...more: readonly string[]) => check([folder.path, "--upgrade-to", "1.36", ...more]);
  const told = await upgrade();
  assert.equal(told.status, 1);
  assert.match(
    told.stdout,
    /since 1\.22\n {2}\S+a\.yaml:1: extensions\/v1beta1 Ingress -> networking\.k8s\.io\/v1 \(--fix does it\)\n/,
  );
  const [item] = JSON.parse((await upgrade("--format", "json")).stdout).items;
  const { what, removed, isGone, fixable } = item;
  assert.deepEqual([what, removed, isGone, fixable], ["extensions/v1beta1 Ingress", "1.22", true, true]);
  assert.equal((await upgrade("--fix")).status, 0);
  assert.match(readFileSync(join(folder.path, "a.yaml"), "utf8"), /^apiVersion: networking\.k8s\.io\/v1\n/);
});

test("GitHub gets one command a finding, escaped", async () => {
  const { stdout } = await check(["-", "--format", "github", "--language", "both"], POD);
  assert.match(
    stdout,
    /^::error file=-,line=8,endLine=8,col=7,endColumn=13,title=schema\/unknown-field::[^\n]*%0A[^\n]*\n$/,
  );
});

test("the configuration of a folder above counts, and what is typed wins over it", async () => {
  using folder = new TemporaryFolder({
    "app/pod.yaml": FIXED,
    "vendor/pod.yaml": POD,
    ".kubernetes-authoring.yaml": "profile: recommended\nrules:\n  practice/image-tag: warning\nexclude: [vendor/]\n",
  });
  const told = async (...more: readonly string[]) => (await check([join(folder.path, "app"), ...more])).stdout;
  assert.match(await told(), /warning: .*\[practice\/image-tag\]/);
  assert.match(await told(), /hint: .*\[practice\//);
  assert.doesNotMatch(await told("--profile", "essential"), /hint: .*\[practice\//);
  assert.doesNotMatch(await told("--rules", "practice/*=off"), /\[practice\//);
  assert.equal((await check([folder.path])).status, 0, "what it excludes is not read");
});

test("the catalogue names every rule with its severity and its profile", () => {
  const rules: readonly { readonly id: string; readonly profile: string }[] = JSON.parse(
    listRules({ command: "rules", format: "json", languages: ["en"] }),
  );
  assert.ok(rules.length > 120);
  assert.equal(rules.find(({ id }) => id === "practice/image-tag")?.profile, "recommended");
  const lines = listRules({ command: "rules", format: "text", languages: ["vi"] }).split("\n");
  assert.equal(lines.length, rules.length);
  assert.match(lines.find((line) => line.startsWith("schema/unknown-field ")) ?? "", / lỗi +essential +\S/);
});

test("options that contradict each other are refused", async () => {
  for (const given of [
    ["--dry-run"],
    ["--baseline", "a", "--write-baseline", "b"],
    ["--upgrade-to", "soon"],
    ["--rules", "schema/unkown-field=off"],
    ["--upgrade-to", "1.36", "--format", "sarif"],
  ])
    await assert.rejects(() => check(["-", ...given], POD), UsageError, given.join(" "));
});
