import { repairRule } from "../rule.ts";
import { quoted } from "../wording.ts";

export default repairRule({
  id: "yaml/swapped-lines",
  severity: "error",
  since: "0.1.0",
  repairs: ["swap"],
  docs: {
    title: { en: "Key below what it holds", vi: "Khóa nằm dưới nội dung của nó" },
    why: {
      en: "What a key holds stands on the lines below it. One keystroke in an editor moves a line past its neighbour, and then the object has lost its key.",
      vi: "Nội dung của một khóa nằm ở các dòng bên dưới khóa. Trong trình soạn thảo chỉ một phím tắt là dòng bị đẩy qua dòng bên cạnh, và nội dung mất khóa của nó.",
    },
    links: ["https://yaml.org/spec/1.2.2/"],
  },
  bad: [
    {
      title: { en: "`metadata` slipped below the name", vi: "`metadata` bị đẩy xuống dưới tên" },
      manifest: `
        apiVersion: v1
        kind: ConfigMap
          name: gio-hang-web
        metadata: #! @metadata
          namespace: web
        data:
          MODE: prod
      `,
      fixed: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang-web
          namespace: web
        data:
          MODE: prod
      `,
    },
  ],
  good: [
    {
      title: { en: "The key first", vi: "Khóa đứng trước" },
      manifest: `
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: gio-hang-web
        data:
          MODE: prod
      `,
    },
  ],
  finding(repair) {
    const key = quoted(repair.text);
    return {
      span: repair.span,
      message: {
        en: `${key} stands below a line that it holds.`,
        vi: `${key} nằm dưới dòng lẽ ra thuộc về nó.`,
      },
      fixes: () => [
        {
          title: { en: `Move ${key} up by one line`, vi: `Đưa ${key} lên một dòng` },
          preferred: true,
          safe: true,
          edits: repair.edits(),
        },
      ],
    };
  },
});
