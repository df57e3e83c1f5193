import { type Localized, same } from "../../base/localized.ts";
import type { LinkKind, Model, Pointer } from "./model.ts";

/** A picture for those who do not look at pictures: a row for every arrow and every mark. */
export interface Table {
  readonly columns: readonly Localized[];
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  readonly id: string;
  readonly cells: readonly Localized[];
  readonly at: Pointer | undefined;
}

const columns = (detail: Localized): readonly Localized[] => [
  { en: "Relation", vi: "Quan hệ" },
  { en: "From", vi: "Từ" },
  { en: "To", vi: "Đến" },
  detail,
  { en: "Meaning", vi: "Ý nghĩa" },
];

const KINDS: Readonly<Record<LinkKind, Localized>> = {
  enters: { en: "enters", vi: "đi vào" },
  routes: { en: "routes", vi: "định tuyến" },
  selects: { en: "selects", vi: "chọn" },
  allowed: { en: "allowed", vi: "cho phép" },
  denied: { en: "denied", vi: "bị chặn" },
  forbidden: { en: "denied for the whole cluster", vi: "bị chặn ở cấp cluster" },
  dangling: { en: "leads nowhere", vi: "không dẫn tới đâu" },
  provides: { en: "provides", vi: "cung cấp" },
  bound: { en: "bound", vi: "ghép với" },
  possible: { en: "possible", vi: "có thể ghép" },
  impossible: { en: "ruled out", vi: "không ghép được" },
  mounts: { en: "mounted by", vi: "được mount bởi" },
  becomes: { en: "becomes", vi: "chuyển thành" },
  keeps: { en: "kept after", vi: "còn sau khi" },
  loses: { en: "gone after", vi: "mất sau khi" },
  depends: { en: "depends, after", vi: "còn tùy, sau khi" },
};

/** `detail` is what the ends of arrows are called: ports, where it is about the network. */
export function tableOf({ boxes, links }: Model, detail: Localized): Table {
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const nameOf = (id: string): Localized => {
    const box = byId.get(id);
    if (box?.words) return box.words.name;
    const name = box?.namespace === undefined ? (box?.name ?? id) : `${box.namespace}/${box.name}`;
    return same(box?.caption ? `${name} (${box.caption})` : name);
  };
  const arrows = links.map(({ id, kind, from, to, label, title, at }): TableRow => {
    const row = byId.get(to.box)?.rows.find((each) => each.id === to.row);
    return { id, cells: [KINDS[kind], nameOf(from.box), nameOf(to.box), same(label || (row?.text ?? "")), title], at };
  });
  const marks = boxes.flatMap(({ id: box, marks: all }) =>
    all.map(({ id, direction, text, title, at }): TableRow => {
      const everybody = same(direction === undefined ? "" : "*");
      const ends = direction === "ingress" ? [everybody, nameOf(box)] : [nameOf(box), everybody];
      return { id, cells: [text, ...ends, same(""), title], at };
    }),
  );
  return { columns: columns(detail), rows: [...arrows, ...marks] };
}
