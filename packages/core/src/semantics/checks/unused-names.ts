// Names that nothing reads: LET names, loop variables and indexes, and values that are overwritten unread.
import { nameDiagnostics } from "../../diagnostics/om4-names.ts";
import type { Span } from "../../source/span.ts";
import { lowerCase } from "../../source/unicode.ts";
import type { Expression, LetRule, SetRule } from "../../syntax/tree.ts";
import type { Local, RuleInformation } from "../analysis.ts";
import type { Inspection } from "./inspection.ts";
import { visitExpression } from "./visit-expressions.ts";

/** Checks every name that the main document binds. A leading `_` says that it is meant to go unused. */
export function checkNames(inspection: Inspection): void {
  const { analysis } = inspection;
  const lets = new Map<number, RuleInformation>();
  for (const information of analysis.rules) {
    const { rule, item } = information;
    if (rule.kind === "let") lets.set(item.start + rule.name.span.start, information);
  }
  for (const local of analysis.locals) {
    if (local.declaration.file !== analysis.file || local.name.startsWith("_")) continue;
    if (isRead(local)) continue;
    reportUnused(local, lets.get(local.declaration.span.start) ?? null, inspection);
  }
  checkOverwritten(inspection);
}

function isRead({ references }: Local): boolean {
  return references.some(({ use }) => use === "read");
}

function reportUnused(local: Local, rule: RuleInformation | null, inspection: Inspection): void {
  const { name, kind } = local;
  const at = local.declaration.span;
  switch (kind) {
    case "let":
      if (rule?.rule.kind !== "let" || logs(rule.rule.value)) return;
      inspection.report.report(nameDiagnostics.letUnused, at, {
        name,
        set: local.references.some(({ use }) => use === "write"),
      });
      return;
    case "loop":
    case "quantifier":
      if (speaksOfElements(local, inspection)) return;
      inspection.report.report(nameDiagnostics.loopVariableUnused, at, {
        name,
        what: kind === "loop" ? "turn" : "member",
      });
      return;
    case "index":
      inspection.report.report(nameDiagnostics.indexUnused, at, {
        name,
        removed: indexWithComma(at, inspection),
      });
      return;
    case "parameter":
      return;
  }
}

/** A LET may be there for what its value writes to the log. */
function logs(value: Expression): boolean {
  let found = false;
  visitExpression(value, (part) => {
    if (part.kind === "call" && part.path.at(-1) === "log") found = true;
  });
  return found;
}

/** `WorkerDistance` where `worker` goes unused: that the element was meant is said there already. */
function speaksOfElements(local: Local, { analysis, readings }: Inspection): boolean {
  const prefix = lowerCase(local.name);
  const origin = readings.names.origin(local);
  const from = origin === null ? local.scope.start : origin.item.start + origin.expression.span.end;
  return [...analysis.attributes.values()].some(
    (attribute) =>
      lowerCase(attribute.name).startsWith(prefix) &&
      attribute.references.some(
        ({ span, use }) => use === "read" && span.start >= from && span.end <= local.scope.end,
      ),
  );
}

/** The index of `FOR worker, i IN`, with the comma before it. */
function indexWithComma(at: Span, { analysis }: Inspection): Span {
  const { text } = analysis.source;
  const comma = text.lastIndexOf(",", at.start);
  return { start: text.slice(0, comma).trimEnd().length, end: at.end };
}

// ---- values overwritten unread -----------------------------------------------------------------------------------

type Binding = RuleInformation & { readonly rule: LetRule | SetRule };

/** A LET or SET whose value nothing reads before the next SET of the same block replaces it. */
function checkOverwritten(inspection: Inspection): void {
  const { analysis } = inspection;
  const waiting = new Map<Local, Binding>();
  const writes = writesByPlace(inspection);
  for (const information of analysis.rules) {
    if (!isBinding(information)) continue;
    const { rule, item, parent } = information;
    const local = writes.get(item.start + rule.name.span.start);
    if (local === undefined) continue;
    const before = waiting.get(local);
    waiting.set(local, information);
    if (before === undefined || before.parent !== parent || rule.kind === "let") continue;
    const between = (span: Span): boolean =>
      span.start >= before.span.end && span.end <= information.span.end;
    const readBetween = local.references.some(({ use, span }) => use === "read" && between(span));
    const writtenBetween = local.references.some(
      ({ use, span }) => use === "write" && between(span) && span.end <= information.span.start,
    );
    if (readBetween || writtenBetween || logs(before.rule.value) || !isRead(local)) continue;
    inspection
      .reportIn(before.item)
      .report(nameDiagnostics.overwrittenUnread, before.rule.value.span, { name: local.name }, [
        { file: analysis.file, span: information.span, message: "overwritten here" },
      ]);
  }
}

function isBinding(information: RuleInformation): information is Binding {
  return information.rule.kind === "let" || information.rule.kind === "set";
}

/** Where each LET name is bound and SET, by offset. */
function writesByPlace({ analysis }: Inspection): ReadonlyMap<number, Local> {
  const places = new Map<number, Local>();
  for (const local of analysis.locals) {
    if (local.kind !== "let" || local.declaration.file !== analysis.file) continue;
    for (const { use, span } of local.references) {
      if (use !== "read") places.set(span.start, local);
    }
  }
  return places;
}
