// Which constructs of the language a document uses: found in its tree, named by the language's own tables where it has
// one. A test holds the examples to all of them.
import {
  binaryOperators,
  decisionStatuses,
  sectionKeywords,
  standardFunctions,
  type Tree,
  unitTable,
} from "@omega/core";

/** What each kind of node is called, for nodes that are a construct by themselves. */
const namedNodes = {
  // Rules.
  if: "IF",
  for: "FOR",
  while: "WHILE",
  match: "MATCH",
  let: "LET",
  set: "SET",
  failsafe: "FAILSAFE",
  // Constraints.
  never: "NEVER",
  always: "ALWAYS … WHEN",
  "at-most": "AT MOST n OF",
  "exactly-one": "EXACTLY ONE OF",
  requires: "REQUIRES",
  before: "BEFORE",
  "max-loop": "MAX LOOP",
  // Steps of examples.
  given: "GIVEN",
  "given-file": "GIVEN FILE",
  at: "AT",
  occur: "EXPECT",
  only: "EXPECT ONLY",
  not: "EXPECT NOT",
  pending: "EXPECT PENDING",
  nothing: "EXPECT NOTHING",
  violation: "EXPECT VIOLATION",
  // Values in CONTEXT.
  sample: "sample value",
  "prose-value": "prose value",
  "unit-type": "unit type",
  "range-type": "range type",
  "enumeration-type": "enumeration type",
  "list-type": "list type",
  "record-type": "record type",
  // Expressions and patterns.
  boolean: "truth value",
  text: "text",
  list: "list",
  record: "record",
  null: "null",
  member: "a.b",
  between: "BETWEEN … AND",
  conditional: "(IF … THEN … ELSE …)",
  "match-value": "MATCH … { … } as a value",
  lambda: "|x| …",
  wildcard: "_ in MATCH",
  "literal-pattern": "literal in MATCH",
  "range-pattern": "range in MATCH",
} as const;

/** The dimensions that the language names; the others of the unit table are more of the same. */
const dimensions: readonly string[] = [
  "length",
  "time",
  "speed",
  "mass",
  "temperature",
  "pressure",
  "voltage",
  "current",
  "power",
  "energy",
  "frequency",
  "angle",
  "area",
  "volume",
  "data",
  "data rate",
  "ratio",
  "money",
];

const effectChanges = ["RAISES", "LOWERS", "SETS"] as const;
const scalarTypes = ["number", "integer", "boolean", "text", "time"] as const;
const labels = {
  IMPACT: ["Benefit", "Risk", "Trade-off"],
  TRACE: ["Regulation", "Moral", "Evidence", "Standards"],
  REVIEW: ["Interval", "Criteria", "LastReviewed", "Owner"],
  CONSTRAINT: ["Legal", "Ethical", "Technical", "Moral", "Environmental", "Safety"],
} as const;

/** Every construct of the language, by the part of the reference it belongs to. */
export const constructs: ReadonlyMap<string, readonly string[]> = new Map([
  [
    "documents",
    [
      ...sectionKeywords,
      "RULE title",
      "several RULE sections",
      "EXAMPLES FOR",
      ...Object.entries(labels).flatMap(([keyword, names]) =>
        names.map((name) => `${keyword} ${name}`),
      ),
      "IMPACT metric",
      "TRACE [rule]",
      "# comment",
      "// comment",
      "comment behind an item",
      "comment in a block",
      "omega-ignore",
    ],
  ],
  ["actors", ["Primary", "Secondary", "MAY", "APPROVES"]],
  [
    "context",
    [
      "Location",
      "Lokasi",
      "Phase",
      "Fase",
      "TimeZone",
      "sample value",
      "prose value",
      ...scalarTypes.map((name) => `<${name}>`),
      "unit type",
      "<delta …>",
      "range type",
      "range with a unit",
      "enumeration type",
      "list type",
      "record type",
      "list of records",
      "optional attribute",
      "optional field",
      "FRESH",
      "default",
    ],
  ],
  [
    "rules",
    [
      "IF",
      "label",
      "ELSE IF",
      "ELSE",
      "FOR",
      "FOR x, i",
      "FOR in FOR",
      "WHERE",
      "WHILE",
      "WHILE … MAX",
      "MATCH",
      "WHEN in MATCH",
      "alternatives in MATCH",
      "_ in MATCH",
      "literal in MATCH",
      "range in MATCH",
      "LET",
      "SET",
      "FAILSAFE",
      ...["if", "for", "while", "match"].map((kind) => `UNKNOWN on ${kind.toUpperCase()}`),
      "several actions",
      "action without arguments",
      'action "text"',
      "positional argument",
      "named argument",
    ],
  ],
  [
    "expressions",
    [
      ...binaryOperators,
      "NOT",
      "unary -",
      "BETWEEN … AND",
      "IS MISSING",
      "IS KNOWN",
      "IS NOT MISSING",
      "IS NOT KNOWN",
      "ANY … SATISFIES",
      "ALL … SATISFIES",
      "NONE … SATISFIES",
      "(IF … THEN … ELSE …)",
      "MATCH … { … } as a value",
      "|x| …",
      "|acc, x| …",
      "a.b",
      "a[0]",
      'a["key"]',
      "`name`",
      "truth value",
      "number",
      "negative number",
      "quantity",
      "text",
      "list",
      "record",
    ],
  ],
  ["units", [...dimensions, "unit of units", "temperature difference"]],
  ["std", [...standardFunctions.keys(), "bare function"]],
  [
    "constraints",
    [
      "NEVER",
      "NEVER … AND",
      "NEVER … WHEN",
      "NEVER … UNLESS",
      "ALWAYS … WHEN",
      "AT MOST n OF",
      "AT MOST … PER",
      "EXACTLY ONE OF",
      "EXACTLY ONE … PER",
      "REQUIRES",
      "BEFORE",
      "MAX LOOP",
      "[label]",
      "prose constraint",
    ],
  ],
  ["effects", effectChanges.map((change) => `Effect ${change}`)],
  [
    "examples",
    [
      "GIVEN",
      "GIVEN a.b or a[0]",
      'GIVEN a["key"]',
      "GIVEN null",
      "GIVEN FILE",
      "AT",
      "EXPECT",
      "EXPECT ONLY",
      "EXPECT NOT",
      "EXPECT NOTHING",
      "EXPECT UNKNOWN",
      "EXPECT VIOLATION",
      "EXPECT PENDING",
      "EXPECT with arguments",
      ...decisionStatuses
        .filter((status) => status !== "rejected")
        .map((status) => `EXPECT STATUS ${status}`),
    ],
  ],
]);

/** The constructs that a document uses, by the names above; others may come along. */
export function constructsIn(document: Tree.Document): ReadonlySet<string> {
  const found = new Set<string>();
  if (document.suiteFor !== null) found.add("EXAMPLES FOR");
  const rules = document.sections.filter(({ keyword }) => keyword === "RULE");
  if (rules.length > 1) found.add("several RULE sections");
  for (const section of document.sections) {
    found.add(section.keyword);
    if (section.keyword === "RULE" && section.title !== null) found.add("RULE title");
    for (const item of section.items) {
      if (item.body.kind === "labelled") addLabelled(item.body, section.keyword, found);
    }
  }
  visit(document, found);
  return found;
}

function addLabelled(
  { label, references }: Tree.LabelledItem,
  keyword: Tree.SectionKeyword,
  found: Set<string>,
): void {
  found.add(`${keyword} ${label.text}`);
  if (keyword === "CONSTRAINT") found.add("prose constraint");
  if (keyword === "TRACE" && references.length > 0) found.add("TRACE [rule]");
  const known: readonly string[] = labels.IMPACT;
  if (keyword === "IMPACT" && !known.includes(label.text)) found.add("IMPACT metric");
}

/** Adds what a part of the tree is, and what its parts are. */
function visit(part: unknown, found: Set<string>): void {
  if (typeof part !== "object" || part === null) return;
  if ("kind" in part && typeof part.kind === "string") {
    const names: Readonly<Record<string, string>> = namedNodes;
    const name = Object.hasOwn(names, part.kind) ? names[part.kind] : undefined;
    if (name !== undefined) found.add(name);
    // The trees' own kinds: what is no node of these kinds is left as it is.
    for (const construct of constructsOf(part as Node)) found.add(construct);
  }
  addComments(part, found);
  for (const child of Object.values(part)) visit(child, found);
}

type Node =
  | Tree.ItemBody
  | Tree.Expression
  | Tree.Clause
  | Tree.Expectation
  | Tree.TypeExpression
  | Tree.TypeBase
  | Tree.AttributeValue
  | Tree.Action
  | Tree.BlockItem;

/** What a node is besides its kind. */
function constructsOf(node: Node): readonly string[] {
  switch (node.kind) {
    case "if":
      return [
        ...ruleConstructs(node),
        ...(node.branches.length > 1 ? ["ELSE IF"] : []),
        ...(node.otherwise === null ? [] : ["ELSE"]),
        ...node.branches.flatMap(({ actions }) => (actions.length > 1 ? ["several actions"] : [])),
      ];
    case "for":
      return [
        ...ruleConstructs(node),
        ...(node.index === null ? [] : ["FOR x, i"]),
        ...(node.where === null ? [] : ["WHERE"]),
        ...(node.body.some(({ rule }) => rule.kind === "for") ? ["FOR in FOR"] : []),
      ];
    case "while":
      return [...ruleConstructs(node), ...(node.maximum === null ? [] : ["WHILE … MAX"])];
    case "match":
      return [...ruleConstructs(node), ...node.arms.flatMap(armConstructs)];
    case "match-value":
      return node.arms.flatMap(armConstructs);
    case "block-item": {
      const comments = node.leadingComments.length > 0 || node.trailingComment !== null;
      return comments ? ["comment in a block"] : [];
    }
    case "action":
      return actionConstructs(node);
    case "unary":
      return [node.operator === "-" ? "unary -" : "NOT"];
    case "binary":
      return [node.operator];
    case "is":
      return [`IS ${node.negated ? "NOT " : ""}${node.state}`];
    case "quantifier":
      return [`${node.quantifier} … SATISFIES`];
    case "lambda":
      return node.parameters.length > 1 ? ["|acc, x| …"] : [];
    case "index":
      return [node.index.kind === "text" ? 'a["key"]' : "a[0]"];
    case "reference":
      return isWord(node.name) ? [] : ["`name`"];
    case "number":
      return [
        ...(node.unit === "" ? ["number"] : ["quantity", ...unitConstructs(node.unit)]),
        ...(node.digits.startsWith("-") ? ["negative number"] : []),
      ];
    case "call":
      return callConstructs(node);
    case "attribute":
      return [node.name.text];
    case "typed":
      return node.default === null ? [] : ["default"];
    case "type":
      return [
        ...(node.fresh === null ? [] : ["FRESH"]),
        ...(node.optional ? ["optional attribute"] : []),
      ];
    case "scalar-type":
      return [`<${node.name}>`];
    case "unit-type":
      return [
        ...unitConstructs(node.unit),
        ...(node.difference ? ["<delta …>", "temperature difference"] : []),
      ];
    case "range-type":
      return node.unit === "" ? [] : ["range with a unit", ...unitConstructs(node.unit)];
    case "list-type":
      return node.element.base.kind === "record-type" ? ["list of records"] : [];
    case "record-type":
      return node.fields.some(({ type }) => type.optional) ? ["optional field"] : [];
    case "actor":
      return [
        node.rank.text,
        ...(node.may === null ? [] : ["MAY"]),
        ...(node.approves.length === 0 ? [] : ["APPROVES"]),
      ];
    case "formal-constraint":
      return [`CONSTRAINT ${node.category.text}`, ...(node.label === null ? [] : ["[label]"])];
    case "never":
      return [
        ...(node.actions.length > 1 ? ["NEVER … AND"] : []),
        ...(node.guard === null ? [] : [`NEVER … ${node.guard.kind.toUpperCase()}`]),
      ];
    case "at-most":
      return node.per === null ? [] : ["AT MOST … PER"];
    case "exactly-one":
      return node.per === null ? [] : ["EXACTLY ONE … PER"];
    case "effect":
      return [`Effect ${node.change}`];
    case "given":
      return node.assignments.flatMap(givenConstructs);
    case "unknown":
      return ["EXPECT UNKNOWN"];
    case "status":
      return [`EXPECT STATUS ${node.status.text}`];
    case "occur":
    case "only":
      return node.actions.some((action) => action.arguments.length > 0)
        ? ["EXPECT with arguments"]
        : [];
    default:
      return [];
  }
}

function ruleConstructs(
  rule: Tree.IfRule | Tree.ForRule | Tree.WhileRule | Tree.MatchRule,
): readonly string[] {
  return [
    ...(rule.label === null ? [] : ["label"]),
    ...(rule.unknown === null ? [] : [`UNKNOWN on ${rule.kind.toUpperCase()}`]),
  ];
}

function armConstructs({
  pattern,
  guard,
}: Pick<Tree.MatchArm, "pattern" | "guard">): readonly string[] {
  return [
    ...(guard === null ? [] : ["WHEN in MATCH"]),
    ...(pattern.alternatives.length > 1 ? ["alternatives in MATCH"] : []),
  ];
}

function actionConstructs({ arguments: values }: Tree.Action): readonly string[] {
  const [first] = values;
  if (first === undefined) return ["action without arguments"];
  if (values.length === 1 && first.name === null && first.value.kind === "text") {
    return ['action "text"'];
  }
  return values.map(({ name }) => (name === null ? "positional argument" : "named argument"));
}

function callConstructs({ path }: Tree.CallExpression): readonly string[] {
  const name = path.join("::");
  if (standardFunctions.has(name)) return [name];
  const bare = [...standardFunctions.values()].filter(
    (known) => known.bare && known.name.endsWith(`::${name}`),
  );
  return ["bare function", ...bare.map((known) => known.name)];
}

function givenConstructs({
  target,
  value,
}: Tree.GivenStep["assignments"][number]): readonly string[] {
  return [
    ...(target.kind === "reference" ? [] : ["GIVEN a.b or a[0]"]),
    ...(target.kind === "index" && target.index.kind === "text" ? ['GIVEN a["key"]'] : []),
    ...(value.kind === "null" ? ["GIVEN null"] : []),
  ];
}

/** A unit's dimension by the table; one that is not in it is made of others. */
function unitConstructs(symbol: string): readonly string[] {
  const entry = unitTable().find(
    (known) => known.symbol === symbol || known.aliases.includes(symbol),
  );
  if (entry === undefined) return ["unit of units"];
  const composed = /[/*^]/.test(symbol) ? ["unit of units"] : [];
  return [entry.dimension.startsWith("money") ? "money" : entry.dimension, ...composed];
}

function isWord(name: string): boolean {
  return /^[\p{L}_][\p{L}\p{Nd}_]*$/u.test(name);
}

function addComments(part: object, found: Set<string>): void {
  const leading = "leadingComments" in part ? part.leadingComments : [];
  const trailing = "trailingComment" in part ? part.trailingComment : null;
  if (typeof trailing === "string") found.add("comment behind an item");
  for (const comment of [leading, trailing].flat()) {
    if (typeof comment !== "string") continue;
    found.add(comment.startsWith("#") ? "# comment" : "// comment");
    if (comment.includes("omega-ignore")) found.add("omega-ignore");
  }
}
