// Does a task, in a thread or on the event loop: compiled policies in, the body of an answer out. Never throws on input.
import {
  type Decision,
  type Diagnostic,
  decisionJson,
  diagnoseDecision,
  type EvaluateOptions,
  engineVersion,
  explainDecision,
  format,
  type JsonValue,
  type Policy,
  parseJson,
  printAction,
  printExpression,
  printPattern,
  rangeOf,
  readTokens,
  type SourceText,
  type Tree,
} from "@omega/core";
import type { PolicyCache } from "./policy-cache.ts";
import type { StageTimes, Task, TaskAnswer } from "./task.ts";

/** What performing a task needs from where it runs. */
export interface Workshop {
  readonly cache: PolicyCache;
  /** Milliseconds of a clock that never goes back. */
  readonly clock: () => number;
}

export function performTask(task: Task, workshop: Workshop): TaskAnswer {
  switch (task.kind) {
    case "format": {
      const { text, changed, diagnostics } = format(task.code, {}, task.file);
      return answer({ text, changed, diagnostics: diagnostics.length }, {});
    }
    case "compile":
      return compileTask(task, workshop);
    case "check":
      return checkTask(task, workshop);
    case "validate":
      return validateTask(task, workshop);
    case "evaluate":
      return evaluateTask(task, workshop);
    case "explain":
      return explainTask(task, workshop);
  }
}

type TaskOf<Kind extends Task["kind"]> = Extract<Task, { readonly kind: Kind }>;

/** The policy of a task, with the time that compiling it took. */
function compiled(task: Task, { cache, clock }: Workshop): { policy: Policy; times: StageTimes } {
  const start = clock();
  const { policy, isNew } = cache.get(task);
  return { policy, times: isNew ? { check: clock() - start } : {} };
}

function compileTask(task: TaskOf<"compile">, workshop: Workshop): TaskAnswer {
  const { policy, times } = compiled(task, workshop);
  const { document, diagnostics, ok } = policy;
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const [first] = errors;
  const message =
    first === undefined
      ? "compiled"
      : `${errors.length} ${errors.length === 1 ? "error" : "errors"}: ${first.message}`;
  const body = {
    success: ok,
    message,
    tokens_count: countTokens(policy),
    imports_count: itemsOf(document, "IMPORT").filter(({ body }) => body.kind === "import").length,
    version: engineVersion,
    diagnostics: diagnostics.map((diagnostic) => diagnosticJson(diagnostic, policy.source)),
  };
  return answer(body, times, policy);
}

function checkTask(task: TaskOf<"check">, workshop: Workshop): TaskAnswer {
  const { policy, times } = compiled(task, workshop);
  const { diagnostics, source } = policy;
  const count = (severity: Diagnostic["severity"]): number =>
    diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  const body = {
    schemaVersion: 1,
    ok: policy.ok,
    diagnostics: diagnostics.map((diagnostic) => diagnosticJson(diagnostic, source)),
    summary: { errors: count("error"), warnings: count("warning"), infos: count("info") },
  };
  return answer(body, times, policy);
}

/** Words of the language that this runner checks and evaluates, for clients that ask before they send. */
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
  const { policy, times } = compiled(task, workshop);
  const { source, diagnostics, program } = policy;
  const findings = diagnostics.map((diagnostic) => findingJson(diagnostic, source));
  const errors = findings.filter(({ severity }) => severity === "error");
  const given = task.context === null ? null : parseJson(task.context);
  if (given !== null && !given.ok) {
    const message = `the context is not JSON: ${given.message}`;
    errors.push({
      line: given.line,
      column: given.column,
      message,
      code: "OM6002",
      severity: "error",
    });
  }
  const start = workshop.clock();
  const decision = given?.ok === true ? policy.evaluate(given.value, at(task.now)) : null;
  const evaluation = decision === null ? {} : { evaluate: workshop.clock() - start };
  const notes =
    decision === null
      ? []
      : diagnoseDecision(source, program, decision, given?.ok === true ? given.value : null);
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
  return answer(body, { ...times, ...evaluation }, policy, decision === null ? [] : [decision]);
}

function evaluateTask(task: TaskOf<"evaluate">, workshop: Workshop): TaskAnswer {
  const { policy, times } = compiled(task, workshop);
  const given = parseJson(task.contexts);
  const start = workshop.clock();
  const { now, trace } = task;
  // What is no JSON is a context that no policy accepts: the decision is `rejected` and says where the mistake is.
  const contexts: readonly unknown[] = !given.ok
    ? [undefined]
    : task.isBatch && Array.isArray(given.value)
      ? given.value
      : [given.value];
  const decisions = contexts.map((context) => policy.evaluate(context, { ...at(now), trace }));
  const evaluate = workshop.clock() - start;
  const texts = decisions.map(decisionJson);
  return {
    body: task.isBatch ? `[${texts.join(",")}]` : (texts[0] ?? "null"),
    times: { ...times, evaluate },
    hasParseErrors: !policy.ok,
    policy: decisions[0]?.policy.sha256 ?? null,
    decisions: texts,
  };
}

function explainTask(task: TaskOf<"explain">, workshop: Workshop): TaskAnswer {
  const { policy, times } = compiled(task, workshop);
  const given = parseJson(task.context);
  const context = given.ok ? given.value : undefined;
  const start = workshop.clock();
  const decision = policy.evaluate(context, { ...at(task.now), trace: true });
  const explanation =
    policy.program === null
      ? null
      : explainDecision(
          policy.program,
          decision,
          task.action === null ? {} : { action: task.action },
        );
  const evaluate = workshop.clock() - start;
  return answer({ decision, explanation }, { ...times, evaluate }, policy, [decision]);
}

/** The clock of an evaluation; none where the request gives none. */
function at(now: string | null): EvaluateOptions {
  return now === null ? {} : { now };
}

// --- parts of bodies ----------------------------------------------------------------------------------------------

function answer(
  body: object,
  times: StageTimes,
  policy: Policy | null = null,
  decisions: readonly Decision[] = [],
): TaskAnswer {
  return {
    body: JSON.stringify(body),
    times,
    hasParseErrors: policy?.ok === false,
    policy: decisions[0]?.policy.sha256 ?? policy?.program?.sha256 ?? null,
    decisions: decisions.map(decisionJson),
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

function findingJson({ code, severity, message, span }: Diagnostic, source: SourceText): Finding {
  const { line, column } = rangeOf(source, span).start;
  return { line, column, message, code, severity };
}

function itemsOf(document: Tree.Document, keyword: Tree.SectionKeyword): readonly Tree.Item[] {
  return document.sections
    .filter((section) => section.keyword === keyword)
    .flatMap(({ items }) => items);
}

/** Words, numbers, texts and symbols of the document's headers and formal items. */
function countTokens({ document, source }: Policy): number {
  return document.sections.reduce(
    (sum, { items }) =>
      items.reduce(
        (inner, { body, start, end }) =>
          body.kind === "prose" || body.kind === "labelled"
            ? inner + 1
            : inner + readTokens(source.text.slice(start, end)).length - 1,
        sum + 1,
      ),
    0,
  );
}

interface DescribedRule {
  readonly condition: string;
  readonly action: string;
}

/** Every branch of every rule with what it takes, in the order of the text. */
function describeRules(document: Tree.Document): readonly DescribedRule[] {
  return itemsOf(document, "RULE").flatMap(({ body }) => describeRule(body));
}

function describeRule(rule: Tree.ItemBody): readonly DescribedRule[] {
  const actions = (list: readonly Tree.Action[]): string => list.map(printAction).join(", ");
  const clause = (condition: string, list: readonly Tree.Action[] | null): DescribedRule[] =>
    list === null ? [] : [{ condition, action: actions(list) }];
  switch (rule.kind) {
    case "if":
      return [
        ...rule.branches.map((branch) => ({
          condition: printExpression(branch.condition),
          action: actions(branch.actions),
        })),
        ...clause("ELSE", rule.otherwise),
        ...clause("UNKNOWN", rule.unknown),
      ];
    case "for":
    case "while":
      return [
        ...rule.body.flatMap((item) => describeRule(item.rule)),
        ...clause("UNKNOWN", rule.unknown),
      ];
    case "match":
      return [
        ...rule.arms.map((arm) => ({
          condition: `${printExpression(rule.subject)} = ${printPattern(arm.pattern)}`,
          action: actions(arm.actions),
        })),
        ...clause("UNKNOWN", rule.unknown),
      ];
    case "failsafe":
      return [{ condition: "FAILSAFE", action: actions(rule.actions) }];
    default:
      return [];
  }
}

function printLog(value: JsonValue): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
