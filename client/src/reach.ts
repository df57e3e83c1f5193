import * as vscode from "vscode";
import type {
  CanReach,
  CanReachParams,
  CanReachReason,
  ReachEnd,
  ReachEnds,
} from "../../server/src/protocol/reachability.ts";
import { choose } from "./choose.ts";
import { type Diagrams, isPlace } from "./diagrams.ts";
import type { Server } from "./server.ts";
import { say, speaks } from "./settings.ts";

/**
 * "Can A reach B on port P?" A lens gives the place of B; somebody who knows the answer's ends gives them all; a menu or
 * nothing asks for them, beginning at the cursor.
 */
export async function canReach(server: Server, diagrams: Diagrams, given?: unknown): Promise<void> {
  await server.whenIdle();
  const question = isQuestion(given) ? given : await ask(server, given);
  if (!question) return;
  const answer = await server.reach.canReach(question);
  if (answer) await show(server, diagrams, question, answer);
}

async function ask(server: Server, given: unknown): Promise<CanReachParams | undefined> {
  const place = isPlace(given) ? given : cursor();
  const ends = await server.reach.ends({ at: place ?? null });
  if (!ends) return undefined;
  const here = ends.ends.find(({ id }) => id === ends.here);
  const named = isPlace(given) ? here : undefined;
  const from = await caller(ends, named ? undefined : here, named);
  if (!from) return undefined;
  const to = named ?? (await callee(ends, from));
  if (!to) return undefined;
  const port = await portOf(from, to);
  return port === undefined ? undefined : { from: from.id, to: to.id, port };
}

function cursor() {
  const editor = vscode.window.activeTextEditor;
  if (!editor) return undefined;
  const { line, character } = editor.selection.active;
  return { uri: editor.document.uri.toString(), position: { line, character } };
}

interface EndItem extends vscode.QuickPickItem {
  readonly end: ReachEnd;
}

async function caller({ ends }: ReachEnds, first: ReachEnd | undefined, to: ReachEnd | undefined) {
  const items = ends.filter(({ id, kind }) => kind !== "Service" && id !== to?.id).map(itemOf);
  const title = to
    ? say({ en: `Who calls ${to.name}?`, vi: `Ai gọi ${to.name}?` })
    : say({ en: "Can A reach B? First A, who calls", vi: "A gọi được B không? Trước hết chọn A, bên gọi" });
  const active = items.find(({ end }) => end === first);
  return (await choose({ title, placeholder: HINT(), items, active, typed: addressItem }))?.end;
}

async function callee({ ends }: ReachEnds, from: ReachEnd) {
  const isOutside = from.kind === "External";
  const items = ends.filter(({ id, kind }) => id !== from.id && !(isOutside && kind === "External")).map(itemOf);
  const title = say({ en: `Whom does ${from.name} call?`, vi: `${from.name} gọi ai?` });
  return (await choose({ title, placeholder: HINT(), items, typed: isOutside ? () => undefined : addressItem }))?.end;
}

const HINT = (): string =>
  say({
    en: "A name, or an address such as 203.0.113.7 or 10.0.0.0/8",
    vi: "Tên, hoặc địa chỉ như 203.0.113.7 hay 10.0.0.0/8",
  });

const ICONS: Readonly<Record<string, string>> = { Service: "$(plug)", External: "$(globe)" };

const itemOf = (end: ReachEnd): EndItem => ({
  label: `${ICONS[end.kind] ?? "$(package)"} ${end.name}`,
  description: [end.kind === "External" ? end.id : end.kind, end.namespace].filter(Boolean).join(" · "),
  end,
});

function addressItem(text: string): EndItem | undefined {
  if (!/^(?:\d{1,3}(?:\.\d{1,3}){3}|[0-9a-f:]*:[0-9a-f:]*)(?:\/\d{1,3})?$/i.test(text)) return undefined;
  const end = { id: text, kind: "External", namespace: "", name: text, ports: [] };
  return { ...itemOf(end), alwaysShow: true };
}

async function portOf(from: ReachEnd, to: ReachEnd): Promise<string | undefined> {
  const items = to.ports.map(({ id, detail }): vscode.QuickPickItem => ({ label: id, description: detail }));
  const title = say({
    en: `On which port does ${from.name} call ${to.name}?`,
    vi: `${from.name} gọi ${to.name} ở cổng nào?`,
  });
  const placeholder = say({
    en: "A port of the list, or another: 8080, UDP/53",
    vi: "Một cổng trong danh sách, hoặc cổng khác: 8080, UDP/53",
  });
  return (await choose({ title, placeholder, items, typed: portItem }))?.label;
}

function portItem(text: string): vscode.QuickPickItem | undefined {
  const [, protocol = "TCP", number = ""] = /^(?:(tcp|udp|sctp)\/)?(\d{1,5})$/i.exec(text) ?? [];
  return number === "" || Number(number) > 65535
    ? undefined
    : { label: `${protocol.toUpperCase()}/${number}`, alwaysShow: true };
}

interface AnswerItem extends vscode.QuickPickItem {
  run?(): unknown;
}

/** The answer as a list: each reason leads to its line, and below stands what can be done about it. */
async function show(server: Server, diagrams: Diagrams, question: CanReachParams, answer: CanReach): Promise<void> {
  const language = speaks();
  const title = answer.title[language];
  const { fix, path } = answer;
  const items: AnswerItem[] = [
    ...answer.reasons.map((reason) => reasonItem(reason)),
    { label: "", kind: vscode.QuickPickItemKind.Separator },
    ...(fix ? [{ label: `$(wand) ${fix[language]}`, run: () => allow(server, question) }] : []),
    {
      label: `$(type-hierarchy-sub) ${say({ en: "Show the packet's path", vi: "Xem đường đi của gói tin" })}`,
      run: () => diagrams.showPath(path),
    },
    {
      label: `$(search) ${say({ en: "Ask about another pair", vi: "Hỏi về một cặp khác" })}`,
      run: () => canReach(server, diagrams),
    },
  ];
  const placeholder = say({ en: "Choose a reason to go to its line", vi: "Chọn một lý do để tới dòng của nó" });
  const chosen = await choose({ title, placeholder, items });
  await chosen?.run?.();
}

const MARKS: Readonly<Record<CanReachReason["kind"], string>> = {
  side: "",
  policy: "$(law) ",
  "near-miss": "$(lightbulb) ",
  note: "$(info) ",
};

function reasonItem({ kind, text, uri, range }: CanReachReason): AnswerItem {
  const label = `${MARKS[kind]}${text[speaks()]}`;
  if (uri === null || !range) return { label };
  const target = vscode.Uri.parse(uri);
  const { line, character } = range.start;
  const description = `${vscode.workspace.asRelativePath(target)}:${line + 1}`;
  const selection = new vscode.Range(line, character, line, character);
  return { label, description, run: () => vscode.window.showTextDocument(target, { selection }) };
}

async function allow(server: Server, question: CanReachParams): Promise<void> {
  const done = await server.reach.allow(question);
  if (!done?.applied || done.uri === null) return;
  await vscode.window.showTextDocument(vscode.Uri.parse(done.uri), { preview: false });
}

/** Commands are called by anybody with anything. */
function isQuestion(given: unknown): given is CanReachParams {
  if (typeof given !== "object" || given === null) return false;
  const { from, to, port }: { from?: unknown; to?: unknown; port?: unknown } = given;
  return [from, to, port].every((each) => typeof each === "string");
}
