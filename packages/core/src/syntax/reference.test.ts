// The production parser and the published grammar agree: accept for accept on all documents, tree for tree on those
// accepted. A difference is a bug in one of the two.
import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { diagnosticRules } from "../diagnostics/registry.ts";
import { parse } from "../policy.ts";
import { parseReference } from "./reference.ts";
import { withoutPlaces } from "./same-tree.ts";

/** What a parser makes of a text, in a form to compare: its errors, or its tree. */
function reading(text: string): { readonly production: unknown; readonly reference: unknown } {
  const { document, diagnostics } = parse(text);
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  const reference = parseReference(text);
  return {
    production: errors.length === 0 ? withoutPlaces(document) : "rejected",
    reference: reference.accepted ? withoutPlaces(reference.document) : "rejected",
  };
}

function expectAgreement(text: string): void {
  const { production, reference } = reading(text);
  expect(production, text).toEqual(reference);
}

// ---- documents of the project ------------------------------------------------------------------------------------

const examples = new URL("../../../../examples/", import.meta.url);
const policies = readdirSync(examples).flatMap((folder) =>
  readdirSync(new URL(`${folder}/`, examples))
    .filter((name) => name.endsWith(".omni"))
    .map((name) => ({
      name,
      text: readFileSync(new URL(`${folder}/${name}`, examples), "utf8"),
    })),
);

test.each(policies)("agreement on $name", ({ text }) => {
  const { production, reference } = reading(text);
  expect(reference).not.toBe("rejected");
  expect(production).toEqual(reference);
});

test("agreement on the documents of all diagnostics", () => {
  for (const { bad, good } of diagnosticRules) {
    // The largest of them is too large on purpose.
    for (const text of [bad, good]) if (text.length < 100_000) expectAgreement(text);
  }
});

// ---- mutated documents -------------------------------------------------------------------------------------------

const rule = "RULE:\n- IF a THEN b\n";
const before = /^(IMPORT|ACTOR|CONTEXT|ASSUMPTION)/;

/** One to three items of a section of an example, and what makes a document of them. */
const fragments = policies
  .flatMap(({ text }) => text.split(/^(?=[A-Z]+[^\n]*:)/m))
  .filter((section) => /^[A-Z]+/.test(section) && !/^(INTENT|EXAMPLES)/.test(section))
  .flatMap((section) => {
    const [header = "", ...lines] = section.trimEnd().split("\n");
    const items = lines.join("\n").split(/\n(?=- )/);
    return items.map((_, index) => `${header}\n${items.slice(index, index + 3).join("\n")}\n`);
  });

function documentOf(section: string): string {
  if (section.startsWith("RULE")) return `INTENT: x\n\n${section}`;
  return before.test(section)
    ? `INTENT: x\n\n${section}\n${rule}`
    : `INTENT: x\n\n${rule}\n${section}`;
}

const tokens = (text: string): readonly string[] =>
  text.match(/"[^"\n]*"|`[^`\n]*`|[\w.%]+|\n *| +|./g) ?? [];

/** Words and signs that mean something, and line breaks with all that follows from them. */
const strangers = [
  ..."IF THEN ELSE UNKNOWN FOR IN WHERE WHILE MAX MATCH WHEN LET SET FAILSAFE ANY SATISFIES AND OR NOT BETWEEN IS".split(
    " ",
  ),
  ..."MAY APPROVES NEVER AT MOST PER REQUIRES GIVEN EXPECT ONLY FRESH MISSING MOD true null 5 -5C 20% <m> a b.c _".split(
    " ",
  ),
  ...'== = < > => + - * / ( ) [ ] { } , : :: . .. | ? # // • ◂ " ` "a" `q`'.split(" "),
  ...["\n", "\n- ", "\n  - ", "\n    ", "\t", "\u00a0", "\r"],
];

type Edit =
  | { readonly kind: "delete" | "duplicate" | "swap"; readonly at: number; readonly other: number }
  | { readonly kind: "insert"; readonly at: number; readonly text: string };

const position = fc.nat({ max: 10_000 });
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({
    kind: fc.constantFrom("delete" as const, "duplicate" as const, "swap" as const),
    at: position,
    other: position,
  }),
  fc.record({
    kind: fc.constant("insert" as const),
    at: position,
    text: fc.constantFrom(...strangers),
  }),
);

function mutate(text: string, edits: readonly Edit[]): string {
  const parts = [...tokens(text)];
  for (const change of edits) {
    const at = change.at % Math.max(parts.length, 1);
    if (change.kind === "insert") parts.splice(at, 0, ` ${change.text} `);
    else if (change.kind === "delete") parts.splice(at, 1);
    else {
      const other = change.other % Math.max(parts.length, 1);
      const moved = parts[other] ?? "";
      if (change.kind === "swap") parts[other] = parts[at] ?? "";
      parts.splice(at, change.kind === "swap" ? 1 : 0, moved);
    }
  }
  return parts.join("");
}

describe("agreement on mutated documents", () => {
  test("tokens deleted, duplicated, swapped and inserted", () => {
    const mutated = fc
      .tuple(fc.constantFrom(...fragments), fc.array(edit, { minLength: 1, maxLength: 3 }))
      .map(([section, edits]) => documentOf(mutate(section, edits)));
    fc.assert(fc.property(mutated, expectAgreement), { numRuns: 300 });
  });

  test("rules soup: lines, dashes, braces and clauses in any order", () => {
    const soup = fc
      .array(
        fc.constantFrom(
          ...[
            "\n- ",
            "\n  - ",
            "\n    - ",
            "\n",
            "\n  ",
            "\n    ",
            "- ",
            "{ ",
            "} ",
            "( ",
            ") ",
            ", ",
          ],
          ...[
            "IF a ",
            "THEN b ",
            "ELSE c ",
            "UNKNOWN d ",
            "FOR w IN ws ",
            "L: ",
            "LET x = 1 ",
            "FAILSAFE ",
          ],
          ...[
            "MATCH m { ",
            '"a" => ',
            "_ => ",
            "-5 => ",
            "WHEN e ",
            "# c\n",
            "WHILE f ",
            "[0] ",
            "g h ",
          ],
        ),
        { maxLength: 14 },
      )
      .map((parts) => `INTENT: x\nRULE:\n- ${parts.join("")}\n`);
    fc.assert(fc.property(soup, expectAgreement), { numRuns: 400 });
  });
});

// ---- failures ----------------------------------------------------------------------------------------------------

test("what fails is told with its place and what could stand there, item by item", () => {
  const text = "INTENT: x\nRULE:\n- IF a b\n- IF a THEN b\n- LET = 1\n";
  const result = parseReference(text);
  expect(result).toEqual({
    accepted: false,
    failures: [
      { line: 3, column: 8, expected: expect.stringContaining("THEN") },
      { line: 5, column: 7, expected: expect.stringContaining("a name") },
    ],
  });
});

test("places in trees are those of the document", () => {
  const text =
    "INTENT: x\nRULE:\n- FOR v IN vs\n  - FOR w IN ws\n    - IF a THEN b\n  - IF c THEN Stop\n";
  const result = parseReference(text);
  const item = result.accepted ? result.document.sections[1]?.items[0] : undefined;
  const body = item?.body.kind === "for" ? item.body.body[1]?.rule : undefined;
  const action = body?.kind === "if" ? body.branches[0]?.actions[0] : undefined;
  const start = item?.start ?? 0;
  expect(text.slice(start + (action?.span.start ?? 0), start + (action?.span.end ?? 0))).toBe(
    "Stop",
  );
});
