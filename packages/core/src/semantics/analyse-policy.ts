// The semantic stage of a policy: from a parsed document to its names, types and diagnostics, and to the program when
// there is no error. Two walks over the rules: inference lets undeclared attributes take their types, the check then
// resolves.
import type { Diagnostic, Reporter } from "../diagnostics/diagnostic.ts";
import { importClash, importHasErrors } from "../diagnostics/om3-declarations.ts";
import * as names from "../diagnostics/om3-names.ts";
import { twoUnits } from "../diagnostics/om3-units.ts";
import { hashPolicy } from "../evaluate/hash-policy.ts";
import { nearestNames } from "../source/edit-distance.ts";
import { positionAt, type SourceText } from "../source/source-text.ts";
import { moveSpan, type Span } from "../source/span.ts";
import { printExpression } from "../syntax/print-expression.ts";
import type { Document, Expression, Item, Rule } from "../syntax/tree.ts";
import type {
  Analysis,
  Attribute,
  ConstraintInformation,
  EffectInformation,
  Local,
  Place,
  RuleInformation,
} from "./analysis.ts";
import { mergeImported, settleAttributes, undeclaredAttribute } from "./attributes.ts";
import {
  type ActionTable,
  actionsTaken,
  assignActors,
  checkAuthority,
  collectActors,
  mention,
} from "./authority.ts";
import { type Checking, emptyReads, type PolicyFacts } from "./checking.ts";
import { checkConfusables } from "./confusable-names.ts";
import { collectDeclarations, type DeclaredContext } from "./declarations.ts";
import type { Example } from "./examples.ts";
import { type Load, type LoadedImport, loadImports } from "./imports.ts";
import { type Inference, settlePending } from "./infer.ts";
import { inferEffect, inferItem } from "./infer-rules.ts";
import { actionsOf, type ClauseFacts, lowerConstraint, lowerEffect } from "./lower-clauses.ts";
import { lowerExpression } from "./lower-expression.ts";
import { closeScope, lowerActions, lowerRule, type RuleWalk } from "./lower-rule.ts";
import type {
  Program,
  ProgramConstraint,
  ProgramEffect,
  ProgramFailsafe,
  ProgramRule,
} from "./program.ts";
import { mentionExpected, resolveExamples } from "./resolve-examples.ts";
import { openScope, type Scope } from "./scope.ts";
import type { Settings } from "./settings.ts";
import { settledReporter } from "./settled-reporter.ts";
import { resolve, type Term } from "./terms.ts";
import type { Type } from "./types.ts";

/** What the stage is told besides the document. */
export interface AnalyseOptions {
  readonly settings: Settings;
  readonly load: Load;
  /** What parsing reported: with an error among it there is no program. */
  readonly syntaxErrors: readonly Diagnostic[];
}

export interface AnalysedDocument {
  readonly analysis: Analysis;
  /** Null when there is an error. */
  readonly program: Program | null;
  readonly examples: readonly Example[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Analyses a policy. Never throws; a document with errors gives an analysis of what can be understood. */
export function analysePolicy(
  document: Document,
  source: SourceText,
  options: AnalyseOptions,
): AnalysedDocument {
  const { settings } = options;
  const diagnostics: Diagnostic[] = [];
  const report = settledReporter(source.file, diagnostics, settings);
  const imports = loadImports(document, source, options.load, report);
  const elsewhere = new Map(imports.map(({ path, syntaxErrors }) => [path, [...syntaxErrors]]));
  const reporterOf = (file: string): Reporter => {
    const into = elsewhere.get(file);
    return into === undefined ? report : settledReporter(file, into, settings);
  };

  const own = collectDeclarations(document, source, false, report);
  const context = mergeImported(own, imports, reporterOf, report);
  const parts = collectParts(document, source, imports, report);
  const bindings = inferTypes(document, source, parts, context, reporterOf);
  settleAttributes(context, settings, reporterOf);

  const facts: PolicyFacts = {
    settings,
    attributes: context.attributes,
    attributeIndex: new Map([...context.attributes.keys()].map((name, index) => [name, index])),
    offsetMinutes: context.offsetMinutes,
    bindings,
    locals: [],
    types: new Map(),
    reported: new Set(),
    declareAt: endOfContext(document),
  };
  const actions: ActionTable = new Map();
  const rules = checkRules(document, source, facts, actions, report);
  const actors = [
    ...collectActors(document, source, actions),
    ...imports.flatMap((imported) => collectActors(imported.document, imported.source, actions)),
  ];
  const authority = assignActors(actionsTaken(actions), actors);
  mentionInClauses(parts, actions);
  checkAuthority(actions, actors, source.file, report);
  mentionExpected(document, source, actions);
  const clauseFacts: ClauseFacts = {
    actions,
    taken: actionsTaken(actions),
    approvers: new Map(authority.map(({ name, approvers }) => [name, approvers])),
    loopVariables: new Set(
      facts.locals.filter(({ kind }) => kind === "loop").map(({ name }) => name),
    ),
  };
  const constraints = parts.constraints.map((information) =>
    lowerConstraint(
      information,
      checkingOf(information.item, information.source, facts, reporterOf(information.source.file)),
      clauseFacts,
    ),
  );
  const effects = parts.effects.flatMap((information): readonly ProgramEffect[] => {
    const checking = checkingOf(
      information.item,
      information.source,
      facts,
      reporterOf(information.source.file),
    );
    const effect = lowerEffect(information, checking, clauseFacts);
    return effect === null ? [] : [effect];
  });
  checkTraces(document, rules.information, parts.constraints, report);
  reportImported(imports, elsewhere, diagnostics, report);

  // Names used outside their block are errors, not inputs.
  for (const name of bindings.keys()) {
    if (context.attributes.get(name)?.declaration === null) context.attributes.delete(name);
  }
  const analysis: Analysis = {
    file: source.file,
    document,
    source,
    settings,
    imports,
    attributes: context.attributes,
    locals: facts.locals,
    rules: rules.information,
    actions,
    actors,
    constraints: parts.constraints,
    effects: parts.effects,
    offsetMinutes: context.offsetMinutes,
    typeOf: (item, expression) => facts.types.get(item)?.get(expression) ?? null,
  };
  checkConfusables(analysis, report);
  const examples = resolveExamples(document, source, analysis, report);
  const failed = [...options.syntaxErrors, ...diagnostics].some(
    ({ severity }) => severity === "error",
  );
  const program: Program | null = failed
    ? null
    : {
        kind: "program",
        file: source.file,
        intent: intentOf(document),
        sha256: hashPolicy([source.text, ...imports.map((imported) => imported.source.text)]),
        attributes: [...context.attributes.values()].map(programAttribute),
        localCount: facts.locals.length,
        rules: rules.rules,
        failsafe: rules.failsafe,
        constraints,
        effects,
        actions: authority,
        offsetMinutes: context.offsetMinutes,
        maximumLoop: leastLoop(constraints),
      };
  return { analysis, program, examples, diagnostics };
}

// ---- constraints and effects, own and imported -------------------------------------------------------------------

interface Parts {
  readonly constraints: readonly ConstraintInformation[];
  readonly effects: readonly EffectInformation[];
}

function collectParts(
  document: Document,
  source: SourceText,
  imports: readonly LoadedImport[],
  report: Reporter,
): Parts {
  const constraints: ConstraintInformation[] = [];
  const effects: EffectInformation[] = [];
  const ids = new Map<string, string>();
  const collect = (from: Document, text: SourceText, importSpan: Span | null): void => {
    let position = 0;
    const imported = importSpan !== null;
    for (const item of from.sections.flatMap((section) => section.items)) {
      const { body, start } = item;
      if (body.kind !== "formal-constraint" && body.kind !== "effect") continue;
      const span = importSpan ?? moveSpan(body.span, start);
      const place = { file: source.file, span };
      const where = {
        item,
        source: text,
        place,
        line: positionAt(source, span.start).line,
        imported,
      };
      if (body.kind === "effect") {
        effects.push({ effect: body, ...where });
        continue;
      }
      position++;
      const unnamed = imported ? `${text.file}#C${position}` : `C${position}`;
      const id = body.label?.text ?? unnamed;
      const other = ids.get(id);
      if (other === undefined) ids.set(id, text.file);
      else if (importSpan !== null) {
        report.report(importClash, importSpan, {
          name: id,
          what: "constraint",
          path: text.file,
          other,
        });
      } else if (body.label !== null) {
        report.report(names.labelTwice, moveSpan(body.label.span, start), {
          name: id,
          what: "constraint",
        });
      }
      constraints.push({ id, constraint: body, ...where });
    }
  };
  collect(document, source, null);
  for (const imported of imports) collect(imported.document, imported.source, imported.importSpan);
  return { constraints, effects };
}

function mentionInClauses(parts: Parts, actions: ActionTable): void {
  for (const { constraint, item, source, id } of parts.constraints) {
    for (const name of actionsOf(constraint.clause)) {
      const span = moveSpan(name.span, item.start);
      mention(actions, name.text, { file: source.file, span, role: "constraint", by: id });
    }
  }
  for (const { effect, item, source } of parts.effects) {
    const span = moveSpan(effect.action.span, item.start);
    mention(actions, effect.action.text, { file: source.file, span, role: "effect", by: "" });
  }
}

// ---- the first walk ----------------------------------------------------------------------------------------------

type Bindings = Map<string, Place & { readonly kind: Local["kind"] }>;

function inferTypes(
  document: Document,
  source: SourceText,
  parts: Parts,
  context: DeclaredContext,
  reporterOf: (file: string) => Reporter,
): Bindings {
  const bindings: Bindings = new Map();
  const pending: Inference["pending"] = [];
  const inferenceOf = (file: string, base: number, scope: Scope<Term>): Inference => ({
    file,
    base,
    scope,
    pending,
    attribute: (name, at) => {
      const known = context.attributes.get(name) ?? undeclaredAttribute(name, at);
      context.attributes.set(name, known);
      return known.term;
    },
    binds: (name, kind, from) => {
      if (bindings.has(name.text)) return;
      bindings.set(name.text, { file, span: moveSpan(name.span, from), kind });
    },
    conflict: (subject, { term, first, second }, at) => {
      const { evidence } = term;
      reporterOf(at.file).report(
        twoUnits,
        at.span,
        {
          name: printExpression(leadingPath(subject)),
          first: first.symbol,
          second: second.symbol,
          root: rootName(leadingPath(subject)),
        },
        evidence === null ? [] : [{ ...evidence, message: `used in ${first.symbol} here` }],
      );
    },
  });
  const top = openScope<Term>();
  for (const section of document.sections) {
    if (section.keyword !== "RULE") continue;
    for (const { body, start } of section.items) {
      inferItem(body, inferenceOf(source.file, start, top));
    }
  }
  for (const { constraint, item, source: from } of parts.constraints) {
    inferItem(constraint, inferenceOf(from.file, item.start, openScope()));
  }
  for (const { effect, item, source: from } of parts.effects) {
    const attribute = context.attributes.get(effect.attribute.text);
    if (attribute === undefined) continue;
    const evidence = { file: from.file, span: moveSpan(effect.amount.span, item.start) };
    inferEffect(effect, attribute.term, evidence, inferenceOf(from.file, item.start, openScope()));
  }
  settlePending(inferenceOf(source.file, 0, top));
  return bindings;
}

/** The path that an expression begins with: what the reader looks for in CONTEXT. */
function leadingPath(expression: Expression): Expression {
  switch (expression.kind) {
    case "binary":
      return leadingPath(expression.left.kind === "number" ? expression.right : expression.left);
    case "unary":
      return leadingPath(expression.operand);
    default:
      return expression;
  }
}

/** The name a path begins with, where that is not the whole path. */
function rootName(expression: Expression): string | null {
  let current = expression;
  while (current.kind === "member" || current.kind === "index") current = current.object;
  return current === expression || current.kind !== "reference" ? null : current.name;
}

// ---- the second walk ---------------------------------------------------------------------------------------------

interface CheckedRules {
  readonly rules: readonly ProgramRule[];
  readonly information: readonly RuleInformation[];
  readonly failsafe: ProgramFailsafe | null;
}

function checkingOf(
  item: Item,
  source: SourceText,
  facts: PolicyFacts,
  report: Reporter,
  scope: Scope<Local> = openScope(),
): Checking {
  const types = new Map<Expression, Type>();
  facts.types.set(item, types);
  return {
    facts,
    source,
    item,
    report: report.within(item.start),
    types,
    scope,
    reads: emptyReads(),
    uses: [],
    lower: lowerExpression,
  };
}

function checkRules(
  document: Document,
  source: SourceText,
  facts: PolicyFacts,
  actions: ActionTable,
  report: Reporter,
): CheckedRules {
  const items = document.sections.flatMap((section) =>
    section.keyword === "RULE" ? section.items : [],
  );
  const hasFailsafe = items.some(({ body }) => body.kind === "failsafe");
  const rules: ProgramRule[] = [];
  const information: RuleInformation[] = [];
  let failsafe: ProgramFailsafe | null = null;
  const scope = openScope<Local>();
  items.forEach((item, index) => {
    const { body } = item;
    if (!isRule(body)) return;
    const checking = checkingOf(item, source, facts, report, scope);
    const walk: RuleWalk = {
      checking,
      hasFailsafe,
      informationOf: (rule, position, parent) => {
        const made = ruleInformation(rule, position, parent, item, source);
        information.push(made);
        return made;
      },
      take: (action, { id }) => {
        const span = moveSpan(action.name.span, item.start);
        mention(actions, action.name.text, { file: source.file, span, role: "taken", by: id });
      },
    };
    if (body.kind === "failsafe") {
      const made = walk.informationOf(body, `R${index + 1}`, null);
      if (failsafe !== null) checking.report.report(names.secondFailsafe, body.span, {});
      failsafe = { line: made.line, actions: lowerActions(body.actions, made, walk) };
      return;
    }
    const rule = lowerRule(body, `R${index + 1}`, null, walk);
    if (rule !== null) rules.push(rule);
  });
  closeScope(scope.names.values(), source.text.length);
  checkLabels(information, report);
  return { rules, information, failsafe };
}

function isRule(body: Item["body"]): body is Rule {
  switch (body.kind) {
    case "if":
    case "for":
    case "while":
    case "match":
    case "let":
    case "set":
    case "failsafe":
      return true;
    default:
      return false;
  }
}

function ruleInformation(
  rule: Rule,
  position: string,
  parent: RuleInformation | null,
  item: Item,
  source: SourceText,
): RuleInformation {
  const label = "label" in rule ? rule.label : null;
  const span = moveSpan(rule.span, item.start);
  return {
    id: label?.text ?? (rule.kind === "failsafe" ? "failsafe" : position),
    position,
    rule,
    item,
    parent,
    span,
    line: positionAt(source, span.start).line,
  };
}

/** Reports labels that two rules have, and labels that are another rule's position. */
function checkLabels(information: readonly RuleInformation[], report: Reporter): void {
  const seen = new Map<string, RuleInformation>();
  for (const rule of information) if (!isLabelled(rule)) seen.set(rule.id, rule);
  for (const rule of information) {
    const label = "label" in rule.rule ? rule.rule.label : null;
    if (label === null) continue;
    const other = seen.get(rule.id);
    if (other !== undefined) {
      report.report(
        names.labelTwice,
        moveSpan(label.span, rule.item.start),
        { name: rule.id, what: "rule" },
        [{ file: report.file, span: other.span, message: "the other one" }],
      );
    } else seen.set(rule.id, rule);
  }
}

const isLabelled = ({ rule }: RuleInformation): boolean => "label" in rule && rule.label !== null;

/** TRACE entries tied to rules or constraints that do not exist. */
function checkTraces(
  document: Document,
  information: readonly RuleInformation[],
  constraints: readonly ConstraintInformation[],
  report: Reporter,
): void {
  const ids = new Set(information.flatMap(({ id, position }) => [id, position]));
  for (const { id } of constraints) ids.add(id);
  for (const section of document.sections) {
    if (section.keyword !== "TRACE") continue;
    for (const { body, start } of section.items) {
      if (body.kind !== "labelled") continue;
      for (const reference of body.references) {
        if (ids.has(reference.text)) continue;
        report.report(names.unknownRuleReference, moveSpan(reference.span, start), {
          name: reference.text,
          suggestions: nearestNames(reference.text, ids),
        });
      }
    }
  }
}

// ---- what the program is made of ---------------------------------------------------------------------------------

/** Errors of an imported document, once for each, at the IMPORT item; what it merely remarks goes along. */
function reportImported(
  imports: readonly LoadedImport[],
  elsewhere: ReadonlyMap<string, readonly Diagnostic[]>,
  into: Diagnostic[],
  report: Reporter,
): void {
  for (const { path, importSpan } of imports) {
    const found = elsewhere.get(path) ?? [];
    const errors = found.filter(({ severity }) => severity === "error");
    const [first] = errors;
    if (first !== undefined) {
      report.report(
        importHasErrors,
        importSpan,
        { path, count: errors.length, first: first.message },
        [{ file: path, span: first.span, message: first.message }],
      );
    }
    into.push(
      ...found
        .filter(({ code }) => code === "OM3092")
        .map((each) => atImport(each, importSpan, report.file)),
    );
  }
}

function atImport(diagnostic: Diagnostic, span: Span, file: string): Diagnostic {
  const { file: inside, span: place, message } = diagnostic;
  return {
    ...diagnostic,
    file,
    span,
    related: [{ file: inside, span: place, message }],
    fixes: [],
  };
}

function programAttribute(attribute: Attribute): Program["attributes"][number] {
  const { name, type, declaration, sample } = attribute;
  return {
    name,
    type,
    declared: declaration !== null && !unitIsInferred(attribute),
    optional: declaration?.optional === true,
    sample,
    default: attribute.default,
    freshMilliseconds: declaration?.freshMilliseconds ?? null,
    line: declaration?.line ?? 0,
  };
}

/** A bare sample says less of the unit than a declaration: a bare percentage stays ambiguous. */
function unitIsInferred({ term, declaration }: Attribute): boolean {
  const resolved = resolve(term);
  return (
    declaration?.body.value.kind === "sample" && resolved.kind === "number" && resolved.unit.owned
  );
}

function intentOf(document: Document): string {
  for (const { keyword, items } of document.sections) {
    const [first] = items;
    if (keyword === "INTENT" && first?.body.kind === "prose") return first.body.text;
  }
  return "";
}

/** Where a declaration would be added: behind CONTEXT's last item. */
function endOfContext(document: Document): number | null {
  const section = document.sections.find(({ keyword }) => keyword === "CONTEXT");
  return section === undefined
    ? null
    : (section.items[section.items.length - 1]?.end ?? section.headerSpan.end);
}

function leastLoop(constraints: readonly ProgramConstraint[]): number | null {
  const counts = constraints.flatMap(({ clause }) =>
    clause.kind === "max-loop" ? [clause.count] : [],
  );
  return counts.length === 0 ? null : Math.min(...counts);
}
