import type { Rule } from "../rule.ts";
import accessModes from "./access-modes.ts";
import badClaimRef from "./bad-claim-ref.ts";
import bindAnnotations from "./bind-annotations.ts";
import claimPending from "./claim-pending.ts";
import claimsCompete from "./claims-compete.ts";
import classTwice from "./class-twice.ts";
import cloneUnlikeSource from "./clone-unlike-source.ts";
import defaultClassHidesVolume from "./default-class-hides-volume.ts";
import defaultMark from "./default-mark.ts";
import droppedDataSource from "./dropped-data-source.ts";
import inTreeProvisioner from "./in-tree-provisioner.ts";
import inTreeSource from "./in-tree-source.ts";
import modeNotOffered from "./mode-not-offered.ts";
import mountOptions from "./mount-options.ts";
import noRequest from "./no-request.ts";
import notProvisioned from "./not-provisioned.ts";
import podPending from "./pod-pending.ts";
import preboundUnlike from "./prebound-unlike.ts";
import reclaimPolicy from "./reclaim-policy.ts";
import reservedTwice from "./reserved-twice.ts";
import sharedClaim from "./shared-claim.ts";
import tinySize from "./tiny-size.ts";
import twoDefaultClasses from "./two-default-classes.ts";
import unknownParameter from "./unknown-parameter.ts";
import unreachableData from "./unreachable-data.ts";
import volumeNameReservesNothing from "./volume-name-reserves-nothing.ts";
import volumeNearlyFits from "./volume-nearly-fits.ts";
import volumeSource from "./volume-source.ts";
import wrongVolumeModeUse from "./wrong-volume-mode-use.ts";

/** In the order of their ids. */
export const STORAGE_RULES: readonly Rule[] = [
  accessModes,
  badClaimRef,
  bindAnnotations,
  claimPending,
  claimsCompete,
  classTwice,
  cloneUnlikeSource,
  defaultClassHidesVolume,
  defaultMark,
  droppedDataSource,
  inTreeProvisioner,
  inTreeSource,
  modeNotOffered,
  mountOptions,
  noRequest,
  notProvisioned,
  podPending,
  preboundUnlike,
  reclaimPolicy,
  reservedTwice,
  sharedClaim,
  tinySize,
  twoDefaultClasses,
  unknownParameter,
  unreachableData,
  volumeNameReservesNothing,
  volumeNearlyFits,
  volumeSource,
  wrongVolumeModeUse,
];
