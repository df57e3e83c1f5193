/** The parts of an image's name, as container runtimes read it (github.com/distribution/reference). */
export interface ImageReference {
  /** Undefined for images of Docker Hub. */
  readonly registry: string | undefined;
  readonly repository: string;
  readonly tag: string | undefined;
  readonly digest: string | undefined;
}

export function parseImage(text: string): ImageReference | undefined {
  const [, name = "", tag, digest] = WHOLE.exec(text) ?? [];
  if (name === "") return undefined;
  const slash = name.indexOf("/");
  const first = name.slice(0, slash);
  const hasRegistry = slash > 0 && (/[.:]/.test(first) || first === "localhost");
  const repository = hasRegistry ? name.slice(slash + 1) : name;
  if (hasRegistry && !REGISTRY.test(first)) return undefined;
  return REPOSITORY.test(repository)
    ? { registry: hasRegistry ? first : undefined, repository, tag, digest }
    : undefined;
}

const WHOLE =
  /^([^@\s]+?)(?::(\w[\w.-]{0,127}))?(?:@([A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9a-fA-F]{32,}))?$/;
const REGISTRY =
  /^(?:[A-Za-z0-9](?:[-A-Za-z0-9]*[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[-A-Za-z0-9]*[A-Za-z0-9])?)*|\[[0-9a-fA-F:]+\])(?::\d+)?$/;
const REPOSITORY = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$/;

/** The image that a slip of the pen stands for. */
export function repairedImage(text: string): string | undefined {
  const compact = text
    .trim()
    .replace(/^(?:https?|docker):\/\//, "")
    .replace(/\\/g, "/")
    .replace(/\s+/g, "")
    .replace(/:{2,}/g, ":")
    .replace(/\/{2,}/g, "/")
    .replace(/^\/+|[:/@]+$/g, "");
  return [compact, inSmallLetters(compact)].find((candidate) => candidate !== text && parseImage(candidate));
}

/** Registries and tags keep their letters. */
function inSmallLetters(text: string): string {
  const [, name = text, rest = ""] = /^(.*?)((?::[^/:@]*)?(?:@.*)?)$/.exec(text) ?? [];
  const slash = name.indexOf("/");
  const hasRegistry = slash > 0 && /[.:]/.test(name.slice(0, slash));
  return (hasRegistry ? name.slice(0, slash) + name.slice(slash).toLowerCase() : name.toLowerCase()) + rest;
}
