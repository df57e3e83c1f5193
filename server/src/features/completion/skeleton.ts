import type { SchemaCursor } from "../../schema/cursor.ts";
import { choicesOf, defaultOf } from "./choices.ts";
import { snippetText } from "./completion.ts";
import type { Draft, DraftEntry } from "./draft.ts";

/** Fields that everybody writes although the schema lets them be absent, by definition without the `io.k8s.api.` prefix. */
const CUSTOMARY: { readonly [definition: string]: readonly string[] } = {
  "core.v1.Container": ["name", "image"],
  "core.v1.EphemeralContainer": ["name", "image"],
  "core.v1.EnvFromSource": [],
  "core.v1.ConfigMapKeySelector": ["name", "key"],
  "core.v1.SecretKeySelector": ["name", "key"],
  "core.v1.ConfigMapEnvSource": ["name"],
  "core.v1.SecretEnvSource": ["name"],
  "core.v1.ConfigMapVolumeSource": ["name"],
  "core.v1.SecretVolumeSource": ["secretName"],
  "core.v1.LocalObjectReference": ["name"],
  "core.v1.HTTPGetAction": ["path", "port"],
  "core.v1.ServicePort": ["name", "port", "targetPort"],
  "core.v1.PersistentVolumeClaimSpec": ["accessModes", "resources"],
  "core.v1.ResourceRequirements": ["requests", "limits"],
  "core.v1.VolumeResourceRequirements": ["requests"],
  "core.v1.Toleration": ["key", "operator", "effect"],
  "core.v1.PodTemplateSpec": ["metadata", "spec"],
  "apps.v1.DeploymentSpec": ["replicas", "selector", "template"],
  "autoscaling.v2.CrossVersionObjectReference": ["apiVersion", "kind", "name"],
  "networking.v1.IngressRule": ["host", "http"],
  "networking.v1.IngressServiceBackend": ["name", "port"],
  "networking.v1.ServiceBackendPort": ["number"],
  "networking.v1.IngressTLS": ["hosts", "secretName"],
  "networking.v1.NetworkPolicyPort": ["protocol", "port"],
  "rbac.v1.PolicyRule": ["apiGroups", "resources", "verbs"],
  "rbac.v1.Subject": ["kind", "name", "namespace"],
};

/** Deeper than this, the reader chooses. */
const DEPTH = 6;

/** Numbers tab stops. */
export interface Stops {
  next: number;
}

/** What a field of this schema looks like when it is new: required fields with tab stops, and a place to go on. */
export function skeletonOf(cursor: SchemaCursor, stops: Stops = { next: 1 }, depth = 0): Draft {
  switch (cursor.type) {
    case "object": {
      const entries = depth < DEPTH ? childrenOf(cursor, stops, depth) : [];
      return entries.length > 0 ? { kind: "map", entries } : { kind: "inside", snippet: stop(stops) };
    }
    case "map":
      return { kind: "inside", snippet: stop(stops) };
    case "list": {
      const item = cursor.item();
      return { kind: "list", items: [item ? itemOf(item, stops, depth + 1) : { kind: "text", snippet: stop(stops) }] };
    }
    default:
      return scalarOf(cursor, stops);
  }
}

/** A new list item; an object without required fields begins with a key that the reader will choose. */
export function itemOf(item: SchemaCursor, stops: Stops, depth = 0): Draft {
  const draft = skeletonOf(item, stops, depth);
  return draft.kind === "inside" ? { kind: "bare", snippet: draft.snippet } : draft;
}

/** Names of the fields that a new object of this schema should have. */
export function essentialFields(cursor: SchemaCursor): readonly string[] {
  const definition = cursor.definition?.replace(/^io\.k8s\.api\./, "") ?? "";
  const customary = Object.hasOwn(CUSTOMARY, definition) ? (CUSTOMARY[definition] ?? []) : [];
  const required = (cursor.schema.required ?? []).filter((name) => !customary.includes(name));
  return [...customary, ...required].filter((name) => Object.hasOwn(cursor.schema.properties ?? {}, name));
}

function childrenOf(cursor: SchemaCursor, stops: Stops, depth: number): readonly DraftEntry[] {
  return essentialFields(cursor).flatMap((name): readonly DraftEntry[] => {
    const child = cursor.child(name);
    return child ? [[name, skeletonOf(child, stops, depth + 1)]] : [];
  });
}

function scalarOf(cursor: SchemaCursor, stops: Stops): Draft {
  const kind = cursor.type === "string" || cursor.type === "quantity" || cursor.type === "date-time" ? "text" : "bare";
  const choices = cursor.type === "boolean" ? ["true", "false"] : choicesOf(cursor);
  const usual = defaultOf(cursor);
  if (choices.length > 1) return { kind, snippet: choiceStop(stops, choices, usual) };
  return { kind, snippet: usual === undefined ? stop(stops) : `\${${stops.next++}:${snippetText(usual)}}` };
}

const stop = (stops: Stops): string => `$${stops.next++}`;

function choiceStop(stops: Stops, choices: readonly string[], first: string | undefined): string {
  const ordered = [...choices].sort((a, b) => Number(b === first) - Number(a === first));
  return `\${${stops.next++}|${ordered.map((choice) => choice.replace(/[\\,|$}]/g, "\\$&")).join(",")}|}`;
}
