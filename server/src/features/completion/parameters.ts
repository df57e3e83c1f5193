import type { Known } from "../../schema/known/known.ts";
import { attributesOf, parametersOf } from "../../schema/known/storage-parameters.ts";
import { at, type Path, textOf } from "../../yaml/node.ts";
import type { Place } from "./place.ts";

type Where = Pick<Place, "subject"> & { readonly path: Path };

/** Parameters that the provisioner of a StorageClass, or the driver of a VolumeAttributesClass, understands. */
export function parameterKeys({ path, subject }: Where): readonly Known[] | undefined {
  const isParameters = path.length === 1 && path[0] === "parameters";
  return isParameters ? known(subject) : undefined;
}

/** Values of one of them. */
export function parameterValues({ path, subject }: Where): readonly string[] {
  const [map, key] = path;
  if (path.length !== 2 || map !== "parameters") return [];
  return known(subject)?.find(({ value }) => value === key)?.values ?? [];
}

function known(subject: Place["subject"]): ReturnType<typeof parametersOf> {
  switch (subject?.resource?.gvk.kind) {
    case "StorageClass": {
      const provisioner = textOf(at(subject.root, "provisioner"));
      if (provisioner === undefined) return undefined;
      const all = parametersOf(provisioner);
      const current = all?.filter(({ isOld }) => !isOld);
      // A system that has no driver has nothing but parameters of old.
      return current?.length === 0 ? all : current;
    }
    case "VolumeAttributesClass": {
      const driver = textOf(at(subject.root, "driverName"));
      return driver === undefined ? undefined : attributesOf(driver);
    }
    default:
      return undefined;
  }
}
