import { appFrom } from "./app.mjs";
import { placesIn } from "./places.mjs";
import { randomFrom } from "./random.mjs";
import { supporting } from "./supporting.mjs";
import { workloads } from "./workloads.mjs";

/** The fifteen kinds in the order in which a file holds them: the first one is a Deployment. */
export const kinds = [
  workloads.deployment,
  supporting.service,
  supporting.configMap,
  supporting.secret,
  supporting.serviceAccount,
  supporting.ingress,
  supporting.horizontalPodAutoscaler,
  supporting.networkPolicy,
  supporting.podDisruptionBudget,
  supporting.persistentVolumeClaim,
  workloads.statefulSet,
  supporting.role,
  supporting.roleBinding,
  workloads.job,
  workloads.cronJob,
];

/**
 * One file of so many documents, clean for Kubernetes 1.36 but for one seeded error in a Deployment near its middle.
 * With `halfTyped`, that Deployment also holds a key that somebody has just begun to type.
 *
 * @param {number} documents
 * @param {{ halfTyped: boolean, seed?: number }} options
 */
export function streamOf(documents, { halfTyped, seed = 20240 }) {
  const random = randomFrom(seed);
  const marked = Math.floor(documents / 2 / kinds.length) * kinds.length;
  const texts = [];
  let app;
  for (let index = 0; index < documents; index++) {
    if (index % kinds.length === 0) app = appFrom(random, index / kinds.length);
    const text = kinds[index % kinds.length](app);
    texts.push(index === marked ? withMistake(text, halfTyped) : text);
  }
  const start = texts.slice(0, marked).reduce((lines, text) => lines + text.split("\n").length, 0);
  const text = texts.join("---\n");
  return { text, documents, places: placesIn(text.split("\n"), start, halfTyped ? brokenMarks : wholeMarks) };
}

export function withMistake(deployment, halfTyped) {
  const wrong = deployment.replace(/^ {2}replicas: \d+$/m, "  replicas: three");
  return halfTyped ? wrong.replace(/^( {10})(image: .*)$(?=\n {10}ports:)/m, "$1$2\n$1imagePul") : wrong;
}

const wholeMarks = {
  mistake: "replicas: three",
  toggle: "containerPort: ",
  halfTyped: "imagePul",
  type: "ho",
  expected: /^hostPort/,
  hover: "revisionHistoryLimit",
  described: /ReplicaSet/i,
  newLine: /^ {10}image: \S+-\d{4}:\S+$/,
};

const brokenMarks = { ...wholeMarks, type: "l", expected: /^imagePullPolicy/ };
