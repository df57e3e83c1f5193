import assert from "node:assert/strict";
import { test } from "node:test";
import {
  type CodeAction,
  CodeActionTriggerKind,
  type CodeLens,
  type Hover,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver/node";
import { LineIndex } from "../../server/src/base/lines.ts";
import { applyEdits } from "../../server/src/base/span.ts";
import {
  CAN_REACH,
  type CanReach,
  LEAST_PRIVILEGE,
  type LeastPrivilege,
  REACH_CHANGES,
  REACH_ENDS,
  type ReachChanges,
  type ReachEnds,
} from "../../server/src/protocol/reachability.ts";
import { TemporaryFolder } from "../kit/folder.ts";
import { allow, service, workload } from "../kit/network-picture.ts";
import { Editor } from "../kit/wire.ts";

const WEB = `${workload("shop", "web", 8080).replace("---\n", "")}          env: [{ name: DB_URL, value: "postgres://db/shop" }]
---
`;
const DB = workload("shop", "db", 5432) + service("shop", "db", 5432).replace("port: 80", "port: 5432");
const JOB = workload("shop", "job", 9000);
const POLICY = allow("shop", "db", "job", 5432);

const QUESTION = { from: "shop/web[Deployment]", to: "shop/db[Service]", port: "TCP/5432" };

async function editorIn(folder: TemporaryFolder, profile = "essential"): Promise<Editor> {
  const editor = new Editor();
  await editor.initialize({
    workspaceFolders: [{ uri: folder.uri, name: "folder" }],
    initializationOptions: { commandLinks: true, settings: { language: "en", profile } },
  });
  return editor;
}

const shop = () => new TemporaryFolder({ "web.yaml": WEB, "db.yaml": DB, "job.yaml": JOB, "policy.yaml": POLICY });

test("hovering the name or kind of a workload tells who calls it, whom it calls, and what is wanted but denied", async () => {
  using folder = shop();
  const editor = await editorIn(folder);
  const uri = folder.uriOf("db.yaml");
  await editor.open(uri, DB);
  const hover = async (line: number, character: number): Promise<string> => {
    const params = { textDocument: { uri }, position: { line, character } };
    const found = await editor.ask<Hover | null>("textDocument/hover", params);
    return found ? String((found.contents as { readonly value: string }).value) : "";
  };
  const name = await hover(2, 18);
  assert.match(name, /^\*\*shop\/db\*\* · `Deployment`/);
  assert.match(name, /1 of 2 workloads can call it; it can call every workload \(2\) and the outside\./);
  assert.match(name, /only what is allowed by `db`/);
  assert.match(name, /open by default, no policy restricts it/);
  assert.match(name, /✗ web → db, TCP 5432: the caller's settings name db, but policies do not allow it/);
  assert.match(name, /\| ← job \| TCP 5432 \| db #1 \|/);
  const kind = await hover(1, 8);
  assert.match(kind, /1 of 2 workloads can call it/);
  assert.doesNotMatch(await hover(6, 4), /can call it/);
  await editor.stop();
});

test("the lens of a workload finds its words when it is seen", async () => {
  using folder = shop();
  const editor = await editorIn(folder);
  const uri = folder.uriOf("db.yaml");
  await editor.open(uri, DB);
  const lenses = await editor.ask<CodeLens[]>("textDocument/codeLens", { textDocument: { uri } });
  const [lens] = lenses.filter(({ command }) => !command);
  const resolved = await editor.ask<CodeLens>("codeLens/resolve", lens);
  assert.deepEqual(resolved.command, {
    title: "reachable from 1 workload",
    command: "kubernetesAuthoring.canReach",
    arguments: [{ uri, position: { line: 2, character: 18 } }],
  });
  await editor.stop();
});

test("a question is answered with the lines that decide it, and with what would allow it", async () => {
  using folder = shop();
  const editor = await editorIn(folder);
  const at = { uri: folder.uriOf("web.yaml"), position: { line: 2, character: 18 } };
  const { ends, here } = await editor.ask<ReachEnds>(REACH_ENDS, { at });
  assert.equal(here, QUESTION.from);
  assert.deepEqual(ends.find(({ id }) => id === QUESTION.to)?.ports, [{ id: "TCP/5432", detail: "http → 5432" }]);
  const answer = await editor.ask<CanReach>(CAN_REACH, QUESTION);
  assert.equal(answer.isAllowed, false);
  assert.match(answer.title.vi, /^✗ .* không kết nối được tới/);
  const miss = answer.reasons.find(({ kind }) => kind === "near-miss");
  assert.match(miss?.text.en ?? "", /wants app=job, but finds app=web/);
  assert.deepEqual([miss?.uri, miss?.range?.start.line], [folder.uriOf("policy.yaml"), 7]);
  assert.equal(answer.fix?.en, "Allow web → db, TCP 5432 (opens 1 connection)");

  const edits: WorkspaceEdit[] = [];
  editor.connection.onRequest("workspace/applyEdit", ({ edit }: { readonly edit: WorkspaceEdit }) => {
    edits.push(edit);
    return { applied: true };
  });
  await editor.ask("workspace/executeCommand", { command: "kubernetesAuthoring.server.allow", arguments: [QUESTION] });
  const policy = applied(POLICY, edits[0]?.changes?.[folder.uriOf("policy.yaml")]);
  assert.match(policy, /\n {4}- from:\n {8}- podSelector:\n {12}matchLabels:\n {14}app: web\n {6}ports:\n/);
  await editor.open(folder.uriOf("policy.yaml"), policy);
  const after = await editor.ask<CanReach>(CAN_REACH, QUESTION);
  assert.deepEqual([after.isAllowed, after.fix], [true, null]);
  const unclear = await editor.ask<CanReach>(CAN_REACH, { ...QUESTION, to: "shop/nobody" });
  assert.equal(unclear.title.en, "Nothing is called shop/nobody.");
  await editor.stop();
});

test("at the caller, the callee and the policy the menu offers to allow what is wanted, and least privilege", async () => {
  using folder = shop();
  const editor = await editorIn(folder);
  const actions = async (name: string, text: string, line: number, triggerKind?: CodeActionTriggerKind) => {
    const uri = folder.uriOf(name);
    await editor.open(uri, text);
    const position = { line, character: 0 };
    return editor.ask<CodeAction[]>("textDocument/codeAction", {
      textDocument: { uri },
      range: { start: position, end: position },
      context: { diagnostics: [], only: ["refactor"], ...(triggerKind ? { triggerKind } : {}) },
    });
  };
  assert.deepEqual(await actions("web.yaml", WEB, 2, CodeActionTriggerKind.Automatic), []);
  const titles = (list: readonly CodeAction[]): readonly string[] => list.map(({ title }) => title);
  const wanted = "Allow web → db, TCP 5432 (opens 1 connection)";
  const atCaller = await actions("web.yaml", WEB, 2, CodeActionTriggerKind.Invoked);
  assert.deepEqual(titles(atCaller), [
    wanted,
    "Generate a least-privilege policy for web (closes 5 connections)",
    "Generate least-privilege policies for namespace shop…",
  ]);
  assert.deepEqual(Object.keys(atCaller[0]?.edit?.changes ?? {}), [folder.uriOf("policy.yaml")]);
  assert.ok(titles(await actions("policy.yaml", POLICY, 2, CodeActionTriggerKind.Automatic)).includes(wanted));
  const own = applied(WEB, atCaller[1]?.edit?.changes?.[folder.uriOf("web.yaml")]);
  assert.match(own, /# web → db, TCP 5432: the caller's settings name db\.\napiVersion: networking\.k8s\.io\/v1/);
  await editor.stop();
});

test("the fix of a policy says what it opens and closes, once somebody opens the menu", async () => {
  const policy = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: db, namespace: shop }
spec:
  podSelector: { matchLabels: { app: db } }
  ingress:
    - from:
        - namespaceSelector:
            matchLabels: { kubernetes.io/metadata.name: shop }
        - podSelector:
            matchLabels: { app: web }
`;
  using folder = new TemporaryFolder({ "web.yaml": WEB, "db.yaml": DB, "job.yaml": JOB });
  const editor = await editorIn(folder, "recommended");
  const uri = folder.uriOf("policy.yaml");
  await editor.open(uri, policy);
  const at = { line: 9, character: 12 };
  const titles = async (triggerKind: CodeActionTriggerKind): Promise<readonly string[]> => {
    const context = { diagnostics: [], only: ["quickfix"], triggerKind };
    const params = { textDocument: { uri }, range: { start: at, end: at }, context };
    return (await editor.ask<CodeAction[]>("textDocument/codeAction", params)).map(({ title }) => title);
  };
  const effect = " (closes 1 connection)";
  assert.ok(!(await titles(CodeActionTriggerKind.Automatic)).some((title) => title.endsWith(effect)));
  assert.ok((await titles(CodeActionTriggerKind.Invoked)).some((title) => title.endsWith(effect)));
  await editor.stop();
});

test("what edits do to reachability is told against other text, and least privilege is written for a namespace", async () => {
  using folder = shop();
  const editor = await editorIn(folder);
  const before = [
    { uri: folder.uriOf("policy.yaml"), text: "" },
    { uri: folder.uriOf("gone.yaml"), text: workload("shop", "old", 1) },
    { uri: folder.uriOf("chart.yaml"), text: "kind: {{ .Values.kind }}\n" },
  ];
  const { changes, summary, text } = await editor.ask<ReachChanges>(REACH_CHANGES, { before });
  const lines = text.split("\n");
  assert.ok(lines.includes("~ shop/job[Deployment] => shop/db[Deployment] : All -> TCP 5432"), text);
  assert.ok(lines.includes("- shop/web[Deployment] => shop/db[Deployment] : All"));
  assert.ok(lines.includes("- shop/old[Deployment] => shop/web[Deployment] : All"));
  assert.equal(lines.length - 1, changes);
  assert.match(summary.en, /^closes \d+ connections, changes the ports of 1 connection$/);
  const written = await editor.ask<LeastPrivilege>(LEAST_PRIVILEGE, { namespaces: ["shop"] });
  assert.equal(written.policies, 5);
  assert.match(written.text, /^# NetworkPolicies that allow/);
  await editor.stop();
});

function applied(text: string, edits: readonly TextEdit[] | undefined): string {
  const lines = new LineIndex(text);
  return applyEdits(
    text,
    (edits ?? []).map(({ range, newText }) => ({
      span: { start: lines.offsetAt(range.start), end: lines.offsetAt(range.end) },
      text: newText,
    })),
  );
}
