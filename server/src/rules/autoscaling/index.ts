import type { Rule } from "../rule.ts";
import bounds from "./bounds.ts";
import metricSource from "./metric-source.ts";
import metricTarget from "./metric-target.ts";
import noScalingPolicy from "./no-scaling-policy.ts";
import scaleTarget from "./scale-target.ts";
import scaleToZero from "./scale-to-zero.ts";

/** In the order of their ids. */
export const AUTOSCALING_RULES: readonly Rule[] = [
  bounds,
  metricSource,
  metricTarget,
  noScalingPolicy,
  scaleTarget,
  scaleToZero,
];
