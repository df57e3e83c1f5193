import { at, itemsOf } from "../../yaml/node.ts";
import { scalarAt, spanOf } from "../given.ts";
import { containerWith } from "../pod/example.ts";
import { containerRule } from "../pod/pod-rule.ts";
import { quoted } from "../wording.ts";

export default containerRule({
  id: "container/script-split",
  fields: ["command", "args"],
  severity: "hint",
  profile: "recommended",
  since: "0.1.0",
  docs: {
    title: { en: "Script in several items", vi: "Script tách thành nhiều mục" },
    why: {
      en: "After `-c` a shell takes one item as its script. Those behind it become `$0`, `$1` and so on, so `echo` alone is run.",
      vi: "Sau `-c`, shell lấy đúng một mục làm script. Các mục sau trở thành `$0`, `$1`…, nên chỉ `echo` được chạy.",
    },
    links: ["https://kubernetes.io/docs/tasks/inject-data-application/define-command-argument-container/"],
  },
  bad: [
    {
      title: { en: "Words instead of a line", vi: "Từng từ thay vì cả dòng" },
      manifest: containerWith(`
        command: [sh, -c, echo, xin, chào] #! @echo
      `),
    },
    {
      title: { en: "The script under `args`", vi: "Script nằm trong `args`" },
      manifest: containerWith(`
        command: [sh, -c]
        args: [echo, xin chào] #! @echo
      `),
    },
  ],
  good: [
    {
      title: { en: "One line, and arguments that it uses", vi: "Một dòng, và tham số mà nó dùng" },
      manifest: containerWith(`
        command: [sh, -c, 'echo "$0"', chào]
      `),
    },
  ],
  *checkContainer({ map }) {
    const words = [...itemsOf(at(map, "command")), ...itemsOf(at(map, "args"))].map(({ value }) => scalarAt(value));
    const [shell, flag, script, next] = words;
    if (!shell || !/^(?:\/(?:usr\/)?bin\/)?(?:ba|da|a|z)?sh$/.test(shell.text) || !/^-\w*c$/.test(flag?.text ?? ""))
      return;
    if (!script || !next || /[\s$;]/.test(script.text)) return;
    yield {
      span: spanOf(script),
      message: {
        en: `Only ${quoted(script.text)} is run; what follows becomes its \`$0\`, \`$1\` and so on.`,
        vi: `Chỉ ${quoted(script.text)} được chạy; phần sau trở thành \`$0\`, \`$1\` của nó.`,
      },
    };
  },
});
