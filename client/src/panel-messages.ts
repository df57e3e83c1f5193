import type { Diagram, DiagramExplanation, DiagramPath } from "../../server/src/protocol/messages.ts";

/** What the panel and its page say to each other. Neither trusts the other's shape further than these types. */
export type ToPage =
  | { readonly kind: "diagram"; readonly diagram: Diagram }
  /** Where the cursor is: the innermost item and what holds it. */
  | { readonly kind: "cursor"; readonly ids: readonly string[] }
  | { readonly kind: "explanation"; readonly id: string; readonly explanation: DiagramExplanation | null }
  /** For tests: do as if somebody clicked on an item. */
  | { readonly kind: "click"; readonly id: string };

export type FromPage =
  | { readonly kind: "ready" }
  /** Other things are to be seen. */
  | { readonly kind: "look"; readonly state: PanelState }
  | { readonly kind: "reveal"; readonly id: string; readonly take: "focus" | "look" }
  | { readonly kind: "explain"; readonly id: string }
  | { readonly kind: "export"; readonly format: ExportFormat; readonly picture?: string }
  | { readonly kind: "copy"; readonly format: "svg" | "mermaid" }
  /** After a picture has been put up: what is in it. */
  | {
      readonly kind: "drawn";
      readonly view: string;
      readonly boxes: number;
      readonly edges: number;
      readonly milliseconds: number;
    };

export type ExportFormat = "svg" | "png" | "mermaid" | "dot" | "json" | "csv";

/** What somebody looks at; it outlives the window. */
export interface PanelState {
  readonly view: string;
  /** Of which view the table is. */
  readonly of?: string | undefined;
  readonly filter: string;
  readonly focus: string | null;
  /** Whose packet is followed; undefined where the server chooses. */
  readonly path?: DiagramPath | undefined;
}
