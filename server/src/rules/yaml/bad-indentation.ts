import type { Localized } from "../../base/localized.ts";
import type { Repair } from "../repair/repairs.ts";
import { repairRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { alignment, isNested, itemFieldOf } from "./indentation/words.ts";

export default repairRule({
  id: "yaml/bad-indentation",
  severity: "error",
  since: "0.1.0",
  repairs: ["shift", "move"],
  docs: {
    title: { en: "Line that fits no level", vi: "Dòng không khớp cấp thụt lề nào" },
    why: {
      en: "Fields of one level start in one column. A line that starts between two levels belongs to neither.",
      vi: "Các trường cùng cấp bắt đầu ở cùng một cột. Dòng bắt đầu lưng chừng giữa hai cấp thì không thuộc cấp nào.",
    },
    links: ["https://yaml.org/spec/1.2.2/"],
  },
  bad: [
    {
      title: { en: "One space too few", vi: "Thiếu một dấu cách" },
      manifest: `
        apiVersion: v1
        kind: Pod
        metadata:
          name: gio-hang-web
         labels: #! @labels
           app: gio-hang-web
        spec:
          containers:
            - name: web
              image: nginx:1.27
      `,
      fixed: `
        apiVersion: v1
        kind: Pod
        metadata:
          name: gio-hang-web
          labels:
            app: gio-hang-web
        spec:
          containers:
            - name: web
              image: nginx:1.27
      `,
    },
    {
      title: { en: "A field one level too deep", vi: "Trường nằm sâu hơn một cấp" },
      manifest: `
        apiVersion: v1
        kind: Pod
        metadata:
          name: gio-hang-web
        spec:
          containers:
            - name: web
              image: nginx:1.27
              restartPolicy: Never
              nodeSelector: #! @nodeSelector
                disk: ssd
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
              restartPolicy: Never
          nodeSelector:
            disk: ssd
      `,
    },
    {
      title: { en: "Fields that are not indented below theirs", vi: "Trường con không thụt lề vào trong" },
      manifest: `
        apiVersion: v1
        kind: Namespace
        metadata:
        name: cua-hang #! @name
        labels:
          team: web
      `,
      fixed: `
        apiVersion: v1
        kind: Namespace
        metadata:
          name: cua-hang
          labels:
            team: web
      `,
    },
    {
      title: { en: "A field indented into its neighbour", vi: "Trường thụt lề lọt vào trường bên cạnh" },
      manifest: `
        apiVersion: v1
        kind: Pod
        metadata:
          name: gio-hang-web
          spec: #! @spec
          containers:
            - name: web
              image: nginx:1.27
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
      `,
    },
  ],
  good: [
    {
      title: { en: "A Pod as it should be", vi: "Pod viết đúng" },
      manifest: `
        apiVersion: v1
        kind: Pod
        metadata:
          name: gio-hang-web
        spec:
          containers:
            - name: web
              image: nginx:1.27
      `,
    },
  ],
  finding(repair) {
    // A field of a list item and a field below a value have rules of their own, with words of their own.
    if (itemFieldOf(repair) || isNested(repair)) return undefined;
    return { span: repair.span, message: message(repair), fixes: () => alignment(repair) };
  },
});

function message({ text, place, list }: Repair): Localized {
  const key = quoted(text);
  if (list !== undefined) {
    return {
      en: `This item is in the wrong column: it belongs to the list ${quoted(list)}.`,
      vi: `Phần tử này sai cột: nó thuộc danh sách ${quoted(list)}.`,
    };
  }
  if (!place) return { en: "This line is in the wrong column.", vi: "Dòng này sai cột." };
  if (place.holder === undefined) {
    return {
      en: `${key} is a field of the object itself, so it starts in the first column.`,
      vi: `${key} là trường cấp ngoài cùng của đối tượng nên phải bắt đầu ở cột đầu tiên.`,
    };
  }
  return {
    en: `${key} is in the wrong column: it belongs to ${quoted(place.holder)}.`,
    vi: `${key} sai cột: trường này thuộc ${quoted(place.holder)}.`,
  };
}
