// @omega/service: editor features over @omega/core, one function each. No protocol, no files, no state but open documents.

export type { PolicySnippet } from "./completion/snippets.ts";
export { clauseSnippets, exampleSnippets, ruleSnippets } from "./completion/snippets.ts";
export type { ContextRequest, ContextSource } from "./decision/given-context.ts";
export type { InlineTurn, InlineValue } from "./decision/inline-values.ts";
export type { FieldKind } from "./decision/read-field.ts";
export type { ShownInput, ShownPlace, UnreadInput } from "./decision/shown-inputs.ts";
export type { ShownRule } from "./decision/shown-rules.ts";
export {
  findIncomingCalls,
  findOutgoingCalls,
  prepareCallHierarchy,
} from "./features/call-hierarchy.ts";
export { findCodeActions, fixAllEdits, fixAllKind } from "./features/code-actions.ts";
export type { LensKnowledge } from "./features/code-lenses.ts";
export {
  findCodeLenses,
  lensCommands,
  resolveCoverageLens,
  ruleOfLens,
} from "./features/code-lenses.ts";
export { completionTriggers, findCompletions } from "./features/completion.ts";
export type {
  CoveredPart,
  CoveredStatement,
  FileCoverage,
  RuleCoverage,
} from "./features/coverage.ts";
export { coverageOfRule, coveredStatements, summariseCoverage } from "./features/coverage.ts";
export type {
  DecidedView,
  DecisionView,
  ShownAction,
  ShownFinding,
  ShownUnknown,
  UndecidableView,
  ViewedContext,
} from "./features/decision-view.ts";
export { viewDecision } from "./features/decision-view.ts";
export { findDefinition } from "./features/definition.ts";
export type { PageAddress } from "./features/diagnostics.ts";
export { findDiagnostics } from "./features/diagnostics.ts";
export type { FoundLink } from "./features/document-links.ts";
export { findDocumentLinks } from "./features/document-links.ts";
export { findDocumentSymbols, findWorkspaceSymbols } from "./features/document-symbols.ts";
export type { ShownFailure } from "./features/example-failures.ts";
export { findFoldingRanges } from "./features/folding.ts";
export { formatDocument, formatOnType, formatRange } from "./features/formatting.ts";
export { findHover } from "./features/hover.ts";
export type { InlayHintChoice } from "./features/inlay-hints.ts";
export { allInlayHints, findInlayHints } from "./features/inlay-hints.ts";
export type { LinkedRanges } from "./features/linked-editing.ts";
export { findLinkedRanges } from "./features/linked-editing.ts";
export type { Proof, ProvedAnswer } from "./features/proofs.ts";
export { proofActions, proofDiagnostics } from "./features/proofs.ts";
export { findHighlights, findReferences } from "./features/references.ts";
export type { Rename, RenamedDocument, RenamePreparation } from "./features/rename.ts";
export { prepareRename, rename } from "./features/rename.ts";
export type { ExampleOutcome, ListedExample, RecorderOf } from "./features/run-examples.ts";
export { listExamples, runExamples } from "./features/run-examples.ts";
export type { ExampleRequest, SavedExample } from "./features/save-as-example.ts";
export { problemOfTitle, saveAsExample } from "./features/save-as-example.ts";
export { findSelectionRanges } from "./features/selection-ranges.ts";
export type { EncodedTokens, SemanticTokenType, TokensEdit } from "./features/semantic-tokens.ts";
export {
  findSemanticTokens,
  semanticTokenModifiers,
  semanticTokenTypes,
  tokensDelta,
} from "./features/semantic-tokens.ts";
export { findSignatureHelp, signatureTriggers } from "./features/signature-help.ts";
export { findTypeDefinition } from "./features/type-definition.ts";
export type { DocumentOpening, ServiceDocument, TextChange } from "./service-document.ts";
export { openServiceDocument } from "./service-document.ts";
export { toOffset, toPosition, toRange, toSpan } from "./text-range.ts";
export type { Workspace } from "./workspace.ts";
export { workspaceOf } from "./workspace.ts";
