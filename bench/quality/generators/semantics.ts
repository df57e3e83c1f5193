import { changed, kindOf, rewritten } from "../changes.ts";
import { get, type Json } from "../data.ts";
import type { Host } from "../hosts.ts";
import { type Generator, generators, inserted, type Mistake, on, relined, replaced } from "../mistake.ts";
import {
  childrenOf,
  containersOf,
  type Field,
  fieldsAt,
  fieldsIn,
  fieldsNamed,
  type Item,
  itemOf,
  itemsIn,
  placesOf,
  podSpecsOf,
  raw,
  scalarsAt,
  scalarsNamed,
} from "../places.ts";

/** Objects whose parts do not go together. */
export const SEMANTICS: readonly Generator[] = [
  ...generators("semantics", "rejected", {
    "container-twice": duplicateName((host) => containersOf(host)),
    "volume-twice": duplicateName((host) => podSpecsOf(host).flatMap((spec) => listIn(host, spec, "volumes"))),
    "port-name-twice": duplicateName((host) => listsNamed(host, "ports")),
    "mount-path-twice": (host) => {
      const paths = scalarsAt(host, "volumeMounts", "*", "mountPath");
      return paths.slice(1).flatMap(({ value, path }, i) => {
        const before = paths[i];
        const isSameList = before !== undefined && before.path.slice(0, -2).join() === path.slice(0, -2).join();
        return isSameList ? [replaced(host, value, raw(host, before.value))] : [];
      });
    },
    "requests-above-limits": [
      1.5,
      (host) =>
        ["cpu", "memory"].flatMap((resource) =>
          scalarsAt(host, "resources", "requests", resource).flatMap(({ path, value, line }) => {
            const limits = [...path.slice(0, -2), "limits", resource];
            const limit = amount(get(host.data, ...limits));
            const text = value.text.replace(/^\d+/, (digits) => `${digits}0`);
            const isAbove = limit !== undefined && (amount(text) ?? 0) > limit;
            return isAbove ? [on(rewritten(host, value, text), line, ...linesAt(host, limits))] : [];
          }),
        ),
    ],
    "autoscaler-bounds": (host) =>
      scalarsAt(host, "spec", "minReplicas").flatMap(({ value, line }) => {
        const most = get(host.data, "spec", "maxReplicas");
        if (typeof most !== "number") return [];
        return [on(rewritten(host, value, String(most + 2)), line, ...linesOf(host, "maxReplicas"))];
      }),
    "two-probe-handlers": (host) =>
      fieldsNamed(host, "httpGet")
        .filter(({ path, afterDash }) => !afterDash && /Probe$/.test(String(path.at(-2))))
        .map(({ lastLine, column }) => {
          const pad = " ".repeat(column);
          const added = [`${pad}tcpSocket:`, `${pad}  port: 8080`];
          return on(inserted(host, lastLine + 1, added), lastLine + 1, lastLine + 2, ...linesOf(host, "httpGet"));
        }),
    "port-name-forgotten": [
      1.5,
      (host) =>
        kindOf(host) === "Service"
          ? listsNamed(host, "ports")
              .filter(({ seq }) => seq.items.length > 1)
              .flatMap((item) => withoutField(host, item, "name"))
          : [],
    ],
    "value-and-value-from": (host) =>
      fieldsNamed(host, "valueFrom")
        .filter(({ afterDash }) => !afterDash)
        .map(({ line, column }) => on(inserted(host, line, [`${" ".repeat(column)}value: "true"`]), line, line + 1)),
    "recreate-with-rolling-update": (host) =>
      fieldsAt(host, "strategy", "rollingUpdate").flatMap(({ path, line }) => {
        const type = scalarsAt(host, ...path.slice(0, -1).map(String), "type")[0];
        return type === undefined ? [] : [on(replaced(host, type.value, "Recreate"), type.line, line)];
      }),
    "node-port-on-cluster-ip": (host) => {
      const hasNodePort = scalarsNamed(host, "nodePort");
      return scalarsAt(host, "spec", "type")
        .filter(({ value }) => kindOf(host) === "Service" && value.text === "NodePort" && hasNodePort.length > 0)
        .map(({ value, line }) =>
          on(replaced(host, value, "ClusterIP"), line, ...hasNodePort.map(({ line: each }) => each)),
        );
    },
    "privileged-without-escalation": (host) =>
      fieldsNamed(host, "privileged")
        .filter(({ pair, afterDash }) => !afterDash && pair.value?.type === "scalar" && pair.value.text === "true")
        .filter(({ path }) => path.at(-2) === "securityContext")
        .filter(({ path }) => get(host.data, ...path.slice(0, -1), "allowPrivilegeEscalation") === undefined)
        .map(({ line, column }) =>
          on(inserted(host, line + 1, [`${" ".repeat(column)}allowPrivilegeEscalation: false`]), line, line + 1),
        ),
    "both-budgets": (host) =>
      [...fieldsAt(host, "spec", "minAvailable"), ...fieldsAt(host, "spec", "maxUnavailable")]
        .filter(({ path }) => kindOf(host) === "PodDisruptionBudget" && path.length === 2)
        .map(({ key, line, column }) => {
          const other = key === "minAvailable" ? "maxUnavailable" : "minAvailable";
          return on(inserted(host, line + 1, [`${" ".repeat(column)}${other}: 1`]), line, line + 1);
        }),
    "role-without-verbs": (host) =>
      /Role$/.test(kindOf(host)) ? listsNamed(host, "rules").flatMap((item) => withoutField(host, item, "verbs")) : [],
    // In a RoleBinding the binding's own namespace is meant.
    "subject-without-namespace": (host) =>
      kindOf(host) === "ClusterRoleBinding"
        ? listsNamed(host, "subjects").flatMap((item) => withoutField(host, item, "namespace"))
        : [],
    "subject-group-of-account": (host) =>
      scalarsAt(host, "subjects", "*", "kind")
        .filter(({ value, path }) => {
          const hasGroup = get(host.data, ...path.slice(0, -1), "apiGroup") !== undefined;
          return value.text === "ServiceAccount" && !hasGroup;
        })
        .map(({ line, column }) =>
          on(inserted(host, line + 1, [`${" ".repeat(column)}apiGroup: rbac.authorization.k8s.io`]), line + 1),
        ),
    "peer-with-block-and-selector": (host) =>
      fieldsNamed(host, "ipBlock").map(({ lastLine, column }) => {
        const pad = " ".repeat(column);
        return on(inserted(host, lastLine + 1, [`${pad}podSelector: {}`]), lastLine + 1, lastLine);
      }),
    "job-without-restart-policy": [
      1.5,
      (host) =>
        /Job$/.test(kindOf(host))
          ? fieldsNamed(host, "restartPolicy").map(({ line }) =>
              on(
                relined(host, (text, at) => (at === line ? undefined : text)),
                ...podSpecsOf(host).flatMap((spec) => [spec.line, ...childrenOf(host, spec).map((each) => each.line)]),
              ),
            )
          : [],
    ],
    "image-forgotten": (host) => containersOf(host).flatMap((item) => withoutField(host, item, "image")),
    "selector-forgotten": [
      1.5,
      (host) =>
        placesOf(host)
          .fields.filter(
            ({ path, key }) => path.length === 2 && key === "selector" && get(host.data, "spec", "template"),
          )
          .filter(() => /^(?:Deployment|DaemonSet|StatefulSet|ReplicaSet)$/.test(kindOf(host)))
          .map((field) => withoutLines(host, field, linesOf(host, "spec", "kind"))),
    ],
    "required-forgotten": (host) =>
      placesOf(host)
        .fields.filter(({ key, afterDash }) => !afterDash && REQUIRED.has(key))
        .filter(({ path }) => path.includes("spec") && !path.includes("template"))
        .filter(({ key }) => REQUIRED.get(key) === kindOf(host))
        .map((field) => withoutLines(host, field, linesOf(host, "spec", "rules", "paths"))),
  }),
  ...generators("semantics", "accepted", {
    "memory-in-thousandths": [
      1.5,
      changed(
        (host) =>
          scalarsNamed(host, "memory").filter(({ path }) => ["limits", "requests"].includes(String(path.at(-2)))),
        (text) => (/^\d+Mi?$/.test(text) ? text.replace(/Mi?$/, "m") : undefined),
      ),
    ],
    "image-upper-case": changed(
      (host) => scalarsNamed(host, "image").filter(({ path }) => path.includes("containers")),
      // Upper case is right in the name of a host.
      (text) => (/^[a-z][\w-]*(?:[/:@]|$)/.test(text) ? (text[0] ?? "").toUpperCase() + text.slice(1) : undefined),
    ),
    "image-doubled-colon": changed(
      (host) => scalarsNamed(host, "image").filter(({ path }) => path.includes("containers")),
      (text) => (/^[^:@]+:[\w.-]+$/.test(text) ? text.replace(":", "::") : undefined),
    ),
    "variable-twice": (host) =>
      fieldsNamed(host, "env")
        .flatMap((env) => itemsIn(host, env))
        .filter(({ item, line, lastLine }) => lastLine - line < 5 && item.value?.type === "map")
        .map(({ line, lastLine }) => {
          const copy = placesOf(host).lines.slice(line, lastLine + 1);
          return on(inserted(host, lastLine + 1, copy), line, lastLine + 1);
        }),
    "volume-without-source": (host) =>
      podSpecsOf(host)
        .flatMap((spec) => listIn(host, spec, "volumes"))
        .flatMap((item) => {
          const [name, source, more] = fieldsIn(host, item);
          if (name?.key !== "name" || source === undefined || more !== undefined) return [];
          return [withoutLines(host, source, [name.line])];
        }),
    "volume-not-mounted": (host) =>
      containersOf(host).flatMap((container) =>
        fieldsIn(host, container)
          .filter(({ key, afterDash }) => key === "volumeMounts" && !afterDash)
          .map((field) =>
            withoutLines(
              host,
              field,
              listsNamed(host, "volumes").map(({ line }) => line),
            ),
          ),
      ),
    "secret-with-line-break": changed(
      (host) => (kindOf(host) === "Secret" ? scalarsAt(host, "data", "*") : []),
      (text) => {
        const plain = Buffer.from(text, "base64");
        const isText = /^[\x20-\x7e]+$/.test(plain.toString("latin1"));
        return isText ? Buffer.concat([plain, Buffer.from("\n")]).toString("base64") : undefined;
      },
    ),
    "command-in-one-item": [
      0.7,
      (host) =>
        fieldsNamed(host, "command").flatMap(({ pair: { value } }) => {
          if (value?.type !== "seq" || !value.flow || value.items.length < 2) return [];
          const words = value.items.map(({ value: each }) => (each?.type === "scalar" ? each.text : ""));
          if (words.some((word) => !/^[\w./-]+$/.test(word))) return [];
          return [replaced(host, value, `["${words.join(" ")}"]`)];
        }),
    ],
    "root-that-must-not": [
      0.7,
      (host) =>
        fieldsNamed(host, "runAsNonRoot")
          .filter(({ pair, afterDash }) => !afterDash && pair.value?.type === "scalar" && pair.value.text === "true")
          .filter(({ path }) => get(host.data, ...path.slice(0, -1), "runAsUser") === undefined)
          .map(({ line, column }) =>
            on(inserted(host, line + 1, [`${" ".repeat(column)}runAsUser: 0`]), line, line + 1),
          ),
    ],
  }),
];

/** Fields that a kind cannot be without. */
const REQUIRED: ReadonlyMap<string, string> = new Map([
  ["schedule", "CronJob"],
  ["maxReplicas", "HorizontalPodAutoscaler"],
  ["accessModes", "PersistentVolumeClaim"],
  ["pathType", "Ingress"],
  ["provisioner", "StorageClass"],
]);

const listsNamed = (host: Host, name: string): readonly Item[] =>
  fieldsNamed(host, name).flatMap((field) => itemsIn(host, field));

const listIn = (host: Host, parent: Field, name: string): readonly Item[] =>
  childrenOf(host, parent)
    .filter(({ key }) => key === name)
    .flatMap((field) => itemsIn(host, field));

/** A quantity as a number, for comparing. */
function amount(quantity: Json | undefined): number | undefined {
  const parts = /^([\d.]+)(m|k|[KMGT]i?)?$/.exec(String(quantity));
  if (parts === null) return undefined;
  const units: Readonly<Record<string, number>> = { m: 0.001, k: 1e3, K: 1e3, M: 1e6, G: 1e9, T: 1e12 };
  const binary: Readonly<Record<string, number>> = { Ki: 2 ** 10, Mi: 2 ** 20, Gi: 2 ** 30, Ti: 2 ** 40 };
  const unit = parts[2] ?? "";
  return Number(parts[1]) * (units[unit] ?? binary[unit] ?? 1);
}

const linesAt = (host: Host, path: readonly (string | number)[]): readonly number[] =>
  placesOf(host)
    .fields.filter((field) => field.path.join() === path.join())
    .map(({ line }) => line);

const linesOf = (host: Host, ...keys: readonly string[]): readonly number[] =>
  fieldsNamed(host, ...keys).map(({ line }) => line);

/** The second of two neighbours takes the name of the first. */
function duplicateName(find: (host: Host) => readonly Item[]) {
  return (host: Host): readonly Mistake[] => {
    const items = find(host);
    const nameOf = (item: Item | undefined) =>
      item === undefined ? undefined : fieldsIn(host, item).find(({ key }) => key === "name")?.pair.value;
    return items.slice(1).flatMap((item, i) => {
      const before = items[i];
      const first = nameOf(before);
      const second = nameOf(item);
      const areTwo = before?.seq === item.seq && first?.type === "scalar" && second?.type === "scalar";
      return areTwo ? [replaced(host, second, raw(host, first))] : [];
    });
  };
}

/** A list item that lost a field of one line; a finding on any of its other lines is right. */
function withoutField(host: Host, item: Item, key: string): readonly Mistake[] {
  const fields = fieldsIn(host, item);
  return fields
    .filter((field) => field.key === key && !field.afterDash && itemOf(host, field) !== undefined && fields.length > 1)
    .map((field) => withoutLines(host, field, [item.line, ...fields.map(({ line }) => line)]));
}

/** A field taken out; `right` are the lines, as they were, that a finding may stand on. */
function withoutLines(host: Host, { line, lastLine }: Field, right: readonly number[]): Mistake {
  const mistake = relined(host, (text, at) => (at >= line && at <= lastLine ? undefined : text));
  const lines = right
    .filter((each) => each < line || each > lastLine)
    .map((each) => (each > lastLine ? each - (lastLine - line + 1) : each));
  return on(mistake, ...lines, line - 1, line);
}
