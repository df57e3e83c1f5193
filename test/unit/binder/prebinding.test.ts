import { describe } from "node:test";
import { storageCases } from "../../kit/storage.ts";

describe("claimRef on the volume", () => {
  storageCases([
    {
      name: "reserves the volume",
      objects: "pv a 1Gi RWO ref=default/c\npvc c 1Gi RWO",
      facts: ["c bound a", "pv a Bound", "c for a fits"],
    },
    {
      name: "wins over a smaller volume of the same set",
      objects: "pv a 100Gi RWO ref=default/c\npv b 1Gi RWO\npvc c 1Gi RWO",
      facts: ["c bound a", "pv b Available"],
    },
    {
      name: "loses to a free volume with fewer modes",
      objects: "pv a 1Gi RWO,RWX ref=default/c\npv b 1Ti RWO\npvc c 1Gi RWO",
      facts: ["c bound b", "pv a Available", "c for a fits"],
    },
    {
      name: "skips the class",
      objects: "pv a 1Gi RWO class=x ref=default/c\npvc c 1Gi RWO class=y",
      facts: ["c bound a", "c for a fits"],
    },
    { name: "skips the selector", objects: "pv a 1Gi RWO ref=default/c\npvc c 1Gi RWO sel=k:v", facts: ["c bound a"] },
    {
      name: "does not skip the size",
      objects: "pv a 1Gi RWO ref=default/c\npvc c 2Gi RWO",
      facts: ["c pending", "c for a CAPACITY_TOO_SMALL"],
    },
    {
      name: "does not skip access modes",
      objects: "pv a 1Gi ROX ref=default/c\npvc c 1Gi RWO",
      facts: ["c pending", "c for a ACCESS_MODES_MISMATCH"],
    },
    {
      name: "does not skip volumeMode",
      objects: "pv a 1Gi RWO mode=Block ref=default/c\npvc c 1Gi RWO",
      facts: ["c pending", "c for a VOLUME_MODE_MISMATCH"],
    },
    {
      name: "does not skip the attributes class",
      objects: "pv a 1Gi RWO vac=g ref=default/c\npvc c 1Gi RWO",
      facts: ["c pending", "c for a VOLUME_ATTRIBUTES_CLASS_MISMATCH"],
    },
    {
      name: "of another namespace",
      objects: "pv a 1Gi RWO ref=team/c\npvc c 1Gi RWO",
      facts: ["c pending", "pv a Available", "c for a CLAIMED_BY_OTHER"],
    },
    {
      name: "without namespace matches nobody",
      objects: 'pv a 1Gi RWO spec.claimRef={"name":"c"}\npvc c 1Gi RWO',
      facts: ["c pending", "pv a Available"],
    },
    {
      name: "that is empty blocks the volume",
      objects: "pv a 1Gi RWO spec.claimRef={}\npvc c 1Gi RWO",
      facts: ["c pending", "pv a Available", "c for a CLAIMED_BY_OTHER"],
    },
    { name: "null is none", objects: "pv a 1Gi RWO spec.claimRef=null\npvc c 1Gi RWO", facts: ["c bound a"] },
    {
      name: "whose kind is wrong is not looked at",
      objects: 'pv a 1Gi RWO ref=default/c spec.claimRef.kind="Pod"\npvc c 1Gi RWO',
      facts: ["c bound a"],
    },
    {
      name: "with a uid never matches a new claim",
      objects: "pv a 1Gi RWO ref=default/c uid=1234\npvc c 1Gi RWO",
      facts: ["c pending", "pv a Released", "c for a CLAIMED_BY_OTHER"],
    },
    {
      name: "with a uid, policy Delete and nobody to delete",
      objects: "pv a 1Gi RWO ref=default/c uid=1234 policy=Delete",
      facts: ["pv a Failed"],
    },
    {
      name: "with a uid, policy Delete, made by a CSI driver",
      objects:
        'pv a 1Gi RWO ref=default/c uid=1234 policy=Delete metadata.annotations={"pv.kubernetes.io/provisioned-by":"x.io"}',
      facts: ["pv a Released"],
    },
    {
      name: "with a uid, policy Recycle on a type that cannot",
      objects: "pv a 1Gi RWO ref=default/c uid=1 policy=Recycle",
      facts: ["pv a Failed"],
    },
    {
      name: "without a claim leaves the volume Available",
      objects: "pv a 1Gi RWO ref=default/c",
      facts: ["pv a Available"],
    },
    {
      name: "two volumes reserved for one claim",
      objects: "pv a 1Gi RWO ref=default/c\npv b 9Gi RWO ref=default/c\npvc c 1Gi RWO",
      facts: ["c bound a|b"],
    },
    {
      name: "two reserved volumes in sets of different length",
      objects: "pv a 1Gi RWO,ROX ref=default/c\npv b 9Gi RWO ref=default/c\npvc c 1Gi RWO",
      facts: ["c bound b", "pv a Available"],
    },
    {
      name: "binds although the class waits",
      objects: "sc w x.io wffc\npv a 1Gi RWO class=w ref=default/c\npvc c 1Gi RWO class=w",
      facts: ["c bound a"],
    },
  ]);
});

describe("volumeName on the claim", () => {
  storageCases([
    {
      name: "names the volume",
      objects: "pv a 9Gi RWO\npv b 1Gi RWO\npvc c 1Gi RWO vol=a",
      facts: ["c bound a", "c for a fits", "c for b NOT_REQUESTED"],
    },
    {
      name: "of a volume that does not exist",
      objects: "pv a 1Gi RWO\npvc c 1Gi RWO vol=x",
      facts: ["c pending", "c reasons VOLUME_NOT_FOUND", "c for a NOT_REQUESTED"],
    },
    {
      name: "does not skip the size",
      objects: "pv a 1Gi RWO\npvc c 2Gi RWO vol=a",
      facts: ["c pending", "c for a CAPACITY_TOO_SMALL", "c reasons VOLUME_MISMATCH,CAPACITY_TOO_SMALL"],
    },
    { name: "compares whole bytes", objects: "pv a 1000m RWO\npvc c 100m RWO vol=a", facts: ["c bound a"] },
    { name: "rounds both sizes up to bytes", objects: "pv a 100m RWO\npvc c 900m RWO vol=a", facts: ["c bound a"] },
    {
      name: "does not skip the class",
      objects: "pv a 1Gi RWO class=x\npvc c 1Gi RWO class=y vol=a",
      facts: ["c pending", "c for a STORAGE_CLASS_MISMATCH"],
    },
    {
      name: "does not skip modes",
      objects: "pv a 1Gi ROX\npvc c 1Gi RWO vol=a",
      facts: ["c pending", "c for a ACCESS_MODES_MISMATCH"],
    },
    {
      name: "does not skip volumeMode",
      objects: "pv a 1Gi RWO\npvc c 1Gi RWO mode=Block vol=a",
      facts: ["c pending", "c for a VOLUME_MODE_MISMATCH"],
    },
    {
      name: "does not skip the attributes class",
      objects: "pv a 1Gi RWO vac=g\npvc c 1Gi RWO vol=a",
      facts: ["c pending", "c for a VOLUME_ATTRIBUTES_CLASS_MISMATCH"],
    },
    { name: "skips the selector", objects: "pv a 1Gi RWO\npvc c 1Gi RWO sel=k:v vol=a", facts: ["c bound a"] },
    {
      name: "skips waiting",
      objects: "sc w x.io wffc\npv a 1Gi RWO class=w\npvc c 1Gi RWO class=w vol=a",
      facts: ["c bound a"],
    },
    {
      name: "of a volume reserved for another",
      objects: "pv a 1Gi RWO ref=default/o\npvc c 1Gi RWO vol=a",
      facts: ["c pending", "c reasons VOLUME_CLAIMED_BY_OTHER", "c for a CLAIMED_BY_OTHER"],
    },
    {
      name: "of a Released volume",
      objects: "pv a 1Gi RWO ref=default/c uid=1\npvc c 1Gi RWO vol=a",
      facts: ["c pending", "pv a Released"],
    },
    {
      name: "with a dynamic class provisions nothing",
      objects: "sc d x.io\npvc c 1Gi RWO class=d vol=a",
      facts: ["c pending", "c reasons VOLUME_NOT_FOUND"],
    },
    {
      name: "with a default class, on a volume without class",
      objects: "sc d x.io default\npv a 1Gi RWO\npvc c 1Gi RWO vol=a",
      facts: ["c pending", 'c class "d"', "c for a STORAGE_CLASS_MISMATCH"],
    },
    {
      name: "two claims for one volume",
      objects: "pv a 1Gi RWO\npvc c 1Gi RWO vol=a\npvc d 1Gi RWO vol=a",
      facts: ["c bound a", "d pending"],
    },
  ]);
});

describe("both sides name each other", () => {
  storageCases([
    {
      name: "nothing is compared",
      objects: "pv a 1Gi ROX class=x mode=Block vac=g ref=default/c\npvc c 9Gi RWO class=y sel=k:v vol=a",
      facts: ["c bound a", "c for a fits"],
    },
    {
      name: "the uid still is",
      objects: "pv a 1Gi RWO ref=default/c uid=9\npvc c 1Gi RWO vol=a",
      facts: ["c pending", "c for a CLAIMED_BY_OTHER"],
    },
    { name: "the namespace still is", objects: "pv a 1Gi RWO ref=team/c\npvc c 1Gi RWO vol=a", facts: ["c pending"] },
    {
      name: "the claim names another volume than the one that names it",
      objects: "pv a 1Gi RWO ref=default/c\npv b 1Gi RWO\npvc c 1Gi RWO vol=b",
      facts: ["c bound b", "pv a Available", "c for a NOT_REQUESTED"],
    },
  ]);
});

describe("exported claims with bind-completed", () => {
  storageCases([
    {
      name: "without volumeName",
      objects: "pv a 1Gi RWO\npvc c 1Gi RWO done",
      facts: ["c lost", "c reasons NO_VOLUME_NAME"],
    },
    {
      name: "whose volume is missing",
      objects: "pvc c 1Gi RWO vol=a done",
      facts: ["c lost", "c reasons VOLUME_NOT_FOUND"],
    },
    {
      name: "whose volume is free: nothing is compared",
      objects: "pv a 1Gi ROX class=x mode=Block\npvc c 9Gi RWO vol=a done",
      facts: ["c bound a", "c for a fits"],
    },
    {
      name: "whose volume names it without a uid",
      objects: "pv a 1Gi RWO ref=default/c\npvc c 1Gi RWO vol=a done",
      facts: ["c lost", "c reasons MISBOUND", "pv a Available"],
    },
    {
      name: "whose volume has the uid of old",
      objects: "pv a 1Gi RWO ref=default/c uid=1\npvc c 1Gi RWO vol=a done",
      facts: ["c lost", "pv a Released"],
    },
    {
      name: "whose volume belongs to another",
      objects: "pv a 1Gi RWO ref=default/o\npvc c 1Gi RWO vol=a done",
      facts: ["c lost"],
    },
    {
      name: "an empty value of the annotation counts",
      objects: 'pv a 1Gi RWO\npvc c 1Gi RWO vol=a metadata.annotations={"pv.kubernetes.io/bind-completed":""}',
      facts: ["c bound a"],
    },
    {
      name: "two of them on one volume",
      objects: "pv a 1Gi RWO\npvc c 1Gi RWO vol=a done\npvc d 1Gi RWO vol=a done",
      facts: ["c bound a", "d lost"],
    },
    {
      name: "status in the manifest is thrown away",
      objects: 'pv a 1Gi RWO\npvc c 2Gi RWO raw={"status":{"phase":"Bound","capacity":{"storage":"2Gi"}}}',
      facts: ["c pending"],
    },
    {
      name: "bound-by-controller alone says nothing",
      objects: 'pv a 1Gi RWO\npvc c 1Gi RWO metadata.annotations={"pv.kubernetes.io/bound-by-controller":"yes"}',
      facts: ["c bound a"],
    },
    {
      name: "a status of Released on the volume says nothing",
      objects: 'pv a 1Gi RWO raw={"status":{"phase":"Released"}}\npvc c 1Gi RWO',
      facts: ["c bound a"],
    },
  ]);
});
