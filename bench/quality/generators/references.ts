import { changed, kindOf, rewritten } from "../changes.ts";
import { get, type Json, textAt } from "../data.ts";
import type { Host } from "../hosts.ts";
import { type Generator, generators, on, replaced } from "../mistake.ts";
import { containersOf, fieldsAt, scalarsAt, scalarsNamed } from "../places.ts";
import { keysOf, namesOf, podLabelsOf, portsOf, selects } from "../relations.ts";
import { nameSlip, slip } from "../slips.ts";

type Found = ReturnType<typeof scalarsAt>;
type Find = (host: Host) => Found;

/** Names of other objects, and of other places of the same one, that are a little off. */
export const REFERENCES: readonly Generator[] = [
  ...generators("references", "rejected", {
    "volume-mount": [1.5, slipped((host) => scalarsAt(host, "volumeMounts", "*", "name"))],
    "selector-of-template": [1.5, slipped((host) => (hasTemplate(host) ? selectorsOf(host) : []))],
    "label-of-template": (host, random) =>
      labelsOfTemplate(host).flatMap(({ key, line, value }) => {
        const wrong = nameSlip(value.text, random);
        const selectors = selectorsOf(host).filter((selector) => selector.key === key);
        return wrong === undefined
          ? []
          : [on(rewritten(host, value, wrong), line, ...selectors.map((selector) => selector.line))];
      }),
  }),
  ...generators("references", "accepted", {
    "service-selector": [2, slipped((host) => (isServing(host) ? scalarsAt(host, "spec", "selector", "*") : []))],
    "service-selector-key": (host, random) =>
      (isServing(host) ? fieldsAt(host, "spec", "selector", "*") : []).flatMap(({ pair: { key } }) => {
        const wrong = key.text.length < 3 ? undefined : slip(key.text, random);
        return wrong === undefined ? [] : [replaced(host, key, wrong)];
      }),
    "target-port-name": [
      1.5,
      slipped((host) => targetPorts(host).filter(({ value }) => portsOf(host).names.includes(value.text))),
    ],
    "target-port-number": [
      1.5,
      changed(
        (host) => targetPorts(host).filter(({ value }) => portsOf(host).numbers.includes(Number(value.text))),
        nearNumber,
      ),
    ],
    "probe-port-name": slipped((host) =>
      containersOf(host).length === 0
        ? []
        : scalarsNamed(host, "port").filter(
            ({ value, path }) => /^[a-z]/.test(value.text) && path.some((step) => /Probe$/.test(String(step))),
          ),
    ),
    "ingress-service": [1.5, naming("Service", (host) => (isIngress(host) ? scalarsAt(host, "service", "name") : []))],
    "ingress-port": changed(
      (host) =>
        isIngress(host)
          ? scalarsAt(host, "service", "port", "number").filter(({ path }) => {
              const service = textAt(host.data, ...path.slice(0, -2), "name");
              return namesOf(host, "Service").includes(service ?? "");
            })
          : [],
      nearNumber,
    ),
    "claim-name": [
      1.5,
      naming("PersistentVolumeClaim", (host) => scalarsAt(host, "persistentVolumeClaim", "claimName")),
    ],
    "config-map-name": [
      1.5,
      naming("ConfigMap", (host) =>
        ["configMapRef", "configMapKeyRef", "configMap"].flatMap((step) => scalarsAt(host, step, "name")),
      ),
    ],
    "config-map-key": [1.5, slipped((host) => keyed(host, "configMapKeyRef", "ConfigMap"))],
    "secret-name": [
      1.5,
      naming("Secret", (host) => [
        ...["secretRef", "secretKeyRef"].flatMap((step) => scalarsAt(host, step, "name")),
        ...scalarsAt(host, "secret", "secretName"),
      ]),
    ],
    "secret-key": [1.5, slipped((host) => keyed(host, "secretKeyRef", "Secret"))],
    "service-account": [1.5, naming("ServiceAccount", (host) => scalarsNamed(host, "serviceAccountName"))],
    "role-of-binding": [
      1.5,
      (host, random) =>
        naming(textAt(host.data, "roleRef", "kind") ?? "", (each) => scalarsAt(each, "roleRef", "name"))(host, random),
    ],
    "subject-of-binding": [1.5, naming("ServiceAccount", (host) => scalarsAt(host, "subjects", "*", "name"))],
    "scale-target": (host, random) =>
      naming(textAt(host.data, "spec", "scaleTargetRef", "kind") ?? "", (each) =>
        scalarsAt(each, "scaleTargetRef", "name"),
      )(host, random),
    "storage-class": naming("StorageClass", (host) => scalarsNamed(host, "storageClassName")),
    "governing-service": naming("Service", (host) =>
      kindOf(host) === "StatefulSet" ? scalarsAt(host, "spec", "serviceName") : [],
    ),
    "budget-selector": slipped((host) =>
      kindOf(host) === "PodDisruptionBudget" && picks(host, get(host.data, "spec", "selector", "matchLabels"))
        ? selectorsOf(host)
        : [],
    ),
    "policy-selector": slipped((host) =>
      kindOf(host) === "NetworkPolicy" && picks(host, get(host.data, "spec", "podSelector", "matchLabels"))
        ? scalarsAt(host, "spec", "podSelector", "matchLabels", "*").filter(({ path }) => path.length === 4)
        : [],
    ),
  }),
];

const hasTemplate = (host: Host): boolean => get(host.data, "spec", "template", "metadata", "labels") !== undefined;

/** Labels of the template that the selector asks for. */
function labelsOfTemplate(host: Host): Found {
  const selector = get(host.data, "spec", "selector", "matchLabels");
  return scalarsAt(host, "spec", "template", "metadata", "labels", "*").filter(
    ({ key, path }) => path.length === 5 && textAt(selector, key) !== undefined,
  );
}

const selectorsOf: Find = (host) =>
  scalarsAt(host, "spec", "selector", "matchLabels", "*").filter(({ path }) => path.length === 4);

const isIngress = (host: Host): boolean => kindOf(host) === "Ingress";

/** Some workload of the group has Pods that the selector picks, so that a slip in it is a mistake. */
const picks = (host: Host, selector: Json | undefined): boolean =>
  podLabelsOf(host.group).some((labels) => selects(selector, labels));

const isServing = (host: Host): boolean =>
  kindOf(host) === "Service" && picks(host, get(host.data, "spec", "selector"));

const targetPorts: Find = (host) => (isServing(host) ? scalarsNamed(host, "targetPort") : []);

/** Keys of a map of the group that an environment variable asks for. */
const keyed = (host: Host, step: string, kind: string): Found =>
  scalarsAt(host, step, "key").filter(({ path, value }) => {
    const name = textAt(host.data, ...path.slice(0, -1), "name");
    return name !== undefined && keysOf(host, kind, name).includes(value.text);
  });

function slipped(find: Find): Generator["mistakes"] {
  return changed(find, nameSlip);
}

/** Names of objects of the group, a little off, that are not by chance the names of others. */
function naming(kind: string, find: Find): Generator["mistakes"] {
  return (host, random) => {
    const names = namesOf(host, kind);
    return find(host).flatMap(({ value }) => {
      const wrong = names.includes(value.text) ? nameSlip(value.text, random) : undefined;
      return wrong === undefined || names.includes(wrong) ? [] : [rewritten(host, value, wrong)];
    });
  };
}

/** 8080 as 8081, 808 or 8000. */
function nearNumber(text: string, random: { readonly pick: <T>(list: readonly T[]) => T }): string | undefined {
  if (!/^\d+$/.test(text)) return undefined;
  const last = (Number(text.at(-1)) + 1) % 10;
  return random.pick([
    text.slice(0, -1) + last,
    text.slice(0, -1) || "1",
    `${text.slice(0, 1)}${"0".repeat(text.length - 1)}`,
  ]);
}
