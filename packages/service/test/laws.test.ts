// The laws of the editor features, each on a few cases, `npm run fuzz` tries more; and the examples, typed from the top.
import { fileURLToPath } from "node:url";
import { readExamplePolicies } from "@omega/testkit";
import { seedOf, tryLaw } from "@omega/testkit/laws";
import { expect, test } from "vitest";
import { openServiceDocument, workspaceOf } from "../src/index.ts";
import { everyAnswer, expectSound } from "./every-feature.ts";
import { serviceLaws } from "./service-laws.ts";

test.each(serviceLaws)("$name: $statement", (law) => {
  const { failure } = tryLaw(law, { cases: law.cases, size: 2, seed: seedOf(law.name) });
  if (failure !== null) expect.fail(failure);
});

const examples = readExamplePolicies(fileURLToPath(new URL("../../../examples", import.meta.url)));
/** Sampled so that lines are left off at every kind of place; a prime, so that no rhythm of the text hides any. */
const step = 1511;

test.each(examples)("$name answers everywhere, and at every stage of being typed", ({ text }) => {
  for (let offset = 0; offset < text.length; offset += step) {
    const written = offset % 2 === 0 ? text : text.slice(0, offset);
    const document = openServiceDocument({
      uri: "file:///project/a.omni",
      version: 1,
      text: written,
      options: { file: "a.omni", today: "2026-11-21" },
    });
    expectSound(document, offset, everyAnswer(document, workspaceOf([document]), offset));
  }
});
