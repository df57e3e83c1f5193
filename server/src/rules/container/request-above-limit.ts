import type { YDocument } from "../../yaml/document.ts";
import { setScalar } from "../../yaml/edit.ts";
import { change } from "../fixes.ts";
import { spanOf } from "../given.ts";
import { containerWith } from "../pod/example.ts";
import { containerRule } from "../pod/pod-rule.ts";
import { parseQuantity } from "../quantity.ts";
import type { Fix } from "../rule.ts";
import { quoted } from "../wording.ts";
import { type Amount, amountsOf, isOdd } from "./amounts.ts";

export default containerRule({
  id: "container/request-above-limit",
  fields: ["limits"],
  severity: "error",
  awaits: "object",
  since: "0.1.0",
  docs: {
    title: { en: "Request above its limit", vi: "Mức yêu cầu lớn hơn giới hạn" },
    why: {
      en: "A container cannot be promised more than it may use. Devices and huge pages are promised whole: their request equals the limit. The API server rejects anything else.",
      vi: "Container không thể được hứa nhiều hơn mức được dùng. Thiết bị và huge page được cấp nguyên: request bằng limit. API server từ chối trường hợp khác.",
    },
    links: ["https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#requests-and-limits"],
  },
  bad: [
    {
      title: { en: "The two were swapped", vi: "Hai giá trị bị đổi chỗ" },
      manifest: containerWith(`
        resources:
          requests:
            memory: 512Mi #! @512Mi
          limits:
            memory: 256Mi
      `),
      fixed: containerWith(`
        resources:
          requests:
            memory: 256Mi
          limits:
            memory: 512Mi
      `),
    },
    {
      title: { en: "Another unit than that of the limit", vi: "Đơn vị khác với giới hạn" },
      manifest: containerWith(`
        resources:
          requests:
            memory: 64Gi #! @64Gi
          limits:
            memory: 128Mi
      `),
      fixed: containerWith(`
        resources:
          requests:
            memory: 64Mi
          limits:
            memory: 128Mi
      `),
    },
    {
      title: { en: "A device is not shared", vi: "Thiết bị không chia sẻ" },
      manifest: containerWith(`
        resources:
          requests:
            nvidia.com/gpu: 1 #! @1
          limits:
            nvidia.com/gpu: 2
      `),
      fixed: containerWith(`
        resources:
          requests:
            nvidia.com/gpu: 2
          limits:
            nvidia.com/gpu: 2
      `),
    },
  ],
  good: [
    {
      title: { en: "The limit leaves room", vi: "Giới hạn còn dư chỗ" },
      manifest: containerWith(`
        resources:
          requests:
            cpu: 250m
            memory: 256Mi
          limits:
            memory: 512Mi
      `),
    },
  ],
  *checkContainer({ map }, _pod, { doc }) {
    const amounts = amountsOf(map);
    for (const request of amounts) {
      const limit = amounts.find(({ of, resource }) => of === "limits" && resource === request.resource);
      if (request.of !== "requests" || !limit) continue;
      const isWhole = request.resource.includes("/") || request.resource.startsWith("hugepages-");
      const [asked, most] = [request.quantity.amount, limit.quantity.amount];
      // An amount in the wrong unit is said to be one.
      if (isOdd(request) || isOdd(limit)) continue;
      if (isWhole ? asked === most : asked <= most) continue;
      const [name, one, two] = [request.resource, request.node.text, limit.node.text].map(quoted);
      yield {
        span: spanOf(request.node),
        message: isWhole
          ? {
              en: `The request for ${name}, ${one}, must equal the limit, ${two}.`,
              vi: `Request ${name} là ${one} phải bằng limit, tức ${two}.`,
            }
          : {
              en: `The request for ${name}, ${one}, is above the limit, ${two}.`,
              vi: `Request ${name} là ${one}, lớn hơn limit ${two}.`,
            },
        related: [
          {
            span: spanOf(limit.node),
            message: { en: "The limit", vi: "Giới hạn" },
          },
        ],
        fixes: () => (isWhole ? [change(doc, request.node, limit.node.text)] : lowered(doc, request, limit)),
      };
    }
  },
});

/** A wrong unit or a few noughts too many explain a large difference; a small one, that the two were swapped. */
function lowered(doc: YDocument, request: Amount, limit: Amount): readonly Fix[] {
  const most = limit.quantity.amount;
  const slips = [request.quantity.digits + limit.quantity.suffix, withoutNoughts(request, most)].filter(
    (text) => text !== undefined && (parseQuantity(text)?.amount ?? Number.POSITIVE_INFINITY) <= most,
  );
  // Limits are rarely more than four times the requests.
  const large = request.quantity.amount >= most * 4.5;
  const swap: Fix = {
    title: { en: "Swap the request and the limit", vi: "Đổi chỗ request và limit" },
    preferred: false,
    safe: false,
    edits: [...setScalar(doc, request.node, limit.node.text), ...setScalar(doc, limit.node, request.node.text)],
  };
  const lower = [...new Set([...(large ? slips : []), limit.node.text])].map((text) =>
    change(doc, request.node, text ?? "", { preferred: false }),
  );
  const ordered = large ? [...lower, swap] : [swap, ...lower];
  return ordered.map((fix, index) => ({ ...fix, preferred: index === 0 }));
}

function withoutNoughts({ quantity: { digits, suffix } }: Amount, most: number): string | undefined {
  for (let length = digits.length - 1; length > 0 && /^0*$/.test(digits.slice(length)); length--) {
    const text = `${digits.slice(0, length)}${suffix}`;
    if ((parseQuantity(text)?.amount ?? Number.POSITIVE_INFINITY) <= most) return text;
  }
  return undefined;
}
