// @omega/core: everything an embedding program may use. Pure functions; nothing here throws on bad input.

export type {
  Coverage,
  CoverageCount,
  CoverageMetric,
  CoverageTotals,
  CoveredAtom,
  CoveredBranch,
  CoveredClause,
  CoveredCondition,
  CoveredItem,
  Gap,
  GapKind,
  Observation,
} from "./coverage/coverage.ts";
export { coverageMetrics } from "./coverage/coverage.ts";
export type { ListedGap } from "./coverage/list-gaps.ts";
export { listGaps } from "./coverage/list-gaps.ts";
export type { CoverablePolicy, CoverageRecorder } from "./coverage/measure-coverage.ts";
export {
  measureCoverage,
  percentOf,
  recordCoverage,
  totalsOf,
} from "./coverage/measure-coverage.ts";
export type {
  ChangeKind,
  ComparedDecision,
  DecisionComparison,
} from "./decision-log/compare-decisions.ts";
export { changeKinds, compareDecisions } from "./decision-log/compare-decisions.ts";
export type {
  DecisionRecord,
  RecordCircumstances,
  RecordedDecision,
  RecordedOptions,
} from "./decision-log/decision-record.ts";
export { decisionRecord, decisionRecordLine } from "./decision-log/decision-record.ts";
export { isMask } from "./decision-log/mask-paths.ts";
export type { RecordReading } from "./decision-log/read-decision-record.ts";
export { readDecisionRecord } from "./decision-log/read-decision-record.ts";
export type { Replayer, ReplayOptions, ReplayOutcome } from "./decision-log/replay-record.ts";
export { createReplayer, replayWithTrace } from "./decision-log/replay-record.ts";
export type { DecisionRow, DecisionTable } from "./describe/decision-table.ts";
export type { DescribeOptions } from "./describe/describe-policy.ts";
export { describePolicy } from "./describe/describe-policy.ts";
export type * as Description from "./describe/description.ts";
export type { FlowGraph } from "./describe/flow-graph.ts";
export type { Phrase, Piece } from "./describe/phrase.ts";
export { capitalised, fill, plainText } from "./describe/phrase.ts";
export type { ExemptedDiagnostic } from "./diagnostics/configure-diagnostics.ts";
export type {
  Diagnostic,
  DiagnosticCode,
  Fix,
  RelatedPlace,
  Severity,
  TextEdit,
} from "./diagnostics/diagnostic.ts";
export { diagnosticPage } from "./diagnostics/diagnostic-page.ts";
export type { RegisteredRule } from "./diagnostics/registry.ts";
export { diagnosticRules, findRule } from "./diagnostics/registry.ts";
export type { ModuleOptions, WrittenModule } from "./emit/emit-module.ts";
export { emitModule } from "./emit/emit-module.ts";
export type { Evaluator } from "./emit/evaluator.ts";
export { createEvaluator } from "./emit/evaluator.ts";
export type { JsonValue } from "./evaluate/canonical-json.ts";
export { canonicalJson, parseJson } from "./evaluate/canonical-json.ts";
export type {
  ActionEvent,
  ContextProblem,
  Decision,
  DecisionStatus,
  Limits,
  ReportedUnknown,
  TraceAtom,
  TraceEntry,
} from "./evaluate/decision.ts";
export { decisionStatuses, defaultLimits } from "./evaluate/decision.ts";
export { describeReason } from "./evaluate/describe-reason.ts";
export { diagnoseDecision } from "./evaluate/diagnose-decision.ts";
export { decisionJson } from "./evaluate/evaluate.ts";
export type { EvaluateOptions, EvaluationOptions } from "./evaluate/evaluation-options.ts";
export { adjustOptions, configuredOptions } from "./evaluate/evaluation-options.ts";
export type { ExampleFailure } from "./evaluate/judge-example.ts";
export { elementPath, memberPath, placeOf } from "./evaluate/paths.ts";
export type { PreparedContext } from "./evaluate/prepared-context.ts";
export { prepareContext } from "./evaluate/prepared-context.ts";
export { readAttribute } from "./evaluate/read-context.ts";
export type { ExampleOptions, ExampleResult } from "./evaluate/run-example.ts";
export { exampleContext, runExample, runExamples, withGivens } from "./evaluate/run-example.ts";
export type { UnknownCause, Value } from "./evaluate/value.ts";
export { valueToJson } from "./evaluate/value-json.ts";
export { attemptsOf, explainDecision } from "./explain/explain-decision.ts";
export type { NearMiss, UnexpectedAction } from "./explain/explain-failure.ts";
export { explainFailure } from "./explain/explain-failure.ts";
export type {
  ActionSource,
  ExplainedAction,
  ExplainedAttempt,
  ExplainedClause,
  ExplainedConstraint,
  ExplainedOutcome,
  ExplainedRule,
  ExplainedTurn,
  Explanation,
  UnreachedReason,
} from "./explain/explanation.ts";
export type { KnownAttribute, KnownLocal, Meanings } from "./incremental/known-meanings.ts";
export type { DocumentHandle } from "./incremental/open-document.ts";
export { openDocument } from "./incremental/open-document.ts";
export type { Locale, TranslatedRule } from "./locales/locale.ts";
export { english } from "./locales/locale.ts";
export { localizeDiagnostic } from "./locales/localize-diagnostic.ts";
export type { PhraseBook, Phrases } from "./locales/phrase-book.ts";
export { createPhraseBook } from "./locales/phrase-book.ts";
export type { CompileOptions, ParsedSource, Policy } from "./policy.ts";
export { check, compile, compileParsed, parse } from "./policy.ts";
export { contextSchema } from "./schema/context-schema.ts";
export { contextTypes } from "./schema/context-types.ts";
export type {
  ActionInformation,
  ActionMention,
  ActorInformation,
  Analysis,
  Attribute,
  AttributeDeclaration,
  ConstraintInformation,
  EffectInformation,
  ImportedDocument,
  Local,
  Place,
  RuleInformation,
  SymbolReference,
} from "./semantics/analysis.ts";
export { intentOf } from "./semantics/build-program.ts";
export { visitExpression as visitTreeExpression } from "./semantics/checks/visit-expressions.ts";
export type { Example, ExampleExpectation } from "./semantics/examples.ts";
export { describeType, describeUnit, typeSource } from "./semantics/number-type.ts";
export type * as Ir from "./semantics/program.ts";
export type { Program } from "./semantics/program.ts";
export { programJson } from "./semantics/program-json.ts";
export type { CoverageThresholds, ReadConfiguration } from "./semantics/read-settings.ts";
export {
  configurableSeverities,
  configurationKeys,
  greatestLimits,
  readSettings,
} from "./semantics/read-settings.ts";
export type { Review } from "./semantics/review.ts";
export { reviewOf } from "./semantics/review.ts";
export type { ReviewInterval } from "./semantics/review-interval.ts";
export { nextReview, readReviewInterval } from "./semantics/review-interval.ts";
export type { FeatureName, Settings } from "./semantics/settings.ts";
export { defaultSettings, featureNames, strictSettings } from "./semantics/settings.ts";
export type { NumberType, Type } from "./semantics/types.ts";
export { conversionBetween, convertNumber } from "./semantics/units/conversion.ts";
export type { Unit } from "./semantics/units/unit.ts";
export { parseUnit, unitsOfDimension, unitTable } from "./semantics/units/unit.ts";
export {
  conditionOfConstraint,
  expressionsOfActions,
  expressionsOfRule,
  partsOf,
  visitExpression,
} from "./semantics/visit-program.ts";
export type { SeriesColumn } from "./simulate/series-column.ts";
export { seriesColumn, seriesValue } from "./simulate/series-column.ts";
export { simulate } from "./simulate/simulate.ts";
export type {
  SeriesRow,
  SimulatedAttribute,
  SimulatedTick,
  Simulation,
  SimulationOptions,
  SimulationVerdict,
} from "./simulate/simulation.ts";
export { mostTicks } from "./simulate/simulation.ts";
export { nearestNames } from "./source/edit-distance.ts";
export { resolveProjectPath } from "./source/project-path.ts";
export type { Position, Range, SourceText } from "./source/source-text.ts";
export { createSourceText, offsetAt, positionAt, rangeOf } from "./source/source-text.ts";
export type { Span } from "./source/span.ts";
export { moveSpan } from "./source/span.ts";
export { lowerCase, trimWhitespace, upperCase } from "./source/unicode.ts";
export { parseInstant, parseOffset, parseTimeOfDay } from "./std/instant.ts";
export type { PatternNode } from "./std/pattern-syntax.ts";
export { parsePattern } from "./std/pattern-syntax.ts";
export { printSignatures } from "./std/print-signature.ts";
export type { StandardFunction } from "./std/standard-function.ts";
export { callableNames, findFunction, standardFunctions } from "./std/standard-library.ts";
export type { FormattedDocument, FormattedPiece } from "./syntax/format-document.ts";
export { format, formatPieces } from "./syntax/format-document.ts";
export { keywordMeanings, sectionMeanings } from "./syntax/keyword-meanings.ts";
export { contextualKeywords, reservedWords } from "./syntax/keywords.ts";
export type { FormatOptions } from "./syntax/print-document.ts";
export { defaultFormatOptions, printDocument } from "./syntax/print-document.ts";
export {
  printAction,
  printExpression,
  printName,
  printPattern,
} from "./syntax/print-expression.ts";
export { readTokens } from "./syntax/read-tokens.ts";
export type { Keyword, Token } from "./syntax/token.ts";
export type * as Tree from "./syntax/tree.ts";
export { binaryOperators, sectionKeywords } from "./syntax/tree.ts";
export { engineVersion } from "./version.ts";
