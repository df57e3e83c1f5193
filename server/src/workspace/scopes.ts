import type { Kustomization } from "../model/kustomization.ts";
import { folderOf } from "./file.ts";
import { type KustomizeGraph, type KustomizeNode, kustomizeGraph } from "./scopes-kustomize.ts";

/** Where a file belongs. */
export interface Place {
  readonly file: string;
  readonly folder: string;
  readonly owners: readonly KustomizeNode[];
  /** Kustomizations whose build holds the file, smallest first. */
  readonly builds: readonly KustomizeNode[];
  /** Root folder of the innermost chart around the file. */
  readonly chart: string | undefined;
  readonly isPatch: boolean;
}

/**
 * Which files belong together.
 *
 * 1. Files of one kustomize build: those that a kustomization lists, and those of the bases and components below it. A
 *    file of a base is seen from each overlay, and sees each overlay; two overlays do not see each other.
 * 2. Files of one Helm chart.
 * 3. Files of one folder, then of the folders above and below it: `k8s/` and `k8s/config/` are one project.
 * 4. Files elsewhere, nearest first, unless something keeps them apart: another chart, another overlay of the same base,
 *    or a folder named for another environment.
 *
 * The first three are certain; the fourth is where somebody may be meant, and nobody is missed.
 */
export class Scopes {
  readonly #kustomizations = new Map<string, Kustomization>();
  readonly #charts = new Set<string>();
  /** Grows whenever files may belong together in another way. */
  revision = 0;
  #graph: KustomizeGraph | undefined;
  #places = new Map<string, Place>();

  setKustomization(file: string, kustomization: Kustomization | undefined): void {
    if (this.#kustomizations.get(file) === kustomization) return;
    if (kustomization) this.#kustomizations.set(file, kustomization);
    else this.#kustomizations.delete(file);
    this.#forget();
  }

  setChart(file: string, isThere: "there" | "gone"): void {
    const folder = folderOf(file);
    if (this.#charts.has(folder) === (isThere === "there")) return;
    if (isThere === "there") this.#charts.add(folder);
    else this.#charts.delete(folder);
    this.#forget();
  }

  /** The kustomization file of a folder, if it has one. */
  kustomizationIn(folder: string): string | undefined {
    for (const file of this.#kustomizations.keys()) if (folderOf(file) === folder) return file;
    return undefined;
  }

  #forget(): void {
    this.revision++;
    this.#graph = undefined;
    this.#places = new Map();
  }

  place(file: string): Place {
    let place = this.#places.get(file);
    if (!place) {
      place = this.#makePlace(file);
      this.#places.set(file, place);
    }
    return place;
  }

  #makePlace(file: string): Place {
    this.#graph ??= kustomizeGraph(this.#kustomizations);
    const owners = this.#graph.ownersOf(file);
    const builds = [...new Set(owners.flatMap(({ includers }) => includers))];
    builds.sort((a, b) => a.closure.size - b.closure.size || (a.folder < b.folder ? -1 : 1));
    const folder = folderOf(file);
    return { file, folder, owners, builds, chart: this.#chartOf(folder), isPatch: this.#graph.isPatch(file) };
  }

  #chartOf(folder: string): string | undefined {
    if (this.#charts.size === 0) return undefined;
    for (let here = folder; here !== ""; here = folderOf(here)) if (this.#charts.has(here)) return here;
    return undefined;
  }
}

/** The kustomization of `build` that brings the file, if it is part of that build. */
export const ownerIn = (build: KustomizeNode, place: Place): KustomizeNode | undefined =>
  place.owners.find((owner) => build.closure.has(owner));

/** Surely of one project: the same build, the same chart, or one folder inside the other. */
export function belongTogether(a: Place, b: Place): boolean {
  if (a.owners.length > 0 && b.owners.length > 0) return a.builds.some((build) => ownerIn(build, b));
  if (a.chart !== undefined || b.chart !== undefined) return a.chart === b.chart;
  return isWithin(a.folder, b.folder) || isWithin(b.folder, a.folder);
}

/** Whether something says that the two are not of one cluster: then equal names are different objects. */
export function keptApart(a: Place, b: Place): boolean {
  if (a.chart !== b.chart) return true;
  if (a.owners.length > 0 && b.owners.length > 0 && sharesBase(a, b)) return !belongTogether(a, b);
  return differInEnvironment(a.folder, b.folder);
}

const sharesBase = (a: Place, b: Place): boolean =>
  a.owners.some(({ closure }) => b.owners.some((other) => [...closure].some((node) => other.closure.has(node))));

const isWithin = (folder: string, outer: string): boolean => folder === outer || folder.startsWith(`${outer}/`);

/** Folders whose children are alternatives to each other. */
const HOLD_ENVIRONMENTS = /^(?:overlays?|environments?|envs?|clusters?|stages?|variants?|profiles?)$/i;

/** Folders that are named for one environment among others. */
const ENVIRONMENT =
  /^(?:dev|devel|development|test|testing|qa|uat|int|integration|stg|stage|staging|pre-?prod|prod|prd|production|sandbox|demo|local|preview|canary|live)$/i;

/** The folders in which the two paths part stand for alternatives: `overlays/dev` and `overlays/prod`, `dev` and `prod`. */
function differInEnvironment(a: string, b: string): boolean {
  const left = a.split("/");
  const right = b.split("/");
  let at = 0;
  while (at < left.length && at < right.length && left[at] === right[at]) at++;
  const [mine, yours] = [left[at], right[at]];
  if (mine === undefined || yours === undefined) return false;
  return HOLD_ENVIRONMENTS.test(left[at - 1] ?? "") || (ENVIRONMENT.test(mine) && ENVIRONMENT.test(yours));
}

/** Folders that two paths have in common: the more, the nearer. */
export function closeness(a: string, b: string): number {
  const left = a.split("/");
  const right = b.split("/");
  let at = 0;
  while (at < left.length && at < right.length && left[at] === right[at]) at++;
  return at;
}
