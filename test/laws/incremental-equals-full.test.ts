// The law of the document handle, on a few cases; `npm run fuzz -- --law incremental` tries more.
import { incrementalLaws, seedOf, tryLaw } from "@omega/testkit/laws";
import { expect, test } from "vitest";

test.each(incrementalLaws)("$name: $statement", { timeout: 120_000 }, (law) => {
  const { failure } = tryLaw(law, { cases: law.cases, size: 3, seed: seedOf(law.name) });
  if (failure !== null) expect.fail(failure);
});
