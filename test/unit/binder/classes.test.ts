import { describe } from "node:test";
import { storageCases } from "../../kit/storage.ts";

describe("the default class", () => {
  storageCases([
    {
      name: "is given to a claim without any",
      objects: "sc d x.io default\npv a 1Gi RWO class=d\npvc c 1Gi RWO",
      facts: ["c bound a", 'c class "d"'],
    },
    {
      name: "keeps the claim from volumes without class",
      objects: "sc d x.io default\npv a 1Gi RWO\npvc c 1Gi RWO",
      facts: ["c dynamic-provisioning x.io", "c for a STORAGE_CLASS_MISMATCH"],
    },
    {
      name: "is not given to the empty class",
      objects: "sc d x.io default\npv a 1Gi RWO\npvc c 1Gi RWO class=",
      facts: ["c bound a", 'c class ""'],
    },
    {
      name: "is not given where the annotation is there",
      objects: "sc d x.io default\npv a 1Gi RWO\npvc c 1Gi RWO beta=",
      facts: ["c bound a", 'c class ""'],
    },
    {
      name: "wherever it stands in the documents",
      objects: "pvc c 1Gi RWO\nsc d x.io default",
      facts: ["c dynamic-provisioning x.io", 'c class "d"'],
    },
    {
      name: "needs exactly true",
      objects: 'sc d x.io metadata.annotations={"storageclass.kubernetes.io/is-default-class":"True"}\npvc c 1Gi RWO',
      facts: ["c pending", "c class none"],
    },
    {
      name: "by the older annotation",
      objects:
        'sc d x.io metadata.annotations={"storageclass.beta.kubernetes.io/is-default-class":"true"}\npvc c 1Gi RWO',
      facts: ['c class "d"'],
    },
    {
      name: "of two of one age the first by name",
      objects: "sc z x.io default\nsc b y.io default\npvc c 1Gi RWO",
      facts: ["c dynamic-provisioning y.io", 'c class "b"'],
    },
    {
      name: "that the API server refuses is none",
      objects: 'sc d x.io default raw={"reclaimPolicy":"Recycle"}\npvc c 1Gi RWO',
      facts: ["c pending", "c class none", "sc d answer rejected reclaimPolicy"],
    },
    {
      name: "comes later: a claim that is Pending gets it",
      before: "pvc c 1Gi RWO",
      objects: "pvc c 1Gi RWO\nsc d x.io default",
      facts: ["c dynamic-provisioning x.io", 'c class "d"'],
    },
    {
      name: "comes later, but a volume without class matches first",
      before: "pvc c 1Gi RWO",
      objects: "sc d x.io default\npv a 1Gi RWO",
      facts: ["c bound a", "c class none"],
    },
    {
      name: "comes later, and brings a volume of its own",
      before: "pvc c 1Gi RWO",
      objects: "sc d x.io default\npv a 1Gi RWO class=d",
      facts: ["c bound a", 'c class "d"'],
    },
    {
      name: "comes later: the empty class stays empty",
      before: "pvc c 1Gi RWO class=",
      objects: "sc d x.io default",
      facts: ["c pending", 'c class ""'],
    },
    {
      name: "of two ages the newer",
      before: "sc a x.io default",
      objects: "sc z y.io default\npvc c 1Gi RWO",
      facts: ["c dynamic-provisioning y.io", 'c class "z"'],
    },
    {
      name: "a bound claim keeps having none",
      before: "pv a 1Gi RWO\npvc c 1Gi RWO",
      objects: "sc d x.io default",
      facts: ["c bound a", "c class none"],
    },
  ]);
});

describe("provisioning", () => {
  storageCases([
    {
      name: "by an external provisioner",
      objects: "sc d ebs.csi.aws.com\npvc c 1Gi RWO class=d",
      facts: ["c dynamic-provisioning ebs.csi.aws.com"],
    },
    {
      name: "static volumes come first",
      objects: "sc d x.io\npv a 1Ti RWO class=d\npvc c 1Gi RWO class=d",
      facts: ["c bound a"],
    },
    {
      name: "by the CSI driver behind kubernetes.io/aws-ebs",
      objects: "sc d kubernetes.io/aws-ebs\npvc c 1Gi RWO class=d",
      facts: ["c dynamic-provisioning ebs.csi.aws.com"],
    },
    {
      name: "kubernetes.io/gce-pd",
      objects: "sc d kubernetes.io/gce-pd\npvc c 1Gi RWO class=d",
      facts: ["c dynamic-provisioning pd.csi.storage.gke.io"],
    },
    {
      name: "kubernetes.io/azure-disk",
      objects: "sc d kubernetes.io/azure-disk\npvc c 1Gi RWO class=d",
      facts: ["c dynamic-provisioning disk.csi.azure.com"],
    },
    {
      name: "kubernetes.io/azure-file",
      objects: "sc d kubernetes.io/azure-file\npvc c 1Gi RWO class=d",
      facts: ["c dynamic-provisioning file.csi.azure.com"],
    },
    {
      name: "kubernetes.io/cinder",
      objects: "sc d kubernetes.io/cinder\npvc c 1Gi RWO class=d",
      facts: ["c dynamic-provisioning cinder.csi.openstack.org"],
    },
    {
      name: "kubernetes.io/vsphere-volume",
      objects: "sc d kubernetes.io/vsphere-volume\npvc c 1Gi RWO class=d",
      facts: ["c dynamic-provisioning csi.vsphere.vmware.com"],
    },
    {
      name: "kubernetes.io/portworx-volume",
      objects: "sc d kubernetes.io/portworx-volume\npvc c 1Gi RWO class=d",
      facts: ["c dynamic-provisioning pxd.portworx.com"],
    },
    {
      name: "a removed plugin",
      objects: "sc d kubernetes.io/glusterfs\npvc c 1Gi RWO class=d",
      facts: ["c pending", "c reasons NO_VOLUME_PLUGIN"],
    },
    {
      name: "kubernetes.io/rbd is gone since 1.31",
      objects: "sc d kubernetes.io/rbd\npvc c 1Gi RWO class=d",
      facts: ["c pending"],
    },
    {
      name: "kubernetes.io/no-provisioner, immediate",
      objects: "sc d kubernetes.io/no-provisioner\npvc c 1Gi RWO class=d",
      facts: ["c pending", "c reasons NO_VOLUME_PLUGIN"],
    },
    {
      name: "kubernetes.io/host-path needs a flag",
      objects: "sc d kubernetes.io/host-path\npvc c 1Gi RWO class=d",
      facts: ["c pending"],
    },
    {
      name: "the class is missing",
      objects: "pvc c 1Gi RWO class=d",
      facts: ["c pending", "c reasons STORAGE_CLASS_NOT_FOUND", 'c class "d"'],
    },
    {
      name: "a refused class is missing too",
      objects: "sc d x/y/z\npvc c 1Gi RWO class=d",
      facts: ["c pending", "sc d answer rejected provisioner"],
    },
    {
      name: "the empty class never provisions",
      objects: "pvc c 1Gi RWO class=",
      facts: ["c pending", "c reasons NO_MATCHING_VOLUME"],
    },
    {
      name: "a selector is handed over, and refused later",
      objects: "sc d x.io\npvc c 1Gi RWO class=d sel=k:v",
      facts: ["c dynamic-provisioning x.io", "c reasons SELECTOR_NOT_PROVISIONED"],
    },
    {
      name: "ReadWriteOnce and ReadOnlyMany together",
      objects: "sc d x.io\npvc c 1Gi RWO,ROX class=d",
      facts: ["c dynamic-provisioning x.io", "c reasons ACCESS_MODES_NOT_PROVISIONED"],
    },
    {
      name: "ReadWriteMany among them is one writer mode",
      objects: "sc d x.io\npvc c 1Gi RWO,ROX,RWX class=d",
      facts: ["c dynamic-provisioning x.io", "c reasons "],
    },
    {
      name: "by the class of the annotation",
      objects: "sc d x.io\npvc c 1Gi RWO class=other beta=d",
      facts: ["c dynamic-provisioning x.io", 'c class "d"'],
    },
    {
      name: "the second claim is provisioned when the volume is taken",
      objects: "sc d x.io\npv a 1Gi RWO class=d\npvc c 1Gi RWO class=d\npvc e 1Gi RWO class=d",
      facts: ["c bound a", "e dynamic-provisioning x.io"],
    },
  ]);
});

describe("WaitForFirstConsumer without pods", () => {
  storageCases([
    {
      name: "a claim waits although a volume fits",
      objects: "sc w x.io wffc\npv a 1Gi RWO class=w\npvc c 1Gi RWO class=w",
      facts: ["c waits-for-first-consumer", "c for a fits", "c reasons WAIT_FOR_FIRST_CONSUMER", "pv a Available"],
    },
    {
      name: "a claim waits without any volume",
      objects: "sc w kubernetes.io/no-provisioner wffc\npvc c 1Gi RWO class=w",
      facts: ["c waits-for-first-consumer"],
    },
    {
      name: "a missing class object waits for nobody",
      objects: "pv a 1Gi RWO class=w on=n1\npvc c 1Gi RWO class=w",
      facts: ["c bound a"],
    },
    {
      name: "a selected node goes to the provisioner",
      objects: 'sc w x.io wffc\npvc c 1Gi RWO class=w metadata.annotations={"volume.kubernetes.io/selected-node":"n1"}',
      facts: ["c dynamic-provisioning x.io"],
    },
    {
      name: "a selected node passes static volumes by",
      objects:
        'sc w x.io wffc\npv a 1Gi RWO class=w\npvc c 1Gi RWO class=w metadata.annotations={"volume.kubernetes.io/selected-node":"n1"}',
      facts: ["c dynamic-provisioning x.io"],
    },
    {
      name: "the default class may wait",
      objects: "sc w x.io wffc default\npvc c 1Gi RWO",
      facts: ["c waits-for-first-consumer", 'c class "w"'],
    },
    {
      name: "a pod without nodes leaves it waiting",
      objects: "sc w x.io wffc\npvc c 1Gi RWO class=w\npod p uses=c",
      facts: ["c waits-for-first-consumer", "c reasons WAIT_FOR_POD_SCHEDULED", "pod p schedulable-after-provisioning"],
    },
  ]);
});
