// Writes packages/core/src/source/unicode-tables.ts, the only Unicode data that OMEGA reads at run time.
// The data comes from the host's own tables, so this refuses to run unless they are of UNICODE_VERSION:
// the same file must come out on every machine. Run: tsx scripts/generate-unicode-tables.ts [--check]

import { readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const UNICODE_VERSION = "17.0";
const OUTPUT = fileURLToPath(
  new URL("../packages/core/src/source/unicode-tables.ts", import.meta.url),
);
const LAST = 0x10ffff;

const CATEGORIES = [
  "Cn",
  "Lu",
  "Ll",
  "Lt",
  "Lm",
  "Lo",
  "Mn",
  "Mc",
  "Me",
  "Nd",
  "Nl",
  "No",
  "Pc",
  "Pd",
  "Ps",
  "Pe",
  "Pi",
  "Pf",
  "Po",
  "Sm",
  "Sc",
  "Sk",
  "So",
  "Zs",
  "Zl",
  "Zp",
  "Cc",
  "Cf",
  "Cs",
  "Co",
] as const;
/** A run in which Lu and Ll take turns, as in most of the Latin and Cyrillic extensions. */
const ALTERNATING = CATEGORIES.length;

const SCRIPTS =
  `Adlam Ahom Anatolian_Hieroglyphs Arabic Armenian Avestan Balinese Bamum Bassa_Vah Batak Bengali
Beria_Erfe Bhaiksuki Bopomofo Brahmi Braille Buginese Buhid Canadian_Aboriginal Carian Caucasian_Albanian Chakma Cham
Cherokee Chorasmian Common Coptic Cuneiform Cypriot Cypro_Minoan Cyrillic Deseret Devanagari Dives_Akuru Dogra
Duployan Egyptian_Hieroglyphs Elbasan Elymaic Ethiopic Garay Georgian Glagolitic Gothic Grantha Greek Gujarati
Gunjala_Gondi Gurmukhi Gurung_Khema Han Hangul Hanifi_Rohingya Hanunoo Hatran Hebrew Hiragana Imperial_Aramaic
Inherited Inscriptional_Pahlavi Inscriptional_Parthian Javanese Kaithi Kannada Katakana Kawi Kayah_Li Kharoshthi
Khitan_Small_Script Khmer Khojki Khudawadi Kirat_Rai Lao Latin Lepcha Limbu Linear_A Linear_B Lisu Lycian Lydian
Mahajani Makasar Malayalam Mandaic Manichaean Marchen Masaram_Gondi Medefaidrin Meetei_Mayek Mende_Kikakui
Meroitic_Cursive Meroitic_Hieroglyphs Miao Modi Mongolian Mro Multani Myanmar Nabataean Nag_Mundari Nandinagari
New_Tai_Lue Newa Nko Nushu Nyiakeng_Puachue_Hmong Ogham Ol_Chiki Ol_Onal Old_Hungarian Old_Italic Old_North_Arabian
Old_Permic Old_Persian Old_Sogdian Old_South_Arabian Old_Turkic Old_Uyghur Oriya Osage Osmanya Pahawh_Hmong Palmyrene
Pau_Cin_Hau Phags_Pa Phoenician Psalter_Pahlavi Rejang Runic Samaritan Saurashtra Sharada Shavian Siddham Sidetic
SignWriting Sinhala Sogdian Sora_Sompeng Soyombo Sundanese Sunuwar Syloti_Nagri Syriac Tagalog Tagbanwa Tai_Le
Tai_Tham Tai_Viet Tai_Yo Takri Tamil Tangsa Tangut Telugu Thaana Thai Tibetan Tifinagh Tirhuta Todhri Tolong_Siki
Toto Tulu_Tigalari Ugaritic Vai Vithkuqi Wancho Warang_Citi Yezidi Yi Zanabazar_Square`.split(
    /\s+/u,
  );

const DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/** Base-64 digits of five bits, least significant first; 32 is added to every digit that another one follows. */
function encode(numbers: readonly number[]): string {
  let text = "";
  for (const number of numbers) {
    if (!Number.isInteger(number) || number < 0) throw new Error(`cannot encode ${number}`);
    let rest = number;
    while (rest >= 32) {
      text += DIGITS.charAt((rest & 31) | 32);
      rest >>>= 5;
    }
    text += DIGITS.charAt(rest);
  }
  return text;
}

const zigzag = (number: number): number => (number < 0 ? -number * 2 - 1 : number * 2);

function everyCodePoint(visit: (codePoint: number, character: string) => void): void {
  for (let codePoint = 0; codePoint <= LAST; codePoint++)
    visit(codePoint, String.fromCodePoint(codePoint));
}

const isSurrogate = (codePoint: number): boolean => codePoint >= 0xd800 && codePoint <= 0xdfff;
const single = (text: string): number | undefined => {
  const codePoint = text.codePointAt(0);
  return codePoint !== undefined && String.fromCodePoint(codePoint) === text
    ? codePoint
    : undefined;
};

/** The number of the one test each code point passes; `otherwise` where it passes none. */
function classify(tests: readonly RegExp[], otherwise: number): Uint8Array {
  const classes = new Uint8Array(LAST + 1).fill(otherwise);
  everyCodePoint((codePoint, character) => {
    for (const [number, test] of tests.entries()) {
      if (test.test(character)) {
        classes[codePoint] = number;
        return;
      }
    }
  });
  return classes;
}

function runsOf(
  classes: Uint8Array,
): { readonly start: number; readonly length: number; readonly value: number }[] {
  const runs: { start: number; length: number; value: number }[] = [];
  for (let start = 0; start <= LAST; ) {
    const value = classes[start] ?? 0;
    let end = start + 1;
    while (end <= LAST && classes[end] === value) end++;
    runs.push({ start, length: end - start, value });
    start = end;
  }
  return runs;
}

function categoryTable(classes: Uint8Array): string {
  const runs = runsOf(classes);
  const numbers: number[] = [];
  const upper = CATEGORIES.indexOf("Lu");
  const lower = CATEGORIES.indexOf("Ll");
  for (let index = 0; index < runs.length; ) {
    let pairs = 0;
    for (let at = index; ; at += 2, pairs++) {
      const first = runs[at];
      const second = runs[at + 1];
      if (
        first?.value !== upper ||
        first.length !== 1 ||
        second?.value !== lower ||
        second.length !== 1
      )
        break;
    }
    const run = runs[index];
    if (run === undefined) break;
    if (pairs > 1) {
      numbers.push(ALTERNATING, pairs);
      index += pairs * 2;
    } else {
      numbers.push(run.value, run.length);
      index++;
    }
  }
  return encode(numbers);
}

/** Scripts in order of their number of runs, so that the common ones take one digit; 0 is Unknown. */
function scriptTables(categories: Uint8Array): { readonly names: string; readonly table: string } {
  const classes = classify(
    SCRIPTS.map((name) => new RegExp(`^\\p{Script=${name}}$`, "u")),
    SCRIPTS.length,
  );
  for (let codePoint = 0; codePoint <= LAST; codePoint++) {
    const category = CATEGORIES[categories[codePoint] ?? 0];
    const known = classes[codePoint] !== SCRIPTS.length;
    const needsNone = category === "Cn" || category === "Cs" || category === "Co";
    if (known === needsNone)
      throw new Error(`U+${codePoint.toString(16)} is of a script this generator does not list`);
  }
  const runs = runsOf(classes);
  const uses = SCRIPTS.map((_, number) => runs.filter((run) => run.value === number).length);
  const order = SCRIPTS.map((_, number) => number).sort(
    (a, b) => (uses[b] ?? 0) - (uses[a] ?? 0) || a - b,
  );
  const numbers: number[] = [];
  for (const run of runs) {
    numbers.push(run.value === SCRIPTS.length ? 0 : order.indexOf(run.value) + 1, run.length);
  }
  return { names: order.map((number) => SCRIPTS[number] ?? "").join(" "), table: encode(numbers) };
}

/** Ranges as gap and length, for a property that holds of few characters. */
function rangeTable(holds: (character: string, codePoint: number) => boolean): string {
  const classes = new Uint8Array(LAST + 1);
  everyCodePoint((codePoint, character) => {
    if (holds(character, codePoint)) classes[codePoint] = 1;
  });
  const numbers: number[] = [];
  let previous = 0;
  for (const run of runsOf(classes)) {
    if (run.value === 0) continue;
    numbers.push(run.start - previous, run.length);
    previous = run.start + run.length;
  }
  return encode(numbers);
}

/** One-to-one mappings as runs: gap to the first, count, step (1 or 2) and difference, signed. */
function mappingTable(map: (character: string, codePoint: number) => number | undefined): string {
  const pairs: { readonly from: number; readonly difference: number }[] = [];
  everyCodePoint((codePoint, character) => {
    if (isSurrogate(codePoint)) return;
    const to = map(character, codePoint);
    if (to !== undefined && to !== codePoint)
      pairs.push({ from: codePoint, difference: to - codePoint });
  });
  const numbers: number[] = [];
  let previous = 0;
  for (let index = 0; index < pairs.length; ) {
    const first = pairs[index];
    if (first === undefined) break;
    const countWith = (step: number): number => {
      let count = 1;
      for (;;) {
        const next = pairs[index + count];
        if (next?.from !== first.from + count * step || next.difference !== first.difference)
          return count;
        count++;
      }
    };
    const inOnes = countWith(1);
    const inTwos = countWith(2);
    const step = inTwos > inOnes ? 2 : 1;
    const count = Math.max(inOnes, inTwos);
    numbers.push(first.from - previous, count * 2 + step - 1, zigzag(first.difference));
    previous = first.from;
    index += count;
  }
  return encode(numbers);
}

/** One-to-many mappings: gap, number of results, results. */
function expansionTable(map: (character: string, codePoint: number) => string | undefined): string {
  const numbers: number[] = [];
  let previous = 0;
  everyCodePoint((codePoint, character) => {
    if (isSurrogate(codePoint)) return;
    const to = map(character, codePoint);
    if (to === undefined) return;
    const results = [...to].map((result) => result.codePointAt(0) ?? 0);
    numbers.push(codePoint - previous, results.length, ...results);
    previous = codePoint;
  });
  return encode(numbers);
}

const caseTables = (
  convert: (character: string) => string,
): { readonly single: string; readonly many: string } => ({
  single: mappingTable((character) => single(convert(character))),
  many: expansionTable((character) =>
    single(convert(character)) === undefined ? convert(character) : undefined,
  ),
});

/**
 * The simple case folding classes that joining each character with its one-to-one lower and upper case does not
 * give: pairs to join as well, and characters to leave alone.
 */
function foldingExceptions(): { readonly join: string; readonly alone: string } {
  const members: number[] = [];
  everyCodePoint((codePoint, character) => {
    if (
      /^[\p{Changes_When_Casefolded}\p{Changes_When_Uppercased}\p{Changes_When_Lowercased}]$/u.test(
        character,
      )
    ) {
      members.push(codePoint);
    }
  });
  const join: number[] = [];
  const alone: number[] = [];
  const matches = (a: number, b: number): boolean =>
    new RegExp(`^\\u{${a.toString(16)}}$`, "iu").test(String.fromCodePoint(b));
  const all = members.map((member) => String.fromCodePoint(member)).join("");
  for (const member of members) {
    const character = String.fromCodePoint(member);
    const neighbours = [single(character.toLowerCase()), single(character.toUpperCase())];
    for (const neighbour of neighbours) {
      if (
        neighbour !== undefined &&
        neighbour !== member &&
        !matches(member, neighbour) &&
        !alone.includes(member)
      ) {
        alone.push(member);
      }
    }
    for (const other of all.match(new RegExp(`\\u{${member.toString(16)}}`, "giu")) ?? []) {
      const otherCodePoint = other.codePointAt(0) ?? 0;
      if (otherCodePoint <= member) continue;
      const reach = (codePoint: number): readonly (number | undefined)[] => {
        const text = String.fromCodePoint(codePoint);
        return [codePoint, single(text.toLowerCase()), single(text.toUpperCase())];
      };
      const joined = reach(member).some(
        (near) => near !== undefined && reach(otherCodePoint).includes(near),
      );
      if (!joined) join.push(member, otherCodePoint);
    }
  }
  return { join: encode(join), alone: encode(alone) };
}

function tables(): ReadonlyMap<string, { readonly comment: string; readonly text: string }> {
  const categories = classify(
    CATEGORIES.map((category) =>
      category === "Cn" ? /^(?!)/u : new RegExp(`^\\p{gc=${category}}$`, "u"),
    ),
    0,
  );
  const categoryOf = (codePoint: number): string => CATEGORIES[categories[codePoint] ?? 0] ?? "Cn";
  const scripts = scriptTables(categories);
  const lower = caseTables((character) => character.toLowerCase());
  const upper = caseTables((character) => character.toUpperCase());
  const folding = foldingExceptions();
  const looksAlike = /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]$/u;
  return new Map([
    ["categoryNames", { comment: "General categories by number.", text: CATEGORIES.join(" ") }],
    [
      "categories",
      {
        comment:
          "Runs over all code points: category, length; the last number means Lu and Ll in turn, and counts pairs.",
        text: categoryTable(categories),
      },
    ],
    ["scriptNames", { comment: "Scripts by number, from 1; 0 is Unknown.", text: scripts.names }],
    ["scripts", { comment: "Runs over all code points: script, length.", text: scripts.table }],
    [
      "lowerSingle",
      {
        comment: "Lower case, one to one: gap, 2 × count + step − 1, signed difference.",
        text: lower.single,
      },
    ],
    ["lowerMany", { comment: "Lower case, one to many: gap, count, results.", text: lower.many }],
    ["upperSingle", { comment: "Upper case, one to one.", text: upper.single }],
    ["upperMany", { comment: "Upper case, one to many.", text: upper.many }],
    [
      "casedExtra",
      {
        comment: "Cased characters outside Lu, Ll and Lt: gap, length.",
        text: rangeTable(
          (character, codePoint) =>
            /^\p{Cased}$/u.test(character) && !["Lu", "Ll", "Lt"].includes(categoryOf(codePoint)),
        ),
      },
    ],
    [
      "caseIgnorableExtra",
      {
        comment: "Case-ignorable characters outside Mn, Me, Cf, Lm and Sk: gap, length.",
        text: rangeTable(
          (character, codePoint) =>
            /^\p{Case_Ignorable}$/u.test(character) &&
            !["Mn", "Me", "Cf", "Lm", "Sk"].includes(categoryOf(codePoint)),
        ),
      },
    ],
    [
      "foldJoin",
      {
        comment: "Pairs that fold together though neither is the other's lower or upper case.",
        text: folding.join,
      },
    ],
    [
      "foldAlone",
      {
        comment: "Characters that fold to themselves though they have a lower or upper case.",
        text: folding.alone,
      },
    ],
    [
      "decompositions",
      {
        comment:
          "Canonical decompositions of Latin, Greek and Cyrillic letters: gap, count, results.",
        text: expansionTable((character) => {
          const parts = character.normalize("NFD");
          return looksAlike.test(character) && parts !== character ? parts : undefined;
        }),
      },
    ],
    [
      "fontVariants",
      {
        comment:
          "Letters and digits that are another one in a different font or width, one to one.",
        text: mappingTable((character, codePoint) =>
          ["Lu", "Ll", "Lo", "Nd"].includes(categoryOf(codePoint)) &&
          character.normalize("NFD") === character
            ? single(character.normalize("NFKC"))
            : undefined,
        ),
      },
    ],
  ]);
}

function render(): string {
  const lines = [
    "// Generated by scripts/generate-unicode-tables.ts; do not edit.",
    `// Unicode ${UNICODE_VERSION} as compact text: numbers in base-64 digits of five bits, decoded by unicode.ts on first use.`,
    "",
    "/** The Unicode version that identifiers, case conversion and patterns follow. */",
    `export const unicodeVersion = "${UNICODE_VERSION}";`,
  ];
  for (const [name, { comment, text }] of tables()) {
    lines.push("", `/** ${comment} */`, `export const ${name} =`, `  "${text}";`);
  }
  return `${lines.join("\n")}\n`;
}

if (process.versions.unicode !== UNICODE_VERSION) {
  process.stderr.write(
    `this Node has Unicode ${process.versions.unicode}; the tables are of ${UNICODE_VERSION}, left as they are\n`,
  );
  process.exitCode = process.argv.includes("--check") ? 0 : 1;
} else if (process.argv.includes("--check")) {
  if (readFileSync(OUTPUT, "utf8") !== render()) {
    process.stderr.write(
      "unicode-tables.ts differs from what its generator writes: run tsx scripts/generate-unicode-tables.ts\n",
    );
    process.exitCode = 1;
  }
} else {
  writeFileSync(OUTPUT, render());
}
