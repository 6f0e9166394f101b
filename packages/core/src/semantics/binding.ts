// Names that blocks bind: LET names, loop variables and parameters, each with a slot of its own.
import { shadowedName } from "../diagnostics/om3-names.ts";
import { notAList } from "../diagnostics/om3-types.ts";
import type { Span } from "../source/span.ts";
import type { Expression } from "../syntax/tree.ts";
import type { Local } from "./analysis.ts";
import { type Checking, placeOf, shown } from "./checking.ts";
import { describeType, undeterminedType } from "./number-type.ts";
import type { ProgramExpression } from "./program.ts";
import { lookUp } from "./scope.ts";
import type { Type } from "./types.ts";

/** Binds a name in the current block and gives its local. */
export function bind(
  checking: Checking,
  name: string,
  kind: Local["kind"],
  type: Type,
  at: Span,
  uncertain: Map<string, string> = new Map(),
): Local {
  const place = placeOf(checking, at);
  const local: Local = {
    name,
    kind,
    slot: checking.facts.nextSlot(checking.item),
    type,
    declaration: place,
    uncertain,
    scope: place.span,
    references: [{ file: place.file, span: place.span, use: "declare" }],
  };
  checking.facts.locals.push(local);
  checking.scope.names.set(name, local);
  return local;
}

/** The type of a collection's members; reported, and of no kind, where it is no list. */
export function elementType(
  collection: ProgramExpression,
  expression: Expression,
  wanted: string,
  checking: Checking,
): Type {
  const { type } = collection;
  if (type.kind === "list") return type.element;
  if (type.kind !== "undetermined") {
    checking.report.report(notAList, expression.span, {
      text: shown(expression),
      found: describeType(type),
      wanted,
    });
  }
  return undeterminedType;
}

const kindWords: Readonly<Record<Local["kind"], string>> = {
  let: "LET",
  loop: "loop variable",
  index: "index",
  parameter: "parameter",
  quantifier: "variable",
};

/** Reports a binding that hides another or an attribute. */
export function warnOfShadowing(
  checking: Checking,
  name: string,
  kind: Local["kind"],
  at: Span,
): void {
  const hidden = lookUp(checking.scope, name);
  const attribute = checking.facts.attributes.get(name);
  if (hidden !== null) {
    checking.report.report(
      shadowedName,
      at,
      { name, kind: kindWords[kind], hides: `the ${kindWords[hidden.kind]} of that name` },
      [
        {
          file: hidden.declaration.file,
          span: hidden.declaration.span,
          message: "hidden from here on",
        },
      ],
    );
  } else if (attribute?.declaration != null) {
    checking.report.report(
      shadowedName,
      at,
      { name, kind: kindWords[kind], hides: "the attribute of that name" },
      [
        {
          file: attribute.declaration.file,
          span: attribute.declaration.nameSpan,
          message: "hidden from here on",
        },
      ],
    );
  }
}
