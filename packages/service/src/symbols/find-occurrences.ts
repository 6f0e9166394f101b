// Every mention of every symbol in a document, in one walk over its tree. Works on documents with errors: what could not be
// read has no mentions.
import { type Analysis, resolveProjectPath, type Tree } from "@omega/core";
import { readAction, readExpression, readValue, type Scope } from "./expression-occurrences.ts";
import {
  mention,
  mentionAction,
  mentionAttribute,
  mentionConstraint,
  mentionField,
  type Walk,
} from "./mention.ts";
import { readRule } from "./rule-occurrences.ts";
import { type Occurrence, symbolOf } from "./symbol.ts";

/** The mentions in a document's own text, in order of their places. */
export function findOccurrences(analysis: Analysis): readonly Occurrence[] {
  const { document } = analysis;
  const occurrences: Occurrence[] = [];
  const walk = { analysis, policy: policyFile(analysis), occurrences, loops: new Map() };
  if (document.suiteFor !== null) mentionPolicy(document.suiteFor, { ...walk, base: 0 });
  let scope: Scope = noNames;
  // Rules first, because a constraint may speak of their loops.
  for (const { keyword, items } of document.sections) {
    if (keyword !== "RULE") continue;
    for (const { start, body } of items) {
      if (isRule(body)) scope = readRule(body, scope, { ...walk, base: start });
    }
  }
  for (const { keyword, items } of document.sections) {
    for (const { start, body } of items) readItem(body, keyword, { ...walk, base: start });
  }
  return occurrences.sort((first, second) => first.span.start - second.span.start);
}

const noNames: Scope = new Map();

/** The path in `EXAMPLES FOR "factory.omni":`, with its quotes as an IMPORT's. */
function mentionPolicy({ policy, span }: Tree.SuiteHeader, walk: Walk): void {
  const { text } = walk.analysis.source;
  const start = text.indexOf('"', span.start);
  const end = text.indexOf('"', start + 1) + 1;
  if (start < 0 || end > span.end) return;
  mention(walk, symbolOf("import", "", policy), { start, end }, "read");
}

/** The file of the policy that the analysis is of: a suite's is the one it names. */
function policyFile({ document, file }: Analysis): string {
  const { suiteFor } = document;
  return suiteFor === null ? file : (resolveProjectPath(file, suiteFor.policy) ?? file);
}

function isRule(body: Tree.ItemBody): body is Tree.Rule {
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

/** What an item mentions that is no rule. */
function readItem(body: Tree.ItemBody, section: Tree.SectionKeyword, walk: Walk): void {
  switch (body.kind) {
    case "import":
      mention(walk, symbolOf("import", "", body.path), body.pathSpan, "read");
      return;
    case "actor": {
      const { role, may, approves } = body;
      mention(walk, symbolOf("actor", walk.policy, role.text), role.span, "declare");
      for (const name of may ?? []) mentionAction(walk, name, "declare");
      for (const name of approves) mentionAction(walk, name, "read");
      return;
    }
    case "attribute":
      mentionAttribute(walk, body.name.text, body.name.span, "declare");
      readAttributeValue(body.value, body.name.text, walk);
      return;
    case "formal-constraint":
      if (body.label !== null) mentionConstraint(walk, body.label, "declare");
      readClause(body.clause, walk);
      return;
    case "effect":
      mentionAction(walk, body.action, "read");
      mentionAttribute(walk, body.attribute.text, body.attribute.span, "read");
      readExpression(body.amount, noNames, walk);
      return;
    case "labelled":
      for (const name of body.references) {
        if (section === "TRACE") {
          mention(walk, symbolOf("rule", walk.policy, name.text), name.span, "read");
        } else if (section === "CONSTRAINT") mentionConstraint(walk, name, "declare");
      }
      return;
    case "given":
      for (const { target, value } of body.assignments) {
        readValue(value, readExpression(target, noNames, walk, "write"), walk);
      }
      return;
    case "expect":
      readExpectation(body.expectation, walk);
      return;
    case "given-file":
    case "at":
    case "prose":
    case "error":
    case "if":
    case "for":
    case "while":
    case "match":
    case "let":
    case "set":
    case "failsafe":
      return;
  }
}

function readAttributeValue(value: Tree.AttributeValue, path: string, walk: Walk): void {
  switch (value.kind) {
    case "sample":
      readValue(value.literal, path, walk);
      return;
    case "typed":
      readType(value.type, path, walk);
      if (value.default !== null) readValue(value.default, path, walk);
      return;
    case "prose-value":
      return;
  }
}

function readType(type: Tree.TypeExpression, path: string, walk: Walk): void {
  const { base, fresh } = type;
  if (fresh !== null) readExpression(fresh, noNames, walk);
  if (base.kind === "unit-type" || base.kind === "range-type") mentionUnit(base.unit, type, walk);
  if (base.kind === "list-type") readType(base.element, `${path}[]`, walk);
  if (base.kind !== "record-type") return;
  for (const { name, type } of base.fields) {
    const field = `${path}.${name.text}`;
    mentionField(walk, field, name.span, "declare");
    readType(type, field, walk);
  }
}

/** The tree keeps no place for a type's unit: it is the last thing written before FRESH. */
function mentionUnit(unit: string, { span, fresh }: Tree.TypeExpression, walk: Walk): void {
  const { text } = walk.analysis.source;
  const end = walk.base + (fresh?.span.start ?? span.end);
  const at = text.slice(walk.base + span.start, end).lastIndexOf(unit);
  if (unit === "" || at < 0) return;
  const start = span.start + at;
  mention(walk, symbolOf("unit", "", unit), { start, end: start + unit.length }, "read");
}

function readClause(clause: Tree.Clause, walk: Walk): void {
  switch (clause.kind) {
    case "never":
      for (const name of clause.actions) mentionAction(walk, name, "read");
      if (clause.guard !== null) readExpression(clause.guard.condition, noNames, walk);
      return;
    case "always":
      mentionAction(walk, clause.action, "read");
      readExpression(clause.condition, noNames, walk);
      return;
    case "at-most":
    case "exactly-one":
      for (const name of clause.actions) mentionAction(walk, name, "read");
      if (clause.per !== null) mentionLoop(clause.per, walk);
      return;
    case "requires":
      mentionAction(walk, clause.action, "read");
      mentionAction(walk, clause.required, "read");
      return;
    case "before":
      mentionAction(walk, clause.action, "read");
      mentionAction(walk, clause.later, "read");
      return;
    case "max-loop":
      return;
  }
}

function readExpectation(expectation: Tree.Expectation, walk: Walk): void {
  switch (expectation.kind) {
    case "occur":
    case "only":
    case "not":
    case "pending":
      for (const action of expectation.actions) readAction(action, "read", noNames, walk);
      return;
    case "unknown":
      for (const path of expectation.paths) readExpression(path, noNames, walk);
      return;
    case "violation":
      for (const label of expectation.labels) mentionConstraint(walk, label, "read");
      return;
    case "nothing":
    case "status":
      return;
  }
}

/** PER names a loop by its variable; where several loops share the name it is none of them by itself. */
function mentionLoop({ text, span }: Tree.Name, walk: Walk): void {
  const loop = walk.loops.get(text) ?? null;
  if (loop !== null) mention(walk, loop, span, "read");
}
