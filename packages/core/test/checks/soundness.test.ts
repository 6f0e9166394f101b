// The logic checks against the evaluator: whatever they claim of generated rules holds in every generated context.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Diagnostic } from "../../src/diagnostics/diagnostic.ts";
import { compile, type Policy } from "../../src/policy.ts";
import { documentOf, type Parts } from "../semantics/check-lines.ts";

const context = [
  "- T: <C>",
  "- U: <C>",
  "- H: <0..100 %>",
  "- N: <integer>",
  '- M: <"auto" | "manual" | "off">',
  "- Z: <text>",
  "- B: <boolean>",
  "- C: <boolean>",
];

// ---- what is generated -------------------------------------------------------------------------------------------

const number = (...values: readonly number[]) => fc.constantFrom(...values);
const temperature = number(0, 10, 20).map((value) => `${value}C`);
const comparison = fc.constantFrom("<", "<=", ">", ">=", "==", "!=");
const equality = fc.constantFrom("==", "!=");
const mode = fc.constantFrom('"auto"', '"manual"', '"off"');
const zone = fc.constantFrom('"a"', '"b"');

const atom: fc.Arbitrary<string> = fc.oneof(
  fc.tuple(fc.constantFrom("T", "U"), comparison, temperature).map((parts) => parts.join(" ")),
  fc.tuple(temperature, comparison, fc.constantFrom("T", "U")).map((parts) => parts.join(" ")),
  fc
    .constantFrom("T", "U")
    .chain((one) => comparison.map((operator) => `${one} ${operator} ${one === "T" ? "U" : "T"}`)),
  fc.tuple(temperature, temperature).map(([low, high]) => `T BETWEEN ${low} AND ${high}`),
  fc
    .tuple(comparison, number(0, 50, 100, 120))
    .map(([operator, value]) => `H ${operator} ${value}%`),
  fc.tuple(comparison, number(1, 2, 3)).map(([operator, value]) => `N ${operator} ${value}`),
  fc.tuple(equality, mode).map(([operator, value]) => `M ${operator} ${value}`),
  fc
    .tuple(fc.constantFrom("IN", "NOT IN"), fc.uniqueArray(mode, { minLength: 1 }))
    .map(([operator, values]) => `M ${operator} [${values.join(", ")}]`),
  fc.tuple(equality, zone).map(([operator, value]) => `Z ${operator} ${value}`),
  fc.constantFrom("B", "C", "B == true", "C != true", "B == C", 'Z STARTS WITH "a"'),
  fc
    .tuple(fc.constantFrom("T", "H", "M", "B"), fc.constantFrom("KNOWN", "MISSING", "NOT KNOWN"))
    .map(([name, state]) => `${name} IS ${state}`),
);

const condition: fc.Arbitrary<string> = fc.letrec<{ condition: string; operand: string }>(
  (tie) => ({
    condition: fc.oneof(
      { maxDepth: 3, depthSize: "small" },
      { weight: 2, arbitrary: atom },
      {
        weight: 2,
        arbitrary: fc.tuple(tie("operand"), tie("operand")).map((parts) => parts.join(" AND ")),
      },
      {
        weight: 2,
        arbitrary: fc.tuple(tie("operand"), tie("operand")).map((parts) => parts.join(" OR ")),
      },
      {
        weight: 1,
        arbitrary: fc
          .tuple(tie("operand"), tie("operand"), tie("operand"))
          .map((parts) => parts.join(" AND ")),
      },
      { weight: 1, arbitrary: tie("operand").map((operand) => `NOT ${operand}`) },
    ),
    operand: fc.oneof(
      atom,
      tie("condition").map((inner) => `(${inner})`),
      tie("condition"),
    ),
  }),
).condition;

/** Contexts that lack about a reading each, with values on, beside and between the bounds of the conditions. */
const input = fc.record(
  {
    T: number(-5, 0, 5, 10, 15, 20, 25),
    U: number(-5, 0, 5, 10, 15, 20, 25),
    H: number(0, 30, 50, 80, 100, 130),
    N: number(0, 1, 2, 3, 4, 2.5),
    M: fc.constantFrom("auto", "manual", "off", "other"),
    Z: fc.constantFrom("a", "b", "c"),
    B: fc.boolean(),
    C: fc.boolean(),
  },
  { requiredKeys: [] },
);
type Input = Readonly<Record<string, unknown>>;
const inputs: readonly Input[] = fc.sample(input, { numRuns: 40, seed: 1 });

// ---- what is asked -----------------------------------------------------------------------------------------------

function policyOf(parts: Parts): Policy {
  const policy = compile(documentOf({ context, ...parts }));
  expect(policy.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return policy;
}

/** The actions of a decision, in order. */
function actionsOf(policy: Policy, given: Input): readonly string[] {
  return policy.evaluate(given).actions.map(({ name }) => name);
}

/** What a condition is for each input: `true`, `false` or `unknown`. */
function truthsOf(text: string): readonly string[] {
  const policy = policyOf({ rule: [`- IF ${text} THEN true_ ELSE false_ UNKNOWN unknown_`] });
  return inputs.map((given) => actionsOf(policy, given).join());
}

function found(policy: Policy, ...codes: readonly string[]): readonly Diagnostic[] {
  return policy.diagnostics.filter(({ code }) => codes.includes(code));
}

function textOf({ source }: Policy, { span }: Diagnostic): string {
  return source.text.slice(span.start, span.end);
}

function applyPreferred(policy: Policy, diagnostic: Diagnostic): string | null {
  const fix = diagnostic.fixes.find(({ preferred }) => preferred);
  if (fix === undefined) return null;
  return [...fix.edits]
    .sort((first, second) => second.span.start - first.span.start)
    .reduce(
      (text, { span, newText }) => text.slice(0, span.start) + newText + text.slice(span.end),
      policy.source.text,
    );
}

const runs = { numRuns: 120 };

test("what is never true never is, what is always true never fails", () => {
  fc.assert(
    fc.property(condition, (text) => {
      const policy = policyOf({ rule: [`- IF ${text} THEN A UNKNOWN B`] });
      for (const diagnostic of found(policy, "OM4001", "OM4002")) {
        const truths = truthsOf(textOf(policy, diagnostic));
        expect(truths).not.toContain(diagnostic.code === "OM4001" ? "false_" : "true_");
        if (diagnostic.message.includes("is always true")) expect(truths).not.toContain("unknown_");
      }
    }),
    runs,
  );
});

test("preferred fixes leave a condition as true, as false and as unknown as it was", () => {
  fc.assert(
    fc.property(condition, (text) => {
      const policy = policyOf({ rule: [`- IF ${text} THEN true_ ELSE false_ UNKNOWN unknown_`] });
      const truths = truthsOf(text);
      for (const diagnostic of found(policy, "OM4004", "OM4062", "OM4067")) {
        const after = applyPreferred(policy, diagnostic);
        if (after === null) continue;
        const changed = compile(after);
        expect(inputs.map((given) => actionsOf(changed, given).join())).toEqual(truths);
      }
    }),
    runs,
  );
});

test("branches, ELSE and UNKNOWN that are never reached never are", () => {
  fc.assert(
    fc.property(condition, condition, condition, (first, second, third) => {
      const policy = policyOf({
        rule: [
          `- IF ${first} THEN First ELSE IF ${second} THEN Second ELSE IF ${third} THEN Third ELSE Rest UNKNOWN Unknown`,
        ],
      });
      const never = found(policy, "OM4010", "OM4011", "OM4012").map((diagnostic) => {
        if (diagnostic.code !== "OM4010") return textOf(policy, diagnostic);
        const before = policy.source.text.slice(0, diagnostic.span.start);
        return ["First", "Second", "Third"][before.split("ELSE IF").length - 1];
      });
      for (const given of inputs) {
        const [taken] = actionsOf(policy, given);
        expect(never).not.toContain(taken);
      }
    }),
    runs,
  );
});

test("arms that are never reached never are, and values without arm reach none", () => {
  // A unit behind the upper end of a range covers both.
  const patterns: Readonly<Record<"N" | "T" | "M", fc.Arbitrary<string>>> = {
    N: fc.oneof(
      number(1, 2, 3).map(String),
      fc.tuple(number(1, 2), number(2, 3, 4)).map(([low, high]) => `${low}..${high}`),
    ),
    T: fc.constantFrom("0..10C", "0C..20C", "10C", "50..68F", "5..15C", "270..300K"),
    M: mode,
  };
  const match = fc.constantFrom("N" as const, "T" as const, "M" as const).chain((subject) => {
    const pattern = fc
      .uniqueArray(patterns[subject], { minLength: 1, maxLength: 2 })
      .map((parts) => parts.join(" | "));
    const arm = fc.tuple(pattern, fc.option(condition, { freq: 3 }));
    return fc.tuple(fc.constant(subject), fc.array(arm, { minLength: 1, maxLength: 4 }));
  });
  fc.assert(
    fc.property(match, fc.boolean(), ([subject, arms], rest) => {
      const lines = arms.map(
        ([pattern, guard], index) =>
          `    - ${pattern}${guard === null ? "" : ` WHEN ${guard}`} => Arm${index}`,
      );
      const policy = policyOf({
        rule: [
          `- MATCH ${subject} {`,
          ...lines,
          ...(rest ? ["    - _ => Rest"] : []),
          "  } UNKNOWN Unknown",
        ],
      });
      const never = new Set<string>();
      for (const diagnostic of found(policy, "OM4011", "OM4013")) {
        // An alternative that is never reached says nothing of the whole arm.
        if (diagnostic.message.startsWith("the alternative")) continue;
        const line = policy.source.text.slice(diagnostic.span.start).split("\n")[0] ?? "";
        never.add(line.split("=> ")[1] ?? "");
      }
      for (const given of inputs) {
        for (const taken of actionsOf(policy, given)) expect(never).not.toContain(taken);
      }
    }),
    runs,
  );
});

test("a shadowed rule never acts without the rule that shadows it", () => {
  fc.assert(
    fc.property(condition, condition, (first, second) => {
      const policy = policyOf({
        rule: [`- One: IF ${first} THEN Act`, `- Two: IF ${second} THEN Act`],
      });
      for (const diagnostic of found(policy, "OM4020", "OM4021")) {
        const [shadowed, other] = textOf(policy, diagnostic).startsWith("One")
          ? ["One", "Two"]
          : ["Two", "One"];
        for (const given of inputs) {
          const rules = policy.evaluate(given).actions.map(({ rule }) => rule);
          if (rules.includes(shadowed)) expect(rules).toContain(other);
        }
      }
    }),
    runs,
  );
});

test("what is always withheld is, and clauses that contradict each other are violated together", () => {
  fc.assert(
    fc.property(
      condition,
      condition,
      condition,
      fc.constantFrom("WHEN", "UNLESS"),
      (when, guard, demand, word) => {
        const policy = policyOf({
          rule: [`- One: IF ${when} THEN Act`, "- Two: IF B THEN Act"],
          constraint: [
            `- Safety [Forbidden]: NEVER Act ${word} ${guard}`,
            `- Safety [Demanded]: ALWAYS Act WHEN ${demand}`,
          ],
        });
        const withheld = found(policy, "OM4031").map(({ span }) =>
          policy.source.text.slice(0, span.start).includes("Two:") ? "Two" : "One",
        );
        const wholly = found(policy, "OM4032").some(({ message }) =>
          message.startsWith("wherever"),
        );
        const demands = truthsOf(demand);
        inputs.forEach((given, index) => {
          const decision = policy.evaluate(given);
          for (const { rule } of decision.actions) expect(withheld).not.toContain(rule);
          if (wholly && demands[index] === "true_") expect(decision.status).toBe("violated");
        });
      },
    ),
    runs,
  );
});

test("rules that contradict each other lose an action whenever the narrower fires", () => {
  fc.assert(
    fc.property(condition, condition, (first, second) => {
      const policy = policyOf({
        rule: [`- One: IF ${first} THEN Open`, `- Two: IF ${second} THEN Close`],
        constraint: ["- Safety: NEVER Open AND Close"],
      });
      if (found(policy, "OM4030").length === 0) return;
      const seconds = truthsOf(second);
      const both = truthsOf(first).map((truth, index) => [truth, seconds[index]]);
      // Of the two conditions one implies the other, so that not each of them ever holds alone.
      const alone = both.filter((pair) => pair.filter((truth) => truth === "true_").length === 1);
      expect(new Set(alone.map(([truth]) => truth === "true_")).size).toBeLessThan(2);
      for (const given of inputs) {
        const { actions, withheld } = policy.evaluate(given);
        expect(withheld.length).toBe(actions.length + withheld.length === 2 ? 1 : 0);
      }
    }),
    runs,
  );
});
