import type { ClientNode, Model } from "./client-node.ts";

/** `io.k8s.api.apps.v1.Deployment` in parts: the package `io.k8s.api.apps.v1` and the type. */
export const packageOf = (definition: string): string => definition.slice(0, definition.lastIndexOf("."));
const typeOf = (definition: string): string => definition.slice(definition.lastIndexOf(".") + 1);

/** Orders API versions: v2 before v1 before v1beta2 before v1beta1 before v1alpha1. */
export function byStability(a: string, b: string): number {
  const rank = (apiVersion: string): number => {
    const [, major = "0", stage, minor = "0"] = /^v(\d+)(?:(alpha|beta)(\d+))?$/.exec(apiVersion) ?? [];
    return (stage === undefined ? 2e6 : stage === "beta" ? 1e6 : 0) + Number(major) * 1e3 + Number(minor);
  };
  return rank(b) - rank(a);
}

const PACKAGES: readonly (readonly [RegExp, (match: RegExpExecArray) => string])[] = [
  [/^IoK8sApimachineryPkgApisMeta(V1)([A-Z]\w*)$/, () => META],
  [/^IoK8sApimachineryPkgApiResource()(Quantity)$/, () => "io.k8s.apimachinery.pkg.api.resource"],
  [/^IoK8sApimachineryPkgUtilIntstr()(IntOrString)$/, () => "io.k8s.apimachinery.pkg.util.intstr"],
  [/^IoK8sApimachineryPkgRuntime()(RawExtension)$/, () => "io.k8s.apimachinery.pkg.runtime"],
  [/^IoK8sApimachineryPkgVersion()(Info)$/, () => "io.k8s.apimachinery.pkg.version"],
  [
    /^IoK8sApiextensionsApiserverPkgApisApiextensions(V\d(?:beta\d)?)([A-Z]\w*)$/,
    (match) => `${APIEXTENSIONS}.${version(match)}`,
  ],
  [
    /^IoK8sKubeAggregatorPkgApisApiregistration(V\d(?:beta\d)?)([A-Z]\w*)$/,
    (match) => `${AGGREGATOR}.${version(match)}`,
  ],
  [
    /^IoK8sApi[A-Z][a-z]+(V\d+(?:(?:alpha|beta)\d+)?)([A-Z]\w*)$/,
    (match) => `io.k8s.api.${groupIn(match)}.${version(match)}`,
  ],
];

const META = "io.k8s.apimachinery.pkg.apis.meta.v1";
const APIEXTENSIONS = "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions";
const AGGREGATOR = "io.k8s.kube-aggregator.pkg.apis.apiregistration";

const version = (match: RegExpExecArray): string => (match[1] ?? "").toLowerCase();
const groupIn = (match: RegExpExecArray): string => /^IoK8sApi([A-Z][a-z]+)V/.exec(match[0])?.[1]?.toLowerCase() ?? "";

/** `IoK8sApiAppsV1Deployment` -> `io.k8s.api.apps.v1.Deployment`; undefined when it is no type of Kubernetes itself. */
export function officialName(symbol: string): string | undefined {
  for (const [pattern, packageName] of PACKAGES) {
    const match = pattern.exec(symbol);
    if (match !== null) return `${packageName(match)}.${match[2]}`;
  }
  return undefined;
}

/** The package that serves an API group and version. */
function packageOfGroup(group: string, apiVersion: string): string {
  if (group === "apiextensions.k8s.io") return `${APIEXTENSIONS}.${apiVersion}`;
  if (group === "apiregistration.k8s.io") return `${AGGREGATOR}.${apiVersion}`;
  if (group === "internal.apiserver.k8s.io") return `io.k8s.api.apiserverinternal.${apiVersion}`;
  return `io.k8s.api.${group === "" ? "core" : group.replace(/\..*/, "")}.${apiVersion}`;
}

interface ShortName {
  /** `core` of `CoreV1Event`: given only where two packages have a type of the same version and name. */
  readonly group: string | undefined;
  readonly version: string;
  readonly type: string;
}

function parseShortName(name: string): ShortName | undefined {
  const [, group, apiVersion, type] = /^([A-Z][a-z]+)?(V\d+(?:(?:alpha|beta)\d+)?)([A-Z]\w*)$/.exec(name) ?? [];
  if (apiVersion === undefined || type === undefined) return undefined;
  return { group: group?.toLowerCase(), version: apiVersion.toLowerCase(), type };
}

/**
 * The official name of every model. Client-node's names leave the API group out, so it is followed from the collections
 * down through the fields: a type belongs to the package of the type that uses it unless `known`, the official names
 * that are spelt out elsewhere, has it in another package.
 */
export function officialNames(client: ClientNode, known: ReadonlySet<string>): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const candidates = byShortName(known);
  for (const { group, version: apiVersion, model } of client.resources) {
    name(model, packageOfGroup(group, apiVersion));
  }
  for (const model of client.models.keys()) {
    const item = names.get(model.replace(/List$/, ""));
    if (item !== undefined && model.endsWith("List")) name(model, packageOf(item));
  }
  for (const model of client.models.keys()) {
    if (!names.has(model)) name(model, "");
  }
  return names;

  function name(short: string, user: string): void {
    const model = client.models.get(short);
    if (model === undefined || names.has(short)) return;
    const chosen = choose(short, user);
    if (chosen === undefined) return;
    names.set(short, chosen);
    for (const used of modelsIn(model)) name(used, packageOf(chosen));
  }

  function choose(short: string, user: string): string | undefined {
    if (short === "VersionInfo") return "io.k8s.apimachinery.pkg.version.Info";
    const parts = parseShortName(short);
    if (parts === undefined) return undefined;
    const found = (candidates.get(`${parts.version}.${parts.type}`) ?? []).filter((candidate) => {
      return parts.group === undefined || packageOf(candidate).split(".").includes(parts.group);
    });
    const beside = found.find((candidate) => packageOf(candidate) === user);
    if (beside !== undefined) return beside;
    const [only] = found;
    if (only !== undefined && found.length === 1 && !/alpha|beta/.test(parts.version)) return only;
    if (user.endsWith(`.${parts.version}`)) return `${user}.${parts.type}`;
    // A v1 type used by an alpha or beta API: only the common types are shared that way.
    if (parts.version === "v1" && /(alpha|beta)\d+$/.test(user)) return `${META}.${parts.type}`;
    return parts.group === undefined ? undefined : `io.k8s.api.${parts.group}.${parts.version}.${parts.type}`;
  }
}

/** The known names under `v1.Event`: there is more than one where API groups share a type's name. */
function byShortName(known: ReadonlySet<string>): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const definition of known) {
    const short = `${packageOf(definition).split(".").at(-1)}.${typeOf(definition)}`;
    found.set(short, [...(found.get(short) ?? []), definition]);
  }
  return found;
}

function modelsIn(model: Model): readonly string[] {
  return [...model.fields.values()].flatMap((field) => field.type.match(/\w*V\d\w+/g) ?? []);
}
