// Documents whose every name, label and text tries to break out of emitted code: it stays code that decides as the
// interpreter does.
import { compile, createEvaluator, decisionJson } from "@omega/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { compileProgram } from "../../src/emit/evaluator.ts";

const fragments = [
  '"',
  "'",
  "${",
  "}",
  "*/",
  "/*",
  "//",
  "</script>",
  "\\",
  ");",
  "];",
  "broken",
  "__proto__",
  "constructor",
  "length",
  "0",
  " ",
  ".",
  "u{22}",
  "\u2028",
  "\u2029",
  "é",
  "工",
];
const text = fc
  .array(fc.constantFrom(...fragments), { minLength: 1, maxLength: 5 })
  .map((parts) => parts.join(""));

/** A backticked name; those may hold anything but a backtick. */
const quoted = (name: string): string => `\`${name}\``;

function policyOf(names: readonly string[]): string {
  const [distance = "", workers = "", field = "", worker = "", action = "", said = ""] = names;
  return `INTENT: ${said.replace(/[\u2028\u2029]/g, "")} is only a text.

ACTOR:
- Primary: A

CONTEXT:
- ${quoted(distance)}: <m>
- ${quoted(workers)}: <[{ ${quoted(field)}: text }]>

RULE:
- IF ${quoted(distance)} < 1m THEN ${quoted(action)}(${quoted(field)}: ${JSON.stringify(said)})
- FOR ${quoted(worker)} IN ${quoted(workers)} {
    - IF ${quoted(worker)}.${quoted(field)} IN [${JSON.stringify(said)}, "b"] THEN ${quoted(action)}
    - IF ${quoted(worker)}.${quoted(field)} STARTS WITH ${JSON.stringify(said)} THEN ${quoted(action)}(${quoted(worker)}.${quoted(field)})
  }
`;
}

test("names and texts stay names and texts", () => {
  let compiled = 0;
  fc.assert(
    fc.property(fc.uniqueArray(text, { minLength: 6, maxLength: 6 }), (names) => {
      const { program } = compile(policyOf(names));
      if (program === null) return;
      compiled++;
      expect(compileProgram(program)).not.toBeNull();
      const [distance = "", workers = "", field = "", , , said = ""] = names;
      const element = (value: unknown): object => Object.fromEntries([[field, value]]);
      const contexts = [
        Object.fromEntries([
          [distance, 0.5],
          [workers, [element(said), element("b"), element(1), {}, null]],
        ]),
        {},
      ];
      const options = { now: null, trace: false, sampleDefaults: true, strict: false };
      const reference = createEvaluator(program, Number.POSITIVE_INFINITY);
      const emitted = createEvaluator(program, 0);
      for (const context of contexts) {
        const evaluation = { ...options, limits: compile("").settings.limits };
        expect(decisionJson(emitted(context, evaluation))).toBe(
          decisionJson(reference(context, evaluation)),
        );
      }
    }),
    { numRuns: 300 },
  );
  expect(compiled).toBeGreaterThan(50);
});
