import { editDistance } from "../../base/nearest.ts";
import type { ResourceFacts } from "../../model/facts.ts";
import { differInPlural } from "../../workspace/typo.ts";
import type { Target, WorkspaceView } from "../../workspace/view.ts";

/**
 * Objects of the kind meant that nobody mentions and whose name is akin to the one that is missing: a loose end and an
 * object nobody asks for belong together, so that less likeness is enough than between any two names.
 */
export function orphansLike(target: Target, from: ResourceFacts, view: WorkspaceView): readonly string[] {
  const akin = view
    .visible(target, from, (name) => isAkin(target.name, name))
    .filter(({ facts }) => facts !== from && isOfKind(facts, target));
  const orphans = akin.filter(
    (entry) =>
      isSameBut(target.name, entry.facts.name) ||
      (entry.file === view.file && isOneLetterOff(target.name, entry.facts.name)) ||
      view.mentionsOf(entry).length === 0,
  );
  return [...new Set(orphans.map(({ facts }) => facts.name))];
}

const isOfKind = ({ gvk, namespace }: ResourceFacts, target: Target): boolean =>
  gvk.kind === target.kind &&
  gvk.group === target.group &&
  (target.namespace === undefined || namespace === undefined || namespace === target.namespace);

function isAkin(typed: string, wanted: string): boolean {
  if (typed === wanted || Math.min(typed.length, wanted.length) < 4) return false;
  if (isSameBut(typed, wanted) || differInPlural(typed, wanted)) return true;
  const [short, long] = typed.length < wanted.length ? [typed, wanted] : [wanted, typed];
  if (long.startsWith(`${short}-`)) return true;
  const allowed = short.length >= 8 ? 2 : 1;
  return editDistance(typed, wanted, allowed) <= allowed && !isFamily(typed, wanted);
}

/** `db-1` and `db-2`, `tls-a` and `tls-b`: names that are meant to differ by so little. */
function isFamily(typed: string, wanted: string): boolean {
  if (typed.replace(/\D/g, "") !== wanted.replace(/\D/g, "")) return true;
  const [left, right] = [typed.split(/[-_.]/), wanted.split(/[-_.]/)];
  const others = left.filter((word, at) => word !== right[at]);
  return left.length === right.length && others.every((word) => word.length < 3);
}

/** Within one file nobody tells two long names apart by a letter. */
const isOneLetterOff = (typed: string, wanted: string): boolean =>
  Math.min(typed.length, wanted.length) >= 8 &&
  typed.replace(/\D/g, "") === wanted.replace(/\D/g, "") &&
  editDistance(typed, wanted, 1) <= 1;

/** The same letters with other separators: too much for an accident, whoever else mentions the object. */
const isSameBut = (typed: string, wanted: string): boolean =>
  typed.length >= 8 && typed.replace(/[-_.]/g, "") === wanted.replace(/[-_.]/g, "");
