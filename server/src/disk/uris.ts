import { fileURLToPath, pathToFileURL } from "node:url";
import { type FileId, fileId } from "../workspace/file.ts";

/**
 * Editors spell one file's URI in several ways (`%3A` or `:`, `c:` or `C:`). On disk there is one path, and files are
 * known by its URI; everywhere else the editor's spelling stands.
 */
export function toFileId(uri: string): FileId {
  const path = toPath(uri);
  return fileId(path === undefined ? uri : pathToFileURL(path).href);
}

/** The path of a `file:` URI; undefined for every other scheme and for a malformed one. */
export function toPath(uri: string): string | undefined {
  if (!uri.startsWith("file:")) return undefined;
  try {
    const path = fileURLToPath(uri);
    return /^[a-z]:/.test(path) ? path.charAt(0).toUpperCase() + path.slice(1) : path;
  } catch {
    return undefined;
  }
}

export const fileOfPath = (path: string): FileId => fileId(pathToFileURL(path).href);
