import { parseArgs } from "node:util";

export interface Options {
  readonly seed: number;
  readonly count: number;
  /** Categories, generators or parts of their names; all when empty. */
  readonly only: readonly string[];
  /** Examples to print for each generator that fails. */
  readonly failures: number;
  /** Files with two mistakes at once. */
  readonly pairs: number;
  readonly manifests: string | undefined;
  readonly peer: boolean;
  readonly write: boolean;
}

const USAGE = `usage: node bench/quality/run.mjs [options]

  --seed N          another set of mistakes; 1 by default
  --count N         mistakes in all; 2500 by default
  --only A,B        categories, generators, or parts of their names
  --failures N      examples to print for each generator that fails; 0 by default
  --pairs N         files with two mistakes at once; 200 by default, none with --only
  --manifests DIR   folder of real manifests beside our own examples/
  --peer            the same mistakes for yaml-language-server, some minutes; a whole run is kept in peer.ndjson
  --write           write docs/quality.md
`;

/** The options, or undefined after the usage was printed. */
export function readOptions(args: readonly string[]): Options | undefined {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        seed: { type: "string", default: "1" },
        count: { type: "string", default: "2500" },
        only: { type: "string", default: "" },
        failures: { type: "string", default: "0" },
        pairs: { type: "string" },
        manifests: { type: "string" },
        peer: { type: "boolean", default: false },
        write: { type: "boolean", default: false },
      },
    });
    const number = (name: string, text: string): number => {
      const value = Number(text);
      if (!Number.isInteger(value) || value < 0) throw new Error(`--${name} takes a whole number`);
      return value;
    };
    const only = values.only.split(",").filter((word) => word !== "");
    const numbers = {
      seed: number("seed", values.seed),
      count: number("count", values.count),
      failures: number("failures", values.failures),
      pairs: number("pairs", values.pairs ?? (only.length > 0 ? "0" : "200")),
    };
    return { ...numbers, only, manifests: values.manifests, peer: values.peer, write: values.write };
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
    return undefined;
  }
}
