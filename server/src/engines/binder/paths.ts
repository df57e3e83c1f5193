/** pkg/apis/core/validation `validatePathNoBacksteps` and its kin: what a path in a manifest may look like. */

export const backsteps = (path: string): boolean => path.split("/").includes("..");

/** validateLocalDescendingPath: relative, and never upwards. Both faults can be said of one path. */
export function localPathFaults(path: string, at: string): readonly string[] {
  return [...(path.startsWith("/") ? [at] : []), ...(backsteps(path) ? [at] : [])];
}

/** ValidateLocalNonReservedPath: as above, and no name that starts with two dots. */
export function reservedPathFaults(path: string, at: string): readonly string[] {
  const reserved = path.startsWith("..") && !path.startsWith("../");
  const faults = localPathFaults(path, at);
  return reserved ? [...faults, at] : faults;
}

/** Go's `path.Clean(path) == "/"`. */
export function isRoot(path: string): boolean {
  if (!path.startsWith("/")) return false;
  const kept: string[] = [];
  for (const part of path.split("/")) {
    if (part === "..") kept.pop();
    else if (part !== "" && part !== ".") kept.push(part);
  }
  return kept.length === 0;
}
