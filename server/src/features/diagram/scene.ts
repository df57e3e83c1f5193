import type { Localized } from "../../base/localized.ts";
import type { Pointer } from "./model.ts";

/** A drawing: where everything is and what it means, in no particular output format. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly title: Localized;
  readonly shapes: readonly Shape[];
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export type Shape =
  | {
      readonly kind: "rect";
      readonly class: string;
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly radius: number;
    }
  | {
      readonly kind: "text";
      readonly class: string;
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly anchor: "start" | "middle" | "end";
      /** Degrees, clockwise around its start. */
      readonly angle: number;
    }
  | { readonly kind: "path"; readonly class: string; readonly d: string }
  | { readonly kind: "group"; readonly item: Item; readonly shapes: readonly Shape[] }
  /** Shapes that belong together and mean nothing by themselves. */
  | { readonly kind: "layer"; readonly class: string; readonly title: Localized; readonly shapes: readonly Shape[] };

/** What a person can point at. */
export interface Item {
  readonly id: string;
  /** For style sheets: `workload`, `edge denied`. */
  readonly class: string;
  readonly title: Localized;
  readonly at: Pointer | undefined;
  /** Ends of an edge, each an item. */
  readonly ends: readonly [string, string] | undefined;
}

export const rect = (
  className: string,
  { x, y }: Point,
  width: number,
  height: number,
  radius = 0,
): Extract<Shape, { kind: "rect" }> => ({ kind: "rect", class: className, x, y, width, height, radius });

export const text = (
  className: string,
  { x, y }: Point,
  content: string,
  anchor: "start" | "middle" | "end" = "start",
  angle = 0,
): Extract<Shape, { kind: "text" }> => ({ kind: "text", class: className, x, y, text: content, anchor, angle });

export const path = (className: string, d: string): Extract<Shape, { kind: "path" }> => ({
  kind: "path",
  class: className,
  d,
});

export const group = (
  item: Omit<Item, "ends"> & Partial<Item>,
  shapes: readonly Shape[],
): Extract<Shape, { kind: "group" }> => ({ kind: "group", item: { ends: undefined, ...item }, shapes });

export const layer = (
  className: string,
  title: Localized,
  shapes: readonly Shape[],
): Extract<Shape, { kind: "layer" }> => ({ kind: "layer", class: className, title, shapes });

/** Every item of a picture, outer ones first. */
export function* itemsOf(shapes: readonly Shape[]): Generator<Item> {
  for (const shape of shapes) {
    if (shape.kind === "group") yield shape.item;
    if (shape.kind === "group" || shape.kind === "layer") yield* itemsOf(shape.shapes);
  }
}
