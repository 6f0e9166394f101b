// The editors that the steps run in: what installs and starts one, and what a running one gives.

/** `desktop`: the extension in a Node process; `web`: in a worker of the browser, where there are no files. */
export type HostName = "desktop" | "web";

export interface EditorHost {
  readonly name: HostName;
  /** Installs it below `cache` unless it is there, and gives its folder. Throws with what this machine lacks. */
  readonly install: (cache: string) => Promise<string>;
  /** Starts what was installed in `editor`. */
  readonly start: (editor: string, folders: EditorFolders) => Promise<RunningEditor>;
}

/** How somebody has set the editor up. */
export interface Session {
  readonly name: SessionName;
  readonly settings: Readonly<Record<string, boolean | string>>;
  /** Whether the folder is trusted. */
  readonly isTrusted: boolean;
}

export type SessionName = "usual" | "untrusted" | "indonesian";

export interface EditorFolders {
  /** The packed extension. */
  readonly vsix: string;
  readonly session: Session;
  /** The folder to open. */
  readonly workspace: string;
  /** A fresh folder for everything the editor writes. */
  readonly state: string;
}

export interface RunningEditor {
  /** Where the page with the folder is. */
  readonly address: string;
  readonly end: () => void;
}
