import type { TextEdit } from "vscode-languageserver";
import type { Localized } from "../base/localized.ts";
import { applyEdits } from "../base/span.ts";
import { toFileId } from "../disk/uris.ts";
import type { Block } from "../features/describe/block.ts";
import type { Subject } from "../features/diagram/build-model.ts";
import { OUTSIDER } from "../features/diagram/path-choice.ts";
import type { Wanted } from "../features/network/allow.ts";
import { changesAsText } from "../features/network/as-changes.ts";
import { changesInShort } from "../features/network/change-words.ts";
import type { Peer } from "../features/network/ends.ts";
import { endsIn } from "../features/network/ends.ts";
import { changesIn, compared } from "../features/network/hypothesis.ts";
import { leastPrivilege, manifestOf } from "../features/network/least-privilege.ts";
import { EVERYWHERE, PUBLIC } from "../features/network/policy-json.ts";
import { answerTo, type ReachAnswer } from "../features/network/question.ts";
import { deniedIn, wantedIn } from "../features/network/unmet.ts";
import { describeReach } from "../features/network/workload-hover.ts";
import { reachTitle } from "../features/network/workload-lens.ts";
import type {
  CanReach,
  CanReachParams,
  LeastPrivilege,
  LeastPrivilegeParams,
  ReachChanges,
  ReachChangesParams,
  ReachEnds,
  ReachEndsParams,
} from "../protocol/reachability.ts";
import { classifyFile } from "../workspace/classify.ts";
import type { FileId } from "../workspace/file.ts";
import type { YStream } from "../yaml/stream.ts";
import type { FileChange } from "./edits.ts";
import type { Network } from "./network.ts";
import { type Proposal, proposalFor } from "./reach-proposals.ts";
import type { Session } from "./session.ts";

/** Who reaches whom, for one editor. */
export class Reachability {
  readonly #session: Session;
  readonly #network: Network;

  constructor(session: Session, network: Network) {
    this.#session = session;
    this.#network = network;
  }

  /** What to say about the workload that a line of a file belongs to. */
  async describe(file: FileId, line: number): Promise<readonly Block[]> {
    const subject = await this.#network.current();
    const peer = peerAt(subject, file, line);
    if (!peer) return [];
    const denied = deniedIn(subject).filter(({ src, dst }) =>
      [src, dst].some((end) => "peer" in end && end.peer === peer),
    );
    return describeReach(subject.world, peer, denied);
  }

  /** The same in a few words, and how the workload is called. */
  async title(file: FileId, line: number): Promise<{ readonly title: Localized; readonly id: string } | undefined> {
    const subject = await this.#network.current();
    const peer = peerAt(subject, file, line);
    return peer && { title: reachTitle(subject.world, peer), id: peer.id };
  }

  async ends({ at }: ReachEndsParams): Promise<ReachEnds> {
    const subject = await this.#network.current();
    const { parties } = subject.world;
    return {
      ends: endsIn(subject.world),
      here: (at && peerAt(subject, toFileId(at.uri), at.position.line)?.id) ?? null,
      namespaces: [...new Set(parties.peers.map(({ namespace }) => namespace))].sort(),
    };
  }

  async canReach(params: CanReachParams): Promise<CanReach> {
    const subject = await this.#network.current();
    const answer = answerTo(subject.world, params);
    const path = { ...params, model: "", proxy: "" };
    if (answer.kind === "unclear") return { isAllowed: undefined, title: answer.text, reasons: [], path, fix: null };
    const fix = answer.isAllowed ? undefined : await this.#proposal(subject, params, answer);
    return {
      isAllowed: answer.isAllowed,
      title: answer.title,
      reasons: answer.reasons.map(({ kind, text, at }) => {
        const place = at && subject.snapshot.placeOf(at.origin, at.path);
        return { kind, text, uri: place?.file ?? null, range: place?.range ?? null };
      }),
      path,
      fix: fix?.title ?? null,
    };
  }

  /** What lets through what was asked about. */
  async proposal(params: CanReachParams): Promise<Proposal | undefined> {
    const subject = await this.#network.current();
    const answer = answerTo(subject.world, params);
    return answer.kind === "answer" && !answer.isAllowed ? this.#proposal(subject, params, answer) : undefined;
  }

  async changes({ before }: ReachChangesParams): Promise<ReachChanges> {
    const { snapshot, world } = await this.#network.current();
    const texts = new Map<FileId, string | undefined>();
    for (const { uri, text } of before) {
      const file = toFileId(uri);
      if (await this.#isManifest(file, text)) texts.set(file, text ?? undefined);
    }
    const { before: now, after: then } = compared(snapshot, world, texts, this.#session.settings.namespace);
    const changes = changesIn({ before: then, after: now });
    const text = [...changesAsText(changes, this.#session.languages)].join("");
    return { changes: changes.length, summary: changesInShort(changes), text };
  }

  /** What edits would open and close. */
  async effectOf(changes: readonly FileChange[]): Promise<Localized> {
    const { snapshot, world } = await this.#network.current();
    const texts = new Map<FileId, string>();
    for (const { uri, edits } of changes) {
      const held = await this.#session.held(toFileId(uri));
      if (held) texts.set(held.file, edited(held.stream, edits));
    }
    return changesInShort(changesIn(compared(snapshot, world, texts, this.#session.settings.namespace)));
  }

  async leastPrivilege({ namespaces }: LeastPrivilegeParams): Promise<LeastPrivilege> {
    const subject = await this.#network.current();
    const { world } = subject;
    const meant = new Set(namespaces ?? world.parties.peers.map(({ namespace }) => namespace));
    const written = leastPrivilege(world, wantedIn(subject), meant);
    return { text: manifestOf(written, this.#session.languages[0]), policies: written.length };
  }

  async #proposal(subject: Subject, params: CanReachParams, answer: ReachAnswer): Promise<Proposal | undefined> {
    const wanted = wantedBy(params, answer);
    return wanted && proposalFor(this.#session, subject, wanted);
  }

  /** As it stands, or stood: neither a template nor a patch. */
  async #isManifest(file: FileId, text: string | null): Promise<boolean> {
    const held = await this.#session.held(file);
    if (held) return held.role === "manifest";
    const nothing = { hasChart: () => false, isPatch: () => false };
    return text !== null && classifyFile({ uri: file, text }, nothing).role === "manifest";
  }
}

const edited = (stream: YStream, edits: readonly TextEdit[]): string =>
  applyEdits(
    stream.text,
    edits.map(({ range: { start, end }, newText }) => ({
      span: { start: stream.offsetAt(start), end: stream.offsetAt(end) },
      text: newText,
    })),
  );

/** The workload of the object that a line is in. */
export function peerAt({ snapshot, world }: Subject, file: FileId, line: number): Peer | undefined {
  const object = snapshot.objectAt(file, line);
  return object && world.parties.peers.find(({ pods }) => pods.some(({ origin }) => origin === object.origin));
}

/** The ends of a question as a policy can name them; undefined for a range that is no CIDR. */
function wantedBy({ from, to }: CanReachParams, { verdict, port }: ReachAnswer): Wanted | undefined {
  const { src, dst } = verdict;
  const [source, target] = [addressed(from, EVERYWHERE), addressed(to, PUBLIC)];
  const caller = src.kind === "workload" ? src : source;
  const callee = dst.kind === "workload" ? dst : target;
  return caller && callee && { src: caller, dst: callee, ...port };
}

function addressed(text: string, whole: typeof EVERYWHERE): Extract<Wanted["src"], { kind: "addresses" }> | undefined {
  if (text === OUTSIDER) return { kind: "addresses", ...whole };
  if (text.includes("-")) return undefined;
  const cidr = text.includes("/") ? text : `${text}/${text.includes(":") ? 128 : 32}`;
  return { kind: "addresses", cidr, except: [] };
}
