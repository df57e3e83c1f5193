/** Requests and notifications of our own. The client and the server share these types and nothing else. */

/** Server to client: nothing is pending any more. Tests and benchmarks wait for it, never for time. */
export const IDLE = "kubernetesAuthoring/idle";

/** Server to client: the folders have been read, so that names of all files are known. Their closed files are checked next. */
export const INDEXED = "kubernetesAuthoring/indexed";

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

/** Client to server: draw the network. Until {@link DIAGRAM_CLOSED} the server then tells when a picture is out of date. */
export const DIAGRAM = "kubernetesAuthoring/diagram";

/** Server to client, after an edit, while somebody looks. */
export const DIAGRAM_CHANGED = "kubernetesAuthoring/diagramChanged";

/** Client to server: nobody looks any more. */
export const DIAGRAM_CLOSED = "kubernetesAuthoring/diagramClosed";

/** Client to server: what there is to say about one item of a picture. */
export const DIAGRAM_EXPLAIN = "kubernetesAuthoring/diagramExplain";

/** Client to server: the picture, or the model behind it, as a file. */
export const DIAGRAM_EXPORT = "kubernetesAuthoring/diagramExport";

/** A text in each language, as everywhere in the server. */
export interface Bilingual {
  readonly en: string;
  readonly vi: string;
}

export interface TextPosition {
  readonly line: number;
  readonly character: number;
}

export interface TextRange {
  readonly start: TextPosition;
  readonly end: TextPosition;
}

export interface DiagramParams {
  /** Empty: whichever suits what there is. */
  readonly view: string;
  readonly filter: string;
  /** Id of a box, around which everything is to be seen. */
  readonly focus: string | null;
  /** For the view of a packet's path. */
  readonly path?: DiagramPath | undefined;
  /** False where nobody is going to look at the table, which is up to half of an answer: it has no rows then. */
  readonly table?: boolean | undefined;
  /** Instead of `focus`: a place in an object; in a view of its choice, where the object may not be, or in any that has it. */
  readonly at?: { readonly uri: string; readonly position: TextPosition; readonly view?: string } | undefined;
}

/** Ends as `namespace/name[Kind]` or addresses; empty where the server is to choose. */
export interface DiagramPath {
  readonly from: string;
  readonly to: string;
  readonly port: string;
  readonly model: string;
  readonly proxy: string;
}

export interface Diagram {
  readonly view: string;
  readonly views: readonly { readonly id: string; readonly title: Bilingual; readonly about: string }[];
  /** What the whole is called. */
  readonly title: Bilingual;
  /** Shows one object: when the cursor comes to another, it is to be drawn again. */
  readonly follows: boolean;
  readonly focus: string | null;
  readonly filter: string;
  readonly svg: string;
  /** Rules for what is in the picture; its colours are the editor's. */
  readonly style: string;
  readonly items: readonly DiagramItem[];
  readonly table: DiagramTable;
  readonly namespaces: readonly string[];
  /** What was chosen and what may be, in the view of a path. */
  readonly path: {
    readonly chosen: DiagramPath;
    readonly ends: readonly string[];
    readonly models: readonly { readonly id: string; readonly title: Bilingual }[];
    readonly proxies: readonly string[];
  } | null;
  /** The reader's languages, the leading one first. */
  readonly languages: readonly ("en" | "vi")[];
  /** Grows with every change of the manifests. */
  readonly version: number;
}

export interface DiagramItem {
  readonly id: string;
  readonly title: Bilingual;
  /** Null for what stands in no manifest. */
  readonly uri: string | null;
  /** Where a click leads. */
  readonly range: TextRange | null;
  /** Where the cursor is in it. */
  readonly extent: TextRange | null;
}

export interface DiagramTable {
  readonly columns: readonly Bilingual[];
  readonly rows: readonly { readonly id: string; readonly cells: readonly Bilingual[] }[];
}

export interface DiagramExplanation {
  readonly text: Bilingual;
  /** Boxes from which it can be reached, and those that it can reach. */
  readonly from: readonly string[];
  readonly to: readonly string[];
}

export interface DiagramExportParams extends DiagramParams {
  readonly format: "svg" | "mermaid" | "dot" | "json" | "csv";
}
