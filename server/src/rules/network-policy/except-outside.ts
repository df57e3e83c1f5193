import { removeEntry, removeItem } from "../../yaml/edit.ts";
import { deref, pairOf } from "../../yaml/node.ts";
import { isStrictlyWithin, parseCidr } from "../address.ts";
import { mapAt, scalarAt, spanOf } from "../given.ts";
import { objectRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { peersOf, specOf } from "./policy.ts";

export default objectRule({
  id: "network-policy/except-outside",
  severity: "error",
  since: "0.1.0",
  kinds: ["NetworkPolicy"],
  docs: {
    title: { en: "Exception outside its range", vi: "Ngoại lệ nằm ngoài dải" },
    why: {
      en: "`except` cuts a part out of `cidr`, so each entry has to be a smaller range within it.",
      vi: "`except` cắt bớt một phần của `cidr`, nên mỗi mục phải là dải nhỏ hơn nằm trong đó.",
    },
    links: ["https://kubernetes.io/docs/concepts/services-networking/network-policies/#networkpolicy-resource"],
  },
  bad: [
    {
      title: { en: "Another range altogether", vi: "Một dải hoàn toàn khác" },
      manifest: `
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: cho-phep-van-phong
        spec:
          podSelector: {}
          ingress:
            - from:
                - ipBlock:
                    cidr: 10.0.0.0/8
                    except:
                      - 10.1.0.0/16
                      - 192.168.1.0/24 #! @192.168.1.0/24
      `,
      fixed: `
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: cho-phep-van-phong
        spec:
          podSelector: {}
          ingress:
            - from:
                - ipBlock:
                    cidr: 10.0.0.0/8
                    except:
                      - 10.1.0.0/16
      `,
    },
  ],
  good: [
    {
      title: { en: "A part of the range", vi: "Một phần của dải" },
      manifest: `
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata:
          name: cho-phep-van-phong
        spec:
          podSelector: {}
          ingress:
            - from:
                - ipBlock:
                    cidr: 10.0.0.0/8
                    except: [10.1.0.0/16]
      `,
    },
  ],
  *check(resource, _subject, { doc }) {
    for (const peer of peersOf(specOf(resource))) {
      const block = mapAt(peer, "ipBlock");
      const whole = parseCidr(scalarAt(block, "cidr")?.text ?? "");
      const pair = pairOf(block, "except");
      const list = deref(pair?.value);
      if (!block || !whole || !pair || list?.type !== "seq") continue;
      for (const item of list.items) {
        const node = scalarAt(item.value);
        const part = node && parseCidr(node.text);
        if (!part || isStrictlyWithin(part, whole)) continue;
        yield {
          span: spanOf(node),
          message: {
            en: `${quoted(node.text)} is not a part of ${quoted(whole.canonical)}.`,
            vi: `${quoted(node.text)} không phải là một phần của ${quoted(whole.canonical)}.`,
          },
          fixes: () => {
            const title = { en: `Remove ${quoted(node.text)}`, vi: `Xóa ${quoted(node.text)}` };
            const edits = list.items.length > 1 ? removeItem(doc, list, item) : removeEntry(doc, block, pair);
            return [{ title, preferred: true, safe: false, edits }];
          },
        };
      }
    }
  },
});
