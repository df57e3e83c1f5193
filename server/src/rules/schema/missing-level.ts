import { repairRule } from "../rule.ts";
import { quoted } from "../wording.ts";

export default repairRule({
  id: "schema/missing-level",
  severity: "error",
  since: "0.1.0",
  repairs: ["wrap"],
  docs: {
    title: { en: "Level that was left out", vi: "Thiếu một cấp" },
    why: {
      en: "Kubernetes groups fields: containers stand in `spec`, names in `metadata`. Without the line that opens the group, its fields end up where nobody looks for them.",
      vi: "Kubernetes xếp trường theo nhóm: container nằm trong `spec`, tên nằm trong `metadata`. Thiếu dòng mở nhóm thì các trường nằm sai chỗ và không ai đọc tới.",
    },
    links: ["https://kubernetes.io/docs/concepts/overview/working-with-objects/"],
  },
  bad: [
    {
      title: { en: "`spec:` was left out", vi: "Quên dòng `spec:`" },
      manifest: `
        apiVersion: v1
        kind: Pod
        metadata:
          name: gio-hang-web
        containers: #! @containers
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
      title: { en: "Each field in its group", vi: "Trường nào nhóm nấy" },
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
    const name = quoted(repair.key ?? "");
    return {
      span: repair.span,
      message: {
        en: `${key} belongs below ${name}, and the line \`${repair.key}:\` is missing above it.`,
        vi: `${key} phải nằm dưới ${name}, nhưng phía trên thiếu dòng \`${repair.key}:\`.`,
      },
      fixes: () => [
        {
          title: { en: `Put ${key} below a new ${name}`, vi: `Thêm ${name} rồi đưa ${key} vào dưới` },
          preferred: true,
          safe: true,
          edits: repair.edits(),
        },
      ],
    };
  },
});
