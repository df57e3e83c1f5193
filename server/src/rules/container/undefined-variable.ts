import { nearest, unlikeness } from "../../base/nearest.ts";
import { at, itemsOf, textOf, type YNode } from "../../yaml/node.ts";
import { isGiven, mapsIn, scalarAt, textAt } from "../given.ts";
import { containerWith } from "../pod/example.ts";
import { containerRule } from "../pod/pod-rule.ts";
import type { Draft, Fix } from "../rule.ts";
import { quoted } from "../wording.ts";

export default containerRule({
  id: "container/undefined-variable",
  fields: ["env", "command", "args"],
  severity: "warning",
  awaits: "object",
  since: "0.1.0",
  docs: {
    title: { en: "Variable that is used before it is set", vi: "Dùng biến trước khi đặt" },
    why: {
      en: "`$(NAME)` in a value stands for a variable listed above it. Listed below, or under another spelling, it is left as it is, dollar sign and all.",
      vi: "`$(NAME)` trong giá trị thay cho một biến ghi ở phía trên. Nếu biến ghi ở dưới hoặc viết khác, chuỗi được giữ nguyên cả dấu đô la.",
    },
    links: ["https://kubernetes.io/docs/tasks/inject-data-application/define-interdependent-environment-variables/"],
  },
  bad: [
    {
      title: { en: "Set below", vi: "Đặt ở phía dưới" },
      manifest: containerWith(`
        env:
          - name: DIA_CHI
            value: http://$(MAY):8080 #! @$(MAY)
          - name: MAY
            value: kho
      `),
    },
    {
      title: { en: "Misspelt", vi: "Gõ sai" },
      manifest: containerWith(`
        env:
          - name: MAY_CHU
            value: kho
          - name: DIA_CHI
            value: http://$(MAYCHU):8080 #! @$(MAYCHU)
      `),
      fixed: containerWith(`
        env:
          - name: MAY_CHU
            value: kho
          - name: DIA_CHI
            value: http://$(MAY_CHU):8080
      `),
    },
  ],
  good: [
    {
      title: { en: "Set above, or meant for somebody else", vi: "Đặt ở trên, hoặc dành cho nơi khác" },
      manifest: containerWith(`
        env:
          - name: MAY
            value: kho
          - name: DIA_CHI
            value: http://$(MAY):8080
          - name: GIO
            value: $$(date)
      `),
    },
  ],
  *checkContainer({ map }, _pod, { doc }) {
    if (!doc.text.includes("$(") || isGiven(at(map, "envFrom"))) return;
    const env = mapsIn(at(map, "env"));
    const names = env.map((entry) => textAt(entry, "name") ?? "");
    const above = new Set<string>();
    for (const [index, entry] of env.entries()) {
      yield* uses(at(entry, "value"), above, names, doc.text);
      above.add(names[index] ?? "");
    }
    const every = new Set(names);
    for (const field of ["command", "args"])
      for (const { value } of itemsOf(at(map, field))) yield* uses(value, every, names, doc.text);
  },
});

const USE = /\$*\$\(([-._A-Za-z0-9]+)\)/g;

function* uses(
  node: YNode | null | undefined,
  known: ReadonlySet<string>,
  names: readonly string[],
  text: string,
): Iterable<Draft> {
  const scalar = scalarAt(node);
  if (!scalar || !textOf(scalar)?.includes("$(")) return;
  const written = text.slice(scalar.start, scalar.end);
  for (const { 0: whole, 1: name = "", index } of written.matchAll(USE)) {
    // A doubled dollar sign is one that is meant.
    if (whole.startsWith("$$") || known.has(name)) continue;
    const start = scalar.start + index;
    const isBelow = names.includes(name);
    const [meant] = isBelow ? [] : nearest(name, known).filter((each) => (unlikeness(name, each) ?? 1) <= 0.2);
    if (!isBelow && meant === undefined) continue;
    const fix = (to: string): Fix => ({
      title: { en: `Change to ${quoted(`$(${to})`)}`, vi: `Đổi thành ${quoted(`$(${to})`)}` },
      preferred: true,
      safe: false,
      edits: [{ span: { start: start + 2, end: start + 2 + name.length }, text: to }],
    });
    yield {
      span: { start, end: start + whole.length },
      message: isBelow
        ? {
            en: `${quoted(name)} is set further down, so ${quoted(whole)} stays as it is.`,
            vi: `${quoted(name)} được đặt ở phía dưới nên ${quoted(whole)} giữ nguyên như vậy.`,
          }
        : {
            en: `No variable ${quoted(name)} is set; did you mean ${quoted(meant ?? "")}?`,
            vi: `Không có biến ${quoted(name)}; có lẽ là ${quoted(meant ?? "")}.`,
          },
      ...(meant === undefined ? {} : { fixes: () => [fix(meant)] }),
    };
  }
}
