import { isQuantity } from "../../schema/format.ts";
import { setScalar } from "../../yaml/edit.ts";
import { deref, textOf } from "../../yaml/node.ts";
import { schemaRule } from "../rule.ts";
import { fieldName, quoted } from "../wording.ts";

export default schemaRule<"bad-format">({
  id: "schema/bad-quantity",
  severity: "error",
  since: "0.1.0",
  problems: ["bad-format"],
  docs: {
    title: { en: "Text that is not a quantity", vi: "Giá trị không phải là một lượng hợp lệ" },
    why: {
      en: "CPU, memory and storage are written as a number with `m`, `k`, `M`, `G`, `T` or, in powers of 1024, `Ki`, `Mi`, `Gi`, `Ti`. Anything else, such as `GB` or a space before the unit, is rejected.",
      vi: "CPU, bộ nhớ và dung lượng là một số kèm `m`, `k`, `M`, `G`, `T` hoặc, theo lũy thừa của 1024, `Ki`, `Mi`, `Gi`, `Ti`. Cách viết khác, chẳng hạn `GB` hay có dấu cách trước đơn vị, sẽ bị từ chối.",
    },
    links: ["https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/quantity/"],
  },
  bad: [
    {
      title: { en: "GB is not a unit here", vi: "Ở đây không có đơn vị GB" },
      manifest: `
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata:
          name: du-lieu
        spec:
          accessModes: [ReadWriteOnce]
          resources:
            requests:
              storage: 10GB #! @10GB
      `,
      fixed: `
        apiVersion: v1
        kind: PersistentVolumeClaim
        metadata:
          name: du-lieu
        spec:
          accessModes: [ReadWriteOnce]
          resources:
            requests:
              storage: 10Gi
      `,
    },
    {
      title: { en: "A space before the unit", vi: "Có dấu cách trước đơn vị" },
      manifest: `
        apiVersion: v1
        kind: Pod
        metadata:
          name: gio-hang-web
        spec:
          containers:
            - name: web
              image: nginx:1.27
              resources:
                limits:
                  memory: 500 Mi #! @'500 Mi'
      `,
      fixed: `
        apiVersion: v1
        kind: Pod
        metadata:
          name: gio-hang-web
        spec:
          containers:
            - name: web
              image: nginx:1.27
              resources:
                limits:
                  memory: 500Mi
      `,
    },
  ],
  good: [
    {
      title: { en: "Numbers, thousandths and powers of 1024", vi: "Số, phần nghìn và lũy thừa của 1024" },
      manifest: `
        apiVersion: v1
        kind: Pod
        metadata:
          name: gio-hang-web
        spec:
          containers:
            - name: web
              image: nginx:1.27
              resources:
                requests: { cpu: 0.5, memory: 256Mi }
                limits: { cpu: 1500m, memory: 1e9 }
      `,
    },
  ],
  finding(problem, _subject, context) {
    if (problem.format !== "quantity") return undefined;
    const text = textOf(problem.node) ?? "";
    const field = quoted(fieldName(problem.path));
    const repaired = repairs(text, countsInThousands(context.doc.text));
    const meant = repaired[0];
    return {
      span: { start: problem.start, end: problem.end },
      message: {
        en: `${field}: ${quoted(text)} is not a quantity; ${meant === undefined ? "write it like `500m` or `2Gi`." : `did you mean ${quoted(meant)}?`}`,
        vi: `${field}: ${quoted(text)} không phải là một lượng hợp lệ; ${meant === undefined ? "viết như `500m` hoặc `2Gi`." : `có lẽ là ${quoted(meant)}.`}`,
      },
      fixes: () => {
        const node = deref(problem.node);
        if (node?.type !== "scalar") return [];
        return repaired.map((quantity, index) => ({
          title: { en: `Change to ${quoted(quantity)}`, vi: `Đổi thành ${quoted(quantity)}` },
          preferred: index === 0,
          safe: repaired.length === 1,
          edits: setScalar(context.doc, node, quantity),
        }));
      },
    };
  },
});

/** What people write for each power, in small letters; the Kubernetes suffix for 1000s and for 1024s. */
const UNITS: readonly (readonly [words: RegExp, decimal: string, binary: string])[] = [
  [/^(?:k|kb|kilobytes?)$/, "k", "Ki"],
  [/^(?:m|mb|mo|megs?|megabytes?)$/, "M", "Mi"],
  [/^(?:g|gb|go|gigs?|gigabytes?)$/, "G", "Gi"],
  [/^(?:t|tb|terabytes?)$/, "T", "Ti"],
  [/^(?:p|pb|petabytes?)$/, "P", "Pi"],
];

/** The quantities that `text` may have meant, likeliest first. */
function repairs(text: string, thousands: boolean): readonly string[] {
  const parts = /^\s*([+-]?\d*[.,]?\d+)\s*([a-z ]*?)\s*$/i.exec(text);
  if (!parts) return [];
  const [, digits = "", suffix = ""] = parts;
  const number = digits.replace(",", ".");
  return [...new Set(unitsFor(suffix, thousands).map((unit) => `${number}${unit}`))].filter(isQuantity);
}

function unitsFor(suffix: string, thousands: boolean): readonly string[] {
  const word = suffix.toLowerCase();
  if (word === "" || /^(?:cpus?|cores?|vcpus?|b|bytes?)$/.test(word)) return [""];
  if (/^(?:mcpu|milli|millis|millicores?)$/.test(word)) return ["m"];
  const binary = /^([kmgtpe])i(?:b|bytes?)?$/.exec(word)?.[1];
  if (binary !== undefined) return [`${binary.toUpperCase()}i`];
  // A right suffix that only stood apart from its number.
  if (isQuantity(`1${suffix}`)) return [suffix];
  const unit = UNITS.find(([words]) => words.test(word));
  if (!unit) return [];
  const [, decimal, powersOf1024] = unit;
  // Whoever writes `GB` or Docker's `g` mostly thinks of powers of 1024, as nearly all manifests do.
  return thousands ? [decimal, powersOf1024] : [powersOf1024, decimal];
}

/** The document has quantities such as `10G`, and none such as `10Gi`. */
const countsInThousands = (text: string): boolean => /:\s*["']?\d+[MGT]\b/.test(text) && !/\d[KMGT]i\b/.test(text);
