import { editDistance } from "../../base/nearest.ts";
import type { Reference, ResourceFacts } from "../../model/facts.ts";
import { differInPlural } from "../../workspace/typo.ts";
import type { Entry, Target, WorkspaceView } from "../../workspace/view.ts";

/**
 * Objects of the kind meant whose name is akin to the one that is missing, and that nobody mentions or that stand beside
 * the one who asks: a loose end and an object nobody asks for belong together, so that less likeness is enough than
 * between any two names.
 */
export function orphansLike(
  target: Target,
  reference: Reference,
  from: ResourceFacts,
  view: WorkspaceView,
): readonly string[] {
  const isMeant = ({ facts }: Entry): boolean => facts !== from && isOfKind(facts, target);
  // Namespaces are named by everything and written down by few.
  const beside = target.kind === "Namespace" ? [] : view.beside(target, from).filter(isMeant);
  const inFile = beside.filter(({ file }) => file === view.file);
  const rivals = inFile.length > 0 ? inFile : beside;
  const near = beside.filter((entry) => {
    const { name } = entry.facts;
    if (!(target.kind === "Secret" ? isAkin(target.name, name) : isNear(target.name, name))) return false;
    const isOnly = rivals.length === 1 && rivals.includes(entry) && isCloselyAkin(target.name, name);
    return isOnly || isFree(entry, reference, view);
  });
  const akin = view.visible(target, from, ({ name }) => isAkin(target.name, name)).filter(isMeant);
  const orphans = akin.filter(
    (entry) =>
      isSameBut(target.name, entry.facts.name) ||
      (entry.file === view.file && isOneLetterOff(target.name, entry.facts.name)) ||
      view.mentionsOf(entry).length === 0,
  );
  return [...new Set([...near, ...orphans].map(({ facts }) => facts.name))];
}

const isOfKind = ({ gvk, namespace }: ResourceFacts, target: Target): boolean =>
  gvk.kind === target.kind &&
  gvk.group === target.group &&
  (target.namespace === undefined || namespace === undefined || namespace === target.namespace);

/** Nobody else in the same file, or else anywhere, means the object in the same way. */
function isFree(entry: Entry, { row }: Reference, view: WorkspaceView): boolean {
  return view
    .mentionsOf(entry)
    .every(
      ({ entry: by, reference: other }) =>
        other.row.path !== row.path ||
        other.row.from !== row.from ||
        (entry.file === view.file && by.file !== view.file),
    );
}

/**
 * Likeness that is enough for the one object beside which nobody means: a number, a word more or less, a slip. Secrets are
 * too often made elsewhere.
 */
function isNear(typed: string, wanted: string): boolean {
  if (isSameBut(typed, wanted) || isExtended(typed, wanted, 3)) return true;
  const shorter = Math.min(typed.length, wanted.length);
  return shorter >= 3 && editDistance(typed, wanted, 2) <= (shorter >= 8 ? 2 : 1);
}

/** Likeness that is enough for the only object of its kind beside, whoever else means it. */
const isCloselyAkin = (typed: string, wanted: string): boolean =>
  isAkin(typed, wanted) && Math.min(typed.length, wanted.length) >= 5;

function isAkin(typed: string, wanted: string): boolean {
  if (typed === wanted || Math.min(typed.length, wanted.length) < 4) return false;
  if (isSameBut(typed, wanted) || differInPlural(typed, wanted)) return true;
  if (isExtended(typed, wanted, 4) && typed.length < wanted.length) return true;
  const shorter = Math.min(typed.length, wanted.length);
  const allowed = shorter >= 8 ? 2 : 1;
  return editDistance(typed, wanted, allowed) <= allowed && !isFamily(typed, wanted);
}

/** One has a word more at its end. */
function isExtended(typed: string, wanted: string, least: number): boolean {
  const [short, long] = typed.length < wanted.length ? [typed, wanted] : [wanted, typed];
  return short.length >= least && long.startsWith(`${short}-`);
}

/** `db-1` and `db-2`, `tls-a` and `tls-b`: names that are meant to differ by so little. */
function isFamily(typed: string, wanted: string): boolean {
  if (typed.replace(/\D/g, "") !== wanted.replace(/\D/g, "")) return true;
  const [left, right] = [typed.split(/[-_.]/), wanted.split(/[-_.]/)];
  const isShort = (word: string, at: number): boolean =>
    word === right[at] || Math.max(word.length, right[at]?.length ?? 0) < 3;
  return left.length === right.length && left.every(isShort);
}

/** Within one file nobody tells two long names apart by a letter. */
const isOneLetterOff = (typed: string, wanted: string): boolean =>
  Math.min(typed.length, wanted.length) >= 8 &&
  typed.replace(/\D/g, "") === wanted.replace(/\D/g, "") &&
  editDistance(typed, wanted, 1) <= 1;

/** The same letters with other separators: too much for an accident, whoever else mentions the object. */
const isSameBut = (typed: string, wanted: string): boolean =>
  typed.length >= 8 && typed.replace(/[-_.]/g, "") === wanted.replace(/[-_.]/g, "");
