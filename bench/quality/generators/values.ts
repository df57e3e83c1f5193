import type { YScalar } from "../../../server/src/yaml/node.ts";
import { changed, kindOf, quoteOf, type Scalars } from "../changes.ts";
import type { Host } from "../hosts.ts";
import { type Generator, generators, inserted, on, replaced } from "../mistake.ts";
import {
  containersOf,
  fieldsAt,
  fieldsIn,
  fieldsNamed,
  isFree,
  itemsIn,
  placesOf,
  raw,
  scalars,
  scalarsAt,
  scalarsNamed,
} from "../places.ts";

/** Values of the right field that the API server does not take. */
export const VALUES: readonly Generator[] = [
  ...generators("values", "shape", {
    "env-number-unquoted": [2, unquoted(["8080", "1", "0", "3.14", "1024"], "env")],
    "env-boolean-unquoted": [1.5, unquoted(["true", "false", "yes", "on", "off"], "env")],
    "annotation-unquoted": unquoted(["true", "false", "300", "10254", "8080"], "annotations"),
    "label-unquoted": unquoted(["1.0", "2", "true", "1.10"], "labels"),
    "data-unquoted": unquoted(["8080", "true", "false", "10", "0.5"], "data"),
    "argument-unquoted": (host, random) =>
      argumentsOf(host).map(({ value }) => {
        const text = random.pick(["8080", "3600", "true", "1"]);
        return { before: replaced(host, value, `"${text}"`).after, after: replaced(host, value, text).after };
      }),
    "number-quoted": [
      1.5,
      (host) =>
        scalarsNamed(host, ...NUMBERS)
          .filter(({ path, value }) => !isFree(path) && /^\d+$/.test(raw(host, value)))
          .map(({ value }) => replaced(host, value, `"${raw(host, value)}"`)),
    ],
    "boolean-quoted": (host) =>
      scalars(host)
        .filter(({ path, value }) => !isFree(path) && /^(?:true|false)$/.test(raw(host, value)))
        .map(({ value }) => replaced(host, value, `"${raw(host, value)}"`)),
    "seconds-with-unit": changed(
      (host) => scalarsNamed(host, ...SECONDS),
      (text) => (/^\d+$/.test(text) ? `${text}s` : undefined),
    ),
    "number-as-word": [
      0.5,
      changed(
        (host) => scalarsNamed(host, "replicas", "minReplicas"),
        (text) => ["zero", "one", "two", "three"][Number(text)],
      ),
    ],
    "letter-for-digit": [
      0.7,
      changed(
        (host) => scalarsNamed(host, ...NUMBERS),
        (text) => (/^\d*0\d*$/.test(text) ? text.replace("0", "O") : undefined),
      ),
    ],
  }),
  ...generators("values", "rejected", {
    "name-upper-case": [1.5, changed(ownName, (text) => (text[0] ?? "").toUpperCase() + text.slice(1))],
    "name-underscore": [1.5, changed(ownName, (text) => (text.includes("-") ? text.replace(/-/g, "_") : undefined))],
    "name-space": changed(ownName, (text) => (text.includes("-") ? text.replace("-", " ") : undefined)),
    "name-trailing-dash": changed(ownName, (text) => `${text}-`),
    "container-name-underscore": changed(containerName, (text) =>
      text.includes("-") ? text.replace(/-/g, "_") : undefined,
    ),
    "container-name-upper-case": changed(containerName, (text) => (text[0] ?? "").toUpperCase() + text.slice(1)),
    "label-value-space": changed(
      (host) => scalarsAt(host, "labels", "*"),
      (text) => (/^\w+-\w+/.test(text) ? text.replace("-", " ") : undefined),
    ),
    "label-value-trailing": changed(
      (host) => scalarsAt(host, "labels", "*"),
      (text) => (/^[a-z]+$/.test(text) ? `${text}-` : undefined),
    ),
    "label-key-space": (host) =>
      fieldsAt(host, "metadata", "labels", "*")
        .filter(({ key }) => /^[a-z]+[-.][a-z]+$/.test(key))
        .map(({ pair }) => replaced(host, pair.key, raw(host, pair.key).replace(/[-.]/, " "))),
    "port-too-large": [1.5, changed(portNumbers, (text) => `${text}${"0".repeat(Math.max(1, 6 - text.length))}`)],
    "port-zero": [0.7, changed(portNumbers, () => "0")],
    "port-negative": [0.5, changed(portNumbers, (text) => `-${text}`)],
    "port-name-upper-case": changed(portNames, (text) => text.toUpperCase()),
    "port-name-underscore": changed(portNames, (text) => (text.includes("-") ? text.replace("-", "_") : undefined)),
    "port-name-too-long": [0.7, changed(portNames, (text) => `${text}-for-monitoring`.slice(0, 30))],
    "node-port-out-of-range": [
      0.5,
      changed(
        (host) => scalarsNamed(host, "nodePort").filter(({ value }) => value.text.length === 5),
        (text) => text.slice(0, -1),
      ),
    ],
    "quantity-unit-b": [
      1.5,
      changed(memories, (text) => (/\d[KMGT]i?$/.test(text) ? `${text.replace(/i$/, "")}B` : undefined)),
    ],
    "quantity-ib": changed(memories, (text) => (/\d[KMGT]i$/.test(text) ? `${text}B` : undefined)),
    "quantity-lower-case": changed(memories, (text) => (/\d[KMGT]i$/.test(text) ? text.toLowerCase() : undefined)),
    "quantity-space": changed(memories, (text) =>
      /^\d+[KMGT]i?$/.test(text) ? text.replace(/(?=[KMGT])/, " ") : undefined,
    ),
    "cpu-unit": changed(
      (host) => scalarsNamed(host, "cpu"),
      (text) => (/^\d+m$/.test(text) ? `${text}i` : undefined),
    ),
    "replicas-negative": [
      0.7,
      changed(
        (host) => scalarsAt(host, "spec", "replicas"),
        (text) => (text === "0" ? undefined : `-${text}`),
      ),
    ],
    "schedule-field-missing": [
      1.5,
      changed(schedules, (text) => (text.split(" ").length === 5 ? text.split(" ").slice(0, 4).join(" ") : undefined)),
    ],
    "schedule-field-extra": changed(schedules, (text) => (text.split(" ").length === 5 ? `0 ${text}` : undefined)),
    "schedule-out-of-range": changed(schedules, (text) =>
      text.split(" ").length === 5 ? ["60", ...text.split(" ").slice(1)].join(" ") : undefined,
    ),
    "secret-not-base64": [
      1.5,
      changed(secretData, (text) => {
        const plain = Buffer.from(text, "base64").toString("utf8");
        return /^[\w.@/ !-]+$/.test(plain) && Buffer.from(plain, "base64").toString("base64") !== plain
          ? plain
          : undefined;
      }),
    ],
    "path-without-slash": changed(
      (host) => (kindOf(host) === "Ingress" ? scalarsAt(host, "path") : []),
      (text) => (/^\/\w/.test(text) ? text.slice(1) : undefined),
    ),
    "cidr-too-long": changed(cidrs, (text) => text.replace(/\/\d+$/, "/33")),
    "cidr-part-missing": changed(cidrs, (text) => text.replace(/\.\d+\//, "/")),
    "percent-with-space": changed(
      (host) => scalarsNamed(host, "maxSurge", "maxUnavailable", "minAvailable"),
      (text) => (/^\d+%$/.test(text) ? text.replace("%", " %") : undefined),
    ),
    "mode-decimal": changed(
      (host) => scalarsNamed(host, "defaultMode", "mode"),
      (text) => ({ "0644": "644", "420": "644", "0755": "755", "493": "755", "0600": "600" })[text],
    ),
    "job-restarts-always": changed(
      (host) => (/Job$/.test(kindOf(host)) ? scalarsNamed(host, "restartPolicy") : []),
      () => "Always",
    ),
    "workload-restarts-never": changed(
      (host) =>
        /^(?:Deployment|DaemonSet|StatefulSet)$/.test(kindOf(host)) ? scalarsNamed(host, "restartPolicy") : [],
      (_, random) => random.pick(["OnFailure", "Never"]),
    ),
    "server-owned-field": (host) =>
      placesOf(host)
        .fields.filter(
          ({ path, pair }) => path.length === 2 && path[0] === "metadata" && path[1] === "name" && pair.value,
        )
        .map(({ line, lastLine, column }) =>
          on(inserted(host, lastLine + 1, [`${" ".repeat(column)}resourceVersion: "38471"`]), line + 1),
        ),
    "host-with-scheme": [
      0.7,
      changed(
        (host) => (kindOf(host) === "Ingress" ? scalarsNamed(host, "host") : []),
        (text) => `https://${text}`,
      ),
    ],
    "image-empty": [
      0.5,
      (host) =>
        containersOf(host)
          .flatMap((container) => fieldsIn(host, container))
          .filter(({ key, pair, line, lastLine }) => key === "image" && pair.value && line === lastLine)
          .map(({ pair }) => replaced(host, { start: pair.colon + 1, end: pair.value?.end ?? pair.end }, "")),
    ],
  }),
];

const NUMBERS = [
  "replicas",
  "containerPort",
  "port",
  "nodePort",
  "initialDelaySeconds",
  "periodSeconds",
  "minReplicas",
  "maxReplicas",
  "runAsUser",
  "fsGroup",
  "backoffLimit",
  "completions",
  "parallelism",
  "failureThreshold",
  "timeoutSeconds",
  "revisionHistoryLimit",
  "terminationGracePeriodSeconds",
];

const SECONDS = [
  "initialDelaySeconds",
  "periodSeconds",
  "timeoutSeconds",
  "terminationGracePeriodSeconds",
  "ttlSecondsAfterFinished",
  "activeDeadlineSeconds",
  "minReadySeconds",
  "progressDeadlineSeconds",
];

/** A text that reads as a number or a boolean, put in with its quotes, and then without them. */
function unquoted(values: readonly string[], where: "env" | "annotations" | "labels" | "data"): Generator["mistakes"] {
  const find = (host: Host): readonly { readonly value: YScalar }[] => {
    if (where === "env") return scalarsAt(host, "env", "*", "value");
    if (where === "data")
      return kindOf(host) === "ConfigMap" ? scalarsAt(host, "data", "*") : scalarsAt(host, "stringData", "*");
    return scalarsAt(host, "metadata", where, "*");
  };
  return (host, random) =>
    find(host).map(({ value }) => {
      const text = random.pick(values);
      const mark = quoteOf(host);
      return { before: replaced(host, value, `${mark}${text}${mark}`).after, after: replaced(host, value, text).after };
    });
}

/** Items of `args` and `command` on lines of their own. */
const argumentsOf = (host: Host): readonly { readonly value: YScalar }[] =>
  fieldsNamed(host, "args", "command")
    .flatMap((field) => itemsIn(host, field))
    .flatMap(({ line, lastLine, item: { value } }) =>
      line === lastLine && value?.type === "scalar" && value.style !== "literal" && value.style !== "folded"
        ? [{ value }]
        : [],
    );

/** Names of kinds whose names must be DNS names; those of access control need not. */
function ownName(host: Host): ReturnType<Scalars> {
  const isStrict = !/Role|CustomResource|APIService|Webhook|PriorityLevel|FlowSchema|ValidatingAdmission/.test(
    kindOf(host),
  );
  return isStrict ? scalarsAt(host, "metadata", "name").filter(({ path }) => path.length === 2) : [];
}

function containerName(host: Host): ReturnType<Scalars> {
  return containersOf(host)
    .flatMap((container) => fieldsIn(host, container))
    .filter(({ key }) => key === "name")
    .flatMap(({ pair: { value }, path }) => (value?.type === "scalar" ? [{ value, path }] : []));
}

function portNumbers(host: Host): ReturnType<Scalars> {
  return [
    ...scalarsNamed(host, "containerPort", "hostPort"),
    ...(kindOf(host) === "Service" ? scalarsAt(host, "ports", "*", "port") : []),
  ].filter(({ value }) => /^\d+$/.test(value.text));
}

function portNames(host: Host): ReturnType<Scalars> {
  return containersOf(host).length === 0
    ? []
    : scalarsAt(host, "ports", "*", "name").filter(({ value }) => /^[a-z]/.test(value.text));
}

function memories(host: Host): ReturnType<Scalars> {
  return scalarsNamed(host, "memory", "storage", "ephemeral-storage").filter(({ path }) =>
    ["limits", "requests", "capacity"].includes(String(path.at(-2))),
  );
}

function schedules(host: Host): ReturnType<Scalars> {
  return kindOf(host) === "CronJob" ? scalarsNamed(host, "schedule") : [];
}

function secretData(host: Host): ReturnType<Scalars> {
  return kindOf(host) === "Secret" ? scalarsAt(host, "data", "*").filter(({ value }) => value.text.length >= 4) : [];
}

function cidrs(host: Host): ReturnType<Scalars> {
  return scalarsNamed(host, "cidr").filter(({ value }) => /^\d+\.\d+\.\d+\.\d+\/\d+$/.test(value.text));
}
