// The names that an item speaks of, by its tree alone: what an edit of one item can matter to in another.
import type { Reporter } from "../diagnostics/diagnostic.ts";
import type { BoundNames } from "../semantics/analysis.ts";
import { undeclaredAttribute } from "../semantics/attributes.ts";
import { visitExpression, visitExpressionsOf } from "../semantics/checks/visit-expressions.ts";
import { inferEffectOf, startInference } from "../semantics/infer-policy.ts";
import { inferItem } from "../semantics/infer-rules.ts";
import { actionsOf } from "../semantics/lower-clauses.ts";
import { openScope } from "../semantics/scope.ts";
import type { Expression, ItemBody, Rule } from "../syntax/tree.ts";

/** All spans are relative to the item. */
export interface MentionedNames {
  /** Names that nothing in the item binds: attributes, and LET names of other items. */
  readonly uses: ReadonlySet<string>;
  /** Where blocks, LETs and quantifiers bind names, the first place each. */
  readonly bindings: BoundNames["bindings"];
  /** The names of these, and lambda parameters. */
  readonly binds: ReadonlySet<string>;
  /** The names that SET changes. */
  readonly sets: ReadonlySet<string>;
  /** All of these. */
  readonly all: ReadonlySet<string>;
  /** What LET or SET name the item itself is about. */
  readonly letName: string | null;
  /** The actions that a constraint, an effect or an expectation names. */
  readonly actions: readonly string[];
}

type Visit = (expression: Expression) => void;

const silent: Reporter = { file: "", base: 0, report() {}, within: () => silent };
const none: ReadonlySet<string> = new Set();

const nothing: MentionedNames = {
  uses: none,
  bindings: new Map(),
  binds: none,
  sets: none,
  all: none,
  letName: null,
  actions: [],
};

/** The names in an item. */
export function namesIn(body: ItemBody): MentionedNames {
  switch (body.kind) {
    case "if":
    case "for":
    case "while":
    case "match":
    case "let":
    case "set":
    case "failsafe":
      return namesInFormal(body, (visit) => visitRule(body, visit), []);
    case "formal-constraint": {
      const { clause } = body;
      const condition =
        clause.kind === "always"
          ? clause.condition
          : clause.kind === "never"
            ? clause.guard?.condition
            : undefined;
      const actions = actionsOf(clause).map(({ text }) => text);
      const walk = (visit: Visit): void => {
        if (condition !== undefined) visitExpression(condition, visit);
      };
      return namesInFormal(body, walk, actions);
    }
    case "effect":
      return namesInFormal(body, (visit) => visitExpression(body.amount, visit), [
        body.action.text,
      ]);
    case "given":
      return { ...nothing, uses: rootsIn(body.assignments.map(({ target }) => target)) };
    case "expect": {
      const { expectation } = body;
      return {
        ...nothing,
        uses: "paths" in expectation ? rootsIn(expectation.paths) : none,
        actions: "actions" in expectation ? expectation.actions.map(({ name }) => name.text) : [],
      };
    }
    default:
      return nothing;
  }
}

function namesInFormal(
  body: ItemBody,
  walk: (visit: Visit) => void,
  actions: readonly string[],
): MentionedNames {
  const inference = startInference(new Map(), () => silent);
  if (body.kind === "effect") {
    const { text, span } = body.attribute;
    inference.attributes.set(text, undeclaredAttribute(text, { file: "", span }));
    inferEffectOf(body, 0, "", inference);
  } else inferItem(body, inference.walk("", 0, openScope()));
  const { bindings, changed } = inference.bound;
  const uses = new Set([...inference.attributes.keys(), ...changed]);
  const binds = new Set(bindings.keys());
  // Whether inference walks a lambda depends on types, so its names count in any case.
  walk((part) => {
    if (part.kind === "lambda") for (const { text } of part.parameters) binds.add(text);
  });
  const all = new Set([...uses, ...binds]);
  walk((part) => {
    if (part.kind !== "reference" || all.has(part.name)) return;
    uses.add(part.name);
    all.add(part.name);
  });
  const letName = body.kind === "let" || body.kind === "set" ? body.name.text : null;
  return { uses, bindings, binds, sets: changed, all, letName, actions };
}

/** Visits the expressions of a rule and of those in it. */
function visitRule(rule: Rule, visit: Visit): void {
  visitExpressionsOf(rule, visit);
  if (rule.kind !== "for" && rule.kind !== "while") return;
  for (const { rule: inner } of rule.body) if (inner.kind !== "error") visitRule(inner, visit);
}

function rootsIn(paths: readonly Expression[]): ReadonlySet<string> {
  const roots = new Set<string>();
  for (const path of paths) {
    let current = path;
    while (current.kind === "member" || current.kind === "index") current = current.object;
    if (current.kind === "reference") roots.add(current.name);
  }
  return roots;
}
