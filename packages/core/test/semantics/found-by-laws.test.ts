// What the laws of test/laws once found in the checker, each as the smallest document that showed it.
import { expect, test } from "vitest";
import { check } from "../../src/policy.ts";

test("the fix of a comparison with null keeps the parentheses of what it asks about", () => {
  const text = "INTENT: x\nRULE:\n- IF (a AND b) == null THEN Stop\n";
  const [fix] = check(text).find(({ code }) => code === "OM3032")?.fixes ?? [];
  expect(fix?.edits.map(({ newText }) => newText)).toEqual(["(a AND b) IS MISSING"]);
});
