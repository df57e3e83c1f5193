import { describe } from "node:test";
import { storageCases } from "../../kit/storage.ts";

const TWO = "node n1 zone=a\nnode n2 zone=b\n";
const WAITS = "sc w kubernetes.io/no-provisioner wffc\n";

describe("pods and claims that are bound", () => {
  storageCases([
    {
      name: "a pod goes where its volume can be reached",
      objects: `${TWO}pv a 1Gi RWO on=n2\npvc c 1Gi RWO\npod p uses=c`,
      facts: ["c bound a", "pod p scheduled n2"],
    },
    {
      name: "a volume without affinity can be reached from everywhere",
      objects: `${TWO}pv a 1Gi RWO\npvc c 1Gi RWO\npod p uses=c`,
      facts: ["pod p scheduled n1|n2"],
    },
    {
      name: "no node has the volume",
      objects: `${TWO}pv a 1Gi RWO on=n9\npvc c 1Gi RWO\npod p uses=c`,
      facts: ["c bound a", "pod p pending", "pod p reasons NODE_AFFINITY_CONFLICT"],
    },
    {
      name: "nodeSelector against the volume",
      objects: `${TWO}pv a 1Gi RWO on=n2\npvc c 1Gi RWO\npod p uses=c select=kubernetes.io/hostname:n1`,
      facts: ["pod p pending"],
    },
    {
      name: "two volumes on two nodes",
      objects: `${TWO}pv a 1Gi RWO on=n1\npv b 2Gi RWO on=n2\npvc c 1Gi RWO vol=a\npvc d 1Gi RWO vol=b\npod p uses=c,d`,
      facts: ["pod p pending"],
    },
    {
      name: "two volumes in one zone",
      objects: `${TWO}pv a 1Gi RWO in=b\npv b 2Gi RWO in=a,b\npvc c 1Gi RWO vol=a\npvc d 1Gi RWO vol=b\npod p uses=c,d`,
      facts: ["pod p scheduled n2"],
    },
    {
      name: "the claim does not exist",
      objects: `${TWO}pod p uses=c`,
      facts: ["pod p pending", "pod p reasons CLAIM_NOT_FOUND"],
    },
    {
      name: "the claim is in another namespace",
      objects: `${TWO}pv a 1Gi RWO\npvc c 1Gi RWO ns=team\npod p uses=c`,
      facts: ["pod p pending", "team/c bound a"],
    },
    {
      name: "the claim is Pending",
      objects: `${TWO}pvc c 1Gi RWO\npod p uses=c`,
      facts: ["pod p pending", "pod p reasons UNBOUND_IMMEDIATE_CLAIM"],
    },
    {
      name: "the claim is being provisioned, and did not wait",
      objects: `${TWO}sc d x.io\npvc c 1Gi RWO class=d\npod p uses=c`,
      facts: ["c dynamic-provisioning x.io", "pod p pending"],
    },
    {
      name: "the claim is Lost",
      objects: `${TWO}pvc c 1Gi RWO vol=a done\npod p uses=c`,
      facts: ["pod p pending", "pod p reasons CLAIM_LOST"],
    },
    { name: "a pod without claims", objects: `${TWO}pod p`, facts: ["pod p scheduled n1|n2"] },
    {
      name: "zone labels of the volume",
      objects: `${TWO}pv a 1Gi RWO zone=b\npvc c 1Gi RWO\npod p uses=c`,
      facts: ["pod p scheduled n2"],
    },
    {
      name: "several zones in one label",
      objects: `${TWO}pv a 1Gi RWO zone=a__b\npvc c 1Gi RWO\npod p uses=c`,
      facts: ["pod p scheduled n1|n2"],
    },
    {
      name: "zone labels do not count on nodes without any",
      objects: "node n1\npv a 1Gi RWO zone=b\npvc c 1Gi RWO\npod p uses=c",
      facts: ["pod p scheduled n1"],
    },
    {
      name: "the older zone label of the volume",
      objects: `${TWO}pv a 1Gi RWO labels=failure-domain.beta.kubernetes.io/zone:a\npvc c 1Gi RWO\npod p uses=c`,
      facts: ["pod p scheduled n1"],
    },
    {
      name: "ReadWriteOnce is not enforced by the scheduler",
      objects: `${TWO}pv a 1Gi RWO\npvc c 1Gi RWO\npod p uses=c\npod q uses=c`,
      facts: ["pod p scheduled n1|n2", "pod q scheduled n1|n2"],
    },
    {
      name: "ReadWriteOncePod is",
      objects: `${TWO}pv a 1Gi RWOP\npvc c 1Gi RWOP\npod p uses=c\npod q uses=c`,
      facts: ["pod p scheduled n1|n2", "pod q pending", "pod q reasons CLAIM_IN_USE"],
    },
    {
      name: "nodeName passes the scheduler by",
      objects: `${TWO}pv a 1Gi RWO\npvc c 1Gi RWO\npod p uses=c spec.nodeName=n1`,
      facts: ["pod p scheduled n1"],
    },
    {
      name: "nodeName with a claim that waits",
      objects: `${TWO}${WAITS}pv a 1Gi RWO class=w\npvc c 1Gi RWO class=w\npod p uses=c spec.nodeName=n1`,
      facts: ["c waits-for-first-consumer", "pod p pending n1", "pod p reasons NODE_NAME_SET"],
    },
    {
      name: "a cordoned node",
      objects: "node n1 spec.unschedulable=true\nnode n2\npod p",
      facts: ["pod p scheduled n2"],
    },
    {
      name: "a taint",
      objects: 'node n1 spec.taints=[{"key":"k","value":"v","effect":"NoSchedule"}]\nnode n2\npod p',
      facts: ["pod p scheduled n2"],
    },
    {
      name: "a taint that is tolerated",
      objects:
        'node n1 spec.taints=[{"key":"k","value":"v","effect":"NoSchedule"}]\npod p spec.tolerations=[{"key":"k","operator":"Exists"}]',
      facts: ["pod p scheduled n1"],
    },
    {
      name: "a taint with another value is not",
      objects:
        'node n1 spec.taints=[{"key":"k","value":"v","effect":"NoExecute"}]\npod p spec.tolerations=[{"key":"k","value":"w"}]',
      facts: ["pod p pending", "pod p reasons NODE_NOT_ELIGIBLE"],
    },
    {
      name: "required node affinity of the pod",
      objects: `${TWO}pod p spec.affinity={"nodeAffinity":{"requiredDuringSchedulingIgnoredDuringExecution":{"nodeSelectorTerms":[{"matchExpressions":[{"key":"topology.kubernetes.io/zone","operator":"NotIn","values":["a"]}]}]}}}`,
      facts: ["pod p scheduled n2"],
    },
    {
      name: "a volume's terms are ORed",
      objects: `${TWO}pv a 1Gi RWO spec.nodeAffinity={"required":{"nodeSelectorTerms":[{"matchExpressions":[{"key":"x","operator":"Exists"}]},{"matchFields":[{"key":"metadata.name","operator":"In","values":["n2"]}]}]}}\npvc c 1Gi RWO\npod p uses=c`,
      facts: ["pod p scheduled n2"],
    },
    {
      name: "an empty term matches no node",
      objects: `${TWO}pv a 1Gi RWO spec.nodeAffinity={"required":{"nodeSelectorTerms":[{}]}}\npvc c 1Gi RWO\npod p uses=c`,
      facts: ["pod p pending"],
    },
    {
      name: "Gt compares numbers",
      objects:
        'node n1 labels=cpu:9\nnode n2 labels=cpu:10\npv a 1Gi RWO spec.nodeAffinity={"required":{"nodeSelectorTerms":[{"matchExpressions":[{"key":"cpu","operator":"Gt","values":["9"]}]}]}}\npvc c 1Gi RWO\npod p uses=c',
      facts: ["pod p scheduled n2"],
    },
    {
      name: "scheduling gates",
      objects: `${TWO}pod p spec.schedulingGates=[{"name":"g"}]`,
      facts: ["pod p pending", "pod p reasons SCHEDULING_GATED"],
    },
    {
      name: "without nodes storage decides alone",
      objects: "pv a 1Gi RWO on=n1\npvc c 1Gi RWO\npod p uses=c",
      facts: ["pod p scheduled"],
    },
    {
      name: "without nodes contradictions are seen",
      objects: "pv a 1Gi RWO on=n1\npv b 2Gi RWO on=n2\npvc c 1Gi RWO vol=a\npvc d 1Gi RWO vol=b\npod p uses=c,d",
      facts: ["pod p pending"],
    },
    {
      name: "without nodes, nodeSelector against the volume",
      objects: "pv a 1Gi RWO on=n1\npvc c 1Gi RWO\npod p uses=c select=kubernetes.io/hostname:n2",
      facts: ["pod p pending"],
    },
  ]);
});

describe("pods and claims that wait", () => {
  storageCases([
    {
      name: "the pod brings the claim to its volume",
      objects: `${TWO}${WAITS}pv a 1Gi RWO class=w on=n2\npvc c 1Gi RWO class=w\npod p uses=c`,
      facts: ["c bound a", "pod p scheduled n2", "pv a Bound"],
    },
    {
      name: "the node decides the volume",
      objects: `${TWO}${WAITS}pv a 1Gi RWO class=w on=n1\npv b 9Gi RWO class=w on=n2\npvc c 1Gi RWO class=w\npod p uses=c select=kubernetes.io/hostname:n2`,
      facts: ["c bound b", "pod p scheduled n2", "pv a Available"],
    },
    {
      name: "two nodes, two volumes",
      objects: `${TWO}${WAITS}pv a 1Gi RWO class=w on=n1\npv b 1Gi RWO class=w on=n2\npvc c 1Gi RWO class=w\npod p uses=c`,
      facts: ["c bound a|b", "pod p scheduled n1|n2"],
    },
    {
      name: "no volume can be reached",
      objects: `${TWO}${WAITS}pv a 1Gi RWO class=w on=n9\npvc c 1Gi RWO class=w\npod p uses=c`,
      facts: [
        "c waits-for-first-consumer",
        "pod p pending",
        "pod p reasons NO_VOLUME_ON_NODE",
        "c reasons WAIT_FOR_POD_SCHEDULED",
      ],
    },
    {
      name: "both claims or none",
      objects: `${TWO}${WAITS}pv a 1Gi RWO class=w on=n1\npv b 1Gi RWO class=w on=n2\npvc c 1Gi RWO class=w\npvc d 1Gi RWO class=w\npod p uses=c,d`,
      facts: ["pod p pending", "c waits-for-first-consumer", "d waits-for-first-consumer"],
    },
    {
      name: "both claims on one node",
      objects: `${TWO}${WAITS}pv a 1Gi RWO class=w on=n1\npv b 1Gi RWO class=w on=n2\npv e 2Gi RWO class=w on=n2\npvc c 1Gi RWO class=w\npvc d 2Gi RWO class=w\npod p uses=d,c`,
      facts: ["c bound b", "d bound e", "pod p scheduled n2"],
    },
    {
      name: "the smaller request is served first",
      objects: `node n1\n${WAITS}pv a 5Gi RWO class=w\npv b 2Gi RWO class=w\npvc large 2Gi RWO class=w\npvc small 1Gi RWO class=w\npod p uses=large,small`,
      facts: ["small bound b", "large bound a", "pod p scheduled n1"],
    },
    {
      name: "smallest first may leave the larger without",
      objects: `node n1\n${WAITS}pv a 5Gi RWO,ROX class=w\npvc large 5Gi RWO class=w\npvc small 1Gi ROX class=w\npod p uses=large,small`,
      facts: ["pod p pending", "small waits-for-first-consumer"],
    },
    {
      name: "the smallest volume wins whatever its modes",
      objects: `node n1\n${WAITS}pv a 9Gi RWO class=w\npv b 1Gi RWO,ROX,RWX class=w\npvc c 1Gi RWO class=w\npod p uses=c`,
      facts: ["c bound b"],
    },
    {
      name: "modes are needed all the same",
      objects: `node n1\n${WAITS}pv a 1Gi ROX class=w\npv b 2Gi RWO class=w\npvc c 1Gi RWO class=w\npod p uses=c`,
      facts: ["c bound b"],
    },
    {
      name: "the selector counts",
      objects: `node n1\n${WAITS}pv a 1Gi RWO class=w\npv b 2Gi RWO class=w labels=k:v\npvc c 1Gi RWO class=w sel=k:v\npod p uses=c`,
      facts: ["c bound b"],
    },
    {
      name: "a volume is provisioned on the node",
      objects: "node n1\nsc w x.io wffc\npvc c 1Gi RWO class=w\npod p uses=c",
      facts: ["c dynamic-provisioning x.io", "pod p schedulable-after-provisioning n1"],
    },
    {
      name: "a static volume is taken before one is provisioned",
      objects: "node n1\nsc w x.io wffc\npv a 9Gi RWO class=w\npvc c 1Gi RWO class=w\npod p uses=c",
      facts: ["c bound a", "pod p scheduled n1"],
    },
    {
      name: "one claim static, one provisioned",
      objects:
        "node n1\nsc w x.io wffc\npv a 9Gi RWO class=w\npvc c 1Gi RWO class=w\npvc d 10Gi RWO class=w\npod p uses=c,d",
      facts: ["c bound a", "d dynamic-provisioning x.io", "pod p schedulable-after-provisioning n1"],
    },
    {
      name: "allowedTopologies",
      objects: `${TWO}sc w x.io wffc topo=topology.kubernetes.io/zone:b\npvc c 1Gi RWO class=w\npod p uses=c`,
      facts: ["c dynamic-provisioning x.io", "pod p schedulable-after-provisioning n2"],
    },
    {
      name: "allowedTopologies that no node has",
      objects: `${TWO}sc w x.io wffc topo=topology.kubernetes.io/zone:z\npvc c 1Gi RWO class=w\npod p uses=c`,
      facts: ["c waits-for-first-consumer", "pod p pending", "pod p reasons NO_VOLUME_ON_NODE"],
    },
    {
      name: "allowedTopologies do not bind static volumes",
      objects: `${TWO}sc w x.io wffc topo=topology.kubernetes.io/zone:b\npv a 1Gi RWO class=w on=n1\npvc c 1Gi RWO class=w\npod p uses=c select=kubernetes.io/hostname:n1`,
      facts: ["c bound a", "pod p scheduled n1"],
    },
    {
      name: "a provisioner that nobody answers to",
      objects: "node n1\nsc w kubernetes.io/glusterfs wffc\npvc c 1Gi RWO class=w\npod p uses=c",
      facts: ["c pending", "c reasons NO_VOLUME_PLUGIN", "pod p pending"],
    },
    {
      name: "free storage is looked at when the driver says so",
      objects:
        'node n1 zone=a\nsc w x.io wffc\ndriver x.io spec.storageCapacity=true\nroom r raw={"storageClassName":"w","capacity":"1Gi","nodeTopology":{"matchLabels":{"topology.kubernetes.io/zone":"a"}}}\npvc c 5Gi RWO class=w\npod p uses=c',
      facts: ["pod p pending", "pod p reasons NOT_ENOUGH_FREE_STORAGE", "c waits-for-first-consumer"],
    },
    {
      name: "enough free storage",
      objects:
        'node n1 zone=a\nsc w x.io wffc\ndriver x.io spec.storageCapacity=true\nroom r raw={"storageClassName":"w","capacity":"9Gi","nodeTopology":{"matchLabels":{"topology.kubernetes.io/zone":"a"}}}\npvc c 5Gi RWO class=w\npod p uses=c',
      facts: ["pod p schedulable-after-provisioning n1"],
    },
    {
      name: "maximumVolumeSize is preferred",
      objects:
        'node n1 zone=a\nsc w x.io wffc\ndriver x.io spec.storageCapacity=true\nroom r raw={"storageClassName":"w","capacity":"9Gi","maximumVolumeSize":"1Gi","nodeTopology":{}}\npvc c 5Gi RWO class=w\npod p uses=c',
      facts: ["pod p pending"],
    },
    {
      name: "free storage does not count without the driver's word",
      objects: "node n1\nsc w x.io wffc\ndriver x.io\npvc c 5Gi RWO class=w\npod p uses=c",
      facts: ["pod p schedulable-after-provisioning n1"],
    },
    {
      name: "two pods compete for one local volume",
      objects: `${TWO}${WAITS}pv a 1Gi RWO class=w on=n1\npvc c 1Gi RWO class=w\npvc d 1Gi RWO class=w\npod p uses=c\npod q uses=d`,
      facts: ["c bound a", "d waits-for-first-consumer", "pod p scheduled n1", "pod q pending"],
    },
    {
      name: "two pods share a claim that waits",
      objects: `${TWO}${WAITS}pv a 1Gi RWO class=w on=n2\npvc c 1Gi RWO class=w\npod p uses=c\npod q uses=c`,
      facts: ["pod p scheduled n2", "pod q scheduled n2"],
    },
    {
      name: "two pods share a claim that is provisioned",
      objects: `${TWO}sc w x.io wffc\npvc c 1Gi RWO class=w\npod p uses=c select=kubernetes.io/hostname:n1\npod q uses=c`,
      facts: ["pod p schedulable-after-provisioning n1", "pod q schedulable-after-provisioning n1"],
    },
    {
      name: "a claim that is bound decides for one that waits",
      objects: `${TWO}${WAITS}pv fixed 1Gi RWO on=n2\npv a 1Gi RWO class=w on=n1\npv b 9Gi RWO class=w on=n2\npvc f 1Gi RWO\npvc c 1Gi RWO class=w\npod p uses=f,c`,
      facts: ["c bound b", "pod p scheduled n2"],
    },
    {
      name: "one immediate claim holds the others back",
      objects: `node n1\n${WAITS}pv a 1Gi RWO class=w\npvc c 1Gi RWO class=w\npvc lost 1Gi RWO\npod p uses=c,lost`,
      facts: ["c waits-for-first-consumer", "pod p pending"],
    },
    {
      name: "a reserved volume is bound before any pod",
      objects: `${TWO}${WAITS}pv a 9Gi RWO class=w on=n2 ref=default/c\npv b 1Gi RWO class=w on=n1\npvc c 1Gi RWO class=w\npod p uses=c`,
      facts: ["c bound a", "pod p scheduled n2"],
    },
    {
      name: "volumeMode counts on a node too",
      objects: `node n1\n${WAITS}pv a 1Gi RWO class=w mode=Block\npvc c 1Gi RWO class=w\npod p uses=c`,
      facts: ["pod p pending"],
    },
  ]);
});
