// What the server says it can do. A test calls every capability: nothing is advertised that does not work.
import {
  completionTriggers,
  fixAllKind,
  semanticTokenModifiers,
  semanticTokenTypes,
  signatureTriggers,
} from "@omega/service";
import {
  PositionEncodingKind,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import type { Client } from "./client.ts";
import { commandsFor } from "./examples.ts";

/** The capabilities for a client; proofs only where the host has a solver. */
export function serverCapabilities(client: Client, canProve: boolean): ServerCapabilities {
  return {
    positionEncoding: PositionEncodingKind.UTF16,
    textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
    completionProvider: { triggerCharacters: [...completionTriggers] },
    hoverProvider: true,
    signatureHelpProvider: { triggerCharacters: [...signatureTriggers] },
    definitionProvider: true,
    typeDefinitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: client.preparesRename ? { prepareProvider: true } : true,
    documentSymbolProvider: true,
    workspaceSymbolProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    semanticTokensProvider: {
      legend: {
        tokenTypes: [...semanticTokenTypes],
        tokenModifiers: [...semanticTokenModifiers],
      },
      full: { delta: true },
      range: true,
    },
    inlayHintProvider: true,
    documentLinkProvider: {},
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter: "\n", moreTriggerCharacter: ["}"] },
    linkedEditingRangeProvider: true,
    callHierarchyProvider: true,
    codeLensProvider: { resolveProvider: true },
    executeCommandProvider: { commands: [...commandsFor(canProve)] },
    codeActionProvider: { codeActionKinds: ["quickfix", fixAllKind] },
    ...(client.workspaceFolders && {
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    }),
    ...(client.pullsDiagnostics && {
      diagnosticProvider: {
        identifier: "omega",
        interFileDependencies: true,
        workspaceDiagnostics: false,
      },
    }),
  };
}
