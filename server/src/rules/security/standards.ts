import type { Span } from "../../base/span.ts";
import { at, entriesOf, itemsOf, pairOf, type YMap, type YPair } from "../../yaml/node.ts";
import { isGiven, lacks, mapAt, mapsIn, numberAt, scalarAt, spanOf, textAt, textsIn } from "../given.ts";
import type { Container, Pod } from "../pod/pods.ts";

/** One place that a Pod Security Standard does not allow. */
export interface Violation {
  readonly span: Span;
  /** The field and its value, as people would write them. */
  readonly what: string;
  /** The field to be removed, where that is enough. */
  readonly field: { readonly map: YMap; readonly pair: YPair } | undefined;
}

/** What the standard `baseline` forbids: policy-api, k8s.io/pod-security-admission/policy. */
export const baselineViolations = (pod: Pod): readonly Violation[] => [
  ...["hostNetwork", "hostPID", "hostIPC"].flatMap((field) => ifValue(pod.spec, field, "true")),
  ...mapsIn(at(pod.spec, "volumes")).flatMap((volume) => ifGiven(volume, "hostPath")),
  ...context(mapAt(pod.spec, "securityContext")),
  ...mapsIn(at(pod.spec, "securityContext", "sysctls")).flatMap((sysctl) => {
    const name = textAt(sysctl, "name");
    const node = scalarAt(sysctl, "name");
    return node && name !== undefined && !SAFE_SYSCTLS.has(name)
      ? [{ span: spanOf(node), what: name, field: undefined }]
      : [];
  }),
  ...pod.containers.flatMap(container),
];

const SAFE_SYSCTLS: ReadonlySet<string> = new Set([
  "kernel.shm_rmid_forced",
  "net.ipv4.ip_local_port_range",
  "net.ipv4.ip_local_reserved_ports",
  "net.ipv4.ip_unprivileged_port_start",
  "net.ipv4.ping_group_range",
  "net.ipv4.tcp_fin_timeout",
  "net.ipv4.tcp_keepalive_intvl",
  "net.ipv4.tcp_keepalive_probes",
  "net.ipv4.tcp_keepalive_time",
  "net.ipv4.tcp_rmem",
  "net.ipv4.tcp_syncookies",
  "net.ipv4.tcp_wmem",
]);

const SAFE_CAPABILITIES: ReadonlySet<string> = new Set(
  "AUDIT_WRITE CHOWN DAC_OVERRIDE FOWNER FSETID KILL MKNOD NET_BIND_SERVICE SETFCAP SETGID SETPCAP SETUID SYS_CHROOT".split(
    " ",
  ),
);

const SAFE_SELINUX: ReadonlySet<string> = new Set(
  "container_t container_init_t container_kvm_t container_engine_t".split(" "),
);

function container({ map }: Container): readonly Violation[] {
  const own = mapAt(map, "securityContext");
  return [
    ...context(own),
    ...(own ? ifValue(own, "privileged", "true") : []),
    ...(own ? ifValue(own, "procMount", "Unmasked") : []),
    ...textsIn(at(own, "capabilities", "add"))
      .filter(({ text }) => !SAFE_CAPABILITIES.has(text))
      .map((node) => ({ span: spanOf(node), what: node.text, field: undefined })),
    ...mapsIn(at(map, "ports")).flatMap((port) => (numberAt(port, "hostPort") ? ifGiven(port, "hostPort") : [])),
  ];
}

function context(map: YMap | undefined): readonly Violation[] {
  if (!map) return [];
  const [windows, selinux] = ["windowsOptions", "seLinuxOptions"].map((field) => mapAt(map, field));
  const type = scalarAt(selinux, "type");
  return [
    ...["seccompProfile", "appArmorProfile"].flatMap((field) => {
      const profile = mapAt(map, field);
      return profile ? ifValue(profile, "type", "Unconfined", `${field}.type: Unconfined`) : [];
    }),
    ...(windows ? ifValue(windows, "hostProcess", "true") : []),
    ...(selinux ? ["user", "role"].flatMap((field) => ifGiven(selinux, field)) : []),
    ...(type && !SAFE_SELINUX.has(type.text) ? [{ span: spanOf(type), what: type.text, field: undefined }] : []),
  ];
}

function ifValue(map: YMap, field: string, value: string, what = `${field}: ${value}`): readonly Violation[] {
  const pair = pairOf(map, field);
  return pair && scalarAt(pair.value)?.text === value ? [{ span: spanOf(pair.key), what, field: { map, pair } }] : [];
}

function ifGiven(map: YMap, field: string): readonly Violation[] {
  const pair = pairOf(map, field);
  return pair && isGiven(pair.value) ? [{ span: spanOf(pair.key), what: field, field: { map, pair } }] : [];
}

/** A container that the standard `restricted` does not accept, and what it lacks. */
export interface Shortfall {
  readonly container: Container;
  readonly span: Span;
  readonly missing: readonly Requirement[];
}

export type Requirement = "allowPrivilegeEscalation" | "capabilities" | "runAsNonRoot" | "seccompProfile";

export const REQUIREMENTS: Readonly<Record<Requirement, string>> = {
  allowPrivilegeEscalation: "allowPrivilegeEscalation: false",
  capabilities: "capabilities.drop: [ALL]",
  runAsNonRoot: "runAsNonRoot: true",
  seccompProfile: "seccompProfile.type: RuntimeDefault",
};

export function shortfalls(pod: Pod): readonly Shortfall[] {
  if (textAt(mapAt(pod.spec, "os"), "name") === "windows") return [];
  const own = mapAt(pod.spec, "securityContext");
  return pod.containers.flatMap((each) => {
    const map = mapAt(each.map, "securityContext");
    const says = (field: string, value: string): boolean => scalarAt(map, field)?.text === value;
    const inherits = (field: string): boolean => (map === undefined || lacks(map, field)) && own !== undefined;
    const nonRoot =
      says("runAsNonRoot", "true") || (inherits("runAsNonRoot") && scalarAt(own, "runAsNonRoot")?.text === "true");
    const profiled = isGiven(at(map, "seccompProfile")) || isGiven(at(own, "seccompProfile"));
    const drops = itemsOf(at(map, "capabilities", "drop")).some(({ value }) => scalarAt(value)?.text === "ALL");
    const missing: Requirement[] = [];
    if (!says("allowPrivilegeEscalation", "false")) missing.push("allowPrivilegeEscalation");
    if (!drops) missing.push("capabilities");
    if (!nonRoot) missing.push("runAsNonRoot");
    if (!profiled) missing.push("seccompProfile");
    const place = pairOf(each.map, "name")?.value ?? entriesOf(each.map)[0]?.key ?? each.map;
    return missing.length === 0 ? [] : [{ container: each, span: spanOf(place), missing }];
  });
}

const VOLUMES: ReadonlySet<string> = new Set(
  "name configMap csi downwardAPI emptyDir ephemeral persistentVolumeClaim projected secret hostPath".split(" "),
);

/** What `restricted` forbids beyond `baseline` and beyond what is missing. */
export const restrictedViolations = (pod: Pod): readonly Violation[] => [
  ...mapsIn(at(pod.spec, "volumes")).flatMap((volume) =>
    volume.entries
      .filter(({ key, value }) => !VOLUMES.has(key.text) && isGiven(value))
      .map((pair) => ({ span: spanOf(pair.key), what: pair.key.text, field: undefined })),
  ),
  ...[pod.spec, ...pod.containers.map(({ map }) => map)].flatMap((holder) => {
    const map = mapAt(holder, "securityContext");
    return map ? ifValue(map, "runAsUser", "0") : [];
  }),
  ...pod.containers.flatMap(({ map }) =>
    textsIn(at(map, "securityContext", "capabilities", "add"))
      .filter(({ text }) => SAFE_CAPABILITIES.has(text) && text !== "NET_BIND_SERVICE")
      .map((node) => ({ span: spanOf(node), what: node.text, field: undefined })),
  ),
];
