// What a failing EXAMPLE shows of the difference: lines alike wherever expectation and decision agree.
import fc from "fast-check";
import { expect, test } from "vitest";
import { compile, runExamples } from "../index.ts";

const rules = `- IF Go THEN Stop, Notify(channel: "sms", after: 5min), Log
- IF Slow THEN SlowDown(to: 30km/h)
- IF Missing THEN Halt`;

/** What differs for each EXPECT that does not hold: `-` expected, `+` there, two blanks both. */
function differences(steps: string, given = "Go = true, Slow = true, Missing = false"): string[] {
  const source = `INTENT: x\nCONTEXT:\n- Go: <boolean>\n- Slow: <boolean>\n- Missing: <boolean>\nRULE:\n${rules}\nEXAMPLE one:\n- GIVEN ${given}\n${steps}\n`;
  const [result] = runExamples(compile(source));
  return (result?.failures ?? []).map(({ expected, actual }) => {
    const lines: string[] = [];
    let next = 0;
    for (const line of actual) {
      const at = expected.indexOf(line, next);
      if (at === -1) lines.push(`+ ${line}`);
      else {
        lines.push(...expected.slice(next, at).map((each) => `- ${each}`), `  ${line}`);
        next = at + 1;
      }
    }
    return [...lines, ...expected.slice(next).map((each) => `- ${each}`)].join("\n");
  });
}

const notify = 'Notify(channel: "sms", after: 5min)';

test.each([
  [
    "what is missing",
    "- EXPECT Stop, Halt",
    `  Stop\n  ${notify}\n  Log\n  SlowDown(to: 30km/h)\n- Halt`,
  ],
  [
    "the wrong order",
    "- EXPECT Log, Stop",
    `- Log\n  Stop\n  ${notify}\n+ Log\n  SlowDown(to: 30km/h)`,
  ],
  [
    "nothing else allowed",
    `- EXPECT ONLY Stop, ${notify}, Log`,
    `  Stop\n  ${notify}\n  Log\n+ SlowDown(to: 30km/h)`,
  ],
  [
    "other arguments",
    "- EXPECT SlowDown(to: 20km/h)",
    `  Stop\n  ${notify}\n  Log\n+ SlowDown(to: 30km/h)\n- SlowDown(to: 20km/h)`,
  ],
  ["nothing expected", "- EXPECT NOTHING", `+ Stop\n+ ${notify}\n+ Log\n+ SlowDown(to: 30km/h)`],
  ["not wanted", "- EXPECT NOT Log, Halt", `  Stop\n  ${notify}\n+ Log\n  SlowDown(to: 30km/h)`],
  ["not unknown", "- EXPECT UNKNOWN Go", "- Go"],
  ["another status", "- EXPECT STATUS limited", "+ decided\n- limited"],
])("%s", (_, steps, difference) => {
  expect(differences(steps)).toEqual([difference]);
});

test("every expectation that does not hold is told, and the status only where all do", () => {
  expect(differences("- EXPECT Halt\n- EXPECT Stop\n- EXPECT NOT Log")).toHaveLength(2);
  const unknown = "Go = true, Slow = true";
  expect(differences("- EXPECT Stop", unknown)).toEqual([
    "+ incomplete: `Missing` is missing, in `R3`\n- decided",
  ]);
  expect(differences("- EXPECT Halt", unknown)).toHaveLength(1);
});

test("what fails always differs, and what is expected alone would pass", () => {
  const name = fc.constantFrom("Stop", notify, "Notify", "Log", "SlowDown(to: 30km/h)", "Halt");
  const kind = fc.constantFrom("", "ONLY ", "NOT ");
  fc.assert(
    fc.property(kind, fc.array(name, { minLength: 1, maxLength: 5 }), (word, names) => {
      const [difference] = differences(`- EXPECT ${word}${names.join(", ")}`);
      if (difference !== undefined) expect(difference).toMatch(/^[+-] /m);
    }),
    { numRuns: 60 },
  );
});
