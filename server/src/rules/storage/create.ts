import type { Resource } from "../../model/resource.ts";
import type { Claim } from "../../workspace/storage-cluster.ts";
import { quoteIfNeeded } from "../../yaml/edit.ts";
import { documentAfter } from "../new-document.ts";
import type { Fix } from "../rule.ts";
import { quoted } from "../wording.ts";
import { requestOf } from "./words.ts";

const PATH = "/PATH/TO/DATA";

/** A volume that the claim is sure to get, as a document below it. The place of the data is left to be filled in. */
export function createVolume({ doc, root }: Resource, claim: Claim): Fix {
  const name = `${claim.name}-pv`;
  const lines = [
    "apiVersion: v1",
    "kind: PersistentVolume",
    "metadata:",
    `  name: ${quoteIfNeeded(name)}`,
    "spec:",
    "  capacity:",
    `    storage: ${quoteIfNeeded(requestOf(claim))}`,
    "  accessModes:",
    ...claim.modes.map((mode) => `    - ${mode}`),
    ...(claim.volumeMode === "Filesystem" ? [] : [`  volumeMode: ${claim.volumeMode}`]),
    `  storageClassName: ${claim.className === "" ? '""' : quoteIfNeeded(claim.className)}`,
    "  persistentVolumeReclaimPolicy: Retain",
    "  claimRef:",
    `    name: ${quoteIfNeeded(claim.name)}`,
    `    namespace: ${quoteIfNeeded(claim.namespace)}`,
    "  hostPath:",
    `    path: ${PATH}`,
  ];
  return {
    title: {
      en: `Create a volume ${quoted(name)} for the claim`,
      vi: `Tạo volume ${quoted(name)} cho claim`,
    },
    preferred: false,
    safe: false,
    edits: [documentAfter(doc.text, root.end, lines)],
    blank: PATH,
  };
}

const PROVISIONER = "PROVISIONER";

/** The class that the claim names. Who makes its volumes is left to be filled in, unless nobody does. */
export function createClass({ doc, root }: Resource, name: string, provisioner: string = PROVISIONER): Fix {
  const lines = [
    "apiVersion: storage.k8s.io/v1",
    "kind: StorageClass",
    "metadata:",
    `  name: ${quoteIfNeeded(name)}`,
    `provisioner: ${provisioner}`,
    "volumeBindingMode: WaitForFirstConsumer",
  ];
  return {
    title: { en: `Create the StorageClass ${quoted(name)}`, vi: `Tạo StorageClass ${quoted(name)}` },
    preferred: false,
    safe: false,
    edits: [documentAfter(doc.text, root.end, lines)],
    ...(provisioner === PROVISIONER ? { blank: PROVISIONER } : {}),
  };
}
