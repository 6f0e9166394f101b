// Documents whose every name and text tries to break out of emitted code and of written modules: it stays code that decides
// as the interpreter does.
import { compile, createEvaluator, decisionJson, emitModule, type Policy } from "@omega/core";
import fc from "fast-check";
import { expect, test } from "vitest";
import { compileProgram } from "../../src/emit/evaluator.ts";
import * as runtime from "../../src/emit/runtime.ts";

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
  "globalThis.escaped=1",
  ",globalThis.escaped=1,",
  "//# sourceMappingURL=escaped.js",
  "/*# sourceMappingURL=escaped.js */",
  "<!--",
  "-->",
  "export",
  "prototype",
  "=>",
  "\r",
  "\n",
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

/** A backticked name; those may hold anything but a backtick and the end of a line. */
const quoted = (name: string): string => `\`${name.replace(/[\r\n]/g, "")}\``;

function policyOf(names: readonly string[]): string {
  const [distance = "", workers = "", field = "", worker = "", action = "", said = ""] = names;
  return `INTENT: ${said.replace(/[\r\n\u2028\u2029]/g, "")} is only a text.

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

/** The evaluate of a written module, made without loading it from anywhere. */
function evaluateWritten(policy: ReturnType<typeof compile>, file: string): Policy["evaluate"] {
  const { program, source, settings } = policy;
  if (program === null) throw new Error("the policy has errors");
  const { text: module } = emitModule(
    { ...program, file },
    { ...source, file },
    {
      target: "js",
      settings,
      runtime: { script: "const omega = runtime;", types: "" },
      addresses: { map: `${file}.map`, document: file },
    },
  );
  const lines = module.split("\n");
  // One comment names the map, and it is the last line.
  expect(lines.filter((line) => /^\/\/[#@]/.test(line))).toHaveLength(1);
  expect(lines.at(-2)).toMatch(/^\/\/# sourceMappingURL=[\x21-\x7e]*$/);
  expect(module).not.toMatch(/<\/script|<!--|[\u0080-\uffff]/i);
  const script = `"use strict";\n${module.replaceAll("\nexport const ", "\nconst ")}\nreturn evaluate;`;
  return new Function("runtime", script)(runtime);
}

test("names and texts stay names and texts", () => {
  let compiled = 0;
  fc.assert(
    fc.property(fc.uniqueArray(text, { minLength: 6, maxLength: 6 }), (names) => {
      const policy = compile(policyOf(names));
      const { program } = policy;
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
      const written = evaluateWritten(policy, `${said}.omni`);
      for (const context of contexts) {
        const evaluation = { ...options, limits: policy.settings.limits };
        const expected = decisionJson(reference(context, evaluation));
        expect(decisionJson(emitted(context, evaluation))).toBe(expected);
        expect(decisionJson(written(context))).toBe(expected);
      }
      expect(Object.hasOwn(globalThis, "escaped")).toBe(false);
    }),
    { numRuns: 300 },
  );
  expect(compiled).toBeGreaterThan(50);
});
