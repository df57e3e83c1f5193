import { pairOf, type YMap } from "../../yaml/node.ts";
import { remove } from "../fixes.ts";
import { isGiven, mapAt, scalarAt, spanOf, textAt } from "../given.ts";
import { podWith } from "../pod/example.ts";
import { podRule } from "../pod/pod-rule.ts";
import type { Pod } from "../pod/pods.ts";
import { quoted } from "../wording.ts";

export default podRule({
  id: "security/other-system",
  fields: ["os"],
  severity: "error",
  since: "0.1.0",
  docs: {
    title: { en: "Setting of another operating system", vi: "Thiết lập của hệ điều hành khác" },
    why: {
      en: "With `os.name: windows` a Pod has none of the settings that only Linux knows, and with `linux` no `windowsOptions`. The API server rejects them.",
      vi: "Với `os.name: windows`, Pod không có các thiết lập chỉ có ở Linux; với `linux` thì không có `windowsOptions`. API server từ chối.",
    },
    links: ["https://kubernetes.io/docs/concepts/windows/intro/"],
  },
  bad: [
    {
      title: { en: "A Linux group on Windows", vi: "Nhóm Linux trên Windows" },
      manifest: podWith(`
        os:
          name: windows
        securityContext:
          fsGroup: 1000 #! @fsGroup
          windowsOptions:
            runAsUserName: ContainerUser
      `),
      fixed: podWith(`
        os:
          name: windows
        securityContext:
          windowsOptions:
            runAsUserName: ContainerUser
      `),
    },
  ],
  good: [
    {
      title: { en: "Linux settings on Linux", vi: "Thiết lập Linux trên Linux" },
      manifest: podWith(`
        os:
          name: linux
        securityContext:
          fsGroup: 1000
      `),
    },
  ],
  *checkPod(pod, { doc }) {
    const system = textAt(mapAt(pod.spec, "os"), "name");
    if (system !== "windows" && system !== "linux") return;
    for (const { map, fields } of system === "windows" ? linuxOnly(pod) : windowsOnly(pod))
      for (const field of fields) {
        const pair = pairOf(map, field);
        const isOff = SWITCHES.has(field) && scalarAt(map, field)?.text === "false";
        if (!pair || !isGiven(pair.value) || isOff) continue;
        yield {
          span: spanOf(pair.key),
          message: {
            en: `${quoted(field)} does not go with \`os.name\` ${quoted(system)}.`,
            vi: `${quoted(field)} không đi cùng \`os.name\` ${quoted(system)}.`,
          },
          fixes: () => [remove(doc, map, pair)],
        };
      }
  },
});

interface Place {
  readonly map: YMap;
  readonly fields: readonly string[];
}

/** False is as good as absent. */
const SWITCHES: ReadonlySet<string> = new Set(["hostPID", "hostIPC"]);

const OF_PODS = ["hostPID", "hostIPC", "hostUsers", "shareProcessNamespace"];
const OF_BOTH = ["seLinuxOptions", "seccompProfile", "appArmorProfile", "runAsUser", "runAsGroup"];
const OF_POD_CONTEXTS = ["fsGroup", "fsGroupChangePolicy", "sysctls", "supplementalGroups", "supplementalGroupsPolicy"];
const OF_CONTAINER_CONTEXTS = [
  "capabilities",
  "readOnlyRootFilesystem",
  "privileged",
  "allowPrivilegeEscalation",
  "procMount",
];

function linuxOnly({ spec, containers }: Pod): readonly Place[] {
  const own = mapAt(spec, "securityContext");
  return [
    { map: spec, fields: OF_PODS },
    ...(own ? [{ map: own, fields: [...OF_BOTH, ...OF_POD_CONTEXTS] }] : []),
    ...containers.flatMap(({ map }) => {
      const context = mapAt(map, "securityContext");
      return context ? [{ map: context, fields: [...OF_BOTH, ...OF_CONTAINER_CONTEXTS] }] : [];
    }),
  ];
}

const windowsOnly = ({ spec, containers }: Pod): readonly Place[] =>
  [spec, ...containers.map(({ map }) => map)].flatMap((holder) => {
    const context = mapAt(holder, "securityContext");
    return context ? [{ map: context, fields: ["windowsOptions"] }] : [];
  });
