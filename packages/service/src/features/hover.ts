// Hover: what a name, a unit, a function or a keyword is, in Markdown.
import {
  type AttributeDeclaration,
  describeType,
  describeUnit,
  findFunction,
  type KnownAttribute,
  keywordMeanings,
  printSignatures,
  readTokens,
  sectionMeanings,
  type Tree,
  type Type,
  typeSource,
} from "@omega/core";
import type { Hover, Position } from "vscode-languageserver-types";
import { describeConversions, exampleOf, nameOfUnit } from "../describe-quantity.ts";
import type { ServiceDocument } from "../service-document.ts";
import type { Occurrence } from "../symbols/symbol.ts";
import { toOffset, toRange } from "../text-range.ts";
import { lastExampleValue } from "./example-values.ts";

/** What stands at a position, or null where there is nothing to say. */
export function findHover(document: ServiceDocument, position: Position): Hover | null {
  const offset = toOffset(document.source, position);
  const found = document.symbols.at(offset);
  if (found !== null) {
    const lines = describeOccurrence(found, document);
    return lines.length === 0
      ? null
      : {
          contents: { kind: "markdown", value: lines.join("\n\n") },
          range: toRange(document.source, found.span),
        };
  }
  return hoverOfKeyword(document, offset);
}

function describeOccurrence(found: Occurrence, document: ServiceDocument): readonly string[] {
  const { kind, name } = found.symbol;
  switch (kind) {
    case "attribute":
      return describeAttribute(name, document);
    case "field":
      return describeField(name, document);
    case "local":
      return describeLocal(found, document);
    case "rule":
      return describeRule(name, document);
    case "action":
      return describeAction(name, document);
    case "actor":
      return describeActor(name, document);
    case "constraint":
      return describeConstraint(name, document);
    case "function":
      return describeFunction(name, document);
    case "unit":
      return describeUnitMention(found, document);
    case "import":
      return [];
  }
}

// --- names --------------------------------------------------------------------------------------------------------

function describeAttribute(name: string, document: ServiceDocument): readonly string[] {
  const { phrase } = document.locale;
  const { attributes } = document.meanings;
  const attribute = attributes.get(name);
  if (attribute === undefined) return [];
  const value = lastExampleValue(name, document);
  const { declaration } = attribute;
  return [
    code(`${name}: ${printed(attribute.type)}`),
    [describeType(attribute.type), ...limitsOf(attribute)].map(phrase).join(", "),
    ...(declaration === null ? [] : documentationOf(declaration.item)),
    phrase(declarationOf(attribute, document)),
    ...(declaration === null ? [] : standInOf(declaration, document).map(phrase)),
    ...conversionsOf(attribute.type),
    ...(value === null ? [] : [phrase(`last given in \`${value.example}\`: \`${value.text}\``)]),
  ];
}

function printed(type: Type): string {
  const source = typeSource(type);
  return source === null ? "?" : `<${source}>`;
}

function limitsOf({ type, declaration }: KnownAttribute): readonly string[] {
  const said: string[] = [];
  if (type.kind === "number" && type.minimum !== null && type.maximum !== null) {
    said.push(`from ${type.minimum} to ${type.maximum} ${type.unit.symbol}`.trimEnd());
  }
  if (type.kind === "text" && type.values !== null) {
    said.push(`one of ${type.values.map((value) => `\`${value}\``).join(", ")}`);
  }
  if (declaration?.optional === true) said.push("may be absent");
  if (declaration?.freshMilliseconds != null) {
    said.push(`unknown when older than ${declaration.freshMilliseconds} ms`);
  }
  return said;
}

function declarationOf(
  { declaration, evidence }: KnownAttribute,
  { file }: ServiceDocument,
): string {
  if (declaration === null) {
    const from = evidence === null ? "" : ", its unit from what it is compared with";
    return `not declared in CONTEXT: inferred from its use${from}`;
  }
  const where =
    declaration.file === file
      ? `line ${declaration.line}`
      : `${declaration.file}:${declaration.line}`;
  return `declared in CONTEXT, ${where}`;
}

/** What the author has written about an item in the comments above and behind it. */
function documentationOf(item: Tree.Item): readonly string[] {
  const comments = [...item.leadingComments, item.trailingComment ?? ""];
  const said = comments
    .map((comment) => comment.replace(/^(?:#|\/\/)\s*/, ""))
    .filter((comment) => comment !== "" && !comment.startsWith("omega-ignore"));
  return said.length === 0 ? [] : [said.join("\n")];
}

/** The value that stands in for a reading that is missing, in the author's words. */
function standInOf(
  { body: { value }, file, item }: AttributeDeclaration,
  { meanings }: ServiceDocument,
): readonly string[] {
  const { source } =
    meanings.imports.find(({ path }) => path === file) ?? (meanings.file === file ? meanings : {});
  if (source === undefined) return [];
  const written = ({ span }: Tree.Expression): string =>
    source.text.slice(item.start + span.start, item.start + span.end);
  if (value.kind === "sample") return [`sample: \`${written(value.literal)}\``];
  if (value.kind !== "typed" || value.default === null) return [];
  return [`\`${written(value.default)}\` where it is absent`];
}

function describeField(path: string, { meanings, locale }: ServiceDocument): readonly string[] {
  const { attributes } = meanings;
  const [root = "", ...steps] = path.split(/\.|(?=\[\])/);
  let type: Type | undefined = attributes.get(root)?.type;
  for (const step of steps) {
    if (step === "[]") type = type?.kind === "list" ? type.element : undefined;
    else if (type?.kind === "record") {
      type = type.fields.find(({ name }) => name === step)?.type;
    } else type = undefined;
  }
  if (type === undefined) return [code(path)];
  return [
    code(`${path}: ${printed(type)}`),
    locale.phrase(describeType(type)),
    ...conversionsOf(type),
  ];
}

const localKinds = {
  let: "a name bound by LET",
  loop: "a loop's element",
  index: "a loop's index, from 0",
  parameter: "a parameter",
  quantifier: "the element under test",
} as const;

function describeLocal({ symbol }: Occurrence, document: ServiceDocument): readonly string[] {
  const { phrase } = document.locale;
  const declared = document.symbols.of(symbol).find(({ use }) => use === "declare");
  const local = document.meanings.locals.find(
    ({ declaration }) => declaration.span.start === declared?.span.start,
  );
  if (local === undefined) return [];
  return [
    code(`${local.name}: ${printed(local.type)}`),
    `${phrase(localKinds[local.kind])}: ${phrase(describeType(local.type))}`,
    phrase(`bound on line ${toRange(document.source, local.declaration.span).start.line + 1}`),
    ...conversionsOf(local.type),
  ];
}

function describeRule(id: string, document: ServiceDocument): readonly string[] {
  const { phrase } = document.locale;
  const { meanings } = document;
  const rule = meanings.rules.find((candidate) => candidate.id === id);
  if (rule === undefined) return [];
  const isWholeItem = rule.parent === null;
  const taken = [...meanings.actions.values()]
    .filter(({ mentions }) => mentions.some(({ role, by }) => role === "taken" && by === id))
    .map(({ name }) => `\`${name}\``);
  const trace = meanings.document.sections
    .filter(({ keyword }) => keyword === "TRACE")
    .flatMap(({ items }) => items)
    .flatMap(({ body }) =>
      body.kind === "labelled" && body.references.some(({ text }) => text === id)
        ? [`${body.label.text}: ${body.text}`]
        : [],
    );
  return [
    code(id),
    phrase(`rule ${rule.position}, line ${rule.line}`),
    ...(isWholeItem ? documentationOf(rule.item) : []),
    ...(taken.length === 0 ? [] : [phrase(`takes ${taken.join(", ")}`)]),
    ...trace,
  ];
}

function describeAction(name: string, { meanings, locale }: ServiceDocument): readonly string[] {
  const mentions = meanings.actions.get(name)?.mentions ?? [];
  const by = (wanted: (typeof mentions)[number]["role"]): string =>
    [...new Set(mentions.filter(({ role }) => role === wanted).map((mention) => mention.by))]
      .map((who) => `\`${who}\``)
      .join(", ");
  const says: string[] = [];
  if (by("may") !== "") says.push(`may be taken by ${by("may")}`);
  if (by("approves") !== "") says.push(`waits for the approval of ${by("approves")}`);
  if (by("taken") !== "") says.push(`taken by ${by("taken")}`);
  else says.push("no rule takes it");
  if (by("constraint") !== "") says.push(`bound by ${by("constraint")}`);
  const effects = meanings.effects.filter(({ effect }) => effect.action.text === name);
  // Written as the language writes it.
  const changes = effects.map(({ effect }) => `${effect.change} \`${effect.attribute.text}\``);
  return [code(name), ...says.map(locale.phrase), ...changes];
}

function describeActor(role: string, { meanings, locale }: ServiceDocument): readonly string[] {
  const { phrase } = locale;
  const { actors } = meanings;
  const isAnybody = actors.every(({ may }) => may === null);
  return actors
    .filter((actor) => actor.role === role)
    .flatMap(({ rank, may, approves }) => [
      `**${role}** (${rank})`,
      ...[
        may === null
          ? isAnybody
            ? "may take any action"
            : "has no MAY list: takes no action"
          : `may take ${may.map((name) => `\`${name}\``).join(", ")}`,
        ...(approves.length === 0
          ? []
          : [`approves ${approves.map((name) => `\`${name}\``).join(", ")}`]),
      ].map(phrase),
    ]);
}

function describeConstraint(id: string, document: ServiceDocument): readonly string[] {
  const known = document.meanings.constraints.find((constraint) => constraint.id === id);
  if (known === undefined) return [];
  const { item, source } = known;
  return [code(source.text.slice(item.start, item.end).trim()), `${source.file}:${known.line}`];
}

// --- the language's own -------------------------------------------------------------------------------------------

function describeFunction(name: string, { locale }: ServiceDocument): readonly string[] {
  const definition = findFunction(name.split("::"));
  if (definition === null) return [];
  const examples = definition.examples.map(({ call, result }) => `${call}  # ${result}`);
  return [
    code(printSignatures(definition).join("\n")),
    locale.phrase(definition.summary),
    ...(examples.length === 0 ? [] : [code(examples.join("\n"))]),
  ];
}

/** The unit, and what the literal that carries it comes to in others. */
function describeUnitMention(
  { symbol: { name }, span }: Occurrence,
  { source, locale }: ServiceDocument,
): readonly string[] {
  const example = exampleOf(name);
  if (example === null) return [];
  const digits = /-?\d+(?:\.\d+)?$/.exec(
    source.text.slice(Math.max(0, span.start - 40), span.start),
  );
  const amount = digits === null ? example.amount : Number(digits[0]);
  const conversions = describeConversions(amount, example.unit);
  return [
    `**${name}**: ${[nameOfUnit(name), describeUnit(example.unit)].map(locale.phrase).join(", ")}`,
    ...(conversions === null ? [] : [conversions]),
  ];
}

function conversionsOf(type: Type): readonly string[] {
  if (type.kind !== "number" || type.unit.symbol === "") return [];
  const conversions = describeConversions(type.unit.affine ? 20 : 1, type.unit);
  return conversions === null ? [] : [conversions];
}

function hoverOfKeyword({ source, tree, locale }: ServiceDocument, offset: number): Hover | null {
  const { text } = source;
  let start = offset;
  let end = offset;
  while (start > 0 && /[A-Za-z]/.test(text.charAt(start - 1))) start--;
  while (end < text.length && /[A-Za-z]/.test(text.charAt(end))) end++;
  const word = text.slice(start, end).toUpperCase();
  const section = tree.sections.find(
    ({ headerSpan }) => headerSpan.start <= start && end <= headerSpan.end,
  );
  const meaning =
    section === undefined ? meaningOf(keywordMeanings, word) : sectionMeanings[section.keyword];
  const isHeader = section !== undefined && section.keyword === word;
  const isWritten = text.slice(start, end) === word && isKeywordAt(start, tree, text);
  if (meaning === null || !(isHeader || isWritten)) return null;
  return {
    contents: { kind: "markdown", value: `**${word}**: ${locale.phrase(meaning)}` },
    range: toRange(source, { start, end }),
  };
}

/** Whether the language reads a keyword there: prose, texts and comments have none. */
function isKeywordAt(offset: number, { sections }: Tree.Document, text: string): boolean {
  const item = sections
    .flatMap(({ items }) => items)
    .find(({ start, end }) => start <= offset && offset < end);
  if (item === undefined || item.body.kind === "prose" || item.body.kind === "labelled")
    return false;
  return readTokens(text.slice(item.start, item.end)).some(
    ({ start, keyword }) => keyword !== null && item.start + start === offset,
  );
}

function meaningOf(meanings: Readonly<Record<string, string>>, word: string): string | null {
  return Object.hasOwn(meanings, word) ? (meanings[word] ?? null) : null;
}

function code(text: string): string {
  return `\`\`\`omega\n${text}\n\`\`\``;
}
