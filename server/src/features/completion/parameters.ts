import type { Known } from "../../schema/known/known.ts";
import { parametersOf } from "../../schema/known/storage-parameters.ts";
import { at, type Path, textOf } from "../../yaml/node.ts";
import type { Place } from "./place.ts";

/** Parameters that the provisioner of a StorageClass understands; undefined at any other place. */
export function parameterKeys({
  path,
  subject,
}: Pick<Place, "subject"> & { readonly path: Path }): readonly Known[] | undefined {
  const isParameters = path.length === 1 && path[0] === "parameters";
  return isParameters ? known(subject) : undefined;
}

/** Values of one of them. */
export function parameterValues({
  path,
  subject,
}: Pick<Place, "subject"> & { readonly path: Path }): readonly string[] {
  const [map, key] = path;
  if (path.length !== 2 || map !== "parameters") return [];
  return known(subject)?.find(({ value }) => value === key)?.values ?? [];
}

function known(subject: Place["subject"]): ReturnType<typeof parametersOf> {
  if (subject?.resource?.gvk.kind !== "StorageClass") return undefined;
  const provisioner = textOf(at(subject.root, "provisioner"));
  return provisioner === undefined ? undefined : parametersOf(provisioner)?.filter(({ isOld }) => !isOld);
}
