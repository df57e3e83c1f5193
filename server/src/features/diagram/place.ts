/** Something of a height that would like to be at a place. */
export interface Wish {
  readonly height: number;
  readonly wish: number;
  /** How dear the wish is. */
  readonly weight: number;
}

/**
 * Places things below one another in the given order, each as near to its wish as the others allow: least squares under
 * the order, by pooling adjacent violators.
 */
export function place(wishes: readonly Wish[], gap: number): readonly number[] {
  const offsets: number[] = [];
  let offset = 0;
  const pools: { sum: number; weight: number; count: number }[] = [];
  for (const { height, wish, weight } of wishes) {
    offsets.push(offset);
    let pool = { sum: (wish - offset) * weight, weight, count: 1 };
    offset += height + gap;
    for (let last = pools.at(-1); last && last.sum / last.weight > pool.sum / pool.weight; last = pools.at(-1)) {
      pools.pop();
      pool = { sum: last.sum + pool.sum, weight: last.weight + pool.weight, count: last.count + pool.count };
    }
    pools.push(pool);
  }
  const places: number[] = [];
  for (const { sum, weight, count } of pools) {
    for (let k = 0; k < count; k++) places.push(sum / weight + (offsets[places.length] ?? 0));
  }
  return places;
}
