// Does a task, in a thread or on the event loop: compiled policies in, the body of an answer out. Never throws on input.
import {
  configuredOptions,
  type Decision,
  type Diagnostic,
  decisionJson,
  decisionRecord,
  decisionRecordLine,
  diagnoseDecision,
  engineVersion,
  explainDecision,
  format,
  type JsonValue,
  type Policy,
  parseJson,
  rangeOf,
  readTokens,
  type SourceText,
} from "@omega/core";
import { describeRules } from "./describe-rules.ts";
import type { PolicyCache } from "./policy-cache.ts";
import type { StageTimes, Survey, Task, TaskAnswer, TaskOf } from "./task.ts";

/** What performing a task needs from where it runs. */
export interface Workshop {
  readonly cache: PolicyCache;
  /** Milliseconds of a clock that never goes back. */
  readonly clock: () => number;
  /** The instant, ISO 8601, for records. */
  readonly now: () => string;
}

export function performTask(task: Task, workshop: Workshop): TaskAnswer {
  switch (task.kind) {
    case "format":
      return formatTask(task, workshop);
    case "compile":
      return compileTask(task, workshop);
    case "check":
      return checkTask(task, workshop);
    case "survey":
      return surveyTask(task, workshop);
    case "validate":
      return validateTask(task, workshop);
    case "evaluate":
      return evaluateTask(task, workshop);
    case "explain":
      return explainTask(task, workshop);
  }
}

function formatTask(task: TaskOf<"format">, { clock }: Workshop): TaskAnswer {
  const start = clock();
  const { text, changed, diagnostics } = format(task.code, {}, task.file);
  return {
    body: JSON.stringify({ text, changed, diagnostics: diagnostics.length }),
    times: { parse: clock() - start },
    hasParseErrors: diagnostics.some(({ severity }) => severity === "error"),
    policy: null,
    isCached: false,
    records: [],
  };
}

function compileTask(task: TaskOf<"compile">, { cache }: Workshop): TaskAnswer {
  const { policy, times } = cache.get(task);
  const { document, diagnostics, ok } = policy;
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const [first] = errors;
  const message =
    first === undefined
      ? "compiled"
      : `${errors.length} ${errors.length === 1 ? "error" : "errors"}, the first: ${first.message}`;
  const imports = document.sections
    .filter(({ keyword }) => keyword === "IMPORT")
    .flatMap(({ items }) => items.filter(({ body }) => body.kind === "import"));
  const body = {
    success: ok,
    message,
    tokens_count: countTokens(policy),
    imports_count: imports.length,
    version: engineVersion,
    diagnostics: diagnostics.map((diagnostic) => diagnosticJson(diagnostic, policy.source)),
  };
  return answer(JSON.stringify(body), policy, times);
}

function checkTask(task: TaskOf<"check">, { cache }: Workshop): TaskAnswer {
  const { policy, times } = cache.get(task);
  const { diagnostics, source } = policy;
  const count = (severity: Diagnostic["severity"]): number =>
    diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  const body = {
    schemaVersion: 1,
    ok: policy.ok,
    diagnostics: diagnostics.map((diagnostic) => diagnosticJson(diagnostic, source)),
    summary: { errors: count("error"), warnings: count("warning"), infos: count("info") },
  };
  return answer(JSON.stringify(body), policy, times);
}

function surveyTask(task: TaskOf<"survey">, { cache }: Workshop): TaskAnswer {
  const { policy, times } = cache.get(task);
  const { analysis, diagnostics, program, source } = policy;
  const error = diagnostics.find(({ severity }) => severity === "error");
  const survey: Survey = {
    ok: policy.ok,
    sha256: program?.sha256 ?? null,
    problem:
      error === undefined
        ? null
        : error.file === source.file
          ? `line ${rangeOf(source, error.span).start.line}: ${error.message}`
          : `${error.file}: ${error.message}`,
    imports: analysis.imports.map(({ source: { file } }) => file),
  };
  return answer(JSON.stringify(survey), policy, times);
}

/** What clients of the validator may rely on. */
const capabilities = [
  "check",
  "evaluate",
  "units",
  "three-valued",
  "constraints",
  "approvals",
  "examples",
  "imports",
] as const;

function validateTask(task: TaskOf<"validate">, workshop: Workshop): TaskAnswer {
  const { policy, times } = workshop.cache.get(task);
  const { source, diagnostics, program } = policy;
  const findings = diagnostics.map((diagnostic) => findingJson(diagnostic, source));
  const errors = findings.filter(({ severity }) => severity === "error");
  const given = task.context === null ? null : parseJson(task.context);
  if (given !== null && !given.ok) {
    const { line, column, message } = given;
    const text = `the context is not JSON: line ${line}, column ${column}: ${message}`;
    errors.push({ line, column, message: text, code: "OM6002", severity: "error" });
  }
  const context = given?.ok === true ? given.value : null;
  const start = workshop.clock();
  const options = { now: task.now };
  const decision = given?.ok === true ? policy.evaluate(context, options) : null;
  const evaluation = decision === null ? {} : { evaluate: workshop.clock() - start };
  const notes = decision === null ? [] : diagnoseDecision(source, program, decision, context);
  const warnings = [
    ...findings.filter(({ severity }) => severity !== "error"),
    ...notes.map((note) => findingJson(note, source)),
  ];
  const body = {
    errors,
    warnings,
    rules: describeRules(policy.document),
    actions: decision?.actions.map(({ name }) => name) ?? [],
    decision,
    stdout: decision?.logs.map(({ value }) => printLog(value)).join("\n") ?? "",
    stderr: [...errors, ...warnings].map(({ line, message }) => `${line}: ${message}`).join("\n"),
    engine: "omega",
    mode: "validator",
    capabilities,
    compiler: { name: "omegac", version: engineVersion },
  };
  const records = decision === null ? [] : recordsOf(policy, [decision], [context], task, workshop);
  return answer(JSON.stringify(body), policy, times, evaluation, records);
}

function evaluateTask(task: TaskOf<"evaluate">, workshop: Workshop): TaskAnswer {
  const { policy, times } = workshop.cache.get(task);
  const start = workshop.clock();
  return decide(task, JSON.parse(task.contexts), workshop, policy, times, start);
}

/** The same by a policy that is compiled, on contexts that have been read. */
export function evaluateDirectly(
  task: Omit<TaskOf<"evaluate">, "contexts">,
  given: JsonValue,
  policy: Policy,
  workshop: Workshop,
): TaskAnswer {
  return decide(task, given, workshop, policy, null, workshop.clock());
}

function decide(
  task: Omit<TaskOf<"evaluate">, "contexts">,
  given: JsonValue,
  workshop: Workshop,
  policy: Policy,
  times: StageTimes | null,
  start: number,
): TaskAnswer {
  const contexts: readonly JsonValue[] = task.isBatch && Array.isArray(given) ? given : [given];
  const options = { now: task.now, trace: task.trace };
  const decisions = contexts.map((context) => policy.evaluate(context, options));
  const evaluation = { evaluate: workshop.clock() - start };
  const texts = decisions.map(decisionJson);
  const body = task.isBatch ? `[${texts.join(",")}]` : (texts[0] ?? "null");
  const records = recordsOf(policy, decisions, contexts, task, workshop);
  return answer(body, policy, times, evaluation, records);
}

function explainTask(task: TaskOf<"explain">, workshop: Workshop): TaskAnswer {
  const { policy, times } = workshop.cache.get(task);
  const start = workshop.clock();
  const given = parseJson(task.context);
  const context = given.ok ? given.value : undefined;
  const options = { now: task.now, trace: true };
  const decision = policy.evaluate(context, options);
  const wanted = task.action === null ? {} : { action: task.action };
  const explanation =
    policy.program === null ? null : explainDecision(policy.program, decision, wanted);
  const evaluation = { evaluate: workshop.clock() - start };
  const records = recordsOf(policy, [decision], [context], task, workshop);
  return answer(JSON.stringify({ decision, explanation }), policy, times, evaluation, records);
}

// --- parts of answers ---------------------------------------------------------------------------------------------

function recordsOf(
  { settings }: Policy,
  decisions: readonly Decision[],
  contexts: readonly (JsonValue | undefined)[],
  { now: instant, record }: Pick<TaskOf<"evaluate">, "now" | "record">,
  { now }: Workshop,
): readonly string[] {
  if (record === null) return [];
  const { requestId, policyName, masks } = record;
  const options = { ...configuredOptions(settings), now: instant };
  const time = now();
  return decisions.map((decision, index) =>
    decisionRecordLine(
      decisionRecord(decision, {
        time,
        requestId,
        ...(policyName === null ? {} : { policyName }),
        options,
        context: contexts[index] ?? null,
        masks,
      }),
    ),
  );
}

function answer(
  body: string,
  policy: Policy,
  compiling: StageTimes | null,
  evaluation: Pick<StageTimes, "evaluate"> = {},
  records: readonly string[] = [],
): TaskAnswer {
  return {
    body,
    times: { ...compiling, ...evaluation },
    hasParseErrors: !policy.ok,
    policy: policy.program?.sha256 ?? null,
    isCached: compiling === null,
    records,
  };
}

function diagnosticJson(diagnostic: Diagnostic, source: SourceText): object {
  const { code, severity, message, file, span, fixes } = diagnostic;
  return {
    code,
    severity,
    message,
    file,
    // Places in imported files are not the submitted text's.
    ...(file === source.file && {
      range: rangeOf(source, span),
      fixes: fixes.map(({ title, preferred, edits }) => ({
        title,
        preferred,
        edits: edits.map((edit) => ({ range: rangeOf(source, edit.span), newText: edit.newText })),
      })),
    }),
  };
}

interface Finding {
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly code: string;
  readonly severity: Diagnostic["severity"];
}

function findingJson(diagnostic: Diagnostic, source: SourceText): Finding {
  const { code, severity, message, file, span } = diagnostic;
  const { line, column } =
    file === source.file ? rangeOf(source, span).start : { line: 1, column: 1 };
  return { line, column, message, code, severity };
}

/** Tokens as the lexer reads them, over the whole text but its blanks and comments. */
function countTokens({ source }: Policy): number {
  return readTokens(source.text).filter(({ kind }) => kind !== "end").length;
}

function printLog(value: JsonValue): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
