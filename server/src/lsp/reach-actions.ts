import { type CodeAction, CodeActionKind, type Diagnostic } from "vscode-languageserver";
import type { Range } from "../base/lines.ts";
import type { Localized } from "../base/localized.ts";
import type { Subject } from "../features/diagram/build-model.ts";
import { newDocument } from "../features/network/allow-edits.ts";
import { changesInLines, changesInShort } from "../features/network/change-words.ts";
import type { Peer } from "../features/network/ends.ts";
import { changesIn, compared } from "../features/network/hypothesis.ts";
import { workloadPolicy } from "../features/network/least-privilege.ts";
import { standingOf } from "../features/network/standing.ts";
import { concerns, deniedIn, wantedIn } from "../features/network/unmet.ts";
import { rangeIn } from "../features/places.ts";
import type { TextFile } from "../workspace/workspace.ts";
import { type EditAbilities, type FileChange, toWorkspaceEdit } from "./edits.ts";
import { type Proposal, proposalFor } from "./reach-proposals.ts";
import { peerAt } from "./reachability.ts";
import type { Session } from "./session.ts";
import { inLeading } from "./words.ts";

export interface ActionsAsked {
  readonly held: TextFile;
  readonly range: Range;
  readonly diagnostics: readonly Diagnostic[];
  /** Somebody opened the menu: then what takes longer, and what is no repair, is offered as well. */
  readonly isInvoked: boolean;
  wants(kind: string): boolean;
}

export interface ReachActing {
  readonly session: Session;
  readonly abilities: EditAbilities;
  /** The client has our commands. */
  readonly commandLinks: boolean;
}

/** Repairs of one kind at one place. */
const MOST_REPAIRS = 4;

/** In larger worlds, looking at what an edit does takes longer than a cursor rests. */
const FEW_WORKLOADS = 600;

/** Lets wanted connections through, and writes policies that allow only those. */
export async function reachActions(
  acting: ReachActing,
  subject: Subject,
  asked: ActionsAsked,
): Promise<readonly CodeAction[]> {
  const isSmall = subject.world.parties.peers.length <= FEW_WORKLOADS;
  if (!asked.isInvoked && !isSmall) return [];
  return [
    ...(await allowing(acting, subject, asked)),
    ...(asked.isInvoked && asked.wants(CodeActionKind.RefactorRewrite) ? generating(acting, subject, asked) : []),
  ];
}

async function allowing(acting: ReachActing, subject: Subject, asked: ActionsAsked): Promise<readonly CodeAction[]> {
  const { held, range, diagnostics } = asked;
  const told = diagnostics.filter(({ code }) => String(code).startsWith("network-policy/"));
  const kind = told.length > 0 ? CodeActionKind.QuickFix : CodeActionKind.RefactorRewrite;
  const object = subject.snapshot.objectAt(held.file, range.start.line);
  if (!object || !asked.wants(kind)) return [];
  const found: Proposal[] = [];
  for (const intent of deniedIn(subject)) {
    if (found.length >= MOST_REPAIRS) break;
    const isOurs = concerns(intent, object);
    if (!isOurs && object.kind !== "NetworkPolicy") continue;
    const proposal = await proposalFor(acting.session, subject, intent);
    if (proposal && (isOurs || proposal.origins.includes(object.origin))) found.push(proposal);
  }
  return found.map((proposal) => ({
    title: inLeading(proposal.title, acting.session.languages),
    kind,
    ...(told.length > 0 ? { diagnostics: told } : {}),
    edit: editOf(acting, proposal),
  }));
}

/** Edits of several files are shown before they are made, with what they do to reachability. */
export function editOf(
  { session, abilities }: Omit<ReachActing, "commandLinks">,
  { title, changes, effect }: Proposal,
) {
  const isWide = changes.length > 1;
  const label = inLeading(title, session.languages);
  const description = inLeading(changesInLines(effect), session.languages);
  const preview = isWide ? { label, description, needsConfirmation: true } : undefined;
  return toWorkspaceEdit(changes, { abilities, preview });
}

function generating(acting: ReachActing, subject: Subject, { held, range }: ActionsAsked): readonly CodeAction[] {
  const peer = peerAt(subject, held.file, range.start.line);
  if (!peer || peer.parties.some(({ onNode }) => onNode)) return [];
  const { session, commandLinks } = acting;
  const title = inLeading(forNamespace(peer.namespace), session.languages);
  const command = { title, command: "kubernetesAuthoring.leastPrivilege", arguments: [peer.namespace] };
  return [
    ...ownPolicy(acting, subject, held, range, peer),
    ...(commandLinks ? [{ title, kind: CodeActionKind.RefactorRewrite, command }] : []),
  ];
}

const forNamespace = (namespace: string): Localized => ({
  en: `Generate least-privilege policies for namespace ${namespace}…`,
  vi: `Sinh policy tối thiểu cho namespace ${namespace}…`,
});

/** Behind the document of the workload. Where both directions are restricted already, there is nothing to begin. */
function ownPolicy(
  { session, abilities }: ReachActing,
  subject: Subject,
  held: TextFile,
  range: Range,
  peer: Peer,
): readonly CodeAction[] {
  const { world, snapshot } = subject;
  const isOpen = (["ingress", "egress"] as const).some((each) => standingOf(world, peer, each).state === "open");
  const { index } = held.stream.locate(range.start);
  const doc = held.stream.docs[index];
  if (!isOpen || !doc) return [];
  const { policy, comments } = workloadPolicy(world, peer, wantedIn(subject));
  const [language] = session.languages;
  const { span, text } = newDocument(
    doc,
    policy,
    comments.map((each) => each[language]),
  );
  const edits = [{ range: rangeIn(held, index, span), newText: text }];
  const changes: readonly FileChange[] = [{ uri: held.file, create: false, edits }];
  const start = (held.stream.starts[index] ?? 0) + span.start;
  const after = held.stream.text.slice(0, start) + text + held.stream.text.slice(start);
  const texts = new Map([[held.file, after]]);
  const isSmall = world.parties.peers.length <= FEW_WORKLOADS;
  const effect = isSmall
    ? changesInShort(changesIn(compared(snapshot, world, texts, session.settings.namespace)))
    : undefined;
  const title: Localized = {
    en: `Generate a least-privilege policy for ${peer.name}${effect ? ` (${effect.en})` : ""}`,
    vi: `Sinh policy tối thiểu cho ${peer.name}${effect ? ` (${effect.vi})` : ""}`,
  };
  return [
    {
      title: inLeading(title, session.languages),
      kind: CodeActionKind.RefactorRewrite,
      edit: toWorkspaceEdit(changes, { abilities }),
    },
  ];
}
