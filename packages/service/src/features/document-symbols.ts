// The outline of a document, and the search for a name over the whole workspace.
import { moveSpan, printAction, printExpression, type Span, type Tree } from "@omega/core";
import { type DocumentSymbol, SymbolKind, type WorkspaceSymbol } from "vscode-languageserver-types";
import type { ServiceDocument } from "../service-document.ts";
import { toRange } from "../text-range.ts";
import type { Workspace } from "../workspace.ts";

/** Sections with what they hold, rules with the rules inside them. */
export function findDocumentSymbols(document: ServiceDocument): readonly DocumentSymbol[] {
  const { source, tree } = document;
  return tree.sections.map((section): DocumentSymbol => {
    const { keyword, title, items, headerSpan, span } = section;
    const isExample = keyword === "EXAMPLE";
    return {
      name: title === null ? keyword : `${keyword} ${title}`,
      kind: isExample ? SymbolKind.Event : SymbolKind.Namespace,
      range: toRange(source, trimmed(source.text, span)),
      selectionRange: toRange(source, headerSpan),
      children: isExample ? [] : items.flatMap((item) => symbolsOfItem(item, document)),
    };
  });
}

/** Names of documents, rules, attributes, actions and examples that hold the letters of `query` in their order. */
export function findWorkspaceSymbols(
  query: string,
  workspace: Workspace,
): readonly WorkspaceSymbol[] {
  return [...workspace.documents()].flatMap((document) =>
    findDocumentSymbols(document).flatMap(function flatten(symbol): WorkspaceSymbol[] {
      const { name, kind, selectionRange, children = [] } = symbol;
      const isNamed = kind !== SymbolKind.Namespace;
      const own =
        isNamed && holdsInOrder(name, query)
          ? [{ name, kind, location: { uri: document.uri, range: selectionRange } }]
          : [];
      return [...own, ...children.flatMap(flatten)];
    }),
  );
}

function holdsInOrder(name: string, query: string): boolean {
  const letters = name.toLowerCase();
  let from = 0;
  for (const letter of query.toLowerCase()) {
    from = letters.indexOf(letter, from) + 1;
    if (from === 0) return false;
  }
  return true;
}

function symbolsOfItem(item: Tree.Item, document: ServiceDocument): readonly DocumentSymbol[] {
  const { body, start, end } = item;
  const { source } = document;
  const whole = trimmed(source.text, { start, end });
  const symbol = (
    name: string,
    kind: SymbolKind,
    selection: Span,
    detail?: string,
  ): DocumentSymbol => ({
    // Editors refuse symbols without a name, and while one types there is none.
    name: name.trim() === "" ? "…" : name,
    kind,
    range: toRange(source, whole),
    selectionRange: toRange(source, moveSpan(selection, start)),
    ...(detail !== undefined && { detail }),
  });
  switch (body.kind) {
    case "import":
      return [symbol(body.path, SymbolKind.File, body.pathSpan)];
    case "actor":
      return [symbol(body.role.text, SymbolKind.Class, body.role.span, body.rank.text)];
    case "attribute":
      return [
        symbol(
          body.name.text,
          SymbolKind.Property,
          body.name.span,
          short(source.text.slice(body.value.span.start + start, body.value.span.end + start)),
        ),
      ];
    case "formal-constraint": {
      const { label, category, span } = body;
      return [symbol(label?.text ?? category.text, SymbolKind.Interface, label?.span ?? span)];
    }
    case "effect":
      return [
        symbol(
          `${body.action.text} ${body.change} ${body.attribute.text}`,
          SymbolKind.Operator,
          body.span,
        ),
      ];
    case "labelled":
      return [symbol(body.label.text, SymbolKind.String, body.label.span, short(body.text))];
    case "if":
    case "for":
    case "while":
    case "match":
    case "let":
    case "set":
    case "failsafe":
      return [symbolOfRule(body, start, whole, document)];
    case "prose":
    case "error":
    case "given":
    case "given-file":
    case "at":
    case "expect":
      return [];
  }
}

function symbolOfRule(
  rule: Tree.Rule,
  base: number,
  whole: Span,
  document: ServiceDocument,
): DocumentSymbol {
  const { source } = document;
  const described = descriptions.get(rule) ?? describeRule(rule);
  descriptions.set(rule, described);
  const { name, detail, selection } = described;
  const body = rule.kind === "for" || rule.kind === "while" ? rule.body : [];
  return {
    name: name || rule.kind.toUpperCase(),
    kind: rule.kind === "let" || rule.kind === "set" ? SymbolKind.Variable : SymbolKind.Function,
    detail,
    range: toRange(source, whole),
    selectionRange: toRange(source, moveSpan(selection, base)),
    children: body.flatMap(({ rule: inner }) =>
      inner.kind === "error"
        ? []
        : [symbolOfRule(inner, base, moveSpan(inner.span, base), document)],
    ),
  };
}

interface RuleDescription {
  readonly name: string;
  readonly detail: string;
  readonly selection: Span;
}

/** Rules that an edit leaves alone are the same objects, and say the same. */
const descriptions = new WeakMap<Tree.Rule, RuleDescription>();

function describeRule(rule: Tree.Rule): RuleDescription {
  switch (rule.kind) {
    case "if": {
      const [first] = rule.branches;
      const actions = rule.branches.flatMap((branch) => branch.actions).map(printAction);
      return labelled(
        rule,
        `IF ${first === undefined ? "" : short(printExpression(first.condition))}`,
        short(actions.join(", ")),
      );
    }
    case "for":
      return labelled(
        rule,
        `FOR ${rule.variable.text} IN ${short(printExpression(rule.collection))}`,
        "",
      );
    case "while":
      return labelled(rule, `WHILE ${short(printExpression(rule.condition))}`, "");
    case "match":
      return labelled(rule, `MATCH ${short(printExpression(rule.subject))}`, "");
    case "let":
    case "set":
      return {
        name: rule.name.text,
        detail: `${rule.kind.toUpperCase()} = ${short(printExpression(rule.value))}`,
        selection: rule.name.span,
      };
    case "failsafe":
      return {
        name: "FAILSAFE",
        detail: short(rule.actions.map(printAction).join(", ")),
        selection: rule.span,
      };
  }
}

/** A rule by its label, with what it says as detail; without one by what it says. */
function labelled(
  { label, span }: { readonly label: Tree.Name | null; readonly span: Span },
  says: string,
  detail: string,
): RuleDescription {
  return label === null
    ? { name: says, detail, selection: span }
    : { name: label.text, detail: says, selection: label.span };
}

/** One line of at most sixty characters. */
function short(text: string): string {
  const line = text.replaceAll(/\s+/g, " ");
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}

function trimmed(text: string, { start, end }: Span): Span {
  return { start, end: start + text.slice(start, end).trimEnd().length };
}
