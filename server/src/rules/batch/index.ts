import type { Rule } from "../rule.ts";
import badSchedule from "./bad-schedule.ts";
import badTimeZone from "./bad-time-zone.ts";
import everyMinute from "./every-minute.ts";
import failurePolicy from "./failure-policy.ts";
import indexedJob from "./indexed-job.ts";
import jobSelector from "./job-selector.ts";
import keepsFinished from "./keeps-finished.ts";
import neverRuns from "./never-runs.ts";
import scheduleZone from "./schedule-zone.ts";
import shortDeadline from "./short-deadline.ts";

/** In the order of their ids. */
export const BATCH_RULES: readonly Rule[] = [
  badSchedule,
  badTimeZone,
  everyMinute,
  failurePolicy,
  indexedJob,
  jobSelector,
  keepsFinished,
  neverRuns,
  scheduleZone,
  shortDeadline,
];
