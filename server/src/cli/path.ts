import { comparisonAsJson, comparisonAsMarkdown, comparisonAsText } from "../features/network/compare.ts";
import { modelsAsJson, modelsAsText } from "../features/network/model-list.ts";
import { type JoinedPath, joinedPath, type Misunderstanding } from "../features/network/path.ts";
import { pathAsJson } from "../features/network/path-json.ts";
import { pathAsText } from "../features/network/path-text.ts";
import { UsageError } from "./options.ts";
import type { CompareModels, ListModels, PathArguments, TracePath } from "./path-arguments.ts";
import { readScene } from "./reach.ts";
import { readSources } from "./sources.ts";

export interface Answered {
  readonly output: string;
  readonly unreadable: readonly string[];
  readonly isReachable: boolean;
}

export function answerPath(given: PathArguments, standardInput: () => string): Answered {
  switch (given.wanted) {
    case "models":
      return { output: listed(given), unreadable: [], isReachable: true };
    case "comparison":
      return { output: compared(given), unreadable: [], isReachable: true };
    case "trace":
      return traced(given, standardInput);
  }
}

const listed = ({ format, languages }: ListModels): string =>
  format === "json" ? pretty(modelsAsJson()) : modelsAsText(languages);

function compared({ requirements, format, languages }: CompareModels): string {
  switch (format) {
    case "json":
      return pretty(comparisonAsJson(requirements));
    case "markdown":
      return comparisonAsMarkdown(requirements, languages);
    case "text":
      return comparisonAsText(requirements, languages);
  }
}

const pretty = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;

function traced(given: TracePath, standardInput: () => string): Answered {
  const unreadable: string[] = [];
  const sources = given.paths.flatMap((path) => readSources(path, standardInput, unreadable));
  const scene = given.paths.length === 0 ? undefined : readScene({ from: [], to: [], hostNetwork: "node" }, sources);
  const joined = understood(joinedPath(scene?.world, given));
  const placeOf = scene?.placeOf ?? ((file) => ({ file, line: 0 }));
  const output = given.format === "json" ? pretty(pathAsJson(joined, placeOf)) : pathAsText(joined, given.languages);
  return { output, unreadable, isReachable: joined.isReachable };
}

function understood(answer: JoinedPath | Misunderstanding): JoinedPath {
  if (!("kind" in answer)) return answer;
  switch (answer.kind) {
    case "unknown":
      throw new UsageError(`no workload, Service or address is called "${answer.name}"`);
    case "ambiguous":
      throw new UsageError(`"${answer.name}" may be ${answer.candidates.join(" or ") || "several address ranges"}`);
    case "no-port":
      throw new UsageError(
        answer.choices.length > 0 ? `--port is needed: ${answer.choices.join(", ")}` : "--port is needed",
      );
    case "no-endpoint":
      throw new UsageError(`no Pod stands behind the Service "${answer.service}" on that port`);
    case "two-outsiders":
      throw new UsageError("one end has to be in the cluster");
  }
}
