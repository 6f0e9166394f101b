// What the server asks of where it runs: files by their address, and the date. Node answers from the disk, a web worker by
// asking the editor.

export interface ServerHost {
  /** The text of a file, or null where there is none or it cannot be read. Never rejects. */
  readonly readText: (uri: string) => Promise<string | null>;
  /** The `.omni` documents below a folder, by address. Never rejects. */
  readonly findDocuments: (folder: string) => Promise<readonly string[]>;
  /** Today's date, `2026-11-21`, that reviews are due against. */
  readonly today: () => string;
}
