import type { Rule } from "../rule.ts";
import device from "./device.ts";
import fileOwner from "./file-owner.ts";
import frozenFile from "./frozen-file.ts";
import hostPath from "./host-path.ts";
import hostPathType from "./host-path-type.ts";
import invalidItemPath from "./invalid-item-path.ts";
import invalidName from "./invalid-name.ts";
import mountMode from "./mount-mode.ts";
import mountOverFolder from "./mount-over-folder.ts";
import mountPath from "./mount-path.ts";
import nestedMount from "./nested-mount.ts";
import noSizeLimit from "./no-size-limit.ts";
import noSource from "./no-source.ts";
import ownerAtEveryStart from "./owner-at-every-start.ts";
import projectedSources from "./projected-sources.ts";
import readOnlyThroughout from "./read-only-throughout.ts";
import subPath from "./sub-path.ts";
import subPathVariable from "./sub-path-variable.ts";
import systemFolder from "./system-folder.ts";
import twoSources from "./two-sources.ts";
import unknownMedium from "./unknown-medium.ts";

/** In the order of their ids. */
export const VOLUME_RULES: readonly Rule[] = [
  device,
  fileOwner,
  frozenFile,
  hostPath,
  hostPathType,
  invalidItemPath,
  invalidName,
  mountMode,
  mountOverFolder,
  mountPath,
  nestedMount,
  noSizeLimit,
  noSource,
  ownerAtEveryStart,
  projectedSources,
  readOnlyThroughout,
  subPath,
  subPathVariable,
  systemFolder,
  twoSources,
  unknownMedium,
];
