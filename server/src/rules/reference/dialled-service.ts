import { workspaceRule } from "../rule.ts";
import { either, quoted } from "../wording.ts";
import { DIALLERS, dialledIn } from "./dialled.ts";
import { byLikeness } from "./rename.ts";

const SERVICE = `
        ---
        apiVersion: v1
        kind: Service
        metadata:
          name: thanh-toan
        spec:
          type: ExternalName
          externalName: pay.example.com
      `;

export default workspaceRule({
  id: "reference/dialled-service",
  severity: "warning",
  since: "0.1.0",
  kinds: DIALLERS,
  docs: {
    title: { en: "Address that misses a Service by a letter", vi: "Địa chỉ trượt Service vì một chữ" },
    why: {
      en: "Pods find a Service by its name, alone within the namespace, else with `.` and the namespace after it. A name that nothing has does not resolve, and the program fails when it first calls.",
      vi: "Pod tìm Service bằng tên: trong cùng namespace chỉ cần tên, khác namespace thì thêm `.` và namespace. Tên không có thì không phân giải được, chương trình lỗi ngay lần gọi đầu.",
    },
    links: ["https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/"],
  },
  bad: [
    {
      title: { en: "Two letters swapped", vi: "Đảo hai chữ" },
      manifest: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: web
        data:
          PAY_URL: https://thanh-tona/api #! @thanh-tona${SERVICE}`,
      fixed: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: web
        data:
          PAY_URL: https://thanh-toan/api${SERVICE}`,
    },
  ],
  good: [
    {
      title: { en: "A name of somewhere else", vi: "Tên ở nơi khác" },
      manifest: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: web
        data:
          PAY_URL: https://api.example.com${SERVICE}`,
    },
  ],
  *check(resource, facts, view) {
    if (facts.partial) return;
    for (const { service, host, hostSpan } of dialledIn(resource, facts)) {
      if (view.find(service, facts).length > 0 || view.knownOutside(service, facts) === "yes") continue;
      // With two parts it may be any host of a company's network.
      if (host.includes(".") && !/\.svc(?:\.|$)/.test(host)) continue;
      const names = [...new Set(view.similar(service, facts).map((entry) => entry.facts.name))];
      const meant = byLikeness(service.name, names);
      if (meant.length === 0) continue;
      const listed = either(meant.slice(0, 2));
      const span = { start: hostSpan.start, end: hostSpan.start + service.name.length };
      yield {
        span,
        message: {
          en: `There is no Service ${quoted(service.name)} in this workspace; did you mean ${listed.en}?`,
          vi: `Không có Service ${quoted(service.name)} trong workspace này; có lẽ là ${listed.vi}.`,
        },
        fixes: () =>
          meant.slice(0, 3).map((name, i) => ({
            title: { en: `Change to ${quoted(name)}`, vi: `Đổi thành ${quoted(name)}` },
            preferred: i === 0,
            safe: false,
            edits: [{ span, text: name }],
          })),
      };
    }
  },
});
