import { describe } from "node:test";
import { storageCases } from "../../kit/storage.ts";

describe("free search: size", () => {
  storageCases([
    {
      name: "an exact fit binds",
      objects: "pv a 5Gi RWO\npvc c 5Gi RWO",
      facts: ["c bound a", "pv a Bound", "c for a fits"],
    },
    { name: "a larger volume binds", objects: "pv a 10Gi RWO\npvc c 5Gi RWO", facts: ["c bound a"] },
    {
      name: "a smaller volume does not",
      objects: "pv a 4Gi RWO\npvc c 5Gi RWO",
      facts: ["c pending", "pv a Available", "c for a CAPACITY_TOO_SMALL", "c reasons NO_MATCHING_VOLUME"],
    },
    {
      name: "the smallest that fits wins",
      objects: "pv a 10Gi RWO\npv b 5Gi RWO\npv d 7Gi RWO\npvc c 5Gi RWO",
      facts: ["c bound b", "pv a Available", "c for a fits"],
    },
    {
      name: "order of volumes does not matter",
      objects: "pv b 5Gi RWO\npv d 7Gi RWO\npv a 10Gi RWO\npvc c 6Gi RWO",
      facts: ["c bound d"],
    },
    {
      name: "10Gi is more than 10G",
      objects: "pv a 10G RWO\npvc c 10Gi RWO",
      facts: ["c pending", "c for a CAPACITY_TOO_SMALL"],
    },
    { name: "10G fits in 10Gi", objects: "pv a 10Gi RWO\npvc c 10G RWO", facts: ["c bound a"] },
    { name: "1024Mi is 1Gi", objects: "pv a 1024Mi RWO\npvc c 1Gi RWO", facts: ["c bound a"] },
    { name: "a bare number is bytes", objects: "pv a 1Ki RWO\npvc c 1024 RWO", facts: ["c bound a"] },
    { name: "one byte too many", objects: "pv a 1Ki RWO\npvc c 1025 RWO", facts: ["c pending"] },
    { name: "exponents: 1e3 is 1k", objects: "pv a 1k RWO\npvc c 1e3 RWO", facts: ["c bound a"] },
    { name: "exponents: 1E3 is 1000, not exa", objects: "pv a 1000 RWO\npvc c 1E3 RWO", facts: ["c bound a"] },
    { name: "1E is exa", objects: "pv a 1P RWO\npvc c 1E RWO", facts: ["c pending"] },
    {
      name: "amounts beyond 64 bits are compared exactly",
      objects: "pv a 800E RWO\npv b 801E RWO\npvc c 800.5E RWO",
      facts: ["c bound b", "c for a CAPACITY_TOO_SMALL"],
    },
    {
      name: "milli amounts are compared exactly in a search",
      objects: "pv a 1000m RWO\npvc c 1500m RWO",
      facts: ["c pending"],
    },
    {
      name: "finer than milli is rounded up on both sides",
      objects: "pv a 1n RWO\npvc c 1m RWO",
      facts: ["c bound a"],
    },
    { name: "fractions: 1.5Gi is 1536Mi", objects: "pv a 1536Mi RWO\npvc c 1.5Gi RWO", facts: ["c bound a"] },
    { name: "0.5Gi fits in 512Mi", objects: "pv a 512Mi RWO\npvc c 0.5Gi RWO", facts: ["c bound a"] },
    {
      name: "limits play no part",
      objects: 'pv a 1Gi RWO\npvc c 1Gi RWO spec.resources.limits={"storage":"9Gi"}',
      facts: ["c bound a"],
    },
    {
      name: "equal sizes are equally possible",
      objects: "pv a 5Gi RWO\npv b 5Gi RWO\npvc c 5Gi RWO",
      facts: ["c bound a|b", "c reasons EQUAL_VOLUMES"],
    },
    {
      name: "equal sizes in different units",
      objects: "pv a 5Gi RWO\npv b 5120Mi RWO\npvc c 5Gi RWO",
      facts: ["c bound a|b"],
    },
    {
      name: "three equals, and one that is larger",
      objects: "pv a 5Gi RWO\npv b 5Gi RWO\npv d 5Gi RWO\npv e 6Gi RWO\npvc c 1Gi RWO",
      facts: ["c bound a|b|d", "pv e Available"],
    },
    {
      name: "the next larger size when the smallest is taken",
      objects: "pv a 5Gi RWO\npv b 6Gi RWO\npvc c 5Gi RWO\npvc d 5Gi RWO",
      facts: ["c bound a", "d bound b"],
    },
  ]);
});

describe("free search: access modes", () => {
  storageCases([
    { name: "a superset of modes fits", objects: "pv a 5Gi RWO,ROX,RWX\npvc c 1Gi RWO", facts: ["c bound a"] },
    {
      name: "all modes of the claim are needed",
      objects: "pv a 5Gi RWO\npvc c 1Gi RWO,ROX",
      facts: ["c pending", "c for a ACCESS_MODES_MISMATCH"],
    },
    {
      name: "RWX does not include RWO",
      objects: "pv a 5Gi RWX\npvc c 1Gi RWO",
      facts: ["c pending", "c for a ACCESS_MODES_MISMATCH"],
    },
    {
      name: "fewer modes beat a smaller size",
      objects: "pv a 1Ti RWO\npv b 1Gi RWO,RWX\npvc c 1Gi RWO",
      facts: ["c bound a"],
    },
    {
      name: "one mode, then two, then three",
      objects: "pv a 1Gi RWO,ROX,RWX\npv b 2Gi RWO,ROX\npvc c 1Gi RWO",
      facts: ["c bound b"],
    },
    {
      name: "a smaller set that is too small is passed by",
      objects: "pv a 1Gi RWO\npv b 9Gi RWO,RWX\npvc c 5Gi RWO",
      facts: ["c bound b"],
    },
    {
      name: "two sets of one length are equally possible, whatever the sizes",
      objects: "pv a 1Gi RWO,ROX\npv b 100Gi RWO,RWX\npvc c 1Gi RWO",
      facts: ["c bound a|b"],
    },
    {
      name: "of two sets of one length only one has a match",
      objects: "pv a 1Gi RWO,ROX\npv b 100Gi RWO,RWX\npvc c 10Gi RWO",
      facts: ["c bound b"],
    },
    {
      name: "the order of modes does not matter",
      objects: "pv a 1Gi RWX,RWO\npv b 1Gi RWO,RWX\npvc c 1Gi RWO",
      facts: ["c bound a|b"],
    },
    {
      name: "modes that stand twice count once",
      objects: "pv a 1Gi RWO,RWO\npv b 2Gi RWO\npvc c 1Gi RWO,RWO",
      facts: ["c bound a"],
    },
    {
      name: "a claim for two modes takes a set of three",
      objects: "pv a 1Gi RWO,ROX,RWX\npv b 1Gi RWO,RWX\npvc c 1Gi ROX,RWX",
      facts: ["c bound a", "c for b ACCESS_MODES_MISMATCH"],
    },
    {
      name: "ReadWriteOncePod is a mode of its own",
      objects: "pv a 1Gi RWO\npvc c 1Gi RWOP",
      facts: ["c pending", "c for a ACCESS_MODES_MISMATCH"],
    },
    { name: "ReadWriteOncePod on both sides", objects: "pv a 1Gi RWOP\npvc c 1Gi RWOP", facts: ["c bound a"] },
    {
      name: "ReadWriteOncePod does not serve ReadWriteOnce",
      objects: "pv a 1Gi RWOP\npvc c 1Gi RWO",
      facts: ["c pending"],
    },
    {
      name: "sets of one length of which one is reserved",
      objects: "pv a 1Gi RWO,ROX ref=default/c\npv b 1Gi RWO,RWX\npvc c 1Gi RWO",
      facts: ["c bound a|b"],
    },
  ]);
});

describe("free search: volumeMode, class, attributes, selector", () => {
  storageCases([
    {
      name: "Block claim, Filesystem volume",
      objects: "pv a 1Gi RWO\npvc c 1Gi RWO mode=Block",
      facts: ["c pending", "c for a VOLUME_MODE_MISMATCH"],
    },
    {
      name: "Filesystem claim, Block volume",
      objects: "pv a 1Gi RWO mode=Block\npvc c 1Gi RWO",
      facts: ["c pending", "c for a VOLUME_MODE_MISMATCH"],
    },
    { name: "Block on both sides", objects: "pv a 1Gi RWO mode=Block\npvc c 1Gi RWO mode=Block", facts: ["c bound a"] },
    { name: "absent is Filesystem", objects: "pv a 1Gi RWO mode=Filesystem\npvc c 1Gi RWO", facts: ["c bound a"] },
    {
      name: "Block and Filesystem volumes side by side",
      objects: "pv a 1Gi RWO\npv b 9Gi RWO mode=Block\npvc c 1Gi RWO mode=Block",
      facts: ["c bound b"],
    },
    {
      name: "classes are compared by name, without an object",
      objects: "pv a 1Gi RWO class=manual\npvc c 1Gi RWO class=manual",
      facts: ["c bound a", 'c class "manual"'],
    },
    {
      name: "another class",
      objects: "pv a 1Gi RWO class=slow\npvc c 1Gi RWO class=",
      facts: ["c pending", "c for a STORAGE_CLASS_MISMATCH", 'c class ""'],
    },
    { name: "no class on either side", objects: "pv a 1Gi RWO\npvc c 1Gi RWO", facts: ["c bound a", "c class none"] },
    {
      name: "empty and absent are one class for a match",
      objects: "pv a 1Gi RWO class=\npvc c 1Gi RWO",
      facts: ["c bound a"],
    },
    {
      name: "a class that nobody defines is asked to provision",
      objects: "pv a 1Gi RWO\npvc c 1Gi RWO class=fast",
      facts: ["c pending", "c reasons STORAGE_CLASS_NOT_FOUND", "c for a STORAGE_CLASS_MISMATCH"],
    },
    {
      name: "the annotation beats the field on a claim",
      objects: "pv a 1Gi RWO class=x\npv b 1Gi RWO class=y\npvc c 1Gi RWO class=x beta=y",
      facts: ["c bound b", 'c class "y"'],
    },
    {
      name: "an empty annotation beats the field",
      objects: "pv a 1Gi RWO class=x\npv b 1Gi RWO\npvc c 1Gi RWO class=x beta=",
      facts: ["c bound b", 'c class ""'],
    },
    {
      name: "the annotation beats the field on a volume",
      objects: "pv a 1Gi RWO class=x beta=y\npvc c 1Gi RWO class=y",
      facts: ["c bound a"],
    },
    {
      name: "classes are told apart by case",
      objects: "pv a 1Gi RWO beta=Fast\npvc c 1Gi RWO beta=fast",
      facts: ["c pending", "c for a STORAGE_CLASS_MISMATCH"],
    },
    {
      name: "attributes classes must be equal",
      objects: "pv a 1Gi RWO vac=gold\npvc c 1Gi RWO vac=silver",
      facts: ["c pending", "c for a VOLUME_ATTRIBUTES_CLASS_MISMATCH"],
    },
    {
      name: "an attributes class on the volume only",
      objects: "pv a 1Gi RWO vac=gold\npvc c 1Gi RWO",
      facts: ["c pending", "c for a VOLUME_ATTRIBUTES_CLASS_MISMATCH"],
    },
    {
      name: "an attributes class on the claim only",
      objects: "pv a 1Gi RWO\npvc c 1Gi RWO vac=gold",
      facts: ["c pending", "c for a VOLUME_ATTRIBUTES_CLASS_MISMATCH"],
    },
    {
      name: "equal attributes classes",
      objects: "pv a 1Gi RWO vac=gold\npvc c 1Gi RWO vac=gold",
      facts: ["c bound a"],
    },
    {
      name: "empty is absent for attributes classes",
      objects: "pv a 1Gi RWO\npvc c 1Gi RWO vac=",
      facts: ["c bound a"],
    },
    {
      name: "before 1.34 the attributes class is dropped",
      version: "1.33",
      objects: "pv a 1Gi RWO vac=gold\npvc c 1Gi RWO vac=silver",
      facts: ["c bound a", "c for a fits"],
    },
    {
      name: "matchLabels",
      objects: "pv a 1Gi RWO labels=disk:ssd\npv b 1Gi RWO\npvc c 1Gi RWO sel=disk:ssd",
      facts: ["c bound a", "c for b SELECTOR_MISMATCH"],
    },
    {
      name: "all of matchLabels",
      objects: "pv a 1Gi RWO labels=disk:ssd\npvc c 1Gi RWO sel=disk:ssd,tier:1",
      facts: ["c pending", "c for a SELECTOR_MISMATCH"],
    },
    {
      name: "labels of the claim play no part",
      objects: "pv a 1Gi RWO\npvc c 1Gi RWO labels=disk:ssd sel=disk:ssd",
      facts: ["c pending"],
    },
    {
      name: "an empty selector matches all",
      objects: "pv a 1Gi RWO\npvc c 1Gi RWO spec.selector={}",
      facts: ["c bound a"],
    },
    {
      name: "In",
      objects:
        'pv a 1Gi RWO labels=d:x\npvc c 1Gi RWO spec.selector={"matchExpressions":[{"key":"d","operator":"In","values":["x","y"]}]}',
      facts: ["c bound a"],
    },
    {
      name: "In needs the key",
      objects:
        'pv a 1Gi RWO\npvc c 1Gi RWO spec.selector={"matchExpressions":[{"key":"d","operator":"In","values":["x"]}]}',
      facts: ["c pending"],
    },
    {
      name: "NotIn matches without the key",
      objects:
        'pv a 1Gi RWO\npvc c 1Gi RWO spec.selector={"matchExpressions":[{"key":"d","operator":"NotIn","values":["x"]}]}',
      facts: ["c bound a"],
    },
    {
      name: "NotIn rules the value out",
      objects:
        'pv a 1Gi RWO labels=d:x\npvc c 1Gi RWO spec.selector={"matchExpressions":[{"key":"d","operator":"NotIn","values":["x"]}]}',
      facts: ["c pending", "c for a SELECTOR_MISMATCH"],
    },
    {
      name: "Exists",
      objects:
        'pv a 1Gi RWO\npv b 2Gi RWO labels=d:x\npvc c 1Gi RWO spec.selector={"matchExpressions":[{"key":"d","operator":"Exists"}]}',
      facts: ["c bound b"],
    },
    {
      name: "DoesNotExist",
      objects:
        'pv a 1Gi RWO labels=d:x\npv b 2Gi RWO\npvc c 1Gi RWO spec.selector={"matchExpressions":[{"key":"d","operator":"DoesNotExist"}]}',
      facts: ["c bound b"],
    },
    {
      name: "the selector beats a smaller size",
      objects: "pv a 1Gi RWO\npv b 100Gi RWO labels=d:x\npvc c 1Gi RWO sel=d:x",
      facts: ["c bound b"],
    },
    {
      name: "the selector lets a larger set of modes win",
      objects: "pv a 1Gi RWO\npv b 1Gi RWO,RWX labels=d:x\npvc c 1Gi RWO sel=d:x",
      facts: ["c bound b"],
    },
    {
      name: "every reason is given, not the first alone",
      objects: "pv a 1Gi ROX class=x mode=Block vac=g ref=other/o\npvc c 5Gi RWO class= sel=k:v",
      facts: [
        "c for a CLAIMED_BY_OTHER,CAPACITY_TOO_SMALL,STORAGE_CLASS_MISMATCH,ACCESS_MODES_MISMATCH,VOLUME_MODE_MISMATCH,VOLUME_ATTRIBUTES_CLASS_MISMATCH,SELECTOR_MISMATCH",
      ],
    },
    {
      name: "node affinity is no matter for an immediate claim",
      objects: "pv a 1Gi RWO on=nowhere\npvc c 1Gi RWO",
      facts: ["c bound a"],
    },
    {
      name: "a data source does not matter for a static volume",
      objects: 'pv a 1Gi RWO\npvc c 1Gi RWO spec.dataSource={"kind":"PersistentVolumeClaim","name":"x"}',
      facts: ["c bound a"],
    },
    {
      name: "namespaces of claims are no matter for volumes",
      objects: "pv a 1Gi RWO\npvc c 1Gi RWO ns=team",
      facts: ["team/c bound a"],
    },
  ]);
});

describe("contention between claims", () => {
  storageCases([
    {
      name: "the first of two takes the only volume",
      objects: "pv a 1Gi RWO\npvc c 1Gi RWO\npvc d 1Gi RWO",
      facts: ["c bound a", "d pending", "d reasons NO_MATCHING_VOLUME,VOLUMES_TAKEN", "d for a fits"],
    },
    {
      name: "a small claim that comes first takes the only large volume",
      objects: "pv a 10Gi RWO\npvc small 1Gi RWO\npvc large 10Gi RWO",
      facts: ["small bound a", "large pending"],
    },
    {
      name: "the other order",
      objects: "pv a 10Gi RWO\npvc large 10Gi RWO\npvc small 1Gi RWO",
      facts: ["large bound a", "small pending"],
    },
    {
      name: "best fit leaves room for both",
      objects: "pv a 10Gi RWO\npv b 1Gi RWO\npvc small 1Gi RWO\npvc large 10Gi RWO",
      facts: ["small bound b", "large bound a"],
    },
    {
      name: "two equal volumes serve two claims, either way round",
      objects: "pv a 1Gi RWO\npv b 1Gi RWO\npvc c 1Gi RWO\npvc d 1Gi RWO",
      facts: ["c bound a|b", "d bound a|b", "pv a Bound", "pv b Bound"],
    },
    {
      name: "three claims for two equal volumes",
      objects: "pv a 1Gi RWO\npv b 1Gi RWO\npvc c 1Gi RWO\npvc d 1Gi RWO\npvc e 1Gi RWO",
      facts: ["c bound a|b", "d bound a|b", "e pending"],
    },
    {
      name: "chance decides whether a selector finds its volume free",
      objects: "pv a 1Gi RWO labels=k:v\npv b 1Gi RWO\npvc c 1Gi RWO\npvc d 1Gi RWO sel=k:v",
      facts: ["c bound a|b", "d bound-or-pending a"],
    },
    {
      name: "a selector that comes first takes its volume",
      objects: "pv a 1Gi RWO labels=k:v\npv b 1Gi RWO\npvc d 1Gi RWO sel=k:v\npvc c 1Gi RWO",
      facts: ["d bound a", "c bound b"],
    },
    {
      name: "claims of two classes do not meet",
      objects: "pv a 1Gi RWO class=x\npv b 1Gi RWO class=y\npvc c 1Gi RWO class=y\npvc d 1Gi RWO class=x",
      facts: ["c bound b", "d bound a"],
    },
    {
      name: "same name, two namespaces",
      objects: "pv a 1Gi RWO\npvc c 1Gi RWO ns=one\npvc c 1Gi RWO ns=two",
      facts: ["one/c bound a", "two/c pending"],
    },
    {
      name: "a reserved volume is left to its claim",
      objects: "pv a 1Gi RWO ref=default/d\npvc c 1Gi RWO\npvc d 1Gi RWO",
      facts: ["c pending", "d bound a", "c for a CLAIMED_BY_OTHER"],
    },
    {
      name: "volumeName reserves nothing",
      objects: "pv a 1Gi RWO\npvc c 1Gi RWO\npvc d 1Gi RWO vol=a",
      facts: ["c bound a", "d pending", "d reasons VOLUME_CLAIMED_BY_OTHER"],
    },
  ]);
});
