// What editors say in Bahasa Indonesia: everything a feature says is looked for in the book, and what is not there is listed here.
import {
  english,
  keywordMeanings,
  type Locale,
  parseUnit,
  sectionMeanings,
  standardFunctions,
  unitTable,
} from "@omega/core";
import { readExamplePolicies } from "@omega/testkit";
import { describe, expect, test } from "vitest";
import {
  findCodeActions,
  findCodeLenses,
  findDiagnostics,
  findHover,
  openServiceDocument,
  prepareRename,
  type ServiceDocument,
  toPosition,
  type Workspace,
} from "../src/index.ts";
import { indonesianEditor, indonesianEditorPhrase } from "../src/locales/id/indonesian.ts";

const nothingAround: Workspace = { documents: () => [], find: () => null };

function open(text: string, locale: Locale): ServiceDocument {
  const options = { file: "a.omni", today: "2026-11-21" };
  return openServiceDocument({ uri: "file:///a.omni", version: 1, text, options, locale });
}

const isKnown = (text: string): boolean => indonesianEditorPhrase(text) !== null;

/** What is an example of the language and nothing else is the same in every language of people. */
const isCode = (text: string): boolean => text.replace(/`[^`]*`|[\s,;]/g, "") === "";

const unitNames = new Set(unitTable().map(({ english: name }) => name));
/** Names of units have a test of their own; those without a name go by their symbol. */
const isUnit = (text: string): boolean => unitNames.has(text) || parseUnit(text) !== null;

/** Notes what is said instead of translating it. */
function listen(): { readonly locale: Locale; readonly missing: () => readonly string[] } {
  const said = new Set<string>();
  const phrase = (text: string): string => {
    said.add(text);
    return text;
  };
  return {
    locale: { ...english, phrase },
    missing: () =>
      [...said].filter((text) => !isKnown(text) && !isCode(text) && !isUnit(text)).sort(),
  };
}

/** Whatever a person can point at in a document, and every lens and fix. */
function lookEverywhere(document: ServiceDocument): void {
  const { source } = document;
  for (let offset = 0; offset < source.text.length; offset += 3) {
    findHover(document, toPosition(source, offset));
    const prepared = prepareRename(document, toPosition(source, offset));
    if (prepared.kind === "refused") document.locale.phrase(prepared.reason);
  }
  const whole = { start: { line: 0, character: 0 }, end: toPosition(source, source.text.length) };
  findCodeActions(document, whole, null, nothingAround, () => null);
  findCodeLenses(document, {
    outcomes: new Map(),
    canMeasure: true,
    canProve: true,
    proof: null,
    showsDecisions: true,
  });
}

describe("nothing is left in English", () => {
  const root = new URL("../../../examples", import.meta.url).pathname;
  test.each(readExamplePolicies(root))("of $name", ({ text }) => {
    const { locale, missing } = listen();
    lookEverywhere(open(text, locale));
    expect(missing()).toEqual([]);
  });

  test("of the functions", () => {
    const summaries = [...standardFunctions.values()].map(({ summary }) => summary);
    expect(summaries.filter((text) => !isKnown(text))).toEqual([]);
  });

  test("of the words and sections", () => {
    const meanings = [...Object.values(keywordMeanings), ...Object.values(sectionMeanings)];
    expect(meanings.filter((text) => !isCode(text) && !isKnown(text))).toEqual([]);
  });

  test("of the units", () => {
    const names = unitTable()
      .filter(({ symbol }) => !/^[A-Z]{3}$/.test(symbol))
      .map(({ english: name }) => name);
    // These are called the same.
    const same = names.filter((name) => !isKnown(name));
    expect(same).toMatchInlineSnapshot(`
      [
        "yard",
        "knot",
        "gram",
        "kilogram",
        "kelvin",
        "pascal",
        "kilopascal",
        "megapascal",
        "gigapascal",
        "bar",
        "newton",
        "kilonewton",
        "meganewton",
        "joule",
        "kilojoule",
        "megajoule",
        "gigajoule",
        "watt",
        "kilowatt",
        "megawatt",
        "gigawatt",
        "volt-ampere",
        "kilovolt-ampere",
        "volt",
        "kilovolt",
        "ampere",
        "kiloampere",
        "ohm",
        "siemens",
        "henry",
        "weber",
        "tesla",
        "hertz",
        "kilohertz",
        "megahertz",
        "gigahertz",
        "radian",
        "bit",
        "kilobit",
        "megabit",
        "gigabit",
        "terabit",
        "lumen",
        "sievert",
        "gray",
        "becquerel",
        "kilobecquerel",
        "megabecquerel",
      ]
    `);
  });
});

test("a hover, a lens, a fix and a diagnostic", () => {
  const document = open(
    [
      "INTENT: keep people safe",
      "ACTOR:",
      "- Primary: Guard",
      "CONTEXT:",
      "- Distance: <0..9 m>",
      "RULE:",
      "- Near: IF Distence < 2meter THEN Warn UNKNOWN Warn",
      "EXAMPLE near:",
      "- GIVEN Distance = 1m",
      "- EXPECT Warn",
    ].join("\n"),
    indonesianEditor,
  );
  expect(findHover(document, { line: 4, character: 3 })).toMatchInlineSnapshot(`
    {
      "contents": {
        "kind": "markdown",
        "value": "\`\`\`omega
    Distance: <m>
    \`\`\`

    panjang (m), dari 0 sampai 9 m

    dideklarasikan di CONTEXT, baris 5

    1 m = 10 dm = 1.09361 yd = 3.28084 ft = 100 cm

    terakhir diberikan di \`near\`: \`1m\`",
      },
      "range": {
        "end": {
          "character": 10,
          "line": 4,
        },
        "start": {
          "character": 2,
          "line": 4,
        },
      },
    }
  `);
  const lenses = findCodeLenses(document, {
    outcomes: new Map(),
    canMeasure: false,
    canProve: false,
    proof: null,
    showsDecisions: false,
  });
  expect(lenses.map(({ command }) => command?.title)).toEqual(["jalankan contoh"]);
  const found = findDiagnostics(document, nothingAround, () => null);
  expect(found.map(({ message }) => message)).toMatchInlineSnapshot(`
    [
      "bagian CONSTRAINT tidak ada, padahal bagian itu menyebutkan apa yang tidak boleh terjadi",
      "bagian IMPACT tidak ada, padahal bagian itu menyebutkan manfaat dan risikonya",
      "bagian TRACE tidak ada, padahal bagian itu menyebutkan peraturan dan bukti yang mendasari aturan",
      "\`meter\` bukan satuan; mungkin maksudnya \`m\`?",
    ]
  `);
});
