/** Requests and notifications of our own. The client and the server share these types and nothing else. */

/** Server to client: nothing is pending any more. Tests and benchmarks wait for it, never for time. */
export const IDLE = "kubernetesAuthoring/idle";

/** Server to client: what a status item shows. */
export const STATUS = "kubernetesAuthoring/status";

export interface Status {
  /** Kubernetes release asked for, such as "1.35". */
  readonly requestedVersion: string;
  /** Release whose schemas are used: the asked one, or the next lower one that ships. */
  readonly version: string;
  readonly versions: readonly string[];
  /** Files of the workspace that hold Kubernetes objects, and the objects in them. */
  readonly files: number;
  readonly resources: number;
}

/** Client to server: resources used since the process started. For benchmarks. */
export const USAGE = "kubernetesAuthoring/usage";

export interface Usage {
  readonly cpuMicros: number;
  readonly rssBytes: number;
  readonly heapUsedBytes: number;
  /** Documents read and validated so far: what an edit costs, free of noise. */
  readonly documentsRead: number;
  readonly documentsChecked: number;
}

/** Server to client, where there is no disk: the YAML and JSON files of the workspace folders. */
export const FIND_FILES = "kubernetesAuthoring/findFiles";

/** Server to client, where there is no disk: one file's text; null when it cannot be read. */
export const READ_FILE = "kubernetesAuthoring/readFile";

/** Answer to the command that applies the safe fixes of all files. */
export interface FixedWorkspace {
  readonly files: number;
  readonly fixes: number;
  /** False when the person, or the editor, did not want them. */
  readonly applied: boolean;
}

/** The part of the `kubernetesAuthoring` settings that the server reads. */
export interface ServerSettings {
  readonly kubernetesVersion: string;
  readonly language: "both" | "vi" | "en" | "auto";
  readonly primaryLanguage: "vi" | "en";
  readonly namespace: string;
  readonly exclude: readonly string[];
  readonly profile: "essential" | "recommended" | "strict";
  readonly rules: Readonly<Record<string, "off" | "error" | "warning" | "information" | "hint">>;
  /** Path of a JSON Schema -> patterns of the files that it is for. */
  readonly schemas: Readonly<Record<string, readonly string[]>>;
}

export interface InitializationOptions {
  readonly settings?: Partial<ServerSettings>;
  /** The client runs our command links in hovers. */
  readonly commandLinks?: boolean;
  /** `files.exclude` and `search.exclude` patterns that are on. */
  readonly exclude?: readonly string[];
  /** Languages in which somebody else reads the JSON Schemas that documents name: nothing is shown twice. */
  readonly schemaReaders?: readonly ("yaml" | "json")[];
}
