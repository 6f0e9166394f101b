// MATCH patterns, checked against their subject's type: literals and ranges in the subject's unit.
import { patternDoesNotFit } from "../diagnostics/om3-types.ts";
import type { Value } from "../evaluate/value.ts";
import { printPattern } from "../syntax/print-expression.ts";
import type { Expression, Pattern, PatternAlternative } from "../syntax/tree.ts";
import { type Checking, shown } from "./checking.ts";
import { comparableParts } from "./lower-operators.ts";
import { describeType } from "./number-type.ts";
import type { ProgramExpression, ProgramPattern } from "./program.ts";
import type { Type } from "./types.ts";

/** The pattern with its literals in the subject's unit; an alternative that cannot match is reported and left out. */
export function lowerPattern(
  pattern: Pattern,
  subject: Expression,
  subjectType: Type,
  checking: Checking,
): ProgramPattern {
  return pattern.alternatives.flatMap((alternative) =>
    lowerAlternative(alternative, subject, subjectType, checking),
  );
}

function lowerAlternative(
  alternative: PatternAlternative,
  subject: Expression,
  subjectType: Type,
  checking: Checking,
): ProgramPattern {
  switch (alternative.kind) {
    case "wildcard":
      return [{ kind: "wildcard" }];
    case "literal-pattern": {
      const value = patternValue(alternative, alternative.literal, subject, subjectType, checking);
      return value === null ? [] : [{ kind: "equals", value }];
    }
    case "range-pattern": {
      // A range's unit covers both its ends: `0..10bar`.
      const { low: from, high: to } = alternative;
      const covered = from.unit === "" ? { ...from, unit: to.unit } : from;
      const low = patternValue(alternative, covered, subject, subjectType, checking);
      if (low === null) return [];
      const high = patternValue(alternative, to, subject, subjectType, checking);
      return typeof low === "number" && typeof high === "number"
        ? [{ kind: "range", low, high }]
        : [];
    }
  }
}

function patternValue(
  alternative: PatternAlternative,
  literal: Expression,
  subject: Expression,
  subjectType: Type,
  checking: Checking,
): Value | null {
  const node = checking.lower(literal, checking, { type: subjectType, of: subject });
  const { type } = node;
  if (type.kind === "undetermined") return constantOf(node);
  if (subjectType.kind !== "undetermined" && type.kind !== subjectType.kind) {
    checking.report.report(patternDoesNotFit, literal.span, {
      pattern: printPattern({ alternatives: [alternative], span: alternative.span }),
      found: describeType(type),
      subject: shown(subject),
      type: describeType(subjectType),
    });
    return null;
  }
  const stand: ProgramExpression = { kind: "constant", type: subjectType, value: false };
  const parts = comparableParts(
    { node: stand, expression: subject },
    { node, expression: literal },
    checking,
  );
  return parts === null ? null : constantOf(node);
}

/** The value of a node that literals made; null where one of them failed. */
function constantOf(node: ProgramExpression): Value | null {
  if (node.kind === "constant") return node.type.kind === "undetermined" ? null : node.value;
  if (node.kind !== "list") return null;
  const values: Value[] = [];
  for (const element of node.elements) {
    const value = constantOf(element);
    if (value === null) return null;
    values.push(value);
  }
  return values;
}
