import { get, type Json, listAt, textAt } from "./data.ts";
import type { Group, Host } from "./hosts.ts";

/** Names of all objects of a kind in the group. */
export const namesOf = (host: Host, kind: string): readonly string[] =>
  host.group.objects
    .filter((object) => textAt(object, "kind") === kind)
    .flatMap((object) => textAt(object, "metadata", "name") ?? []);

/** Keys of the data of a ConfigMap or Secret of the group. */
export const keysOf = (host: Host, kind: string, name: string): readonly string[] =>
  host.group.objects
    .filter((object) => textAt(object, "kind") === kind && textAt(object, "metadata", "name") === name)
    .flatMap((object) =>
      ["data", "stringData", "binaryData"].flatMap((each) => Object.keys(entriesOf(get(object, each)))),
    );

/** Where a workload keeps what its Pods are made of. */
const templateOf = (object: Json): Json | undefined => {
  switch (textAt(object, "kind")) {
    case "Pod":
      return object;
    case "CronJob":
      return get(object, "spec", "jobTemplate", "spec", "template");
    default:
      return get(object, "spec", "template");
  }
};

export const podLabelsOf = (group: Group): readonly Json[] =>
  group.objects.flatMap((object) => get(templateOf(object), "metadata", "labels") ?? []);

/** Every label of the selector is among the labels; an empty selector picks nothing here. */
export function selects(selector: Json | undefined, labels: Json): boolean {
  const wanted = Object.entries(entriesOf(selector));
  return wanted.length > 0 && wanted.every(([key, value]) => get(labels, key) === value);
}

/** Ports of the containers that a Service sends to. */
export function portsOf(service: Host): { readonly names: readonly string[]; readonly numbers: readonly number[] } {
  const selector = get(service.data, "spec", "selector");
  const ports = service.group.objects
    .map(templateOf)
    .filter((template) => selects(selector, get(template, "metadata", "labels") ?? null))
    .flatMap((template) => listAt(template, "spec", "containers"))
    .flatMap((container) => listAt(container, "ports"));
  return {
    names: ports.flatMap((port) => textAt(port, "name") ?? []),
    numbers: ports.flatMap((port) => {
      const number = get(port, "containerPort");
      return typeof number === "number" ? [number] : [];
    }),
  };
}

const entriesOf = (value: Json | undefined): Readonly<Record<string, Json>> =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Readonly<Record<string, Json>>) : {};
