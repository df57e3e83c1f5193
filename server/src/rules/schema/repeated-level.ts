import { repairRule } from "../rule.ts";
import { quoted } from "../wording.ts";

export default repairRule({
  id: "schema/repeated-level",
  severity: "error",
  since: "0.1.0",
  repairs: ["unwrap"],
  docs: {
    title: { en: "Level written twice", vi: "Một cấp bị ghi hai lần" },
    why: {
      en: "A field that stands once more inside itself hides everything below it from Kubernetes.",
      vi: "Trường lặp lại bên trong chính nó làm Kubernetes không thấy mọi thứ nằm dưới.",
    },
    links: ["https://kubernetes.io/docs/concepts/overview/working-with-objects/"],
  },
  bad: [
    {
      title: { en: "`spec:` inside `spec:`", vi: "`spec:` nằm trong `spec:`" },
      manifest: `
        apiVersion: v1
        kind: Pod
        metadata:
          name: gio-hang-web
        spec:
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
      title: { en: "Once", vi: "Một lần" },
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
    return {
      span: repair.span,
      message: {
        en: `${key} is written a second time, inside the first one.`,
        vi: `${key} bị ghi thêm một lần nữa bên trong chính nó.`,
      },
      fixes: () => [
        {
          title: { en: `Remove the second ${key}`, vi: `Xóa ${key} thứ hai` },
          preferred: true,
          safe: true,
          edits: repair.edits(),
        },
      ],
    };
  },
});
