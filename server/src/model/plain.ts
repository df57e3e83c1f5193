import type { Json } from "../base/json.ts";
import { deref, type YNode } from "../yaml/node.ts";
import { integerValue, jsonKey, jsonValue, mergedEntries } from "../yaml/scalar.ts";

/** Unlike `toJson` this keeps whole numbers exact: `storage: 9007199254740993` is an amount of bytes. */
export const plainOf = (node: YNode | null): Json => plain(node, { left: NODES });

/** Aliases are followed no further than this. */
const NODES = 300_000;

interface Budget {
  left: number;
}

function plain(node: YNode | null, budget: Budget): Json {
  const target = --budget.left < 0 ? null : deref(node);
  switch (target?.type) {
    case undefined:
      return null;
    case "seq":
      return target.items.map(({ value }) => plain(value, budget));
    case "map": {
      const json: Record<string, Json> = {};
      for (const { key, value } of mergedEntries(target)) {
        const name = jsonKey(key);
        // Assigned, this one would not become a key.
        if (name !== "__proto__") json[name] = plain(value, budget);
      }
      return json;
    }
    case "scalar": {
      const whole = integerValue(target);
      if (whole === undefined) return jsonValue(target);
      return BigInt(Number(whole)) === whole ? Number(whole) : whole;
    }
  }
}
