/** Marks a promise of our own that was broken. Tests see it thrown; `lsp/` and `cli/` catch it per request. */
export function never(what: string): never {
  throw new Error(`broken invariant: ${what}`);
}

/** The value, or a broken invariant named `what`. For look-ups that the surrounding code has proved to succeed. */
export function present<T>(value: T | undefined | null, what: string): T {
  return value ?? never(what);
}
