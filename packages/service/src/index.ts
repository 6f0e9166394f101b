// @omega/service: editor features over @omega/core, one function each. No protocol, no files, no state but open documents.

export type { DocumentOpening, ServiceDocument, TextChange } from "./service-document.ts";
export { openServiceDocument } from "./service-document.ts";
export type { Workspace } from "./workspace.ts";
export { workspaceOf } from "./workspace.ts";
