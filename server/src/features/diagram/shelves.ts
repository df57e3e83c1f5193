/** Puts things side by side in rows, in the given order, as wide as `room` at most. */
export function onShelves<T extends { readonly width: number; readonly height: number }>(
  things: readonly T[],
  room: number,
  { across, down }: { readonly across: number; readonly down: number },
): {
  readonly placed: readonly { readonly thing: T; readonly x: number; readonly y: number }[];
  readonly width: number;
  readonly height: number;
} {
  const placed: { thing: T; x: number; y: number }[] = [];
  let [x, y, shelf, width] = [0, 0, 0, 0];
  for (const thing of things) {
    if (x > 0 && x + thing.width > room) {
      x = 0;
      y += shelf + down;
      shelf = 0;
    }
    placed.push({ thing, x, y });
    x += thing.width + across;
    shelf = Math.max(shelf, thing.height);
    width = Math.max(width, x - across);
  }
  return { placed, width, height: y + shelf };
}
