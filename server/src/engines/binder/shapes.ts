import type { Shape } from "./decode.ts";

const list = (shape: Shape): Shape => ({ list: shape });
const map = (shape: Shape): Shape => ({ map: shape });
const fields = (shapes: Readonly<Record<string, Shape>>): Shape => ({ fields: shapes });
const named = (names: string, shape: Shape): Readonly<Record<string, Shape>> =>
  Object.fromEntries(names.split(" ").map((name) => [name, shape]));

const STRINGS = list("string");
const TABLE = map("string");

const METADATA = fields({
  ...named("name generateName namespace uid resourceVersion creationTimestamp deletionTimestamp", "string"),
  labels: TABLE,
  annotations: TABLE,
  finalizers: STRINGS,
  ownerReferences: list(fields({ ...named("apiVersion kind name uid", "string"), controller: "bool" })),
});

const REQUIREMENT = fields({ key: "string", operator: "string", values: STRINGS });
const LABEL_SELECTOR = fields({ matchLabels: TABLE, matchExpressions: list(REQUIREMENT) });
const NODE_TERM = fields({ matchExpressions: list(REQUIREMENT), matchFields: list(REQUIREMENT) });
const NODE_SELECTOR = fields({ nodeSelectorTerms: list(NODE_TERM) });
const REFERENCE = fields(named("apiVersion kind name namespace uid resourceVersion fieldPath apiGroup", "string"));

/** The sources that pods and volumes share; where the two differ in fields, the union. */
const SOURCES: Readonly<Record<string, Shape>> = {
  hostPath: fields({ path: "string", type: "string" }),
  gcePersistentDisk: fields({ pdName: "string", fsType: "string", partition: "int32", readOnly: "bool" }),
  awsElasticBlockStore: fields({ volumeID: "string", fsType: "string", partition: "int32", readOnly: "bool" }),
  nfs: fields({ server: "string", path: "string", readOnly: "bool" }),
  iscsi: fields({
    ...named("targetPortal iqn iscsiInterface fsType initiatorName", "string"),
    ...named("readOnly chapAuthDiscovery chapAuthSession", "bool"),
    lun: "int32",
    portals: STRINGS,
    secretRef: REFERENCE,
  }),
  glusterfs: fields({ ...named("endpoints path endpointsNamespace", "string"), readOnly: "bool" }),
  flocker: fields(named("datasetName datasetUUID", "string")),
  rbd: fields({
    monitors: STRINGS,
    ...named("image fsType pool user keyring", "string"),
    secretRef: REFERENCE,
    readOnly: "bool",
  }),
  cinder: fields({ volumeID: "string", fsType: "string", readOnly: "bool", secretRef: REFERENCE }),
  cephfs: fields({
    monitors: STRINGS,
    ...named("path user secretFile", "string"),
    secretRef: REFERENCE,
    readOnly: "bool",
  }),
  quobyte: fields({ ...named("registry volume user group tenant", "string"), readOnly: "bool" }),
  fc: fields({ targetWWNs: STRINGS, wwids: STRINGS, lun: "int32", fsType: "string", readOnly: "bool" }),
  flexVolume: fields({ driver: "string", fsType: "string", secretRef: REFERENCE, readOnly: "bool", options: TABLE }),
  azureFile: fields({ ...named("secretName shareName secretNamespace", "string"), readOnly: "bool" }),
  azureDisk: fields({ ...named("diskName diskURI cachingMode fsType kind", "string"), readOnly: "bool" }),
  vsphereVolume: fields(named("volumePath fsType storagePolicyName storagePolicyID", "string")),
  photonPersistentDisk: fields(named("pdID fsType", "string")),
  portworxVolume: fields({ volumeID: "string", fsType: "string", readOnly: "bool" }),
  scaleIO: fields({
    ...named("gateway system protectionDomain storagePool storageMode volumeName fsType", "string"),
    ...named("sslEnabled readOnly", "bool"),
    secretRef: REFERENCE,
  }),
  storageos: fields({
    ...named("volumeName volumeNamespace fsType", "string"),
    readOnly: "bool",
    secretRef: REFERENCE,
  }),
  csi: fields({
    ...named("driver volumeHandle fsType", "string"),
    readOnly: "bool",
    volumeAttributes: TABLE,
    ...named(
      "controllerPublishSecretRef nodeStageSecretRef nodePublishSecretRef controllerExpandSecretRef nodeExpandSecretRef",
      REFERENCE,
    ),
  }),
};

const RESOURCES = fields({ requests: map("quantity"), limits: map("quantity") });

const CLAIM_SPEC = fields({
  accessModes: STRINGS,
  selector: LABEL_SELECTOR,
  resources: RESOURCES,
  ...named("volumeName storageClassName volumeMode volumeAttributesClassName", "string"),
  dataSource: REFERENCE,
  dataSourceRef: REFERENCE,
});

export const CLAIM = fields({ metadata: METADATA, spec: CLAIM_SPEC });

export const VOLUME = fields({
  metadata: METADATA,
  spec: fields({
    ...SOURCES,
    local: fields({ path: "string", fsType: "string" }),
    capacity: map("quantity"),
    accessModes: STRINGS,
    claimRef: REFERENCE,
    mountOptions: STRINGS,
    nodeAffinity: fields({ required: NODE_SELECTOR }),
    ...named("persistentVolumeReclaimPolicy storageClassName volumeMode volumeAttributesClassName", "string"),
  }),
});

export const STORAGE_CLASS = fields({
  metadata: METADATA,
  ...named("provisioner reclaimPolicy volumeBindingMode", "string"),
  parameters: TABLE,
  mountOptions: STRINGS,
  allowVolumeExpansion: "bool",
  allowedTopologies: list(fields({ matchLabelExpressions: list(fields({ key: "string", values: STRINGS })) })),
});

export const ATTRIBUTES_CLASS = fields({ metadata: METADATA, driverName: "string", parameters: TABLE });

const ITEMS = list(fields({ key: "string", path: "string", mode: "int32" }));
const DOWNWARD_ITEMS = list(
  fields({
    path: "string",
    fieldRef: fields(named("apiVersion fieldPath", "string")),
    resourceFieldRef: fields({ containerName: "string", resource: "string", divisor: "quantity" }),
    mode: "int32",
  }),
);

const POD_VOLUME = fields({
  name: "string",
  ...SOURCES,
  emptyDir: fields({ medium: "string", sizeLimit: "quantity" }),
  gitRepo: fields(named("repository revision directory", "string")),
  persistentVolumeClaim: fields({ claimName: "string", readOnly: "bool" }),
  secret: fields({ secretName: "string", items: ITEMS, defaultMode: "int32", optional: "bool" }),
  configMap: fields({ name: "string", items: ITEMS, defaultMode: "int32", optional: "bool" }),
  downwardAPI: fields({ items: DOWNWARD_ITEMS, defaultMode: "int32" }),
  projected: fields({
    defaultMode: "int32",
    sources: list(
      fields({
        secret: fields({ name: "string", items: ITEMS, optional: "bool" }),
        configMap: fields({ name: "string", items: ITEMS, optional: "bool" }),
        downwardAPI: fields({ items: DOWNWARD_ITEMS }),
        serviceAccountToken: fields({ audience: "string", expirationSeconds: "int64", path: "string" }),
        clusterTrustBundle: fields({
          ...named("name signerName path", "string"),
          labelSelector: LABEL_SELECTOR,
          optional: "bool",
        }),
      }),
    ),
  }),
  ephemeral: fields({ volumeClaimTemplate: fields({ metadata: METADATA, spec: CLAIM_SPEC }) }),
  image: fields(named("reference pullPolicy", "string")),
});

const CONTAINER = fields({
  ...named("name image imagePullPolicy", "string"),
  command: STRINGS,
  args: STRINGS,
  resources: RESOURCES,
  securityContext: fields({ privileged: "bool" }),
  volumeMounts: list(
    fields({
      ...named("name mountPath subPath subPathExpr mountPropagation recursiveReadOnly", "string"),
      readOnly: "bool",
    }),
  ),
  volumeDevices: list(fields(named("name devicePath", "string"))),
});

const POD_SPEC = fields({
  volumes: list(POD_VOLUME),
  containers: list(CONTAINER),
  initContainers: list(CONTAINER),
  nodeSelector: TABLE,
  ...named("nodeName schedulerName restartPolicy", "string"),
  affinity: fields({
    nodeAffinity: fields({ requiredDuringSchedulingIgnoredDuringExecution: NODE_SELECTOR }),
  }),
  securityContext: fields({ fsGroup: "int64", fsGroupChangePolicy: "string" }),
  tolerations: list(fields({ ...named("key operator value effect", "string"), tolerationSeconds: "int64" })),
});

export const POD = fields({ metadata: METADATA, spec: POD_SPEC });

const TEMPLATE = fields({ metadata: METADATA, spec: POD_SPEC });

/** Deployment, ReplicaSet, ReplicationController, DaemonSet and Job: all hold `spec.template`. */
export const WORKLOAD = fields({ metadata: METADATA, spec: fields({ replicas: "int32", template: TEMPLATE }) });

export const CRON_JOB = fields({
  metadata: METADATA,
  spec: fields({ jobTemplate: fields({ metadata: METADATA, spec: fields({ template: TEMPLATE }) }) }),
});

export const STATEFUL_SET = fields({
  metadata: METADATA,
  spec: fields({
    replicas: "int32",
    ordinals: fields({ start: "int32" }),
    persistentVolumeClaimRetentionPolicy: fields(named("whenDeleted whenScaled", "string")),
    serviceName: "string",
    podManagementPolicy: "string",
    selector: LABEL_SELECTOR,
    template: TEMPLATE,
    volumeClaimTemplates: list(CLAIM),
  }),
});

export const NODE = fields({
  metadata: METADATA,
  spec: fields({
    unschedulable: "bool",
    taints: list(fields(named("key value effect", "string"))),
  }),
});

/** Anything else: only its name is of interest. */
export const OTHER = fields({ metadata: METADATA });
