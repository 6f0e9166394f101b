// Every OM6 code is drawn by its `bad` document in the circumstances its explanation gives, and not by its `good` one.
import { expect, test } from "vitest";
import { readJson } from "../evaluate/canonical-json.ts";
import type { Decision } from "../evaluate/decision.ts";
import { diagnoseDecision } from "../evaluate/diagnose-decision.ts";
import { compile, type Policy } from "../policy.ts";
import { positionAt } from "../source/source-text.ts";
import { evaluationDiagnostics } from "./om6-evaluation.ts";

interface Drawn {
  readonly context: unknown;
  readonly now?: string;
  readonly strict?: true;
  /** In which `good` does not draw the code, where that is not the same. */
  readonly otherwise?: { readonly context: unknown; readonly now?: string };
  /** What is said of `bad`, with its line. */
  readonly says: string;
}

const near = { Distance: 0.8 };

const drawn: Record<keyof typeof evaluationDiagnostics, Drawn> = {
  documentWithErrors: {
    context: near,
    says: "1: the document has errors, so none of its rules was tried; check it first",
  },
  contextNoJson: {
    context: { Distance: Number.NaN },
    otherwise: { context: near },
    says: "1: `Distance` in the context is not plain JSON: NaN is not a finite number",
  },
  contextNoRecord: {
    context: [0.8],
    otherwise: { context: near },
    says: "1: the context is a list; it has to be an object with a key for each attribute",
  },
  nowNoInstant: {
    context: near,
    now: "yesterday",
    otherwise: { context: near, now: "2026-05-01T08:00:00Z" },
    says: '1: `now` is "yesterday", which is no instant; write it like `2026-05-01T08:00:00Z`',
  },
  contextMisfit: {
    context: { Distance: 80 },
    strict: true,
    says: "1: `Distance` is outside `0..50 m`",
  },
  loopLimit: {
    context: near,
    says: "11: the loop `R2` was ended after 3 turns with its condition still holding; raise its MAX or let it end",
  },
  hostLimit: {
    context: { Distances: Array.from({ length: 1001 }, () => 2) },
    says: "10: evaluation stopped in `R1` at the limit `iterations`, which is 1000; later rules were not tried",
  },
  violatedClause: {
    context: { Distance: 1.5 },
    says: "13: `KeepAway` is violated: `StopMachine` is demanded because `Distance < 2m` holds, but no rule took it",
  },
  withheldAction: {
    context: near,
    says: "10: `SlowDown`, taken by `R1`, is withheld by `OneOnly`",
  },
  pendingAction: {
    context: near,
    says: "11: `StopMachine` waits for the approval of `ShiftLead`",
  },
  unknownDatum: {
    context: {},
    says: "10: `R1` could not be decided: `Distance` is missing",
  },
  sampleStoodIn: {
    context: {},
    says: "7: the context has no `Temperature`, so the sample 85.5C stood in; send a reading",
  },
  unreadName: {
    context: { distance: 0.8 },
    says: "1: nothing in the policy reads `distance`; did you mean `Distance`?",
  },
};

type Name = keyof typeof evaluationDiagnostics;
// Object.keys forgets the keys' type.
const names = Object.keys(evaluationDiagnostics) as Name[];

test.each(names)("%s", (name) => {
  const { code, bad, good } = evaluationDiagnostics[name];
  const { context, now, strict, otherwise, says } = drawn[name];
  expect(diagnose(bad, context, now, strict)).toContain(`${code} ${says}`);
  const other = otherwise ?? { context, now };
  const others = diagnose(good, other.context, other.now, strict);
  expect(others.filter((text) => text.startsWith(code))).toEqual([]);
});

function diagnose(text: string, context: unknown, now?: string, strict = false): readonly string[] {
  const policy: Policy = compile(text, { settings: { strict } });
  const decision: Decision = policy.evaluate(context, now === undefined ? {} : { now });
  const json = readJson(context, { depth: 64, textLength: 1e6, listLength: 1e6 });
  const found = diagnoseDecision(
    policy.source,
    policy.program,
    decision,
    json.ok ? json.value : null,
  );
  return found.map(
    ({ code, span, message }) =>
      `${code} ${positionAt(policy.source, span.start).line}: ${message}`,
  );
}
