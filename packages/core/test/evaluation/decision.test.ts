// Section 9 of the language: statuses, limits, rejections, identities, steps and the trace.
import { compile, type Decision, decisionJson } from "@omega/core";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { actionsOf, decide, documentOf, short } from "./decide.ts";

const context = "- Distance: <m>\n- Ns: <[number]>";
const rule = "- IF Distance < 1m THEN StopMachine";

describe("a context that is no record of plain JSON is rejected with the reason", () => {
  const circular: { self?: unknown } = {};
  circular.self = circular;
  const deep = JSON.parse(`{"Distance":${"[".repeat(70)}${"]".repeat(70)}}`);
  test.each<[string, unknown, string]>([
    ["a list", [1], "the context is a list; it has to be an object with a key for each attribute"],
    ["null", null, "the context is null; it has to be an object with a key for each attribute"],
    [
      "NaN",
      { Distance: Number.NaN },
      "`Distance` in the context is not plain JSON: NaN is not a finite number",
    ],
    [
      "a function",
      { a: [() => 1] },
      "`a[0]` in the context is not plain JSON: a function is not a value",
    ],
    [
      "a lone surrogate",
      { a: "\ud800" },
      "`a` in the context is not plain JSON: text with half of a surrogate pair",
    ],
    ["a bigint", { a: 1n }, "`a` in the context is not plain JSON: a bigint is not a value"],
    [
      "a date",
      { a: new Date(0) },
      "`a` in the context is not plain JSON: an object that is not a plain record",
    ],
  ])("%s", (_case, given, message) => {
    const decision = decide({ context, rule }, given);
    expect(decision.status).toBe("rejected");
    expect(decision.actions).toEqual([]);
    expect(decision.problems.map((problem) => problem.message)).toEqual([message]);
  });

  test.each<[string, unknown]>([
    ["a cycle", circular],
    ["nested too deep", deep],
    [
      "something that throws when it is read",
      new Proxy(
        {},
        {
          ownKeys: () => {
            throw new Error("no");
          },
        },
      ),
    ],
  ])("%s", (_case, given) => {
    const decision = decide({ context, rule }, given);
    expect([decision.status, decision.problems.length]).toEqual(["rejected", 1]);
    expect(decision.context.sha256).toBeNull();
  });

  test("a clock that is no instant", () => {
    const decision = decide({ context, rule }, {}, { now: "yesterday" });
    expect(decision.status).toBe("rejected");
    expect(decision.problems[0]?.message).toContain('`now` is "yesterday"');
  });
});

test("a decision names its policy, errors or not", () => {
  const decided = (rule: string, wind: string): Decision["policy"] => {
    const text = `INTENT: Stop in time.\n\nIMPORT:\n- "site.omni"\n\nRULE:\n- ${rule}\n`;
    return compile(text, { load: () => `CONTEXT:\n- Wind: <${wind}>\n` }).evaluate({}).policy;
  };
  const broken = decided("IF Wind THEN Stop", "m/s");
  expect(broken.intent).toBe(decided("IF Wind > 5m/s THEN Stop", "m/s").intent);
  expect(broken.sha256).not.toBe(decided("IF Wind THEN Stop", "km/h").sha256);
});

test("a document with errors is rejected, whatever the context", () => {
  const policy = compile(documentOf({ context, rule: "- IF Distance < THEN StopMachine" }));
  expect(policy.ok).toBe(false);
  const decision = policy.evaluate({ Distance: 0.5 });
  expect([decision.status, actionsOf(decision)]).toEqual(["rejected", ""]);
  expect(decision.problems[0]?.message).toContain("the document has errors");
});

describe("the worst status comes first", () => {
  const sections = {
    context,
    rule: `
      ${rule}
      - LET n = 0
      - WHILE n < 3 MAX 2 { - SET n = n + 1 }
    `,
    constraint: "- Safety: ALWAYS StopMachine WHEN Ns[0] > 0",
  };

  test("limited before violated before incomplete before decided", () => {
    const loops = { ...sections, rule };
    expect(decide(sections, { Ns: [1] }).status).toBe("limited");
    expect(decide(loops, { Ns: [1] }).status).toBe("violated");
    expect(decide(loops, { Ns: [0] }).status).toBe("incomplete");
    expect(decide(loops, { Ns: [0], Distance: 2 }).status).toBe("decided");
  });
});

describe("a step is one item tried, iteration, action or collection element visited", () => {
  test.each<[string, string, object, number]>([
    ["an item", "- IF Distance < 1m THEN A", { Distance: 2 }, 1],
    ["an item and its action", "- IF Distance < 1m THEN A", { Distance: 0.5 }, 2],
    [
      "ELSE IF is one item",
      "- IF Distance < 1m THEN A ELSE IF Distance < 2m THEN B",
      { Distance: 9 },
      1,
    ],
    ["LET and SET are items", "- LET x = 1\n- SET x = 2\n- IF x == 2 THEN A", {}, 4],
    [
      "FOR, its elements and the items in it",
      "- FOR n IN Ns { - IF n > 9 THEN A }",
      { Ns: [1, 2, 3] },
      1 + 3 + 3,
    ],
    [
      "elements WHERE keeps out count",
      "- FOR n IN Ns WHERE n > 2 { - IF n > 9 THEN A }",
      { Ns: [1, 2, 3] },
      1 + 3 + 1,
    ],
    [
      "WHILE, its turns and the items in it",
      "- LET x = 0\n- WHILE x < 3 { - SET x = x + 1 }",
      {},
      1 + 1 + 3 + 3,
    ],
    [
      "ANY up to the element that decides",
      "- IF ANY n IN Ns SATISFIES n == 2 THEN A",
      { Ns: [1, 2, 3] },
      1 + 2 + 1,
    ],
    ["IN up to the member that is equal", "- IF 2 IN Ns THEN A", { Ns: [1, 2, 3] }, 1 + 2 + 1],
    ["each call of a lambda", "- IF count(Ns, |n| n > 1) == 9 THEN A", { Ns: [1, 2, 3] }, 1 + 3],
    ["each member an aggregate goes over", "- IF sum(Ns) == 9 THEN A", { Ns: [1, 2, 3] }, 1 + 3],
    [
      "comparing lists, up to a difference",
      "- IF Ns == [1, 5, 3] THEN A",
      { Ns: [1, 2, 3] },
      1 + 2,
    ],
    [
      "writing a list into an argument",
      "- IF Distance < 1m THEN A(Ns)",
      { Distance: 0, Ns: [1, 2, 3] },
      1 + 1 + 3,
    ],
  ])("%s", (_case, steps, given, expected) => {
    expect(decide({ context, rule: steps }, given).usage).toEqual({
      steps: expected,
      limit: 100_000,
    });
  });
});

describe("reaching a host limit stops evaluation and keeps the actions already decided", () => {
  const three = "- IF Distance < 1m THEN A, B, C\n- IF Distance < 1m THEN D";
  test.each<[string, object, object, object]>([
    [three, { steps: 3 }, { Distance: 0 }, { actions: "A (R1), B (R1)", limits: "steps 3 (R1)" }],
    [
      three,
      { actions: 2 },
      { Distance: 0 },
      { actions: "A (R1), B (R1)", limits: "actions 2 (R1)" },
    ],
    [
      "- IF Distance < 1m THEN A\n- IF ANY n IN Ns SATISFIES n > 3 THEN B\n- IF Distance < 1m THEN C",
      { listLength: 3 },
      { Distance: 0, Ns: [1, 2, 3, 4] },
      { actions: "A (R1)", limits: "listLength 3 (R2)" },
    ],
    [
      "- FOR n IN Ns { - IF n > 0 THEN A }",
      { iterations: 2 },
      { Ns: [1, 2, 3] },
      { actions: "A (R1.1), A (R1.1)", limits: "iterations 2 (R1)" },
    ],
    [
      '- IF Name == "x" THEN A\n- IF Distance < 1m THEN B',
      { textLength: 4 },
      { Distance: 0, Name: "äöü" },
      { limits: "textLength 4 (R1)" },
    ],
  ])("%s under %j", (items, limits, given, expected) => {
    expect(short(decide({ context, rule: items }, given, { limits }))).toEqual({
      status: "limited",
      ...expected,
    });
  });

  test("a value that a loop doubles again and again stays bounded", () => {
    const doubling =
      "- LET xs = Ns\n- WHILE length(xs) > 0 MAX 60 { - SET xs = std::list::flatten([xs, xs]) }";
    expect(short(decide({ context, rule: doubling }, { Ns: [1] }))).toMatchObject({
      status: "limited",
      limits: "listLength 10000 (R2.1)",
    });
  });

  test("limits that are no limits are the defaults", () => {
    for (const steps of [Number.NaN, Number.POSITIVE_INFINITY, -1, 0.5]) {
      expect(decide({ context, rule }, { Distance: 0 }, { limits: { steps } }).usage.limit).toBe(
        100_000,
      );
    }
  });
});

describe("identity", () => {
  const given = { Distance: 0.5, Ns: [1, 2] };

  test("equal inputs give equal bytes, whatever the order of keys", () => {
    const first = decide({ context, rule }, given, { now: "2026-05-01T08:00:00Z" });
    const second = decide(
      { context, rule },
      { Ns: [1, 2], Distance: 0.5 },
      { now: "2026-05-01T15:00:00+07:00" },
    );
    expect(decisionJson(second)).toBe(decisionJson(first));
  });

  test("`id` hashes the decision without trace and logs", () => {
    const logging = { context, rule: "- IF std::io::log(Distance) < 1m THEN A" };
    const plain = decide(logging, given);
    const traced = decide(logging, given, { trace: true });
    expect(traced.trace).toHaveLength(1);
    expect(traced.id).toBe(plain.id);
    expect(traced.options).toEqual(plain.options);
  });

  test("whatever else differs, differs in the id", () => {
    const ids = [
      decide({ context, rule }, given),
      decide({ context, rule }, { ...given, Distance: 0.6 }),
      decide({ context, rule }, { ...given, more: true }),
      decide({ context, rule: `${rule}, Alert` }, given),
      decide({ context, rule }, given, { now: "2026-05-01T08:00:00Z" }),
      decide({ context, rule }, given, { limits: { steps: 99 } }),
      decide({ context, rule }, given, { sampleDefaults: false }),
    ].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[0-9a-f]{64}$/);
  });

  test("line ends and a byte order mark do not change the policy's hash", () => {
    const text = documentOf({ context, rule });
    const hashOf = (source: string): string => compile(source).evaluate(given).policy.sha256;
    expect(hashOf(`\uFEFF${text.replaceAll("\n", "\r\n")}`)).toBe(hashOf(text));
  });

  test("negative zero is written as zero", () => {
    const negative = { context, rule: "- IF Distance < 1m THEN A(Distance * -1)" };
    expect(decide(negative, { Distance: 0 }).actions[0]?.args).toEqual({
      _0: { value: 0, unit: "m" },
    });
    expect(Object.is(decide(negative, { Distance: 0 }).actions[0]?.args._0, -0)).toBe(false);
  });
});

test("names that mean something to JavaScript are names like any other", () => {
  const odd = {
    context: "- constructor: <m>\n- __proto__: <m>",
    rule: "- FOR __proto__ IN toString { - IF __proto__ > 0 THEN A(__proto__: __proto__) }\n- IF constructor < 1m THEN B",
  };
  const given = JSON.parse('{"toString": [1], "constructor": 0.5, "__proto__": 3}');
  const decision = decide(odd, given);
  expect(actionsOf(decision)).toBe("A B");
  expect(Object.entries(decision.actions[0]?.args ?? {})).toEqual([["__proto__", 1]]);
  expect(Object.entries(decision.actions[0]?.bindings ?? {})).toEqual([
    ["__proto__", "toString[0]"],
  ]);
  expect(short(decide(odd, {})).unknowns).toBe("toString missing (R1), constructor missing (R2)");
});

describe("the trace", () => {
  test("holds every rule's outcome and the value of each atom of its condition", () => {
    const traced = {
      context: "- Distance: <m>\n- Moving: <boolean>",
      rule: "- IF Distance < 1m AND Moving THEN A ELSE IF Distance < 2m THEN B ELSE C UNKNOWN D",
    };
    const trace = (given: object): unknown =>
      decide(traced, given, { trace: true }).trace?.map(({ branch, outcome, atoms }) => [
        branch,
        outcome,
        atoms.map(({ text, value }) => `${text}: ${value}`).join(", "),
      ]);
    expect(trace({ Distance: 1.5, Moving: true })).toEqual([
      [0, "not fired", "Distance < 1m: false, Moving: not evaluated"],
      [1, "fired", "Distance < 2m: true"],
    ]);
    expect(trace({ Distance: 5 })).toEqual([
      [0, "not fired", "Distance < 1m: false, Moving: not evaluated"],
      [1, "not fired", "Distance < 2m: false"],
      ["else", "fired", ""],
    ]);
    expect(trace({ Distance: 0.5 })).toEqual([
      [0, "unknown", "Distance < 1m: true, Moving: unknown"],
      ["unknown", "fired", ""],
    ]);
  });

  test("shows the operands of comparisons, and where loops stood", () => {
    const traced = { context, rule: "- FOR n IN Ns { - IF n > Distance / 1m THEN A }" };
    const { trace } = decide(traced, { Ns: [3], Distance: 2 }, { trace: true });
    expect(trace).toEqual([
      { rule: "R1", line: 8, bindings: {}, branch: null, text: "Ns", outcome: "fired", atoms: [] },
      {
        rule: "R1.1",
        line: 8,
        bindings: { n: "Ns[0]" },
        branch: 0,
        text: "n > Distance / 1m",
        outcome: "fired",
        atoms: [
          {
            text: "n > Distance / 1m",
            value: "true",
            operands: [
              { text: "n", value: 3 },
              { text: "Distance / 1m", value: 2 },
            ],
          },
        ],
      },
    ]);
  });

  test("holds constraints and FAILSAFE too", () => {
    const traced = {
      context,
      rule: `${rule}\n- FAILSAFE THEN Stop`,
      constraint: "- Safety: NEVER StopMachine WHEN Distance > 3m",
    };
    const { trace } = decide(traced, {}, { trace: true });
    expect(trace?.map((entry) => [entry.rule, entry.outcome])).toEqual([
      ["R1", "unknown"],
      ["C1", "unknown"],
      ["failsafe", "fired"],
    ]);
  });
});

test("the interpreter never throws, and decides the same twice, for any JSON", () => {
  const everything = compile(
    documentOf({
      context: `
        - Distance: <0..50 m>
        - Mode: <"auto" | "manual">
        - Workers: <[{ name: text, distance: m, badge?: text, shifts: [time] }]>
        - Reading: <C FRESH 5s>
        - Sample: 20C
        - Site: <{ zones: [{ open: boolean }] }?>
      `,
      rule: `
        - IF Distance < 1m AND Mode == "auto" OR Undeclared > 20% THEN A(Distance, Site) UNKNOWN B(Workers)
        - FOR worker, i IN Workers WHERE worker.distance > 1m {
            - LET near = worker.distance / Distance
            - IF near > 1 OR worker.badge CONTAINS "x" THEN A(worker)
            - FOR shift IN worker.shifts { - IF shift > std::time::now() THEN B }
          } UNKNOWN C
        - MATCH Mode { "auto" WHEN Reading > Sample => D, _ => E }
        - IF ANY z IN Site.zones SATISFIES z.open THEN F ELSE IF avg(map(Workers, |w| w.distance)) > 2m THEN G
        - LET n = 0
        - WHILE n < Loose[0] { - SET n = n + Loose[1] }
        - IF Loose == Deep.er["and deeper"] THEN H
        - FAILSAFE THEN Stop
      `,
      constraint: `
        - Safety: NEVER A WHEN Distance > 3m
        - Safety: NEVER B AND C
        - Safety: AT MOST 2 OF A, B PER worker
        - Safety: ALWAYS Stop WHEN Mode == "manual"
        - Safety: E REQUIRES F
      `,
    }),
  );
  expect(everything.diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const name = fc.constantFrom(
    ..."Distance Mode Workers Reading Sample Site Undeclared Loose Deep er zones open name distance badge shifts value unit at __proto__".split(
      " ",
    ),
  );
  const json = fc.letrec<{ any: unknown }>((tie) => ({
    any: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom(null, true, false, "auto", "3m", "2026-05-01T08:00:00Z", "m", ""),
      fc.double(),
      fc.integer({ min: -3, max: 60 }),
      fc.string(),
      fc.array(tie("any"), { maxLength: 4 }),
      fc.dictionary(name, tie("any"), { maxKeys: 6 }),
    ),
  })).any;
  fc.assert(
    fc.property(json, fc.boolean(), (given, trace) => {
      const options = { now: "2026-05-01T08:00:00Z", trace };
      const decision = everything.evaluate(given, options);
      expect(decisionJson(everything.evaluate(given, options))).toBe(decisionJson(decision));
      if (decision.status === "decided") {
        expect(decision.unknowns.every(({ handled }) => handled)).toBe(true);
        expect(decision.defaulted).toEqual([]);
      }
    }),
    { numRuns: 500 },
  );
});
