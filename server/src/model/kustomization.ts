/** What a kustomization file says about other files. Paths are as written, relative to its folder. */
export interface Kustomization {
  /** Files and folders of `resources`, `bases`, `components`, `crds`. */
  readonly includes: readonly string[];
  /** Files of patches: pieces of objects that stand elsewhere. */
  readonly patches: readonly string[];
  readonly namespace: string | undefined;
}
