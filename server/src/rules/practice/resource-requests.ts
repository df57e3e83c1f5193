import { at, pairOf } from "../../yaml/node.ts";
import { isGiven, lacks, spanOf } from "../given.ts";
import { podOnly } from "../pod/example.ts";
import { containerRule } from "../pod/pod-rule.ts";
import { all } from "../wording.ts";

export default containerRule({
  id: "practice/resource-requests",
  severity: "hint",
  profile: "recommended",
  since: "0.1.0",
  docs: {
    title: { en: "Container that does not say what it needs", vi: "Container không ghi nhu cầu tài nguyên" },
    why: {
      en: "The scheduler counts requests: without them it packs Pods onto a full node, and they are the first to be evicted. A memory limit keeps one leak from taking the whole node.",
      vi: "Scheduler tính theo request: không có thì Pod bị dồn vào node đã đầy và bị trục xuất đầu tiên. Giới hạn bộ nhớ giúp một chỗ rò rỉ không chiếm cả node.",
    },
    links: ["https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/"],
  },
  bad: [
    {
      title: { en: "Only CPU is asked for", vi: "Chỉ yêu cầu CPU" },
      manifest: podOnly(`
        containers:
          - name: web
            image: nginx:1.27
            resources: #! @resources
              requests:
                cpu: 100m
      `),
    },
    {
      title: { en: "Nothing at all", vi: "Không ghi gì" },
      manifest: podOnly(`
        containers:
          - name: web #! @web
            image: nginx:1.27
      `),
    },
  ],
  good: [
    {
      title: { en: "Requests, and a limit for memory", vi: "Có request, và limit cho bộ nhớ" },
      manifest: podOnly(`
        containers:
          - name: web
            image: nginx:1.27
            resources:
              requests:
                cpu: 100m
                memory: 128Mi
              limits:
                memory: 256Mi
      `),
    },
  ],
  *checkContainer({ map, list }, { spec }) {
    // The Pod may ask for all of its containers together.
    if (list !== "containers" || isGiven(at(spec, "resources")) || !mayLack(map)) return;
    const has = (of: string, resource: string): boolean => isGiven(at(map, "resources", of, resource));
    const missing = [
      // A limit without a request is taken for both.
      ...["cpu", "memory"]
        .filter((each) => !has("requests", each) && !has("limits", each))
        .map((each) => `requests.${each}`),
      ...(has("limits", "memory") ? [] : ["limits.memory"]),
    ];
    if (missing.length === 0) return;
    const names = all(missing);
    const place = pairOf(map, "resources")?.key ?? pairOf(map, "name")?.value ?? map.entries[0]?.key ?? map;
    yield {
      span: spanOf(place),
      message: {
        en: `This container does not say ${names.en}.`,
        vi: `Container này chưa ghi ${names.vi}.`,
      },
    };
  },
});

/** A whole block behind a merge key or a placeholder is not looked into. */
const mayLack = (map: Parameters<typeof lacks>[0]): boolean => {
  const resources = at(map, "resources");
  return resources === undefined ? lacks(map, "resources") : resources.type === "map";
};
