// A document that others import is checked as what it is: declarations without a policy around them.
import { describe, expect, test } from "vitest";
import { check } from "../policy.ts";

const declarations = `ACTOR:
- Primary: Cell MAY StopMachine, Restart
- Secondary: Officer APPROVES Restart

CONTEXT:
- Distance: <m>
- Reach: <5..1 m>

CONSTRAINT:
- Safety: NEVER StopMachine AND Restart

IMPACT:
- Effect: StopMachine LOWERS Distance BY 1m
`;
const codesOf = (text: string, imported: boolean): readonly string[] => [
  ...new Set(check(text, { imported }).map(({ code }) => code)),
];

describe("a document that others import", () => {
  test("lacks nothing that only a policy has", () => {
    expect(codesOf(declarations, true)).toEqual(["OM3071"]);
    expect(codesOf(declarations, false)).toContain("OM1001");
  });

  test("is checked as a policy where it has rules", () => {
    const policy = `${declarations}\nRULE:\n- IF Distance < 1m THEN StopMachine UNKNOWN StopMachine\n`;
    expect(codesOf(policy, true)).toEqual(codesOf(policy, false));
    expect(codesOf(policy, true)).toContain("OM1001");
  });
});
