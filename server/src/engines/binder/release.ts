/** What a Kubernetes release decides about storage. Each line names its feature gate, where it has one. */
export interface Release {
  /** VolumeAttributesClass: on by default from 1.34; before, the API server drops the field. */
  readonly attributesClasses: boolean;
  /** ReadWriteOncePod: on by default from 1.27. */
  readonly accessModes: ReadonlySet<string>;
  /** StatefulSets are refused for faults of their templates from 1.34; before, the controller fails later. */
  readonly checksStatefulSets: boolean;
  /** RecoverVolumeExpansionFailure: on by default from 1.32. */
  readonly recoversExpansion: boolean;
  /** ImageVolume: on by default from 1.35; before, the field is dropped. */
  readonly imageVolumes: boolean;
  /** CSIMigrationPortworx: on by default from 1.31. */
  readonly migratesPortworx: boolean;
  /** In-tree rbd was removed in 1.31. */
  readonly inTreeRbd: boolean;
}

const known = new Map<number, Release>();

/** The newest release for an empty or unreadable version. The same version gives the same value. */
export function releaseOf(version: string): Release {
  const minor = Number(/^v?1\.(\d+)/.exec(version)?.[1] ?? Number.POSITIVE_INFINITY);
  const release = known.get(minor) ?? withMinor(minor);
  known.set(minor, release);
  return release;
}

function withMinor(minor: number): Release {
  const modes = ["ReadWriteOnce", "ReadOnlyMany", "ReadWriteMany"];
  return {
    attributesClasses: minor >= 34,
    accessModes: new Set(minor >= 27 ? [...modes, "ReadWriteOncePod"] : modes),
    checksStatefulSets: minor >= 34,
    recoversExpansion: minor >= 32,
    imageVolumes: minor >= 35,
    migratesPortworx: minor >= 31,
    inTreeRbd: minor < 31,
  };
}
