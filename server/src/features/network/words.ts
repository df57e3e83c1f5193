import type { Localized } from "../../base/localized.ts";
import type { Caveat } from "../../engines/network/caveats.ts";
import type { WayNote } from "../../engines/network/entrances.ts";
import type { PolicyVerdict, RuleVerdict, Side } from "../../engines/network/explain.ts";
import type { NearMiss } from "../../engines/network/near-miss.ts";
import { ALL_PORTS, NO_PORTS, type PortSet } from "../../engines/network/ports.ts";

export function portsInWords(ports: PortSet): Localized {
  if (ports === NO_PORTS) return { en: "nothing", vi: "không cổng nào" };
  return ports === ALL_PORTS ? { en: "all ports", vi: "mọi cổng" } : { en: ports.key, vi: ports.key };
}

/** The heading of one end's answer. */
export function sideInWords({ direction, ports, isolated, policies }: Side): Localized {
  const { en, vi } = portsInWords(ports);
  const name = direction === "ingress" ? { en: "Ingress", vi: "Chiều vào (ingress)" } : EGRESS;
  if (policies.length === 0) {
    return {
      en: `${name.en}: allowed by default, no policy selects this end`,
      vi: `${name.vi}: mặc định cho phép, không có policy nào chọn đầu này`,
    };
  }
  const how = isolated ? { en: "isolated", vi: "bị cách ly" } : { en: "not isolated", vi: "không bị cách ly" };
  const open = ports === NO_PORTS ? "không cho phép cổng nào" : `cho phép ${vi}`;
  return { en: `${name.en}: ${how.en}, allows ${en}`, vi: `${name.vi}: ${how.vi}, ${open}` };
}

export const OWN_NODE: Localized = {
  en: "A Pod and the node it runs on always reach each other, whatever policies say",
  vi: "Pod và node đang chạy nó luôn kết nối được với nhau, bất kể policy",
};

const EGRESS: Localized = { en: "Egress", vi: "Chiều ra (egress)" };

export function policyInWords({ policy, effect, rules }: PolicyVerdict): Localized {
  const name = "namespace" in policy ? `${policy.namespace}/${policy.name}` : policy.name;
  const deciding = rules.filter((rule) => rule.effect === effect && effect !== "peer-not-matched");
  const [en, vi] = deciding.length === 0 ? ["", ""] : [`: ${list(deciding, "en")}`, `: ${list(deciding, "vi")}`];
  return { en: `${name}: ${EFFECTS[effect].en}${en}`, vi: `${name}: ${EFFECTS[effect].vi}${vi}` };
}

const list = (rules: readonly RuleVerdict[], language: "en" | "vi"): string =>
  rules.map((rule) => ruleInWords(rule)[language]).join(", ");

/** People count rules from 1, as the policy lists them. */
function ruleInWords({ rule, ports }: RuleVerdict): Localized {
  const { en, vi } = ports === NO_PORTS ? { en: "", vi: "" } : portsInWords(ports);
  return { en: `rule ${rule + 1}${en && ` (${en})`}`, vi: `rule ${rule + 1}${vi && ` (${vi})`}` };
}

const EFFECTS: Readonly<Record<PolicyVerdict["effect"], Localized>> = {
  allows: { en: "allows", vi: "cho phép" },
  denies: { en: "denies", vi: "chặn" },
  passes: { en: "passes it on to the next tier", vi: "chuyển cho tầng sau" },
  "ports-differ": { en: "selects; ports differ", vi: "có chọn; cổng không khớp" },
  "decided-before": { en: "selects; an earlier rule has decided", vi: "có chọn; rule trước đó đã quyết định" },
  "peer-not-matched": { en: "selects; peer not matched", vi: "có chọn; đầu bên kia không khớp" },
  "no-rules": { en: "selects; no rules", vi: "có chọn; không có rule nào" },
};

export function nearMissInWords(miss: NearMiss): Localized {
  const name = `${miss.policy.namespace}/${miss.policy.name}`;
  switch (miss.kind) {
    case "ports-differ": {
      const { en, vi } = portsInWords(miss.ports);
      return {
        en: `${name}, rule ${miss.rule + 1} matches the peer but allows ${en} there`,
        vi: `${name}, rule ${miss.rule + 1} khớp đầu bên kia nhưng ở đó chỉ cho phép ${vi}`,
      };
    }
    case "label-differs": {
      const { key, wanted, found } = miss.missed;
      const has = found === undefined ? { en: "it is absent", vi: "label này không có" } : same(`${key}=${found}`);
      return {
        en: `${name}, rule ${miss.rule + 1} misses the peer by one label: wants ${wanted}, but ${has.en}`,
        vi: `${name}, rule ${miss.rule + 1} lệch đầu bên kia đúng một label: cần ${wanted}, nhưng ${has.vi}`,
      };
    }
    case "namespace-differs": {
      const { wanted, found } = miss.missed;
      const has =
        found === undefined ? { en: "its namespace lacks it", vi: "namespace không có label này" } : same(found);
      return {
        en: `${name}, rule ${miss.rule + 1} means another namespace: wants ${wanted}, but ${has.en}`,
        vi: `${name}, rule ${miss.rule + 1} nói về namespace khác: cần ${wanted}, nhưng ${has.vi}`,
      };
    }
    case "no-rule":
      return { en: `${name} has no rule for this direction`, vi: `${name} không có rule nào cho chiều này` };
  }
}

const same = (found: string): Localized => ({ en: `finds ${found}`, vi: `gặp ${found}` });

export function caveatInWords(caveat: Caveat): Localized {
  switch (caveat.kind) {
    case "host-network":
      return caveat.end === "src"
        ? {
            en: "The source is in its node's network: most CNI plugins see the node, not the Pod",
            vi: "Nguồn nằm trong mạng của node: phần lớn plugin CNI chỉ thấy node chứ không thấy Pod",
          }
        : {
            en: "The destination is in its node's network: most CNI plugins do not apply policies to it",
            vi: "Đích nằm trong mạng của node: phần lớn plugin CNI không áp dụng policy cho nó",
          };
    case "same-node":
      return {
        en: "On the same node the traffic is let through whatever policies say",
        vi: "Nếu ở cùng node, lưu lượng luôn được cho qua bất kể policy",
      };
    case "block-over-pods":
      return {
        en: `${caveat.policy} has a CIDR that may hold the Pod's address; CNI plugins differ in whether that counts`,
        vi: `${caveat.policy} có một CIDR có thể chứa địa chỉ của Pod; mỗi plugin CNI xử lý một kiểu`,
      };
    case "source-address":
      return {
        en: `${caveat.policy} looks at the source's address, which a load balancer or node may have replaced`,
        vi: `${caveat.policy} xét địa chỉ nguồn, mà load balancer hoặc node có thể đã thay địa chỉ này`,
      };
    case "unseen-peer":
      return {
        en: `${caveat.policy} has rules about nodes or domain names, which manifests do not show`,
        vi: `${caveat.policy} có rule về node hoặc tên miền, thứ mà manifest không cho thấy`,
      };
    case "equal-priority":
      return {
        en: `${caveat.policies.join(", ")} have the same priority: which one counts is undefined`,
        vi: `${caveat.policies.join(", ")} có cùng độ ưu tiên: không xác định cái nào có hiệu lực`,
      };
  }
}

export function wayNoteInWords(note: WayNote): Localized {
  switch (note) {
    case "undeclared-port":
      return {
        en: "no container declares this port, so the connection is not listed",
        vi: "không container nào khai báo cổng này, nên kết nối không được liệt kê",
      };
    case "names-target-port":
      return {
        en: "the backend names the target port; only some controllers accept that",
        vi: "backend ghi targetPort; chỉ một số controller chấp nhận như vậy",
      };
    case "unseen-gateway":
      return {
        en: "its Gateway is in no manifest; it is taken to admit the route",
        vi: "Gateway của nó không có trong manifest nào; coi như Gateway nhận route này",
      };
  }
}
