import type { DocumentContext } from "../../workspace/context.ts";
import { type Draft, type ObjectRule, objectRule } from "../rule.ts";
import { type Container, POD_KINDS, type Pod, podOf } from "./pods.ts";

type Written = Omit<ObjectRule, "reads" | "check">;

/** A rule about the Pod that an object is or makes. */
export const podRule = ({
  checkPod,
  ...rule
}: Written & { checkPod(pod: Pod, context: DocumentContext): Iterable<Draft> }): ObjectRule =>
  objectRule({
    ...rule,
    kinds: POD_KINDS,
    check(resource, _subject, context) {
      const pod = podOf(resource);
      return pod ? checkPod(pod, context) : [];
    },
  });

/** A rule about each container of such a Pod. What an anchor repeats is said once. */
export const containerRule = ({
  checkContainer,
  ...rule
}: Written & {
  checkContainer(container: Container, pod: Pod, context: DocumentContext): Iterable<Draft>;
}): ObjectRule =>
  podRule({
    ...rule,
    checkPod(pod, context) {
      const drafts: Draft[] = [];
      for (const container of pod.containers)
        for (const draft of checkContainer(container, pod, context))
          if (!drafts.some(({ span }) => span.start === draft.span.start)) drafts.push(draft);
      return drafts;
    },
  });
