import type { Reference, ResourceFacts } from "../../model/facts.ts";
import type { Entry } from "../../workspace/view.ts";
import { workspaceRule } from "../rule.ts";
import { all, quoted } from "../wording.ts";
import { file, podsWith, serviceWith } from "./example.ts";

export default workspaceRule({
  id: "service/stray-pods",
  severity: "hint",
  since: "0.1.0",
  kinds: ["Service"],
  docs: {
    title: { en: "Service that selects Pods of another sort", vi: "Service chọn cả Pod thuộc loại khác" },
    why: {
      en: "A Service sends to every Pod that carries its labels. A Job, or a workload that listens on other ports, gets its share of the requests too and refuses them, so that some calls fail by chance.",
      vi: "Service gửi tới mọi Pod mang label của nó. Job hay workload mở cổng khác cũng nhận một phần request rồi từ chối, nên thỉnh thoảng lại có lời gọi lỗi.",
    },
    links: ["https://kubernetes.io/docs/concepts/services-networking/service/"],
  },
  bad: [
    {
      title: { en: "A Job carries the same label", vi: "Job mang cùng label" },
      manifest: file(
        serviceWith(["selector: { app: gio-hang } #! @'{ app: gio-hang }'", "ports: [{ port: 80, targetPort: 8080 }]"]),
        podsWith("Deployment", "gio-hang", "{ app: gio-hang }", ["{ containerPort: 8080 }"]),
        podsWith("Job", "chuyen-du-lieu", "{ app: gio-hang }", []),
      ),
    },
    {
      title: { en: "One of two has no port of that name", vi: "Một trong hai không có cổng tên đó" },
      manifest: file(
        serviceWith([
          "selector: { app: gio-hang } #! @'{ app: gio-hang }' \"hang-doi\"",
          "ports: [{ port: 80, targetPort: http }]",
        ]),
        podsWith("Deployment", "web", "{ app: gio-hang, vai: web }", ["{ name: http, containerPort: 8080 }"]),
        podsWith("Deployment", "hang-doi", "{ app: gio-hang, vai: hang-doi }", ["{ name: amqp, containerPort: 5672 }"]),
      ),
    },
  ],
  good: [
    {
      title: { en: "A canary beside the old version", vi: "Bản canary cạnh bản cũ" },
      manifest: file(
        serviceWith(["selector: { app: gio-hang }", "ports: [{ port: 80, targetPort: 8080 }]"]),
        podsWith("Deployment", "gio-hang", "{ app: gio-hang, ban: on-dinh }", ["{ containerPort: 8080 }"]),
        podsWith("Deployment", "gio-hang-canary", "{ app: gio-hang, ban: canary }", ["{ containerPort: 8080 }"]),
      ),
    },
  ],
  *check(_resource, facts, view) {
    const selecting = facts.references.find(({ row }) => row.by === "selector");
    if (!selecting || facts.partial || facts.network?.kind === "external-name") return;
    const pods = view.resolve(selecting, facts);
    const targets = targetsOf(facts);
    if (pods.length < 2 || targets.length === 0 || pods.some(({ facts: each }) => each.partial)) return;
    const serves = pods.filter((entry) => targets.some((target) => offers(entry.facts, target)));
    const stray = pods.filter((entry) => !serves.includes(entry) && isStray(entry, targets, selecting));
    if (serves.length === 0 || stray.length === 0) return;
    const names = all(stray.map((entry) => entry.facts.name));
    yield {
      span: { start: selecting.start, end: selecting.end },
      severity: "warning",
      message: {
        en: `This also selects the Pods of ${names.en}, which do not listen on this port.`,
        vi: `Selector này chọn cả Pod của ${names.vi}, vốn không mở cổng này.`,
      },
      related: stray.slice(0, 3).map((entry) => ({
        span: entry.facts.nameSpan,
        entry,
        message: {
          en: `${entry.facts.gvk.kind} ${quoted(entry.facts.name)} carries the labels too.`,
          vi: `${entry.facts.gvk.kind} ${quoted(entry.facts.name)} cũng mang các label này.`,
        },
      })),
    };
  },
});

/** The ports of the Pods, by number or name. */
const targetsOf = ({ offers: ports }: ResourceFacts): readonly string[] =>
  ports.flatMap(({ part, number, details }) =>
    part === "service-port" ? [details === undefined || details.target === "" ? String(number) : details.target] : [],
  );

const offers = (facts: ResourceFacts, target: string): boolean =>
  facts.offers.some(
    ({ part, name, number }) => part === "container-port" && (name === target || String(number) === target),
  );

/** Pods that list no ports may listen all the same, but those of a Job come to an end. */
function isStray({ facts }: Entry, targets: readonly string[], { row }: Reference): boolean {
  const lists = facts.offers.some(({ part }) => part === "container-port");
  const isNamed = targets.some((target) => !/^\d+$/.test(target));
  return row.by === "selector" && (/^(?:Job|CronJob)$/.test(facts.gvk.kind) || lists || isNamed);
}
