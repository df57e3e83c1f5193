import { parseArgs } from "node:util";

const usage = `usage: npm run bench -- [--quick] [--scenario NAME[,NAME]] [--only ours,echo,peer] [--rounds N] [--node PATH]

  --quick     one round, few repetitions, the smallest and largest files; docs/performance.md is left alone
  --scenario  cold, typing, burst, index, busy; all by default
  --only      the servers to run; all by default
  --rounds    3 by default
  --node      the Node binary that runs the servers; the one pinned in bench/package.json by default
  --schemas   folder of the schemas that the peer is given; dist/schemas by default
`;

/** The options, or undefined after the usage was printed. */
export function readOptions(args) {
  const list = (text) => text?.split(",").filter((name) => name !== "");
  try {
    const { values } = parseArgs({
      args,
      options: {
        quick: { type: "boolean", default: false },
        scenario: { type: "string" },
        only: { type: "string" },
        rounds: { type: "string" },
        node: { type: "string" },
        schemas: { type: "string" },
      },
    });
    const rounds = Number(values.rounds ?? (values.quick ? 1 : 3));
    if (!Number.isInteger(rounds) || rounds < 1) throw new Error("--rounds takes a whole number above 0");
    return { ...values, rounds, scenarios: list(values.scenario), only: list(values.only) };
  } catch (error) {
    process.stderr.write(`${error.message}\n${usage}`);
    return undefined;
  }
}
