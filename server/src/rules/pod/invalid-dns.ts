import { at, itemsOf, pairOf } from "../../yaml/node.ts";
import { parseAddress } from "../address.ts";
import { lacks, mapAt, mapsIn, scalarAt, spanOf, textAt, textsIn } from "../given.ts";
import type { Draft } from "../rule.ts";
import { quoted } from "../wording.ts";
import { podWith } from "./example.ts";
import { podRule } from "./pod-rule.ts";
import type { Pod } from "./pods.ts";

export default podRule({
  id: "pod/invalid-dns",
  fields: ["dnsPolicy", "dnsConfig"],
  severity: "error",
  awaits: "object",
  since: "0.1.0",
  docs: {
    title: { en: "DNS settings that cannot be met", vi: "Cấu hình DNS không dùng được" },
    why: {
      en: "With `dnsPolicy: None` the Pod knows only the servers listed in `dnsConfig`, so one at least is needed. At most 3 servers, given by address, and 32 search domains of 2048 characters together are accepted.",
      vi: "Với `dnsPolicy: None`, Pod chỉ biết các máy chủ liệt kê trong `dnsConfig` nên cần ít nhất một. Tối đa 3 máy chủ, ghi bằng địa chỉ IP, và 32 miền tìm kiếm dài tổng cộng 2048 ký tự.",
    },
    links: ["https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#pod-dns-config"],
  },
  bad: [
    {
      title: { en: "No servers at all", vi: "Không có máy chủ nào" },
      manifest: podWith(`
        dnsPolicy: None #! @None
      `),
    },
    {
      title: { en: "A name where an address belongs", vi: "Ghi tên thay vì địa chỉ" },
      manifest: podWith(`
        dnsPolicy: None
        dnsConfig:
          nameservers:
            - dns.cua-hang.vn #! @dns.cua-hang.vn
      `),
    },
  ],
  good: [
    {
      title: { en: "An address", vi: "Một địa chỉ" },
      manifest: podWith(`
        dnsPolicy: None
        dnsConfig:
          nameservers:
            - 10.0.0.10
          searches:
            - cua-hang.svc.cluster.local
      `),
    },
  ],
  *checkPod(pod) {
    yield* withoutServers(pod);
    yield* contents(pod);
  },
});

function* withoutServers({ spec }: Pod): Iterable<Draft> {
  const policy = scalarAt(spec, "dnsPolicy");
  if (textAt(spec, "dnsPolicy") !== "None" || !policy) return;
  const config = mapAt(spec, "dnsConfig");
  const servers = at(config, "nameservers");
  const isEmpty = config ? lacks(config, "nameservers") || itemsOf(servers).length === 0 : lacks(spec, "dnsConfig");
  if (!isEmpty) return;
  yield {
    span: spanOf(policy),
    message: {
      en: "`dnsPolicy: None` needs an address under `dnsConfig.nameservers`.",
      vi: "`dnsPolicy: None` cần một địa chỉ trong `dnsConfig.nameservers`.",
    },
  };
}

const MOST_SERVERS = 3;
const MOST_SEARCHES = 32;
const MOST_CHARACTERS = 2048;
/** Since 1.33 underscores may stand in search domains. */
const SEARCH = /^(?:\.|[a-z0-9_](?:[-a-z0-9_]*[a-z0-9_])?(?:\.[a-z0-9_](?:[-a-z0-9_]*[a-z0-9_])?)*\.?)$/;

function* contents({ spec }: Pod): Iterable<Draft> {
  const config = mapAt(spec, "dnsConfig");
  if (!config) return;
  const [servers, searches] = ["nameservers", "searches"].map((field) => pairOf(config, field));
  for (const { start, end, text } of textsIn(servers?.value))
    if (!parseAddress(text))
      yield {
        span: { start, end },
        message: { en: `${quoted(text)} is no IP address.`, vi: `${quoted(text)} không phải là địa chỉ IP.` },
      };
  if (servers && itemsOf(servers.value).length > MOST_SERVERS)
    yield {
      span: spanOf(servers.key),
      message: { en: "At most 3 `nameservers` are accepted.", vi: "Chỉ nhận tối đa 3 `nameservers`." },
    };
  const domains = textsIn(searches?.value);
  const length = domains.reduce((sum, { text }) => sum + text.length + 1, -1);
  if (searches && (domains.length > MOST_SEARCHES || length > MOST_CHARACTERS))
    yield {
      span: spanOf(searches.key),
      message: {
        en: "At most 32 `searches` of 2048 characters together are accepted.",
        vi: "Chỉ nhận tối đa 32 `searches`, tổng cộng 2048 ký tự.",
      },
    };
  for (const { start, end, text } of domains)
    if (!SEARCH.test(text))
      yield {
        span: { start, end },
        message: { en: `${quoted(text)} is no DNS domain.`, vi: `${quoted(text)} không phải là tên miền DNS.` },
      };
  for (const option of mapsIn(at(config, "options")))
    if (lacks(option, "name"))
      yield {
        span: spanOf(option.entries[0]?.key ?? option),
        message: { en: "Each of the `options` needs a `name`.", vi: "Mỗi mục trong `options` cần có `name`." },
      };
}
