import type { Localized } from "../../base/localized.ts";
import type { Direction, LabelSelector, PeerMatch } from "../../engines/network/input.ts";
import type { Box } from "./model.ts";

/** The box that stands for everybody whom an entry of `from` or `to` means; undefined where nobody knows. */
export function crowdOf(
  entry: PeerMatch | undefined,
  home: string,
  direction: Direction,
): Pick<Box, "id" | "kind" | "namespace" | "name" | "caption" | "words" | "title" | "side"> | undefined {
  const side = direction === "ingress" ? "source" : "target";
  const crowd = (kind: "group" | "outside", name: string, caption: string, title: Localized, words?: Box["words"]) =>
    ({
      id: `${kind}:${side} ${caption} ${name}`,
      kind,
      namespace: undefined,
      name,
      caption,
      words,
      title,
      side,
    }) as const;
  switch (entry?.kind) {
    case undefined:
      return crowd(
        "group",
        "*",
        "any",
        { en: "Everybody: all Pods and all addresses", vi: "Tất cả: mọi Pod và mọi địa chỉ" },
        { name: { en: "Everybody", vi: "Tất cả" }, caption: { en: "Pods and addresses", vi: "Pod và địa chỉ" } },
      );
    case "pods": {
      const pods = inWords(entry.pods);
      const namespaces = entry.namespaces ? inWords(entry.namespaces) || "*" : home;
      const where = shortNamespace(namespaces);
      return crowd(
        "group",
        pods || "*",
        `Pods · ${where}`,
        {
          en: `${pods ? `Pods with ${pods}` : "All Pods"} in ${where === "*" ? "every namespace" : `namespace ${where}`}`,
          vi: `${pods ? `Pod mang ${pods}` : "Mọi Pod"} trong ${where === "*" ? "mọi namespace" : `namespace ${where}`}`,
        },
        {
          name: { en: pods || "All Pods", vi: pods || "Mọi Pod" },
          caption: where === "*" ? { en: "every namespace", vi: "mọi namespace" } : { en: where, vi: where },
        },
      );
    }
    case "block": {
      const except = entry.except.length > 0 ? ` − ${entry.except.join(", ")}` : "";
      const name = `${entry.cidr}${except}`;
      return crowd("outside", name, "CIDR", { en: `Addresses ${name}`, vi: `Các địa chỉ ${name}` });
    }
    case "networks": {
      const name = entry.cidrs.join(", ");
      return crowd("outside", name, "CIDR", { en: `Addresses ${name}`, vi: `Các địa chỉ ${name}` });
    }
    case "nodes":
    case "domains":
    case "unknown":
      return undefined;
  }
}

/** The label that every namespace carries says nothing but its name. */
const shortNamespace = (selector: string): string => selector.replace(/^kubernetes\.io\/metadata\.name=/, "");

export function inWords({ matchLabels, matchExpressions }: LabelSelector): string {
  const labels = Object.entries(matchLabels).map(([key, value]) => `${key}=${value}`);
  const expressions = matchExpressions.map(({ key, operator, values }) => {
    switch (operator) {
      case "Exists":
        return key;
      case "DoesNotExist":
        return `!${key}`;
      default:
        return `${key} ${operator === "NotIn" ? "notin" : "in"} (${values.join(", ")})`;
    }
  });
  return [...labels, ...expressions].join(", ");
}
