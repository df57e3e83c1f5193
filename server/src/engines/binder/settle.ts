import { type Admitted, type Answer, admit } from "./admit.ts";
import { bind, type Settled } from "./bind.ts";
import { settledObjects } from "./live.ts";
import type { Manifest } from "./manifest.ts";
import { releaseOf } from "./release.ts";
import { readWorld, type World } from "./world.ts";

/** What the cluster has made of the manifests. */
export interface Outcome {
  readonly world: World;
  readonly settled: Settled;
  /** The API server's answers to the manifests, by `KIND NAMESPACE/NAME`; with `before` only to those that differ. */
  readonly answers: ReadonlyMap<string, Answer>;
}

/**
 * Sends the manifests in their order to an empty cluster of the release ("1.34"; empty for the newest) and waits until
 * nothing moves any more. With `before` that set has been sent first, and has settled.
 */
export function settle(
  manifests: readonly Manifest[],
  before: readonly Manifest[] | undefined,
  version: string,
): Outcome {
  const release = releaseOf(version);
  if (before === undefined) return finish(admit(manifests, [], release, 0), version);
  const first = finish(admit(before, [], release, 0), version);
  const held = settledObjects(first.objects, first.world, first.settled);
  return finish(admit(manifests, held, release, 1), version);
}

function finish({ objects, answers }: Admitted, version: string): Outcome & Pick<Admitted, "objects"> {
  const world = readWorld(objects, releaseOf(version));
  return { world, settled: bind(world), answers, objects };
}
