import { change } from "../fixes.ts";
import { scalarAt, spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";
import { budgetOf } from "./budget.ts";
import { percentFault } from "./percent.ts";

export default objectRule({
  id: "policy/bad-amount",
  severity: "error",
  since: "0.1.0",
  kinds: ["PodDisruptionBudget"],
  docs: {
    title: { en: "Budget that is no number or percentage", vi: "Ngân sách không phải số hay tỷ lệ" },
    why: {
      en: "`minAvailable` and `maxUnavailable` take a whole number such as `2`, or a percentage in text such as `50%`, up to `100%`. A number in quotes is neither.",
      vi: "`minAvailable` và `maxUnavailable` nhận số nguyên như `2`, hoặc tỷ lệ dạng chuỗi như `50%`, tối đa `100%`. Số trong dấu nháy không thuộc loại nào.",
    },
    links: ["https://kubernetes.io/docs/tasks/run-application/configure-pdb/"],
  },
  bad: [
    {
      title: { en: "A number in quotes", vi: "Số trong dấu nháy" },
      manifest: `
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata:
          name: gio-hang
        spec:
          minAvailable: "2" #! @"2"
          selector: { matchLabels: { app: gio-hang } }
      `,
      fixed: `
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata:
          name: gio-hang
        spec:
          minAvailable: 2
          selector: { matchLabels: { app: gio-hang } }
      `,
    },
    {
      title: { en: "A space before the sign", vi: "Có dấu cách trước dấu phần trăm" },
      manifest: `
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata:
          name: gio-hang
        spec:
          maxUnavailable: 50 % #! @'50 %'
          selector: { matchLabels: { app: gio-hang } }
      `,
      fixed: `
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata:
          name: gio-hang
        spec:
          maxUnavailable: 50%
          selector: { matchLabels: { app: gio-hang } }
      `,
    },
  ],
  good: [
    {
      title: { en: "A percentage", vi: "Một tỷ lệ" },
      manifest: `
        apiVersion: policy/v1
        kind: PodDisruptionBudget
        metadata:
          name: gio-hang
        spec:
          maxUnavailable: 25%
          selector: { matchLabels: { app: gio-hang } }
      `,
    },
  ],
  *check(resource, _subject, { doc }) {
    const spec = budgetOf(resource);
    for (const field of ["minAvailable", "maxUnavailable"]) {
      const node = scalarAt(spec, field);
      const fault = node && percentFault(node);
      if (!fault) continue;
      yield {
        span: spanOf(node),
        message: fault.message,
        fixes: () => fault.repaired.map((value, index) => change(doc, node, value, { preferred: index === 0 })),
      };
    }
  },
});
