// The readings a policy takes into account: kind, unit, range, and what happens when one is absent.

import type { Locale } from "../locales/locale.ts";
import type { Analysis, Attribute } from "../semantics/analysis.ts";
import type { Type } from "../semantics/types.ts";
import { describeDimension } from "../semantics/units/dimension.ts";
import type { Dependencies } from "./dependencies.ts";
import type { DescribedInput } from "./description.ts";
import { fill, listPhrase, type Phrase, piece, plainText, words } from "./phrase.ts";
import { createSpeaker, numberText, quantityText, quoted, unitText } from "./phrase-expression.ts";
import type { Wording } from "./wording.ts";

/** Words of the page, and of what units measure. */
interface Language {
  readonly wording: Wording;
  readonly phrase: Locale["phrase"];
}

/** Every attribute but those in prose, with a row for each part of a record; declared ones first. */
export function describeInputs(
  analysis: Analysis,
  dependencies: Dependencies,
  language: Language,
): readonly DescribedInput[] {
  const readers = readersOf(analysis, dependencies);
  return [...analysis.attributes.values()]
    .filter((attribute) => !isFact(attribute))
    .flatMap((attribute) => describeInput(attribute, readers.get(attribute.name) ?? [], language));
}

/** An entry of CONTEXT in prose is about the policy; nobody sends it. */
export function isFact({ declaration, name }: Attribute): boolean {
  return declaration !== null && (declaration.prose !== null || name === "TimeZone");
}

function readersOf(
  analysis: Analysis,
  dependencies: Dependencies,
): ReadonlyMap<string, readonly string[]> {
  const readers = new Map<string, string[]>();
  for (const { rule, id } of analysis.rules) {
    if (rule.kind === "let" || rule.kind === "set") continue;
    for (const name of dependencies.get(rule) ?? []) {
      const known = readers.get(name);
      if (known === undefined) readers.set(name, [id]);
      else if (known.at(-1) !== id) known.push(id);
    }
  }
  return readers;
}

function describeInput(
  attribute: Attribute,
  rules: readonly string[],
  language: Language,
): readonly DescribedInput[] {
  const { wording } = language;
  const { declaration, type, name } = attribute;
  const value = declaration?.body.value ?? null;
  const fresh = value?.kind === "typed" ? value.type.fresh : null;
  const whole: DescribedInput = {
    ...describeType(name, type, 0, language),
    optional: declaration?.optional ?? false,
    freshness: fresh === null ? null : numberText(fresh, wording),
    standIn: standInOf(attribute, wording),
    declared: declaration !== null,
    from: declaration?.imported === true ? declaration.file : null,
    rules,
  };
  return [whole, ...describeParts(type, 1, language)];
}

function standInOf({ declaration }: Attribute, wording: Wording): DescribedInput["standIn"] {
  const value = declaration?.body.value;
  const speaker = createSpeaker(wording, () => null);
  if (value?.kind === "sample") {
    return { kind: "sample", text: plainText(speaker.phrase(value.literal)) };
  }
  if (value?.kind !== "typed" || value.default === null) return null;
  return { kind: "default", text: plainText(speaker.phrase(value.default)) };
}

/** The fields of a record, and of the records of a list. */
function describeParts(type: Type, depth: number, language: Language): readonly DescribedInput[] {
  if (type.kind === "list") return describeParts(type.element, depth, language);
  if (type.kind !== "record") return [];
  return type.fields.flatMap((field) => [
    { ...describeType(field.name, field.type, depth, language), optional: field.optional },
    ...describeParts(field.type, depth + 1, language),
  ]);
}

function describeType(name: string, type: Type, depth: number, language: Language): DescribedInput {
  return {
    name,
    depth,
    type: typeText(type, language),
    unit: unitOf(type, language.wording),
    range: rangeOf(type, language.wording),
    optional: false,
    freshness: null,
    standIn: null,
    declared: true,
    from: null,
    rules: [],
  };
}

function typeText(type: Type, language: Language): string {
  const { wording, phrase } = language;
  const { type: names } = wording;
  switch (type.kind) {
    case "boolean":
    case "time":
    case "undetermined":
    case "record":
      return names[type.kind];
    case "text":
      return type.values === null ? names.text : membersText(names.oneOf, type.values, wording);
    case "number":
      if (type.unit.symbol === "") return type.integer ? names.integer : names.number;
      return type.difference ? names.difference : phrase(describeDimension(type.unit.dimension));
    case "list":
      return type.element.kind === "record" || type.element.kind === "undetermined"
        ? names.listOfRecords
        : plainText(fill(names.list, { element: words(typeText(type.element, language)) }));
  }
}

function membersText(template: string, values: readonly string[], wording: Wording): string {
  const members = values.map((value) => piece("value", quoted(value, wording)));
  return plainText(fill(template, { values: listPhrase(members, wording.or) }));
}

function unitOf(type: Type, wording: Wording): string {
  if (type.kind === "list") return unitOf(type.element, wording);
  return type.kind === "number" ? unitText(type.unit.symbol, wording) : "";
}

function rangeOf(type: Type, wording: Wording): string {
  if (type.kind === "list") return rangeOf(type.element, wording);
  if (type.kind !== "number") return "";
  const { minimum, maximum, unit } = type;
  const bound = (value: number | null, symbol = unit.symbol): Phrase =>
    value === null ? [] : piece("value", quantityText(String(value), symbol, wording));
  const [low, high] = [bound(minimum), bound(maximum)];
  if (minimum !== null && maximum !== null) {
    return plainText(fill(wording.range, { low: bound(minimum, ""), high }));
  }
  if (minimum !== null) return plainText(fill(wording.type.from, { low }));
  return maximum === null ? "" : plainText(fill(wording.type.to, { high }));
}
