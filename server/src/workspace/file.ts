/** A normalised URI. Never a path: files may live where there is no disk. */
export type FileId = string & { readonly brand: "FileId" };

/** URIs come from the editor in one spelling; the brand only records that we took it unchanged. */
export const fileId = (uri: string): FileId => uri as FileId;

/** The URI of the folder that holds a file or folder, without a slash at its end. */
export const folderOf = (uri: string): string => uri.slice(0, Math.max(0, uri.lastIndexOf("/")));

export const baseName = (uri: string): string => uri.slice(uri.lastIndexOf("/") + 1);
