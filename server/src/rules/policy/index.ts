import type { Rule } from "../rule.ts";
import badAmount from "./bad-amount.ts";
import blocksEviction from "./blocks-eviction.ts";
import limitOrder from "./limit-order.ts";
import noBudget from "./no-budget.ts";
import priorityValue from "./priority-value.ts";
import quotaName from "./quota-name.ts";
import twoBudgets from "./two-budgets.ts";

/** In the order of their ids. */
export const POLICY_RULES: readonly Rule[] = [
  badAmount,
  blocksEviction,
  limitOrder,
  noBudget,
  priorityValue,
  quotaName,
  twoBudgets,
];
