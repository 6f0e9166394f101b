// Expressions as people say them: "the sum of amount", "Speed × ReactionTime". Conditions: phrase-condition.ts.

import { findFunction } from "../std/standard-library.ts";
import { printPattern } from "../syntax/print-expression.ts";
import type {
  Action,
  CallExpression,
  Expression,
  LambdaExpression,
  MatchExpression,
  NumberLiteral,
  Pattern,
} from "../syntax/tree.ts";
import { inlineCondition } from "./inline-condition.ts";
import { fill, listPhrase, type Phrase, piece, plainText, words } from "./phrase.ts";
import { describeCondition, isCondition } from "./phrase-condition.ts";
import type { Speaker } from "./speaker.ts";
import type { Wording } from "./wording.ts";

/** A speaker for an item whose expressions have the types `typeOf` gives. */
export function createSpeaker(wording: Wording, typeOf: Speaker["typeOf"]): Speaker {
  const speaker: Speaker = {
    wording,
    typeOf,
    phrase: (expression) => phraseExpression(expression, speaker),
  };
  return speaker;
}

/** An expression in words. The tree's height is capped by the parser, so that recursion is. */
function phraseExpression(expression: Expression, speaker: Speaker): Phrase {
  const { wording } = speaker;
  if (isCondition(expression)) {
    return inlineCondition(describeCondition(expression, speaker), wording);
  }
  switch (expression.kind) {
    case "boolean":
      return piece("value", expression.value ? wording.truth.true : wording.truth.false);
    case "number":
      return piece("value", numberText(expression, wording));
    case "text":
      return piece("value", quoted(expression.value, wording));
    case "null":
      return piece("value", "null");
    case "list":
      return [
        ...words("["),
        ...listPhrase(phrases(expression.elements, speaker), wording.comma),
        ...words("]"),
      ];
    case "record": {
      const fields = expression.fields.map(({ name, value }) => [
        ...piece("name", name.text),
        ...words(": "),
        ...phraseExpression(value, speaker),
      ]);
      return [...words("{ "), ...listPhrase(fields, wording.comma), ...words(" }")];
    }
    case "reference":
      return piece("name", expression.name);
    case "member": {
      const object = operand(expression.object, speaker);
      return asName(object, [...object, ...piece("name", `.${expression.name.text}`)]);
    }
    case "index": {
      const object = operand(expression.object, speaker);
      const index = phraseExpression(expression.index, speaker);
      return asName(object, [...object, ...words("["), ...index, ...words("]")], index);
    }
    case "unary":
      return [...words("−"), ...operand(expression.operand, speaker)];
    case "binary": {
      const left = operand(expression.left, speaker, strengthOf(expression));
      const right = operand(expression.right, speaker, strengthOf(expression) + 1);
      return arithmetic(expression.operator, left, right, wording);
    }
    case "conditional": {
      const { branch, otherwise } = wording.conditional;
      const branches = expression.branches.map(({ condition, value }) =>
        fill(branch, {
          value: phraseExpression(value, speaker),
          condition: inlineCondition(describeCondition(condition, speaker), wording),
        }),
      );
      const last = fill(otherwise, { value: phraseExpression(expression.otherwise, speaker) });
      return listPhrase([...branches, ...(last.length > 0 ? [last] : [])], wording.comma);
    }
    case "match-value":
      return phraseChoice(expression, speaker);
    case "call":
      return phraseCall(expression, speaker);
    case "lambda":
      return phraseExpression(expression.body, speaker);
    // What could not be read, and conditions, which are said above.
    default:
      return words("…");
  }
}

function phrases(expressions: readonly Expression[], speaker: Speaker): readonly Phrase[] {
  return expressions.map((expression) => phraseExpression(expression, speaker));
}

/** `worker.distance` stays one name where its parts are names. */
function asName(object: Phrase, whole: Phrase, ...inner: readonly Phrase[]): Phrase {
  const isPath = [object, ...inner].every((phrase) =>
    phrase.every(({ kind }) => kind === "name" || kind === "value"),
  );
  return isPath && object[0]?.kind === "name" ? piece("name", plainText(whole)) : whole;
}

// ---- literals ----------------------------------------------------------------------------------------------------

/** A text in the quotation marks of the language. */
export function quoted(text: string, wording: Wording): string {
  return wording.quoted.replace("{text}", () => text);
}

/** `1m` as `1 m`, `-5C` as `−5 °C`, `20%` as it is. */
export function numberText({ digits, unit }: NumberLiteral, wording: Wording): string {
  return quantityText(digits, unit, wording);
}

/** Digits and a unit as people write them; the space does not break. */
export function quantityText(digits: string, unit: string, wording: Wording): string {
  const shown = digits.startsWith("-") ? `−${digits.slice(1)}` : digits;
  if (unit === "") return shown;
  const symbol = unitText(unit, wording);
  return `${shown}${/^[%‰°]$/u.test(symbol) ? "" : "\u00a0"}${symbol}`;
}

/** A unit's symbol as people write it: `m^2` as `m²`, `C` as `°C`. */
export function unitText(unit: string, { units }: Wording): string {
  const known: Readonly<Record<string, string>> = units;
  const symbol = Object.hasOwn(known, unit) ? known[unit] : undefined;
  if (symbol !== undefined) return symbol;
  return unit
    .replace(/\^(-?\d+)/gu, (_, digits: string) => superscript(digits))
    .replace(/(?<![\p{L}°])[CF](?![\p{L}])/gu, "°$&");
}

const superscripts: Readonly<Record<string, string>> = Object.fromEntries(
  [..."⁰¹²³⁴⁵⁶⁷⁸⁹"].map((raised, digit) => [String(digit), raised]),
);

function superscript(digits: string): string {
  return [...digits].map((digit) => superscripts[digit] ?? "⁻").join("");
}

// ---- arithmetic --------------------------------------------------------------------------------------------------

/** How tightly the phrase of an expression holds together: one of words needs parentheses beside an operator. */
function strengthOf(expression: Expression): number {
  if (isCondition(expression)) return 0;
  switch (expression.kind) {
    case "binary":
      return expression.operator === "+" || expression.operator === "-"
        ? 1
        : expression.operator === "MOD"
          ? 0
          : 2;
    case "call":
    case "conditional":
    case "match-value":
    case "lambda":
      return 0;
    case "unary":
      return 2;
    default:
      return 3;
  }
}

function operand(expression: Expression, speaker: Speaker, least = 3): Phrase {
  const phrase = phraseExpression(expression, speaker);
  return strengthOf(expression) >= least ? phrase : [...words("("), ...phrase, ...words(")")];
}

function arithmetic(operator: string, left: Phrase, right: Phrase, wording: Wording): Phrase {
  if (operator === "MOD") return fill(wording.modulo, { left, right });
  const signs: Readonly<Record<string, string>> = { "*": "×", "-": "−" };
  return [...left, ...words(` ${signs[operator] ?? operator} `), ...right];
}

// ---- calls -------------------------------------------------------------------------------------------------------

function phraseCall(call: CallExpression, speaker: Speaker): Phrase {
  const { wording } = speaker;
  const name = findFunction(call.path)?.name ?? call.path.join("::");
  const overMembers = phraseOverMembers(name, call, speaker);
  if (overMembers !== null) return overMembers;
  const given = phrases(call.arguments, speaker);
  const templates: Readonly<Record<string, string>> = wording.functions;
  const template =
    templates[`${name}/${given.length}`] ??
    (Object.hasOwn(templates, name) ? templates[name] : undefined);
  if (template === undefined) {
    return [
      ...words(`${call.path.at(-1) ?? ""}(`),
      ...listPhrase(given, wording.comma),
      ...words(")"),
    ];
  }
  const places = call.arguments.map((argument, index): readonly [string, Phrase] => {
    // Words behind a phrase would seem to be part of it.
    const isLast = template.endsWith(`{${index}}`);
    return [String(index), operand(argument, speaker, isLast ? 0 : 1)];
  });
  return fill(template, { ...Object.fromEntries(places), all: listPhrase(given, wording.and) });
}

/** Functions that take a part of an expression for each member of a list; null for any other. */
function phraseOverMembers(name: string, call: CallExpression, speaker: Speaker): Phrase | null {
  const { wording } = speaker;
  const { each } = wording;
  const [list, lambda, initial] = call.arguments;
  if (list === undefined) return null;
  if (name === "std::list::length" || name === "std::string::length") {
    return phraseLength(list, speaker);
  }
  if (lambda?.kind !== "lambda") return null;
  switch (name) {
    case "std::list::map":
      return fill(each.map, memberParts(list, lambda, speaker));
    case "std::math::sum":
      return fill(each.sum, memberParts(list, lambda, speaker));
    case "std::list::filter":
      return fill(each.filter, memberParts(list, lambda, speaker));
    case "std::list::count":
      return fill(each.count, memberParts(list, lambda, speaker));
    case "std::list::sort_by":
      return fill(each.sortBy, memberParts(list, lambda, speaker));
    case "std::list::group_by":
      return fill(each.groupBy, memberParts(list, lambda, speaker));
    case "std::list::reduce":
      return fill(each.reduce, {
        ...memberParts(list, lambda, speaker),
        initial: initial === undefined ? [] : phraseExpression(initial, speaker),
        variables: listPhrase(
          lambda.parameters.map((parameter) => piece("name", parameter.text)),
          wording.and,
        ),
      });
    default:
      return null;
  }
}

/** How many: of a text its length, of what a filter leaves the count, of any other list its entries. */
function phraseLength(list: Expression, speaker: Speaker): Phrase {
  const { functions, each } = speaker.wording;
  if (list.kind === "call" && findFunction(list.path)?.name === "std::list::filter") {
    const [of, where] = list.arguments;
    if (of !== undefined && where?.kind === "lambda") {
      return fill(each.count, memberParts(of, where, speaker));
    }
  }
  const isText = speaker.typeOf(list)?.kind === "text";
  return fill(functions[isText ? "std::string::length" : "std::list::length"], {
    "0": phraseExpression(list, speaker),
  });
}

/** The places of the templates of `each`. A filter that names its members alike is said in one breath. */
function memberParts(
  list: Expression,
  { parameters, body }: LambdaExpression,
  speaker: Speaker,
): { readonly [place: string]: Phrase } {
  const { each } = speaker.wording;
  const variable = piece("name", parameters[0]?.text ?? "");
  const phrase = phraseExpression(body, speaker);
  const filter = filteredAlike(list, parameters[0]?.text ?? "");
  const of = phraseExpression(filter === null ? list : filter.list, speaker);
  const over =
    filter === null
      ? fill(each.over, { variable, list: of })
      : fill(each.overWhere, {
          variable,
          list: of,
          condition: phraseExpression(filter.condition, speaker),
        });
  return { variable, list: phraseExpression(list, speaker), body: phrase, condition: phrase, over };
}

function filteredAlike(
  list: Expression,
  variable: string,
): { readonly list: Expression; readonly condition: Expression } | null {
  if (list.kind !== "call" || findFunction(list.path)?.name !== "std::list::filter") return null;
  const [of, where] = list.arguments;
  if (of === undefined || where?.kind !== "lambda") return null;
  return where.parameters[0]?.text === variable ? { list: of, condition: where.body } : null;
}

// ---- choices -----------------------------------------------------------------------------------------------------

function phraseChoice({ subject, arms }: MatchExpression, speaker: Speaker): Phrase {
  const { choice } = speaker.wording;
  const phrased = arms.map((arm) => {
    const pattern = phrasePattern(arm.pattern, speaker.wording);
    const guarded =
      arm.guard === null
        ? pattern
        : fill(choice.guard, { pattern, guard: phraseExpression(arm.guard, speaker) });
    return fill(choice.arm, { pattern: guarded, value: phraseExpression(arm.value, speaker) });
  });
  return fill(choice.head, {
    subject: operand(subject, speaker, isCondition(subject) ? 1 : 0),
    arms: listPhrase(phrased, { between: "; ", last: "; " }),
  });
}

/** Alternatives of a pattern: "0 to 6 bar", "“charge” or “heat”", "anything else". */
export function phrasePattern(pattern: Pattern, wording: Wording): Phrase {
  const alternatives = pattern.alternatives.map((alternative): Phrase => {
    switch (alternative.kind) {
      case "wildcard":
        return words(wording.anything);
      case "range-pattern":
        return fill(wording.range, {
          low: piece("value", numberText(alternative.low, wording)),
          high: piece("value", numberText(alternative.high, wording)),
        });
      case "literal-pattern":
        return alternative.literal.kind === "text"
          ? piece("value", quoted(alternative.literal.value, wording))
          : alternative.literal.kind === "number"
            ? piece("value", numberText(alternative.literal, wording))
            : piece("value", printPattern({ ...pattern, alternatives: [alternative] }));
    }
  });
  return listPhrase(alternatives, wording.or);
}

// ---- actions -----------------------------------------------------------------------------------------------------

/** An action with its arguments. */
function phraseAction(action: Action, speaker: Speaker): Phrase {
  const { wording } = speaker;
  const name = piece("action", action.name.text);
  const [only, ...others] = action.arguments;
  if (only === undefined) return name;
  if (others.length === 0 && only.name === null && only.value.kind === "text") {
    const text = piece("value", quoted(only.value.value, wording));
    return fill(wording.action.text, { name, text });
  }
  const given = action.arguments.map((argument) => {
    const value = phraseExpression(argument.value, speaker);
    if (argument.name === null) return value;
    return fill(wording.action.argument, { name: words(argument.name.text), value });
  });
  return fill(wording.action.arguments, { name, arguments: listPhrase(given, wording.comma) });
}

/** Actions in the order they are taken; "nothing" for none. */
export function phraseActions(actions: readonly Action[], speaker: Speaker): readonly Phrase[] {
  return actions.length === 0
    ? [words(speaker.wording.nothing)]
    : actions.map((action) => phraseAction(action, speaker));
}
