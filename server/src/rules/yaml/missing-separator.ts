import { repairRule } from "../rule.ts";
import { quoted } from "../wording.ts";

export default repairRule({
  id: "yaml/missing-separator",
  severity: "error",
  since: "0.1.0",
  repairs: ["separate"],
  docs: {
    title: { en: "Two objects without `---` between them", vi: "Hai đối tượng không có `---` ở giữa" },
    why: {
      en: "A line with `---` ends one object and starts the next. Without it both are read as one object with every key twice.",
      vi: "Dòng `---` kết thúc đối tượng này và mở đầu đối tượng kế tiếp. Thiếu dòng đó thì hai đối tượng bị đọc thành một với các khóa bị lặp.",
    },
    links: ["https://yaml.org/spec/1.2.2/"],
  },
  bad: [
    {
      title: { en: "A namespace and an account in it", vi: "Một namespace và một tài khoản trong đó" },
      manifest: `
        apiVersion: v1
        kind: Namespace
        metadata:
          name: cua-hang
        apiVersion: v1 #! @apiVersion
        kind: ServiceAccount
        metadata:
          name: gio-hang
          namespace: cua-hang
      `,
      fixed: `
        apiVersion: v1
        kind: Namespace
        metadata:
          name: cua-hang
        ---
        apiVersion: v1
        kind: ServiceAccount
        metadata:
          name: gio-hang
          namespace: cua-hang
      `,
    },
  ],
  good: [
    {
      title: { en: "Each object in a document of its own", vi: "Mỗi đối tượng một tài liệu" },
      manifest: `
        apiVersion: v1
        kind: Namespace
        metadata:
          name: cua-hang
        ---
        apiVersion: v1
        kind: ServiceAccount
        metadata:
          name: gio-hang
          namespace: cua-hang
      `,
    },
  ],
  finding(repair) {
    const key = quoted(repair.text);
    return {
      span: repair.span,
      message: key.includes("--")
        ? {
            en: `${key} separates nothing: objects are separated by exactly three dashes.`,
            vi: `${key} không ngăn cách được gì: các đối tượng ngăn nhau bằng đúng ba dấu gạch.`,
          }
        : {
            en: `Another object starts at this ${key}: a line with \`---\` is missing above it.`,
            vi: `Một đối tượng khác bắt đầu từ ${key} này: phía trên thiếu dòng \`---\`.`,
          },
      fixes: () => [
        {
          title: key.includes("--")
            ? { en: "Change to `---`", vi: "Đổi thành `---`" }
            : { en: "Put `---` above this line", vi: "Thêm dòng `---` phía trên" },
          preferred: true,
          safe: true,
          edits: repair.edits(),
        },
      ],
    };
  },
});
