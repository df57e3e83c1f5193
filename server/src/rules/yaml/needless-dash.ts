import { repairRule } from "../rule.ts";
import { quoted } from "../wording.ts";

export default repairRule({
  id: "yaml/needless-dash",
  severity: "error",
  awaits: "block",
  since: "0.1.0",
  repairs: ["remove-dash"],
  docs: {
    title: { en: "Dash where no list item starts", vi: "Dấu gạch ở chỗ không mở đầu phần tử nào" },
    why: {
      en: "Each `-` starts another item of a list. In front of a field of the item above it splits that item in two.",
      vi: "Mỗi dấu `-` mở đầu một phần tử mới của danh sách. Đặt trước một trường của phần tử phía trên thì phần tử đó bị tách làm hai.",
    },
    links: ["https://yaml.org/spec/1.2.2/"],
  },
  bad: [
    {
      title: { en: "A dash before the second field", vi: "Dấu gạch trước trường thứ hai" },
      manifest: `
        apiVersion: v1
        kind: Pod
        metadata:
          name: gio-hang-web
        spec:
          containers:
            - name: web
            - image: nginx:1.27 #! @-
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
      title: { en: "One dash for each item", vi: "Mỗi phần tử một dấu gạch" },
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
    const key = quoted(repair.text);
    const holder = repair.place?.holder;
    const name = holder === undefined ? undefined : quoted(holder);
    return {
      span: repair.span,
      message: repair.place?.inItem
        ? {
            en: `The dash before ${key} starts another item; ${key} belongs to the item above it.`,
            vi: `Dấu gạch trước ${key} mở đầu một phần tử khác, nhưng ${key} thuộc phần tử phía trên.`,
          }
        : {
            en: name ? `${name} is no list: ${key} takes no dash.` : `${key} is in no list and takes no dash.`,
            vi: name
              ? `${name} không phải danh sách nên trước ${key} không có dấu gạch.`
              : `${key} không nằm trong danh sách nào nên không có dấu gạch.`,
          },
      fixes: () => [
        {
          title: { en: `Remove the dash before ${key}`, vi: `Xóa dấu gạch trước ${key}` },
          preferred: true,
          safe: true,
          edits: repair.edits(),
        },
      ],
    };
  },
});
