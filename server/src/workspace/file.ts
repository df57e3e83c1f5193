/** A normalised URI. Never a path: files may live where there is no disk. */
export type FileId = string & { readonly brand: "FileId" };

/** URIs come from the editor in one spelling; the brand only records that we took it unchanged. */
export const fileId = (uri: string): FileId => uri as FileId;

/** The URI of the folder that holds a file or folder, without a slash at its end. */
export const folderOf = (uri: string): string => uri.slice(0, Math.max(0, uri.lastIndexOf("/")));

/** Follows a relative path from a folder's URI. */
export function resolvePath(folder: string, path: string): string {
  const steps = folder.split("/");
  for (const step of path.split("/")) {
    if (step === "..") steps.pop();
    else if (step !== "." && step !== "") steps.push(encodeURIComponent(wellFormed(step)));
  }
  return steps.join("/");
}

/** Half a surrogate pair cannot be part of a URI. */
const wellFormed = (text: string): string => text.replace(/\p{Cs}/gu, "\ufffd");

/** As people write it; as it is where it cannot be decoded. */
export function decodedUri(uri: string): string {
  try {
    return decodeURIComponent(uri);
  } catch {
    return uri;
  }
}

export const baseName = (uri: string): string => uri.slice(uri.lastIndexOf("/") + 1);
