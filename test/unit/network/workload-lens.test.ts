import assert from "node:assert/strict";
import { test } from "node:test";
import { reachTitle } from "../../../server/src/features/network/workload-lens.ts";
import { allow, subjectIn, workload } from "../../kit/network-picture.ts";
import { workloadIn } from "../../kit/reach.ts";

const titleOf = (more: string): string => {
  const text = workload("shop", "db", 5432) + more;
  const subject = subjectIn({ "all.yaml": text });
  return reachTitle(subject.world, workloadIn(subject, "shop/db[Deployment]").peer).en;
};

const CALLERS = workload("shop", "web", 80) + workload("shop", "job", 81);
const block = (cidr: string): string =>
  allow("shop", "db", "web", 5432).replace(/\{ podSelector: .*? \} \}/, `{ ipBlock: { cidr: ${cidr} } }`);

test("the lens of a workload says how many can call it, and from where else", () => {
  assert.equal(titleOf(""), "open by default");
  assert.equal(titleOf(CALLERS), "open by default: 2 workloads and the outside");
  assert.equal(titleOf(CALLERS + allow("shop", "db", "web", 5432)), "reachable from 1 workload");
  assert.equal(titleOf(CALLERS + allow("shop", "db", "other", 5432)), "reachable from nobody here");
  assert.equal(
    titleOf(CALLERS + allow("shop", "db", "x", 1).replace(/ {2}ingress:[\s\S]*/, "")),
    "reachable from nobody",
  );
  assert.equal(titleOf(CALLERS + block("0.0.0.0/0")), "reachable from the outside alone");
  const both = allow("shop", "db", "web", 5432).replace("name: db,", "name: both,") + block("203.0.113.0/24");
  assert.equal(titleOf(CALLERS + both), "reachable from 1 workload and the outside");
});
