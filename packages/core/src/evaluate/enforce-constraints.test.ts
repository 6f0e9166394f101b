// Enforcement of formal constraints, sentence by sentence of the language's section on them.
import { describe, expect, test } from "vitest";
import type { Condition, ProgramClause } from "../semantics/program.ts";
import { enforceConstraints, type JudgedConstraint } from "./enforce-constraints.ts";
import type { Truth } from "./logic.ts";
import type { TakenAction } from "./state.ts";
import { unknownValue } from "./value.ts";

const unknown = unknownValue("Hot", "missing");

/** `A`, `A@worker=Workers[1]`, `A?` for one that waits for an approval. */
function taken(written: string): readonly TakenAction[] {
  return written
    .split(" ")
    .filter((word) => word !== "")
    .map((word) => {
      const [name = "", ...places] = word.split("@");
      const bindings = Object.fromEntries(places.map((place) => place.split("=")));
      const approvers = name.endsWith("?") ? ["Lead"] : [];
      return {
        name: name.replace("?", ""),
        args: {},
        rule: "R1",
        line: 1,
        bindings,
        actors: [],
        approvers,
      };
    });
}

/** The condition `Hot` with the truth it is judged to have. */
function judged(id: string, clause: ProgramClause, condition: Truth = true): JudgedConstraint {
  const span = { start: 0, end: 0 };
  const place = { line: 7, span, file: "policy.omni" };
  return { constraint: { id, category: "Safety", text: id, ...place, clause }, condition };
}

const hot: Condition = {
  expression: { kind: "constant", type: { kind: "boolean" }, value: true },
  text: "Hot",
  atoms: [],
};

function never(...actions: string[]): ProgramClause {
  return { kind: "never", actions, guard: null };
}
function neverIf(kind: "when" | "unless", ...actions: string[]): ProgramClause {
  return { kind: "never", actions, guard: { kind, condition: hot } };
}
function always(action: string): ProgramClause {
  return { kind: "always", action, condition: hot };
}
function atMost(count: number, actions: string[], per: string | null = null): ProgramClause {
  return { kind: "at-most", count, actions, per };
}
function exactlyOne(actions: string[], per: string | null = null): ProgramClause {
  return { kind: "exactly-one", actions, per };
}
function requires(action: string, required: string): ProgramClause {
  return { kind: "requires", action, required };
}
function before(action: string, later: string): ProgramClause {
  return { kind: "before", action, later };
}

interface Summary {
  readonly actions: string;
  readonly withheld: string;
  readonly violated: string;
}

function enforce(
  actions: string,
  constraints: readonly JudgedConstraint[],
  failsafe: readonly string[] = [],
  bound: Record<string, readonly string[]> = {},
): Summary {
  const places = new Map(Object.entries(bound).map(([name, at]) => [name, new Set(at)]));
  const result = enforceConstraints(taken(actions), constraints, new Set(failsafe), places);
  return {
    actions: result.remaining.map(({ name }) => name).join(" "),
    withheld: result.withheld.map(({ name, constraint }) => `${name}:${constraint}`).join(" "),
    violated: result.violations.map(({ constraint }) => constraint).join(" "),
  };
}

describe("NEVER", () => {
  test("an unconditional NEVER withholds every event of that name, with its clause", () => {
    expect(enforce("A B A", [judged("C1", never("A"))])).toEqual({
      actions: "B",
      withheld: "A:C1 A:C1",
      violated: "",
    });
  });

  test.each<["when" | "unless", Truth, string]>([
    ["when", true, "B"],
    ["when", false, "A B"],
    ["when", unknown, "B"],
    ["unless", true, "A B"],
    ["unless", false, "B"],
    ["unless", unknown, "B"],
  ])("a prohibition applies unless known not to: %s %j leaves %s", (kind, condition, left) => {
    expect(enforce("A B", [judged("C1", neverIf(kind, "A"), condition)]).actions).toBe(left);
  });

  test("a pair withholds the later, all of its events", () => {
    const pair = [judged("C1", never("A", "B"))];
    expect(enforce("A B A B", pair)).toEqual({
      actions: "A A",
      withheld: "B:C1 B:C1",
      violated: "",
    });
    expect(enforce("B A", pair).actions).toBe("B");
    expect(enforce("A A", pair).actions).toBe("A A");
  });

  test("a group is broken up by withholding its last, and only if all of it was taken", () => {
    const group = [judged("C1", never("A", "B", "C"))];
    expect(enforce("A C B", group).actions).toBe("A C");
    expect(enforce("A C", group).actions).toBe("A C");
  });

  test("an action which an ALWAYS in force requires is never withheld and its partner is", () => {
    const pair = judged("C1", never("A", "B"));
    const demand = always("B");
    expect(enforce("A B", [pair, judged("C2", demand)]).actions).toBe("B");
    expect(enforce("A B", [pair, judged("C2", demand, false)]).actions).toBe("A");
    expect(enforce("A B", [pair, judged("C2", demand, unknown)]).actions).toBe("A");
  });

  test("so is one that FAILSAFE requires", () => {
    expect(enforce("A B", [judged("C1", never("A", "B"))], ["B"]).actions).toBe("B");
  });

  test("single prohibitions come before pairs, wherever they are written", () => {
    const constraints = [judged("C1", never("A", "B")), judged("C2", neverIf("when", "A"))];
    expect(enforce("A B", constraints)).toEqual({ actions: "B", withheld: "A:C2", violated: "" });
  });

  test("removals are not undone: what goes last does not bring back what went for its sake", () => {
    const constraints = [judged("C1", never("A", "B")), judged("C2", requires("A", "Z"))];
    expect(enforce("A B", constraints)).toEqual({
      actions: "",
      withheld: "A:C2 B:C1",
      violated: "",
    });
  });

  test("two clauses that cannot both hold give `violated`, NEVER winning", () => {
    const constraints = [judged("C1", never("A")), judged("C2", always("A"))];
    expect(enforce("A", constraints)).toEqual({ actions: "", withheld: "A:C1", violated: "C2" });
    const both = [
      judged("C1", never("A", "B")),
      judged("C2", always("A")),
      judged("C3", always("B")),
    ];
    expect(enforce("A B", both)).toEqual({ actions: "A", withheld: "B:C1", violated: "C3" });
  });
});

describe("AT MOST", () => {
  test("keeps the first n of all the actions it names together", () => {
    expect(enforce("A B X A", [judged("C1", atMost(2, ["A", "B"]))])).toEqual({
      actions: "A B X",
      withheld: "A:C1",
      violated: "",
    });
  });

  test("PER counts for each binding of that loop variable", () => {
    const written = "A@w=W[0] B@w=W[0] A@w=W[1] A@w=W[1]";
    const summary = enforce(written, [judged("C1", atMost(1, ["A", "B"], "w"))]);
    expect(summary).toEqual({ actions: "A A", withheld: "B:C1 A:C1", violated: "" });
  });

  test("elements of different lists are different, though their bindings read the same", () => {
    const inFirst = "A@site=Sites[0]@w=filter(site.workers,…)[0]";
    const inSecond = "A@site=Sites[1]@w=filter(site.workers,…)[0]";
    const summary = enforce(`${inFirst} ${inSecond} ${inSecond}`, [
      judged("C1", atMost(1, ["A"], "w")),
    ]);
    expect(summary.actions).toBe("A A");
  });

  test("the same element is the same in every turn of a loop around", () => {
    const written = "A@zone=Zones[0]@w=W[0] A@zone=Zones[1]@w=W[0]";
    expect(enforce(written, [judged("C1", atMost(1, ["A"], "w"))]).actions).toBe("A");
  });
});

describe("REQUIRES", () => {
  test("withholds an action without the one it requires", () => {
    expect(enforce("A", [judged("C1", requires("A", "B"))]).withheld).toBe("A:C1");
    expect(enforce("A B", [judged("C1", requires("A", "B"))]).withheld).toBe("");
  });

  test("until nothing changes", () => {
    const chain = [judged("C1", requires("A", "B")), judged("C2", requires("B", "C"))];
    expect(enforce("A B", chain)).toEqual({ actions: "", withheld: "A:C1 B:C2", violated: "" });
  });

  test("looks at what AT MOST has left", () => {
    const constraints = [judged("C1", atMost(0, ["B"])), judged("C2", requires("A", "B"))];
    expect(enforce("A B", constraints).withheld).toBe("A:C2 B:C1");
  });
});

describe("what remains is checked", () => {
  test("ALWAYS with a condition that holds and no such action is violated", () => {
    expect(enforce("B", [judged("C1", always("A"))]).violated).toBe("C1");
    expect(enforce("A", [judged("C1", always("A"))]).violated).toBe("");
    expect(enforce("", [judged("C1", always("A"), false)]).violated).toBe("");
  });

  test("ALWAYS whose condition is unknown and whose action is absent is reported, not violated", () => {
    const clause = [judged("C1", always("A"), unknown)];
    const none = enforceConstraints(taken(""), clause, new Set(), new Map());
    expect(none.violations).toEqual([]);
    expect(none.unknowns).toEqual([{ constraint: "C1", unknown }]);
    expect(enforceConstraints(taken("A"), clause, new Set(), new Map()).unknowns).toEqual([]);
  });

  test("an unknown WHEN is reported only where it withheld something", () => {
    const clause = [judged("C1", neverIf("when", "A"), unknown)];
    expect(enforceConstraints(taken("A"), clause, new Set(), new Map()).unknowns).toHaveLength(1);
    expect(enforceConstraints(taken("B"), clause, new Set(), new Map()).unknowns).toEqual([]);
  });

  test.each([
    ["", "C1"],
    ["A", ""],
    ["B X", ""],
    ["A B", "C1"],
    ["A A", "C1"],
  ])("EXACTLY ONE OF A, B: %j", (written, violated) => {
    expect(enforce(written, [judged("C1", exactlyOne(["A", "B"]))]).violated).toBe(violated);
  });

  test("EXACTLY ONE PER variable holds for every place it was bound to", () => {
    const clause = [judged("C1", exactlyOne(["A", "B"], "w"))];
    const bound = { w: ["W[0]", "W[1]"] };
    expect(enforce("A@w=W[0] B@w=W[1]", clause, [], bound).violated).toBe("");
    expect(enforce("A@w=W[0] B@w=W[0]", clause, [], bound).violated).toBe("C1");
    expect(enforce("A@w=W[0]", clause, [], bound).violated).toBe("C1");
    expect(enforce("", clause).violated).toBe("");
  });

  test.each([
    ["A B", ""],
    ["B A", "C1"],
    ["A B A B", ""],
    ["B", ""],
    ["A", ""],
  ])("A BEFORE B where both are taken: %j", (written, violated) => {
    expect(enforce(written, [judged("C1", before("A", "B"))]).violated).toBe(violated);
  });

  test("a FAILSAFE action that nothing is left of is a violation", () => {
    expect(enforce("A", [judged("C1", never("A"))], ["A"]).violated).toBe("failsafe");
  });

  test("messages say what is wrong and who withholds", () => {
    const constraints = [judged("C1", never("A")), judged("C2", always("A"))];
    const [violation] = enforceConstraints(
      taken("A"),
      constraints,
      new Set(),
      new Map(),
    ).violations;
    expect(violation).toEqual({
      constraint: "C2",
      line: 7,
      message: "`A` is demanded because `Hot` holds, but `C1` withholds it",
    });
  });
});

describe("actions that wait for an approval", () => {
  test("count as taken for NEVER and AT MOST", () => {
    expect(enforce("A? B", [judged("C1", never("A", "B"))]).actions).toBe("A");
    expect(enforce("A? B", [judged("C1", atMost(1, ["A", "B"]))]).actions).toBe("A");
  });

  test("not for REQUIRES", () => {
    expect(enforce("A B?", [judged("C1", requires("A", "B"))]).withheld).toBe("A:C1");
  });

  test("come after everything else for BEFORE", () => {
    expect(enforce("A? B", [judged("C1", before("A", "B"))]).violated).toBe("C1");
    expect(enforce("A B?", [judged("C1", before("A", "B"))]).violated).toBe("");
  });
});
