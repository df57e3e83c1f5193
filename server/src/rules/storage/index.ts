import type { Rule } from "../rule.ts";
import claimPending from "./claim-pending.ts";
import claimsCompete from "./claims-compete.ts";
import cloneUnlikeSource from "./clone-unlike-source.ts";
import defaultClassHidesVolume from "./default-class-hides-volume.ts";
import notProvisioned from "./not-provisioned.ts";
import preboundUnlike from "./prebound-unlike.ts";
import reservedTwice from "./reserved-twice.ts";
import twoDefaultClasses from "./two-default-classes.ts";
import volumeNameReservesNothing from "./volume-name-reserves-nothing.ts";
import volumeNearlyFits from "./volume-nearly-fits.ts";
import wrongVolumeModeUse from "./wrong-volume-mode-use.ts";

/** In the order of their ids. */
export const STORAGE_RULES: readonly Rule[] = [
  claimPending,
  claimsCompete,
  cloneUnlikeSource,
  defaultClassHidesVolume,
  notProvisioned,
  preboundUnlike,
  reservedTwice,
  twoDefaultClasses,
  volumeNameReservesNothing,
  volumeNearlyFits,
  wrongVolumeModeUse,
];
