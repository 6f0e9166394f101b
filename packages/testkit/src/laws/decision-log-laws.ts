// Laws of decision logs: what was recorded is read back, and the same policy decides the same again.
import {
  configuredOptions,
  createReplayer,
  decisionRecord,
  decisionRecordLine,
  type JsonValue,
  parseJson,
  readDecisionRecord,
} from "@omega/core";
import { expectSame, type Law, law } from "./law.ts";
import { decide, situations } from "./situations.ts";

const replayed = law(
  {
    name: "replaying-changes-nothing",
    statement: "a recorded decision, read back and made again by the same policy, is the same",
    cases: 150,
  },
  situations,
  (situation) => {
    if (situation === null) return;
    const { policy, program } = situation;
    // As hosts have it: parsed from a text, which may hold halves of characters.
    const context: JsonValue = JSON.parse(JSON.stringify(situation.context));
    const decision = decide(situation, context, { trace: true });
    const time = "2026-05-01T08:00:00.000Z";
    const options = configuredOptions(policy.settings);
    const line = decisionRecordLine(decisionRecord(decision, { time, options, context }));
    const json = parseJson(line);
    if (!json.ok) throw new Error(`the line is no JSON: ${json.message}`);
    const reading = readDecisionRecord(json.value);
    if (!reading.ok) throw new Error(`the line is no record: ${reading.reason}`);
    expectSame(decisionRecordLine(reading.record), line, "the record read back");
    const outcome = createReplayer(program)(reading.record);
    const isJson = decision.context.sha256 !== null;
    const expected = isJson ? { kind: "same" } : { kind: "masked", path: "context" };
    expectSame(outcome, expected, "the replay");
  },
);

export const decisionLogLaws: readonly Law[] = [replayed];
