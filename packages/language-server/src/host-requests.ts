// What a server without files of its own asks its client for; the extension answers by the editor's file system.
export const hostRequests = {
  /** `{ uri }` → the text, or null. */
  readText: "omega/readText",
  /** `{ folder }` → addresses of `.omni` files below it. */
  findDocuments: "omega/findDocuments",
} as const;
