// The laws of decision logs, each on a few cases; `npm run fuzz` tries more.
import { decisionLogLaws, seedOf, tryLaw } from "@omega/testkit/laws";
import { expect, test } from "vitest";

test.each(decisionLogLaws)("$name: $statement", (law) => {
  const { failure } = tryLaw(law, { cases: law.cases, size: 2, seed: seedOf(law.name) });
  if (failure !== null) expect.fail(failure);
});
