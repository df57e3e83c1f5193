import { at, pairOf } from "../../yaml/node.ts";
import { isA, isGiven, scalarAt, spanOf } from "../given.ts";
import { deploymentOf, podWith } from "../pod/example.ts";
import { objectRule } from "../rule.ts";

export default objectRule({
  id: "practice/naked-pod",
  severity: "hint",
  profile: "strict",
  kinds: ["Pod"],
  since: "0.1.0",
  docs: {
    title: { en: "Pod that nobody replaces", vi: "Pod không có gì thay thế" },
    why: {
      en: "A Pod on its own is gone when its node fails or is drained. A Deployment, StatefulSet or Job makes another one.",
      vi: "Pod đứng riêng sẽ mất khi node hỏng hoặc bị drain. Deployment, StatefulSet hay Job sẽ tạo Pod khác.",
    },
    links: [
      "https://kubernetes.io/docs/concepts/configuration/overview/#naked-pods-vs-replicasets-deployments-and-jobs",
    ],
  },
  bad: [
    {
      title: { en: "A Pod by itself", vi: "Pod đứng riêng lẻ" },
      manifest: podWith("").replace("kind: Pod", "kind: Pod #! @Pod"),
    },
  ],
  good: [
    {
      title: { en: "A Deployment makes its Pods", vi: "Deployment tạo ra Pod" },
      manifest: deploymentOf(`
        containers:
          - name: web
            image: nginx:1.27
      `),
    },
  ],
  *check(resource) {
    if (!isA(resource, "", "Pod")) return;
    const kind = scalarAt(pairOf(resource.root, "kind")?.value);
    const ends = scalarAt(at(resource.root, "spec", "restartPolicy"))?.text;
    if (!kind || ends === "Never" || ends === "OnFailure" || isGiven(at(resource.root, "metadata", "ownerReferences")))
      return;
    yield {
      span: spanOf(kind),
      message: {
        en: "Nothing replaces this Pod when its node fails; a Deployment would.",
        vi: "Node hỏng thì không có gì thay Pod này; Deployment thì có.",
      },
    };
  },
});
