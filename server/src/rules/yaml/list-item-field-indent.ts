import { repairRule } from "../rule.ts";
import { quoted } from "../wording.ts";
import { alignment, isNested, itemFieldOf } from "./indentation/words.ts";

export default repairRule({
  id: "yaml/list-item-field-indent",
  severity: "error",
  since: "0.1.0",
  repairs: ["shift"],
  docs: {
    title: { en: "Field of a list item out of line", vi: "Trường của phần tử danh sách lệch cột" },
    why: {
      en: "A `-` starts a new item; every field of that item lines up with the field right after the `-`.",
      vi: "Dấu `-` mở một phần tử mới; mọi trường của phần tử đó thẳng cột với trường đứng ngay sau dấu `-`.",
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
        spec:
          containers:
            - name: web
             image: nginx:1.27 #! @image
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
    {
      title: { en: "A field of the container written beside it", vi: "Trường của container lại đặt ngang hàng với nó" },
      manifest: `
        apiVersion: v1
        kind: Pod
        metadata:
          name: gio-hang-web
        spec:
          containers:
            - name: web
          image: nginx:1.27 #! @image
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
    const field = itemFieldOf(repair);
    if (!field || isNested(repair)) return undefined;
    const [key, sibling, list] = [field.key, field.sibling, field.list].map(quoted);
    return {
      span: repair.span,
      message: {
        en: `${key} must line up with ${sibling} because both belong to the same item of the ${list} list.`,
        vi: `${key} phải thẳng cột với ${sibling} vì cùng thuộc một phần tử của danh sách ${list}.`,
      },
      fixes: () => alignment(repair),
    };
  },
});
