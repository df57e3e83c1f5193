import { pairOf } from "../../yaml/node.ts";
import { change, remove } from "../fixes.ts";
import { isGiven, lacks, mapAt, scalarAt, spanOf, textAt } from "../given.ts";
import { containerWith } from "../pod/example.ts";
import { podRule } from "../pod/pod-rule.ts";
import { quoted } from "../wording.ts";
import { contextsOf } from "./contexts.ts";

export default podRule({
  id: "security/local-profile",
  fields: ["seccompProfile", "appArmorProfile"],
  severity: "error",
  awaits: "block",
  since: "0.1.0",
  docs: {
    title: {
      en: "Profile of the node without its name, or the reverse",
      vi: "Profile trên node thiếu tên, hoặc ngược lại",
    },
    why: {
      en: "`type: Localhost` means a profile on the node, which `localhostProfile` names. With any other type there is no such name. The API server rejects one without the other.",
      vi: "`type: Localhost` nghĩa là profile nằm trên node, tên ghi ở `localhostProfile`. Loại khác thì không có tên. API server từ chối khi chỉ có một trong hai.",
    },
    links: ["https://kubernetes.io/docs/tutorials/security/seccomp/"],
  },
  bad: [
    {
      title: { en: "No name", vi: "Không có tên" },
      manifest: containerWith(`
        securityContext:
          seccompProfile:
            type: Localhost #! @Localhost
      `),
      fixed: containerWith(`
        securityContext:
          seccompProfile:
            type: RuntimeDefault
      `),
    },
    {
      title: { en: "A name for the runtime's own profile", vi: "Đặt tên cho profile có sẵn" },
      manifest: containerWith(`
        securityContext:
          seccompProfile:
            type: RuntimeDefault
            localhostProfile: profiles/web.json #! @localhostProfile
      `),
      fixed: containerWith(`
        securityContext:
          seccompProfile:
            type: Localhost
            localhostProfile: profiles/web.json
      `),
    },
  ],
  good: [
    {
      title: { en: "Both", vi: "Có cả hai" },
      manifest: containerWith(`
        securityContext:
          seccompProfile:
            type: Localhost
            localhostProfile: profiles/web.json
      `),
    },
  ],
  *checkPod(pod, { doc }) {
    for (const context of contextsOf(pod))
      for (const field of ["seccompProfile", "appArmorProfile"]) {
        const profile = mapAt(context, field);
        const type = textAt(profile, "type");
        const node = scalarAt(profile, "type");
        const name = pairOf(profile, "localhostProfile");
        if (!profile || !node || type === undefined) continue;
        if (type === "Localhost" && lacks(profile, "localhostProfile"))
          yield {
            span: spanOf(node),
            message: {
              en: "`Localhost` needs the name of the profile under `localhostProfile`.",
              vi: "`Localhost` cần tên profile ở `localhostProfile`.",
            },
            fixes: () => [change(doc, node, "RuntimeDefault")],
          };
        const path = textAt(profile, "localhostProfile");
        if (!name || !isGiven(name.value)) continue;
        if (type !== "Localhost")
          yield {
            span: spanOf(name.key),
            message: {
              en: `\`localhostProfile\` needs \`type: Localhost\`, not ${quoted(type)}.`,
              vi: `\`localhostProfile\` cần \`type: Localhost\`, không phải ${quoted(type)}.`,
            },
            fixes: () => [change(doc, node, "Localhost"), remove(doc, profile, name, { preferred: false })],
          };
        else if (
          field === "seccompProfile" &&
          path !== undefined &&
          (path.startsWith("/") || path.split("/").includes(".."))
        )
          yield {
            span: spanOf(name.value ?? name.key),
            message: {
              en: `${quoted(path)} must lead down from the kubelet's folder of profiles.`,
              vi: `${quoted(path)} phải nằm trong thư mục profile của kubelet.`,
            },
          };
      }
  },
});
