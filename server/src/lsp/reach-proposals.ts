import type { Localized } from "../base/localized.ts";
import type { Subject } from "../features/diagram/build-model.ts";
import { isAllowed, missingHalves, type Wanted } from "../features/network/allow.ts";
import { changesInShort } from "../features/network/change-words.ts";
import type { Change } from "../features/network/difference.ts";
import { changesIn, compared } from "../features/network/hypothesis.ts";
import { editsFor, fileOf, policyOf, textAfter } from "../features/network/proposal.ts";
import { endInWords, portOf } from "../features/network/workload-words.ts";
import { rangeIn } from "../features/places.ts";
import { type FileId, fileId } from "../workspace/file.ts";
import type { TextFile } from "../workspace/workspace.ts";
import type { FileChange } from "./edits.ts";
import type { Session } from "./session.ts";

/** Edits that let a connection through, as the engine has confirmed of the text that comes out. */
export interface Proposal {
  readonly title: Localized;
  readonly changes: readonly FileChange[];
  /** All that they open, wanted or not. */
  readonly effect: readonly Change[];
  /** The policies that they extend, or stand beside. */
  readonly origins: readonly string[];
}

/** Undefined where no edit of policies allows it: a tier of the cluster denies it, or an end is in its node's network. */
export async function proposalFor(session: Session, subject: Subject, wanted: Wanted): Promise<Proposal | undefined> {
  const { world, snapshot } = subject;
  const halves = missingHalves(world, wanted);
  if (halves.length === 0) return undefined;
  const files = new Map<FileId, TextFile>();
  for (const half of halves) {
    const file = fileOf(snapshot, half);
    const held = file && (files.get(file) ?? (await session.held(file)));
    if (held) files.set(held.file, held);
  }
  const { namespace } = session.settings;
  const edits = editsFor(world, halves, (half) => files.get(fileOf(snapshot, half) ?? NO_FILE), namespace);
  if (!edits) return undefined;
  const touched = [...files.values()];
  const texts = new Map(touched.map(({ file, stream }) => [file, textAfter(stream, file, edits)]));
  const comparison = compared(snapshot, world, texts, namespace);
  if (!isAllowed(comparison.after.world, wanted)) return undefined;
  const effect = changesIn(comparison);
  return {
    title: titleOf(wanted, effect),
    changes: touched.map((held) => ({
      uri: held.file,
      create: false,
      edits: edits
        .filter(({ file }) => file === held.file)
        .flatMap(({ document, edits: own }) =>
          own.map(({ span, text }) => ({ range: rangeIn(held, document, span), newText: text })),
        ),
    })),
    effect,
    origins: halves.map((half) => policyOf(half).origin),
  };
}

/** No file has it. */
const NO_FILE = fileId("");

function titleOf(wanted: Wanted, effect: readonly Change[]): Localized {
  const [src, dst, opens] = [nameOf(wanted.src), nameOf(wanted.dst), changesInShort(effect)];
  const port = portOf(wanted);
  return {
    en: `Allow ${src.en} → ${dst.en}, ${port} (${opens.en})`,
    vi: `Cho phép ${src.vi} → ${dst.vi}, ${port} (${opens.vi})`,
  };
}

function nameOf(end: Wanted["src"] | Wanted["dst"]): Localized {
  if (end.kind === "addresses") return { en: end.cidr, vi: end.cidr };
  return endInWords(end, end.kind === "workload" ? end.peer.namespace : "");
}
