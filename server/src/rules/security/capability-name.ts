import { nearest } from "../../base/nearest.ts";
import { at } from "../../yaml/node.ts";
import { change } from "../fixes.ts";
import { spanOf, textsIn } from "../given.ts";
import { containerWith } from "../pod/example.ts";
import { containerRule } from "../pod/pod-rule.ts";
import { quoted } from "../wording.ts";

export default containerRule({
  id: "security/capability-name",
  fields: ["capabilities"],
  severity: "warning",
  since: "0.1.0",
  docs: {
    title: { en: "Capability that Linux does not have", vi: "Capability không có trong Linux" },
    why: {
      en: "Capabilities are written without `CAP_`, which the container runtime puts before them: `NET_ADMIN`. With a name it does not know the container fails to start.",
      vi: "Capability ghi không có `CAP_`, phần container runtime tự thêm vào trước: `NET_ADMIN`. Gặp tên không biết, container không khởi động được.",
    },
    links: [
      "https://kubernetes.io/docs/tasks/configure-pod-container/security-context/#set-capabilities-for-a-container",
    ],
  },
  bad: [
    {
      title: { en: "The kernel's spelling", vi: "Cách viết của nhân Linux" },
      manifest: containerWith(`
        securityContext:
          capabilities:
            add: [CAP_NET_ADMIN] #! @CAP_NET_ADMIN
      `),
      fixed: containerWith(`
        securityContext:
          capabilities:
            add: [NET_ADMIN]
      `),
    },
    {
      title: { en: "A letter is missing", vi: "Thiếu một chữ" },
      manifest: containerWith(`
        securityContext:
          capabilities:
            add:
              - NET_BIND_SERVCE #! @NET_BIND_SERVCE
      `),
      fixed: containerWith(`
        securityContext:
          capabilities:
            add:
              - NET_BIND_SERVICE
      `),
    },
  ],
  good: [
    {
      title: { en: "All but one are dropped", vi: "Bỏ tất cả trừ một" },
      manifest: containerWith(`
        securityContext:
          capabilities:
            drop: [ALL]
            add: [NET_BIND_SERVICE]
      `),
    },
  ],
  *checkContainer({ map }, _pod, { doc }) {
    const capabilities = at(map, "securityContext", "capabilities");
    for (const node of [...textsIn(at(capabilities, "add")), ...textsIn(at(capabilities, "drop"))]) {
      const name = node.text.toUpperCase();
      if (KNOWN.has(name)) continue;
      const bare = name.replace(/^CAP_/, "");
      const meant = KNOWN.has(bare) ? bare : nearest(bare, KNOWN)[0];
      const isPrefixed = bare !== name && KNOWN.has(bare);
      yield {
        span: spanOf(node),
        message: isPrefixed
          ? {
              en: `Capabilities are written without \`CAP_\`: ${quoted(bare)}.`,
              vi: `Capability ghi không có \`CAP_\`: ${quoted(bare)}.`,
            }
          : {
              en: `There is no capability ${quoted(node.text)}${meant === undefined ? "." : `; did you mean ${quoted(meant)}?`}`,
              vi: `Không có capability ${quoted(node.text)}${meant === undefined ? "." : `; có lẽ là ${quoted(meant)}.`}`,
            },
        ...(meant === undefined ? {} : { fixes: () => [change(doc, node, meant)] }),
      };
    }
  },
});

/** capabilities(7), and what container runtimes take for all of them. */
const KNOWN: ReadonlySet<string> = new Set(
  (
    "ALL AUDIT_CONTROL AUDIT_READ AUDIT_WRITE BLOCK_SUSPEND BPF CHECKPOINT_RESTORE CHOWN DAC_OVERRIDE DAC_READ_SEARCH " +
    "FOWNER FSETID IPC_LOCK IPC_OWNER KILL LEASE LINUX_IMMUTABLE MAC_ADMIN MAC_OVERRIDE MKNOD NET_ADMIN " +
    "NET_BIND_SERVICE NET_BROADCAST NET_RAW PERFMON SETFCAP SETGID SETPCAP SETUID SYSLOG SYS_ADMIN SYS_BOOT " +
    "SYS_CHROOT SYS_MODULE SYS_NICE SYS_PACCT SYS_PTRACE SYS_RAWIO SYS_RESOURCE SYS_TIME SYS_TTY_CONFIG WAKE_ALARM"
  ).split(" "),
);
