import { numberAt, scalarAt, spanOf } from "../given.ts";
import { containerWith } from "../pod/example.ts";
import { containerRule } from "../pod/pod-rule.ts";
import { probesOf } from "./probes.ts";

export default containerRule({
  id: "probe/timeout-above-period",
  fields: ["timeoutSeconds"],
  severity: "hint",
  profile: "recommended",
  since: "0.1.0",
  docs: {
    title: { en: "Probe that takes longer than its period", vi: "Probe chờ lâu hơn chu kỳ" },
    why: {
      en: "The next probe waits until the last one has timed out, so the period is longer than it says and failures are noticed late.",
      vi: "Lần kiểm tra sau phải chờ lần trước hết giờ, nên chu kỳ thực tế dài hơn con số ghi và lỗi bị phát hiện muộn.",
    },
    links: [
      "https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#configure-probes",
    ],
  },
  bad: [
    {
      title: { en: "Thirty seconds, every ten", vi: "Chờ ba mươi giây, cứ mười giây một lần" },
      manifest: containerWith(`
        readinessProbe:
          timeoutSeconds: 30 #! @30
          periodSeconds: 10
          tcpSocket:
            port: 8080
      `),
    },
  ],
  good: [
    {
      title: { en: "Time to answer", vi: "Đủ thời gian trả lời" },
      manifest: containerWith(`
        readinessProbe:
          timeoutSeconds: 5
          periodSeconds: 10
          tcpSocket:
            port: 8080
      `),
    },
  ],
  *checkContainer({ map: container }) {
    for (const { map } of probesOf(container)) {
      const node = scalarAt(map, "timeoutSeconds");
      const timeout = numberAt(map, "timeoutSeconds");
      const period = numberAt(map, "periodSeconds") ?? 10;
      if (!node || timeout === undefined || period === 0 || timeout <= period) continue;
      yield {
        span: spanOf(node),
        message: {
          en: `A timeout of ${timeout} seconds is longer than the period of ${period}.`,
          vi: `Thời gian chờ ${timeout} giây dài hơn chu kỳ ${period} giây.`,
        },
      };
    }
  },
});
