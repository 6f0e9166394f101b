import { measureCoverage } from "@omega/core";
import { describe, expect, test } from "vitest";
import { openMarked } from "../../test/marked-documents.ts";
import { toSpan } from "../text-range.ts";
import { coverageOfRule, coveredStatements, summariseCoverage } from "./coverage.ts";

const policy = (examples: string) => `INTENT: x
CONTEXT:
- Distance: <m>
- Mode: <"auto" | "manual">
- Workers: <[{ distance: m }]>
RULE:
- Close: IF Distance < 1m AND Mode == "auto" THEN Stop
  ELSE Run UNKNOWN Stop
- FOR worker IN Workers {
  - IF worker.distance < 2m THEN SlowDown UNKNOWN SlowDown
} UNKNOWN SlowDown
${examples}`;

const near = 'EXAMPLE near:\n- GIVEN Distance = 0.5m, Mode = "auto", Workers = []\n- EXPECT Stop\n';
const far = 'EXAMPLE far:\n- GIVEN Distance = 5m, Mode = "auto", Workers = []\n- EXPECT Run\n';

function measured(examples: string) {
  const { document } = openMarked(policy(examples));
  const coverage = measureCoverage(document.policy);
  if (coverage === null) throw new Error("the document has errors");
  return { coverage, document };
}

/** Each statement with its text and its parts as `count text: label`. */
function statements(examples: string) {
  const { coverage, document } = measured(examples);
  const textAt = (range: Parameters<typeof toSpan>[1]) => {
    const { start, end } = toSpan(document.source, range);
    return document.source.text.slice(start, end);
  };
  return coveredStatements(coverage, "policy.omni", document.source).map(
    ({ name, range, executed, branches }) => ({
      [`${executed} ${name}: ${textAt(range).split("\n")[0]}`]: branches.map(
        (part) => `${part.executed} [${textAt(part.range)}] ${part.label}`,
      ),
    }),
  );
}

test("a rule has its ways and atoms where they are written, and what is not covered says why", () => {
  expect(statements(near + far)).toEqual([
    {
      '2 Close: Close: IF Distance < 1m AND Mode == "auto" THEN Stop': [
        '1 [Stop] IF Distance < 1m AND Mode == "auto"',
        "1 [Run] ELSE",
        "2 [Distance < 1m] `Distance < 1m` decides alone",
        '0 [Mode == "auto"] `Mode == "auto"` is never shown to decide this alone: always true in the examples',
        "0 [Stop] UNKNOWN: nothing it answers is ever unknown in the examples",
      ],
    },
    {
      "0 R2: FOR worker IN Workers": [
        "0 [SlowDown] UNKNOWN: nothing it answers is ever unknown in the examples",
      ],
    },
    {
      "0 R2.1: IF worker.distance < 2m THEN SlowDown UNKNOWN SlowDown": [
        "0 [SlowDown] IF worker.distance < 2m: no example reaches it",
        "0 [] no branch: no example reaches it",
        "0 [worker.distance < 2m] `worker.distance < 2m` is never shown to decide this alone: no example reaches it",
        "0 [SlowDown] UNKNOWN: no example reaches it",
      ],
    },
  ]);
});

test("the figures of a file are those of `omegac test --coverage`", () => {
  const { coverage } = measured(near + far);
  const { rules, branches, unknown, mcdc } = coverage.totals;
  expect(summariseCoverage(coverage)).toEqual([
    {
      file: "policy.omni",
      rules,
      branches: {
        covered: branches.covered + unknown.covered + mcdc.covered,
        total: branches.total + unknown.total + mcdc.total,
      },
    },
  ]);
  expect(rules).toEqual({ covered: 1, total: 3 });
});

test("a constraint from an imported document is covered in that document", () => {
  const { document } = openMarked(`//- policy.omni
$0INTENT: x
IMPORT:
- "site.omni"
RULE:
- IF Hot THEN Cool UNKNOWN Cool
EXAMPLE hot:
- GIVEN Hot = true
- EXPECT Cool
//- site.omni
INTENT: y
CONTEXT:
- Hot: <boolean>
CONSTRAINT:
- Safety [MustCool]: ALWAYS Cool WHEN Hot
`);
  const coverage = measureCoverage(document.policy);
  if (coverage === null) throw new Error("the document has errors");
  expect(summariseCoverage(coverage).map(({ file }) => file)).toEqual(["policy.omni", "site.omni"]);
});

describe("the line of a lens", () => {
  const title = (examples: string, first: number, last: number) =>
    coverageOfRule(measured(examples).coverage, { first, last });

  test.each([
    ["a rule that no example reaches", "", 7, 8, "no example reaches this rule"],
    ["one that is partly covered", near, 7, 8, "0 of 2 conditions and 1 of 3 branches covered"],
    ["one of which more is", near + far, 7, 8, "1 of 2 conditions and 2 of 3 branches covered"],
    ["a loop, with its body", near, 9, 11, "0 of 1 condition and 0 of 4 branches covered"],
  ])("%s", (_, examples, first, last, expected) => {
    expect(title(examples, first, last)?.title).toBe(expected);
  });

  test("says when everything is covered", () => {
    const manual = near
      .replace("near", "manual")
      .replace('"auto"', '"manual"')
      .replace("Stop", "Run");
    const unknown = "EXAMPLE unknown:\n- GIVEN Workers = []\n- EXPECT Stop\n";
    expect(title(near + far + manual + unknown, 7, 8)).toEqual({
      title: "covered by the examples",
      gaps: [],
    });
  });

  test("lists what is missing, and nothing where no rule stands", () => {
    expect(title(near + far, 7, 8)?.gaps).toEqual([
      'line 7: `Mode == "auto"`: always true in the examples',
      "line 8: `UNKNOWN`: nothing it answers is ever unknown in the examples",
    ]);
    expect(title(near, 1, 5)).toBeNull();
  });
});
