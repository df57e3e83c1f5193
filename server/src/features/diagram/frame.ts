import type { NamespaceModel, PolicyModel } from "./model.ts";
import { group, type Point, rect, type Shape, text } from "./scene.ts";
import { fitted, widthOf } from "./text-size.ts";

const HEAD = 42;
const LINE = 26;
const CHIP = 20;

/** A namespace's ground with its name, and its policies, which go on top of whatever runs across it. */
export function frame(namespace: NamespaceModel, { x, y }: Point, width: number, height: number) {
  const { name } = namespace;
  const item = {
    id: `namespace:${name}`,
    class: "namespace",
    title: { en: `Namespace ${name}`, vi: `Namespace ${name}` },
    at: undefined,
  };
  const policies = chips(namespace, { x, y }, width, "policy");
  const shown = fitted(name, 15.5, 300);
  const ground: Shape = group(item, [
    rect("frame", { x, y }, width, height, 10),
    text("frame-name", { x: x + 18, y: y + 27 }, shown),
  ]);
  return { ground, policies };
}

/** Policies of the whole cluster, above everything: nothing is drawn around them. */
export function strip(label: string, policies: readonly PolicyModel[], { x, y }: Point, width: number) {
  const row = { name: label, policies };
  return {
    shapes: [text("frame-name", { x: x + 18, y: y + 27 }, label), ...chips(row, { x, y }, width, "policy admin")],
    height: headHeight(row, width),
  };
}

const chips = (row: NamespaceModel, { x, y }: Point, width: number, className: string): readonly Shape[] =>
  chipsIn(row, width).map(({ policy, left, line, shown, chipWidth }) =>
    group({ id: policy.id, class: className, title: policy.title, at: policy.at }, [
      rect("chip", { x: x + left, y: y + 12 + line * LINE }, chipWidth, CHIP, CHIP / 2),
      text("chip-text", { x: x + left + chipWidth / 2, y: y + 26 + line * LINE }, shown, "middle"),
    ]),
  );

export function headHeight(namespace: NamespaceModel, width: number): number {
  const lines = Math.max(0, ...chipsIn(namespace, width).map(({ line }) => line));
  return HEAD + 8 + lines * LINE;
}

function chipsIn({ name, policies }: NamespaceModel, width: number) {
  const start = 18 + Math.min(300, widthOf(name, 15.5)) + 18;
  let [left, line] = [start, 0];
  return policies.map((policy) => {
    const shown = fitted(policy.name, 11, 190);
    const chipWidth = widthOf(shown, 11) + 20;
    if (left + chipWidth > width - 14 && left > start) {
      left = start;
      line++;
    }
    const chip = { policy, left, line, shown, chipWidth };
    left += chipWidth + 8;
    return chip;
  });
}
