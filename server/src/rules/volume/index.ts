import type { Rule } from "../rule.ts";
import hostPath from "./host-path.ts";
import invalidItemPath from "./invalid-item-path.ts";
import invalidName from "./invalid-name.ts";
import mountMode from "./mount-mode.ts";
import mountOverFolder from "./mount-over-folder.ts";
import mountPath from "./mount-path.ts";
import noSource from "./no-source.ts";
import projectedSources from "./projected-sources.ts";
import subPath from "./sub-path.ts";
import twoSources from "./two-sources.ts";
import unknownMedium from "./unknown-medium.ts";

/** In the order of their ids. */
export const VOLUME_RULES: readonly Rule[] = [
  hostPath,
  invalidItemPath,
  invalidName,
  mountMode,
  mountOverFolder,
  mountPath,
  noSource,
  projectedSources,
  subPath,
  twoSources,
  unknownMedium,
];
