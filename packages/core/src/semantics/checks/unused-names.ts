// Names that nothing reads: LET names, loop variables and indexes, and values that are overwritten unread.
import { nameDiagnostics } from "../../diagnostics/om4-names.ts";
import type { Span } from "../../source/span.ts";
import { lowerCase } from "../../source/unicode.ts";
import type { Expression, LetRule, SetRule } from "../../syntax/tree.ts";
import type { Analysis, Local, RuleInformation } from "../analysis.ts";
import { firstFrom } from "./bound-names.ts";
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
  const reads = readsOf(inspection);
  for (const local of inspection.locals) {
    if (local.declaration.file !== analysis.file || local.name.startsWith("_")) continue;
    if (isRead(local)) continue;
    const rule = lets.get(local.declaration.span.start) ?? null;
    reportUnused(local, rule, reads, inspection);
  }
  checkOverwritten(inspection);
}

function isRead({ references }: Local): boolean {
  return references.some(({ use }) => use === "read");
}

function reportUnused(
  local: Local,
  rule: RuleInformation | null,
  reads: () => AttributeReads,
  inspection: Inspection,
): void {
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
      if (speaksOfElements(local, reads(), inspection)) return;
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
function speaksOfElements(local: Local, reads: AttributeReads, { readings }: Inspection): boolean {
  const prefix = lowerCase(local.name);
  const origin = readings.names.origin(local);
  const from = origin === null ? local.scope.start : origin.item.start + origin.expression.span.end;
  for (let index = firstFrom(reads.offsets, from); index < reads.offsets.length; index++) {
    if ((reads.offsets[index] ?? 0) >= local.scope.end) return false;
    if (reads.names[index]?.startsWith(prefix)) return true;
  }
  return false;
}

/** Where attributes are read, ascending, and their names in lower case. */
interface AttributeReads {
  readonly offsets: readonly number[];
  readonly names: readonly string[];
}

/** Collected once for an analysis, and only when somebody asks. */
const collected = new WeakMap<Analysis, AttributeReads>();

function readsOf({ analysis }: Inspection): () => AttributeReads {
  return () => {
    const known = collected.get(analysis) ?? collectAttributeReads(analysis);
    collected.set(analysis, known);
    return known;
  };
}

function collectAttributeReads(analysis: Analysis): AttributeReads {
  const reads = [...analysis.attributes.values()]
    .flatMap(({ name, references }) => {
      const folded = lowerCase(name);
      return references
        .filter(({ use, file }) => use === "read" && file === analysis.file)
        .map(({ span }) => ({ at: span.start, folded }));
    })
    .sort((first, second) => first.at - second.at);
  return { offsets: reads.map(({ at }) => at), names: reads.map(({ folded }) => folded) };
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
  const { analysis, readings } = inspection;
  const bindings = new Map<number, Binding>();
  for (const information of analysis.rules) {
    if (!isBinding(information)) continue;
    bindings.set(information.item.start + information.rule.name.span.start, information);
  }
  for (const local of inspection.locals) {
    if (local.declaration.file !== analysis.file) continue;
    if (readings.names.changes(local) && isRead(local)) checkWrites(local, bindings, inspection);
  }
}

function checkWrites(
  local: Local,
  bindings: ReadonlyMap<number, Binding>,
  inspection: Inspection,
): void {
  const placesOf = (reads: boolean): readonly number[] =>
    local.references
      .filter(({ use }) => (use === "read") === reads)
      .map(({ span }) => span.start)
      .sort((first, second) => first - second);
  const reads = placesOf(true);
  let before: Binding | undefined;
  for (const place of placesOf(false)) {
    const after = bindings.get(place);
    if (before !== undefined && after !== undefined && before.parent === after.parent) {
      const read = reads[firstFrom(reads, before.span.end)];
      const isReadBetween = read !== undefined && read < after.span.end;
      if (!isReadBetween && !logs(before.rule.value))
        reportOverwritten(local, before, after, inspection);
    }
    before = after;
  }
}

function reportOverwritten(
  { name }: Local,
  before: Binding,
  after: Binding,
  { analysis, reportIn }: Inspection,
): void {
  const related = { file: analysis.file, span: after.span, message: "overwritten here" };
  reportIn(before.item).report(
    nameDiagnostics.overwrittenUnread,
    before.rule.value.span,
    { name },
    [related],
  );
}

function isBinding(information: RuleInformation): information is Binding {
  return information.rule.kind === "let" || information.rule.kind === "set";
}
