// Every mention of every symbol in a document, item by item. Works on documents with errors: what could not be read has no
// mentions.
import type { SourceText, Tree } from "@omega/core";
import { readAction, readExpression, readValue } from "./expression-occurrences.ts";
import type { Homes, SharedKind } from "./homes.ts";
import {
  mention,
  mentionAction,
  mentionAttribute,
  mentionConstraint,
  mentionField,
  type Walk,
} from "./mention.ts";
import { readRule } from "./rule-occurrences.ts";
import { type Asked, type BoundName, openScope, type Scope } from "./scope.ts";
import { type Occurrence, type PolicySymbol, symbolOf } from "./symbol.ts";

/** The mentions in an item, in order of their places, which are relative to the item's start. */
export type ItemOccurrences = readonly Occurrence[];

/** What is kept of items from one text of a document to the next. */
export interface OccurrenceMemory {
  readonly items: WeakMap<Tree.ItemBody, KnownItem>;
  /** How many items were walked so far. */
  walked: number;
}

/** An item's mentions, and all that they rest on beyond the item: as long as that is so, they are what they are. */
interface KnownItem {
  readonly occurrences: ItemOccurrences;
  /** The file of the policy, and the homes of what it mentions. */
  readonly policy: string;
  readonly askedHomes: readonly (readonly [kind: SharedKind, name: string, home: string])[];
  /** What the rules above meant by names that it speaks of. */
  readonly asked: Asked;
  /** What it binds for the rules below. */
  readonly binds: ReadonlyMap<string, BoundName>;
  readonly loops: readonly PolicySymbol[];
  readonly askedLoops: ReadonlyMap<string, PolicySymbol | null>;
}

/** Nothing known yet. */
export function createOccurrenceMemory(): OccurrenceMemory {
  return { items: new WeakMap(), walked: 0 };
}

/** The mentions in a document's own text, by item; items that `memory` knows are not walked again. */
export function findOccurrences(
  document: Tree.Document,
  source: SourceText,
  homes: Homes,
  memory: OccurrenceMemory,
): ReadonlyMap<Tree.Item, ItemOccurrences> {
  const found = new Map<Tree.Item, ItemOccurrences>();
  const above = openScope(null);
  const loops = new Map<string, PolicySymbol | null>();
  const read = (item: Tree.Item, keyword: Tree.SectionKeyword): void => {
    const { body } = item;
    const before = memory.items.get(body);
    const known =
      before !== undefined && stillHolds(before, homes, above, loops)
        ? before
        : readItem(item, keyword, { source, homes, above, loops, number: memory.walked++ });
    memory.items.set(body, known);
    found.set(item, known.occurrences);
    for (const [name, bound] of known.binds) above.names.set(name, bound);
    for (const loop of known.loops) loops.set(loop.name, loops.has(loop.name) ? null : loop);
  };
  const ofRules = document.sections.filter(({ keyword }) => keyword === "RULE");
  const others = document.sections.filter(({ keyword }) => keyword !== "RULE");
  // Rules first, because a constraint may speak of their loops.
  for (const { keyword, items } of [...ofRules, ...others]) {
    for (const item of items) read(item, keyword);
  }
  return found;
}

function stillHolds(
  { policy, askedHomes, asked, askedLoops }: KnownItem,
  homes: Homes,
  above: Scope,
  loops: ReadonlyMap<string, PolicySymbol | null>,
): boolean {
  if (policy !== homes.policy) return false;
  for (const [kind, name, home] of askedHomes) if (homes.of(kind, name) !== home) return false;
  for (const [name, bound] of asked) if ((above.names.get(name) ?? null) !== bound) return false;
  for (const [name, loop] of askedLoops) if ((loops.get(name) ?? null) !== loop) return false;
  return true;
}

interface Around {
  readonly source: SourceText;
  readonly homes: Homes;
  readonly above: Scope;
  readonly loops: ReadonlyMap<string, PolicySymbol | null>;
  readonly number: number;
}

function readItem(
  { start, end, body }: Tree.Item,
  keyword: Tree.SectionKeyword,
  { source, homes, above, loops, number }: Around,
): KnownItem {
  const occurrences: Occurrence[] = [];
  const asked: Asked = new Map();
  const askedLoops = new Map<string, PolicySymbol | null>();
  const askedHomes: [SharedKind, string, string][] = [];
  const { policy } = homes;
  const walk: Walk = {
    file: source.file,
    homes: {
      policy,
      of(kind, name) {
        const home = homes.of(kind, name);
        askedHomes.push([kind, name, home]);
        return home;
      },
    },
    item: number,
    text: source.text.slice(start, end),
    occurrences,
    asked,
    loops: [],
    loopOf(variable) {
      const loop = loops.get(variable) ?? null;
      askedLoops.set(variable, loop);
      return loop;
    },
  };
  const inside: Scope = { names: new Map(), outer: above };
  if (keyword === "RULE" && isRule(body)) readRule(body, inside, walk);
  else readEntry(body, keyword, { ...walk, asked: new Map() });
  occurrences.sort((first, second) => first.span.start - second.span.start);
  const { loops: ownLoops } = walk;
  const binds = inside.names;
  return { occurrences, policy, askedHomes, asked, binds, loops: ownLoops, askedLoops };
}

/** The mention of its policy in `EXAMPLES FOR "factory.omni":`, with its quotes as an IMPORT's. */
export function policyMention(
  { policy, span }: Tree.SuiteHeader,
  { text }: SourceText,
): Occurrence | null {
  const start = text.indexOf('"', span.start);
  const end = text.indexOf('"', start + 1) + 1;
  if (start < 0 || end > span.end) return null;
  return { symbol: symbolOf("import", "", policy), span: { start, end }, use: "read" };
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
function readEntry(body: Tree.ItemBody, section: Tree.SectionKeyword, walk: Walk): void {
  switch (body.kind) {
    case "import":
      mention(walk, symbolOf("import", "", body.path), body.pathSpan, "read");
      return;
    case "actor": {
      const { role, may, approves } = body;
      mention(walk, symbolOf("actor", walk.homes.policy, role.text), role.span, "declare");
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
      readExpression(body.amount, openScope(null), walk);
      return;
    case "labelled":
      for (const name of body.references) {
        if (section === "TRACE") {
          mention(walk, symbolOf("rule", walk.homes.policy, name.text), name.span, "read");
        } else if (section === "CONSTRAINT") mentionConstraint(walk, name, "declare");
      }
      return;
    case "given":
      for (const { target, value } of body.assignments) {
        readValue(value, readExpression(target, openScope(null), walk, "write"), walk);
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
  if (fresh !== null) readExpression(fresh, openScope(null), walk);
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
  const at = walk.text.slice(span.start, fresh?.span.start ?? span.end).lastIndexOf(unit);
  if (unit === "" || at < 0) return;
  const start = span.start + at;
  mention(walk, symbolOf("unit", "", unit), { start, end: start + unit.length }, "read");
}

function readClause(clause: Tree.Clause, walk: Walk): void {
  switch (clause.kind) {
    case "never":
      for (const name of clause.actions) mentionAction(walk, name, "read");
      if (clause.guard !== null) readExpression(clause.guard.condition, openScope(null), walk);
      return;
    case "always":
      mentionAction(walk, clause.action, "read");
      readExpression(clause.condition, openScope(null), walk);
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
      for (const action of expectation.actions) readAction(action, "read", openScope(null), walk);
      return;
    case "unknown":
      for (const path of expectation.paths) readExpression(path, openScope(null), walk);
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
  const loop = walk.loopOf(text);
  if (loop !== null) mention(walk, loop, span, "read");
}
