import { at, itemsOf } from "../../yaml/node.ts";
import { isGiven, mapsIn, numberAt, scalarAt, spanOf, textAt, textsIn } from "../given.ts";
import { containerWith, podOnly } from "../pod/example.ts";
import { containerRule } from "../pod/pod-rule.ts";
import { quoted } from "../wording.ts";

export default containerRule({
  id: "container/privileged-port",
  fields: ["ports"],
  severity: "hint",
  profile: "recommended",
  since: "0.1.0",
  docs: {
    title: { en: "Port below 1024 without root", vi: "Cổng dưới 1024 mà không có quyền root" },
    why: {
      en: "Linux keeps ports below 1024 for root. A program that runs as another user needs the capability `NET_BIND_SERVICE`, or a container runtime that lifts the limit; listening on 8080 always works.",
      vi: "Linux dành cổng dưới 1024 cho root. Chương trình chạy bằng user khác cần capability `NET_BIND_SERVICE` hoặc container runtime đã bỏ giới hạn; mở cổng 8080 thì luôn được.",
    },
    links: [
      "https://kubernetes.io/docs/tasks/configure-pod-container/security-context/#set-capabilities-for-a-container",
    ],
  },
  bad: [
    {
      title: { en: "Port 80 for an ordinary user", vi: "Cổng 80 cho user thường" },
      manifest: containerWith(`
        securityContext: { runAsNonRoot: true }
        ports:
          - containerPort: 80 #! @80
      `),
    },
  ],
  good: [
    {
      title: { en: "A high port", vi: "Cổng cao" },
      manifest: containerWith(`
        securityContext: { runAsNonRoot: true }
        ports:
          - containerPort: 8080
      `),
    },
    {
      title: { en: "With the capability", vi: "Có capability" },
      manifest: podOnly(`
        securityContext: { runAsNonRoot: true }
        containers:
          - name: web
            image: nginx:1.27
            securityContext: { capabilities: { add: [NET_BIND_SERVICE] } }
            ports: [{ containerPort: 80 }]
      `),
    },
  ],
  *checkContainer({ map }, { spec }) {
    const own = scalarAt(map, "securityContext", "runAsNonRoot") ?? scalarAt(spec, "securityContext", "runAsNonRoot");
    if (own?.text !== "true") return;
    const added = textsIn(at(map, "securityContext", "capabilities", "add")).map(({ text }) => text);
    if (added.some((name) => /^(?:CAP_)?(?:NET_BIND_SERVICE|ALL)$/.test(name))) return;
    const sysctls = mapsIn(at(spec, "securityContext", "sysctls"));
    if (sysctls.some((each) => textAt(each, "name") === "net.ipv4.ip_unprivileged_port_start")) return;
    if (!isGiven(at(map, "ports")) || itemsOf(at(map, "ports")).length === 0) return;
    for (const port of mapsIn(at(map, "ports"))) {
      const node = scalarAt(port, "containerPort");
      const number = numberAt(port, "containerPort") ?? 0;
      if (!node || number < 1 || number > 1023) continue;
      yield {
        span: spanOf(node),
        message: {
          en: `Without root the program may not listen on ${quoted(node.text)}; a port from 1024 on is open to everybody.`,
          vi: `Không có root, chương trình có thể không mở được ${quoted(node.text)}; cổng từ 1024 thì ai cũng mở được.`,
        },
      };
    }
  },
});
