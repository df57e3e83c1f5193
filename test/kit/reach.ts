import { present } from "../../server/src/base/never.ts";
import { allEdges, idOf, type World } from "../../server/src/engines/network/world.ts";
import type { Subject } from "../../server/src/features/diagram/build-model.ts";
import { isAllowed, missingHalves, type Wanted } from "../../server/src/features/network/allow.ts";
import { changesIn, compared } from "../../server/src/features/network/hypothesis.ts";
import { editsFor, fileOf, textAfter } from "../../server/src/features/network/proposal.ts";
import { type FileId, fileId } from "../../server/src/workspace/file.ts";
import { YStream } from "../../server/src/yaml/stream.ts";

type Files = Readonly<Record<string, string>>;

export const uriOf = (name: string): FileId => fileId(`file:///workspace/${name}`);

/** Lets a connection through, and asks the engine about the text that comes out. */
export function allowed(files: Files, { world, snapshot }: Subject, wanted: Wanted) {
  const streams = new Map(Object.entries(files).map(([name, text]) => [uriOf(name), YStream.of(text, "manifest")]));
  const streamOf = (file: FileId): YStream => present(streams.get(file), "a file of the workspace");
  const edits = editsFor(
    world,
    missingHalves(world, wanted),
    (half) => {
      const file = present(fileOf(snapshot, half), "the policy's file");
      return { file, stream: streamOf(file) };
    },
    "default",
  );
  const after = new Map([...streams].map(([file, stream]) => [file, textAfter(stream, file, edits ?? [])]));
  const comparison = compared(snapshot, world, after, "default");
  return {
    textOf: (name: string): string => after.get(uriOf(name)) ?? "",
    changes: changesIn(comparison).map(
      ({ src, dst, before, after: then }) => `${src} => ${dst} : ${before.key} -> ${then.key}`,
    ),
    isAllowed: isAllowed(comparison.after.world, wanted),
  };
}

export const workloadIn = ({ world }: Subject, id: string) =>
  ({ kind: "workload", peer: present(world.peerById.get(id), id) }) as const;

/** `a => b : TCP 80` for each pair of workloads that connects. */
export const pairsIn = (world: World): readonly string[] =>
  [...allEdges(world)].flatMap(({ src, dst, ports }) =>
    src.kind === "workload" && dst.kind === "workload" ? [`${idOf(src)} => ${idOf(dst)} : ${ports.key}`] : [],
  );
