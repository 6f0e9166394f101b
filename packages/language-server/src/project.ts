// The documents an editor has open, each with its project's root and settings, and the files that they build on.
import {
  defaultFormatOptions,
  defaultSettings,
  type FormatOptions,
  type Locale,
  readSettings,
  type Settings,
} from "@omega/core";
import {
  openServiceDocument,
  type ServiceDocument,
  type TextChange,
  type Workspace,
} from "@omega/service";
import { type ChangeHistory, createChangeHistory } from "./change-history.ts";
import { createFileCache } from "./file-cache.ts";
import type { ServerHost } from "./host.ts";
import {
  addressBelow,
  canonicalAddress,
  folderOf,
  nameOf,
  pathBelow,
  relativePath,
} from "./project-path.ts";
import { createSuiteIndex } from "./suite-index.ts";

/** The name of a project's configuration. */
export const configurationName = "omega.config.json";

export interface Project {
  readonly open: (uri: string, version: number, text: string) => void;
  readonly change: (uri: string, version: number, changes: readonly TextChange[]) => void;
  readonly close: (uri: string) => void;
  /** The addresses of the documents that are open. */
  readonly openDocuments: () => readonly string[];
  /** An open document once its configuration and what it imports have been read; null where it is not open. */
  readonly find: (uri: string) => Promise<ServiceDocument | null>;
  /**
   * A document, open or not, once its configuration and whatever it builds on have been read; null where there is none. What
   * it gives of one that is not open is made anew each time.
   */
  readonly read: (uri: string) => Promise<ProjectDocument | null>;
  /** A document, open or not, for those who ask only for its tree: nothing it builds on is read. */
  readonly readAlone: (uri: string) => Promise<ServiceDocument | null>;
  /** Moves on whenever the text of any document or file may have changed. */
  readonly generation: () => number;
  /** The addresses of the suites below the editor's folders that are about a policy. */
  readonly suitesOf: (uri: string) => Promise<readonly string[]>;
  /** What features see beside a document: what is open, and the files it builds on. */
  readonly workspaceOf: (uri: string) => Workspace;
  /** Documents below the folders of the workspace, all read. */
  readonly wholeWorkspace: () => Promise<Workspace>;
  /** Paths of other documents, as an IMPORT in this one would name them. */
  readonly importablePaths: (uri: string) => Promise<readonly string[]>;
  /** The files of a document's project by their paths below its root. */
  readonly filesOf: (uri: string) => {
    readonly textOf: (path: string) => string | null;
    readonly read: (path: string) => Promise<string | null>;
  };
  /** The address of a file by its path below the root of a document's project; null where there is no such file. */
  readonly addressOf: (uri: string, path: string) => Promise<string | null>;
  /** The user has come to trust the folders: their configuration counts from now on. */
  readonly trust: () => void;
  /** Files have changed on disk, or come, or gone. */
  readonly filesChanged: (uris: readonly string[]) => void;
  /** The editor has opened and closed folders. */
  readonly foldersChanged: (added: readonly string[], removed: readonly string[]) => void;
}

/** A document with the files of its project, by their paths below its root. */
export interface ProjectDocument {
  readonly document: ServiceDocument;
  /** The addresses of the files it asked for: imports, the policy of a suite and what that imports. */
  readonly builtOn: readonly string[];
  readonly addressOf: (path: string) => string;
  /** The text of a document as it is open, else of a file that has been read; null where there is none. */
  readonly textOf: (path: string) => string | null;
  /** The same once it has been read. */
  readonly readText: (path: string) => Promise<string | null>;
}

export interface ProjectOptions {
  readonly host: ServerHost;
  /** The folders an editor has open. */
  readonly folders: readonly string[];
  /** The language of what is said about documents. */
  readonly locale: Locale;
  /** Whether the user trusts those folders from the beginning: only then their configuration is read. */
  readonly isTrusted: boolean;
  /** Called with the open documents of which diagnostics may have changed without an edit of their own. */
  readonly affected: (uris: readonly string[]) => void;
}

/** What a configuration gives a document. */
interface Configuration {
  readonly root: string;
  readonly settings: Settings;
  readonly format: FormatOptions;
}

interface Entry {
  document: ServiceDocument;
  configuration: Configuration;
  readonly history: ChangeHistory;
  /** Files it has asked for: imports, the policy of a suite. */
  readonly asked: Set<string>;
  /** Resolves once its configuration is known. */
  ready: Promise<void>;
}

/** An empty project. */
export function createProject(options: ProjectOptions): Project {
  const { host, locale, affected } = options;
  let { folders, isTrusted } = options;
  const entries = new Map<string, Entry>();
  const files = createFileCache(host, (uri) => reopenDependents(uri));
  const suites = createSuiteIndex(
    readWorkspace,
    (address) => entries.get(address)?.document.source.text ?? files.textOf(address),
  );
  let generation = 0;

  function createEntry(uri: string, version: number, text: string): Entry {
    const asked = new Set<string>();
    const configuration = defaultConfiguration(uri);
    const entry: Entry = {
      document: openAs(uri, version, text, configuration, asked),
      configuration,
      history: createChangeHistory(),
      asked,
      ready: Promise.resolve(),
    };
    entry.ready = configure(uri, entry);
    return entry;
  }

  function openAs(
    uri: string,
    version: number,
    text: string,
    { root, settings, format }: Configuration,
    asked: Set<string>,
  ): ServiceDocument {
    const file = pathBelow(root, uri) ?? nameOf(uri);
    const load = (path: string): string | null => {
      const address = canonicalAddress(addressBelow(root, path));
      asked.add(address);
      return entries.get(address)?.document.source.text ?? files.textOf(address);
    };
    const options = { file, load, settings, today: host.today() };
    return openServiceDocument({ uri, version, text, options, format, locale });
  }

  /** Opens the document anew: what it was checked with has changed. */
  function reopen(uri: string, entry: Entry): void {
    generation++;
    const { version, source } = entry.document;
    entry.asked.clear();
    entry.document = openAs(uri, version, source.text, entry.configuration, entry.asked);
  }

  async function configure(uri: string, entry: Entry): Promise<void> {
    const found = await findConfiguration(uri);
    if (entries.get(canonicalAddress(uri)) !== entry) return;
    entry.configuration = found;
    reopen(uri, entry);
  }

  async function findConfiguration(uri: string): Promise<Configuration> {
    if (!isTrusted) return defaultConfiguration(uri);
    for (let folder = folderOf(uri); ; folder = folderOf(folder)) {
      const address = addressBelow(folder, configurationName);
      const own = entries.get(canonicalAddress(address))?.document.source.text;
      const text = own ?? (await files.read(address));
      if (text !== null) {
        const { settings, format } = readSettings(text, configurationName);
        return { root: folder, settings, format };
      }
      const isTop = folders.some((top) => canonicalAddress(top) === canonicalAddress(folder));
      if (isTop || folderOf(folder) === folder) return defaultConfiguration(uri);
    }
  }

  /** Without a configuration the root is the editor's folder, or the document's own where it lies in none. */
  function defaultConfiguration(uri: string): Configuration {
    const root = folders.find((folder) => pathBelow(folder, uri) !== null) ?? folderOf(uri);
    return { root, settings: defaultSettings, format: defaultFormatOptions };
  }

  /** Looks for every document's configuration anew. */
  function configureAll(): void {
    for (const [uri, entry] of entries) entry.ready = configure(uri, entry);
    void Promise.all([...entries.values()].map(({ ready }) => ready)).then(() =>
      affected([...entries.keys()]),
    );
  }

  function reopenDependents(changed: string): void {
    const reopened: string[] = [];
    for (const [uri, entry] of entries) {
      if (!entry.asked.has(changed)) continue;
      reopen(uri, entry);
      reopened.push(uri);
    }
    if (reopened.length > 0) affected(reopened);
  }

  /** A file of a project as a document, open or not. */
  function documentAt(
    address: string,
    { root, settings, format }: Configuration,
  ): ServiceDocument | null {
    const open = entries.get(address);
    if (open !== undefined) return open.document;
    const text = files.textOf(address);
    return text === null ? null : openAs(address, 0, text, { root, settings, format }, new Set());
  }

  async function findOpen(address: string): Promise<ServiceDocument | null> {
    await entries.get(address)?.ready;
    // What it builds on is asked for while it is checked, and may itself build on more.
    for (;;) {
      const document = entries.get(address)?.document ?? null;
      void document?.diagnostics;
      await files.settled();
      if (document === (entries.get(address)?.document ?? null)) return document;
    }
  }

  async function readClosed(address: string): Promise<ProjectDocument | null> {
    const text = await files.read(address);
    if (text === null) return null;
    const configuration = await findConfiguration(address);
    const asked = new Set<string>();
    for (let known = 0; ; known = asked.size) {
      const document = openAs(address, 0, text, configuration, asked);
      void document.diagnostics;
      // Once it asks for nothing new, it has been given all there is.
      if (asked.size === known) return projectDocument(document, asked, configuration);
      await files.settled();
    }
  }

  function projectDocument(
    document: ServiceDocument,
    asked: ReadonlySet<string>,
    { root }: Configuration,
  ): ProjectDocument {
    const addressOf = (path: string): string => canonicalAddress(addressBelow(root, path));
    return {
      document,
      builtOn: [...asked],
      addressOf,
      textOf: (path) => {
        const address = addressOf(path);
        return entries.get(address)?.document.source.text ?? files.textOf(address);
      },
      readText: (path) => files.read(addressOf(path)),
    };
  }

  async function readWorkspace(): Promise<readonly string[]> {
    const found = (await Promise.all(folders.map((folder) => host.findDocuments(folder)))).flat();
    const addresses = [...new Set(found.map(canonicalAddress))];
    await Promise.all(addresses.map((address) => files.read(address)));
    return addresses;
  }

  return {
    open(uri, version, text) {
      const address = canonicalAddress(uri);
      generation++;
      entries.set(address, createEntry(uri, version, text));
      reopenDependents(address);
    },
    change(uri, version, changes) {
      const address = canonicalAddress(uri);
      generation++;
      const entry = entries.get(address);
      entry?.history.apply(entry.document, version, changes);
      reopenDependents(address);
    },
    close(uri) {
      const address = canonicalAddress(uri);
      generation++;
      entries.delete(address);
      files.forget(address);
      reopenDependents(address);
    },
    openDocuments: () => [...entries.keys()],
    find: (uri) => findOpen(canonicalAddress(uri)),
    async read(uri) {
      const address = canonicalAddress(uri);
      const document = await findOpen(address);
      const entry = entries.get(address);
      return document === null || entry === undefined
        ? readClosed(address)
        : projectDocument(document, entry.asked, entry.configuration);
    },
    async readAlone(uri) {
      const address = canonicalAddress(uri);
      const open = entries.get(address)?.document;
      const text = open === undefined ? await files.read(address) : null;
      if (open !== undefined || text === null) return open ?? null;
      return openAs(address, 0, text, defaultConfiguration(address), new Set());
    },
    generation: () => generation,
    suitesOf: (uri) => suites.about(canonicalAddress(uri)),
    workspaceOf(uri) {
      const own = entries.get(canonicalAddress(uri));
      const configuration = own?.configuration ?? defaultConfiguration(uri);
      return {
        documents: () => [
          ...[...entries.values()].map(({ document }) => document),
          ...[...(own?.asked ?? [])].flatMap((address) =>
            entries.has(address) ? [] : (documentAt(address, configuration) ?? []),
          ),
        ],
        find: (file) =>
          documentAt(canonicalAddress(addressBelow(configuration.root, file)), configuration),
      };
    },
    async wholeWorkspace() {
      const addresses = await readWorkspace();
      const known = new Set([...addresses, ...entries.keys()]);
      const documents = [...known].flatMap((address) => {
        const configuration = entries.get(address)?.configuration ?? defaultConfiguration(address);
        return documentAt(address, configuration) ?? [];
      });
      return {
        documents: () => documents,
        find: (file) => documents.find((document) => document.file === file) ?? null,
      };
    },
    async importablePaths(uri) {
      const addresses = await readWorkspace();
      const { root } =
        entries.get(canonicalAddress(uri))?.configuration ?? defaultConfiguration(uri);
      return addresses
        .filter((address) => address !== canonicalAddress(uri) && !address.endsWith(".test.omni"))
        .flatMap((address) => relativePath(root, uri, address) ?? [])
        .sort();
    },
    filesOf(uri) {
      const { root } =
        entries.get(canonicalAddress(uri))?.configuration ?? defaultConfiguration(uri);
      return {
        textOf: (path) => files.textOf(addressBelow(root, path)),
        read: (path) => files.read(addressBelow(root, path)),
      };
    },
    async addressOf(uri, path) {
      const root = entries.get(canonicalAddress(uri))?.configuration.root;
      if (root === undefined) return null;
      const address = addressBelow(root, path);
      const isThere =
        entries.has(canonicalAddress(address)) || (await files.read(address)) !== null;
      return isThere ? address : null;
    },
    trust() {
      isTrusted = true;
      configureAll();
    },
    filesChanged(uris) {
      generation++;
      suites.forget();
      for (const uri of uris.map(canonicalAddress)) {
        files.forget(uri);
        if (nameOf(uri) === configurationName) {
          configureAll();
        } else if (!entries.has(uri)) reopenDependents(uri);
      }
    },
    foldersChanged(added, removed) {
      generation++;
      suites.forget();
      const gone = new Set(removed.map(canonicalAddress));
      folders = [...folders.filter((folder) => !gone.has(canonicalAddress(folder))), ...added];
      configureAll();
    },
  };
}
