// The generators reach the language: every kind of node, clause and standard function, every status and every reason for
// an unknown. Without this a law could hold because nothing is tried.
import {
  binaryOperators,
  type Decision,
  decisionStatuses,
  type Ir,
  type ReportedUnknown,
  sectionKeywords,
  standardFunctions,
} from "@omega/core";
import {
  anyDocument,
  type Coverage,
  coverDecision,
  coverTree,
  decide,
  situations,
  treeKinds,
  uncovered,
} from "@omega/testkit/laws";
import { sample } from "fast-check";
import { expect, test } from "vitest";

const seed = 20260501;

test("arbitrary documents have every node, operator, clause and section", () => {
  const coverage: Coverage = new Map();
  for (const { document } of sample(anyDocument(4), { seed, numRuns: 250 })) {
    coverTree(document, coverage);
  }
  const things = [
    ...treeKinds,
    ...binaryOperators.map((operator) => `binary operator ${operator}`),
    ...sectionKeywords.map((keyword) => `section keyword ${keyword}`),
    ...["ANY", "ALL", "NONE"].map((word) => `quantifier quantifier ${word}`),
    ...["RAISES", "LOWERS", "SETS"].map((word) => `effect change ${word}`),
    "unary operator NOT",
    "unary operator -",
    "is state KNOWN",
    "is state MISSING",
    "is negated true",
    "action phrase true",
    "unit-type difference true",
    "type optional true",
    "suite-header",
  ];
  expect(uncovered(coverage, things, 5)).toEqual([]);
});

const expressions: Readonly<Record<Ir.ProgramExpression["kind"], true>> = {
  constant: true,
  attribute: true,
  local: true,
  member: true,
  index: true,
  list: true,
  record: true,
  condition: true,
  not: true,
  logical: true,
  compare: true,
  between: true,
  in: true,
  "text-test": true,
  is: true,
  arithmetic: true,
  negate: true,
  convert: true,
  quantifier: true,
  conditional: true,
  "match-value": true,
  call: true,
  atom: true,
};

const rules: Readonly<Record<Ir.ProgramRule["kind"], true>> = {
  if: true,
  for: true,
  while: true,
  match: true,
  let: true,
  set: true,
};

const clauses: Readonly<Record<Ir.ProgramClause["kind"], true>> = {
  never: true,
  always: true,
  "at-most": true,
  "exactly-one": true,
  requires: true,
  before: true,
  "max-loop": true,
};

const reasons: Readonly<Record<ReportedUnknown["reason"], true>> = {
  missing: true,
  "wrong kind": true,
  "out of range": true,
  stale: true,
  "division by zero": true,
  overflow: true,
  "ambiguous percent": true,
  "not a member": true,
  "index out of range": true,
  "empty list": true,
  "invalid argument": true,
  "no clock": true,
};

test("generated policies use every construct, and their decisions come to everything they can", () => {
  const coverage: Coverage = new Map();
  for (const situation of sample(situations(3), { seed, numRuns: 900 })) {
    if (situation === null) continue;
    const { program, policy, context } = situation;
    coverTree([program.rules, program.constraints, program.failsafe ?? []], coverage);
    coverDecision(decide(situation, context), coverage);
    const withoutClock: Decision = policy.evaluate(context, { limits: { steps: 40 } });
    coverDecision(withoutClock, coverage);
  }
  const things = [
    ...Object.keys({ ...expressions, ...rules, ...clauses }),
    ...[...standardFunctions.keys()].map((name) => `call function ${name}`),
    ...decisionStatuses.map((status) => `status ${status}`),
    ...Object.keys(reasons).map((reason) => `unknown ${reason}`),
    ...["actions", "pending", "withheld", "violations", "defaulted", "logs", "handled"],
    ...["bindings", "args", "actors", "limit steps", "limit whileIterations"],
  ];
  expect(uncovered(coverage, things, 2)).toEqual([]);
});
