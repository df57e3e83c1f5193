import { applyEdits, type Edit } from "../../base/span.ts";
import type { World } from "../../engines/network/world.ts";
import { resourcesOf } from "../../model/resource.ts";
import type { FileId } from "../../workspace/file.ts";
import type { NetworkSnapshot } from "../../workspace/network-files.ts";
import type { YStream } from "../../yaml/stream.ts";
import type { Half } from "./allow.ts";
import { editsOf, isPolicy } from "./allow-edits.ts";

/** Edits of one document of a file. */
export interface DocumentEdits {
  readonly file: FileId;
  readonly document: number;
  readonly edits: readonly Edit[];
}

/** The policy that a half is written into, or beside. */
export const policyOf = ({ change }: Half) => (change.kind === "policy" ? change.beside : change.policy);

export const fileOf = (snapshot: NetworkSnapshot, half: Half): FileId | undefined =>
  snapshot.placeOf(policyOf(half).origin, [])?.file;

/** Where and how each half is written; undefined when one of them cannot be. `home`: the namespace of those without. */
export function editsFor(
  world: World,
  halves: readonly Half[],
  streamOf: (half: Half) => { readonly file: FileId; readonly stream: YStream } | undefined,
  home: string,
): readonly DocumentEdits[] | undefined {
  const all: DocumentEdits[] = [];
  for (const half of halves) {
    const held = streamOf(half);
    const edits = held && written(world, half, held.file, held.stream, home);
    if (!edits) return undefined;
    all.push(edits);
  }
  return all;
}

function written(world: World, half: Half, file: FileId, stream: YStream, home: string): DocumentEdits | undefined {
  for (const [document, doc] of stream.docs.entries()) {
    const resource = resourcesOf(doc).find((each) => isPolicy(each, policyOf(half), home));
    const edits = resource && editsOf(world, half, resource);
    if (edits) return { file, document, edits };
  }
  return undefined;
}

/** The text of a file with its edits made. */
export function textAfter(stream: YStream, file: FileId, all: readonly DocumentEdits[]): string {
  const edits = all
    .filter((each) => each.file === file)
    .flatMap(({ document, edits: own }) => {
      const start = stream.starts[document] ?? 0;
      return own.map(({ span, text }) => ({ span: { start: span.start + start, end: span.end + start }, text }));
    });
  return applyEdits(stream.text, edits);
}
