import { defaultSettings } from "@omega/core";
import { expect, test } from "vitest";
import { openMarked } from "../../test/marked-documents.ts";
import { toSpan } from "../text-range.ts";
import { type DecisionView, viewDecision } from "./decision-view.ts";

const policy = `INTENT: x
ACTOR:
- Primary: Robot MAY StopMachine, SlowDown
CONTEXT:
- Distance: <m>
- Mode: <"auto" | "manual">
RULE:
- Near: IF Distance < 1m AND Mode == "auto" THEN StopMachine UNKNOWN StopMachine
- Slow: IF Distance < 2m THEN SlowDown
EXAMPLE near:
- GIVEN Distance = 0.4m, Mode = "auto"
- EXPECT StopMachine
`;

const loops = `INTENT: x
CONTEXT:
- Workers: <[{ name: text, distance: m }]>
- Phase: <"run" | "stop">
RULE:
- FOR worker IN Workers {
  - Close: IF worker.distance < 1m THEN Warn(worker.name)
}
- MATCH Phase { "run" => Watch, _ => Rest }
- FAILSAFE THEN StopMachine
CONSTRAINT:
- Safety: NEVER Watch WHEN Phase == "stop"
`;

/** The view of a decision that is made; fails where none is. */
function decided(view: DecisionView) {
  if (view.kind !== "decided") throw new Error(view.message);
  return view;
}

/** Each value that is shown, behind what it belongs to. */
function values(scenario: string, context: object, now: string | null = null): readonly string[] {
  const { document } = openMarked(scenario);
  const view = decided(viewDecision(document, { context: JSON.stringify(context), now }));
  return view.values.map(({ range, turns }) => {
    const { start, end } = toSpan(document.source, range);
    const shown = turns.map(({ outcome, text }) => `${outcome} ${text}`.trim()).join(" | ");
    return `${document.source.text.slice(start, end)} → ${shown}`;
  });
}

/** Each rule with how it came out. */
function rules(scenario: string, context: object): readonly string[] {
  const { document } = openMarked(scenario);
  const view = decided(viewDecision(document, { context: JSON.stringify(context), now: null }));
  return view.rules.map(
    ({ id, outcome, because, depth }) => `${"  ".repeat(depth)}${id} ${outcome}: ${because}`,
  );
}

test("behind every part of a condition stands what it read", () => {
  expect(values(policy, { Distance: 0.4, Mode: "manual" })).toEqual([
    "Distance < 1m → true 0.4m",
    'Mode == "auto" → false "manual"',
    "Distance < 2m → true 0.4m",
  ]);
});

test("what is unknown says why, and what was not looked at has no value", () => {
  expect(values(policy, { Distance: "3kg", Mode: "auto" })).toEqual([
    "Distance < 1m → unknown wrong kind",
    'Mode == "auto" → true "auto"',
    "Distance < 2m → unknown wrong kind",
  ]);
  expect(values(policy, { Distance: 5 })[1]).toBe('Mode == "auto" → not evaluated');
});

test("in a loop there is a value for each turn; a list and a subject show what they hold", () => {
  const workers = [
    { name: "Ana", distance: 0.5 },
    { name: "Budi", distance: 3 },
  ];
  expect(values(loops, { Workers: workers, Phase: "stop" })).toEqual([
    "Workers → read 2 elements",
    "worker.distance < 1m → true 0.5m | false 3m",
    'Phase → read "stop"',
    '"run" → false',
    "_ → true",
    'Phase == "stop" → true "stop"',
  ]);
  expect(values(loops, { Phase: "run" })[0]).toBe("Workers → unknown missing");
  expect(values(loops, { Workers: [], Phase: "run" })[0]).toBe("Workers → read empty");
});

test("two branches that ask the same have a value each", () => {
  const twice = "INTENT: x\nRULE:\n- IF A THEN B ELSE IF C THEN D ELSE IF A THEN E\n";
  expect(values(twice, { A: false, C: false })).toEqual(["A → false", "C → false", "A → false"]);
});

test("every rule says how it came out, and why", () => {
  expect(rules(policy, { Distance: 1.5, Mode: "auto" })).toEqual([
    "Near not fired: Distance = 1.5m",
    "Slow fired: Distance = 1.5m",
  ]);
  expect(rules(policy, {})).toEqual([
    "Near unknown: UNKNOWN answers: `Distance` is missing, `Mode` is missing",
    "Slow unknown: `Distance` is missing",
  ]);
  const workers = [
    { name: "Ana", distance: 0.5 },
    { name: "Budi", distance: 3 },
  ];
  expect(rules(loops, { Workers: workers, Phase: "run" })).toEqual([
    "R1 fired: 2 elements",
    "  Close fired: 1 of 2 times: worker.distance = 0.5m",
    'R2 fired: MATCH Phase: "run", Phase = "run"',
    "failsafe not reached: decided without it",
  ]);
  expect(rules(loops, { Workers: [], Phase: "run" }).slice(0, 2)).toEqual([
    "R1 not fired: the list is empty",
    "  Close not reached: the list is empty",
  ]);
});

test("every action says what it was taken for", () => {
  const { document } = openMarked(loops);
  const context = JSON.stringify({ Workers: [{ name: "Ana", distance: 0.5 }], Phase: "stop" });
  const { actions } = decided(viewDecision(document, { context, now: null }));
  expect(actions).toEqual([
    {
      text: 'Warn("Ana")',
      rule: "Close",
      line: 7,
      because: "IF worker.distance < 1m, worker.distance = 0.5m",
      bindings: "worker = Workers[0]",
      by: "",
    },
    {
      text: "Rest",
      rule: "R2",
      line: 9,
      because: 'MATCH Phase: _, Phase = "stop"',
      bindings: "",
      by: "",
    },
  ]);
});

test("what UNKNOWN answers for one element of a list says what is missing of it", () => {
  const { document } = openMarked(`INTENT: x
CONTEXT:
- Workers: <[{ name?: text, distance?: m }]>
RULE:
- FOR worker IN Workers WHERE worker.distance < 1m { - IF worker.name == "Ana" THEN Warn UNKNOWN Ask } UNKNOWN Stop
`);
  const context = '{"Workers": [{"name": "Ana"}, {"distance": 0.5}]}';
  const { actions } = decided(viewDecision(document, { context, now: null }));
  expect(actions.map(({ text, because }) => `${text}: ${because}`)).toEqual([
    "Stop: UNKNOWN answers: `Workers[0].distance` is missing",
    "Ask: UNKNOWN answers: `Workers[1].name` is missing",
  ]);
});

test("what waits for an approval, what is withheld and what is violated is listed apart", () => {
  const { document } = openMarked(`INTENT: x
ACTOR:
- Primary: Bank MAY Freeze, Pay, Tell
- Secondary: Officer APPROVES Freeze
CONTEXT:
- Odd: <boolean>
RULE:
- IF Odd THEN Freeze, Pay ELSE Tell
CONSTRAINT:
- Legal [NoPay]: NEVER Pay
- Legal [Say]: ALWAYS Tell WHEN Odd
`);
  const view = decided(viewDecision(document, { context: '{"Odd": true}', now: null }));
  expect(view).toMatchObject({
    status: "violated",
    actions: [],
    pending: [{ text: "Freeze", by: "Officer" }],
    withheld: [{ text: "Pay", by: "NoPay" }],
    violations: [{ of: "Say", line: 11 }],
  });
});

test("an input has a field for its type, and says what is wrong with its value", () => {
  const { document } = openMarked(`INTENT: x
CONTEXT:
- Distance: <0..100 m>
- Speed: <km/h> = 5km/h
- Temperature: 20C
- Armed: <boolean?>
- Mode: <"auto" | "manual">
- Workers: <[{ distance: m }]>
- Domain: a factory in Bandung
RULE:
- IF Distance < 1m AND Other > 2bar THEN Stop UNKNOWN Stop
`);
  const context = JSON.stringify({
    Distance: 200,
    Workers: [{ distance: "close" }],
    Armed: true,
    Distnce: 3,
  });
  const view = viewDecision(document, { context, now: null });
  const shown = view.inputs.map(({ name, field, type, text, problem, standIn, missing }) => ({
    ...{ name, field, type, text },
    ...(problem === null ? {} : { problem }),
    ...(standIn === "" ? {} : { standIn }),
    ...(missing ? { missing } : {}),
  }));
  expect(shown).toEqual([
    {
      name: "Distance",
      field: "text",
      type: "0..100 m",
      text: "200",
      problem: "`Distance` is outside `0..100 m`",
    },
    { name: "Speed", field: "text", type: "km/h", text: "", standIn: "5km/h" },
    { name: "Temperature", field: "text", type: "C", text: "", standIn: "20C" },
    { name: "Armed", field: "checkbox", type: "boolean?", text: "true" },
    { name: "Mode", field: "select", type: '"auto" | "manual"', text: "", missing: true },
    {
      name: "Workers",
      field: "json",
      type: "[{ distance: m }]",
      text: '[{"distance":"close"}]',
      problem: "`Workers[0].distance` is not length (m)",
    },
    { name: "Other", field: "text", type: "bar", text: "", missing: true },
  ]);
  expect(view.unread).toEqual([{ name: "Distnce", suggestion: null }]);
});

test("an edit lies over the context, and an empty one takes a value away", () => {
  const { document } = openMarked(policy);
  const context = '{"Distance": 5, "Mode": "auto"}';
  const edits = { Distance: "40 cm" };
  const near = decided(viewDecision(document, { context, edits, now: null }));
  expect(near.actions.map(({ text }) => text)).toEqual(["StopMachine", "SlowDown"]);
  expect(JSON.parse(near.context)).toEqual({ Distance: "40cm", Mode: "auto" });
  const gone = viewDecision(document, { context, edits: { Mode: "" }, now: null });
  expect(JSON.parse(gone.context)).toEqual({ Distance: 5 });
});

test("an example is decided as it is run: samples do not stand in, strict rejects nothing", () => {
  const without = policy
    .replace("- Distance: <m>", "- Distance: 0.4m")
    .replace("Distance = 0.4m, ", "")
    .replace("THEN SlowDown", "THEN SlowDown UNKNOWN SlowDown")
    .replace(
      "EXAMPLE",
      "CONSTRAINT:\n- Safety: x\nIMPACT:\n- Risk: x\nTRACE:\n- Moral: x\nEXAMPLE",
    );
  const { document } = openMarked(without, { ...defaultSettings, strict: true });
  const example = decided(viewDecision(document, { context: { example: "1:near" }, now: null }));
  expect(example.status).toBe("decided");
  expect(example.unknowns.map(({ of, path, handled }) => [of, path, handled])).toEqual([
    ["Near", "Distance", true],
    ["Slow", "Distance", true],
  ]);
  const plain = decided(viewDecision(document, { context: "{}", now: null }));
  expect(plain.status).toBe("rejected");
  expect(plain.remarks).toContain("`Mode` is missing; it is to be text");
});

test("the samples can be taken as a context", () => {
  const { document } = openMarked(policy.replace("- Distance: <m>", "- Distance: 1.5m"));
  const view = decided(viewDecision(document, { context: { samples: true }, now: null }));
  expect(JSON.parse(view.context)).toEqual({ Distance: { value: 1.5, unit: "m" } });
  expect(view.inputs[0]).toMatchObject({ text: "1.5m", standInKind: "sample" });
});

test("an example's file is read, and its AT is the clock", () => {
  const { document } = openMarked(
    policy.replace(
      '- GIVEN Distance = 0.4m, Mode = "auto"',
      '- GIVEN FILE "near.json"\n- GIVEN Mode = "auto"\n- AT "2026-05-01T08:00:00+07:00"',
    ),
  );
  const request = { context: { example: "1:near" }, now: null };
  const view = viewDecision(document, request, (path) =>
    path === "near.json" ? '{"Distance": 0.3}' : null,
  );
  expect(JSON.parse(view.context)).toEqual({ Distance: 0.3, Mode: "auto" });
  expect(view.now).toBe("2026-05-01T01:00:00.000Z");
  expect(viewDecision(document, request)).toMatchObject({
    kind: "undecidable",
    message: 'GIVEN FILE "near.json" cannot be read',
  });
});

test("a reading that must be fresh is taken now when it is edited", () => {
  const { document } = openMarked(
    "INTENT: x\nCONTEXT:\n- Heat: <C FRESH 5s>\nRULE:\n- IF Heat > 60C THEN Cool UNKNOWN Cool\n",
  );
  const now = "2026-05-01T08:00:00Z";
  const request = { context: "{}", edits: { Heat: "70C" }, now };
  const view = decided(viewDecision(document, request));
  expect(view.actions[0]?.because).toBe("IF Heat > 60C, Heat = 70C");
  expect(view.inputs[0]).toMatchObject({ text: "70C", at: now, problem: null });
  expect(viewDecision(document, { ...request, now: null }).inputs[0]?.problem).toBe(
    "a reading has its age: it needs a clock",
  );
});

test("what cannot be decided says why, and where", () => {
  const { document } = openMarked(policy);
  const undecidable = (context: string) => viewDecision(document, { context, now: null });
  expect(undecidable('{\n"Distance": }')).toMatchObject({
    kind: "undecidable",
    message: expect.stringMatching(/^the context is not JSON: line 2, /),
  });
  expect(undecidable("[1]")).toMatchObject({ kind: "undecidable" });
  expect(viewDecision(document, { context: { example: "1:gone" }, now: null })).toMatchObject({
    kind: "undecidable",
    message: "the example is no longer there",
  });
  const broken = openMarked(policy.replace("Distance < 2m", "Distance < 2kg")).document;
  const view = viewDecision(broken, { context: "{}", now: null });
  expect(view).toMatchObject({ kind: "undecidable", place: { range: { start: { line: 8 } } } });
  expect(view.inputs.map(({ name }) => name)).toEqual(["Distance", "Mode"]);
});

test("a suite shows the rules of its policy, in the policy's file", () => {
  const { document } = openMarked(`//- policy.omni
${policy}//- more.test.omni
EXAMPLES FOR "policy.omni":$0
EXAMPLE far:
- GIVEN Distance = 9m, Mode = "auto"
- EXPECT NOTHING
`);
  const view = decided(viewDecision(document, { context: { example: "1:far" }, now: null }));
  expect(view.file).toBe("policy.omni");
  expect(view.rules.map(({ id, range }) => [id, range.start.line])).toEqual([
    ["Near", 7],
    ["Slow", 8],
  ]);
  expect(view.inputs[0]?.place).toMatchObject({ file: "policy.omni" });
});
