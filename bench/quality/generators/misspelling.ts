import type { Host } from "../hosts.ts";
import { type Generator, generators, type Mistake, replaced } from "../mistake.ts";
import { type Field, isFree, placesOf, raw, scalars, scalarsAt, scalarsNamed } from "../places.ts";
import type { Random } from "../random.ts";
import { SLIPS, slip } from "../slips.ts";

type Respell = (word: string, random: Random) => string | undefined;

/** Known words spelt wrongly: fields, values of a closed set, kinds and API versions. */
export const MISSPELLING: readonly Generator[] = [
  ...generators("misspelling", "shape", {
    "field-dropped-letter": [1.5, keys(SLIPS.dropped)],
    "field-doubled-letter": keys(SLIPS.doubled),
    "field-transposed-letters": [1.5, keys(SLIPS.transposed)],
    "field-neighbour-letter": keys(SLIPS.neighbour),
    "field-lower-case": keys((word) => word.toLowerCase()),
    "field-pascal-case": keys((word) => (word[0] ?? "").toUpperCase() + word.slice(1)),
    "field-snake-case": keys((word) => word.replace(/[A-Z]+/g, (run) => `_${run.toLowerCase()}`)),
    "field-kebab-case": [0.7, keys((word) => word.replace(/[A-Z]+/g, (run) => `-${run.toLowerCase()}`))],
    "field-plural": keys((word) => (word.endsWith("s") ? undefined : `${word}s`)),
    "field-singular": keys((word) => (/[^s]s$/.test(word) ? word.slice(0, -1) : undefined)),
    "field-other-word": keys((word) => OTHER_WORDS[word]),
    "field-two-slips": [
      0.5,
      keys((word, random) => (word.length > 8 ? slip(slip(word, random) ?? "", random) : undefined)),
    ],
    "kind-slip": top("kind", slip),
    "kind-case": top("kind", (word) => word.toLowerCase()),
    "kind-camel-case": [0.5, top("kind", (word) => (word[0] ?? "").toLowerCase() + word.slice(1))],
    "kind-inner-case": [0.5, top("kind", (word) => (word[0] ?? "") + word.slice(1).toLowerCase())],
    "kind-plural": [0.7, top("kind", (word) => `${word}s`)],
    "kind-short": [0.5, top("kind", (word) => SHORT_KINDS[word])],
    "api-version-slip": top("apiVersion", (word, random) => (word.length > 3 ? slip(word, random) : undefined)),
    "api-version-case": [0.5, top("apiVersion", (word) => word.replace("v", "V"))],
    "api-version-upside-down": [
      0.5,
      top("apiVersion", (word) => (word.includes("/") ? word.split("/").reverse().join("/") : undefined)),
    ],
    "api-version-wrong-separator": [
      0.5,
      top("apiVersion", (word) => (word.includes("/") ? word.replace("/", ".") : undefined)),
    ],
    "api-version-without-v": [0.5, top("apiVersion", (word) => word.replace(/(^|\/)v(?=\d)/, "$1"))],
  }),
  ...generators("misspelling", "rejected", {
    "value-slip": [
      1.5,
      (host, random) => closedValues(host).flatMap((field) => respelt(host, field.value, slip, random)),
    ],
    "value-lower-case": (host, random) =>
      closedValues(host).flatMap((field) => respelt(host, field.value, (word) => word.toLowerCase(), random)),
    "value-upper-case": [
      0.5,
      (host, random) =>
        closedValues(host).flatMap((field) => respelt(host, field.value, (word) => word.toUpperCase(), random)),
    ],
    "value-kebab-case": [
      0.5,
      (host, random) => closedValues(host).flatMap((field) => respelt(host, field.value, spaced, random)),
    ],
    "reference-kind-slip": (host, random) =>
      [...scalarsAt(host, "roleRef", "kind"), ...scalarsAt(host, "subjects", "*", "kind")].flatMap(({ value }) =>
        respelt(host, value, slip, random),
      ),
  }),
];

/** Words of other tools, or of other places in Kubernetes, for the same thing. */
const OTHER_WORDS: Readonly<Record<string, string>> = {
  env: "environment",
  command: "cmd",
  args: "arguments",
  image: "imageName",
  replicas: "replicaCount",
  volumeMounts: "mounts",
  mountPath: "path",
  containerPort: "port",
  targetPort: "containerPort",
  matchLabels: "matchLabel",
  serviceAccountName: "serviceAccountNames",
  storageClassName: "storageClass",
  claimName: "pvcName",
  initContainers: "initContainer",
  livenessProbe: "livelinessProbe",
  readinessProbe: "readynessProbe",
  imagePullPolicy: "pullPolicy",
  restartPolicy: "restart",
  nodeSelector: "nodeSelectors",
  accessModes: "accessMode",
  periodSeconds: "interval",
  initialDelaySeconds: "initialDelay",
};

const SHORT_KINDS: Readonly<Record<string, string>> = {
  Deployment: "Deploy",
  Service: "svc",
  PersistentVolumeClaim: "PVC",
  HorizontalPodAutoscaler: "HPA",
  ConfigMap: "cm",
  ServiceAccount: "SA",
  PersistentVolume: "PV",
  PodDisruptionBudget: "PDB",
};

/** Fields whose values come from a closed set. */
const CLOSED = [
  "imagePullPolicy",
  "restartPolicy",
  "protocol",
  "concurrencyPolicy",
  "dnsPolicy",
  "persistentVolumeReclaimPolicy",
  "reclaimPolicy",
  "volumeBindingMode",
  "pathType",
  "sessionAffinity",
  "externalTrafficPolicy",
  "podManagementPolicy",
  "operator",
  "effect",
  "volumeMode",
  "terminationMessagePolicy",
  "whenUnsatisfiable",
  "scheme",
];

const closedValues = (host: Host) => [
  ...scalarsNamed(host, ...CLOSED).filter(({ path }) => !isFree(path)),
  ...scalarsAt(host, "strategy", "type"),
  ...scalarsAt(host, "updateStrategy", "type"),
  ...(scalarsAt(host, "kind")[0]?.value.text === "Service" ? scalarsAt(host, "spec", "type") : []),
  ...placesOf(host).items.flatMap(({ item: { value }, path }) =>
    value?.type === "scalar" && ["accessModes", "policyTypes"].includes(String(path[path.length - 2]))
      ? [{ value }]
      : [],
  ),
];

const spaced: Respell = (word) =>
  /[a-z][A-Z]/.test(word) ? word.replace(/([a-z])(?=[A-Z])/g, "$1-").toLowerCase() : undefined;

/** Fields that the schema knows, respelt. */
function keys(respell: Respell): Generator["mistakes"] {
  return (host, random) =>
    placesOf(host)
      .fields.filter((field) => !isFree(field.path) && isCommon(field))
      .flatMap(({ pair }) => respelt(host, pair.key, respell, random));
}

/** `apiVersion` and `kind` and `metadata` have rules of their own to be missed, and one slip in them is enough. */
const isCommon = ({ path }: Field): boolean =>
  path.length > 1 || path[0] === "spec" || path[0] === "metadata" || path[0] === "kind" || path[0] === "apiVersion";

function top(key: string, respell: Respell): Generator["mistakes"] {
  return (host, random) =>
    scalars(host)
      .filter(({ path }) => path.length === 1 && path[0] === key)
      .flatMap(({ value }) => respelt(host, value, respell, random));
}

function respelt(
  host: Host,
  word: { readonly start: number; readonly end: number },
  respell: Respell,
  random: Random,
): readonly Mistake[] {
  const text = raw(host, word);
  if (!/^[\w./-]+$/.test(text)) return [];
  const wrong = respell(text, random);
  return wrong === undefined || wrong === text || wrong === "" ? [] : [replaced(host, word, wrong)];
}
