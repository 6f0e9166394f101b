// The laws of explanations, each on a few cases; `npm run fuzz` tries more.
import { explanationLaws, seedOf, tryLaw } from "@omega/testkit/laws";
import { expect, test } from "vitest";

test.each(explanationLaws)("$name: $statement", (law) => {
  const { failure } = tryLaw(law, { cases: law.cases, size: 2, seed: seedOf(law.name) });
  if (failure !== null) expect.fail(failure);
});
