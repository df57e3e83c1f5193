import { isDnsSubdomain } from "../../base/names.ts";
import type { YDocument } from "../../yaml/document.ts";
import { pairOf, type YMap } from "../../yaml/node.ts";
import { change, remove } from "../fixes.ts";
import { isA, isGiven, lacks, mapAt, mapsIn, numberAt, scalarAt, spanOf, textsIn } from "../given.ts";
import { type Draft, objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";

export default objectRule({
  id: "api/bad-webhook",
  severity: "error",
  awaits: "block",
  since: "0.1.0",
  kinds: ["ValidatingWebhookConfiguration", "MutatingWebhookConfiguration"],
  docs: {
    title: { en: "Admission webhook that the API server rejects", vi: "Admission webhook bị API server từ chối" },
    why: {
      en: "A webhook has a name of at least three parts, is reached by `url` or by `service`, answers within 30 seconds, speaks `v1` or `v1beta1`, and has no side effects that it does not manage in a dry run.",
      vi: "Webhook có tên ít nhất ba phần, được gọi qua `url` hoặc `service`, trả lời trong 30 giây, dùng `v1` hoặc `v1beta1`, và không có tác dụng phụ ngoài tầm kiểm soát khi chạy thử (dry run).",
    },
    links: ["https://kubernetes.io/docs/reference/access-authn-authz/extensible-admission-controllers/"],
  },
  bad: [
    {
      title: { en: "A short name", vi: "Tên quá ngắn" },
      manifest: `
        apiVersion: admissionregistration.k8s.io/v1
        kind: ValidatingWebhookConfiguration
        metadata:
          name: kiem-tra
        webhooks:
          - name: kiem-tra.example #! @kiem-tra.example
            admissionReviewVersions: [v1]
            sideEffects: None
            clientConfig:
              service: { name: kiem-tra, namespace: cua-hang }
      `,
    },
    {
      title: { en: "A url and a Service", vi: "Vừa url vừa Service" },
      manifest: `
        apiVersion: admissionregistration.k8s.io/v1
        kind: ValidatingWebhookConfiguration
        metadata:
          name: kiem-tra
        webhooks:
          - name: kiem-tra.shop.example.com
            admissionReviewVersions: [v1]
            sideEffects: None
            clientConfig:
              url: https://kiem-tra.example.com #! @url
              service: { name: kiem-tra, namespace: cua-hang }
      `,
      fixed: `
        apiVersion: admissionregistration.k8s.io/v1
        kind: ValidatingWebhookConfiguration
        metadata:
          name: kiem-tra
        webhooks:
          - name: kiem-tra.shop.example.com
            admissionReviewVersions: [v1]
            sideEffects: None
            clientConfig:
              service: { name: kiem-tra, namespace: cua-hang }
      `,
    },
  ],
  good: [
    {
      title: { en: "A Service in the cluster", vi: "Service trong cluster" },
      manifest: `
        apiVersion: admissionregistration.k8s.io/v1
        kind: ValidatingWebhookConfiguration
        metadata:
          name: kiem-tra
        webhooks:
          - name: kiem-tra.shop.example.com
            admissionReviewVersions: [v1]
            sideEffects: None
            timeoutSeconds: 5
            clientConfig:
              service: { name: kiem-tra, namespace: cua-hang }
      `,
    },
  ],
  *check(resource, _subject, { doc }) {
    const kinds = ["ValidatingWebhookConfiguration", "MutatingWebhookConfiguration"];
    if (!isA(resource, "admissionregistration.k8s.io", ...kinds) || resource.gvk.version !== "v1") return;
    for (const webhook of mapsIn(pairOf(resource.root, "webhooks")?.value)) yield* faultsOf(webhook, doc);
  },
});

function* faultsOf(webhook: YMap, doc: YDocument): Iterable<Draft> {
  const name = scalarAt(webhook, "name");
  if (name && !(isDnsSubdomain(name.text) && name.text.split(".").length >= 3))
    yield {
      span: spanOf(name),
      message: {
        en: `The name ${quoted(name.text)} needs at least three parts, as in \`check.shop.example.com\`.`,
        vi: `Tên ${quoted(name.text)} cần ít nhất ba phần, như \`check.shop.example.com\`.`,
      },
    };
  const timeout = scalarAt(webhook, "timeoutSeconds");
  const seconds = numberAt(webhook, "timeoutSeconds");
  if (timeout && seconds !== undefined && (seconds < 1 || seconds > 30))
    yield {
      span: spanOf(timeout),
      message: {
        en: `\`timeoutSeconds\` is a number from 1 to 30, not ${quoted(timeout.text)}.`,
        vi: `\`timeoutSeconds\` là số từ 1 đến 30, không phải ${quoted(timeout.text)}.`,
      },
      fixes: () => [change(doc, timeout, seconds < 1 ? 1 : 30)],
    };
  const effects = scalarAt(webhook, "sideEffects");
  if (effects && /^(?:Some|Unknown)$/.test(effects.text))
    yield {
      span: spanOf(effects),
      message: {
        en: `\`sideEffects\` may be \`None\` or \`NoneOnDryRun\`, not ${quoted(effects.text)}.`,
        vi: `\`sideEffects\` là \`None\` hoặc \`NoneOnDryRun\`, không phải ${quoted(effects.text)}.`,
      },
      fixes: () => [change(doc, effects, "None"), change(doc, effects, "NoneOnDryRun", { preferred: false })],
    };
  const reviews = textsIn(pairOf(webhook, "admissionReviewVersions")?.value);
  const [review] = reviews;
  if (review && !reviews.some(({ text }) => text === "v1" || text === "v1beta1"))
    yield {
      span: spanOf(review),
      message: {
        en: "`admissionReviewVersions` needs `v1` or `v1beta1`.",
        vi: "`admissionReviewVersions` cần có `v1` hoặc `v1beta1`.",
      },
      fixes: () => [change(doc, review, "v1")],
    };
  yield* clientFaults(webhook, doc);
}

function* clientFaults(webhook: YMap, doc: YDocument): Iterable<Draft> {
  const holder = pairOf(webhook, "clientConfig");
  const client = mapAt(holder?.value);
  const url = pairOf(client, "url");
  const service = pairOf(client, "service");
  if (!holder || !client) return;
  if (url && service && isGiven(url.value) && isGiven(service.value))
    yield {
      span: spanOf(url.key),
      message: {
        en: "A webhook is reached by `url` or by `service`, not by both.",
        vi: "Webhook được gọi qua `url` hoặc `service`, không dùng cả hai.",
      },
      fixes: () => [remove(doc, client, url), remove(doc, client, service, { preferred: false })],
    };
  else if (
    lacks(client, "url") &&
    lacks(client, "service") &&
    client.entries.every(({ key }) => key.text === "caBundle")
  )
    yield {
      span: spanOf(holder.key),
      message: { en: "A webhook needs a `url` or a `service`.", vi: "Webhook cần có `url` hoặc `service`." },
    };
  const address = scalarAt(url?.value);
  if (address && !service && !address.text.startsWith("https://"))
    yield {
      span: spanOf(address),
      message: {
        en: `The URL ${quoted(address.text)} of a webhook has to begin with \`https://\`.`,
        vi: `URL ${quoted(address.text)} của webhook phải bắt đầu bằng \`https://\`.`,
      },
      fixes: () => [change(doc, address, address.text.replace(/^(?:[a-z]+:\/\/)?/, "https://"))],
    };
}
