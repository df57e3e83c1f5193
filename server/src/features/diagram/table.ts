import type { Localized } from "../../base/localized.ts";
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

const COLUMNS: readonly Localized[] = [
  { en: "Relation", vi: "Quan hệ" },
  { en: "From", vi: "Từ" },
  { en: "To", vi: "Đến" },
  { en: "Port", vi: "Cổng" },
  { en: "Meaning", vi: "Ý nghĩa" },
];

const KINDS: Readonly<Record<LinkKind, Localized>> = {
  enters: { en: "enters", vi: "đi vào" },
  routes: { en: "routes", vi: "định tuyến" },
  selects: { en: "selects", vi: "chọn" },
  allowed: { en: "allowed", vi: "cho phép" },
  denied: { en: "denied", vi: "bị chặn" },
  dangling: { en: "leads nowhere", vi: "không dẫn tới đâu" },
};

export function tableOf({ boxes, links }: Model): Table {
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const nameOf = (id: string): Localized => {
    const box = byId.get(id);
    const name = box?.namespace === undefined ? (box?.name ?? id) : `${box.namespace}/${box.name}`;
    return same(box?.caption ? `${name} (${box.caption})` : name);
  };
  const arrows = links.map(({ id, kind, from, to, label, title, at }): TableRow => {
    const row = byId.get(to.box)?.rows.find((each) => each.id === to.row);
    return { id, cells: [KINDS[kind], nameOf(from.box), nameOf(to.box), same(row?.text ?? label), title], at };
  });
  const marks = boxes.flatMap(({ id: box, marks: all }) =>
    all.map(({ id, direction, text, title, at }): TableRow => {
      const ends = direction === "ingress" ? [same("*"), nameOf(box)] : [nameOf(box), same("*")];
      return { id, cells: [text, ...ends, same(""), title], at };
    }),
  );
  return { columns: COLUMNS, rows: [...arrows, ...marks] };
}

const same = (text: string): Localized => ({ en: text, vi: text });
