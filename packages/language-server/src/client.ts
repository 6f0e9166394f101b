// What a client can do and asks for, read once from its first message.
import type { InitializeParams } from "vscode-languageserver";

export interface Client {
  /** It asks for diagnostics itself; else they are pushed to it. */
  readonly pullsDiagnostics: boolean;
  /** It wants to be told when what it pulled has become stale. */
  readonly refreshesDiagnostics: boolean;
  /** It knows an answer that says the document has changed since it asked. */
  readonly knowsStaleAnswers: boolean;
  /** It wants to be told when lenses it was given say something else. */
  readonly refreshesLenses: boolean;
  readonly watchesFiles: boolean;
  /** Completions may have places to fill in. */
  readonly snippets: boolean;
  readonly markdown: boolean;
  /** The outline may be a tree. */
  readonly symbolTree: boolean;
  /** It asks what may be renamed before it asks for a new name. */
  readonly preparesRename: boolean;
  /** Edits may say which version of a document they are for. */
  readonly versionedEdits: boolean;
  readonly workspaceFolders: boolean;
  /** The folders it has open, by address. */
  readonly folders: readonly string[];
  /** Language of messages, `en` or `id-ID`: an option of the client's own goes before what the protocol says. */
  readonly locale: string;
  /** Whether the user trusts the folder: only then examples run. Clients that know no trust have all of it. */
  readonly isTrusted: boolean;
  /** Whether it has a decision view: commands that lenses lead to. */
  readonly showsDecisions: boolean;
  /** The address of a diagnostic's page with `{code}` for its code; null where it has no way to open one. */
  readonly pageAddress: string | null;
}

/** Reads the client's capabilities; what it does not say, it cannot do. */
export function readClient(parameters: InitializeParams): Client {
  const { capabilities, workspaceFolders, rootUri, locale, initializationOptions } = parameters;
  // Its type has it always; clients without a folder leave it out.
  const root: string | null | undefined = rootUri;
  const folders = workspaceFolders?.map(({ uri }) => uri) ?? (root ? [root] : []);
  const { textDocument, workspace } = capabilities;
  return {
    pullsDiagnostics: textDocument?.diagnostic !== undefined,
    refreshesDiagnostics: workspace?.diagnostics?.refreshSupport === true,
    knowsStaleAnswers: capabilities.general?.staleRequestSupport !== undefined,
    refreshesLenses: workspace?.codeLens?.refreshSupport === true,
    watchesFiles: workspace?.didChangeWatchedFiles?.dynamicRegistration === true,
    snippets: textDocument?.completion?.completionItem?.snippetSupport === true,
    markdown: textDocument?.hover?.contentFormat?.includes("markdown") ?? true,
    symbolTree: textDocument?.documentSymbol?.hierarchicalDocumentSymbolSupport === true,
    preparesRename: textDocument?.rename?.prepareSupport === true,
    versionedEdits: workspace?.workspaceEdit?.documentChanges === true,
    workspaceFolders: workspace?.workspaceFolders === true,
    folders,
    locale: textOption(initializationOptions, "locale") ?? locale ?? "en",
    isTrusted: option(initializationOptions, "isTrusted") !== false,
    showsDecisions: option(initializationOptions, "decisionView") === true,
    pageAddress: textOption(initializationOptions, "pageAddress"),
  };
}

/** An option of the client's own choice; null where it is absent or no text. */
function textOption(options: unknown, name: string): string | null {
  const value = option(options, name);
  return typeof value === "string" ? value : null;
}

function option(options: unknown, name: string): unknown {
  if (typeof options !== "object" || options === null || !Object.hasOwn(options, name)) return null;
  return Reflect.get(options, name);
}
