import { unquoteScalar } from "../../yaml/edit.ts";
import { at, type YScalar } from "../../yaml/node.ts";
import { scalarKind } from "../../yaml/scalar.ts";
import { numberAt, scalarAt, spanOf } from "../given.ts";
import { isPortName } from "../names.ts";
import { containerWith } from "../pod/example.ts";
import { containerRule } from "../pod/pod-rule.ts";
import type { Draft } from "../rule.ts";
import { quoted } from "../wording.ts";
import { hooksOf, probesOf } from "./probes.ts";

export default containerRule({
  id: "probe/invalid-port",
  fields: ["httpGet", "tcpSocket"],
  severity: "error",
  since: "0.1.0",
  docs: {
    title: { en: "Port that no probe can reach", vi: "Cổng mà probe không gọi được" },
    why: {
      en: "A probe's port is a number from 1 to 65535 or the name of a container port. A number in quotes is taken for a name, and names need a letter, so the API server rejects it.",
      vi: "Cổng của probe là số từ 1 đến 65535 hoặc tên cổng của container. Số đặt trong dấu nháy bị hiểu là tên, mà tên phải có chữ, nên API server từ chối.",
    },
    links: [
      "https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#http-probes",
    ],
  },
  bad: [
    {
      title: { en: "A number in quotes", vi: "Số trong dấu nháy" },
      manifest: containerWith(`
        livenessProbe:
          httpGet:
            path: /healthz
            port: "8080" #! @'"8080"'
      `),
      fixed: containerWith(`
        livenessProbe:
          httpGet:
            path: /healthz
            port: 8080
      `),
    },
    {
      title: { en: "Above the largest port", vi: "Lớn hơn cổng lớn nhất" },
      manifest: containerWith(`
        livenessProbe:
          tcpSocket:
            port: 80800 #! @80800
      `),
    },
  ],
  good: [
    {
      title: { en: "A number and a name", vi: "Số và tên" },
      manifest: containerWith(`
        ports:
          - name: http
            containerPort: 8080
        livenessProbe:
          httpGet:
            port: 8080
        readinessProbe:
          httpGet:
            port: http
      `),
    },
  ],
  *checkContainer({ map: container }) {
    for (const { map } of [...probesOf(container), ...hooksOf(container)])
      for (const handler of ["httpGet", "tcpSocket"]) {
        const node = scalarAt(at(map, handler, "port"));
        if (node) yield* check(node);
      }
  },
});

function* check(node: YScalar): Iterable<Draft> {
  const number = numberAt(node);
  if (number !== undefined && (number < 1 || number > 65535))
    yield {
      span: spanOf(node),
      message: {
        en: `${quoted(node.text)} is no port: ports go from 1 to 65535.`,
        vi: `${quoted(node.text)} không phải là cổng: cổng từ 1 đến 65535.`,
      },
    };
  if (scalarKind(node) !== "string" || isPortName(node.text)) return;
  const isNumber = /^\d{1,5}$/.test(node.text) && Number(node.text) > 0 && Number(node.text) <= 65535;
  yield {
    span: spanOf(node),
    message: isNumber
      ? {
          en: `In quotes ${quoted(node.text)} is a name, and names of ports need a letter.`,
          vi: `Đặt trong dấu nháy thì ${quoted(node.text)} là tên, mà tên cổng phải có chữ.`,
        }
      : {
          en: `${quoted(node.text)} is neither a port nor the name of one.`,
          vi: `${quoted(node.text)} không phải là cổng, cũng không phải tên cổng.`,
        },
    ...(isNumber
      ? {
          fixes: () => [
            {
              title: { en: "Remove the quotes", vi: "Bỏ dấu nháy" },
              preferred: true,
              safe: true,
              edits: unquoteScalar(node) ?? [],
            },
          ],
        }
      : {}),
  };
}
