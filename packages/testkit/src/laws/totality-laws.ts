// Laws of totality: whatever comes in, an answer comes out. An exception is a bug in OMEGA, not in a document.
import {
  canonicalJson,
  check,
  compile,
  type Decision,
  decisionStatuses,
  describePolicy,
  format,
  parse,
  plainText,
} from "@omega/core";
import * as fc from "fast-check";
import { anythingAtAll } from "../generate/json.ts";
import { expectSame, expectThat, type Law, law } from "./law.ts";
import { compileWritten, decide, policies, type Situation, situations } from "./situations.ts";
import { anyTexts } from "./texts.ts";

const texts = law(
  {
    name: "any-text-is-answered",
    statement: "every text parses to a tree, formats, checks and compiles without an exception",
    cases: 250,
  },
  anyTexts,
  ({ text }) => {
    expectSame(parse(text).document.kind, "document", "parse");
    expectSame(typeof format(text).text, "string", "format");
    const policy = compile(text);
    expectSame(check(text), policy.diagnostics, "check and compile");
    const errors = policy.diagnostics.filter(({ severity }) => severity === "error");
    expectSame(policy.ok, errors.length === 0, "ok");
    expectSame(policy.program === null, !policy.ok, "a program there where there are no errors");
    for (const { span, file, fixes, code } of policy.diagnostics) {
      if (file !== policy.source.file) continue;
      expectThat(
        0 <= span.start && span.start <= span.end && span.end <= text.length,
        `${code} is from ${span.start} to ${span.end} of ${text.length}`,
      );
      expectThat(
        fixes.filter(({ preferred }) => preferred).length <= 1,
        `${code} prefers two fixes`,
      );
    }
    expectDecision(policy.evaluate({}), "the decision on {}");
  },
);

const descriptions = law(
  {
    name: "any-text-is-told",
    statement: "every text is described without an exception, and no sentence of it is empty",
    cases: 150,
  },
  anyTexts,
  ({ text }) => {
    const { sections, flow, source } = describePolicy(compile(text));
    const pending = sections.flatMap(({ rules }) => rules);
    for (let rule = pending.pop(); rule !== undefined; rule = pending.pop()) {
      for (const { lead } of rule.statements) {
        expectThat(plainText(lead) !== "", `a sentence of line ${rule.line} is empty`);
      }
      pending.push(...rule.rules);
    }
    const nodes = new Set([...flow.inputs, ...flow.rules, ...flow.actions].map(({ id }) => id));
    for (const { from, to } of flow.edges) {
      expectThat(nodes.has(from) && nodes.has(to), `a line from ${from} to ${to} ends nowhere`);
    }
    expectThat(source.length > 0, "a document has a line");
  },
);

const contexts = law(
  {
    name: "any-context-is-answered",
    statement: "every policy decides every context, fitting or not, without an exception",
    cases: 200,
  },
  situations,
  (situation) => {
    if (situation === null) return;
    for (const trace of [false, true]) {
      expectDecision(decide(situation, situation.context, { trace }), "the decision");
    }
  },
);

const nonsense = law(
  {
    name: "any-value-is-answered",
    statement: "a context that is no JSON is rejected, with the reason",
    cases: 200,
  },
  (size): fc.Arbitrary<readonly [Situation | null, unknown]> =>
    fc.tuple(situations(size), anythingAtAll),
  ([situation, value]) => {
    if (situation === null) return;
    const decision = decide(situation, value);
    expectDecision(decision, "the decision");
    if (decision.status !== "rejected") return;
    expectSame(decision.actions, [], "a rejected decision's actions");
    expectThat(decision.problems.length > 0, "a rejected decision says why");
  },
);

/** That it is a decision, and can be written. */
function expectDecision(decision: Decision, what: string): void {
  expectThat(decisionStatuses.includes(decision.status), `${what}: status ${decision.status}`);
  const { trace, ...others } = decision;
  expectSame(JSON.parse(canonicalJson(others)), JSON.parse(JSON.stringify(others)), what);
  if (trace !== undefined) canonicalJson(trace);
}

const checks = law(
  {
    name: "generated-policies-check",
    statement: "a policy that is well typed by construction checks without errors",
    cases: 200,
  },
  policies,
  (written) => {
    const { diagnostics } = compileWritten(written);
    const errors = diagnostics.filter(({ severity }) => severity === "error");
    expectSame(
      errors.map(({ code, message }) => `${code} ${message}`),
      [],
      "errors",
    );
  },
);

export const totalityLaws: readonly Law[] = [texts, descriptions, contexts, nonsense, checks];
