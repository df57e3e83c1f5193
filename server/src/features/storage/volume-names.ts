import type { Localized } from "../../base/localized.ts";
import type { ResourceFacts } from "../../model/facts.ts";
import { capacityOf, obstacleText } from "../../rules/storage/words.ts";
import type { WorkspaceView } from "../../workspace/view.ts";

/** Something that a claim may name, with a few words on it. */
interface Named {
  readonly name: string;
  readonly detail: Localized;
}

/** The volumes that a claim may name: those that fit come first, the others say why they do not. */
export function byFit<T extends Named>(view: WorkspaceView, facts: ResourceFacts, volumes: readonly T[]): readonly T[] {
  const [cluster] = view.storage();
  const claim = cluster?.claimOf(facts);
  if (!cluster || !claim) return volumes;
  const asking = { ...claim, key: "", volumeName: "", bindCompleted: false };
  const judged = volumes.map((each) => {
    const volume = cluster.volume(each.name);
    if (!volume) return { each, count: Number.POSITIVE_INFINITY };
    const obstacles = cluster.between(asking, volume);
    const size = capacityOf(volume);
    const [first] = obstacles;
    const why = first ? obstacleText(claim, volume, first) : { en: "fits", vi: "phù hợp" };
    const detail = { en: `${size} · ${why.en.replaceAll("`", "")}`, vi: `${size} · ${why.vi.replaceAll("`", "")}` };
    return { each: { ...each, detail }, count: obstacles.length };
  });
  return judged.sort((a, b) => a.count - b.count).map(({ each }) => each);
}
