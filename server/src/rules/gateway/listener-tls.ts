import { pairOf } from "../../yaml/node.ts";
import { change, remove } from "../fixes.ts";
import { isGiven, lacks, mapAt, scalarAt, spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { listenersOf } from "./routes.ts";

export default objectRule({
  id: "gateway/listener-tls",
  severity: "error",
  awaits: "block",
  since: "0.1.0",
  kinds: ["Gateway"],
  docs: {
    title: { en: "Listener whose protocol and TLS disagree", vi: "Listener có giao thức và TLS không khớp" },
    why: {
      en: "`HTTPS` and `TLS` listeners need `tls` with a certificate, and `HTTP`, `TCP` and `UDP` listeners may not have it.",
      vi: "Listener `HTTPS` và `TLS` cần `tls` kèm chứng chỉ, còn listener `HTTP`, `TCP`, `UDP` không được có trường này.",
    },
    links: ["https://gateway-api.sigs.k8s.io/guides/tls/"],
  },
  bad: [
    {
      title: { en: "A certificate for plain HTTP", vi: "Chứng chỉ cho HTTP thường" },
      manifest: `
        apiVersion: gateway.networking.k8s.io/v1
        kind: Gateway
        metadata:
          name: cua-hang
        spec:
          gatewayClassName: vi-du
          listeners:
            - name: web
              port: 443
              protocol: HTTP #! @HTTP
              tls:
                certificateRefs: [{ name: cua-hang-tls }]
      `,
      fixed: `
        apiVersion: gateway.networking.k8s.io/v1
        kind: Gateway
        metadata:
          name: cua-hang
        spec:
          gatewayClassName: vi-du
          listeners:
            - name: web
              port: 443
              protocol: HTTPS
              tls:
                certificateRefs: [{ name: cua-hang-tls }]
      `,
    },
  ],
  good: [
    {
      title: { en: "HTTPS with a certificate", vi: "HTTPS có chứng chỉ" },
      manifest: `
        apiVersion: gateway.networking.k8s.io/v1
        kind: Gateway
        metadata:
          name: cua-hang
        spec:
          gatewayClassName: vi-du
          listeners:
            - name: web
              port: 443
              protocol: HTTPS
              tls:
                certificateRefs: [{ name: cua-hang-tls }]
      `,
    },
  ],
  *check(resource, _subject, { doc }) {
    for (const listener of listenersOf(resource)) {
      const protocol = scalarAt(listener, "protocol");
      const pair = pairOf(listener, "tls");
      if (!protocol) continue;
      const isPlain = /^(?:HTTP|TCP|UDP)$/.test(protocol.text);
      const isSecure = /^(?:HTTPS|TLS)$/.test(protocol.text);
      if (isPlain && pair && isGiven(pair.value))
        yield {
          span: spanOf(protocol),
          message: {
            en: `A listener of the protocol ${quoted(protocol.text)} may not have \`tls\`.`,
            vi: `Listener dùng giao thức ${quoted(protocol.text)} không được có \`tls\`.`,
          },
          fixes: () => {
            const without = remove(doc, listener, pair, { preferred: protocol.text === "UDP" });
            if (protocol.text === "UDP") return [without];
            return [change(doc, protocol, protocol.text === "HTTP" ? "HTTPS" : "TLS"), without];
          },
        };
      const tls = mapAt(pair?.value);
      const terminates = scalarAt(tls, "mode")?.text !== "Passthrough";
      const lacksCertificate = tls ? lacks(tls, "certificateRefs") && lacks(tls, "options") : lacks(listener, "tls");
      if (isSecure && terminates && lacksCertificate)
        yield {
          span: spanOf(protocol),
          severity: tls ? "error" : "warning",
          message: {
            en: `A listener of the protocol ${quoted(protocol.text)} needs \`tls.certificateRefs\`.`,
            vi: `Listener dùng giao thức ${quoted(protocol.text)} cần \`tls.certificateRefs\`.`,
          },
        };
    }
  },
});
