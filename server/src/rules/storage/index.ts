import type { Rule } from "../rule.ts";
import accessModes from "./access-modes.ts";
import attributesClass from "./attributes-class.ts";
import badClaimRef from "./bad-claim-ref.ts";
import bindAnnotations from "./bind-annotations.ts";
import bindsBeforeScheduling from "./binds-before-scheduling.ts";
import claimOfTwoWorkloads from "./claim-of-two-workloads.ts";
import claimPending from "./claim-pending.ts";
import claimsCompete from "./claims-compete.ts";
import classTwice from "./class-twice.ts";
import cloneUnlikeSource from "./clone-unlike-source.ts";
import dataSourceIgnored from "./data-source-ignored.ts";
import defaultClassHidesVolume from "./default-class-hides-volume.ts";
import defaultMark from "./default-mark.ts";
import deletesWithClaim from "./deletes-with-claim.ts";
import droppedDataSource from "./dropped-data-source.ts";
import ephemeralRetained from "./ephemeral-retained.ts";
import ephemeralTemplate from "./ephemeral-template.ts";
import fileSystemTwice from "./file-system-twice.ts";
import hostPathAnywhere from "./host-path-anywhere.ts";
import inTreeProvisioner from "./in-tree-provisioner.ts";
import inTreeSource from "./in-tree-source.ts";
import inlineDriver from "./inline-driver.ts";
import keepsClaims from "./keeps-claims.ts";
import leftoverClaim from "./leftover-claim.ts";
import liveEdit from "./live-edit.ts";
import manyVolumes from "./many-volumes.ts";
import modeNotOffered from "./mode-not-offered.ts";
import mountOptions from "./mount-options.ts";
import noRequest from "./no-request.ts";
import nodeAffinity from "./node-affinity.ts";
import notProvisioned from "./not-provisioned.ts";
import overLimit from "./over-limit.ts";
import placeUnheeded from "./place-unheeded.ts";
import podPending from "./pod-pending.ts";
import preboundUnlike from "./prebound-unlike.ts";
import readOnlyClaim from "./read-only-claim.ts";
import reclaimPolicy from "./reclaim-policy.ts";
import reservationPassedOver from "./reservation-passed-over.ts";
import reservedTwice from "./reserved-twice.ts";
import rolloutDeadlock from "./rollout-deadlock.ts";
import selectorWithoutKey from "./selector-without-key.ts";
import sharedClaim from "./shared-claim.ts";
import skipsScheduler from "./skips-scheduler.ts";
import tinySize from "./tiny-size.ts";
import topologyTerms from "./topology-terms.ts";
import twoDefaultClasses from "./two-default-classes.ts";
import unknownNode from "./unknown-node.ts";
import unknownParameter from "./unknown-parameter.ts";
import unreachableData from "./unreachable-data.ts";
import unusedClaim from "./unused-claim.ts";
import volumeNameReservesNothing from "./volume-name-reserves-nothing.ts";
import volumeNearlyFits from "./volume-nearly-fits.ts";
import volumePath from "./volume-path.ts";
import volumeSource from "./volume-source.ts";
import wrongVolumeModeUse from "./wrong-volume-mode-use.ts";
import zoneParameter from "./zone-parameter.ts";

/** In the order of their ids. */
export const STORAGE_RULES: readonly Rule[] = [
  accessModes,
  attributesClass,
  badClaimRef,
  bindAnnotations,
  bindsBeforeScheduling,
  claimOfTwoWorkloads,
  claimPending,
  claimsCompete,
  classTwice,
  cloneUnlikeSource,
  dataSourceIgnored,
  defaultClassHidesVolume,
  defaultMark,
  deletesWithClaim,
  droppedDataSource,
  ephemeralRetained,
  ephemeralTemplate,
  fileSystemTwice,
  hostPathAnywhere,
  inTreeProvisioner,
  inTreeSource,
  inlineDriver,
  keepsClaims,
  leftoverClaim,
  liveEdit,
  manyVolumes,
  modeNotOffered,
  mountOptions,
  noRequest,
  nodeAffinity,
  notProvisioned,
  overLimit,
  placeUnheeded,
  podPending,
  preboundUnlike,
  readOnlyClaim,
  reclaimPolicy,
  reservationPassedOver,
  reservedTwice,
  rolloutDeadlock,
  selectorWithoutKey,
  sharedClaim,
  skipsScheduler,
  tinySize,
  topologyTerms,
  twoDefaultClasses,
  unknownNode,
  unknownParameter,
  unreachableData,
  unusedClaim,
  volumeNameReservesNothing,
  volumeNearlyFits,
  volumePath,
  volumeSource,
  wrongVolumeModeUse,
  zoneParameter,
];
