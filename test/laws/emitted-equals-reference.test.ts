// Emitted code and written modules against the reference interpreter, on thirteen thousand pairs of document and context;
// `npm run fuzz` tries more.
import { evaluatorLaws, seedOf, tryLaw } from "@omega/testkit/laws";
import { expect, test } from "vitest";

test.each(evaluatorLaws)(
  "$name: $statement",
  (law) => {
    const { failure } = tryLaw(law, { cases: law.cases, size: 2, seed: seedOf(law.name) });
    if (failure !== null) expect.fail(failure);
  },
  120_000,
);
