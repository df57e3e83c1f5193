import type { YNode, YScalar } from "../../../yaml/node.ts";

/** A scalar whose content is the author's own business: no schema says what it may look like. */
export interface FreeText {
  readonly scalar: YScalar;
  /** It is an item of `args` or `command`. */
  readonly isArgument: boolean;
}

/** Texts of annotations, data, variables and commands, in the order of the document. */
export function* freeTexts(node: YNode | null, key = ""): Iterable<FreeText> {
  if (node?.type === "seq") {
    const isArgument = key === "args" || key === "command";
    for (const { value } of node.items) {
      if (value?.type === "scalar") {
        if (isArgument) yield { scalar: value, isArgument };
      } else yield* freeTexts(value, key);
    }
  }
  if (node?.type !== "map") return;
  for (const pair of node.entries) {
    const { value } = pair;
    const isText = TEXTS.has(key) || (key === "env" && pair.key.text === "value");
    if (value?.type !== "scalar") yield* freeTexts(value, pair.key.text);
    else if (isText) yield { scalar: value, isArgument: false };
  }
}

const TEXTS: ReadonlySet<string> = new Set(["annotations", "data", "stringData"]);
