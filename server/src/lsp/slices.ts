/** A slice of background work may hold the thread this long before a keystroke gets its turn. */
const SLICE_MS = 8;

/**
 * Drives background work in slices: breathes so that edits and requests can arrive between, and stops when stale.
 * The work is a generator that yields wherever it may be interrupted.
 */
export async function inSlices(work: Iterator<unknown>, isStale: () => boolean): Promise<boolean> {
  const breathe = slices();
  for (;;) {
    await breathe();
    if (isStale()) return false;
    if (work.next().done) return true;
  }
}

/** To be awaited between pieces of background work: others have their turn whenever a slice is used up. */
export function slices(): () => Promise<void> | undefined {
  let since = performance.now();
  return () => {
    if (performance.now() - since <= SLICE_MS) return undefined;
    return turns(1).then(() => {
      since = performance.now();
    });
  };
}

/** Resolves when whatever waits for its turn has had so many of them. */
export async function turns(count: number): Promise<void> {
  for (let turn = 0; turn < count; turn++) await new Promise<void>((resume) => setImmediate(resume));
}
