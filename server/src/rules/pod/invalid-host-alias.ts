import { at } from "../../yaml/node.ts";
import { parseAddress } from "../address.ts";
import { change } from "../fixes.ts";
import { mapsIn, scalarAt, spanOf, textAt, textsIn } from "../given.ts";
import { formFault, reformed, SUBDOMAIN } from "../metadata/forms.ts";
import { quoted } from "../wording.ts";
import { podWith } from "./example.ts";
import { podRule } from "./pod-rule.ts";

export default podRule({
  id: "pod/invalid-host-alias",
  fields: ["hostAliases"],
  severity: "error",
  since: "0.1.0",
  docs: {
    title: { en: "Line of /etc/hosts that cannot be written", vi: "Dòng trong /etc/hosts không hợp lệ" },
    why: {
      en: "Each of the `hostAliases` gives DNS names to one IP address. The API server rejects what is neither.",
      vi: "Mỗi mục trong `hostAliases` gán tên DNS cho một địa chỉ IP. API server từ chối giá trị không đúng dạng.",
    },
    links: ["https://kubernetes.io/docs/tasks/network/customize-hosts-file-for-pods/"],
  },
  bad: [
    {
      title: { en: "Name and address swapped", vi: "Tên và địa chỉ đổi chỗ cho nhau" },
      manifest: podWith(`
        hostAliases:
          - ip: kho.cua-hang.vn #! @kho.cua-hang.vn
            hostnames: [10.0.0.5]
      `),
    },
    {
      title: { en: "A name with an underscore", vi: "Tên có dấu gạch dưới" },
      manifest: podWith(`
        hostAliases:
          - ip: 10.0.0.5
            hostnames:
              - kho_hang #! @kho_hang
      `),
      fixed: podWith(`
        hostAliases:
          - ip: 10.0.0.5
            hostnames:
              - kho-hang
      `),
    },
  ],
  good: [
    {
      title: { en: "Two names for one address", vi: "Hai tên cho một địa chỉ" },
      manifest: podWith(`
        hostAliases:
          - ip: 10.0.0.5
            hostnames: [kho, kho.cua-hang.vn]
      `),
    },
  ],
  *checkPod({ spec }, { doc }) {
    for (const alias of mapsIn(at(spec, "hostAliases"))) {
      const ip = scalarAt(alias, "ip");
      const address = textAt(alias, "ip");
      if (ip && address !== undefined && !parseAddress(address))
        yield {
          span: spanOf(ip),
          message: { en: `${quoted(address)} is no IP address.`, vi: `${quoted(address)} không phải là địa chỉ IP.` },
        };
      for (const host of textsIn(at(alias, "hostnames"))) {
        const fault = formFault(host.text, SUBDOMAIN);
        if (!fault) continue;
        const meant = reformed(host.text, SUBDOMAIN);
        yield {
          span: spanOf(host),
          message: {
            en: `The host name ${quoted(host.text)} ${fault.en}.`,
            vi: `Tên máy ${quoted(host.text)} ${fault.vi}.`,
          },
          ...(meant === undefined ? {} : { fixes: () => [change(doc, host, meant)] }),
        };
      }
    }
  },
});
