import type { ExternalObject, StorageClassFact } from "./configuration.ts";

export const PRESETS = ["eks", "gke", "aks", "k3s", "kind", "minikube", "openshift"] as const;

export type Preset = (typeof PRESETS)[number];

export const isPreset = (text: string): text is Preset => PRESETS.some((preset) => preset === text);

export interface PresetFacts {
  readonly storageClasses: readonly StorageClassFact[];
  readonly external: readonly ExternalObject[];
}

/** What a distribution sets up before anybody asks. Only what every new cluster of it has: add-ons are not here. */
export const presetFacts = (preset: Preset | undefined): PresetFacts => (preset ? FACTS[preset] : NOTHING);

const NOTHING: PresetFacts = { storageClasses: [], external: [] };

const AZURE_DISK = "disk.csi.azure.com";
const AZURE_FILE = "file.csi.azure.com";
const GCE_DISK = "pd.csi.storage.gke.io";

const FACTS: { readonly [P in Preset]: PresetFacts } = {
  // Since 1.30 a new cluster marks no class as default.
  eks: { storageClasses: [waiting("gp2", "kubernetes.io/aws-ebs", { expands: false })], external: [] },
  gke: {
    storageClasses: [
      isDefault(waiting("standard-rwo", GCE_DISK)),
      waiting("premium-rwo", GCE_DISK),
      immediate("standard", "kubernetes.io/gce-pd"),
    ],
    external: [],
  },
  aks: {
    storageClasses: [
      isDefault(waiting("default", AZURE_DISK)),
      ...["managed", "managed-csi", "managed-csi-premium", "managed-premium"].map((name) => waiting(name, AZURE_DISK)),
      ...["azurefile", "azurefile-csi", "azurefile-csi-premium", "azurefile-premium"].map((name) =>
        immediate(name, AZURE_FILE),
      ),
    ],
    external: [],
  },
  k3s: {
    storageClasses: [isDefault(waiting("local-path", "rancher.io/local-path", { expands: false }))],
    external: [object("IngressClass", "traefik")],
  },
  kind: {
    storageClasses: [isDefault(waiting("standard", "rancher.io/local-path", { expands: false }))],
    external: [],
  },
  minikube: {
    storageClasses: [isDefault(immediate("standard", "k8s.io/minikube-hostpath", { expands: false }))],
    external: [],
  },
  // Its StorageClasses depend on the platform below; every namespace has these two.
  openshift: {
    storageClasses: [],
    external: [
      object("IngressClass", "openshift-default"),
      object("ConfigMap", "openshift-service-ca.crt"),
      object("ServiceAccount", "builder"),
      object("ServiceAccount", "deployer"),
    ],
  },
};

interface Traits {
  readonly expands: boolean;
}

function waiting(name: string, provisioner: string, traits: Traits = { expands: true }): StorageClassFact {
  return shipped(name, provisioner, "WaitForFirstConsumer", traits);
}

function immediate(name: string, provisioner: string, traits: Traits = { expands: true }): StorageClassFact {
  return shipped(name, provisioner, "Immediate", traits);
}

function shipped(name: string, provisioner: string, volumeBindingMode: string, { expands }: Traits): StorageClassFact {
  return {
    name,
    isDefault: false,
    provisioner,
    volumeBindingMode,
    allowVolumeExpansion: expands,
    reclaimPolicy: "Delete",
  };
}

function isDefault(storageClass: StorageClassFact): StorageClassFact {
  return { ...storageClass, isDefault: true };
}

function object(kind: string, name: string): ExternalObject {
  return { kind, name, namespace: undefined, keys: undefined };
}
