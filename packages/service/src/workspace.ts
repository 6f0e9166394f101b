// The documents an editor knows of, so that features can look beyond the one in front.
import type { ServiceDocument } from "./service-document.ts";

export interface Workspace {
  /** Open documents, and those of the project that the host has read. */
  readonly documents: () => Iterable<ServiceDocument>;
  /** The document of a path below the project's root; null where there is none. */
  readonly find: (file: string) => ServiceDocument | null;
}

/** A workspace of documents that are all known beforehand: for tests, and for programs without files. */
export function workspaceOf(documents: readonly ServiceDocument[]): Workspace {
  return {
    documents: () => documents,
    find: (file) => documents.find((document) => document.file === file) ?? null,
  };
}
