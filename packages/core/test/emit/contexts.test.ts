// Contexts of every kind, well-formed and not: emitted code lets in, copies and hashes what the interpreter does.
import { compile, createEvaluator, decisionJson } from "@omega/core";
import fc from "fast-check";
import { expect, test } from "vitest";

const policy = compile(`INTENT: Keep workers away from the arm.

ACTOR:
- Primary: A

CONTEXT:
- Distance: <m>
- Share: <%>
- Mode: <"auto" | "manual">
- Note: <text?>
- Since: <time?>
- Open: <boolean>
- Zone: <{ temperature: C, doors: [boolean], inner: { name: text } }>
- Workers: <[{ name: text, distance: m, badge?: text }]>
- Grid: <[[number]]>
- Fresh: <C FRESH 5s>

RULE:
- IF Distance < 1m THEN Stop
- IF Share > 50% AND Mode == "auto" THEN Slow
- IF Zone.temperature > 60C OR Undeclared.depth > 3 THEN Cool
- FOR worker IN Workers { - IF worker.distance < 1m THEN Warn(worker.name) }
- IF Open AND Note STARTS WITH "x" THEN Close
`);
const { program } = policy;
if (program === null) throw new Error("the policy has errors");
const reference = createEvaluator(program, Number.POSITIVE_INFINITY);
const emitted = createEvaluator(program, 0);

class Reading {
  readonly value: unknown;
  constructor(value: unknown) {
    this.value = value;
  }
}

/** What may stand anywhere: JSON, what is nearly JSON, and what is none. */
const scalars = fc.constantFrom<unknown>(
  0,
  -0,
  0.5,
  75,
  1e300,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  "",
  "auto",
  "x工",
  "\ud800",
  "\udc00x",
  "😀",
  "0.8m",
  "2026-05-01T08:00:00Z",
  true,
  false,
  null,
  undefined,
  Symbol("s"),
  1n,
  new Date(0),
  new Map(),
  new Reading(1),
  () => 1,
);
const keys = fc.constantFrom(
  "name",
  "distance",
  "badge",
  "temperature",
  "doors",
  "inner",
  "value",
  "unit",
  "at",
  "0",
  "length",
  "constructor",
  "toString",
  "__proto__",
  "\ud800",
  "other",
);
const { tree } = fc.letrec<{ tree: unknown; record: object; list: unknown[] }>((tie) => ({
  tree: fc.oneof({ maxDepth: 4 }, scalars, tie("record"), tie("list")),
  record: dressed(fc.uniqueArray(fc.tuple(keys, tie("tree")), { maxLength: 5, selector: first })),
  list: fc.array(tie("tree"), { maxLength: 4 }),
}));

function first([key]: readonly [string, unknown]): string {
  return key;
}

/** Records as hosts make them: plain, without a prototype, with getters, hidden members or symbols, of a class, as proxies. */
function dressed(
  members: fc.Arbitrary<(readonly [string, unknown])[]>,
): fc.Arbitrary<{ readonly [key: string]: unknown }> {
  const plain = fc.constant("plain");
  const odd = fc.constantFrom("bare", "getters", "hidden", "symbols", "class", "proxy", "inherits");
  const style = fc.oneof({ arbitrary: plain, weight: 20 }, { arbitrary: odd, weight: 1 });
  return fc.tuple(members, style).map(([entries, worn]) => dress(entries, worn));
}

function dress(
  entries: readonly (readonly [string, unknown])[],
  style: string,
): { readonly [key: string]: unknown } {
  const own = Object.fromEntries(entries);
  const [[name] = ["other"]] = entries;
  switch (style) {
    case "bare":
      return Object.assign(Object.create(null), own);
    case "getters": {
      const result = {};
      for (const [key, value] of entries) {
        Object.defineProperty(result, key, {
          get: () => value,
          enumerable: true,
          configurable: true,
        });
      }
      return result;
    }
    case "hidden":
      return Object.defineProperty(own, name, { value: own[name], enumerable: false });
    case "symbols":
      return Object.assign(own, { [Symbol("s")]: 1 });
    case "class":
      return Object.assign(new Reading(1), own);
    case "proxy":
      return new Proxy(own, {});
    case "inherits":
      return Object.create(own);
    default:
      return own;
  }
}

const quantity = fc.oneof(
  { arbitrary: fc.constantFrom<unknown>(0, 0.5, 1, 75), weight: 25 },
  scalars,
);
const text = fc.oneof(
  { arbitrary: fc.constantFrom<unknown>("auto", "x", "Ana"), weight: 25 },
  scalars,
);
const flag = fc.oneof({ arbitrary: fc.boolean(), weight: 25 }, scalars);

/** A record of the declared shape, or nearly: its keys in any order, some left out, some more. */
function shaped(
  fields: readonly (readonly [string, fc.Arbitrary<unknown>])[],
): fc.Arbitrary<unknown> {
  const declared = fc.tuple(...fields.map(([name, value]) => value.map((v) => [name, v] as const)));
  const inOrder = dressed(declared.map((entries) => [...entries]));
  const some = fc
    .tuple(declared, fc.array(fc.tuple(keys, tree), { maxLength: 2 }))
    .chain(([entries, others]) => fc.shuffledSubarray([...entries, ...others]));
  return fc.oneof(
    { arbitrary: inOrder, weight: 15 },
    { arbitrary: dressed(some), weight: 2 },
    { arbitrary: tree, weight: 1 },
  );
}

const listOf = (element: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> =>
  fc.oneof({ arbitrary: fc.array(element, { maxLength: 3 }), weight: 15 }, tree);

const contexts = shaped([
  ["Distance", quantity],
  ["Share", quantity],
  ["Mode", text],
  ["Note", text],
  ["Since", text],
  ["Open", flag],
  [
    "Zone",
    shaped([
      ["temperature", quantity],
      ["doors", listOf(flag)],
      ["inner", shaped([["name", text]])],
    ]),
  ],
  [
    "Workers",
    listOf(
      shaped([
        ["name", text],
        ["distance", quantity],
        ["badge", text],
      ]),
    ),
  ],
  ["Grid", listOf(listOf(quantity))],
  [
    "Fresh",
    shaped([
      ["value", quantity],
      ["at", fc.constant("2026-05-01T08:00:00Z")],
    ]),
  ],
  ["Undeclared", shaped([["depth", quantity]])],
]);

test("emitted code takes in every context as the interpreter does", () => {
  const statuses = new Map<string, number>();
  fc.assert(
    fc.property(contexts, fc.constantFrom(64, 64, 64, 3, 2, 1), (context, depth) => {
      const options = {
        now: "2026-05-01T08:00:01Z",
        trace: false,
        limits: { ...policy.settings.limits, depth },
        sampleDefaults: true,
        strict: false,
      };
      const expected = decisionJson(reference(context, options));
      const decision = emitted(context, options);
      statuses.set(decision.status, (statuses.get(decision.status) ?? 0) + 1);
      expect(decisionJson(decision)).toBe(expected);
      expect(decision.context).toEqual(reference(context, options).context);
    }),
    { numRuns: 4_000 },
  );
  // Cases of both kinds, or this would say little.
  const rejected = statuses.get("rejected") ?? 0;
  expect(rejected).toBeGreaterThan(300);
  expect(rejected).toBeLessThan(3_000);
});
