// The laws of three-valued logic, each on a few cases; `npm run fuzz` tries more.
import { seedOf, tryLaw, unknownLaws } from "@omega/testkit/laws";
import { expect, test } from "vitest";

test.each(unknownLaws)("$name: $statement", (law) => {
  const { failure } = tryLaw(law, { cases: law.cases, size: 2, seed: seedOf(law.name) });
  if (failure !== null) expect.fail(failure);
});
